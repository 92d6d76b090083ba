"""A district to look at: units, duty, responsibility, accounts and fifty cases in every state; all of it 演示数据."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from yiwang import matters, people
from yiwang.access import platform_actor
from yiwang.access.accounts import new_account
from yiwang.access.grants import grant_role
from yiwang.app.errands import write_shifts
from yiwang.app.platform import Platform
from yiwang.app.sample.cases import file_cases
from yiwang.app.sample.units import DUTIES, NOTE, SPECIALISTS, unit_rows
from yiwang.db import Tx
from yiwang.matters import DutyRow
from yiwang.people import PostRow, StaffRow
from yiwang.places import Jurisdiction
from yiwang.places.model import full_code

SAMPLER = platform_actor("sample")
SINCE = timedelta(days=400)
# username, name shown, role, unit by code (None: the whole district)
ACCOUNTS = (
    ("zhibanzhang", "值班长（演示）", "supervisor", None),
    ("paiqian", "派遣员（演示）", "dispatcher", None),
    ("lvhua", "绿化市容处置员（演示）", "handler", "PT-LHSR"),
    ("lingdao", "带班领导（演示）", "leader", None),
)


async def fill(platform: Platform) -> list[str]:
    """Fill an empty district once; return what to tell: the sample accounts with their passwords."""
    note = platform.settings.data_dir / NOTE
    async with platform.database.tx() as tx:
        started = await people.find_organisations(tx, SAMPLER, at=tx.at, words="PT-CENTRE", limit=1)
        if started:
            return _told(note)
        ids = await make_units(tx, platform)
        lines = await _make_accounts(tx, platform, ids)
        await platform.books.refresh(tx)
    await write_shifts(platform)
    await file_cases(platform, SAMPLER)
    _write_secret(note, "\n".join(lines) + "\n")
    return _told(note)


async def make_units(tx: Tx, platform: Platform) -> dict[str, UUID]:
    """Make the units of the district, their posts and the responsibility list; again is harmless."""
    since = tx.at - SINCE
    locator = await platform.books.locators.at(tx, tx.at)
    district = full_code(platform.settings.district)
    ids = await people.ensure_organisations(tx, SAMPLER, unit_rows(locator, district), since)
    posts = [PostRow(code, "DUTY", "值班岗", urgent=True) for code in ids if code not in SPECIALISTS]
    posts += [PostRow(code, "DUTY", "值守岗", urgent=True) for code in SPECIALISTS]
    await people.ensure_posts(tx, SAMPLER, posts, since)
    home = locator.by_code[district].id
    rows = [DutyRow(key, home, ids[unit], role, valid_from=since, source="演示责任清单") for key, unit, role in DUTIES]
    rows += _street_rows(ids, locator.by_code, since)
    report = await matters.assign(tx, SAMPLER, rows, catalogue=platform.books.catalogue, at=tx.at)
    if report.faults:
        raise ValueError(report.faults[0])
    return ids


def _street_rows(ids: dict[str, UUID], by_code: Mapping[str, Jurisdiction], since: datetime) -> list[DutyRow]:
    """Street centres answer for litter and street order in their own street."""
    rows = []
    for code, unit in ids.items():
        node = by_code.get(code.removeprefix("PT-S").ljust(12, "0")) if code.startswith("PT-S31") else None
        if node is not None:
            rows += [DutyRow(key, node.id, unit, valid_from=since, source="演示责任清单") for key in ("06", "09")]
    return rows


async def _make_accounts(tx: Tx, platform: Platform, ids: dict[str, UUID]) -> list[str]:
    """Make the sample accounts, each with a password of its own that nobody else's platform has."""
    lines = ["演示账号 sample accounts (username  password  role):"]
    staff: list[StaffRow] = []
    for number, (username, name, role, unit) in enumerate(ACCOUNTS, 1):
        password = secrets.token_urlsafe(12)
        account = await new_account(tx, SAMPLER, username, name, password, at=tx.at, must_change=False)
        unit_id = ids[unit] if unit else None
        await grant_role(tx, SAMPLER, account.id, role, organisation=unit_id, at=tx.at)
        posts: Sequence[tuple[str, str]] = ((unit or "PT-CENTRE", "DUTY"),)
        staff.append(StaffRow(f"YS{number:04d}", name, account.id, "", tuple(posts)))
        lines.append(f"  {username:<12} {password}  {name}")
    await people.ensure_staff(tx, SAMPLER, staff, tx.at, keyring=platform.books.keyring)
    return lines


def _told(note: Path) -> list[str]:
    return [*note.read_text(encoding="utf-8").splitlines(), f"  (kept in {note})"] if note.is_file() else []


def _write_secret(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")
