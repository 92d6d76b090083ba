"""Residents over HTTP, without an account: report, send photos, follow, add, rate, join. Limits go by address."""

from collections.abc import Sequence
from typing import Annotated, Any, cast
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, Response, UploadFile
from fastapi.responses import FileResponse

from yiwang.access import Keyring
from yiwang.access.door import Door, OpenDoor, OpenVisit, Visit, problem
from yiwang.access.problems import documented
from yiwang.base.errors import NotFound
from yiwang.db import Database
from yiwang.events.books import Books
from yiwang.events.channels.shapes import channels_here
from yiwang.events.model import Reporter
from yiwang.events.shapes import ReporterAsk
from yiwang.files import Shelf
from yiwang.places import PlaceIn
from yiwang.places.geojson import write_collection
from yiwang.residents import following, limiting, looking, photos, reporting, telling
from yiwang.residents.answering import address_of, allowed, later, no_robot
from yiwang.residents.free_door import FreeDoor
from yiwang.residents.links import open_link
from yiwang.residents.model import COMMENTS, LOOKS, PHOTOS, WRONG_FOR_NUMBER, WRONG_LOOKUPS
from yiwang.residents.reporting import ReportIn, Sent
from yiwang.residents.shapes import (
    AddAsk,
    ForeseeAsk,
    ForeseenOut,
    JoinAsk,
    LookupAsk,
    NearBy,
    PhotoOut,
    RateAsk,
    Ratings,
    SendAsk,
    SentOut,
    Standing,
    TellAsk,
    TellOut,
)

_open = APIRouter(prefix="/api/residents", route_class=OpenDoor, tags=["residents"])
_free = APIRouter(prefix="/api/residents", route_class=FreeDoor, tags=["residents"])
_desk = APIRouter(prefix="/api/residents", route_class=Door, tags=["residents"])
REPORTS = 10  # an hour from one address, where the settings say nothing
_JPEG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}}}
}
_GEOJSON: dict[int | str, dict[str, Any]] = {200: {"content": {"application/geo+json": {"schema": {"type": "object"}}}}}
_HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
Token = Annotated[str, Path(min_length=8, max_length=100)]


async def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books


InBooks = Annotated[Books, Depends(_books)]


@_open.post("/reports", status_code=201, response_model=SentOut)
async def report(ask: SendAsk, visit: OpenVisit, books: InBooks) -> Any:
    """Report without an account. Answered with a number, a link only you know, and whom to call if it is urgent."""
    wait = await allowed(visit, "report", _most_reports(visit.request))
    if wait:
        return later(wait)
    no_robot(ask.website)
    place = PlaceIn(lon=ask.place.lon, lat=ask.place.lat, datum=ask.place.datum, text=ask.place.text)
    asked = await _asked(visit, ask.text, place, ask.reporter, ask.photos, ask.idempotency_key)
    asked = ReportIn(**{**vars(asked), "matter": ask.matter, "occurred_at": ask.occurred_at})
    return _told(await reporting.report(visit.tx, asked, books=books, at=visit.at))


@_open.post("/suggest", response_model=ForeseenOut)
async def foresee(ask: ForeseeAsk, visit: OpenVisit, books: InBooks) -> Any:
    """What words not yet sent lead to: whom to call at once, what it may be, who else answers; nothing is kept."""
    wait = await allowed(visit, "look", LOOKS)
    if wait:
        return later(wait)
    return vars(looking.foresee(books, await channels_here(visit.request, visit.tx), ask.text, at=visit.at))


@_open.get("/map", response_class=Response, responses=_GEOJSON)
async def ground(visit: OpenVisit, level: str, within: UUID | None = None) -> Response:
    """Public boundaries as GeoJSON: district, street, or the neighbourhoods within a street."""
    tag, rows = await looking.ground(visit.tx, level, within, visit.at)
    headers = {"ETag": f'"{tag}"', "Cache-Control": "public, max-age=3600"}
    return Response(write_collection(rows), media_type="application/geo+json", headers=headers)


@_open.get("/nearby", response_model=NearBy)
async def nearby(
    visit: OpenVisit,
    books: InBooks,
    lon: Annotated[float, Query(ge=-180, le=180)],
    lat: Annotated[float, Query(ge=-90, le=90)],
    datum: Annotated[str, Query(max_length=20)] = "WGS84",
) -> Any:
    """Open reports within 200 m, so that one joins instead of reporting the same again."""
    wait = await allowed(visit, "look", LOOKS)
    if wait:
        return later(wait)
    return {"items": await reporting.near(visit.tx, lon, lat, datum, books=books, at=visit.at)}


@_open.post("/nearby/{number}/join", status_code=201, response_model=SentOut)
async def join(number: Annotated[str, Path(max_length=40)], ask: JoinAsk, visit: OpenVisit, books: InBooks) -> Any:
    """Join an open report: yours is one of its own, with a number and a link of its own."""
    wait = await allowed(visit, "report", _most_reports(visit.request))
    if wait:
        return later(wait)
    no_robot(ask.website)
    asked = await _asked(visit, ask.text, PlaceIn(), ask.reporter, ask.photos, ask.idempotency_key)
    return _told(await reporting.join(visit.tx, number, asked, books=books, at=visit.at))


@_open.get("/follow/{token}", response_model=Standing)
async def follow(token: Token, visit: OpenVisit, books: InBooks, response: Response) -> Any:
    """How your report stands."""
    response.headers.update(_HEADERS)
    wait = await allowed(visit, "look", LOOKS)
    if wait:
        return later(wait)
    return following.told(await following.by_link(visit.tx, token, books=books, at=visit.at))


