"""What the routes of matters share: the book in memory, and faults of an import."""

from collections.abc import Sequence
from typing import cast

from pydantic import BaseModel

from yiwang.access.door import Entry
from yiwang.definitions import Fault, Kept
from yiwang.matters.book import MatterBook


class FaultOut(BaseModel):
    """What is wrong in which row (from 1; 0 is the whole)."""

    row: int
    code: str
    field: str
    detail: str


async def book_of(visit: Entry) -> MatterBook:
    """Return the book of this moment; one statement asks whether it is stale."""
    kept = cast("Kept[MatterBook]", visit.request.app.state.matters)
    await kept.refresh(visit.tx)
    return await kept.get(visit.tx)


def faults_out(faults: Sequence[Fault]) -> list[FaultOut]:
    """Return faults as they are answered."""
    return [FaultOut(row=one.entry, code=one.code, field=one.field, detail=one.detail) for one in faults]
