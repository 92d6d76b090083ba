"""Residents whose trifles are put right within the hour, and who say how they found it."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from yiwang.demo.feeds.turning import Turns
from yiwang.demo.life.sources import Talk

A_DAY, AT_ONCE = 48.0, 14  # trifles of a whole city, and how many there are when life begins
EVERY = 5.0  # seconds between two turns
STEP = 3.0  # minutes in the middle from one step to the next
SAYS = ("satisfied",) * 72 + ("mostly",) * 17 + ("fair",) * 8 + ("dissatisfied",) * 3
BODIES: dict[str, dict[str, Any]] = {
    "handle": {"text": "小事快办：已当场处理"},
    "check": {"passed": True},
    "confirm": {"passed": True},
    "close": {"text": "已处理，感谢您的反映"},
}
STEPS = {
    "to_confirm": "confirm",
    "to_dispatch": "dispatch",
    "to_receive": "receive",
    "handling": "handle",
    "to_check": "check",
    "to_close": "close",
}


@dataclass
class Residents(Turns):
    """Reports of residents, followed to their end by who holds the link."""

    talk: Talk | None = None
    run: str = ""
    a_day: float = A_DAY
    _begun: bool = field(default=False)

    async def turn(self) -> None:
        """Report now and then, and do what is due."""
        new = int(self.chance.poisson(self.a_day * EVERY * self.speed / 86_400))
        if not self._begun:
            self._begun, new = True, AT_ONCE
        for _ in range(new):
            await self._report()
        await self.due()

    async def _report(self) -> None:
        assert self.talk is not None
        self.told["trifles"] += 1
        said = self.talk.say(f"feed-{self.run}-{self.told['trifles']:06d}")
        place = {"lon": said.lon, "lat": said.lat, "datum": "WGS84"}
        ask = {"text": said.text, "place": place, "matter": said.matter, "idempotency_key": said.number}
        address = f"198.51.100.{int(self.chance.integers(1, 255))}"  # everybody has one of their own
        answer = await self.send("/api/residents/reports", ask, "resident's trifle", address=address)
        if answer and answer.get("token"):
            self.later(STEP, partial(self._step, answer["number"], answer["token"], address))

    async def _step(self, number: str, token: str, address: str) -> None:
        """Take the next step of the case, until it is closed; then rate it."""
        found = await self.items("/api/cases", q=number, tab="all", limit=1)
        state = found[0]["state"] if found else "closed"
        if state == "closed":
            await self._rate(token, address)
            return
        step = STEPS.get(state)
        if step is None:
            return
        await self.send(f"/api/cases/{found[0]['id']}/{step}", BODIES.get(step, {}), f"trifle {step}")
        self.later(STEP, partial(self._step, number, token, address))

    async def _rate(self, token: str, address: str) -> None:
        score = SAYS[int(self.chance.integers(len(SAYS)))]
        await self.send(f"/api/residents/follow/{token}/rating", {"score": score}, "rating", address=address)
