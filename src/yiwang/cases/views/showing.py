"""What everyone who reported may know of a case: its state, its unit, its steps without the words, photos after."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.cases import store
from yiwang.cases.store import reading
from yiwang.db import Tx
from yiwang.events.books import Books

# Steps a reporter is told of; what was said at them stays inside.
PUBLIC_STEPS: dict[str, tuple[str, str]] = {
    "open": ("已受理，待核实", "Taken up, to be confirmed"),
    "confirm": ("已核实", "Confirmed"),
    "file": ("已立案", "Filed"),
    "dispatch": ("已派单", "Sent to a unit"),
    "redispatch": ("已改派", "Sent to another unit"),
    "receive": ("承办单位已接收", "Received by the unit"),
    "return": ("承办单位退回，将另派", "Sent back by the unit, goes to another"),
    "handle": ("处置完成", "Handled"),
    "check": ("已核查", "Checked"),
    "close": ("已办结", "Closed"),
    "void": ("已终止", "Ended"),
    "self_handled": ("当场办结", "Put right on the spot"),
}


@dataclass(frozen=True)
class Shown:
    """A case as a reporter may see it; `lines` are (moment, step)."""

    id: UUID
    state: str
    unit: str | None
    unit_id: UUID | None
    jurisdiction_id: UUID
    due_at: datetime | None
    closed_at: datetime | None
    lines: list[tuple[datetime, str]]


async def show(tx: Tx, case_id: UUID, *, books: Books) -> Shown | None:
    """Return what may be shown of a case, to a room that holds its id; None when there is no such case."""
    case = await store.see(tx, case_id, "TRUE", ())
    if case is None:
        return None
    lines = [(line["at"], line["step"]) for line in await reading.timeline(tx, case_id)]
    return Shown(
        id=case.id,
        state=case.state,
        unit=books.directory.name(case.unit_id) if case.unit_id else None,
        unit_id=case.unit_id,
        jurisdiction_id=case.jurisdiction_id,
        due_at=case.due_at,
        closed_at=case.closed_at,
        lines=[(at, step) for at, step in lines if step in PUBLIC_STEPS],
    )


async def photos_after(tx: Tx, case_id: UUID) -> list[UUID]:
    """Return the photos that show what was done."""
    return [row["file_id"] for row in await reading.photos(tx, case_id) if row["taken"] == "after"]
