"""SQL of the inbox, and of telling: the outbox row that keeps a message from being told twice."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.notices.model import INBOX, Notice


def insert_notices(
    tx: Tx,
    accounts: Sequence[UUID],
    posts: Sequence[UUID | None],
    content: dict[str, Any],
    object_id: UUID | None,
    at: datetime,
    dedupe_key: str,
    give_up: datetime | None,
) -> None:
    """Write the outbox rows that are not there yet, an inbox row for each of them, and what goes to other carriers.

    With `give_up`, those who prefer a carrier beside the inbox get a row that waits for the first they prefer.
    """
    tx.put(
        """WITH told AS (
            SELECT * FROM unnest(%(ids)s::uuid[], %(others)s::uuid[], %(accounts)s::uuid[], %(posts)s::uuid[])
                AS t(id, other, account, post)),
        new AS (
            INSERT INTO notices.outbox (id, carrier, address, dedupe_key, payload, state, attempts, recorded)
            SELECT id, %(carrier)s, account::text, %(key)s, %(payload)s, 'sent', 1, %(recorded)s FROM told
            ON CONFLICT (carrier, address, dedupe_key) DO NOTHING RETURNING id, address),
        noticed AS (
            INSERT INTO notices.notice
                (id, account_id, at, kind, title_zh, title_en, text, link, object_type, object_id, recorded)
            SELECT new.id, new.address::uuid, %(at)s, %(kind)s, %(title_zh)s, %(title_en)s, %(text)s, %(link)s,
                %(object_type)s, %(object_id)s, %(recorded)s
            FROM new)
        INSERT INTO notices.outbox (id, carrier, lane, address, account_id, post_id, dedupe_key, payload, state,
            next_try, urgency, give_up, recorded)
        SELECT told.other, p.carriers[1], p.carriers[1], new.address, told.account, told.post, %(key)s, %(whole)s,
            'waiting', %(recorded)s, %(urgency)s, %(give_up)s, %(recorded)s
        FROM new JOIN told ON told.id = new.id
            JOIN notices.preference p ON p.account_id = told.account AND cardinality(p.carriers) > 0
        WHERE %(give_up)s::timestamptz IS NOT NULL
        ON CONFLICT (carrier, address, dedupe_key) DO NOTHING""",
        {
            **content,
            "carrier": INBOX,
            "key": dedupe_key,
            "payload": Jsonb({"kind": content["kind"], "object_type": content["object_type"]}),
            "whole": Jsonb(content),
            "ids": [uuid7(tx.at) for _ in accounts],
            "others": [uuid7(tx.at) for _ in accounts],
            "accounts": list(accounts),
            "posts": list(posts),
            "object_id": object_id,
            "at": at,
            "give_up": give_up,
            "recorded": tx.at,
        },
    )


async def inbox(
    tx: Tx, account: UUID, *, unread_only: bool, before: tuple[datetime, UUID] | None, limit: int
) -> list[Notice]:
    """Notices of an account, newest first, after the position `before`."""
    at, last = before or (None, None)
    rows = await tx.rows(
        """SELECT id, at, kind, title_zh, title_en, text, link, object_type, object_id, read_at
        FROM notices.notice
        WHERE account_id = %s AND (NOT %s OR read_at IS NULL)
          AND (%s::timestamptz IS NULL OR (at, id) < (%s, %s))
        ORDER BY at DESC, id DESC LIMIT %s""",
        (account, unread_only, at, at, last, limit),
    )
    return [Notice(**row) for row in rows]


async def count_unread(tx: Tx, account: UUID) -> int:
    return int(
        await tx.value("SELECT count(*) FROM notices.notice WHERE account_id = %s AND read_at IS NULL", (account,))
    )


async def mark_read(tx: Tx, account: UUID, notice: UUID, at: datetime) -> int:
    """Mark an account's own notice; one that was read before keeps its time. Returns 0 when it is not theirs."""
    return await tx.count(
        "UPDATE notices.notice SET read_at = coalesce(read_at, %s) WHERE id = %s AND account_id = %s",
        (at, notice, account),
    )


async def mark_all_read(tx: Tx, account: UUID, at: datetime) -> int:
    return await tx.count(
        "UPDATE notices.notice SET read_at = %s WHERE account_id = %s AND read_at IS NULL", (at, account)
    )


async def prune_outbox(tx: Tx, before: datetime) -> int:
    return await tx.count(
        """DELETE FROM notices.outbox
        WHERE recorded < %(before)s AND (carrier = 'inbox' OR ended < %(before)s)""",
        {"before": before},
    )
