"""All SQL of the audit trail."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.access.model import Actor
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx


def insert_row(
    tx: Tx,
    actor: Actor,
    action: str,
    object_type: str,
    object_id: UUID | None,
    at: datetime,
    detail: Mapping[str, Any],
    success: bool,
) -> None:
    tx.put(
        """INSERT INTO access.audit (id, at, recorded, actor, actor_kind, actor_name, session, action, object_type,
            object_id, success, detail)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        (
            uuid7(tx.at),
            at,
            tx.at,
            actor.id,
            actor.kind,
            # A person is named by the account, so that erasing the person leaves the chain whole.
            None if actor.kind == "account" else actor.name,
            actor.session,
            action,
            object_type,
            object_id,
            success,
            Jsonb(dict(detail)),
        ),
    )
