"""The shapes in which orders leave, and files of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from yiwang.cases.hotline.model import level_of
from yiwang.cases.hotline.store.imports import Import
from yiwang.cases.hotline.store.orders import Stood
from yiwang.cases.shapes import Named
from yiwang.events.books import Books
from yiwang.events.following import Life


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
