"""Definitions of signs: what is shipped, TOML in, and the thresholds a district edits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from yiwang import definitions
from yiwang.access import Actor
from yiwang.base.errors import Forbidden, Invalid, NotFound
from yiwang.db import Tx
from yiwang.definitions import Report, Version
from yiwang.signs.model import SIGN, Sign

READ, MANAGE = "signs.read", "signs.manage"
EDITED = ("yellow", "orange", "red", "hold", "min_n", "weight", "on_red", "matter", "owner")


@cache
def shipped() -> tuple[Sign, ...]:
    """Return the signs every platform begins with; ValueError when a file of ours is wrong."""
    found: list[Sign] = []
    folder = files("yiwang.signs") / "data"
    for name in sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml")):
        draft = definitions.read_toml(SIGN, (folder / name).read_text(encoding="utf-8"))
        if draft.faults:
            raise ValueError(f"{name}: {draft.faults[0]}")
        found += draft.bodies
    return tuple(found)


async def publish_shipped(tx: Tx, actor: Actor, *, at: datetime, valid_from: datetime) -> int:
    """Publish what is shipped and not known yet; what a district has changed or ended stays so. Return how many."""
    known = {version.code for version in await definitions.history(tx, SIGN)}
    new = [sign for sign in shipped() if sign.code not in known]
    if new:
        await definitions.publish(tx, actor, SIGN, new, valid_from=valid_from, at=at, note="shipped")
    return len(new)


async def in_force(tx: Tx, at: datetime) -> dict[str, Sign]:
    """Return the signs in force by code."""
    return {one.code: one.body for one in await definitions.as_of(tx, SIGN, at)}


async def one_in_force(tx: Tx, code: str, at: datetime) -> Sign:
    """Return a sign in force; NotFound when there is none of this code."""
    for version in await definitions.history(tx, SIGN, code):
        if version.valid_from <= at and (version.valid_to is None or at < version.valid_to):
            return version.body
    raise NotFound(f"There is no sign {code}.")


async def versions(tx: Tx, actor: Actor, code: str) -> list[Version[Sign]]:
    """Return every version of a sign, oldest first."""
    actor.scope(READ)
    return await definitions.history(tx, SIGN, code)


async def edit(tx: Tx, actor: Actor, code: str, changes: Mapping[str, Any], *, note: str, at: datetime) -> Sign:
    """Put other thresholds, owner or consequence of a sign in force from now on, as a new version."""
    _may_manage(actor)
    strange = changes.keys() - set(EDITED)
    if strange:
        raise Invalid(sorted(strange)[0], f"What may be edited is {', '.join(EDITED)}.")
    now = await one_in_force(tx, code, at)
    try:
        sign = Sign.model_validate({**now.model_dump(mode="json"), **changes})
    except ValidationError as error:
        first = error.errors()[0]
        field = (
            str(first["loc"][0])
            if first["loc"]
            else next((name for name in ("red", "orange", "yellow") if name in changes), "red")
        )
        raise Invalid(field, f"{first['msg'].removeprefix('Value error, ')}.") from None
    await definitions.publish(tx, actor, SIGN, [sign], valid_from=at, at=at, note=note)
    return sign


async def import_toml(
    tx: Tx, actor: Actor, text: str, *, at: datetime, note: str = "", dry_run: bool = False
) -> Report:
    """Take in definitions as a whole; with any fault nothing is written and the report names them all."""
    _may_manage(actor)
    if dry_run:
        return await definitions.dry_run(tx, SIGN, definitions.read_toml(SIGN, text), valid_from=at)
    return await definitions.import_toml(tx, actor, SIGN, text, valid_from=at, at=at, note=note)


async def export_toml(tx: Tx, actor: Actor, *, at: datetime) -> str:
    """Return the signs in force as TOML."""
    actor.scope(READ)
    return definitions.write_toml(SIGN, (await in_force(tx, at)).values())


def _may_manage(actor: Actor) -> None:
    if not actor.scope(MANAGE).everything:
        raise Forbidden("Signs are the whole platform's; your role reaches only a part of it.")
