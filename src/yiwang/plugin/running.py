"""The runner: gives the rules of every running scenario what they declared, and does what they propose, or stops them.

It follows the log as listeners do, in the worker. Each rule's run is: read, ask the scenario's process, act; the last
in one transaction with the removal of what the run was for, so that a kill at any point repeats or loses nothing.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from pydantic import ValidationError

from yiwang.base.errors import Refusal
from yiwang.cases.views import listing
from yiwang.db import Database, Tx
from yiwang.events.books import Books
from yiwang.plugin import reading, store, switching
from yiwang.plugin.acting import act
from yiwang.plugin.acting_as import ScenarioActor, actor_of, places_of
from yiwang.plugin.hosting import Broken, Child, Source
from yiwang.plugin.model import PROPOSALS, Given, Rule, Scenario

FACTS_A_RUN = 100
log = structlog.get_logger()


class Runner:
    """All scenarios of a worker; finds out about them at its first round."""

    name = "scenarios"

    def __init__(self, books: Books, sources: Sequence[Source]) -> None:
        self._books = books
        self._sources = list(sources)
        self._children: dict[str, Child] = {}
        self._loaded = False

    async def run_once(self, database: Database) -> int:
        """Run every rule that is due once; return how many ran."""
        if not self._loaded:
            await self.load(database)
        async with database.tx() as tx:
            rows = await store.running(tx)
        ran = await asyncio.gather(*(self._run_scenario(database, row) for row in rows))
        return sum(ran)

    async def load(self, database: Database) -> None:
        """Ask every scenario what it declares; one that cannot say so is refused, and the others go on."""
        await self.close()
        self._children = {}
        for source in self._sources:
            child = Child(source)
            try:
                manifest = _checked(await child.describe())
                async with database.tx() as tx:
                    await switching.register(tx, source, manifest)
                self._children[manifest.name] = child
            except Broken as broken:
                await child.stop()
                log.warning("scenario refused", source=source.text, error=broken.detail)
                async with database.tx() as tx:
                    await switching.refuse(tx, source, broken)
        async with database.tx() as tx:
            await switching.missing(tx, self._sources)
        self._loaded = True

    async def close(self) -> None:
        """End the scenarios' processes."""
        for child in self._children.values():
            await child.stop()

    async def _run_scenario(self, database: Database, row: dict[str, Any]) -> int:
        name, child = row["name"], self._children.get(row["name"])
        if child is None:
            return 0  # another worker has it
        manifest, actor = switching.manifest_of(row), actor_of(row["name"], row["approved"])
        ran = 0
        try:
            for rule in manifest.rules:
                ran += await self._run_rule(database, child, rule, row, actor)
        except Broken as broken:
            log.warning("scenario stopped", scenario=name, kind=broken.kind, rule=broken.rule, error=broken.detail)
            await child.stop()
            async with database.tx() as tx:
                await switching.stop(tx, name, broken)
        return ran

    async def _run_rule(
        self, database: Database, child: Child, rule: Rule, row: dict[str, Any], actor: ScenarioActor
    ) -> int:
        name = row["name"]
        try:
            async with database.tx() as tx:
                run = await self._prepare(tx, rule, row, actor)
        except Refusal as refusal:
            raise Broken("forbidden", refusal.detail, rule=rule.name) from refusal
        if run is None:
            return 0
        given, ids, due = run
        told = await child.decide(rule.name, given.model_dump_json(), timedelta(seconds=rule.seconds))
        try:
            proposals = PROPOSALS.validate_python(told)
        except ValidationError as error:
            raise Broken(
                "raised", f"Its proposals are not in order: {error.errors()[0]['msg']}", rule=rule.name
            ) from None
        try:
            async with database.tx() as tx:
                if await store.still_on(tx, name) and await _taken(tx, name, rule, ids, due):
                    verbs = row["approved"]["verbs"]
                    page = pages[0].name if (pages := switching.manifest_of(row).pages) else None
                    await act(tx, actor, name, verbs, proposals, page=page, books=self._books, at=tx.at)
        except Refusal as refusal:
            raise Broken("forbidden", refusal.detail, rule=rule.name) from refusal
        return 1

    async def _prepare(
        self, tx: Tx, rule: Rule, row: dict[str, Any], actor: ScenarioActor
    ) -> tuple[Given, list[int], datetime | None] | None:
        """Return what a rule is given, with what it is run for; None when there is nothing to run it for."""
        name, at = row["name"], tx.at
        due, ids, facts = None, [], []
        if rule.every is not None:
            due = await store.due(tx, name, rule.name, at)
            if due is None:
                return None
        else:
            waiting = await store.pending(tx, name, rule.name, FACTS_A_RUN)
            if not waiting:
                return None
            ids = [one["id"] for one in waiting]
            facts = await self._seen(tx, actor, waiting, at)
        reads = {}
        for key, asked in rule.reads.items():
            within = places_of(row["approved"])
            reads[key] = await reading.read(tx, actor, asked, within=within, books=self._books, at=at)
            day = at.astimezone(self._books.zone).date()
            await store.count_use(tx, name, day, asked.of, len(reads[key]))
        return Given(at=at, reads=reads, facts=facts), ids, due

    async def _seen(
        self, tx: Tx, actor: ScenarioActor, waiting: Sequence[dict[str, Any]], at: datetime
    ) -> list[dict[str, Any]]:
        """Return the facts about cases that the scenario may see, each with its case."""
        if not actor.may("cases.read"):
            return []
        subjects: list[UUID] = list({one["subject"] for one in waiting})
        locator = await self._books.locators.at(tx, at)
        cases = {case.id: reading.case_row(case, locator, at) for case in await listing.of_ids(tx, actor, subjects)}
        return [{**one["fact"], "case": cases[one["subject"]]} for one in waiting if one["subject"] in cases]


async def _taken(tx: Tx, name: str, rule: Rule, ids: Sequence[int], due: datetime | None) -> bool:
    """Take what the run was for; False when another worker did."""
    if rule.every is not None and due is not None:
        return await store.take_due(tx, name, rule.name, due, tx.at + rule.every) == 1
    return await store.take_pending(tx, name, rule.name, ids) == len(ids)


def _checked(told: dict[str, Any]) -> Scenario:
    try:
        return Scenario.model_validate(told)
    except ValidationError as error:
        raise Broken("refused", error.errors()[0]["msg"]) from None
