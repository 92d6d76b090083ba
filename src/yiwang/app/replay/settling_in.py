"""Making what a city's file speaks of: jurisdictions, units, matters, found again by codes made of their names."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from yiwang import matters, people, places
from yiwang.access import Actor
from yiwang.app.replay.mapping import Mapping
from yiwang.app.replay.rows import Request
from yiwang.db import Tx
from yiwang.matters import MatterBody
from yiwang.people import OrganisationRow
from yiwang.places import JurisdictionRow

# A replayed city has been as it is for as long as anyone asks.
LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """Names of the file → what they are here. Without a jurisdiction (None) a row is the whole city's."""

    jurisdictions: dict[str | None, UUID]
    units: dict[str, UUID]
    matters: dict[str, str]


async def settle_in(tx: Tx, actor: Actor, mapping: Mapping, requests: Iterable[Request], *, at: datetime) -> Made:
    """Make what is not there yet; what is stays, so that a second file of the city adds to the first."""
    rows = list(requests)
    jurisdictions = await _jurisdictions(tx, actor, mapping, {row.jurisdiction for row in rows}, at)
    units = await _units(tx, actor, mapping, {row.unit for row in rows}, jurisdictions[None])
    return Made(jurisdictions, units, await _matters(tx, actor, mapping, rows, at))


async def _jurisdictions(
    tx: Tx, actor: Actor, mapping: Mapping, names: set[str | None], at: datetime
) -> dict[str | None, UUID]:
    top = JurisdictionRow(mapping.prefix, mapping.city, "city")
    parts = {name: f"{mapping.prefix}-J{_mark(name)}" for name in sorted(n for n in names if n)}
    rows = [top, *(JurisdictionRow(code, name, "district", mapping.prefix) for name, code in parts.items())]
    ids = await places.ensure_jurisdictions(tx, actor, rows, at, source=mapping.source or mapping.name)
    return {None: ids[top.code]} | {name: ids[code] for name, code in parts.items()}


async def _units(tx: Tx, actor: Actor, mapping: Mapping, names: set[str], city: UUID) -> dict[str, UUID]:
    centre = f"{mapping.prefix}-CENTRE"
    codes = {name: f"{mapping.prefix}-U{_mark(name)}" for name in sorted(names)}
    rows = [
        OrganisationRow(centre, "centre", f"{mapping.city} centre", jurisdiction_id=city),
        *(
            OrganisationRow(code, "department", name, parent_code=centre, jurisdiction_id=city)
            for name, code in codes.items()
        ),
    ]
    ids = await people.ensure_organisations(tx, actor, rows, LONG_AGO)
    return {name: ids[code] for name, code in codes.items()}


async def _matters(tx: Tx, actor: Actor, mapping: Mapping, rows: list[Request], at: datetime) -> dict[str, str]:
    majors: dict[str, Counter[str]] = {}
    matter_of = {name: mapping.merge.matter(name) for name in {row.matter for row in rows}}
    for row in rows:
        majors.setdefault(matter_of[row.matter], Counter())[row.major] += 1
    # Under another declaration the same name is another matter: a file tried anew with other rules of merging
    # must not meet the events of the first try.
    codes = {matter: f"{mapping.prefix}-{_mark(mapping.fingerprint + matter)}" for matter in majors}
    bodies = [
        _body(mapping, matter, codes[matter], min(counts, key=lambda major: (-counts[major], major)))
        for matter, counts in sorted(majors.items())
    ]
    await matters.ensure_matters(tx, actor, bodies, at, valid_from=LONG_AGO)
    return {name: codes[matter] for name, matter in matter_of.items()}


def _body(mapping: Mapping, name: str, code: str, major: str) -> MatterBody:
    rule = mapping.merge.rule(name)
    return MatterBody(
        code=code,
        name=name[:200],
        major=f"{mapping.prefix}-{_mark(major)}",
        major_name=major[:200],
        standard_ref=mapping.source,
        filing_condition="As the source filed it.",
        closing_condition="As the source closed it.",
        limit_value=365,
        limit_unit="natural_days",
        limit_source="the source gives each request its own due time",
        before_photos=0,
        after_photos=0,
        check=mapping.check,
        merge_radius=rule.radius_m,
        merge_hours=rule.hours,
    )


def _mark(name: str | None) -> str:
    """Return ten signs that stand for a name: the same in every file of the city."""
    return hashlib.sha256((name or "").encode()).hexdigest()[:10]
