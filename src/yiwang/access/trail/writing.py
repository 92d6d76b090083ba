"""Writing an audit row in the transaction of the change, or of the look, that it tells of."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.access.model import Actor
from yiwang.access.trail import store
from yiwang.db.tx import Tx

_NOTHING: Mapping[str, Any] = {}


def audit(
    tx: Tx,
    actor: Actor,
    action: str,
    object_type: str,
    object_id: UUID | None,
    at: datetime,
    detail: Mapping[str, Any] = _NOTHING,
    *,
    success: bool = True,
) -> None:
    """Queue an audit row: who did (or looked at) what, when. `detail` carries ids and reasons, no personal data."""
    store.insert_row(tx, actor, action, object_type, object_id, at, detail, success)
