"""Reporting without an account, and joining an open report of somebody else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.access import Keyring
from yiwang.base.errors import Invalid, NotFound
from yiwang.db import Tx
from yiwang.events import following, merging, reporting
from yiwang.events.books import Books
from yiwang.events.model import Envelope, Reported, Reporter, metres_between
from yiwang.events.unsorted import matter_for
from yiwang.places import DATUMS, PlaceIn, convert
from yiwang.residents import store
from yiwang.residents.links import make_link
from yiwang.residents.model import NEAR, Hint, hints
from yiwang.residents.photos import RESIDENTS

JOINED = "同一问题，我也遇到了。"


@dataclass(frozen=True)
class ReportIn:
    """What somebody without an account tells; `raw` is the message as it came."""

    text: str
    place: PlaceIn
    raw: bytes
    reporter: Reporter | None = None
    matter: str | None = None
    photos: tuple[UUID, ...] = ()
    occurred_at: datetime | None = None
    key: str | None = None


@dataclass(frozen=True)
class Sent:
    """What the reporter is told: what became of it, the link's token, whom to call at once."""

    reported: Reported
    token: str
    hints: list[Hint]


async def report(tx: Tx, asked: ReportIn, *, books: Books, at: datetime) -> Sent:
    """Take in a report; words that name no matter are filed for somebody to read, not refused."""
    envelope = Envelope(
        channel="resident",
        source="resident",
        text=asked.text,
        raw=asked.raw,
        matter=asked.matter or matter_for(books, asked.text, at),
        reporter=asked.reporter,
        occurred_at=asked.occurred_at,
        idempotency_key=asked.key,
        photos=asked.photos,
    )
    reported = await reporting.report(tx, RESIDENTS, envelope, asked.place, books=books, at=at)
    return _sent(tx, books.keyring, reported, asked, joined=reported.merge is not None)


async def join(tx: Tx, number: str, asked: ReportIn, *, books: Books, at: datetime) -> Sent:
    """Attach somebody else to an open report: theirs is a report of its own, merged with it."""
    event = await following.public_by_number(tx, number.strip())
    matter = books.catalogue.get(event["matter_code"], at) if event else None
    if event is None or matter is None or matter.kind == "local":
        raise NotFound("There is no open report with this number that one can join.")
    envelope = Envelope(
        channel="resident",
        source="resident",
        text=asked.text.strip() or JOINED,
        raw=asked.raw,
        matter=event["matter_code"],
        reporter=asked.reporter,
        idempotency_key=asked.key,
        photos=asked.photos,
    )
    place = PlaceIn(lon=event["lon"], lat=event["lat"], text=str(event["place"].get("text") or ""))
    reported = await reporting.report(tx, RESIDENTS, envelope, place, books=books, at=at)
    if reported.event_id != event["id"] and not reported.repeated:
        # Too long ago or too far for a merge by itself: the reporter says it is the same.
        await merging.merge(tx, RESIDENTS, reported.event_id, into=event["id"], at=at)
    return _sent(tx, books.keyring, reported, asked, joined=True)


async def near(tx: Tx, lon: float, lat: float, datum: str, *, books: Books, at: datetime) -> list[dict[str, Any]]:
    """Return open reports near a point to join instead: what and where and since when, no words of anybody."""
    if datum not in DATUMS:
        raise Invalid("datum", f"Name the datum as one of {', '.join(DATUMS)}.")
    x, y = convert(lon, lat, datum)
    matters = {matter.code: matter for matter in books.catalogue.current(at) if matter.kind != "local"}
    found = []
    for row in await following.public_near(tx, x, y, NEAR, matters=list(matters)):
        metres = metres_between(x, y, row["lon"], row["lat"])
        if metres <= NEAR:
            found.append(
                {
                    "number": row["number"],
                    "matter": matters[row["matter_code"]].name,
                    "metres": round(metres, -1),
                    # To about ten metres: enough to know it again.
                    "lon": round(row["lon"], 4),
                    "lat": round(row["lat"], 4),
                    "reported_on": (row["reported_at"].astimezone(books.zone)).date(),
                    "reports": row["reports"],
                }
            )
    return sorted(found, key=lambda one: one["metres"])


def _sent(tx: Tx, keyring: Keyring, reported: Reported, asked: ReportIn, *, joined: bool) -> Sent:
    phone = asked.reporter.phone if asked.reporter else None
    follow, token = make_link(tx, keyring, reported, phone, joined=joined)
    if asked.photos and not reported.repeated:
        store.insert_comment(tx, follow.id, "", asked.photos, tx.at)
    return Sent(reported, token, hints(asked.text))
