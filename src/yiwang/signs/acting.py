"""What a red sign does: a case, an order to its owner 提示督办, a warning or a notice; once, until it recovers.

Each action is one transaction with its row in `signs.action`, which holds one open one for each sign and place: killed
between two, the next computation goes on with what is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import structlog

from yiwang import ledger, notices, people
from yiwang.access import platform_actor
from yiwang.base.errors import Conflict, Refusal
from yiwang.base.ids import uuid7
from yiwang.command import alerting, ordering
from yiwang.db import Database, Tx
from yiwang.events import triage
from yiwang.events.books import Books
from yiwang.events.model import Envelope
from yiwang.events.reporting import report
from yiwang.places import PlaceIn
from yiwang.signs.declaring import in_force
from yiwang.signs.facts import SignRecovered, SignTurnedRed
from yiwang.signs.model import PERIODS, Sign
from yiwang.signs.model.tree import Tree
from yiwang.signs.model.wording import Standing, explain, with_unit
from yiwang.signs.owners import owner_of
from yiwang.signs.store import acting as store

WATCHER = platform_actor("signs")
SOURCE = "体征"
MOST = 60  # actions of one computation: what is left comes with the next
UPPER = frozenset({"district", "street", "sector"})
LEAST_WARNING = timedelta(hours=6)
log = structlog.get_logger()


@dataclass
class Done:
    """What was done: actions by kind, recoveries, and what was refused and why."""

    opened: dict[str, int]
    recovered: int
    refused: list[str]


@dataclass(frozen=True)
class _Red:
    sign: Sign
    place: UUID
    name: str
    why: str
    value: float | None
    since: datetime


async def act(database: Database, books: Books, tree: Tree, *, at: datetime) -> Done:
    """Do what the signs that are red ask for, and note those that have recovered."""
    done = Done({}, 0, [])
    async with database.tx() as tx:
        signs = {code: sign for code, sign in (await in_force(tx, at)).items() if sign.on_red != "none"}
        red = await store.red(tx, list(signs))
        over = await store.recovered(tx)
    for row in over:
        done.recovered += await _recover(database, books, tree, signs.get(row["sign"]), row, at)
    for sign, place in acting_places(signs, tree, red)[:MOST]:
        try:
            async with database.tx() as tx:
                kind = await _act(tx, books, tree, sign, place, at)
        except Refusal as refusal:
            log.warning("a red sign could do nothing", sign=sign.code, error=refusal.detail)
            done.refused.append(f"{sign.code}: {refusal.detail}")
            continue
        if kind:
            done.opened[kind] = done.opened.get(kind, 0) + 1
    return done


def acting_places(signs: Mapping[str, Sign], tree: Tree, red: Sequence[Mapping[str, Any]]) -> list[tuple[Sign, UUID]]:
    """Return which red signs act where: at the lowest of their levels that are red; above them all is quiet.

    A neighbourhood acts only by a case. Where something is done already, nothing more is.
    """
    places: dict[str, dict[UUID, bool]] = {}
    for row in red:
        sign = signs[row["sign"]]
        number = tree.position.get(row["node"])
        level = tree.places[number].level if number is not None else ""
        if level in sign.levels and (sign.on_red == "case" or level in UPPER):
            places.setdefault(sign.code, {})[row["node"]] = row["action"] is not None
    found = []
    for code, nodes in places.items():
        for node, busy in nodes.items():
            if not busy and not (tree.below(node) - {node}) & nodes.keys():
                found.append((signs[code], node))
    return found


async def _act(tx: Tx, books: Books, tree: Tree, sign: Sign, place: UUID, at: datetime) -> str | None:
    state = await store.red_one(tx, sign.code, place)
    if state is None:
        return None
    name = tree.places[tree.position[place]].name
    standing = Standing(
        name, *(state[key] for key in ("value", "top", "bottom", "n", "level", "mean", "sd", "samples"))
    )
    why = explain(sign, standing, as_of=state["as_of"], zone=books.zone)
    red = _Red(sign, place, name, why, state["value"], state["since"])
    action = uuid7(tx.at)
    if not await store.claim(tx, (action, sign.code, place, sign.on_red, red.value, why, at, tx.at)):
        return None
    way = {"case": _case, "expedite": _expedite, "warning": _warning, "notice": _notice}[sign.on_red]
    kind, object_type, object_id, number = await way(tx, books, red, at)
    store.name(tx, action, kind, object_type, object_id, number)
    fact = SignTurnedRed(action, sign.code, place, kind, object_id, red.value)
    await ledger.record(tx, fact, at=at, actor=WATCHER.id)
    return kind


Opened = tuple[str, str, UUID | None, str]
# Kind of a notice → how it begins.
_TOLD = {"signs.red": ("体征变红", "A sign turned red"), "signs.recovered": ("体征恢复", "Recovered")}


async def _case(tx: Tx, books: Books, red: _Red, at: datetime) -> Opened:
    """File a case: the event came from a computation, so it is admitted without a person's judgement."""
    envelope = Envelope(
        channel="model",
        source=SOURCE,
        text=red.why,
        raw=msgspec.json.encode({"sign": red.sign.code, "place": str(red.place), "value": red.value}),
        matter=red.sign.matter,
        title=f"体征预警：{red.sign.name_zh}",
        occurred_at=at,
        idempotency_key=f"{red.sign.code}:{red.place}:{red.since.isoformat()}",
        separate=True,
    )
    reported = await report(
        tx, WATCHER, envelope, PlaceIn(jurisdiction_id=red.place, text=red.name), books=books, at=at
    )
    if reported.state == "triage":
        await triage.admit(tx, WATCHER, reported.event_id, at=at)
    return "case", "case", reported.event_id, reported.event_number


