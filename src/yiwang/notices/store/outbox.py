"""SQL of the outbox as senders use it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.notices.model import Claimed, Preferences, Quiet

_HELD_BY_US = "id = %(id)s AND lease_by = %(by)s AND state IN ('leased', 'sending')"


async def due_lanes(tx: Tx, at: datetime) -> list[str]:
    """Lanes on which something is due and nothing forbids a try; one look into the index for each lane."""
    rows = await tx.rows(
        """WITH RECURSIVE lane AS (
            (SELECT lane FROM notices.outbox WHERE state = 'waiting' ORDER BY lane LIMIT 1)
            UNION ALL
            SELECT (SELECT o.lane FROM notices.outbox o WHERE o.state = 'waiting' AND o.lane > lane.lane
                    ORDER BY o.lane LIMIT 1) FROM lane WHERE lane.lane IS NOT NULL)
        SELECT lane FROM lane WHERE lane IS NOT NULL
          AND EXISTS (SELECT 1 FROM notices.outbox o
                      WHERE o.state = 'waiting' AND o.lane = lane.lane AND o.next_try <= %s)
          AND NOT EXISTS (SELECT 1 FROM notices.circuit c WHERE c.lane = lane.lane AND c.open_until > %s)""",
        (at, at),
    )
    return [row["lane"] for row in rows]


async def claim(tx: Tx, lane: str, by: UUID, at: datetime, until: datetime, limit: int) -> list[Claimed]:
    """Take up to `limit` due rows of a lane for this sender; rows another one holds are passed over."""
    rows = await tx.rows(
        """UPDATE notices.outbox o SET state = 'leased', lease_by = %s, lease_until = %s, attempts = attempts + 1,
            first_try = coalesce(first_try, %s)
        WHERE o.id IN (SELECT id FROM notices.outbox WHERE state = 'waiting' AND lane = %s AND next_try <= %s
                       ORDER BY next_try LIMIT %s FOR UPDATE SKIP LOCKED)
        RETURNING id, carrier, lane, address, account_id, post_id, dedupe_key, payload, urgency, attempts, first_try,
            doubtful, lease_until, recorded, give_up""",
        (by, until, at, lane, at, limit),
    )
    return sorted((Claimed(**row) for row in rows), key=lambda row: (row.recorded, row.id))


async def begin(tx: Tx, row: UUID, by: UUID, at: datetime, until: datetime) -> bool:
    """Write down that bytes are about to leave; False when the lease is no longer ours."""
    return (
        await tx.count(
            """UPDATE notices.outbox SET state = 'sending', lease_until = %s
            WHERE id = %s AND lease_by = %s AND state = 'leased' AND lease_until > %s""",
            (until, row, by, at),
        )
        == 1
    )


async def finish(tx: Tx, row: UUID, by: UUID, state: str, *, error: str | None = None, ref: str | None = None) -> bool:
    """End a row we hold as sent, failed or uncertain; False when it is no longer ours."""
    return (
        await tx.count(
            f"""UPDATE notices.outbox SET state = %(state)s, error = %(error)s, provider_ref = %(ref)s, ended = %(at)s,
                lease_by = NULL, lease_until = NULL, next_try = NULL WHERE {_HELD_BY_US}""",
            {"id": row, "by": by, "state": state, "error": error, "ref": ref, "at": tx.at},
        )
        == 1
    )


async def put_back(
    tx: Tx,
    row: UUID,
    by: UUID,
    next_try: datetime,
    *,
    state: str = "waiting",
    error: str | None,
    untried: bool = False,
    doubtful: bool = False,
) -> bool:
    """Let a row we hold wait (or be held) until `next_try`; `untried` gives the try back."""
    return (
        await tx.count(
            f"""UPDATE notices.outbox SET state = %(state)s, next_try = %(next)s, error = coalesce(%(error)s, error),
                attempts = attempts - %(back)s, doubtful = doubtful OR %(doubtful)s,
                lease_by = NULL, lease_until = NULL WHERE {_HELD_BY_US}""",
            {
                "id": row,
                "by": by,
                "state": state,
                "next": next_try,
                "error": error,
                "back": int(untried),
                "doubtful": doubtful,
            },
        )
        == 1
    )


async def recover(tx: Tx, at: datetime) -> list[dict[str, Any]]:
    """Give back what senders that are gone had claimed; what they were sending is uncertain, and returned."""
    rows = await tx.rows(
        """UPDATE notices.outbox SET
            state = CASE state WHEN 'leased' THEN 'waiting' ELSE 'uncertain' END,
            doubtful = true,
            error = CASE state WHEN 'leased' THEN error ELSE 'The sender was stopped while this was on its way.' END,
            ended = CASE state WHEN 'leased' THEN NULL ELSE %(at)s END,
            lease_by = NULL, lease_until = NULL
        WHERE id IN (SELECT id FROM notices.outbox WHERE state IN ('leased', 'sending') AND lease_until <= %(at)s
                     FOR UPDATE SKIP LOCKED LIMIT 500)
        RETURNING id, lane, state""",
        {"at": at},
    )
    return [row for row in rows if row["state"] == "uncertain"]


async def too_late(tx: Tx, at: datetime) -> list[Claimed]:
    """End as failed what nobody waits for any more; returned, for its next carrier."""
    rows = await tx.rows(
        """UPDATE notices.outbox SET state = 'failed', ended = %(at)s, next_try = NULL,
            error = coalesce(error, 'Nothing was tried in time: the carrier was out of order, or it was quiet.')
        WHERE id IN (SELECT id FROM notices.outbox WHERE state IN ('waiting', 'held') AND give_up <= %(at)s
                     FOR UPDATE SKIP LOCKED LIMIT 500)
        RETURNING id, carrier, lane, address, account_id, post_id, dedupe_key, payload, urgency, attempts,
            coalesce(first_try, recorded) AS first_try, doubtful, recorded AS lease_until, recorded, give_up""",
        {"at": at},
    )
    return [Claimed(**row) for row in rows]


def insert_next(tx: Tx, row: Claimed, carrier: str, give_up: datetime) -> None:
    """The same message for the person's next carrier, unless it went there before."""
    tx.put(
        """INSERT INTO notices.outbox (id, carrier, lane, address, account_id, post_id, dedupe_key, payload, state,
            next_try, urgency, give_up, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,'waiting',%s,%s,%s,%s)
        ON CONFLICT (carrier, address, dedupe_key) DO NOTHING""",
        (uuid7(tx.at), carrier, carrier, row.address, row.account_id, row.post_id, row.dedupe_key, Jsonb(row.payload),
         tx.at, row.urgency, give_up, tx.at),
    )  # fmt: skip


