"""Adding, moving and ending jurisdictions, each from a day on; reading the tree as it stood at a moment."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx
from yiwang.ledger import record
from yiwang.places.facts import JurisdictionAdded, JurisdictionEnded, JurisdictionMoved, JurisdictionsLoaded
from yiwang.places.model import LEVELS, RANK, Jurisdiction, JurisdictionRow
from yiwang.places.store import tree


async def jurisdictions(
    tx: Tx, actor: Actor, at: datetime, *, level: str | None = None, parent: UUID | None = None
) -> list[Jurisdiction]:
    """Return the jurisdictions in force at `at`, by code; of one level, directly under one parent, or all."""
    actor.scope("places.read")
    if level is not None:
        _check_level(level)
    return await tree.listed(tx, at, level, parent)


async def require_reach(tx: Tx, actor: Actor, permission: str, ids: Iterable[UUID | None]) -> None:
    """Refuse unless the actor's permission covers each of these jurisdictions; None asks for the whole tree."""
    scope = actor.scope(permission)
    if scope.everything:
        return
    for one in set(ids):
        if one is None or not await access.may_see(tx, scope, one, None):
            raise Forbidden("Part of this lies outside the area your role covers.", permission=permission)


async def add_jurisdiction(
    tx: Tx,
    actor: Actor,
    *,
    code: str,
    name: str,
    level: str,
    parent_id: UUID | None,
    at: datetime,
    since: datetime | None = None,
    schematic: bool = False,
    source: str = "desk",
) -> Jurisdiction:
    """Add one jurisdiction, in force from `since` (`at` by default)."""
    await require_reach(tx, actor, "places.write", [parent_id])
    await tree.lock_tree(tx)
    if code in await tree.by_codes(tx, [code]):
        raise Conflict(f"A jurisdiction with the code {code} is in force already.")
    made = Jurisdiction(uuid7(tx.at), code, name, level, parent_id, schematic, source, since or at)
    _check_row(made)
    if parent_id is not None:
        _check_rank(made, await _open(tx, parent_id))
    tree.insert(tx, [made])
    await access.add_nodes(tx, [(made.id, parent_id, "jurisdiction")], at)
    access.audit(tx, actor, "jurisdiction.add", "jurisdiction", made.id, at, {"code": code, "level": level})
    await record(tx, JurisdictionAdded(made.id, code, level, parent_id), at=at, actor=actor.id)
    return made


async def move(tx: Tx, actor: Actor, jurisdiction_id: UUID, *, parent_id: UUID, at: datetime) -> Jurisdiction:
    """Hang a jurisdiction, with all under it, under another parent from `at` on; it keeps its id, code and name."""
    await require_reach(tx, actor, "places.write", [jurisdiction_id, parent_id])
    await tree.lock_tree(tx)
    former = await _open(tx, jurisdiction_id)
    if former.parent_id == parent_id:
        return former
    moved = replace(former, parent_id=parent_id, valid_from=at)
    _check_rank(moved, await _open(tx, parent_id))
    await _close(tx, former, at)
    tree.open_placing(tx, moved)
    await access.move_node(tx, jurisdiction_id, parent_id, at)
    access.audit(tx, actor, "jurisdiction.move", "jurisdiction", jurisdiction_id, at, {"parent": str(parent_id)})
    await record(tx, JurisdictionMoved(jurisdiction_id, parent_id, former.parent_id), at=at, actor=actor.id)
    return moved


async def rename(tx: Tx, actor: Actor, jurisdiction_id: UUID, *, name: str, at: datetime) -> Jurisdiction:
    """Give a jurisdiction another name from `at` on; what came before keeps the former one."""
    await require_reach(tx, actor, "places.write", [jurisdiction_id])
    await tree.lock_tree(tx)
    former = await _open(tx, jurisdiction_id)
    renamed = replace(former, name=name, valid_from=at)
    _check_row(renamed)
    await _close(tx, former, at)
    tree.open_placing(tx, renamed)
    access.audit(tx, actor, "jurisdiction.rename", "jurisdiction", jurisdiction_id, at, {"name": name})
    return renamed


