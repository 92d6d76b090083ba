"""Asking something of a device: kept first, sent by the gateway that has its connection, answered or given up."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Conflict, Invalid, NotFound, TooMany
from yiwang.base.ids import uuid7
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db import Tx
from yiwang.ledger import record
from yiwang.sensing.commands import store
from yiwang.sensing.commands.facts import DeviceCommanded
from yiwang.sensing.commands.model import KINDS, PATIENCE, checked
from yiwang.sensing.devices.listing import see, see_within
from yiwang.sensing.devices.model import Device

MOST_OPEN = 20  # questions to one device at a time
LONGEST = timedelta(days=7)
_SM4 = re.compile(r"[0-9A-Fa-f]{32}")


async def ask(
    tx: Tx,
    actor: Actor,
    device_id: UUID,
    kind: str,
    arguments: dict[str, Any],
    *,
    at: datetime,
    patience: timedelta | None = None,
) -> dict[str, Any]:
    """Ask something of a device; a device that is away is asked when it comes back, until `patience` is over."""
    device = await _held(tx, actor, device_id)
    protocol, external = _reached(device)
    if device.state == "retired":
        raise Conflict("This device is retired.")
    waits = PATIENCE if patience is None else patience
    if not timedelta(seconds=10) <= waits <= LONGEST:
        raise Invalid("patience_s", "Wait for 10 seconds to 7 days.")
    kept = checked(protocol, kind, arguments)
    if await store.open_for(tx, device_id) >= MOST_OPEN:
        raise TooMany(f"{MOST_OPEN} questions to this device are open. Wait for answers, or withdraw some.")
    command_id = uuid7(tx.at)
    row: dict[str, Any] = {
        "id": command_id,
        "device_id": device_id,
        "protocol": protocol,
        "external_id": external,
        "kind": kind,
        "arguments": kept,
        "asked_by": actor.id,
        "asked_at": at,
        "expires_at": tx.at + waits,
    }
    store.insert(tx, row)
    access.audit(tx, actor, "devices.command", "device", device_id, at, {"kind": kind, "command": str(command_id)})
    await record(tx, DeviceCommanded(command_id, device_id, protocol, kind), at=at, actor=actor.id)
    return row | {"state": "waiting", "sent_at": None, "sent_times": 0, "answered_at": None, "answer": {}}


async def history(
    tx: Tx, actor: Actor, device_id: UUID, *, cursor: str | None = None, limit: int = 50
) -> tuple[list[str], Page[dict[str, Any]]]:
    """Return what a device can be asked, and what it was asked, the newest first."""
    device = await see(tx, actor, device_id)
    before = None
    if cursor:
        try:
            before = UUID(str(decode_cursor(cursor, 1)[0]))
        except ValueError:
            raise Invalid(
                "cursor", "This cursor is not one of ours; leave it out to start from the first page."
            ) from None
    found = await store.of_device(tx, device_id, before, checked_limit(limit) + 1)
    found, more = found[:limit], len(found) > limit
    kinds = [kind for key in device.keys for kind in KINDS.get(key.protocol, ())]
    return kinds, Page([_as_of(tx, one) for one in found], encode_cursor(str(found[-1]["id"])) if more else None)


async def find(tx: Tx, actor: Actor, command_id: UUID) -> dict[str, Any]:
    """Return one command of a device in the actor's scope."""
    actor.scope("devices.read")
    row = await store.one(tx, command_id)
    if row is None:
        raise NotFound("There is no such command.")
    await see(tx, actor, row["device_id"])
    return _as_of(tx, row)


async def withdraw(tx: Tx, actor: Actor, command_id: UUID, *, at: datetime) -> None:
    """Take a command back that has not been sent yet."""
    actor.scope("devices.command")
    row = await find(tx, actor, command_id)
    await _held(tx, actor, row["device_id"])
    if not await store.withdraw(tx, command_id):
        raise Conflict("This command was sent already, or is over.")
    access.audit(tx, actor, "devices.withdraw", "device", row["device_id"], at, {"command": str(command_id)})


async def set_cipher(tx: Tx, actor: Actor, keyring: Keyring, device_id: UUID, key: str | None, *, at: datetime) -> None:
    """Set the SM4 key (32 hexadecimal digits) of a device that enciphers; None: it speaks plainly."""
    device = await see_within(tx, actor, device_id, "devices.write")
    if not any(one.protocol == "hj212" for one in device.keys):
        raise Conflict("Only monitors of HJ 212 encipher; this device has no key of that protocol.")
    if key is None:
        if not await store.forget_cipher(tx, device_id):
            raise NotFound("This device has no such key.")
    elif not _SM4.fullmatch(key):
        raise Invalid("sm4", "An SM4 key is 32 hexadecimal digits.")
    else:
        sealed = await access.seal_for(tx, keyring, device_id, bytes.fromhex(key), machine=True)
        store.set_cipher(tx, device_id, sealed, actor.id)
    access.audit(tx, actor, "devices.cipher", "device", device_id, at, {"set": key is not None})


async def _held(tx: Tx, actor: Actor, device_id: UUID) -> Device:
    return await see_within(tx, actor, device_id, "devices.command")


def _reached(device: Device) -> tuple[str, str]:
    found = next(((key.protocol, key.external_id) for key in device.keys if key.protocol in KINDS), None)
    if found is None:
        raise Conflict(f"This device has no key of a protocol in which it can be asked: {', '.join(KINDS)}.")
    return found


def _as_of(tx: Tx, row: dict[str, Any]) -> dict[str, Any]:
    """Return a command as it stands: nobody waits any more when its time is over, though no gateway has said so."""
    over = row["state"] in ("waiting", "sent", "accepted") and row["expires_at"] <= tx.at
    return row | {"state": "expired"} if over else row
