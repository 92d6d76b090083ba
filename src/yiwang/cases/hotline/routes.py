"""Orders of the hotline over HTTP: taken in one by one or by file, contacted, answered, returned, counted."""

from typing import Annotated, Any, cast
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Query, Request, Response, UploadFile
from pydantic import AwareDatetime

from yiwang import definitions
from yiwang.access import Keyring
from yiwang.access.door import MIB, Door, LongDoor, LongVisit, Visit, takes
from yiwang.base.errors import Forbidden
from yiwang.cases.hotline import (
    calling_back,
    finding,
    giving_back,
    handling,
    importing,
    mapping,
    receiving,
    rules,
    telling,
)
from yiwang.cases.hotline.asking import (
    AnswerAsk,
    CalledAsk,
    ContactAsk,
    DeclareAsk,
    ExtendAsk,
    OrderAsk,
    ReturnAsk,
    order_in,
)
from yiwang.cases.hotline.finding import Wanted
from yiwang.cases.hotline.model import Called, Order
from yiwang.cases.hotline.shapes import (
    Declared,
    Figures,
    ImportDetail,
    ImportOut,
    Imports,
    Mappings,
    OrderAnswer,
    OrderDetail,
    OrderOut,
    OrderPage,
    RulesOut,
    import_fields,
    order_fields,
)
from yiwang.events.books import Books

_orders = APIRouter(prefix="/api/hotline", route_class=Door, tags=["hotline"])
_files = APIRouter(prefix="/api/hotline", route_class=LongDoor, tags=["hotline"])


async def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books


InBooks = Annotated[Books, Depends(_books)]


@_orders.post("/orders", status_code=201, response_model=OrderAnswer)
async def receive(ask: OrderAsk, visit: Visit, books: InBooks) -> Any:
    """Send in an order. The same number again is answered as the first time; `again` sends a returned one once more."""
    raw = await visit.request.body()
    found = await receiving.receive(
        visit.tx,
        visit.actor,
        order_in(ask, raw),
        books=books,
        rules=await rules.rules_at(visit.tx, visit.at),
        at=visit.at,
    )
    merged = found.reported is not None and found.reported.merge is not None
    return {**vars(found.order), "outcome": found.outcome, "merged": merged}


@_orders.get("/orders", response_model=OrderPage)
async def list_orders(
    visit: Visit,
    books: InBooks,
    standing: str = "all",
    number: Annotated[str | None, Query(max_length=120)] = None,
    kind: Annotated[str | None, Query(max_length=40)] = None,
    level: Annotated[str | None, Query(max_length=20)] = None,
    resolution: Annotated[str | None, Query(max_length=20)] = None,
    satisfaction: Annotated[str | None, Query(max_length=20)] = None,
    case: UUID | None = None,
    cursor: Annotated[str | None, Query(max_length=400)] = None,
    limit: int = 50,
) -> Any:
    """A page of the orders whose cases you may see, latest first."""
    wanted = Wanted(standing, number, kind, level, satisfaction, resolution, case)
    page = await finding.find(
        visit.tx, visit.actor, wanted, directory=books.directory, at=visit.at, cursor=cursor, limit=limit
    )
    return {"items": [order_fields(stood, books, visit.at) for stood in page.items], "next": page.next}


@_orders.get("/orders/{order_id}", response_model=OrderDetail)
async def read_order(order_id: UUID, visit: Visit, books: InBooks) -> Any:
    """All of one order."""
    return await telling.detail(visit.tx, visit.actor, order_id, books=books, at=visit.at)


@_orders.post("/orders/{order_id}/first-contact", response_model=OrderOut)
async def first_contact(order_id: UUID, ask: ContactAsk, visit: Visit, books: InBooks) -> Any:
    """首次联系: say how the caller was reached, or that nobody was."""
    order = await handling.first_contact(
        visit.tx,
        visit.actor,
        order_id,
        way=ask.way,
        reached=ask.reached,
        spoke_with=ask.spoke_with,
        note=ask.note.strip(),
        tried_at=ask.tried_at,
        rules=await rules.rules_at(visit.tx, visit.at),
        books=books,
        at=visit.at,
    )
    return await _stands(visit, books, order)


@_orders.post("/orders/{order_id}/return", response_model=OrderOut)
async def give_back(order_id: UUID, ask: ReturnAsk, visit: Visit, books: InBooks) -> Any:
    """退回市级, with the reason and the next door."""
    order = await handling.give_back(
        visit.tx,
        visit.actor,
        order_id,
        reason=ask.reason,
        text=ask.text,
        next_door=ask.next_door,
        ruling=ask.ruling,
        at=visit.at,
    )
    return await _stands(visit, books, order)


@_orders.post("/orders/{order_id}/extend", response_model=OrderOut)
async def extend(order_id: UUID, ask: ExtendAsk, visit: Visit, books: InBooks) -> Any:
    """延期 of a complex order: once, before its limit ends."""
    declared = await rules.rules_at(visit.tx, visit.at)
    order = await handling.extend(
        visit.tx, visit.actor, order_id, reason=ask.reason, books=books, rules=declared, at=visit.at
    )
    return await _stands(visit, books, order)


