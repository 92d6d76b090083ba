"""The door of every route: finds out who comes, opens the transaction, commits it before the answer leaves."""

import hmac
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.routing import APIRoute

from yiwang.access.model import Actor
from yiwang.access.nul import refuse_nul
from yiwang.access.problems import documented, install, problem
from yiwang.access.sessions import Memory, authenticate_key, authenticate_session, csrf_of
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring
from yiwang.base.errors import Forbidden, NotSignedIn, Refusal, TooLarge
from yiwang.db.database import Database
from yiwang.db.tx import Stale, Tx

__all__ = [
    "MIB",
    "Door",
    "Entry",
    "LongDoor",
    "LongEntry",
    "LongVisit",
    "OpenDoor",
    "OpenEntry",
    "OpenVisit",
    "Visit",
    "install",
    "problem",
    "takes",
]

SESSION_COOKIE = "yiwang_session"
CSRF_COOKIE = "yiwang_csrf"
MIB = 1 << 20
VISIT = "yiwang.visit"  # where in a request's scope the door leaves who came
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_BODY_LIMIT = 8 * MIB
_SIGN_IN = "Sign in first: your session has ended or there was none."
_SIGNED = documented(400, 401, 403, 404, 409, 413, 422, 429)
_OPEN = documented(400, 403, 404, 409, 413, 422, 429)
Handler = Callable[[Request], Coroutine[Any, Any, Response]]
F = TypeVar("F", bound=Callable[..., Any])


class _Taken(Request):
    """A request as the door hands it on, with the body that a wrapper of the door may have taken in already."""

    def __init__(self, request: Request) -> None:
        super().__init__(request.scope, request.receive)
        if hasattr(request, "_body"):
            self._body = request._body


class OpenEntry(_Taken):
    """What a handler without sign-in is given: the request, with the open transaction and the moment.

    It is the request itself, as FastAPI hands it over without asking a dependency for it; so no function asks for both.
    """

    tx: Tx
    at: datetime

    @property
    def request(self) -> Request:
        """The request."""
        return self

    @property
    def keyring(self) -> Keyring:
        """The platform's keys."""
        return cast(Keyring, self.app.state.keyring)

    def use(self, tx: Tx) -> None:
        """Take the transaction this request is answered in."""
        self.tx, self.at = tx, tx.at


class Entry(OpenEntry):
    """What a handler is given: the request, the open transaction, the moment, who acts."""

    actor: Actor


class LongEntry(_Taken):
    """What a handler with long work is given: the request, who acts, the database to open its own transactions in."""

    database: Database
    actor: Actor

    @property
    def request(self) -> Request:
        """The request."""
        return self


Visit = Entry
OpenVisit = OpenEntry
LongVisit = LongEntry


def takes(limit: int) -> Callable[[F], F]:
    """Let a handler's request body be up to `limit` bytes instead of 8 MiB: `@takes(64 * MIB)` under the route."""

    def mark(handler: F) -> F:
        handler.__dict__["body_limit"] = limit
        return handler

    return mark


class Door(APIRoute):
    """A route for those who are signed in, by session cookie or by `Authorization: Bearer` key.

    The first statement of the request's transaction says who comes. An answer means that what it tells is committed;
    a refusal undoes everything.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **settings: Any) -> None:
        settings["responses"] = _SIGNED | (settings.get("responses") or {})
        settings["openapi_extra"] = {"security": [{"session": []}, {"key": []}]} | (settings.get("openapi_extra") or {})
        super().__init__(path, endpoint, **settings)

    def get_route_handler(self) -> Handler:
        """Wrap the handler of FastAPI in the transaction of the request."""
        handle = super().get_route_handler()
        limit: int = getattr(self.endpoint, "body_limit", _BODY_LIMIT)

        async def enter(request: Request) -> Response:
            database: Database = request.app.state.database
            if "authorization" not in request.headers and SESSION_COOKIE not in request.cookies:
                raise NotSignedIn(_SIGN_IN)  # before a stranger's body is taken in
            visit = Entry(request)
            request.scope[VISIT] = visit  # for who counts the calls
            await _read_body(visit, limit)
            answer = await _visit(database, visit, handle)
            # Somebody, or something, remembered has changed by now: the second time all is found out anew.
            return answer or await _visit(database, visit, handle, anew=True) or Response(status_code=503)

        return enter


class LongDoor(Door):
    """A route whose work takes long (a photo to re-encode, a stream): it holds no connection meanwhile.

    Who comes is found out in a transaction of its own; the handler opens those it needs.
    """

    def get_route_handler(self) -> Handler:
        """Wrap the handler of FastAPI in the finding out of who comes."""
        handle = APIRoute.get_route_handler(self)
        limit: int = getattr(self.endpoint, "body_limit", _BODY_LIMIT)

        async def enter(request: Request) -> Response:
            database: Database = request.app.state.database
            visit = LongEntry(request)
            request.scope[VISIT] = visit
            visit.database = database
            async with database.tx() as tx:
                visit.actor = await _who(tx, request)
            await _read_body(visit, limit)
            try:
                return await handle(visit)
            except Forbidden as refusal:
                await _note_denied(database, visit.actor, request, refusal)
                raise

        return enter


class OpenDoor(APIRoute):
    """A route for everyone: a transaction, and nobody in particular."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **settings: Any) -> None:
        settings["responses"] = _OPEN | (settings.get("responses") or {})
        super().__init__(path, endpoint, **settings)

    def get_route_handler(self) -> Handler:
        """Wrap the handler of FastAPI in the transaction of the request."""
        handle = super().get_route_handler()
        limit: int = getattr(self.endpoint, "body_limit", _BODY_LIMIT)

        async def enter(request: Request) -> Response:
            database: Database = request.app.state.database
            visit = OpenEntry(request)
            await _read_body(visit, limit)
            check_origin(request)
            async with database.tx() as tx:
                visit.use(tx)
                answer = await handle(visit)
            return answer

        return enter


