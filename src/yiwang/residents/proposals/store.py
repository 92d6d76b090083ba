"""All SQL of suggestions, needs and the votes on them."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db.tx import Tx
from yiwang.residents.proposals.model import Proposal

_COLUMNS: LiteralString = ", ".join(f"p.{field.name}" for field in fields(Proposal))


def insert(tx: Tx, made: Proposal) -> None:
    tx.put(
        """INSERT INTO residents.proposal (id, kind, text, jurisdiction_id, state, made_at, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s)""",
        (made.id, made.kind, made.text, made.jurisdiction_id, made.state, made.made_at, tx.at),
    )


async def shown(
    tx: Tx, kind: str | None, below: Sequence[UUID] | None, after: tuple[int, UUID] | None, limit: int
) -> list[Proposal]:
    """Return what everyone may see, most votes first, within these jurisdictions (None: all)."""
    votes, last = after or (None, None)
    places = list(below) if below is not None else None
    rows = await tx.rows(
        f"""SELECT {_COLUMNS} FROM residents.proposal p WHERE p.state IN ('open', 'answered')
          AND (%s::text IS NULL OR p.kind = %s) AND (%s::uuid[] IS NULL OR p.jurisdiction_id = ANY(%s))
          AND (%s::int IS NULL OR (p.votes, p.id) < (%s, %s))
        ORDER BY p.votes DESC, p.id DESC LIMIT %s""",
        (kind, kind, places, places, votes, votes, last, limit),
    )
    return [Proposal(**row) for row in rows]


async def in_scope(
    tx: Tx, state: str, where: LiteralString, params: Sequence[Any], after: tuple[datetime, UUID] | None, limit: int
) -> list[Proposal]:
    """Return those in a state within a scope's condition, oldest first."""
    at, last = after or (None, None)
    rows = await tx.rows(
        f"""SELECT {_COLUMNS} FROM residents.proposal p WHERE p.state = %s AND {where}
          AND (%s::timestamptz IS NULL OR (p.made_at, p.id) > (%s, %s)) ORDER BY p.made_at, p.id LIMIT %s""",
        (state, *params, at, at, last, limit),
    )
    return [Proposal(**row) for row in rows]


async def hold(tx: Tx, proposal_id: UUID, where: LiteralString, params: Sequence[Any]) -> Proposal | None:
    """Return one within a scope's condition and hold its row."""
    row = await tx.row(
        f"SELECT {_COLUMNS} FROM residents.proposal p WHERE p.id = %s AND {where} FOR UPDATE OF p",
        (proposal_id, *params),
    )
    return Proposal(**row) if row else None


async def settle(tx: Tx, proposal_id: UUID, version: int, state: str, text: str, answer: str, at: datetime) -> bool:
    return (
        await tx.count(
            """UPDATE residents.proposal SET state = %s, text = %s, answer = %s, settled_at = %s, version = version + 1
            WHERE id = %s AND version = %s""",
            (state, text, answer, at, proposal_id, version),
        )
        == 1
    )


async def vote(tx: Tx, proposal_id: UUID, voter: bytes, at: datetime) -> bool | None:
    """Count a vote on an open one; False when this voter voted already, None when it takes no votes."""
    row = await tx.row(
        """WITH target AS (
            SELECT id FROM residents.proposal WHERE id = %s AND state = 'open' FOR UPDATE
        ), cast_now AS (
            INSERT INTO residents.vote (proposal_id, voter, at) SELECT id, %s, %s FROM target
            ON CONFLICT DO NOTHING RETURNING proposal_id
        ), counted AS (
            UPDATE residents.proposal p SET votes = votes + 1 FROM cast_now WHERE p.id = cast_now.proposal_id
        )
        SELECT EXISTS (SELECT FROM target) AS takes, EXISTS (SELECT FROM cast_now) AS new""",
        (proposal_id, voter, at),
    )
    return bool(row["new"]) if row and row["takes"] else None


async def take_back(tx: Tx, proposal_id: UUID, voter: bytes) -> bool:
    """Take a vote back while votes are taken; False when there was none."""
    return (
        await tx.count(
            """WITH gone AS (
                DELETE FROM residents.vote v USING residents.proposal p
                WHERE v.proposal_id = %s AND v.voter = %s AND p.id = v.proposal_id AND p.state = 'open'
                RETURNING v.proposal_id
            )
            UPDATE residents.proposal p SET votes = votes - 1 FROM gone WHERE p.id = gone.proposal_id""",
            (proposal_id, voter),
        )
        == 1
    )
