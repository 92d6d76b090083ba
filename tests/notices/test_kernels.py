"""The arithmetic of sending."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwang.base.ids import uuid7
from yiwang.notices.kernels import (
    after_failure,
    next_digest,
    pause_after,
    quiet_until,
    scrubbed,
    secret_bytes,
    signature,
    signed_by,
)
from yiwang.notices.model import Quiet

AT = datetime(2026, 11, 16, 2, tzinfo=UTC)  # 10:00 in Shanghai
ROW = uuid7(AT)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NIGHT = Quiet(time(22), time(7, 30), "Asia/Shanghai")


def test_it_signs_as_the_specification_s_own_libraries_do() -> None:
    """The vector that the reference libraries of Standard Webhooks test themselves with."""
    signed = signature(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        ({}, True),
        ({"signatures": "v1,AAAA {good}"}, True),
        ({"signatures": "v1,AAAA"}, False),
        ({"signatures": ""}, False),
        ({"message_id": "other"}, False),
        ({"body": b"[]"}, False),
        ({"seconds": 301}, False),
        ({"seconds": -301}, False),
        ({"seconds": 299}, True),
        ({"timestamp": "now"}, False),
        ({"timestamp": "9" * 40}, False),
    ],
)
def test_a_signature_holds_for_its_words_and_five_minutes(change: dict, holds: bool) -> None:
    stamp = int(AT.timestamp())
    good = signature(SECRET, "m", stamp, b"{}")
    headers = (
        change.get("message_id", "m"),
        change.get("timestamp", str(stamp)),
        change.get("signatures", "{good}").replace("{good}", good),
    )
    at = AT + timedelta(seconds=change.get("seconds", 0))
    assert signed_by(SECRET, headers, change.get("body", b"{}"), at) is holds


def test_a_secret_has_its_prefix_and_enough_bytes() -> None:
    assert len(secret_bytes(SECRET) or b"") == 24
    for wrong in ("", "whsec_", "whsec_AAAA", SECRET.removeprefix("whsec_"), "whsec_!!"):
        assert secret_bytes(wrong) is None


@pytest.mark.parametrize(
    ("local", "until"),
    [
        ("10:00", None),
        ("21:59", None),
        ("22:00", "2026-11-17T07:30"),
        ("23:59", "2026-11-17T07:30"),
        ("00:00", "2026-11-16T07:30"),
        ("07:29", "2026-11-16T07:30"),
        ("07:30", None),
    ],
)
def test_quiet_hours_pass_midnight(local: str, until: str | None) -> None:
    at = datetime.fromisoformat(f"2026-11-16T{local}+08:00")
    found = quiet_until(NIGHT, at)
    assert found == (datetime.fromisoformat(f"{until}+08:00") if until else None)


@given(st.times(), st.times(), st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))
def test_quiet_hours_end_within_a_day_and_are_over_then(starts: time, ends: time, moment: datetime) -> None:
    starts, ends = starts.replace(microsecond=0), ends.replace(microsecond=0)
    if starts == ends:
        return
    quiet, at = Quiet(starts, ends, "Asia/Shanghai"), moment.replace(tzinfo=UTC)
    until = quiet_until(quiet, at)
    if until:
        assert at < until <= at + timedelta(days=1)
        assert quiet_until(quiet, until) is None


def test_a_digest_comes_at_the_next_of_its_times() -> None:
    times = (time(12), time(18))
    for local, wanted in (
        ("10:00", "2026-11-16T12:00"),
        ("12:00", "2026-11-16T18:00"),
        ("18:30", "2026-11-17T12:00"),
    ):
        at = datetime.fromisoformat(f"2026-11-16T{local}+08:00")
        assert next_digest(times, "Asia/Shanghai", at) == datetime.fromisoformat(f"{wanted}+08:00")


@given(st.uuids(), st.integers(1, 30))
def test_each_pause_is_about_three_times_the_last_and_never_over_an_hour_and_a_quarter(row: UUID, attempt: int) -> None:
    whole = min(10 * 3 ** (attempt - 1), 3600)
    assert 0.75 * whole <= pause_after(row, attempt, "normal").total_seconds() <= 1.25 * whole
    assert pause_after(row, attempt, "normal") == pause_after(row, attempt, "normal")


def test_rows_that_failed_together_come_back_apart() -> None:
    assert len({pause_after(uuid7(AT), 1, "normal") for _ in range(50)}) > 40


def test_a_circuit_opens_at_the_fifth_failure_and_longer_each_time() -> None:
    circuit, opened = None, []
    for _ in range(12):
        circuit = after_failure(circuit, AT)
        opened.append(None if circuit.open_until is None else (circuit.open_until - AT).total_seconds())
    assert opened == [None, None, None, None, 30, 60, 120, 240, 480, 900, 900, 900]


def test_what_another_side_says_is_kept_without_numbers_and_addresses_of_people() -> None:
    told = scrubbed("550 <wang.wei@example.org> 13812345678 unknown\0" + "x" * 500)
    assert told.startswith("550 <…@…> … unknown") and len(told) == 300
