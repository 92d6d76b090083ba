"""Fifty cases of the sample district, driven through the public verbs: every state, some urgent, some late."""

from datetime import datetime, timedelta

import numpy as np

from yiwang.access import Actor
from yiwang.app.platform import Platform
from yiwang.cases.model import Case
from yiwang.cases.steps import closing, dispatching, handling, verifying
from yiwang.cases.views import listing
from yiwang.db import Tx
from yiwang.events import reporting
from yiwang.events.model import Envelope
from yiwang.places import Locator, PlaceIn

SEED = 20221107
COUNT = 50
# What a resident would say (the matter is found from the words), urgent
TEXTS = (
    ("路口堆了好几袋垃圾，没有人清运，味道很大", False),
    ("雨水井盖缺了一块，晚上走路很危险", True),
    ("一辆面包车乱停放在人行道上，轮椅过不去", False),
    ("路灯井盖翘起来了，骑车差点摔倒", False),
    ("行道树的枝条断了，挂在电线上", True),
    ("小区门口墙上贴满了小广告", False),
    ("工地没有盖防尘网，扬尘很大", False),
    ("菜场后面的道路不洁，全是烂菜叶", False),
    ("水果店店外经营，把摊位摆到人行道上来了", False),
    ("公共厕所的门坏了，水一直在流", False),
    ("共享单车堆满了盲道", False),
    ("半夜还在施工扰民，睡不着", False),
)
# How far each case has come, as a share of the fifty.
WAYS = (
    (10, ()),
    (8, ("dispatch",)),
    (11, ("dispatch", "receive")),
    (5, ("dispatch", "receive", "handle")),
    (3, ("dispatch", "receive", "handle", "check")),
    (11, ("dispatch", "receive", "handle", "check", "close")),
    (2, ("dispatch", "return")),
)


async def file_cases(platform: Platform, actor: Actor) -> None:
    """File the cases over the last two days, at their own times."""
    chance = np.random.default_rng(SEED)
    async with platform.database.tx() as tx:
        now = tx.at
        locator = await platform.books.locators.at(tx, now)
    points = points_in(locator, COUNT, chance)
    ways = [steps for count, steps in WAYS for _ in range(count)]
    order = chance.permutation(COUNT)
    for number, (lon, lat) in enumerate(points):
        steps = ways[int(order[number])]
        hours = 30.0 if len(steps) > 2 else 1.5
        at = now - timedelta(hours=float(chance.uniform(0.1, hours)) + 0.25 * len(steps))
        text = TEXTS[int(chance.integers(len(TEXTS)))]
        gaps = [timedelta(minutes=float(chance.uniform(2, 14))) for _ in steps]
        async with platform.database.tx() as tx:
            await _live(tx, platform, actor, text, (float(lon), float(lat)), steps, at, gaps)


def points_in(locator: Locator, count: int, chance: np.random.Generator) -> list[tuple[float, float]]:
    """Return points that lie in some neighbourhood, spread evenly over all of them."""
    edges = locator.layers[0].index.edges
    west, east = float(edges[:, (0, 2)].min()), float(edges[:, (0, 2)].max())
    south, north = float(edges[:, (1, 3)].min()), float(edges[:, (1, 3)].max())
    found: list[tuple[float, float]] = []
    while len(found) < count:
        lon, lat = float(chance.uniform(west, east)), float(chance.uniform(south, north))
        if locator.locate(lon, lat).level == locator.layers[0].name:
            found.append((round(lon, 6), round(lat, 6)))
    return found


async def _live(
    tx: Tx,
    platform: Platform,
    actor: Actor,
    text: tuple[str, bool],
    point: tuple[float, float],
    steps: tuple[str, ...],
    at: datetime,
    gaps: list[timedelta],
) -> None:
    books = platform.books
    said, urgent = text
    envelope = Envelope("resident", "sample", said, said.encode(), urgent=urgent)
    told = await reporting.report(tx, actor, envelope, PlaceIn(*point), books=books, at=at)
    case = await listing.of_event(tx, actor, told.event_id)
    if case is None or told.merge:
        return
    for step, gap in zip(steps, gaps, strict=True):
        at += gap
        case = await _step(tx, platform, actor, case, step, at)


async def _step(tx: Tx, platform: Platform, actor: Actor, case: Case, step: str, at: datetime) -> Case:
    if step == "dispatch":
        return await dispatching.dispatch(tx, actor, case.id, books=platform.books, at=at)
    if step == "receive":
        return await handling.receive(tx, actor, case.id, at=at)
    if step == "handle":
        return await handling.handle(tx, actor, case.id, text="已到场处置完毕，现场恢复整洁", at=at)
    if step == "check":
        return await verifying.check(tx, actor, case.id, passed=True, text="现场核查无误", at=at)
    if step == "return":
        return await handling.give_back(tx, actor, case.id, reason="经现场查看，不属于本单位管辖范围", at=at)
    return await closing.close(tx, actor, case.id, at=at, text="感谢反映，问题已解决")