def insert_for_contacts(
    tx: Tx, subjects: Sequence[UUID], content: dict[str, Any], dedupe_key: str, give_up: datetime
) -> None:
    """A row for each address of these subjects, by the first carrier of its kind that is switched on."""
    tx.put(
        """INSERT INTO notices.outbox (id, carrier, lane, address, account_id, dedupe_key, payload, state, next_try,
            urgency, give_up, recorded)
        SELECT t.id, c.code, c.code, t.subject::text, t.subject, %(key)s, %(content)s, 'waiting', %(at)s, 'normal',
            %(give_up)s, %(at)s
        FROM unnest(%(ids)s::uuid[], %(subjects)s::uuid[], %(kinds)s::text[]) AS t(id, subject, kind)
            JOIN notices.contact a ON a.account_id = t.subject AND a.kind = t.kind
            JOIN LATERAL (SELECT code FROM notices.carrier WHERE kind = t.kind AND enabled ORDER BY code LIMIT 1) c
                ON true
        ON CONFLICT (carrier, address, dedupe_key) DO NOTHING""",
        {
            "ids": [uuid7(tx.at) for _ in range(2 * len(subjects))],
            "subjects": [*subjects, *subjects],
            "kinds": ["sms"] * len(subjects) + ["mail"] * len(subjects),
            "key": dedupe_key,
            "content": Jsonb(content),
            "at": tx.at,
            "give_up": give_up,
        },
    )


def insert_webhooks(
    tx: Tx, subscription: UUID, bodies: Sequence[tuple[str, dict[str, Any]]], give_up: datetime
) -> None:
    """A row for each (dedupe key, body) of one subscription, in one statement."""
    tx.put(
        """INSERT INTO notices.outbox (id, carrier, lane, address, dedupe_key, payload, state, next_try, give_up,
            recorded)
        SELECT x.id, 'webhook', 'webhook:' || %(sub)s, %(sub)s, x.key, x.payload, 'waiting', %(at)s, %(give_up)s,
            %(at)s
        FROM unnest(%(ids)s::uuid[], %(keys)s::text[], %(payloads)s::jsonb[]) AS x(id, key, payload)
        ON CONFLICT (carrier, address, dedupe_key) DO NOTHING""",
        {
            "sub": str(subscription),
            "at": tx.at,
            "give_up": give_up,
            "ids": [uuid7(tx.at) for _ in bodies],
            "keys": [key for key, _ in bodies],
            "payloads": [Jsonb(body) for _, body in bodies],
        },
    )


async def waiting_on(tx: Tx, lane: str, most: int) -> int:
    """How many rows wait on a lane, counted up to `most`."""
    return int(
        await tx.value(
            """SELECT count(*) FROM (SELECT 1 FROM notices.outbox WHERE state = 'waiting' AND lane = %s LIMIT %s) x""",
            (lane, most),
        )
    )