@_orders.post("/orders/{order_id}/answer", response_model=OrderOut)
async def answer(order_id: UUID, ask: AnswerAsk, visit: Visit, books: InBooks) -> Any:
    """答复: what the caller is told, solved or explained."""
    order = await handling.answer(
        visit.tx, visit.actor, order_id, text=ask.text, resolution=ask.resolution, at=visit.at
    )
    return await _stands(visit, books, order)


@_orders.post("/orders/{order_id}/callback", response_model=OrderOut)
async def call_back(order_id: UUID, ask: CalledAsk, visit: Visit, books: InBooks) -> Any:
    """回访: what the city was told when it asked the caller."""
    called = Called(**ask.model_dump())
    order = await calling_back.call_back(visit.tx, visit.actor, order_id, called, at=visit.at)
    return await _stands(visit, books, order)


@_orders.get("/figures", response_model=Figures)
async def figures(since: AwareDatetime, until: AwareDatetime, visit: Visit) -> Any:
    """The counts and the four rates 先行联系率 按时办结率 实际解决率 市民满意率 of the orders received in a span."""
    return await finding.figures(visit.tx, visit.actor, since=since, until=until, at=visit.at)


@_orders.get("/rules", response_model=RulesOut)
async def read_rules(visit: Visit) -> Any:
    """The limits in force."""
    visit.actor.scope("matters.read")
    return (await rules.rules_at(visit.tx, visit.at)).model_dump()


@_orders.get("/mappings", response_model=Mappings)
async def list_mappings(visit: Visit) -> Any:
    """The mappings by which files are read."""
    visit.actor.scope("matters.read")
    found = await mapping.mappings_at(visit.tx, visit.at)
    return {"items": [one.model_dump() for one in found.values()]}


@_orders.post("/declarations", response_model=Declared)
async def declare(ask: DeclareAsk, visit: Visit) -> Any:
    """Publish limits or mappings of the district's own, from now on."""
    if not visit.actor.scope("matters.write").everything:
        raise Forbidden("These are the whole platform's; your role reaches only a part of it.")
    common: dict[str, Any] = {"valid_from": visit.at, "at": visit.at, "note": ask.note}
    if ask.kind == "hotline_rules":
        report = await definitions.import_toml(visit.tx, visit.actor, rules.RULES, ask.toml, **common)
    else:
        report = await definitions.import_toml(visit.tx, visit.actor, mapping.MAPPING, ask.toml, **common)
    faults = [vars(fault) for fault in report.faults]
    return {"new": report.new, "changed": list(report.changed), "same": report.same, "faults": faults}


@_orders.get("/imports", response_model=Imports)
async def list_imports(visit: Visit) -> Any:
    """The files you gave in, latest first."""
    return {"items": [import_fields(job) for job in await giving_back.own(visit.tx, visit.actor)]}


@_orders.get("/imports/{import_id}", response_model=ImportDetail)
async def read_import(import_id: UUID, visit: Visit) -> Any:
    """How far a file of yours is, and the first rows that were refused."""
    job, faults = await giving_back.see(visit.tx, visit.actor, import_id)
    return {**import_fields(job), "faults": faults}


@_files.post("/imports", status_code=202, response_model=ImportOut)
@takes(importing.MOST_BYTES + MIB)
async def begin_import(
    file: UploadFile,
    visit: LongVisit,
    name: Annotated[str, Form(alias="mapping", max_length=40)] = "sh12345",
    toml: Annotated[str | None, Form(alias="mapping_toml", max_length=200_000)] = None,
    dry_run: Annotated[bool, Form()] = False,
) -> Any:
    """Give in a CSV or XLSX file of orders: by a mapping's name, or by one sent along as TOML.

    A dry run does all of it and keeps nothing but the reasons. Ask for the import's progress and its report after.
    """
    visit.actor.scope("hotline.import")
    if toml is not None:
        declared = mapping.parse(toml)
    else:
        async with visit.database.tx() as tx:
            declared = await mapping.mapping_at(tx, name, tx.at)
    job = await importing.begin(
        visit.database,
        visit.actor,
        _keyring(visit.request),
        await file.read(),
        file_name=file.filename or "orders",
        mapping=declared,
        dry_run=dry_run,
    )
    return import_fields(job)


@_files.get(
    "/imports/{import_id}/report",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
)
async def report_import(import_id: UUID, visit: LongVisit) -> Response:
    """The file back, with one more column: why a row was refused."""
    name, data = await giving_back.report(visit.database, visit.actor, _keyring(visit.request), import_id)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return Response(data, media_type="application/octet-stream", headers=headers)


async def _stands(visit: Visit, books: Books, order: Order) -> dict[str, Any]:
    return await telling.stands(visit.tx, visit.actor, order.id, books=books, at=visit.at)


def _keyring(request: Request) -> Keyring:
    return cast(Keyring, request.app.state.keyring)


router = APIRouter()
router.include_router(_orders)
router.include_router(_files)
