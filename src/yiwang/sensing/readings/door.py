"""POST /ingest/readings: raw ASGI beside the API, so that a million readings a second pass no framework.

A key with the permission `readings.send` sends batches; the answer comes when they are committed. Who a key is, and
which devices it may send for, is remembered for two seconds.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, cast
from uuid import UUID

import msgspec
import numpy as np
import psycopg
from numpy.typing import NDArray
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yiwang.access import Actor
from yiwang.access.sessions import authenticate_key
from yiwang.base.errors import Forbidden, Invalid, NotSignedIn, Refusal, TooLarge
from yiwang.db import Database
from yiwang.sensing.devices import Directory, devices_within
from yiwang.sensing.readings import batches
from yiwang.sensing.readings.batches import Batch
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import Columns

PATH = "/ingest/readings"
PREFIX = "/ingest/push/"  # of what platforms of others push; `pushes` takes it
MOST_BYTES = 64 << 20
MOST_PUSHED = 1 << 20  # bytes of one document
REMEMBERED = 2.0  # seconds
_PROTOCOL = "http"
_MOST_KEPT = 20  # bad rows of one request that are kept as they came


def beside(inside: ASGIApp, door: Callable[[], "IngestDoor | None"]) -> ASGIApp:
    """Return an application that leaves the path of readings to `door` and the rest to `inside`."""

    async def choose(scope: Scope, receive: Receive, send: Send) -> None:
        ours = scope["type"] == "http" and (scope["path"] == PATH or scope["path"].startswith(PREFIX))
        if ours and (found := door()):
            await found(scope, receive, send)
        else:
            await inside(scope, receive, send)

    return choose


@dataclass(frozen=True)
class _Sender:
    """Who sends; `may` says for each series whether this key may send for it, None for all."""

    actor: Actor
    until: float
    edition: int
    may: NDArray[np.bool_] | None


@dataclass(frozen=True)
class Came:
    """A document that was pushed, as it came."""

    path: str
    headers: dict[bytes, bytes]
    body: bytes


LimitOf = Callable[[bytes], Awaitable[Callable[[Columns], Columns]]]


class Pushes(Protocol):
    """Who takes documents below `PREFIX`."""

    async def take(self, came: Came) -> tuple[int, dict[str, Any]]: ...


class IngestDoor:
    """An ASGI application for one path. `inlet` is open while the platform runs; `directory` is refreshed here.

    What is below `PREFIX` goes to `pushes`.
    """

    pushes: Pushes | None = None

    def __init__(self, database: Database, inlet: Inlet, directory: Directory) -> None:
        self._database = database
        self._inlet = inlet
        self._directory = directory
        self._senders: dict[bytes, _Sender] = {}
        self._refreshed = float("-inf")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            if scope["method"] != "POST":
                await _answer(send, 405, {"title": "Send readings with POST.", "status": 405}, problem=True)
                return
            headers = dict(scope["headers"])
            if scope["path"] != PATH and self.pushes:
                body = await _body(receive, headers, MOST_PUSHED)
                await _answer(send, *await self.pushes.take(Came(scope["path"], headers, body)))
                return
            sender = await self._who(headers.get(b"authorization", b""))
            body = await _body(receive, headers)
            await _answer(send, *await self._take(sender, body, headers))
        except Refusal as refusal:
            told = {"title": refusal.detail, "status": refusal.status, "code": refusal.code, **refusal.members}
            await _answer(send, refusal.status, told, problem=True)
        except psycopg.OperationalError:
            told = {"title": "The database does not answer; nothing was kept. Send it again.", "status": 503}
            await _answer(send, 503, told, problem=True)

    async def _take(self, sender: _Sender, body: bytes, headers: dict[bytes, bytes]) -> tuple[int, dict[str, Any]]:
        now = self._database.clock.now()
        kind = headers.get(b"content-type", b"").decode("latin-1")
        batch = batches.read(body, kind, self._directory, protocol=_PROTOCOL, now=int(now.timestamp() * 1000))
        outside = _outside(batch, sender)
        await self._inlet.put(batch.columns, source=_PROTOCOL, received=now)
        await self._keep(batch, now)
        told = {"taken": len(batch.columns), "refused": batch.refused + outside, "bad": batch.bad}
        if outside:
            told["outside"] = outside
        return (200 if len(batch.columns) or not told["refused"] else 422), told

    async def _keep(self, batch: Batch, at: datetime) -> None:
        if batch.raw:
            kept = batch.raw[:_MOST_KEPT]
            await asyncio.gather(
                *(self._inlet.quarantine(_PROTOCOL, device or "?", raw, why, at) for device, raw, why in kept)
            )

    async def limit_of(self, header: bytes) -> Callable[[Columns], Columns]:
        """Return what takes out of columns that a key may not send for; `NotSignedIn` when it is no key."""
        sender = await self._who(header)
        return lambda columns: columns if sender.may is None else columns.take(sender.may[columns.series])

    async def _who(self, header: bytes) -> _Sender:
        now = asyncio.get_running_loop().time()
        sender = self._senders.get(header)
        if sender and now < sender.until and sender.edition == self._directory.edition:
            return sender
        scheme, _, key = header.decode("latin-1").partition(" ")
        if scheme.lower() != "bearer":
            raise NotSignedIn("Send the key of an application: Authorization: Bearer …")
        async with self._database.tx() as tx:
            actor = await authenticate_key(tx, key.strip())
            if actor is None:
                raise NotSignedIn("This key is not valid, has expired or was revoked.")
            scope = actor.scope("readings.send")
            await self._directory.refresh(tx)
            may = None
            if not scope.everything:
                may = _may(self._directory, await devices_within(tx, scope))
        if len(self._senders) > 1000:
            self._senders.clear()
        found = self._senders[header] = _Sender(actor, now + REMEMBERED, self._directory.edition, may)
        return found


def _may(directory: Directory, devices: list[UUID]) -> NDArray[np.bool_]:
    may = np.zeros(len(directory.known_series()), np.bool_)
    for device in devices:
        if known := directory.get(device):
            may[known.first : known.first + len(known.metrics)] = True
    return may


def _outside(batch: Batch, sender: _Sender) -> int:
    """Take out of the batch what this key may not send for; return how many readings that were."""
    if sender.may is None or not len(batch.columns):
        return 0
    allowed = sender.may[batch.columns.series]
    if allowed.all():
        return 0
    before = len(batch.columns)
    if not allowed.any():
        raise Forbidden("None of these devices is in the part of the city that this key is for.")
    batch.columns = batch.columns.take(allowed)
    return before - len(batch.columns)


async def _body(receive: Receive, headers: dict[bytes, bytes], most: int = MOST_BYTES) -> bytes:
    declared = headers.get(b"content-length", b"0")
    if declared.isdigit() and int(declared) > most:
        raise TooLarge(f"A request holds at most {most >> 20} MiB.")
    parts: list[bytes] = []
    size = 0
    while True:
        message: Message = await receive()
        if message["type"] == "http.disconnect":
            raise Invalid("body", "The sender hung up.")
        part = cast(bytes, message.get("body", b""))
        size += len(part)
        if size > most:
            raise TooLarge(f"A request holds at most {most >> 20} MiB.")
        parts.append(part)
        if not message.get("more_body", False):
            return parts[0] if len(parts) == 1 else b"".join(parts)


async def _answer(send: Send, status: int, told: Any, *, problem: bool = False) -> None:
    kind = b"application/problem+json" if problem else b"application/json"
    body = msgspec.json.encode(told)
    size = str(len(body)).encode()
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(b"content-type", kind), (b"content-length", size), (b"cache-control", b"no-store")],
        }
    )
    await send({"type": "http.response.body", "body": body})
