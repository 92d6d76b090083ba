"""上报: one report comes in, is kept as sent, located, classified, and joined to its event or makes a new one."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from yiwang import access, files, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.events import keeping, placing, store
from yiwang.events.books import Books
from yiwang.events.classifying import Classified, classify
from yiwang.events.facts import EventAdmitted, EventTriaged, ReportMerged, ReportReceived
from yiwang.events.model import (
    CHANNELS,
    MACHINE_CHANNELS,
    Admitted,
    Envelope,
    Event,
    Joined,
    MergeReason,
    Reported,
    degrees_around,
    lock_cells,
    same_thing,
)
from yiwang.events.store import Looked, NewReport
from yiwang.places import Place, PlaceIn

LONGEST_TEXT = 4000
OLDEST = timedelta(days=3653)


async def report(
    tx: Tx,
    actor: Actor,
    envelope: Envelope,
    place: PlaceIn,
    *,
    books: Books,
    at: datetime,
    into: MergeReason | None = None,
) -> Reported:
    """Take in one report; a repeated idempotency key answers what was answered the first time.

    `into` is the open event it belongs to where the source knows that: the same device again.

    1. check the envelope; 2. locate; 3. classify; 4. look for the same report and for open events of the same matter
    nearby, holding the cells around so that two alike cannot miss each other; 5. join or make the event; 6. keep raw.
    """
    actor.scope("reports.create")
    _check(envelope, at)
    located, elsewhere = await placing.place_of(tx, books, place, at)
    elsewhere = elsewhere and tx.origin == "live" and not _ours(envelope)
    judged = elsewhere or envelope.channel in MACHINE_CHANNELS
    classified = classify(books, envelope, at)
    looked = await _look(tx, envelope, located, classified, at)
    if looked.before:
        return await _same_answer(tx, looked.before)
    matter = classified.matter
    reason = into
    alone = envelope.drill or envelope.separate or envelope.self_handled is not None
    if reason is None and matter.merge_radius > 0 and not alone:
        reason = same_thing(
            looked.candidates,
            lon=located.lon,
            lat=located.lat,
            place_key=place_key(located),
            radius=matter.merge_radius,
            window=timedelta(hours=matter.merge_hours),
            at=at,
        )
    number = f"{at.astimezone(books.zone):%Y%m%d}{looked.serial:06d}"
    first = "triage" if judged else "admitted"
    event = _new_event(tx, envelope, located, classified, number, first, at) if reason is None else None
    event_id = event.id if event else reason.event_id if reason else UUID(int=0)
    received = await _keep(tx, books, envelope, located, classified, event_id, number, reason, at)
    access.audit(tx, actor, "events.report", "report", received.id, at)
    await _hang(tx, actor, envelope, event_id, located, at)
    fact = ReportReceived(received.id, event_id, envelope.channel, envelope.source, envelope.due_at, envelope.unit)
    if event is None and reason is not None:
        await ledger.record(tx, fact, at=at, actor=actor.id, drill=envelope.drill)
        # The case is held before its event, as every step holds them: two that wait for each other cannot be.
        await _tell_joined(tx, actor, received, Joined(reason, envelope.photos, bool(envelope.urgent)), at)
        store.join_event(tx, event_id, at, bool(envelope.urgent))
        state, event_number = "merged", reason.number
    elif event is not None:
        await ledger.record(tx, fact, at=at, actor=actor.id, drill=envelope.drill)
        await announce(tx, actor, Admitted(event, envelope.photos, envelope.self_handled), at)
        state, event_number = event.state, event.number
    why = located.explanation if elsewhere and state == "triage" else ""
    return Reported(received.id, number, event_id, event_number, state, reason, classified.as_json, note=why)


async def announce(tx: Tx, actor: Actor, admitted: Admitted, at: datetime) -> None:
    """Say in the log that an event is there: admitted, or waiting for a person's judgement 甄别."""
    event = admitted.event
    if event.state == "triage":
        waits = EventTriaged(event.id, event.matter_code, event.channel)
        await ledger.record(tx, waits, at=at, actor=actor.id, drill=event.drill)
        return
    fact = EventAdmitted(event.id, event.matter_code, event.channel, event.jurisdiction_id)
    await ledger.record(tx, fact, at=at, actor=actor.id, drill=event.drill, about=admitted)


def _check(envelope: Envelope, at: datetime) -> None:
    """Refuse an envelope that means nothing. A clock may be wrong by a day; nobody reports after ten years."""
    if envelope.channel not in CHANNELS:
        raise Invalid("channel", f"The channel is one of {', '.join(CHANNELS)}.")
    if not envelope.text.strip() and not envelope.matter:
        raise Invalid("text", "Say what is wrong, in a sentence.")
    if len(envelope.text) > LONGEST_TEXT:
        raise Invalid("text", f"A report has at most {LONGEST_TEXT} characters; attach the rest as a file.")
    happened = envelope.occurred_at
    if happened and not at - OLDEST <= happened <= at + timedelta(days=1):
        raise Invalid("occurred_at", "It happened at a moment that cannot be: later than now, or ten years ago.")