async def end(tx: Tx, actor: Actor, jurisdiction_id: UUID, *, at: datetime) -> None:
    """End a jurisdiction; its parts must have been ended or moved. Its cases stay visible to those above it."""
    await require_reach(tx, actor, "places.write", [jurisdiction_id])
    await tree.lock_tree(tx)
    former = await _open(tx, jurisdiction_id)
    if await tree.has_open_parts(tx, jurisdiction_id):
        raise Conflict("Other jurisdictions lie under this one: move or end them first.")
    await _close(tx, former, at)
    access.audit(tx, actor, "jurisdiction.end", "jurisdiction", jurisdiction_id, at)
    await record(tx, JurisdictionEnded(jurisdiction_id, at), at=at, actor=actor.id)


async def ensure_jurisdictions(
    tx: Tx,
    actor: Actor,
    rows: Sequence[JurisdictionRow],
    at: datetime,
    *,
    source: str = "import",
    since: datetime | None = None,
) -> dict[str, UUID]:
    """Make those of the rows whose code is not in force; return the id of each code.

    `since` None means in force as far back as anyone asks. What exists stays as it is; a row that gives it another
    level is refused. A row without a parent is a top of the tree and needs a role for the whole of it.
    """
    _check_codes(rows)
    wanted = list({c for r in rows for c in (r.code, r.parent_code) if c})
    known = await tree.by_codes(tx, wanted)
    if any(row.code not in known for row in rows):
        await tree.lock_tree(tx)
        known = await tree.by_codes(tx, wanted)  # another may have made them meanwhile
    for row in rows:
        if row.code in known and known[row.code].level != row.level:
            raise Conflict(f"{row.code} is in force as a {known[row.code].level}, not as a {row.level}.")
    ids = {code: found.id for code, found in known.items()}
    new = [row for row in rows if row.code not in known]
    ids |= {row.code: uuid7(tx.at) for row in new}
    made = [_made(row, ids, source, since) for row in new]
    every = known | {one.code: one for one in made}
    for row, one in zip(new, made, strict=True):
        _check_row(one)
        if row.parent_code:
            _check_rank(one, every[row.parent_code])
    inside = {one.id for one in made}
    await require_reach(tx, actor, "places.write", [one.parent_id for one in made if one.parent_id not in inside])
    if made:
        tree.insert(tx, made)
        await access.add_nodes(tx, [(one.id, one.parent_id, "jurisdiction") for one in made], at)
        top = min(made, key=lambda one: RANK[one.level])
        access.audit(tx, actor, "jurisdictions.load", "jurisdiction", top.id, at, {"added": len(made)})
        await record(tx, JurisdictionsLoaded(top.id, len(made), source), at=at, actor=actor.id)
    return {row.code: ids[row.code] for row in rows}


def _made(row: JurisdictionRow, ids: dict[str, UUID], source: str, since: datetime | None) -> Jurisdiction:
    if row.parent_code is not None and row.parent_code not in ids:
        raise Invalid("parent_code", f"{row.code} names the parent {row.parent_code}, which does not exist.")
    parent = ids[row.parent_code] if row.parent_code else None
    return Jurisdiction(ids[row.code], row.code, row.name, row.level, parent, row.schematic, source, since)


def _check_codes(rows: Sequence[JurisdictionRow]) -> None:
    codes = [row.code for row in rows]
    if len(set(codes)) != len(codes):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise Invalid("code", f"The code {twice} is named twice in one batch.")


def _check_level(level: str) -> None:
    if level not in LEVELS:
        raise Invalid("level", f"Name the level as one of {', '.join(LEVELS)}.")


def _check_row(row: Jurisdiction) -> None:
    _check_level(row.level)
    if not row.code.strip():
        raise Invalid("code", "A jurisdiction needs a code.")
    if not row.name.strip():
        raise Invalid("name", "A jurisdiction needs a name.")


def _check_rank(one: Jurisdiction, parent: Jurisdiction) -> None:
    if RANK[parent.level] >= RANK[one.level]:
        raise Invalid("parent_id", f"A {one.level} cannot lie under a {parent.level}.")


async def _open(tx: Tx, jurisdiction_id: UUID) -> Jurisdiction:
    found = await tree.by_id(tx, jurisdiction_id)
    if found is None:
        raise NotFound("There is no such jurisdiction.")
    if found.valid_to is not None:
        raise Conflict(f"{found.name} ended on {found.valid_to:%Y-%m-%d}.")
    return found


async def _close(tx: Tx, former: Jurisdiction, at: datetime) -> None:
    if await tree.close_placing(tx, former.id, at) != 1:
        raise Conflict(f"{former.name} was changed at the same time or later: choose a later day.")
