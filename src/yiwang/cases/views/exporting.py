"""The list of cases as an export: the same filters, scope and words as the list, with the reporter where approved."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from yiwang.access import Actor, Keyring, Personal
from yiwang.access.privacy.declaring import Column, DataSet, Declared, Exported
from yiwang.base.errors import Invalid
from yiwang.base.paging import MOST
from yiwang.cases.model import Case
from yiwang.cases.store.reading import TABS
from yiwang.cases.views import listing
from yiwang.cases.views.listing import Wanted
from yiwang.db import Tx
from yiwang.events import reporters
from yiwang.events.books import Books, name_of
from yiwang.places import Locator

STATES = {
    "to_confirm": "待核实",
    "to_dispatch": "待派遣",
    "to_receive": "待签收",
    "handling": "处置中",
    "to_check": "待核查",
    "to_close": "待结案",
    "closed": "已结案",
    "void": "作废",
}
_PERSONAL = ("reporter_name", "reporter_phone")
COLUMNS = (
    Column("number", "案件编号", "Number"),
    Column("title", "标题", "Title"),
    Column("state", "状态", "State"),
    Column("matter_code", "事项代码", "Code of the matter"),
    Column("matter", "事项", "Matter"),
    Column("jurisdiction", "区域", "Jurisdiction"),
    Column("place", "地点", "Place"),
    Column("unit", "处置单位", "Unit"),
    Column("channel", "来源", "Channel"),
    Column("urgent", "紧急", "Urgent"),
    Column("opened_at", "受理时间", "Opened"),
    Column("filed_at", "立案时间", "Filed"),
    Column("due_at", "处置时限", "Due"),
    Column("closed_at", "结案时间", "Closed"),
    Column("rework", "返工次数", "Rework"),
    Column("returns", "退单次数", "Returns"),
    Column("reports", "上报次数", "Reports"),
    Column("reporter_name", "报告人姓名", "Reporter's name", Personal("name")),
    Column("reporter_phone", "报告人电话", "Reporter's telephone", Personal("phone")),
)


class Filters(BaseModel):
    """The filters of the list, as an export keeps them."""

    model_config = ConfigDict(extra="forbid")
    tab: str = "all"
    matter: Annotated[list[str], Field(max_length=50)] | None = None
    major: Annotated[list[str], Field(max_length=50)] | None = None
    jurisdiction: UUID | None = None
    unit: UUID | None = None
    urgent: bool | None = None
    opened_from: AwareDatetime | None = None
    opened_to: AwareDatetime | None = None
    drill: bool | None = False


def check(filters: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the filters as they are kept."""
    try:
        kept = Filters.model_validate(filters)
    except ValidationError as error:
        first = error.errors()[0]
        raise Invalid(".".join(["filters", *map(str, first["loc"])]), first["msg"]) from None
    if kept.tab not in TABS:
        raise Invalid("filters.tab", f"The tab is one of {', '.join(TABS)}.")
    return kept.model_dump(mode="json", exclude_unset=True)


async def gather(
    books: Books, tx: Tx, actor: Actor, keyring: Keyring, columns: Sequence[str], filters: Mapping[str, Any], most: int
) -> Exported:
    """Return the cases the asker may see, page by page, newest first."""
    kept = Filters.model_validate(filters)
    wanted = Wanted(
        tab=kept.tab,
        matters=kept.matter,
        majors=kept.major,
        jurisdiction=kept.jurisdiction,
        unit=kept.unit,
        urgent=kept.urgent,
        opened_from=kept.opened_from,
        opened_to=kept.opened_to,
        drill=kept.drill,
    )
    locator = await books.locators.at(tx, tx.at)
    widened = listing.widened(wanted, books, tx.at)
    personal = any(code in _PERSONAL for code in columns)
    rows: list[dict[str, Any]] = []
    persons: list[UUID] = []
    cursor = None
    while len(rows) < most:
        page = await listing.find(tx, actor, widened, at=tx.at, cursor=cursor, limit=MOST)
        named = await reporters.contacts(tx, actor, keyring, [case.event_id for case in page.items]) if personal else {}
        for case in page.items:
            row = _row(case, books, locator)
            if found := named.get(case.event_id):
                persons.append(found[0])
                row |= {"reporter_name": found[1].name, "reporter_phone": found[1].phone}
            rows.append(row)
        cursor = page.next
        if cursor is None:
            break
    return Exported(rows[:most], persons)


def declared(books: Books) -> Declared:
    """Return the data set of the cases."""
    return Declared(data_sets={"cases": DataSet("案件", "Cases", "cases.read", COLUMNS, partial(gather, books), check)})


def _row(case: Case, books: Books, locator: Locator) -> dict[str, Any]:
    matter = books.catalogue.by_id(case.matter_id)
    return {
        "number": case.number,
        "title": case.title,
        "state": STATES.get(case.state, case.state),
        "matter_code": matter.code,
        "matter": matter.name,
        "jurisdiction": name_of(locator, case.jurisdiction_id),
        "place": case.place_text,
        "unit": books.directory.name(case.unit_id) if case.unit_id else None,
        "channel": case.channel,
        "urgent": case.urgent,
        "opened_at": case.opened_at,
        "filed_at": case.filed_at,
        "due_at": case.due_at,
        "closed_at": case.closed_at,
        "rework": case.rework,
        "returns": case.returns,
        "reports": case.reports,
    }