def _ours(envelope: Envelope) -> bool:
    """Say whether a report is ours wherever it lies: the city gave the order (returned, if need be), or it is done."""
    return envelope.ours or envelope.channel == "hotline" or envelope.self_handled is not None


def place_key(place: Place) -> str | None:
    """Return what two reports of one written address have in common; None where a point tells more."""
    if place.address_id:
        return str(place.address_id)
    return " ".join(place.text.split()).casefold() or None if place.lon is None else None


async def _look(tx: Tx, envelope: Envelope, place: Place, classified: Classified, at: datetime) -> Looked:
    matter = classified.matter
    window = timedelta(hours=matter.merge_hours)
    box = None
    if place.lon is not None and place.lat is not None:
        dlon, dlat = degrees_around(place.lat, matter.merge_radius)
        box = (place.lon - dlon, place.lat - dlat, place.lon + dlon, place.lat + dlat)
        cells = lock_cells(matter.code, place.lon, place.lat, matter.merge_radius)
    else:
        cells = [f"{matter.code}:{key}"] if (key := place_key(place)) else []
    # The same message twice at once is held at its key first; whoever holds a key waits for cells only.
    if sent := envelope.idempotency_key:
        cells = [f"key:{envelope.source}:{sent}", *cells]
    store.lock_cells(tx, cells)
    return await store.look(
        tx,
        source=envelope.source,
        key=envelope.idempotency_key,
        matter=matter.code,
        box=box,
        place_key=place_key(place),
        since=at - window,
        until=at + window,
    )


async def _same_answer(tx: Tx, report_id: UUID) -> Reported:
    row = await store.report_before(tx, report_id)
    merge, place = row.pop("merge_reason"), row.pop("place")
    if merge is None:
        note = place["explanation"] if row["state"] == "triage" and place.get("next_door") else ""
        return Reported(**row, repeated=True, note=note)
    return Reported(**{**row, "state": "merged"}, merge=MergeReason.kept(row["event_id"], merge), repeated=True)


async def _hang(tx: Tx, actor: Actor, envelope: Envelope, event_id: UUID, place: Place, at: datetime) -> None:
    """Hang a report's photos on its event, which a case shares its id with; only one's own free photos are taken."""
    await files.attach(
        tx,
        actor,
        envelope.photos,
        object_type="event",
        object_id=event_id,
        jurisdiction=place.jurisdiction_id,
        organisation=None,
        at=at,
        taken="before" if envelope.self_handled is None else "after",
    )


def _new_event(
    tx: Tx, envelope: Envelope, place: Place, classified: Classified, number: str, state: str, at: datetime
) -> Event:
    matter = classified.matter
    if place.jurisdiction_id is None:
        raise Conflict("A place without a jurisdiction makes no event.")
    event = Event(
        id=uuid7(tx.at),
        number=number,
        state=state,
        matter_id=matter.id,
        matter_code=matter.code,
        title=envelope.title or matter.name,
        urgent=matter.urgent if envelope.urgent is None else envelope.urgent,
        channel=envelope.channel,
        jurisdiction_id=place.jurisdiction_id,
        lon=place.lon,
        lat=place.lat,
        place=place.to_dict(),
        occurred_at=envelope.occurred_at or at,
        reported_at=at,
        last_reported_at=at,
        given_due=envelope.due_at,
        due_from_source=envelope.due_from_source or envelope.due_at is not None,
        merged_into=None,
        prior_state=None,
        drill=envelope.drill,
        reports=1,
        classification=classified.as_json,
        text=envelope.text,
        version=1,
    )
    store.insert_event(tx, event, place_key(place))
    return event


async def _keep(
    tx: Tx,
    books: Books,
    envelope: Envelope,
    place: Place,
    classified: Classified,
    event_id: UUID,
    number: str,
    reason: MergeReason | None,
    at: datetime,
) -> NewReport:
    reporter_id, raw_id = await keeping.keep_raw(tx, books.keyring, envelope)
    received = NewReport(
        id=uuid7(tx.at),
        number=number,
        event_id=event_id,
        matter_code=classified.matter.code,
        reporter_id=reporter_id,
        reported_at=at,
        lon=place.lon,
        lat=place.lat,
        place=place.to_dict(),
        merge=reason,
        classification=classified.as_json,
        raw_id=raw_id,
    )
    store.insert_report(tx, received, replace(envelope, text=envelope.text.strip()))
    return received


async def _tell_joined(tx: Tx, actor: Actor, received: NewReport, joined: Joined, at: datetime) -> None:
    reason = joined.reason
    fact = ReportMerged(received.event_id, received.id, round(reason.metres, 1), reason.same_address)
    await ledger.record(tx, fact, at=at, actor=actor.id, about=joined)
