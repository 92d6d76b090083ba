"""Pages and layers of running scenarios: filled with what their reader may see."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, NotFound
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.plugin import reading, store
from yiwang.plugin.acting_as import places_of
from yiwang.plugin.model import Count, Figure, Layer, Map, Scenario, Table, Text
from yiwang.plugin.switching import manifest_of


async def page(tx: Tx, actor: Actor, name: str, page_name: str, *, books: Books, at: datetime) -> dict[str, Any]:
    """Return a page with its blocks filled."""
    actor.scope("cases.read")
    row, manifest = await _running(tx, name)
    found = next((one for one in manifest.pages if one.name == page_name), None)
    if found is None:
        raise NotFound("This scenario has no such page.")
    figures = await _figures(tx, actor, row)
    blocks = []
    for block in found.blocks:
        filled: dict[str, Any] = {"block": block.block, "zh": block.zh, "en": block.en}
        match block:
            case Figure():
                shown = figures.get(block.key) if figures is not None else None
                filled |= {
                    "unit": block.unit,
                    "value": shown["value"] if shown else None,
                    "at": shown["at"] if shown else None,
                    "hidden": figures is None,
                }
            case Count():
                filled["value"] = float(len(await _read(tx, actor, row, block, books, at)))
            case Table():
                names = [column.field for column in block.columns]
                rows = await _read(tx, actor, row, block, books, at)
                filled["columns"] = [column.model_dump() for column in block.columns]
                filled["rows"] = [{key: one.get(key) for key in names} for one in rows]
            case Map():
                chosen = next(one for one in manifest.layers if one.name == block.layer)
                filled["layer"] = await _layer(tx, actor, row, chosen, books, at)
            case Text():
                pass
        blocks.append(filled)
    return {
        "scenario": name,
        "name": found.name,
        "zh": found.zh,
        "en": found.en,
        "scenario_zh": manifest.zh,
        "scenario_en": manifest.en,
        "as_of": at,
        "blocks": blocks,
    }


async def layer(tx: Tx, actor: Actor, name: str, layer_name: str, *, books: Books, at: datetime) -> dict[str, Any]:
    """Return a layer: its labels, its style, its GeoJSON."""
    actor.scope("cases.read")
    row, manifest = await _running(tx, name)
    found = next((one for one in manifest.layers if one.name == layer_name), None)
    if found is None:
        raise NotFound("This scenario has no such layer.")
    return await _layer(tx, actor, row, found, books, at)


async def _layer(tx: Tx, actor: Actor, row: dict[str, Any], found: Layer, books: Books, at: datetime) -> dict[str, Any]:
    rows = await _read(tx, actor, row, found, books, at)
    return {
        "name": found.name,
        "zh": found.zh,
        "en": found.en,
        "style": found.style.model_dump(),
        "data": reading.geojson(rows),
    }


async def _read(
    tx: Tx, actor: Actor, row: dict[str, Any], asker: Layer | Table | Count, books: Books, at: datetime
) -> list[reading.Row]:
    """Read with the viewer's rights, within what the scenario was allowed."""
    within = places_of(row["approved"])
    return await reading.read(tx, actor, asker.read, within=within, books=books, at=at)


async def _figures(tx: Tx, actor: Actor, row: dict[str, Any]) -> dict[str, dict[str, Any]] | None:
    """Return the figures of the rules; None for a viewer whose scope is smaller than what they are made of."""
    scope = actor.scope("cases.read")
    everywhere: list[UUID | None] = [None]
    for place in list(places_of(row["approved"])) or everywhere:
        if not await access.may_see(tx, scope, place, None):
            return None
    return await store.figures(tx, row["name"])


async def _running(tx: Tx, name: str) -> tuple[dict[str, Any], Scenario]:
    row = await store.scenario(tx, name)
    if row is None:
        raise NotFound("There is no scenario of this name.")
    if row["state"] != "on":
        raise Conflict("This scenario is not running.", state=row["state"])
    return row, manifest_of(row)