async def _expedite(tx: Tx, books: Books, red: _Red, at: datetime) -> Opened:
    unit = await owner_of(tx, books, red.sign.owner, red.place, at)
    if unit is None:
        return await _notice(tx, books, red, at)
    title = f"提示督办：{red.name}{red.sign.name_zh}{with_unit(red.value, red.sign.unit)}"[:200]
    asked = ordering.Asked(title, red.why, "unit", unit, unit)
    order = await ordering.give(tx, WATCHER, asked, zone=books.zone, at=at)
    return "expedite", "order", order.id, order.number


async def _warning(tx: Tx, books: Books, red: _Red, at: datetime) -> Opened:
    until = at + max(LEAST_WARNING, 3 * PERIODS[red.sign.period])
    title = f"{red.name}{red.sign.name_zh}{with_unit(red.value, red.sign.unit)}，达到红色阈值"[:200]
    asked = alerting.Asked(red.sign.group, "red", title, red.why, SOURCE, [red.place], at, until)
    alert = await alerting.issue(tx, WATCHER, asked, books=books, at=at)
    return "warning", "warning", alert.id, alert.number


async def _notice(tx: Tx, books: Books, red: _Red, at: datetime) -> Opened:
    unit = await owner_of(tx, books, red.sign.owner, red.place, at)
    await _tell(tx, unit, red.sign, red.place, "signs.red", red.why, at)
    return "notice", "sign", None, ""


async def _tell(tx: Tx, unit: UUID | None, sign: Sign, place: UUID, kind: str, text: str, at: datetime) -> None:
    if unit is None:
        return
    zh, en = _TOLD[kind]
    await notices.notify(
        tx,
        await people.accounts_on(tx, unit, at),
        kind=kind,
        title_zh=f"{zh}：{sign.name_zh}",
        title_en=f"{en}: {sign.name_en}",
        text=text,
        link=f"/signs?sign={sign.code}&node={place}",
        object_type="sign",
        object_id=None,
        at=at,
        dedupe_key=f"{kind}:{sign.code}:{place}:{at.isoformat()}",
    )


async def _recover(
    database: Database, books: Books, tree: Tree, sign: Sign | None, row: Mapping[str, Any], at: datetime
) -> bool:
    """Close an action whose sign is red no more; a warning it issued is lifted, the owner is told."""
    async with database.tx() as tx:
        number = tree.position.get(row["node"])
        name = tree.places[number].name if number is not None else ""
        what = f"{name}{sign.name_zh if sign else row['sign']}"
        note = f"{what}恢复至{with_unit(row['value'], sign.unit if sign else '')}，不再为红色。"
        if row["kind"] == "warning" and row["object_id"]:
            try:
                await alerting.lift(tx, WATCHER, row["object_id"], books=books, at=at)
            except Conflict:
                note += "预警已先行结束。"
        if not await store.close(tx, row["id"], row["value"], note, at):
            return False
        if sign:
            unit = await owner_of(tx, books, sign.owner, row["node"], at)
            await _tell(tx, unit, sign, row["node"], "signs.recovered", note, at)
        fact = SignRecovered(row["id"], row["sign"], row["node"], row["kind"], row["object_id"], row["value"])
        await ledger.record(tx, fact, at=at, actor=WATCHER.id)
    return True
