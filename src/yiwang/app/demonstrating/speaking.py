"""What says the readings of a class in its protocol: a bridge of MQTT, monitors, vehicles, fire units."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from yiwang.demo.life.speaking import Line, NotHeard, Part, Speaker, by_device
from yiwang.sensing.protocols import gb26875, hj212, jt808
from yiwang.sensing.protocols.mqtt.packets import Connect, Framer, Publish, write
from yiwang.sensing.protocols.mqtt.packets.model import V3

ZONE = ZoneInfo("Asia/Shanghai")
BRIDGE = "bridge:demo"
A_MESSAGE = 300  # devices in one message of the bridge
_FACTOR = re.compile(r"[aw]\d{5}")
_CENTRE = 1  # the centre's own address among fire units
_FIRE, _FAULT, _NO_POWER = 1 << 1, 1 << 2, 1 << 8


@dataclass(frozen=True)
class Gateways:
    """Where the gateways listen on this machine: port by protocol; the password of the bridge."""

    ports: Mapping[str, int] = field(default_factory=dict)
    password: str = ""
    host: str = "127.0.0.1"


def speakers(gateways: Gateways, places: Mapping[str, tuple[float, float]]) -> dict[str, Speaker]:
    """Return who speaks which protocol; `places` are those of vehicles (degrees) by what they call themselves."""
    made: dict[str, Speaker] = {}
    ports = gateways.ports
    if "mqtt" in ports:
        made["mqtt"] = Bridge(Line(gateways.host, ports["mqtt"], lambda: Framer(version=V3)), gateways.password)
    if "hj212" in ports:
        made["hj212"] = Monitors(Line(gateways.host, ports["hj212"], hj212.Splitter))
    if "jt808" in ports:
        made["jt808"] = Vehicles(Line(gateways.host, ports["jt808"], jt808.Splitter), places)
    if "gb26875" in ports:
        made["gb26875"] = FireUnits(Line(gateways.host, ports["gb26875"], gb26875.Splitter))
    return made


@dataclass
class Bridge:
    """Brings the readings of many devices over one connection of MQTT, acknowledged when they are on disk."""

    line: Line
    password: str
    _number: int = 0

    async def say(self, parts: Sequence[Part]) -> int:
        """Send readings in messages of ThingsBoard's gateway."""
        rows = list(by_device(parts))
        if not rows:
            return 0
        if not self.line.is_up:
            hello = Connect(BRIDGE, V3, username=BRIDGE, password=self.password.encode(), keep_alive=600)
            (welcome,) = await self.line.ask([write(hello, V3)])
            if welcome.reason:
                self.line.hang_up()
                raise NotHeard(f"the gateway refuses the bridge: {welcome.reason}")
        await self.line.ask([self._message(rows[at : at + A_MESSAGE]) for at in range(0, len(rows), A_MESSAGE)])
        return len(rows) * len(parts)

    def _message(self, rows: Sequence[tuple[str, int, dict[str, float]]]) -> bytes:
        self._number = self._number % 65_535 + 1
        told = {name: [{"ts": at, "values": values}] for name, at, values in rows}
        return write(Publish("v1/gateway/telemetry", json.dumps(told).encode(), 1, self._number), V3)


@dataclass
class Monitors:
    """Stations of dust, noise, air, water and fumes: real-time data of HJ 212-2017, answered by 9014."""

    line: Line
    _number: int = 0

    async def say(self, parts: Sequence[Part]) -> int:
        """Send a frame for each station."""
        frames = [self._frame(*row) for row in by_device(parts)]
        await self.line.ask(frames)
        return len(frames) * len(parts)

    def _frame(self, name: str, at: int, values: dict[str, float]) -> bytes:
        moment = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZONE)
        self._number = (self._number + 1) % 1000
        groups = [{f"{_factor(metric)}-Rtd": f"{value:g}", f"{_factor(metric)}-Flag": "N"}
                  for metric, value in values.items()]  # fmt: skip
        flag = hj212.Flag(True, False, 1)
        qn = f"{moment:%Y%m%d%H%M%S}{self._number:03d}"
        cp = ({"DataTime": f"{moment:%Y%m%d%H%M%S}"}, *groups)
        return hj212.encode(hj212.Message(2017, qn, "39", "2011", "123456", name, flag, cp))


