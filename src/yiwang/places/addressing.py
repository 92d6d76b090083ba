"""The address library: importing addresses with the path above each, ending one, searching."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx
from yiwang.ledger import record
from yiwang.places.facts import AddressesImported
from yiwang.places.kernels.addresses import Parsed, parse, spelled
from yiwang.places.locating import checked_point
from yiwang.places.locator import Locator
from yiwang.places.model import Address, ImportReport, PlaceIn, Problem
from yiwang.places.store import addresses
from yiwang.places.tree import require_reach

MOST_ROWS = 50_000


@dataclass(frozen=True)
class AddressRow:
    """One address to import: its text, a point in degrees with its datum, other ways to write it."""

    text: str
    lon: float | None = None
    lat: float | None = None
    datum: str = "CGCS2000"
    floor: str | None = None
    aliases: tuple[str, ...] = field(default=())


Read = tuple[int, AddressRow, Parsed, tuple[float, float] | None]


async def import_addresses(
    tx: Tx,
    actor: Actor,
    locator: Locator,
    rows: Sequence[AddressRow],
    at: datetime,
    source: str,
    *,
    since: datetime | None = None,
    dry_run: bool = False,
) -> ImportReport:
    """Store addresses and the roads, lanes and houses above them; a known one keeps its id and gains its point.

    Any problem stops the whole import; the report names each with its row, counted from 1.
    """
    actor.scope("places.import")
    if len(rows) > MOST_ROWS:
        raise Invalid("rows", f"Send at most {MOST_ROWS} addresses at a time.")
    read, problems = _read(rows)
    places = {number: _jurisdiction(locator, point) for number, _, _, point in read}
    await require_reach(tx, actor, "places.import", places.values())
    if problems:
        return ImportReport(len(rows), 0, 0, 0, tuple(problems), dry_run)
    await addresses.lock_import(tx)
    known = await addresses.open_paths(tx, list({path for _, _, parsed, _ in read for path in parsed.paths}))
    batch = _Batch(tx.at, known)
    for number, row, parsed, point in read:
        batch.add(row, parsed, point, places[number])
    report = ImportReport(
        len(rows), len(batch.new), len(batch.located), len(read) - batch.leaves_new - len(batch.located), (), dry_run
    )
    if not dry_run:
        addresses.insert(tx, list(batch.new.values()), source, since)
        addresses.set_points(tx, list(batch.located.values()), source)
        addresses.insert_aliases(tx, batch.aliases)
        made = uuid7(tx.at)
        access.audit(tx, actor, "addresses.import", "addresses", made, at, {"added": report.added, "rows": len(rows)})
        await record(tx, AddressesImported(made, source, report.added), at=at, actor=actor.id)
    return report


class _Batch:
    """The rows of an import sorted into new addresses, known ones with a new point, and aliases."""

    def __init__(self, at: datetime, known: dict[tuple[str, str], Address]) -> None:
        self._at = at
        self._known = known
        self.new: dict[tuple[str, str], Address] = {}
        self.located: dict[UUID, Address] = {}
        self.aliases: list[tuple[UUID, str, str]] = []
        self.leaves_new = 0

    def _step(self, key: tuple[str, str], level: str, name: str, parent: Address | None) -> Address:
        """Return the address of a path, made under its parent if neither the library nor this batch has it."""
        known = self._known.get(key) or self.new.get(key)
        if known is None:
            path, district = key
            above = parent.id if parent else None
            text = district + path
            known = Address(uuid7(self._at), above, level, name, text, path, district, None, None, None, None)
            self.new[key] = known
        return known

    def add(
        self, row: AddressRow, parsed: Parsed, point: tuple[float, float] | None, jurisdiction: UUID | None
    ) -> None:
        """Take one row: make what is missing of its path, then give the last step its point."""
        before = len(self.new)
        path, found = "", None
        for level, name in parsed.steps:
            path += name
            found = self._step((path, parsed.district), level, name, found)
        if found is None:
            return
        key = (path, parsed.district)
        leaf = replace(found, text=row.text.strip(), floor=row.floor or parsed.floor or found.floor)
        if point:
            leaf = replace(leaf, lon=point[0], lat=point[1], jurisdiction_id=jurisdiction)
        self.leaves_new += len(self.new) > before
        if key in self.new:
            self.new[key] = leaf
        elif point and (leaf.lon, leaf.lat) != (found.lon, found.lat):
            self.located[leaf.id] = leaf
        self.aliases += [(leaf.id, alias, parse(alias).normalised or spelled(alias)) for alias in row.aliases]


def _read(rows: Sequence[AddressRow]) -> tuple[list[Read], list[Problem]]:
    read: list[Read] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1):
        parsed = parse(row.text)
        if not parsed.steps:
            problems.append(Problem(number, "text", f"No road was found in “{row.text[:60]}”."))
            continue
        if any(not spelled(alias) for alias in row.aliases):
            problems.append(Problem(number, "aliases", "An alias is empty."))
        try:
            point = checked_point(PlaceIn(row.lon, row.lat, row.datum))
        except Invalid as refusal:
            problems.append(Problem(number, refusal.members["errors"][0]["field"], refusal.detail))
            continue
        read.append((number, row, parsed, point))
    return read, problems


def _jurisdiction(locator: Locator, point: tuple[float, float] | None) -> UUID | None:
    return locator.locate(*point).jurisdiction_id if point else None


async def end_address(tx: Tx, actor: Actor, address_id: UUID, at: datetime) -> None:
    """End an address, a house torn down for instance; its id stays with what hung on it."""
    actor.scope("places.write")  # before whether it is there is told
    found = await addresses.by_id(tx, address_id)
    if found is None:
        raise NotFound("There is no such address.")
    await require_reach(tx, actor, "places.write", [found.jurisdiction_id])
    if await addresses.close(tx, address_id, at) != 1:
        raise Conflict("This address has ended already, or begins later.")
    access.audit(tx, actor, "address.end", "address", address_id, at)


async def search(tx: Tx, actor: Actor, text: str, at: datetime, *, limit: int = 20) -> list[Address]:
    """Return addresses in force that begin with what was typed, shortest first."""
    actor.scope("places.read")
    parsed = parse(text)
    wanted = parsed.normalised + parsed.rest if parsed.steps else spelled(text)
    if not wanted:
        return []
    return await addresses.starting_with(tx, wanted, at, min(max(limit, 1), 100))


def as_row(raw: Any) -> AddressRow:
    """Return an import row made of plain JSON values."""
    return AddressRow(**(raw | {"aliases": tuple(raw.get("aliases") or ())}))
