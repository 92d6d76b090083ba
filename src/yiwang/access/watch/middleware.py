"""Around every request of the API: a limit before it, a count after it. Nothing is read or written for it."""

import asyncio
import math
from collections.abc import Callable, Mapping
from typing import Any, cast

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yiwang.access.privacy import of_model
from yiwang.access.problems import problem
from yiwang.access.watch.limiting import Limits, name_of
from yiwang.access.watch.metering import Meter, holder_of
from yiwang.base.clock import Clock
from yiwang.base.errors import TooMany

_VISIT = "yiwang.visit"  # where the door leaves who came
_PREFIXES = ("/api/", "/open311/")


class Metered:
    """The middleware. `parts` gives this process's meter, limits and clock, or None while it starts."""

    def __init__(self, app: ASGIApp, parts: Callable[[], tuple[Meter, Limits, Clock] | None]) -> None:
        self.app = app
        self.parts = parts
        self._personal: dict[int, bool] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        parts = self.parts() if scope["type"] == "http" and scope["path"].startswith(_PREFIXES) else None
        if parts is None:
            await self.app(scope, receive, send)
            return
        meter, limits, clock = parts
        loop = asyncio.get_running_loop()
        began = loop.time()
        name = name_of(_presented(scope))
        if seconds := limits.wait(name, began):
            await _refuse(seconds)(scope, receive, send)
            meter.note(limits.holder(name), "limited", clock.now(), 429, 0, 0.0, _address(scope))
            return
        status, size = 500, 0

        async def sending(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                if self._is_personal(scope):
                    headers = MutableHeaders(scope=message)
                    headers["x-watermark"] = "1"
                    headers.setdefault("cache-control", "no-store")
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, sending)
        finally:
            holder = holder_of(getattr(scope.get(_VISIT), "actor", None))
            limits.know(name, holder)
            spent = loop.time() - began
            meter.note(holder, _data_set(scope), clock.now(), status, size, spent, _address(scope))

    def _is_personal(self, scope: Scope) -> bool:
        """Whether the answer's shape holds personal data: the page that shows it carries a watermark."""
        route = scope.get("route")
        known = self._personal.get(id(route))
        if known is None:
            model = getattr(route, "response_model", None)
            known = isinstance(model, type) and hasattr(model, "model_fields") and bool(of_model(model))
            self._personal[id(route)] = known
        return known


def _presented(scope: Scope) -> bytes:
    """What tells one caller from another before it is known who they are: the key, the cookies, or the address."""
    cookie = None
    for name, value in scope["headers"]:
        if name == b"authorization":
            return cast(bytes, value)
        if name == b"cookie":
            cookie = value
    return cookie or (_address(scope) or "").encode()


def _address(scope: Scope) -> str | None:
    client = scope.get("client")
    return client[0] if client else None


def _data_set(scope: Scope) -> str:
    """The data set of a route: the first of its tags, which is its room's."""
    tags: list[Any] = getattr(scope.get("route"), "tags", None) or ["other"]
    return str(tags[0])


def _refuse(seconds: float) -> ASGIApp:
    wait: Mapping[str, str] = {"Retry-After": str(math.ceil(seconds))}
    answer = problem(TooMany("You call more often than you may. Wait as long as Retry-After says, then go on."))
    answer.headers.update(wait)
    return answer
