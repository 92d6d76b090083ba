"""People without an account who asked to be told: an address under an id of its own, and what is sent to it."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Keyring
from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.notices.preferring import checked_address
from yiwang.notices.store import outbox, settings

WAYS = ("sms", "mail")
_PATIENCE = timedelta(days=2)  # who was not reached by then looks themselves


async def ways(tx: Tx) -> list[str]:
    """Return by which kinds somebody without an account can be told: those with a carrier that is switched on."""
    on = {row["kind"] for row in await settings.carriers(tx) if row["enabled"]}
    return [kind for kind in WAYS if kind in on]


async def kept(tx: Tx, subject: UUID) -> list[dict[str, Any]]:
    """Return the addresses of a subject: `kind`, and the address masked."""
    return [{"kind": row["kind"], "masked": row["masked"]} for row in await settings.contacts(tx, subject)]


async def keep(tx: Tx, keyring: Keyring, subject: UUID, kind: str, address: str) -> None:
    """Keep where a subject is told, sealed with a key of its own; another address of the kind is replaced."""
    if kind not in WAYS:
        raise Invalid("kind", f"The kind is one of {', '.join(WAYS)}.")
    plain, masked = checked_address(kind, address)
    if kind not in await ways(tx):
        raise Invalid("kind", "Nobody is told this way here: the platform has no such carrier, or it is switched off.")
    settings.put_contact(tx, subject, kind, await access.seal_for(tx, keyring, subject, plain.encode()), masked)


def forget(tx: Tx, subjects: Collection[UUID]) -> None:
    """Forget the addresses of these subjects; what was not sent yet finds none."""
    if subjects:
        settings.delete_contacts(tx, sorted(subjects))


def tell(
    tx: Tx, subjects: Collection[UUID], *, kind: str, title: tuple[str, str], text: str, link: str, dedupe_key: str
) -> None:
    """Send a message to every address of these subjects, once for a dedupe key; `title` is Chinese and English."""
    if tx.origin != "live" or not subjects:
        return
    content = {"kind": kind, "title_zh": title[0], "title_en": title[1], "text": text, "link": link}
    content["object_type"] = "report"
    outbox.insert_for_contacts(tx, sorted(subjects), content, dedupe_key, tx.at + _PATIENCE)