def _factor(metric: str) -> str:
    """Return the code that a station sends for a metric: `a34002` of `a34002_pm10`."""
    found = _FACTOR.match(metric)
    return found[0] if found else metric


@dataclass
class FireUnits:
    """Transmitters of fire units: the state of their system by GB/T 26875.3, confirmed by the centre."""

    line: Line
    _serial: int = 0

    async def say(self, parts: Sequence[Part]) -> int:
        """Send the state of each unit."""
        frames = [self._frame(*row) for row in by_device(parts)]
        await self.line.ask(frames)
        return len(frames) * len(parts)

    def _frame(self, name: str, at: int, values: dict[str, float]) -> bytes:
        self._serial = (self._serial + 1) & 0xFFFF
        moment = _said_at(at)
        state = _FIRE * (values.get("fire", 0) > 0) | _FAULT * (values.get("fault", 0) > 0)
        state |= _NO_POWER * (values.get("main_power", 1) <= 0)
        one = {"system_type": 1, "system_addr": 1, "state": state, "time": moment}
        return gb26875.encode(gb26875.Message(self._serial, 2, int(name, 16), _CENTRE, moment, 1, (one,)))


@dataclass
class Vehicles:
    """Vehicles that register, sign in and say where they are, by JT/T 808-2013."""

    line: Line
    places: Mapping[str, tuple[float, float]]
    _signed_in: set[str] = field(default_factory=set)
    _serial: int = 0

    async def say(self, parts: Sequence[Part]) -> int:
        """Send the place and speed of each vehicle; whoever is new, or was cut off, signs in before."""
        rows = list(by_device(parts))
        if not self.line.is_up:
            self._signed_in.clear()
        await self._sign_in([name for name, *_ in rows if name not in self._signed_in])
        known = [row for row in rows if row[0] in self._signed_in]
        await self.line.ask([self._frame(0x0200, name, self._where(name, at, values)) for name, at, values in known])
        return len(known) * len(parts)

    async def _sign_in(self, names: Sequence[str]) -> None:
        asked = [self._frame(0x0100, name, _registration(name)) for name in names]
        codes: dict[str, Any] = {}
        for answer in _decoded(await self.line.ask(asked)):
            if answer.message == 0x8100 and answer.body.get("result") == 0:
                codes[answer.phone.lstrip("0")] = answer.body["auth_code"]
        frames = [self._frame(0x0102, name, {"auth_code": code}) for name, code in codes.items()]
        await self.line.ask(frames)
        self._signed_in |= codes.keys()

    def _where(self, name: str, at: int, values: dict[str, float]) -> dict[str, Any]:
        lon, lat = self.places.get(name, (121.4, 31.25))
        turn = (at // 1000 + int(name[-6:])) % 600 / 600  # a round of ten minutes around where it belongs
        lon, lat = lon + 0.004 * abs(turn - 0.5), lat + 0.003 * abs(turn - 0.5)
        told = {"alarm": 0, "status": 3, "lat": round(lat * 1e6), "lon": round(lon * 1e6), "altitude": 4}
        return told | {"speed": round(10 * values.get("speed", 0.0)), "direction": 90, "time": _said_at(at)}

    def _frame(self, message: int, name: str, body: dict[str, Any]) -> bytes:
        self._serial = (self._serial + 1) & 0xFFFF
        return jt808.encode(jt808.Message(message, 2013, name, self._serial, body))


def _registration(name: str) -> dict[str, Any]:
    told: dict[str, Any] = {"province": 31, "city": 107, "maker": "YWANG", "model": "DEMO", "terminal_id": name[-7:]}
    return told | {"plate_colour": 2, "plate": f"沪演{name[-5:]}"}


def _decoded(frames: Sequence[Any]) -> Iterator[jt808.Message]:
    for frame in frames:
        message = jt808.decode(frame) if isinstance(frame, bytes) else frame
        if isinstance(message, jt808.Message):
            yield message


def _said_at(at: int) -> str:
    return datetime.fromtimestamp(at // 1000, UTC).astimezone(ZONE).isoformat()
