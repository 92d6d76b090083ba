"""SQL of orders: taking them in, the steps on them, lists and counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.base.ids import uuid7
from yiwang.cases.hotline.model import Called, Order
from yiwang.db.tx import Tx

_NAMES = tuple(field.name for field in fields(Order))
_COLUMNS: LiteralString = ", ".join(f"o.{name}" for name in _NAMES)
_INSERT: LiteralString = f"""INSERT INTO cases.hotline_order ({", ".join(_NAMES)}, recorded)
    VALUES ({", ".join(["%s"] * len(_NAMES))}, %s)"""
_CASE: LiteralString = (
    "c.number AS case_number, c.state AS case_state, c.unit_id, c.claimed_by, c.jurisdiction_id, c.closed_at"
)
# What a list may be limited to, beyond what its columns say.
STANDING: dict[str, LiteralString] = {
    "all": "TRUE",
    "open": "o.state = 'open' AND o.answered_at IS NULL AND c.closed_at IS NULL",
    "uncontacted": "o.state = 'open' AND o.contact = 'waiting'",
    "contact_late": "o.state = 'open' AND o.contact = 'waiting' AND o.contact_due_at < %(at)s",
    "overdue": "o.state = 'open' AND o.answered_at IS NULL AND c.closed_at IS NULL AND o.due_at < %(at)s",
    "answered": "o.answered_at IS NOT NULL OR c.state = 'closed'",
    "returned": "o.state = 'returned'",
}


@dataclass(frozen=True)
class Stood:
    """An order and what is read of its case beside it."""

    order: Order
    case_number: str
    case_state: str
    unit_id: UUID | None
    claimed_by: UUID | None
    jurisdiction_id: UUID
    closed_at: datetime | None


@dataclass(slots=True)
class Where:
    """Conditions joined by AND, with their parameters by name."""

    pieces: list[LiteralString] = field(default_factory=list)
    params: dict[str, Any] = field(default_factory=dict)

    def add(self, piece: LiteralString, **params: Any) -> None:
        """Add one more condition."""
        self.pieces.append(piece)
        self.params |= params

    @property
    def sql(self) -> LiteralString:
        """The whole condition."""
        return " AND ".join(self.pieces) if self.pieces else "TRUE"


def insert(tx: Tx, order: Order) -> None:
    values = [Jsonb(order.deadline) if name == "deadline" else getattr(order, name) for name in _NAMES]
    tx.put(_INSERT, (*values, tx.at))


async def known(tx: Tx, system: str, numbers: Sequence[str]) -> dict[str, Order]:
    """Return those of these numbers that are on file."""
    rows = await tx.rows(
        f"SELECT {_COLUMNS} FROM cases.hotline_order o WHERE o.system = %s AND o.number = ANY(%s)",
        (system, list(numbers)),
    )
    return {row["number"]: Order(**row) for row in rows}


async def see(tx: Tx, order_id: UUID, condition: LiteralString, params: Sequence[Any]) -> Stood | None:
    """Return an order whose case lies within the scope's condition."""
    row = await tx.row(
        f"""SELECT {_COLUMNS}, {_CASE} FROM cases.hotline_order o JOIN cases.case c ON c.id = o.case_id
        WHERE o.id = %s AND {condition}""",
        (order_id, *params),
    )
    return _stood(row) if row else None


async def lock(tx: Tx, order_id: UUID) -> Order | None:
    """Return an order and hold its row until the transaction ends; its case is to be held before."""
    row = await tx.row(f"SELECT {_COLUMNS} FROM cases.hotline_order o WHERE o.id = %s FOR UPDATE", (order_id,))
    return Order(**row) if row else None


async def page(tx: Tx, where: Where, after: tuple[datetime, UUID] | None, limit: int) -> list[Stood]:
    """Return orders, latest first, after the key (received, id)."""
    if after:
        where.add("(o.received_at, o.id) < (%(after_at)s, %(after_id)s)", after_at=after[0], after_id=after[1])
    rows = await tx.rows(
        f"""SELECT {_COLUMNS}, {_CASE} FROM cases.hotline_order o JOIN cases.case c ON c.id = o.case_id
        WHERE {where.sql} ORDER BY o.received_at DESC, o.id DESC LIMIT %(limit)s""",
        {**where.params, "limit": limit},
    )
    return [_stood(row) for row in rows]


async def counts(tx: Tx, where: Where, at: datetime, scores: Mapping[str, float]) -> dict[str, float]:
    """Count the orders of a span for the rates; returned ones count as returned and nowhere else.

    Due: the limit has run out by `at`, or it was answered. Answered: by the order's own answer, else with its case.
    """
    row = await tx.row(
        f"""SELECT count(*) AS received, count(*) FILTER (WHERE x.state = 'returned') AS returned,
            count(*) FILTER (WHERE x.ours AND (x.contact <> 'waiting' OR x.contact_due_at <= %(at)s)) AS contact_due,
            count(*) FILTER (WHERE x.ours AND x.called_contacted IS NOT FALSE
                             AND x.contacted_at <= x.contact_due_at) AS contacted,
            count(*) FILTER (WHERE x.ours AND (x.ended IS NOT NULL OR x.due_at <= %(at)s)) AS due,
            count(*) FILTER (WHERE x.ours AND x.ended <= x.due_at) AS on_time,
            count(*) FILTER (WHERE x.ours AND x.judged IS NOT NULL) AS judged,
            count(*) FILTER (WHERE x.ours AND x.judged = 'solved') AS solved,
            count(*) FILTER (WHERE x.ours AND x.satisfaction IS NOT NULL) AS asked,
            coalesce(sum((%(scores)s::jsonb ->> x.satisfaction)::float8) FILTER (WHERE x.ours), 0) AS satisfaction
        FROM (SELECT o.*, o.state = 'open' AS ours, coalesce(o.answered_at, c.closed_at) AS ended,
                     coalesce(o.called_resolution, o.resolution) AS judged
              FROM cases.hotline_order o JOIN cases.case c ON c.id = o.case_id WHERE {where.sql}) x""",
        {**where.params, "at": at, "scores": Jsonb(dict(scores))},
    )
    return dict(row) if row else {}


