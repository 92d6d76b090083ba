"""Carriers as the administrator declares them; their secrets are kept sealed and never shown."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.notices.carriers import read_settings
from yiwang.notices.kernels import PATIENCE, secret_bytes
from yiwang.notices.model import KINDS
from yiwang.notices.store import circuits, outbox
from yiwang.notices.store import settings as store

PERMISSION = "platform.settings"
_CODE = re.compile(r"[a-z][a-z0-9_-]{0,30}")
_RESERVED = {"inbox", "webhook"}


@dataclass(frozen=True)
class Carriers:
    """Every carrier, and the lanes that failed of late."""

    items: list[dict[str, Any]]
    circuits: list[dict[str, Any]]


async def carriers(tx: Tx, actor: Actor) -> Carriers:
    """Return every carrier without its secrets."""
    actor.scope(PERMISSION)
    return Carriers(await store.carriers(tx), await circuits.circuits(tx))


async def declare(
    tx: Tx,
    actor: Actor,
    keyring: Keyring,
    code: str,
    *,
    kind: str,
    settings: dict[str, Any],
    enabled: bool,
    secret: str | None = None,
    receipt_secret: str | None = None,
    at: datetime,
) -> int:
    """Add or change a carrier and return its version; a secret left out stays as it was, an empty one goes."""
    actor.scope(PERMISSION)
    if not _CODE.fullmatch(code) or code in _RESERVED:
        raise Invalid("code", "A carrier's code is letters, digits, - and _, such as: mail, sms, sms-2, wecom.")
    if kind not in KINDS:
        raise Invalid("kind", f"The kind is one of {', '.join(KINDS)}.")
    if receipt_secret and secret_bytes(receipt_secret) is None:
        raise Invalid("receipt_secret", "It is whsec_ and at least 24 random bytes in base64.")
    read = read_settings(kind, settings)
    former = await store.lock_carrier(tx, code)
    row_id = former["id"] if former else uuid7(tx.at)
    secrets = await _secrets(tx, keyring, former)
    secrets |= {
        name: value for name, value in (("secret", secret), ("receipt_secret", receipt_secret)) if value is not None
    }
    kept = {name: value for name, value in secrets.items() if value}
    sealed = await access.seal_for(tx, keyring, row_id, json.dumps(kept).encode()) if kept else None
    whole = read.model_dump(mode="json")
    version = await store.put_carrier(tx, code, row_id, kind, whole, sealed, enabled, actor.id)
    if not version:
        raise Conflict("There is a carrier of another kind under this code: choose another code.")
    access.audit(tx, actor, "carrier.declared", "carrier", row_id, at, {"code": code, "kind": kind, "enabled": enabled})
    return version


async def try_out(tx: Tx, actor: Actor, code: str, *, at: datetime) -> None:
    """Put a message to oneself on a carrier; what becomes of it stands in the outbox."""
    actor.scope(PERMISSION)
    if await store.carrier(tx, code) is None:
        raise NotFound("There is no such carrier.")
    row_id = uuid7(tx.at)
    payload = {
        "kind": "carriers.test",
        "title_zh": "测试消息",
        "title_en": "Test message",
        "text": "收到此消息说明渠道可用。The carrier works if you read this.",
        "link": "",
        "object_type": "carrier",
    }
    outbox.insert_test(tx, row_id, code, actor.id, payload, tx.at + PATIENCE["urgent"])
    access.audit(tx, actor, "carrier.tried", "carrier", None, at, {"code": code})


async def receipt_secret(tx: Tx, keyring: Keyring, code: str) -> tuple[dict[str, Any], str] | None:
    """Return a carrier's declaration and the secret its receipts are signed with; None when it takes none."""
    found = await store.carrier(tx, code)
    secret = (await _secrets(tx, keyring, found)).get("receipt_secret") if found else None
    return (found["settings"], secret) if found and secret and found["settings"].get("receipts") else None


async def _secrets(tx: Tx, keyring: Keyring, found: dict[str, Any] | None) -> dict[str, str]:
    if found is None or found["secrets"] is None:
        return {}
    secrets: dict[str, str] = json.loads(await access.unseal_for(tx, keyring, found["id"], found["secrets"]))
    return secrets
