"""The gateway as the platform runs it: settings, registry, listeners, TLS."""

import ssl
from pathlib import Path

import pytest
from tests.sensing.gateways.talking import Talker
from typer.testing import CliRunner

from yiwang.access import Keyring
from yiwang.app.cli import app
from yiwang.app.serving.gateways import listening
from yiwang.app.serving.tls.authority import authority_file
from yiwang.app.settings import Settings
from yiwang.sensing.protocols.mqtt.identity import password_of
from yiwang.sensing.protocols.mqtt.packets import Ack, Connack, Connect, Kind, Publish

pytestmark = pytest.mark.anyio
ANYWHERE = "127.0.0.1:0"


async def test_every_protocol_listens_and_mqtt_speaks_tls(app_url: str, tmp_path: Path) -> None:
    routes = tmp_path / "routes.toml"
    routes.write_text(
        '[[route]]\nfilter = "site/#"\ndialect = "json"\n[route.json]\ndevice = "/d"\nvalues = {"/t" = "t"}\n'
    )
    settings = Settings(
        data_dir=tmp_path,
        mqtt_listen=ANYWHERE,
        mqtts_listen=ANYWHERE,
        monitor_listen=ANYWHERE,
        vehicle_listen=ANYWHERE,
        fire_listen=ANYWHERE,
        mqtt_routes=routes,
    )
    assert settings.has_gateway
    async with listening(settings, app_url) as ports:
        assert set(ports) == {"mqtt", "mqtts", "hj212", "jt808", "gb26875"}
        trust = ssl.create_default_context(cafile=str(authority_file(tmp_path)))
        talker = await Talker.dial(ports["mqtts"], tls=trust)
        secret = password_of(Keyring.open(tmp_path / "keys"), "bridge:b").encode()
        assert await talker.ask(Connect("c", username="bridge:b", password=secret)) == Connack(0)
        assert await talker.ask(Publish("site/1", b'{"d": "x", "t": 1}', 1, 1)) == Ack(Kind.PUBACK, 1)
        await Talker.hang_up_all()


def test_the_command_prints_what_the_gateway_expects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIWANG_DATA_DIR", str(tmp_path))
    said = CliRunner().invoke(app, ["gateway", "password", "smoke-1"])
    assert said.output.strip() == password_of(Keyring.open(tmp_path / "keys"), "smoke-1")


@pytest.mark.parametrize("where", ["1883", "here:1883", "127.0.0.1:99999"])
def test_an_address_that_is_none_is_refused(where: str) -> None:
    with pytest.raises(ValueError, match=r"address and a port|does not appear"):
        Settings(mqtt_listen=where)
