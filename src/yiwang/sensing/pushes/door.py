"""POST /ingest/push/{code}: documents of operators' platforms, beside the API as the readings' own door is.

A document is read by its declared mapping. The answer comes when its readings, and the document itself, are committed.
"""

import asyncio
import hmac
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import msgspec

from yiwang.access import Keyring
from yiwang.base.errors import Conflict, Invalid, NotFound, NotSignedIn
from yiwang.db import Database
from yiwang.definitions import Kept
from yiwang.sensing.devices import Directory
from yiwang.sensing.protocols.http_push.mapping import Push, Unmapped, samples_of
from yiwang.sensing.protocols.sample import Sample
from yiwang.sensing.pushes.declaring import PushBook, kept, secret
from yiwang.sensing.pushes.model import TOLERANCE, PushDeclared, is_signed
from yiwang.sensing.readings.batches import AHEAD, EARLIEST
from yiwang.sensing.readings.door import PREFIX, Came, LimitOf
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import Columns, of

REFRESH = 2.0  # seconds
_MOST_SIGNED = 100_000  # signatures remembered: one is good once
Answer = tuple[int, dict[str, Any]]


class PushDoor:
    """Takes documents of declared platforms. One for a process."""

    def __init__(
        self, database: Database, inlet: Inlet, directory: Directory, keyring: Keyring, limit_of: LimitOf
    ) -> None:
        """`limit_of` says of a header what its key may send of columns; the directory is refreshed here as well."""
        self._database, self._inlet, self._directory, self._keyring = database, inlet, directory, keyring
        self._limit_of = limit_of
        self._kept: Kept[PushBook] = kept()
        self._book = PushBook(())
        self._refreshed = float("-inf")
        self._signed: OrderedDict[bytes, float] = OrderedDict()

    async def take(self, came: Came) -> Answer:
        """Return the answer to one document."""
        code, _, given = came.path.removeprefix(PREFIX).partition("/")
        declared, mapping = await self._find(code)
        limit = await self._prove(declared, given, came)
        now = self._database.clock.now()
        source = f"push:{declared.code}"
        samples = _samples(mapping, came.body)
        if isinstance(samples, str):
            await self._inlet.quarantine(source, "?", came.body, samples, now)
            raise Invalid("body", samples)
        columns, unknown = self._columns(declared, samples, int(now.timestamp() * 1000))
        allowed = limit(columns) if limit else columns
        async with asyncio.TaskGroup() as tasks:
            if len(allowed):
                tasks.create_task(self._inlet.put(allowed, source=source, received=now))
            if declared.keep_raw:
                tasks.create_task(self._inlet.keep_raw(source, came.body, now))
            for device, why in unknown.items():
                tasks.create_task(self._inlet.quarantine(declared.protocol, device, came.body, why, now))
        return 200, {"taken": len(allowed), "refused": len(samples) - len(allowed)}

    async def _find(self, code: str) -> tuple[PushDeclared, Push]:
        now = asyncio.get_running_loop().time()
        if now - self._refreshed >= REFRESH:
            async with self._database.tx() as tx:
                await self._kept.refresh(tx)
                await self._directory.refresh(tx)
                self._book = await self._kept.get(tx)
            self._refreshed = now
        found = self._book.find(code, self._database.clock.now())
        if found is None:
            raise NotFound("Nobody pushes to this address: GET /api/device-pushes names the addresses.")
        return found

    async def _prove(self, declared: PushDeclared, given: str, came: Came) -> Callable[[Columns], Columns] | None:
        """Return what limits the sender to its part of the city; `NotSignedIn` when it is not who it says."""
        if declared.proof == "key":
            return await self._limit_of(came.headers.get(b"authorization", b""))
        wanted = secret(self._keyring, declared)
        if declared.proof == "address":
            if not hmac.compare_digest(wanted.encode(), given.lower().encode()):
                raise NotSignedIn("The secret at the end of the address is wrong.")
            return None
        stamp = came.headers.get(b"x-yiwang-timestamp", b"").decode("latin-1")
        signature = came.headers.get(b"x-yiwang-signature", b"").decode("latin-1")
        now = self._database.clock.now().timestamp()
        if not is_signed(wanted, stamp, signature, came.body, now):
            raise NotSignedIn("The signature is wrong or older than five minutes: X-Yiwang-Timestamp, -Signature.")
        self._once(signature, now)
        return None

    def _once(self, signature: str, now: float) -> None:
        """Refuse a signature that was used already: somebody has recorded it."""
        digest = blake2b(signature.lower().encode(), digest_size=12).digest()
        while self._signed and (
            len(self._signed) >= _MOST_SIGNED or next(iter(self._signed.values())) < now - 2 * TOLERANCE
        ):
            self._signed.popitem(last=False)
        if digest in self._signed:
            raise Conflict("This very document came already. Sign it anew when it is another one.")
        self._signed[digest] = now

    def _columns(self, declared: PushDeclared, samples: list[Sample], now: int) -> tuple[Columns, dict[str, str]]:
        """Return what can be taken, and why of which devices something cannot."""
        taken: list[tuple[int, int, float, int]] = []
        unknown: dict[str, str] = {}
        for one in samples:
            known = self._directory.find(declared.protocol, one.device)
            series = known.series(one.metric) if known else None
            time = now if one.time is None else one.time
            if known is None:
                unknown[one.device] = "No device has this key."
            elif series is None:
                unknown[one.device] = f"Devices of class {known.class_code} have no metric {one.metric[:60]!r}."
            elif not EARLIEST <= time <= now + AHEAD:
                unknown[one.device] = "The time is before 2000 or more than a day ahead."
            else:
                taken.append((series, time, one.value, one.quality))
        return of(*zip(*taken, strict=True)) if taken else of([], [], []), unknown


def _samples(mapping: Push, body: bytes) -> list[Sample] | str:
    """Return the readings of a document, or in a sentence why it has none."""
    try:
        return samples_of(mapping, msgspec.json.decode(body))
    except Unmapped as error:
        return str(error)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return "This is no JSON document."
