"""What the page of settings tells, and what it never tells."""

import pytest

from yiwang.app.configured.showing import HIDDEN, limits_shown, settings_shown, without_password
from yiwang.app.settings import Settings


def test_every_setting_is_shown_with_its_variable_and_in_both_languages() -> None:
    shown = {one.name: one for one in settings_shown(Settings(port=8123))}
    assert set(shown) == set(Settings.model_fields)
    assert all(one.zh and one.en for one in shown.values())
    assert (shown["port"].variable, shown["port"].value, shown["port"].changed) == ("YIWANG_PORT", "8123", True)
    assert (shown["host"].default, shown["host"].changed) == ("127.0.0.1", False)


def test_no_secret_leaves() -> None:
    url = "postgresql://yiwang:open-sesame@db.example:5432/yiwang?sslmode=require&password=back-door"
    settings = Settings.model_validate({"database_url": url, "metrics_token": "tell-nobody"})
    told = {one.name: one for one in settings_shown(settings)}
    assert told["metrics_token"].value == HIDDEN
    assert told["metrics_token"].secret
    assert told["database_url"].value is not None
    assert "db.example:5432/yiwang" in told["database_url"].value
    for secret in ("open-sesame", "back-door", "tell-nobody"):
        assert secret not in str(told)


@pytest.mark.parametrize(
    "text", ["host=db password=hunter2 dbname=x", "host=db password = 'hunter2 more' user=y", "//x:hunter2@h://"]
)
def test_passwords_of_every_way_to_write_an_address_are_hidden(text: str) -> None:
    assert "hunter2" not in without_password(text)


def test_limits_say_how_long_in_both_languages() -> None:
    limits = {one.zh: one for one in limits_shown()}
    assert (limits["派遣（紧急）"].value_zh, limits["派遣（一般）"].value_en) == ("5 分钟", "30 minutes")
    assert limits["巡查轨迹保留"].value_zh == "90 天"