def add_contact(
    tx: Tx,
    order: Order,
    *,
    at: datetime,
    way: str,
    reached: bool,
    spoke_with: str | None,
    note: str,
    by: tuple[UUID, str],
) -> None:
    tx.put(
        """INSERT INTO cases.hotline_contact (id, order_id, at, way, reached, spoke_with, note, actor_id, actor_name,
            recorded) VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        (uuid7(tx.at), order.id, at, way, reached, spoke_with, note, *by, tx.at),
    )


def set_contact(tx: Tx, order: Order) -> None:
    tx.put(
        """UPDATE cases.hotline_order SET contact = %s, contacted_at = %s, contacts = %s, version = version + 1
        WHERE id = %s""",
        (order.contact, order.contacted_at, order.contacts, order.id),
    )


def add_return(
    tx: Tx,
    order: Order,
    *,
    at: datetime,
    reason: str,
    text: str,
    next_door: str,
    ruling: str | None,
    by: tuple[UUID, str],
) -> None:
    tx.put(
        """WITH returned AS (
            UPDATE cases.hotline_order SET state = 'returned', returns = returns + 1, version = version + 1
            WHERE id = %(order)s)
        INSERT INTO cases.hotline_return (id, order_id, at, reason, text, next_door, ruling, actor_id, actor_name,
            recorded)
        VALUES (%(id)s, %(order)s, %(at)s, %(reason)s, %(text)s, %(next_door)s, %(ruling)s, %(actor)s, %(name)s,
            %(recorded)s)""",
        {
            "id": uuid7(tx.at),
            "order": order.id,
            "at": at,
            "reason": reason,
            "text": text,
            "next_door": next_door,
            "ruling": ruling,
            "actor": by[0],
            "name": by[1],
            "recorded": tx.at,
        },
    )


def put_again(tx: Tx, order: Order) -> None:
    """The city sent a returned order again: it has a report and a case of its own, and its clocks start anew."""
    tx.put(
        """UPDATE cases.hotline_order SET state = 'open', report_id = %s, case_id = %s, sendings = %s, received_at = %s,
            due_at = %s, deadline = %s, contact_due_at = %s, return_due_at = %s, extended_at = NULL,
            version = version + 1
        WHERE id = %s""",
        (
            order.report_id,
            order.case_id,
            order.sendings,
            order.received_at,
            order.due_at,
            Jsonb(order.deadline),
            order.contact_due_at,
            order.return_due_at,
            order.id,
        ),
    )


def set_extended(tx: Tx, order: Order) -> None:
    tx.put(
        """UPDATE cases.hotline_order SET due_at = %s, deadline = %s, extended_at = %s, version = version + 1
        WHERE id = %s""",
        (order.due_at, Jsonb(order.deadline), order.extended_at, order.id),
    )


def set_answer(tx: Tx, order: Order) -> None:
    tx.put(
        """UPDATE cases.hotline_order SET answered_at = %s, answer = %s, resolution = %s, version = version + 1
        WHERE id = %s""",
        (order.answered_at, order.answer, order.resolution, order.id),
    )


def set_called(tx: Tx, order_id: UUID, called: Called, at: datetime) -> None:
    """Write what the call back told; what it does not say stays as it was."""
    tx.put(
        """UPDATE cases.hotline_order SET called_back_at = %s, called_contacted = coalesce(%s, called_contacted),
            called_resolution = coalesce(%s, called_resolution), satisfaction = coalesce(%s, satisfaction),
            version = version + 1
        WHERE id = %s""",
        (at, called.contacted, called.resolution, called.satisfaction, order_id),
    )


async def contacts(tx: Tx, order_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, at, way, reached, spoke_with, note, actor_id, actor_name FROM cases.hotline_contact
        WHERE order_id = %s ORDER BY at, id""",
        (order_id,),
    )


async def returns(tx: Tx, order_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, at, reason, text, next_door, ruling, actor_id, actor_name FROM cases.hotline_return
        WHERE order_id = %s ORDER BY at, id""",
        (order_id,),
    )


async def reports_on(tx: Tx, case_ids: Collection[UUID]) -> list[UUID]:
    """Return the reports of the orders that are on these cases."""
    rows = await tx.rows("SELECT report_id FROM cases.hotline_order WHERE case_id = ANY(%s)", (list(case_ids),))
    return [row["report_id"] for row in rows]


def put_on(tx: Tx, cases: Mapping[UUID, UUID]) -> None:
    """Set the case of the orders by their reports: their events were merged or taken apart."""
    tx.put(
        """UPDATE cases.hotline_order o SET case_id = x.case_id
        FROM unnest(%s::uuid[], %s::uuid[]) AS x(report_id, case_id)
        WHERE o.report_id = x.report_id AND o.case_id <> x.case_id""",
        (list(cases), list(cases.values())),
    )


def _stood(row: Mapping[str, Any]) -> Stood:
    order = Order(**{name: row[name] for name in _NAMES})
    return Stood(order, **{name: value for name, value in row.items() if name not in _NAMES})
