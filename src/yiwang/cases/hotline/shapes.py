"""The shapes in which orders come in and leave."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from yiwang.base.errors import Invalid
from yiwang.cases.hotline.model import Called, level_of
from yiwang.cases.hotline.receiving import OrderIn
from yiwang.cases.hotline.store.imports import Import
from yiwang.cases.hotline.store.orders import Stood
from yiwang.cases.shapes import Named
from yiwang.events.books import Books
from yiwang.events.following import Life
from yiwang.events.model import Reporter
from yiwang.events.shapes import PlaceAsk, ReporterAsk, Strict
from yiwang.places import PlaceIn

Word = Annotated[str, Field(min_length=1, max_length=60)]
Sentence = Annotated[str, Field(min_length=1, max_length=2000)]


class CalledAsk(Strict):
    """What a call back told 回访; leave out what it does not say."""

    contacted: bool | None = None
    resolution: str | None = Field(default=None, max_length=40)
    satisfaction: str | None = Field(default=None, max_length=40)


class OrderAsk(Strict):
    """An order of the hotline. `kind` is a code or a Chinese name; `due_at` left out follows from it."""

    system: Word = "12345"
    number: str = Field(min_length=1, max_length=120)
    kind: Word
    title: str = Field(default="", max_length=200)
    text: str = Field(default="", max_length=4000)
    place: PlaceAsk
    reporter: ReporterAsk | None = None
    received_at: AwareDatetime | None = None
    due_at: AwareDatetime | None = None
    urgent: bool | None = None
    matter: str | None = Field(default=None, max_length=40)
    sent_from: str = Field(default="city", max_length=20)
    callback_wanted: bool = True
    called: CalledAsk | None = None
    again: bool = False


class ContactAsk(Strict):
    """首次联系. `tried_at` left out is now; `spoke_with` is needed when somebody was reached."""

    way: Word
    reached: bool
    spoke_with: str | None = Field(default=None, max_length=20)
    note: str = Field(default="", max_length=500)
    tried_at: AwareDatetime | None = None


class ReturnAsk(Strict):
    """退回市级. `next_door` names who answers for it; `ruling` is needed when it is late or the second time."""

    reason: Word
    text: Sentence
    next_door: str = Field(default="", max_length=300)
    ruling: str | None = Field(default=None, max_length=1000)


class ExtendAsk(Strict):
    reason: Sentence


class AnswerAsk(Strict):
    text: Sentence
    resolution: Word


class DeclareAsk(Strict):
    """TOML with `[[hotline_rules]]` or `[[hotline_mapping]]` tables."""

    kind: Literal["hotline_rules", "hotline_mapping"]
    toml: str = Field(min_length=1, max_length=200_000)
    note: str = Field(default="", max_length=300)


class OrderOut(BaseModel):
    """An order as it stands. `level` is its place among 市区街站人, `sent_from` where it came from."""

    id: UUID
    system: str
    number: str
    kind: str
    title: str
    urgent: bool
    state: str
    level: str
    sent_from: str
    case_id: UUID
    case_number: str
    case_state: str
    unit: Named | None
    received_at: datetime
    due_at: datetime
    overdue: bool
    extended_at: datetime | None
    sendings: int
    callback_wanted: bool
    contact: str
    contact_due_at: datetime
    contacted_at: datetime | None
    contact_on_time: bool | None
    contacts: int
    return_due_at: datetime
    returns: int
    answered_at: datetime | None
    resolution: str | None
    called_back_at: datetime | None
    called_contacted: bool | None
    called_resolution: str | None
    satisfaction: str | None
    version: int


class ContactOut(BaseModel):
    id: UUID
    at: datetime
    way: str
    reached: bool
    spoke_with: str | None
    note: str
    actor: Named


class ReturnOut(BaseModel):
    id: UUID
    at: datetime
    reason: str
    text: str
    next_door: str
    ruling: str | None
    actor: Named


class OrderDetail(OrderOut):
    """All of one order: what was asked, every try to reach the caller, every return, the answer."""

    text: str
    deadline: dict[str, Any]
    answer: str | None
    contacts_list: list[ContactOut]
    returns_list: list[ReturnOut]


class OrderAnswer(BaseModel):
    """What became of an order that was sent in: `outcome` is made, known, updated or again."""

    id: UUID
    number: str
    outcome: str
    kind: str
    due_at: datetime
    contact_due_at: datetime
    return_due_at: datetime
    deadline: dict[str, Any]
    report_id: UUID
    case_id: UUID
    merged: bool


class OrderPage(BaseModel):
    items: list[OrderOut]
    next: str | None


class Figures(BaseModel):
    """Counts and the four rates; a rate is null where there is nothing to divide by."""

    counts: dict[str, float]
    rates: dict[str, float | None]


class KindOut(BaseModel):
    code: str
    zh: str
    en: str
    days: int


class RulesOut(BaseModel):
    kinds: list[KindOut]
    contact_days: int
    contact_tries: int
    return_days: int
    extended_days: int
    source: str


class MappingOut(BaseModel):
    name: str
    title: str
    system: str
    columns: dict[str, Any]


class Mappings(BaseModel):
    items: list[MappingOut]


class FaultOut(BaseModel):
    entry: int
    code: str
    field: str
    detail: str


class Declared(BaseModel):
    """What a declaration did; with any fault nothing was written."""

    new: list[str]
    changed: list[str]
    same: list[str]
    faults: list[FaultOut]


class ImportOut(BaseModel):
    """A file given in: `done` of `rows` are worked off; `made`, `known`, `updated` and `refused` add up to `done`."""

    id: UUID
    file_name: str
    form: str
    dry_run: bool
    state: str
    rows: int
    done: int
    made: int
    known: int
    updated: int
    refused: int
    failure: str | None
    recorded: datetime
    ended_at: datetime | None


class RowFault(BaseModel):
    row: int
    reason: str


class ImportDetail(ImportOut):
    """`faults` are the first hundred refused rows, counted from 1 below the header; the report has all."""

    faults: list[RowFault]


class Imports(BaseModel):
    items: list[ImportOut]


def order_in(ask: OrderAsk, raw: bytes) -> OrderIn:
    """Return an order as it was asked for; `raw` is the message as it came."""
    if not ask.title.strip() and not ask.text.strip():
        raise Invalid("text", "Say what is asked, in a sentence.")
    return OrderIn(
        system=ask.system,
        number=ask.number.strip(),
        kind=ask.kind,
        title=ask.title,
        text=ask.text,
        place=PlaceIn(**{**ask.place.model_dump(), "text": ask.place.text or ""}),
        raw=raw,
        reporter=Reporter(**ask.reporter.model_dump()) if ask.reporter else None,
        received_at=ask.received_at,
        due_at=ask.due_at,
        urgent=ask.urgent,
        matter=ask.matter,
        sent_from=ask.sent_from,
        callback_wanted=ask.callback_wanted,
        called=Called(**ask.called.model_dump()) if ask.called else Called(),
        again=ask.again,
    )


def order_fields(stood: Stood, books: Books, at: datetime) -> dict[str, Any]:
    """Return the fields of an `OrderOut`."""
    order = stood.order
    unit = books.directory.units.get(stood.unit_id) if stood.unit_id else None
    ended = order.answered_at or stood.closed_at
    return {
        **vars(order),
        "level": level_of(order.state, unit.kind if unit else None, stood.claimed_by is not None),
        "case_number": stood.case_number,
        "case_state": stood.case_state,
        "unit": {"id": unit.id, "name": unit.short_name} if unit else None,
        "overdue": (ended or at) > order.due_at and order.state == "open",
        "contact_on_time": order.contact_on_time,
    }


def detail_fields(
    stood: Stood,
    life: Life | None,
    contacts: list[dict[str, Any]],
    returns: list[dict[str, Any]],
    books: Books,
    at: datetime,
) -> dict[str, Any]:
    """Return the fields of an `OrderDetail`; without an answer of its own the order has that of its case."""
    closing = life.answer.get("text") if life and life.answer else None
    return {
        **order_fields(stood, books, at),
        "text": life.text if life else "",
        "answer": stood.order.answer or closing or None,
        "contacts_list": [_by(row) for row in contacts],
        "returns_list": [_by(row) for row in returns],
    }


def import_fields(job: Import) -> dict[str, Any]:
    """Return the fields of an `ImportOut`."""
    return vars(job)


def _by(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "actor": {"id": row["actor_id"], "name": row["actor_name"]}}
