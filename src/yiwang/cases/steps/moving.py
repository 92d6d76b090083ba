"""What putting an event's place right does to its case: same point, same words, same jurisdiction, one line more."""

from dataclasses import replace

from yiwang import files, ledger
from yiwang.base.errors import Conflict
from yiwang.cases import store
from yiwang.cases.facts import CaseMoved
from yiwang.cases.model import OPEN_STATES
from yiwang.cases.store import Line
from yiwang.db import Tx
from yiwang.events.model import Moved
from yiwang.ledger import Recorded


async def event_moved(tx: Tx, recorded: Recorded) -> None:
    """The case is where its event is; its unit stays until somebody sends it elsewhere."""
    case = await store.lock(tx, recorded.subject, "TRUE", ())
    if case is None:
        return
    if case.lent_to:
        raise Conflict(f"The case is with the platform {case.lent_to}, which takes its steps.", owner=case.lent_to)
    if case.state not in OPEN_STATES:
        raise Conflict("The case was ended at this very moment; load it again.", state=case.state)
    moved: Moved = recorded.about
    place = moved.after
    after = replace(
        case,
        lon=place.lon,
        lat=place.lat,
        place_text=str(place.place.get("text") or ""),
        jurisdiction_id=place.jurisdiction_id,
    )
    store.set_place(tx, after)
    data = {"from": [case.lon, case.lat], "to": [after.lon, after.lat], "text_before": case.place_text}
    line = Line("move", recorded.time, recorded.actor, moved.by_name, moved.text, data)
    store.add_line(tx, case.id, case.unit_id, line)
    files.share(tx, case.id, jurisdiction=after.jurisdiction_id, organisation=case.unit_id)
    fact = CaseMoved(case.id, after.jurisdiction_id)
    await ledger.record(tx, fact, at=recorded.time, actor=recorded.actor, drill=case.drill)
