"""What a rule proposed, done by the platform's own verbs with the scenario's own rights; all of a run or nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from yiwang import access, notices, people
from yiwang.base.errors import Forbidden, Invalid, TooMany
from yiwang.cases.steps import noting
from yiwang.db import Tx
from yiwang.events import reporting, settling
from yiwang.events.books import Books
from yiwang.events.model import Envelope
from yiwang.places import PlaceIn
from yiwang.plugin import store
from yiwang.plugin.acting_as import ScenarioActor, id_of
from yiwang.plugin.model import NoteCase, Proposal, PutFigure, ReportEvent, Tell

MOST_A_DAY: Mapping[str, int] = {"report_event": 200, "tell": 200, "note_case": 1000, "put_figure": 20_000}


async def act(
    tx: Tx,
    actor: ScenarioActor,
    name: str,
    verbs: Sequence[str],
    proposals: Sequence[Proposal],
    *,
    page: str | None,
    books: Books,
    at: datetime,
) -> None:
    """Carry out the proposals of a run; refused as a whole when one asks for what the scenario may not.

    `page` is where whoever is told is led to: the scenario's first page, if it has one.
    """
    link = f"/scenarios/{name}/{page}" if page else "/scenarios"
    day = at.astimezone(books.zone).date()
    for one in proposals:
        if one.do not in verbs:
            raise Forbidden(f"The scenario was not allowed to {one.do.replace('_', ' ')}.", verb=one.do)
        if await store.count_use(tx, name, day, one.do, 1) > MOST_A_DAY[one.do]:
            raise TooMany(f"More than {MOST_A_DAY[one.do]} times {one.do.replace('_', ' ')} in a day.")
        match one:
            case ReportEvent():
                await _report(tx, actor, name, one, books, at)
            case Tell():
                await _tell(tx, actor, name, one, link, books, at)
            case NoteCase():
                await noting.note(tx, actor, one.case, text=one.text, at=at)
            case PutFigure():
                store.put_figure(tx, name, one.key, one.value, at)


async def _report(tx: Tx, actor: ScenarioActor, name: str, asked: ReportEvent, books: Books, at: datetime) -> None:
    node = None
    if asked.jurisdiction:
        locator = await books.locators.at(tx, at)
        node = locator.by_code.get(asked.jurisdiction)
        if node is None:
            raise Invalid("jurisdiction", f"There is no jurisdiction {asked.jurisdiction}.")
    envelope = Envelope(
        channel="model",  # a machine's: a person judges it before it is a case
        source=f"scenario:{name}",
        text=asked.text,
        raw=asked.model_dump_json().encode(),
        matter=asked.matter,
        idempotency_key=asked.key,
    )
    place = PlaceIn(lon=asked.lon, lat=asked.lat, text=asked.place, jurisdiction_id=node.id if node else None)
    reported = await reporting.report(tx, actor, envelope, place, books=books, at=at)
    event = await settling.event_of(tx, reported.event_id)
    if not await access.may_see(tx, actor.scope("reports.create"), event.jurisdiction_id, None):
        raise Forbidden("The scenario reported an event outside the jurisdictions it was allowed.")


async def _tell(tx: Tx, actor: ScenarioActor, name: str, asked: Tell, link: str, books: Books, at: datetime) -> None:
    unit = next((one for one in books.directory.units.values() if one.code == asked.unit), None)
    if unit is None:
        raise Invalid("unit", f"There is no unit {asked.unit}.")
    if not await access.may_see(tx, actor.scope("people.read"), unit.jurisdiction_id, unit.id):
        raise Forbidden(f"The unit {asked.unit} is outside the jurisdictions the scenario was allowed.")
    await notices.notify(
        tx,
        await people.accounts_on(tx, unit.id, at),
        kind="scenario",
        title_zh=asked.zh,
        title_en=asked.en,
        text=asked.text,
        link=link,
        object_type="scenario",
        object_id=id_of(name),
        at=at,
        dedupe_key=f"scenario:{name}:{asked.key}",
    )