async def preferences(tx: Tx, account: UUID, post: UUID | None) -> Preferences | None:
    """How a person is told; quiet hours are their own, else those of the post they are told for."""
    row = await tx.row(
        """SELECT p.carriers, p.digests, p.zone, q.starts, q.ends, q.zone AS quiet_zone
        FROM (SELECT %(account)s::uuid AS account_id) a
            LEFT JOIN notices.preference p USING (account_id)
            LEFT JOIN LATERAL (SELECT starts, ends, zone FROM notices.quiet
                WHERE subject_id IN (%(account)s, %(post)s) ORDER BY subject_id = %(account)s DESC LIMIT 1) q
                ON true""",
        {"account": account, "post": post},
    )
    if row is None or (row["carriers"] is None and row["starts"] is None):
        return None
    quiet = Quiet(row["starts"], row["ends"], row["quiet_zone"]) if row["starts"] else None
    return Preferences(tuple(row["carriers"] or ()), tuple(row["digests"] or ()), row["zone"] or "UTC", quiet)


async def digests_due(tx: Tx, at: datetime) -> list[dict[str, Any]]:
    """Take what is held for digests now due, by person and carrier: rows of (account, carrier, ids, payloads, …)."""
    rows = await tx.rows(
        """SELECT id, account_id, carrier, payload, give_up FROM notices.outbox
        WHERE (account_id, carrier) IN (
            SELECT account_id, carrier FROM notices.outbox WHERE state = 'held' AND next_try <= %(at)s
            ORDER BY next_try LIMIT 50)
          AND state = 'held' AND next_try <= %(at)s
        ORDER BY account_id, carrier, recorded, id FOR UPDATE SKIP LOCKED""",
        {"at": at},
    )
    return rows


def gather(tx: Tx, ids: Sequence[UUID], into: UUID, account: UUID, carrier: str, payload: dict[str, Any]) -> None:
    """Write one message in the place of many."""
    tx.put(
        """INSERT INTO notices.outbox (id, carrier, lane, address, account_id, dedupe_key, payload, state, next_try,
            urgency, give_up, recorded)
        VALUES (%(id)s, %(carrier)s, %(carrier)s, %(account)s::uuid::text, %(account)s, 'digest:' || %(id)s::uuid,
            %(payload)s, 'waiting', %(at)s, 'normal', %(at)s::timestamptz + interval '6 hours', %(at)s)""",
        {"id": into, "carrier": carrier, "account": account, "payload": Jsonb(payload), "at": tx.at},
    )
    tx.put(
        "UPDATE notices.outbox SET state = 'gathered', part_of = %s, ended = %s, next_try = NULL WHERE id = ANY(%s)",
        (into, tx.at, list(ids)),
    )


async def receipt(tx: Tx, carrier: str, ref: str, row_id: UUID | None, told: str, at: datetime) -> Claimed | None:
    """Keep what a carrier says became of a message; nothing goes back from read to delivered. None: nothing changed."""
    row = await tx.row(
        """UPDATE notices.outbox SET receipt = %(told)s, receipt_at = %(at)s,
            state = CASE %(told)s WHEN 'failed' THEN 'failed' ELSE 'sent' END, ended = coalesce(ended, %(at)s)
        WHERE carrier = %(carrier)s AND (provider_ref = %(ref)s OR id = %(id)s) AND state IN ('sent', 'uncertain')
          AND (receipt IS NULL OR receipt = 'delivered' AND %(told)s = 'read')
        RETURNING id, carrier, lane, address, account_id, post_id, dedupe_key, payload, urgency, attempts,
            coalesce(first_try, recorded) AS first_try, doubtful, recorded AS lease_until, recorded, give_up""",
        {"told": told, "at": at, "carrier": carrier, "ref": ref, "id": row_id},
    )
    return Claimed(**row) if row else None


def extend(tx: Tx, row: UUID, give_up: datetime) -> None:
    """Let a row be tried until `give_up`, if that is later than it would have been."""
    tx.put("UPDATE notices.outbox SET give_up = greatest(give_up, %s) WHERE id = %s", (give_up, row))


def insert_test(tx: Tx, row: UUID, carrier: str, account: UUID, payload: dict[str, Any], give_up: datetime) -> None:
    """A message an administrator sends to themselves."""
    tx.put(
        """INSERT INTO notices.outbox (id, carrier, lane, address, account_id, dedupe_key, payload, state, next_try,
            urgency, give_up, recorded)
        VALUES (%(id)s, %(carrier)s, %(carrier)s, %(account)s::uuid::text, %(account)s, 'test:' || %(id)s::uuid,
            %(payload)s, 'waiting', %(at)s, 'urgent', %(give_up)s, %(at)s)""",
        {
            "id": row,
            "carrier": carrier,
            "account": account,
            "payload": Jsonb(payload),
            "at": tx.at,
            "give_up": give_up,
        },
    )
