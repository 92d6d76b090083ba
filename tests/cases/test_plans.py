"""The queries that run all day find their rows by an index when the tables are full."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from tests.cases.steps import filed, step
from tests.cities import BUILDER, City

from yiwang import people
from yiwang.access import Actor
from yiwang.app.wiring import TIMERS
from yiwang.cases.store import reading
from yiwang.cases.views import listing
from yiwang.cases.views.listing import Wanted
from yiwang.db import Tx
from yiwang.db.cluster import Server
from yiwang.db.trips import TravellingConnection
from yiwang.events import finding, reporting
from yiwang.events.model import Envelope
from yiwang.ledger.timers import fire_due
from yiwang.notices import reading as inboxes
from yiwang.places import PlaceIn

pytestmark = pytest.mark.anyio
CASES = 20_000
SMALL = 500  # rows below which reading a whole table is no fault


class Explaining(Tx):
    """A transaction that asks for the plan of every statement before it sends it."""

    __slots__ = ("plans",)
    plans: list[tuple[str, dict[str, Any]]]

    async def _send(self, query: Any, params: Any) -> Any:
        await super().flush()
        if re.match(r"\s*(SELECT|WITH|UPDATE|DELETE)", query):
            cursor = await self.connection.execute("EXPLAIN (FORMAT JSON) " + query, params)
            row = await cursor.fetchone()
            assert row is not None
            self.plans.append((query, row[0][0]["Plan"]))
        return await super()._send(query, params)


@pytest.fixture
async def full(city: City, server: Server, fresh: str) -> City:
    """The district with forty thousand cases, one in fifty of them open, and as much of the rest."""
    case = await step(city, (await filed(city)).id, "dispatch")
    with psycopg.connect(server.root_url, dbname=fresh, autocommit=True) as connection:
        for statement in _fill(case.id, city):
            connection.execute(*statement)
        connection.execute("ANALYZE")
    return city


def _fill(case: UUID, city: City) -> list[tuple[Any, ...]]:
    places, units = (
        [city.places[c] for c in ("310107005001", "310107015001")],
        [city.units[c] for c in ("CY", "CS", "LH")],
    )
    opened = "%(at)s::timestamptz - (n || ' minutes')::interval"
    state = """CASE WHEN n %% 50 > 0 THEN CASE n %% 10 WHEN 3 THEN 'void' ELSE 'closed' END
        ELSE (ARRAY['to_confirm','to_dispatch','to_receive','handling','to_check','to_close'])[1 + n / 50 %% 6] END"""
    changed = {
        "id": "ids.id",
        "number": "'2025' || lpad(n::text, 10, '0')",
        "opened_at": opened,
        "due_at": f"{opened} + interval '9 days'",
        "jurisdiction_id": "(%(places)s::uuid[])[1 + n %% 2]",
        "unit_id": "CASE WHEN n %% 7 > 0 THEN (%(units)s::uuid[])[1 + n %% 3] END",
        "matter_code": "lpad((1 + n %% 11)::text, 2, '0') || '00' || (1 + n %% 7)",
        "major": "lpad((1 + n %% 11)::text, 2, '0')",
        "urgent": "n %% 20 = 0",
        "claimed_by": "CASE WHEN n %% 50 = 0 THEN gen_random_uuid() END",
        "state": state,
        "closed_at": f"CASE WHEN n %% 50 > 0 THEN {opened} + interval '1 hour' END",
    }
    event = {
        "id": "ids.id",
        "number": changed["number"],
        "state": "CASE WHEN n %% 50 > 0 THEN 'closed' WHEN n %% 100 = 0 THEN 'triage' ELSE 'admitted' END",
        "matter_code": changed["matter_code"],
        "jurisdiction_id": changed["jurisdiction_id"],
        "lon": "121.3 + (n %% 200) / 1000.0",
        "lat": "31.2 + (n / 200) / 1000.0",
        "reported_at": opened,
        "last_reported_at": opened,
        "place_key": "CASE WHEN n %% 4 = 0 THEN 'place ' || n END",
    }
    report = {
        "id": "gen_random_uuid()",
        "event_id": "ids.id",
        "number": changed["number"],
        "idempotency_key": "n::text",
    }
    given = {"at": city.now, "places": places, "units": units, "case": case, "n": CASES}
    ids = """(SELECT n, ('00000000-0000-0000-0001-' || lpad(n::text, 12, '0'))::uuid AS id
        FROM generate_series(1, %(n)s) n) ids"""

    def copies(table: str, change: dict[str, str], key: str = "id") -> tuple[str, dict[str, Any]]:
        columns = ", ".join(f"{source} AS {name}" for name, source in change.items())
        return (
            f"""INSERT INTO {table} SELECT made.* FROM {ids}, {table} t, LATERAL (SELECT {columns}) x,
            LATERAL jsonb_populate_record(t, to_jsonb(x)) made WHERE t.{key} = %(case)s""",
            given,
        )

    return [
        copies("events.event", event),
        copies("events.report", report, "event_id"),
        copies("cases.case", changed),
        (
            f"""INSERT INTO cases.timeline
            SELECT gen_random_uuid(), ids.id, 'file', %(at)s, NULL, 'x', NULL, 'x', '{{}}', %(at)s
            FROM {ids}, generate_series(1, 3)""",
            given,
        ),
        (f"INSERT INTO cases.clock SELECT ids.id, 'total', %(at)s, NULL, %(at)s, 'x', 1 FROM {ids}", given),
        (
            f"""INSERT INTO ledger.timer (subject, kind, due, data)
            SELECT ids.id, 'cases.total', %(at)s::timestamptz + (n || ' seconds')::interval, '{{}}' FROM {ids}""",
            given,
        ),
        (
            f"""INSERT INTO notices.notice
            (id, account_id, at, kind, title_zh, title_en, text, link, object_type, recorded)
            SELECT gen_random_uuid(), ('00000000-0000-0000-0002-' || lpad((n %% 400)::text, 12, '0'))::uuid, %(at)s,
            'x', 'x', 'x', 'x', 'x', 'x', %(at)s FROM {ids}""",
            given,
        ),
        (
            """INSERT INTO people.shift (id, organisation_id, post_id, starts, ends, mode, source, recorded)
            SELECT gen_random_uuid(), s.organisation_id, s.post_id, s.starts - (n || ' days')::interval,
            s.ends - (n || ' days')::interval, s.mode, s.source, s.recorded
            FROM (SELECT * FROM people.shift LIMIT 20) s, generate_series(30, 1000) n""",
            given,
        ),
    ]


@asynccontextmanager
async def explained(city: City, faulty: list[str] | None = None, what: str = "") -> AsyncIterator[Explaining]:
    """A transaction whose statements must all have found their rows by an index; else it says so in `faulty`."""
    session: dict[str, Any] = {"autocommit": True, "options": "-c timezone=UTC"}
    async with await TravellingConnection.connect(city.database.url, **session) as connection:
        tables = await connection.execute("SELECT relname FROM pg_class WHERE reltuples > %s", [SMALL])
        large = {row[0] for row in await tables.fetchall()}
        tx = Explaining(connection, city.now, platform="test")
        tx.plans = []
        yield tx
        await tx.flush()
        found = [f"{what}: {fault} by {query}" for query, plan in tx.plans for fault in faults(plan, large)]
        await connection.execute("ROLLBACK")
    assert tx.plans
    if faulty is None:
        assert found == []
    else:
        faulty += found


def faults(plan: dict[str, Any], large: set[str]) -> list[str]:
    """The large tables that a plan reads whole."""
    whole = plan["Node Type"] == "Seq Scan" and plan["Relation Name"] in large
    own = [f"{plan['Relation Name']} where {plan.get('Filter')}"] if whole else []
    return own + [fault for child in plan.get("Plans", []) for fault in faults(child, large)]


SCOPES: dict[str, Callable[[City], Actor]] = {
    "everything": lambda city: city.officer,
    "a street": lambda city: city.holder("supervisor", jurisdiction="310107005000"),
    "a unit": lambda city: city.holder("handler", unit="CS"),
}
FILTERS: dict[str, Callable[[City], Wanted]] = {
    **{tab: (lambda _, tab=tab: Wanted(tab=tab)) for tab in reading.TABS},
    "a matter": lambda _: Wanted(matters=["06005"]),
    "a major, open": lambda _: Wanted(tab="to_dispatch", majors=["06"]),
    "a unit": lambda city: Wanted(unit=city.units["LH"]),
    "a street": lambda city: Wanted(jurisdiction=city.places["310107015000"]),
    "urgent": lambda _: Wanted(urgent=True),
    "a day": lambda city: Wanted(opened_from=city.now - timedelta(days=3), opened_to=city.now - timedelta(days=2)),
    "a number": lambda _: Wanted(number="012345"),
    "a whole number": lambda _: Wanted(number="20250000012345"),
    "mine": lambda _: Wanted(mine=True),
}


async def test_a_page_of_the_list_by_any_sort_filter_and_scope(full: City) -> None:
    faulty: list[str] = []
    for whose, scope in SCOPES.items():
        for name, wanted in FILTERS.items():
            for sort in reading.SORTS:
                if sort != "-filed_at" and (wanted(full).tab in ("all", "closed", "void") or name not in reading.TABS):
                    continue  # sorting all that ever was by when it was due: asked for seldom, and may take its time
                async with explained(full, faulty, f"{whose}, {name}, {sort}") as tx:
                    asked = {"at": full.now, "sort": sort, "limit": 20}
                    page = await listing.find(tx, scope(full), wanted(full), **asked)
                    if page.next:
                        await listing.find(tx, scope(full), wanted(full), **asked, cursor=page.next)
    assert faulty == []


async def test_the_counts_of_the_tabs(full: City) -> None:
    for scope in SCOPES.values():
        async with explained(full) as tx:
            await listing.count(tx, scope(full), Wanted(), at=full.now)


async def test_one_case_with_all_that_hangs_on_it(full: City) -> None:
    async with explained(full) as tx:
        case = (await listing.find(tx, full.officer, Wanted(number="012345"), at=full.now)).items[0]
        await listing.see(tx, full.holder("handler", unit="CS"), case.id) if case.unit_id == full.units["CS"] else None
        for hanging in (reading.timeline, reading.clocks, reading.assignments, reading.photos):
            await hanging(tx, case.id)


async def test_a_report_looking_for_its_like(full: City) -> None:
    envelope = Envelope("desk", "desk", "垃圾", b"{}", matter="06002", idempotency_key="new")
    for place in (PlaceIn(lon=121.35, lat=31.25), PlaceIn(text="place 4")):
        async with explained(full) as tx:
            tx.at_once = full.database.at_once
            await reporting.report(tx, BUILDER, envelope, place, books=full.books, at=full.now)


async def test_the_queue_of_triage(full: City) -> None:
    for scope in (SCOPES["everything"], SCOPES["a street"]):
        async with explained(full) as tx:
            assert len(await finding.waiting(tx, scope(full))) == 50


async def test_the_timers_that_are_due(full: City) -> None:
    full.later(seconds=3)
    async with explained(full) as tx:
        assert await fire_due(tx, full.now, TIMERS) >= 3


async def test_who_is_on(full: City) -> None:
    async with explained(full) as tx:
        assert await people.who_is_on(tx, full.units["CY"], full.now)
        await people.accounts_on(tx, full.units["CY"], full.now)


async def test_an_inbox(full: City) -> None:
    someone = Actor(UUID("00000000-0000-0000-0002-000000000007"), "account", "x", full.holder("leader").grants)
    async with explained(full) as tx:
        for unread in (True, False):
            found = await inboxes.inbox(tx, someone, unread_only=unread, limit=20)
            assert len(found.items) == 20
        await inboxes.mark_read(tx, someone, found.items[0].id, full.now)
        await inboxes.mark_all_read(tx, someone, full.now)
