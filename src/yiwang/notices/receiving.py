"""Receipts: what a gateway says became of a message, by a signed call-back."""

import json
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from yiwang.access import Keyring
from yiwang.base.errors import Forbidden, Invalid
from yiwang.db import Tx
from yiwang.notices import ending
from yiwang.notices.carriers.sms import Receipts, at_path
from yiwang.notices.configuring import receipt_secret
from yiwang.notices.kernels import signed_by
from yiwang.notices.store import outbox as store

_UNSIGNED = "This receipt is not signed by the carrier's secret, or is older than five minutes."


async def take_receipt(
    tx: Tx, keyring: Keyring, carrier: str, headers: tuple[str, str, str], body: bytes
) -> str | None:
    """Note a receipt, signed like a webhook (`headers` = id, timestamp, signatures); return what it told.

    None: it told nothing new. A message that the carrier lost goes to the person's next carrier.
    """
    found = await receipt_secret(tx, keyring, carrier)
    if found is None or not signed_by(found[1], headers, body, tx.at):
        raise Forbidden(_UNSIGNED)
    how = Receipts.model_validate(found[0]["receipts"])
    content = _content(how, body)
    ref, status = at_path(content, how.ref), str(at_path(content, how.status))
    if ref is None:
        raise Invalid(how.ref, "The receipt does not name a message.")
    told = next((name for name in ("delivered", "read", "failed") if status in getattr(how, name)), None)
    if told is None:
        return None
    row = await store.receipt(tx, carrier, str(ref)[:200], _uuid(str(ref)), told, tx.at)
    if row is None:
        return None
    if told == "failed":
        await ending.fall_back(tx, row)
        await ending.tell_administrators(tx, row.lane, "failed")
    return told


def _content(how: Receipts, body: bytes) -> Any:
    try:
        return json.loads(body) if how.format == "json" else dict(parse_qsl(body.decode(), max_num_fields=100))
    except ValueError:
        raise Invalid("body", f"The receipt is not {how.format}.") from None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