@_open.post("/lookup", response_model=Standing)
async def lookup(ask: LookupAsk, visit: OpenVisit, books: InBooks) -> Any:
    """How a report stands, by its number and the last four digits of the telephone number; nobody's words."""
    keyring, tx = visit.keyring, visit.tx
    wrong = (
        (limiting.who(keyring, address_of(visit.request)), WRONG_LOOKUPS),
        (keyring.blind("number", ask.number.strip()), WRONG_FOR_NUMBER),
    )
    for one, most in wrong:
        wait = await limiting.spent(tx, one, "lookup", most)
        if wait:
            return later(wait)
    seen = await following.by_number(tx, keyring, ask.number, ask.digits, books=books, at=visit.at)
    if seen is None:
        for one, most in wrong:  # answered and not raised, so that the try stays counted
            await limiting.allow(tx, one, "lookup", most)
        return problem(NotFound("No report has this number with these digits."))
    return following.told(seen)


@_open.post("/follow/{token}/comments", status_code=204, response_class=Response)
async def add(token: Token, ask: AddAsk, visit: OpenVisit) -> Response:
    """Add words or photos to your report while it is open."""
    wait = await allowed(visit, "comment", COMMENTS)
    if wait:
        return later(wait)
    named = photos.named(visit.keyring, ask.photos)
    await following.add(visit.tx, token, text=ask.text, photos=named, at=visit.at)
    return Response(status_code=204)


@_open.post("/follow/{token}/rating", status_code=204, response_class=Response)
async def rate(token: Token, ask: RateAsk, visit: OpenVisit) -> Response:
    """Rate what was done, once, after your report was answered."""
    wait = await allowed(visit, "comment", COMMENTS)
    if wait:
        return later(wait)
    await following.rate(visit.tx, token, score=ask.score, text=ask.text, at=visit.at)
    return Response(status_code=204)


@_open.get("/follow/{token}/tell", response_model=TellOut)
async def see_told(token: Token, visit: OpenVisit, response: Response) -> Any:
    """How you can be told of the answer, and where you are."""
    response.headers.update(_HEADERS)
    wait = await allowed(visit, "look", LOOKS)
    if wait:
        return later(wait)
    return await telling.standing(visit.tx, token, visit.at)


@_open.put("/follow/{token}/tell", status_code=204, response_class=Response)
async def tell(token: Token, ask: TellAsk, visit: OpenVisit) -> Response:
    """Be told by SMS or mail when your report is answered; the address is kept sealed, and ends with the link."""
    wait = await allowed(visit, "comment", COMMENTS) or await telling.ask(
        visit.tx, visit.keyring, token, kind=ask.kind, address=ask.address, at=visit.at
    )
    return later(wait) if wait else Response(status_code=204)


@_open.delete("/follow/{token}/tell", status_code=204, response_class=Response)
async def tell_no_more(token: Token, visit: OpenVisit) -> Response:
    """Be told nothing any more; your address is forgotten."""
    wait = await allowed(visit, "comment", COMMENTS)
    if wait:
        return later(wait)
    await telling.stop(visit.tx, token, visit.at)
    return Response(status_code=204)


@_open.get("/follow/{token}/photos/{photo_id}", response_class=FileResponse, responses=_JPEG)
async def look(token: Token, photo_id: UUID, visit: OpenVisit, small: bool = False) -> Response:
    """A photo of what was done, or one of your own."""
    wait = await allowed(visit, "look", LOOKS)
    if wait:
        return later(wait)
    _, life = await open_link(visit.tx, token, visit.at)
    photo = await photos.look(visit.tx, life, photo_id, visit.at)
    path = _shelf(visit.request).path(photo.sha256, thumb=small)
    if not path.is_file():
        raise NotFound("The photo's file is missing.")
    return FileResponse(path, media_type="image/jpeg", headers=_HEADERS)


@_free.post("/photos", status_code=201, response_model=PhotoOut, responses=documented(400, 403, 413, 422, 429))
async def send_photo(file: UploadFile, request: Request) -> Any:
    """Send a photo before the report that names it; where it was taken is not kept."""
    database = cast(Database, request.app.state.database)
    keyring = cast(Keyring, request.app.state.keyring)
    async with database.tx() as tx:
        wait = await limiting.allow(tx, limiting.who(keyring, address_of(request)), "photo", PHOTOS)
    if wait:
        return later(wait)
    return {"photo": await photos.take(database, _shelf(request), keyring, await file.read(), file.filename)}


@_desk.get("/ratings/{case_id}", response_model=Ratings)
async def read_ratings(case_id: UUID, visit: Visit) -> Any:
    """How the reporters of a case rated it."""
    return {"items": await following.ratings(visit.tx, visit.actor, case_id, at=visit.at)}


async def _asked(
    visit: OpenVisit, text: str, place: PlaceIn, who: ReporterAsk | None, sent: Sequence[str], key: str | None
) -> ReportIn:
    reporter = Reporter(**who.model_dump()) if who else None
    named = tuple(photos.named(visit.keyring, sent))
    return ReportIn(text, place, await visit.request.body(), reporter, photos=named, key=key)


def _told(sent: Sent) -> dict[str, Any]:
    return {
        "number": sent.reported.report_number,
        "token": sent.token,
        "link": f"/r/{sent.token}",
        "merged": sent.reported.merge is not None,
        "hints": [vars(hint) for hint in sent.hints],
    }


def _most_reports(request: Request) -> int:
    return int(getattr(request.app.state.settings, "resident_reports", REPORTS))


def _shelf(request: Request) -> Shelf:
    return Shelf(request.app.state.data_dir / "files")


router = APIRouter()
for _each in (_open, _free, _desk):
    router.include_router(_each)
