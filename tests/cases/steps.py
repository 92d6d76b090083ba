"""Taking a case through its steps, and looking at what was told."""

import asyncio
from typing import Any
from uuid import UUID

from tests.cities import City

from yiwang import ledger, people
from yiwang.app.wiring import TIMERS
from yiwang.cases import listens
from yiwang.cases.model import Case
from yiwang.cases.steps import closing, dispatching, handling, verifying
from yiwang.cases.store import reading
from yiwang.cases.views import listing
from yiwang.ledger.listening import drain
from yiwang.people import OrganisationRow, PostRow, StaffRow


async def filed(city: City, **report: Any) -> Case:
    """Report, and return the case it made."""
    told = await city.report(**report)
    async with city.database.tx() as tx:
        case = await listing.of_event(tx, city.officer, told.event_id)
    assert case is not None
    return case


async def steps(city: City, case: Case, *verbs: str, **fields: Any) -> Case:
    """Take these steps, a minute apart."""
    for verb in verbs:
        city.later(minutes=1)
        case = await step(city, case.id, verb, **fields)
    return case


async def step(city: City, case_id: UUID, verb: str, **fields: Any) -> Case:
    """Take one step at the present."""
    asked: dict[str, Any] = {"at": city.now, **fields}
    async with city.database.tx() as tx:
        match verb:
            case "dispatch":
                return await dispatching.dispatch(tx, city.officer, case_id, books=city.books, **asked)
            case "redispatch":
                return await dispatching.redispatch(tx, city.officer, case_id, books=city.books, **asked)
            case "receive":
                return await handling.receive(tx, city.officer, case_id, **asked)
            case "return":
                return await handling.give_back(tx, city.officer, case_id, **{"reason": "不归我们管", **asked})
            case "handle":
                return await handling.handle(tx, city.officer, case_id, **{"text": "已清理", **asked})
            case "check":
                return await verifying.check(tx, city.officer, case_id, **{"passed": True, **asked})
            case "close":
                return await closing.close(tx, city.officer, case_id, **asked)
            case "void":
                return await closing.void(tx, city.officer, case_id, **{"reason": "误报", **asked})
    raise AssertionError(verb)


async def lines(city: City, case: Case) -> list[str]:
    """The steps of a case's timeline."""
    async with city.database.tx() as tx:
        return [line["step"] for line in await reading.timeline(tx, case.id)]


async def tick(city: City) -> int:
    """Fire what is due at the present."""
    return await ledger.tick(city.database, city.now, TIMERS)


async def listen(city: City) -> None:
    """Let the cases hear all that happened: a fact is read once no older transaction runs, whoever runs it."""
    listener = listens.listener(city.books)
    async with asyncio.timeout(60):
        # PostgreSQL tells nobody when the last older transaction ends, so it is asked.
        while await drain(city.database, [listener]) or await _unheard(city, [*listener.handlers]):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def _unheard(city: City, types: list[str]) -> bool:
    async with city.database.tx() as tx:
        query = """SELECT EXISTS (SELECT 1 FROM ledger.fact f WHERE (f.xid, f.seq) >
            (SELECT c.xid, c.seq FROM ledger.cursor c WHERE c.listener = 'cases') AND f.type = ANY(%s))"""
        return bool(await tx.value(query, (types,)))


async def inbox(city: City, account: UUID) -> list[str]:
    """The kinds of what an account was told, in the order of time."""
    async with city.database.tx() as tx:
        rows = await tx.rows("SELECT kind FROM notices.notice WHERE account_id = %s ORDER BY at, kind", (account,))
    return [row["kind"].removeprefix("cases.") for row in rows]


async def staffed(city: City, *units: str) -> dict[str, UUID]:
    """Give each of these units someone at its post, with an account; return the accounts by unit."""
    accounts = {unit: UUID(int=1000 + number) for number, unit in enumerate(units)}
    staff = [StaffRow(f"S-{unit}", "某人", accounts[unit], "", ((unit, "DUTY"),)) for unit in units]
    async with city.database.tx() as tx:
        await people.ensure_staff(tx, city.officer, staff, city.now, keyring=city.books.keyring)
    return accounts


async def add_station(city: City) -> UUID:
    """Set up a neighbourhood station: on site by day, online by night."""
    where = city.places["310107005001"]
    row = OrganisationRow("FQ", "neighbourhood_station", "枫桥居委会工作站", parent_code="CY", jurisdiction_id=where)
    async with city.database.tx() as tx:
        city.units |= await people.ensure_organisations(tx, city.officer, [row], city.now)
        await people.ensure_posts(tx, city.officer, [PostRow("FQ", "DUTY", "居村工作站", urgent=True)], city.now)
        day = city.now.date()
        await people.shifts_from_hours(tx, city.books.calendar, day, day.replace(day=day.day + 3), city.now)
    async with city.database.tx() as tx:
        await city.books.refresh(tx)
    return city.units["FQ"]
