"""HTTP of Open311 GeoReport v2, under /open311/v2."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from yiwang.access.door import OpenVisit, Visit
from yiwang.base.errors import Invalid, NotFound
from yiwang.events.books import Books
from yiwang.events.open311 import asking, requesting, services
from yiwang.events.open311.door import FreeDoor, KeyDoor, form_of
from yiwang.events.open311.model import Format, wanted
from yiwang.events.open311.rendering import rendered
from yiwang.events.shapes import told

free = APIRouter(prefix="/open311/v2", route_class=FreeDoor, tags=["open311"])
keyed = APIRouter(prefix="/open311/v2", route_class=KeyDoor, tags=["open311"])
Word = Annotated[str | None, Query(max_length=200)]
_FORM = "application/x-www-form-urlencoded"
_TEXT = {"type": "string"}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            _FORM: {
                "schema": {
                    "type": "object",
                    "required": ["service_code"],
                    "properties": {
                        name: _TEXT
                        for name in (
                            *("api_key", "jurisdiction_id", "service_code", "lat", "long", "address_string"),
                            *("address_id", "email", "device_id", "account_id", "first_name", "last_name", "phone"),
                            *("description", "media_url"),
                        )
                    },
                }
            }
        },
    }
}


def _answers(item: dict[str, Any], *, several: bool = True) -> dict[int | str, dict[str, Any]]:
    schema = {"type": "array", "items": item} if several else item
    content: dict[str, Any] = {"application/json": {"schema": schema}, "text/xml": {}}
    return {200: {"description": "As GeoReport v2 has it", "content": content}}


def _object(*required: str) -> dict[str, Any]:
    return {"type": "object", "required": list(required)}


@free.get("/discovery.{format}", response_class=Response, responses=_answers(_object("endpoints"), several=False))
async def discover(format: Format, visit: OpenVisit) -> Response:
    """Where the service is and what it speaks."""
    books = _books(visit.request)
    base = str(visit.request.base_url).rstrip("/")
    dates = [matter.valid_from for matter in books.catalogue.current(visit.at) if matter.valid_from]
    changed = max(dates, default=visit.at).astimezone(books.zone).isoformat(timespec="seconds")
    endpoint = {
        "specification": "http://wiki.open311.org/GeoReport_v2",
        "url": f"{base}/open311/v2",
        "changeset": changed,
        "type": "production",
        "formats": ["text/xml", "application/json"],
    }
    told_of = {
        "changeset": changed,
        "contact": "12345",
        "key_service": "The security administrator of the platform gives API keys.",
        "endpoints": [endpoint],
    }
    return rendered(format, "discovery", told_of)


@free.get(
    "/services.{format}",
    response_class=Response,
    responses=_answers(_object("service_code", "service_name", "metadata", "type")),
)
async def list_services(format: Format, visit: OpenVisit, jurisdiction_id: Word = None) -> Response:
    """The matters in force as services."""
    books = _books(visit.request)
    await services.jurisdiction_of(visit.tx, books, jurisdiction_id, visit.at)
    return rendered(format, "services", services.services(books, visit.at))


@free.get(
    "/services/{service_code}.{format}",
    response_class=Response,
    responses=_answers(_object("service_code", "attributes"), several=False),
)
async def define_service(
    service_code: str,
    format: Format,
    visit: OpenVisit,
    jurisdiction_id: Word = None,
) -> Response:
    """What more may be said with a request of a service."""
    books = _books(visit.request)
    await services.jurisdiction_of(visit.tx, books, jurisdiction_id, visit.at)
    return rendered(format, "service_definition", services.definition(books, service_code, visit.at))


@keyed.post("/requests.{format}", response_class=Response, responses=_answers(_object()), openapi_extra=_BODY)
async def send_request(format: Format, visit: Visit, api_key: Word = None) -> Response:  # noqa: ARG001
    """Send in a request as a form; the answer names its id.

    The header Idempotency-Key, which GeoReport does not know, makes a repeated request one.
    """
    request = visit.request
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _FORM:
        raise Invalid("(form)", f"Send a form: {_FORM}.")
    form = form_of(await request.body())
    books = _books(request)
    await services.jurisdiction_of(visit.tx, books, dict(form).get("jurisdiction_id"), visit.at)
    key = request.headers.get("idempotency-key")
    if key is not None and not 1 <= len(key) <= 200:
        raise Invalid("Idempotency-Key", "A key has 1 to 200 characters.")
    reported = await requesting.request(visit.tx, visit.actor, form, books=books, at=visit.at, key=key)
    answer = {
        "service_request_id": reported.report_number,
        "service_notice": told(reported)["explanation"],
        "account_id": None,
    }
    return rendered(format, "service_requests", [answer])


@keyed.get(
    "/requests.{format}",
    response_class=Response,
    responses=_answers(_object("service_request_id", "status", "service_code", "requested_datetime")),
)
async def list_requests(
    format: Format,
    visit: Visit,
    jurisdiction_id: Word = None,
    service_request_id: Annotated[str | None, Query(max_length=6000)] = None,
    service_code: Annotated[str | None, Query(max_length=6000)] = None,
    start_date: Word = None,
    end_date: Word = None,
    status: Word = None,
    api_key: Word = None,  # noqa: ARG001 - the door has read it
) -> Response:
    """Requests you sent in, and those you may see, newest first: at most 90 days and 1,000."""
    books = _books(visit.request)
    place = await services.jurisdiction_of(visit.tx, books, jurisdiction_id, visit.at)
    asked = wanted(service_request_id, service_code, start_date, end_date, status, visit.at)
    found = await asking.find(
        visit.tx, visit.actor, asked, books=books, files=_files(visit.request), jurisdiction=place
    )
    return rendered(format, "service_requests", found)


@keyed.get(
    "/requests/{service_request_id}.{format}",
    response_class=Response,
    responses=_answers(_object("service_request_id", "status", "service_code", "requested_datetime")),
)
async def read_request(
    service_request_id: str,
    format: Format,
    visit: Visit,
    jurisdiction_id: Word = None,
    api_key: Word = None,  # noqa: ARG001
) -> Response:
    """One request."""
    books = _books(visit.request)
    place = await services.jurisdiction_of(visit.tx, books, jurisdiction_id, visit.at)
    asked = wanted(service_request_id.replace(",", " "), None, None, None, None, visit.at)
    found = await asking.find(
        visit.tx, visit.actor, asked, books=books, files=_files(visit.request), jurisdiction=place
    )
    if not found:
        raise NotFound(f"service_request_id: {service_request_id[:60]} was not found among those you may see.")
    return rendered(format, "service_requests", found)


@keyed.get(
    "/tokens/{token}.{format}", response_class=Response, responses=_answers(_object("service_request_id", "token"))
)
async def read_token(
    token: str,
    format: Format,
    visit: Visit,
    jurisdiction_id: Word = None,
    api_key: Word = None,  # noqa: ARG001
) -> Response:
    """The id of the request that a token stands for."""
    await services.jurisdiction_of(visit.tx, _books(visit.request), jurisdiction_id, visit.at)
    number = await asking.number_of_token(visit.tx, visit.actor, token)
    return rendered(format, "service_requests", [{"service_request_id": number, "token": token}])


@free.get("/{path:path}", include_in_schema=False)
async def nothing(path: str) -> Response:
    """Say in the shape of GeoReport that there is nothing at an address."""
    raise NotFound(f"There is nothing at {path[:80]}: append .json or .xml to services, requests or tokens.")


router = APIRouter()
router.include_router(keyed)
router.include_router(free)


def _files(request: Request) -> str:
    return f"{str(request.base_url).rstrip('/')}/api/files"


def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books
