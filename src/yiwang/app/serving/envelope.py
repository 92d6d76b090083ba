"""Around the whole application: the request's id, the headers, the time it took, and what is refused at once."""

import re
import time
from collections.abc import Callable
from functools import cache

import structlog
from prometheus_client import Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yiwang.access.door import problem
from yiwang.app.serving import metrics
from yiwang.app.serving.headers import completed
from yiwang.app.serving.marking import marked
from yiwang.app.serving.refusals import Full, Unavailable
from yiwang.base.clock import Clock
from yiwang.base.errors import Refusal
from yiwang.base.ids import uuid7

_GIVEN_ID = re.compile(rb"[A-Za-z0-9._-]{8,64}")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# Whoever looks after a full disk has to come in, and is let out.
_STILL = frozenset({"/api/session"})
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
Standing = tuple[str | None, bool]  # why the database does not answer; whether the disk is full
log = structlog.get_logger()


class Envelope:
    """The outermost layer: not even our own mistakes leave without it."""

    def __init__(
        self,
        app: ASGIApp,
        clock: Clock,
        standing: Callable[[], Standing],
        made_up: Callable[[], bool] = lambda: False,
    ) -> None:
        """`made_up`: whether the platform's data is, so that files say it."""
        self._app = app
        self._clock = clock
        self._standing = standing
        self._made_up = made_up

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        name = _given_id(scope) or uuid7(self._clock.now()).hex.encode()
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                secure = scope["scheme"] == "https"
                headers = message.get("headers", ())
                message["headers"] = completed(
                    marked(headers, scope["path"]) if self._made_up() else headers,
                    path=scope["path"],
                    secure=secure,
                    request_id=name,
                )
            await send(message)

        with structlog.contextvars.bound_contextvars(request=name.decode()):
            try:
                refusal = _refused(scope, *self._standing())
                answer: ASGIApp = problem_of(refusal) if refusal else self._app
                await answer(scope, receive, sending)
            finally:
                taken = time.perf_counter() - begun
                _count(scope, status, taken)
                if status >= 500 and scope["path"] != "/readyz":
                    log.warning("answered", status=status, method=scope["method"], route=_route(scope))


def problem_of(refusal: Refusal) -> ASGIApp:
    """Return the answer to a refusal; those that pass by themselves say when to come again."""
    answer = problem(refusal)
    if refusal.status >= 500:
        answer.headers["retry-after"] = "5"
    return answer


def _refused(scope: Scope, down: str | None, full: bool) -> Refusal | None:
    path: str = scope["path"]
    if not path.startswith("/api/") or path == "/api/platform":
        return None
    if down:
        return Unavailable()
    if full and scope["method"] not in _SAFE and path not in _STILL:
        return Full()
    return None


def _given_id(scope: Scope) -> bytes | None:
    """Return the id that a proxy gave, where it looks like one."""
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _GIVEN_ID.fullmatch(value):
            return bytes(value)
    return None


def _route(scope: Scope) -> str:
    """Return the pattern of the route, never the address itself: that names cases and accounts."""
    route = scope.get("route")
    return str(getattr(route, "path", "none")) if route else "none"


def _count(scope: Scope, status: int, taken: float) -> None:
    method = scope["method"] if scope["method"] in _METHODS else "other"
    _figure(method, _route(scope), status // 100).observe(taken)


@cache
def _figure(method: str, route: str, hundreds: int) -> Histogram:
    """Return what is counted into: to look it up by its labels takes longer than to count."""
    return metrics.requests.labels(method, route, f"{hundreds}xx")
