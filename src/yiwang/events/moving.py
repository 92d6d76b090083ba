"""更正位置: the place of an open event is put right, with the reason; its case goes with it in the same transaction."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.db import Tx
from yiwang.events import store
from yiwang.events.books import Books, name_of
from yiwang.events.facts import EventMoved
from yiwang.events.finding import see
from yiwang.events.model import OPEN_STATES, Event, Moved, metres_between
from yiwang.events.reporting import place_key
from yiwang.places import PlaceIn, locate

PERMISSION = "events.move"
LONGEST_REASON = 500
SAME_SPOT = 1.0  # metres: nearer than this, with the same words, nothing was put right


@dataclass(frozen=True)
class Asked:
    """Where it really is: a point with its datum, and words if they are to be other ones (None: as they are)."""

    lon: float
    lat: float
    datum: str = "CGCS2000"
    text: str | None = None


async def move(
    tx: Tx,
    actor: Actor,
    event_id: UUID,
    asked: Asked,
    *,
    reason: str,
    books: Books,
    at: datetime,
    version: int | None = None,
) -> Event:
    """Put an open event, and its case, where they really are. What reporters said stays as they said it.

    The case is held before the event's row is written, as every step holds them.
    """
    event = await see(tx, actor, event_id, PERMISSION)
    if event.state not in OPEN_STATES:
        raise Conflict(f"Only an open event can be moved; this one is {event.state}.", state=event.state)
    if version is not None and version != event.version:
        raise Conflict("The event was changed by someone else meanwhile; load it again.", version=event.version)
    why = " ".join(reason.split())
    if not 1 <= len(why) <= LONGEST_REASON:
        raise Invalid("reason", f"Say in 1 to {LONGEST_REASON} characters how you know where it is.")
    after = await _moved(tx, event, asked, books, at)
    metres = _metres(event, after)
    if metres is not None and metres < SAME_SPOT and after.place["text"] == (event.place.get("text") or ""):
        raise Invalid("lon", "It is there already: put the pin somewhere else, or change the words of the place.")
    names = [name_of(await books.locators.at(tx, at), one.jurisdiction_id) for one in (event, after)]
    moved = Moved(event, after, metres, why, names[0], names[1], actor.name)
    fact = EventMoved(event_id, after.jurisdiction_id, event.jurisdiction_id, metres)
    await ledger.record(tx, fact, at=at, actor=actor.id, drill=event.drill, about=moved)
    written = await store.set_place(tx, after, after.place_key, event.version)
    if not written:
        raise Conflict("The event was changed by someone else meanwhile; load it again.")
    detail = {"reason": why, "metres": metres}
    access.audit(tx, actor, "events.move", "event", event_id, at, detail)
    return replace(after, version=event.version + 1)


@dataclass(frozen=True)
class _Placed(Event):
    """An event with the key its written address is found by."""

    place_key: str | None


async def _moved(tx: Tx, event: Event, asked: Asked, books: Books, at: datetime) -> _Placed:
    """Return the event as it stands at its right place; a point outside every jurisdiction is refused."""
    locator = await books.locators.at(tx, at)
    kept = str(event.place.get("text") or "")
    text = kept if asked.text is None else " ".join(asked.text.split())
    floor = event.place.get("floor")
    place = await locate(tx, locator, PlaceIn(asked.lon, asked.lat, asked.datum, floor=floor), at)
    if place.jurisdiction_id is None or place.method != "point":
        raise Invalid("lon", "This point lies in no jurisdiction of this platform: put the pin inside its boundary.")
    place = replace(place, text=text)
    fields = vars(event) | {
        "lon": place.lon,
        "lat": place.lat,
        "place": place.to_dict(),
        "jurisdiction_id": place.jurisdiction_id,
    }
    return _Placed(**fields, place_key=place_key(place))


def _metres(before: Event, after: Event) -> float | None:
    """Return how far the pin was moved, None where there was none before."""
    if before.lon is None or before.lat is None or after.lon is None or after.lat is None:
        return None
    return round(metres_between(before.lon, before.lat, after.lon, after.lat), 1)