async def _visit(database: Database, visit: Entry, handle: Handler, *, anew: bool = False) -> Response | None:
    """Let somebody in and answer; None when what was remembered has to be found out anew first."""
    actor: Actor | None = None
    try:
        async with database.tx(recalls=not anew) as tx:
            try:
                visit.use(tx)
                visit.actor = actor = await _who(tx, visit, _memory(visit))
                answer = await handle(visit)
            except Refusal:
                if tx.unchecked:  # refused on the word of a memory nobody has looked at
                    raise Stale from None
                raise
    except Stale:
        return None
    except Forbidden as refusal:
        if actor:
            await _note_denied(database, actor, visit, refusal)
        raise
    return answer


def _memory(request: Request) -> Memory:
    state = request.app.state
    found: Memory | None = getattr(state, "memory", None)
    if found is None:
        found = state.memory = Memory()
    return found


async def _read_body(request: Request, limit: int) -> None:
    """Take the whole body in before a connection to the database is held: a slow sender then blocks nobody."""
    if request.method in _SAFE:
        refuse_nul(request)
        return
    declared = request.headers.get("content-length")
    sentence = f"This request may hold at most {limit // MIB} MiB."
    if declared and declared.isdigit():
        if int(declared) > limit:
            raise TooLarge(sentence)
        refuse_nul(request, await request.body())
        return
    taken = bytearray()
    async for chunk in request.stream():
        taken += chunk
        if len(taken) > limit:
            raise TooLarge(sentence)
    request._body = bytes(taken)
    refuse_nul(request, request._body)


async def _who(tx: Tx, request: Request, memory: Memory | None = None) -> Actor:
    header = request.headers.get("authorization")
    if header is not None:
        scheme, _, key = header.partition(" ")
        actor = await authenticate_key(tx, key.strip(), memory) if scheme.lower() == "bearer" else None
        if actor is None:
            raise NotSignedIn("This key is not valid, has expired or was revoked.")
        return actor
    token = request.cookies.get(SESSION_COOKIE)
    found = await authenticate_session(tx, token, memory) if token else None
    if token is None or found is None:
        raise NotSignedIn(_SIGN_IN)
    if request.method not in _SAFE:
        check_origin(request)
        _check_csrf(request, token)
    if found.must_change and not request.url.path.startswith("/api/session"):
        raise Forbidden("Choose a new password first: POST /api/session/password.", must_change=True)
    return found.actor


def _check_csrf(request: Request, token: str) -> None:
    given = request.headers.get("x-csrf-token", "")
    if not hmac.compare_digest(given.encode(), csrf_of(token).encode()):
        raise Forbidden("The header X-CSRF-Token is missing or stale: send the `csrf` of GET /api/session.")


def check_origin(request: Request) -> None:
    """Refuse an unsafe request that a page of another site sent."""
    origin = request.headers.get("origin")
    if origin is None or request.method in _SAFE:
        return
    known = getattr(request.app.state, "origins", ())
    if origin not in known and urlsplit(origin).netloc != request.headers.get("host"):
        raise Forbidden("This request comes from a page of another site.")


async def _note_denied(database: Database, actor: Actor, request: Request, refusal: Forbidden) -> None:
    """Keep who tried what they may not: the request's own transaction is undone, so this is one of its own."""
    async with database.tx() as tx:
        path = request.url.path[:200].replace("\0", "")
        detail = {"method": request.method, "path": path, "permission": refusal.members.get("permission")}
        audit(tx, actor, "denied", "route", None, tx.at, detail, success=False)
