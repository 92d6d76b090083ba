"""The desk of 12345: callers are rung up, orders taken on a phone, answered, and the city rings back to ask."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

import httpx

from yiwang.demo.feeds.turning import Turns

PAGE = 200
CONTACT, TAKE, ANSWER, CALL_BACK = 40.0, 4.0, 45.0, 180.0  # minutes in the middle
# Shares, estimates near what the sources have: 先行联系 99 %, 实际解决 …, 满意 …
REACHED, ON_PHONE, SOLVED, CALLED = 0.985, 0.7, 0.82, 0.6
SAYS = ("satisfied",) * 70 + ("mostly",) * 18 + ("fair",) * 8 + ("dissatisfied",) * 4
ANSWERABLE = ("handling", "to_check", "to_close")


@dataclass
class HotlineDesk(Turns):
    """Looks at the newest orders and sees to what each waits for."""

    phone: httpx.AsyncClient | None = None
    _seen: dict[str, set[str]] = field(default_factory=dict)

    async def turn(self) -> None:
        """Look at the orders, then do what is due."""
        for order in await self.items("/api/hotline/orders", limit=PAGE):
            self._plan(order, self._seen.setdefault(order["id"], set()))
        await self.due()

    def _plan(self, order: dict[str, Any], done: set[str]) -> None:
        if order["contact"] == "waiting" and self._first(done, "contact"):
            self.later(CONTACT, partial(self._contact, order["id"]))
        if order["case_state"] == "to_receive" and self._first(done, "take") and self.chance.random() < ON_PHONE:
            self.later(TAKE, partial(self._take, order["case_id"]))
        if order["case_state"] in ANSWERABLE and not order["answered_at"] and self._first(done, "answer"):
            self.later(ANSWER, partial(self._answer, order["id"]))
        answered = order["answered_at"] and not order["called_back_at"]
        if answered and self._first(done, "call back") and self.chance.random() < CALLED:
            self.later(CALL_BACK, partial(self._call_back, order["id"]))

    def _first(self, done: set[str], what: str) -> bool:
        known = what in done
        done.add(what)
        return not known

    async def _contact(self, order: str) -> None:
        reached = bool(self.chance.random() < REACHED)
        spoke = {"spoke_with": "reporter"} if reached else {}
        ask = {"way": "phone", "reached": reached, **spoke}
        await self.send(f"/api/hotline/orders/{order}/first-contact", ask, "hotline contact")

    async def _take(self, case: str) -> None:
        if self.phone is not None:
            await self.send(f"/api/cases/{case}/receive", {}, "received on a phone", self.phone)

    async def _answer(self, order: str) -> None:
        solved = self.chance.random() < SOLVED
        said = ("已到现场处理完毕", "solved") if solved else ("已向您说明情况和办理依据", "explained")
        ask = {"text": said[0], "resolution": said[1]}
        await self.send(f"/api/hotline/orders/{order}/answer", ask, "hotline answer")

    async def _call_back(self, order: str) -> None:
        says = SAYS[int(self.chance.integers(len(SAYS)))]
        solved = "unsolved" if says == "dissatisfied" else "solved" if self.chance.random() < SOLVED else "explained"
        ask = {"contacted": bool(self.chance.random() < REACHED), "resolution": solved, "satisfaction": says}
        await self.send(f"/api/hotline/orders/{order}/callback", ask, "hotline call back")
