"""Figures and the cases behind them, for somebody who asks: within the scope, as of what the lake knows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from yiwang import access, lake, people
from yiwang.access import Actor
from yiwang.base.errors import NotFound
from yiwang.base.later import later
from yiwang.db import Tx
from yiwang.evaluation import computing, store
from yiwang.evaluation.model import GROUP_COLUMNS, Behind, Figures, Group, GroupBy, Period
from yiwang.evaluation.wide import cases_wide
from yiwang.lake import Lake
from yiwang.matters import Catalogue
from yiwang.places import Locator

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
else:
    ibis = later("ibis")

T = TypeVar("T")


@dataclass(frozen=True)
class Question:
    """What is to be judged: by what, over which period [start, end), within which jurisdiction, as known when."""

    group: GroupBy
    start: datetime
    end: datetime
    within: UUID | None = None
    as_of: datetime | None = None


@dataclass(frozen=True)
class Sources:
    """What the figures are made from: the lake to be opened in a thread, and what names its codes."""

    open_lake: Callable[[], Lake]
    locator: Locator
    catalogue: Catalogue


async def figures(
    tx: Tx,
    actor: Actor,
    question: Question,
    *,
    sources: Sources,
    at: datetime,
    permission: str = "evaluation.read",
) -> Figures:
    """Return all figures of every group, and of all together, over what lies in the scope of the actor's permission."""
    period, allowed = await _limits(tx, actor, question, sources, at, permission)
    group = _group(question, sources.locator, allowed)
    found = await _in_thread(
        sources, lambda source: computing.compute(source, _wide(source, period, allowed), period, group)
    )
    names = await _names(tx, question.group, [row.id for row in found.rows if row.id], sources, at)
    named = [replace(row, name=names.get(row.id or "", row.name)) for row in found.rows]
    return replace(found, rows=sorted(named, key=lambda row: row.name))


async def cases_behind(
    tx: Tx,
    actor: Actor,
    question: Question,
    figure: str,
    key: str | None,
    *,
    sources: Sources,
    at: datetime,
    limit: int = computing.MOST_BEHIND,
) -> list[Behind]:
    """Return the cases behind a figure of one group (None = of all): those of the denominator, `counted` or not."""
    period, allowed = await _limits(tx, actor, question, sources, at)
    group = _group(question, sources.locator, allowed)
    return await _in_thread(
        sources,
        lambda source: computing.behind(source, _wide(source, period, allowed), period, group, figure, key, limit),
    )


async def _limits(
    tx: Tx, actor: Actor, question: Question, sources: Sources, at: datetime, permission: str = "evaluation.read"
) -> tuple[Period, list[store.Pair] | None]:
    """Return the period, and the (jurisdiction, unit) pairs in the lake that the actor may judge and asked for.

    None where that is everything, and the places make no difference.
    """
    scope = actor.scope(permission)
    if question.within and question.within not in sources.locator.nodes:
        raise NotFound("There is no such jurisdiction.")
    followed = await lake.followed(tx)
    known = min(at, followed) if followed else at
    period = Period(question.start, question.end, min(question.as_of or known, known))
    if scope.everything and not question.within and question.group != "jurisdiction":
        return period, None
    pairs = await _in_thread(sources, lambda source: _pairs(source, period.as_of))
    if not scope.everything:
        where, params = access.within(scope, jurisdiction="c.jurisdiction_id", organisation="c.unit_id")
        pairs = await store.inside(tx, pairs, where, params)
    if question.within:
        pairs = [pair for pair in pairs if pair[0] and question.within in sources.locator.chain(UUID(pair[0]))]
    return period, pairs


async def _in_thread(sources: Sources, work: Callable[[Lake], T]) -> T:
    """DuckDB computes beside the event loop."""

    def run() -> T:
        with sources.open_lake() as source:
            return work(source)

    return await asyncio.to_thread(run)


def _pairs(source: Lake, as_of: datetime) -> list[store.Pair]:
    wide = cases_wide(source, as_of).select("jurisdiction_id", "unit_id").distinct()
    return [(row["jurisdiction_id"], row["unit_id"]) for row in source.rows(wide).to_pylist()]


def _wide(source: Lake, period: Period, allowed: Sequence[store.Pair] | None) -> ir.Table:
    """Return the wide table limited to these pairs; a row of no jurisdiction or unit matches one of none."""
    wide = cases_wide(source, period.as_of)
    if allowed is None:
        return wide
    pairs = ibis.memtable(
        {"in_place": [pair[0] or "" for pair in allowed], "in_unit": [pair[1] or "" for pair in allowed]},
        schema={"in_place": "string", "in_unit": "string"},
    )
    return wide.semi_join(
        pairs,
        [wide.jurisdiction_id.fill_null("") == pairs.in_place, wide.unit_id.fill_null("") == pairs.in_unit],
    )


def _group(question: Question, locator: Locator, allowed: Sequence[store.Pair] | None) -> Group:
    column = GROUP_COLUMNS[question.group]
    if question.group != "jurisdiction":
        return Group(column)
    nodes = sorted({UUID(pair[0]) for pair in allowed or () if pair[0]})
    return Group(column, members_below({node: locator.chain(node) for node in nodes}, question.within))


def members_below(chains: dict[UUID, Sequence[UUID]], within: UUID | None) -> dict[str, str]:
    """Return for each node the one below `within` that it belongs to: what a table of streets or stations has as rows.

    `chains` run from the node upwards. Without `within`, the rows are below the lowest node that is above all; the
    node `within` itself, where something lies directly in it, is a row of its own.
    """
    above = within or _common(list(chains.values()))
    members: dict[str, str] = {}
    for node, chain in chains.items():
        place = list(chain).index(above) if above is not None and above in chain else len(chain)
        members[str(node)] = str(chain[max(place - 1, 0)] if chain else node)
    return members


def _common(chains: Sequence[Sequence[UUID]]) -> UUID | None:
    """Return the lowest node that stands strictly above several nodes; a single chain's parent."""
    known = [chain for chain in chains if chain]
    if not known:
        return None
    shared = [node for node in known[0][1:] if all(node in chain for chain in known)]
    return shared[0] if shared else None


async def _names(tx: Tx, group: GroupBy, keys: Sequence[str], sources: Sources, at: datetime) -> dict[str, str]:
    if group == "unit":
        return {str(unit): name for unit, name in (await people.names(tx, [UUID(key) for key in keys])).items()}
    if group == "post":
        return {str(post): name for post, name in (await people.post_names(tx, [UUID(key) for key in keys])).items()}
    if group == "matter":
        found = {key: sources.catalogue.get(key, at) for key in keys}
        return {key: matter.name for key, matter in found.items() if matter}
    nodes = {key: sources.locator.nodes.get(UUID(key)) for key in keys}
    return {key: node.name for key, node in nodes.items() if node}
