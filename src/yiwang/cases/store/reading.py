"""SQL of the cases that only reads: pages of the list, counts of the tabs, all that hangs on one case."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.cases.model import Case
from yiwang.cases.store.writing import COLUMNS
from yiwang.db.tx import Tx

_OPEN: LiteralString = "c.closed_at IS NULL"
# What each tab of the list holds, and the moments it compares with, in order.
TABS: dict[str, tuple[LiteralString, tuple[str, ...]]] = {
    "all": ("TRUE", ()),
    "to_confirm": (_OPEN + " AND c.state = 'to_confirm'", ()),
    "to_dispatch": (_OPEN + " AND c.state = 'to_dispatch'", ()),
    "to_receive": (_OPEN + " AND c.state = 'to_receive'", ()),
    "handling": (_OPEN + " AND c.state = 'handling'", ()),
    "to_check": (_OPEN + " AND c.state = 'to_check'", ()),
    "to_close": (_OPEN + " AND c.state = 'to_close'", ()),
    "soon_due": (_OPEN + " AND c.due_at > %s AND c.due_at <= %s", ("at", "soon")),
    "overdue": (_OPEN + " AND c.due_at <= %s", ("at",)),
    "returned": (_OPEN + " AND c.state = 'to_dispatch' AND c.returns > 0", ()),
    "closed": ("c.state = 'closed'", ()),
    "void": ("c.state = 'void'", ()),
}
COUNTED = tuple(tab for tab in TABS if tab not in ("all", "closed", "void"))


@dataclass(frozen=True)
class _Order:
    column: LiteralString
    direction: LiteralString
    beyond: LiteralString


_ORDERS = {
    "-filed_at": _Order("c.opened_at", "DESC", "<"),
    "filed_at": _Order("c.opened_at", "ASC", ">"),
    "due_at": _Order("c.due_at", "ASC", ">"),
    "-due_at": _Order("c.due_at", "DESC", "<"),
}
SORTS = tuple(_ORDERS)


@dataclass(slots=True)
class Where:
    """Conditions joined by AND, with their parameters in order."""

    pieces: list[LiteralString] = field(default_factory=list)
    params: list[Any] = field(default_factory=list)

    def add(self, piece: LiteralString, *params: Any) -> None:
        """Add one more condition."""
        self.pieces.append(piece)
        self.params.extend(params)

    @property
    def sql(self) -> LiteralString:
        """The whole condition."""
        return " AND ".join(self.pieces) if self.pieces else "TRUE"


async def page(tx: Tx, where: Where, *, sort: str, after: tuple[datetime, UUID] | None, limit: int) -> list[Case]:
    """Return up to `limit` cases in the order `sort`, after the key; by due time, those without one are left out."""
    order = _ORDERS[sort]
    if order.column == "c.due_at":
        where.add("c.due_at IS NOT NULL")
    if after:
        where.add("(" + order.column + ", c.id) " + order.beyond + " (%s::timestamptz, %s::uuid)", *after)
    rows = await tx.rows(
        f"""SELECT {COLUMNS} FROM cases.case c WHERE {where.sql}
        ORDER BY {order.column} {order.direction}, c.id {order.direction} LIMIT %s""",
        (*where.params, limit),
    )
    return [Case(**row) for row in rows]


async def counts(tx: Tx, where: Where, moments: dict[str, datetime]) -> dict[str, int]:
    """Return how many open cases stand under each tab: only the open ones are looked at."""
    columns: list[LiteralString] = []
    params: list[Any] = []
    for tab in COUNTED:
        condition, names = TABS[tab]
        columns.append("count(*) FILTER (WHERE " + condition + ")")
        params += [moments[name] for name in names]
    listed: LiteralString = ", ".join(columns)
    row = await tx.row(
        f"SELECT ARRAY[{listed}] AS counts FROM cases.case c WHERE {_OPEN} AND {where.sql}",
        (*params, *where.params),
    )
    return dict(zip(COUNTED, row["counts"], strict=True)) if row else {}


async def assignments(tx: Tx, case_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, unit_id, post_id, role, state, sent_at, receipt_due_at, received_at, ended_at, reason
        FROM cases.assignment WHERE case_id = %s ORDER BY sent_at, id""",
        (case_id,),
    )


async def clocks(tx: Tx, case_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT stage, started_at, ended_at, due_at, reason FROM cases.clock
        WHERE case_id = %s ORDER BY started_at, step""",
        (case_id,),
    )


async def photos(tx: Tx, case_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        "SELECT file_id, taken, added_at FROM cases.photo WHERE case_id = %s ORDER BY added_at, file_id", (case_id,)
    )


async def timeline(tx: Tx, case_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, step, at, actor_id, actor_name, unit_id, text, data FROM cases.timeline
        WHERE case_id = %s ORDER BY at, id""",
        (case_id,),
    )


async def of_ids(tx: Tx, ids: Sequence[UUID], condition: LiteralString, params: Sequence[Any]) -> list[Case]:
    """Return the cases of these ids within a scope's condition, newest first."""
    rows = await tx.rows(
        f"""SELECT {COLUMNS} FROM cases.case c WHERE c.id = ANY(%s) AND {condition}
        ORDER BY c.opened_at DESC, c.id DESC""",
        (list(ids), *params),
    )
    return [Case(**row) for row in rows]
