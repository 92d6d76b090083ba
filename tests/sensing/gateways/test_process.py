"""The gateway as the platform runs it: settings, registry, listeners, TLS."""

import asyncio
import ssl
from pathlib import Path

import pytest
from prometheus_client import REGISTRY
from tests.sensing.gateways.talking import Talker
from typer.testing import CliRunner

from yiwang.access import Keyring
from yiwang.app.cli import app
from yiwang.app.serving.gateways import listening
from yiwang.app.serving.tls.authority import authority_file
from yiwang.app.settings import Settings
from yiwang.sensing.protocols import hj212
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
        monitor_tls_listen=ANYWHERE,
        vehicle_tls_listen=ANYWHERE,
        fire_tls_listen=ANYWHERE,
        mqtt_routes=routes,
    )
    assert settings.has_gateway
    async with listening(settings, app_url) as ports:
        assert set(ports) == {"mqtt", "mqtts", "hj212", "jt808", "gb26875", "hj212s", "jt808s", "gb26875s"}
        trust = ssl.create_default_context(cafile=str(authority_file(tmp_path)))
        talker = await Talker.dial(ports["mqtts"], tls=trust)
        secret = password_of(Keyring.open(tmp_path / "keys"), "bridge:b").encode()
        assert await talker.ask(Connect("c", username="bridge:b", password=secret)) == Connack(0)
        assert await talker.ask(Publish("site/1", b'{"d": "x", "t": 1}', 1, 1)) == Ack(Kind.PUBACK, 1)
        await Talker.hang_up_all()
        before = _figure("yiwang_gateway_frames_total", "hj212")
        reader, writer = await asyncio.open_connection("127.0.0.1", ports["hj212s"], ssl=trust)
        beat = hj212.Message(2017, "20261116100000123", "39", "9015", "1", "M", hj212.Flag(True, False, 1), ())
        writer.write(hj212.encode(beat))
        async with asyncio.timeout(20):
            assert b"CN=9013" in await reader.readuntil(b"\r\n")
            while _figure("yiwang_gateway_frames_total", "hj212") == before:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        writer.close()
        await writer.wait_closed()


def _figure(name: str, protocol: str) -> float:
    return REGISTRY.get_sample_value(name, {"protocol": protocol}) or 0.0


def test_the_command_prints_what_the_gateway_expects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIWANG_DATA_DIR", str(tmp_path))
    said = CliRunner().invoke(app, ["gateway", "password", "smoke-1"])
    assert said.output.strip() == password_of(Keyring.open(tmp_path / "keys"), "smoke-1")


@pytest.mark.parametrize("where", ["1883", "here:1883", "127.0.0.1:99999"])
def test_an_address_that_is_none_is_refused(where: str) -> None:
    with pytest.raises(ValueError, match=r"address and a port|does not appear"):
        Settings(mqtt_listen=where)
