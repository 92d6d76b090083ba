"""TOML, the form in which declarations come in and go out: one `[[kind]]` table per declaration."""

import tomllib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import tomli_w

from yiwang.access import Actor
from yiwang.db import Tx
from yiwang.definitions import store
from yiwang.definitions.model import Body, Draft, Fault, Kind, Report, check, diff
from yiwang.definitions.publishing import publish


def read_toml(kind: Kind[Body], text: str) -> Draft[Body]:
    """Return the declarations of a TOML text; a text that is not TOML is one fault that names the line."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Draft(faults=[Fault(0, "", "", f"This is not TOML: {error}.")])
    entries = tables.pop(kind.name, [])
    draft = check(kind, entries if isinstance(entries, list) else [entries])
    draft.faults += [Fault(0, "", name, f"Tables here are called [[{kind.name}]].") for name in tables]
    return draft


def write_toml(kind: Kind[Body], bodies: Iterable[Body]) -> str:
    """Return declarations as TOML that `read_toml` reads back; fields at their default are left out."""
    entries = [body.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for body in bodies]
    return tomli_w.dumps({kind.name: entries}, multiline_strings=True)


async def dry_run(tx: Tx, kind: Kind[Body], draft: Draft[Body], *, valid_from: datetime) -> Report:
    """Return what publishing a draft would do, with every fault of it; nothing is written."""
    codes = [kind.code_of(body) for body in draft.bodies]
    newest = {row["code"]: row for row in await store.latest(tx, kind.name, codes)}
    report = Report(faults=list(draft.faults))
    for number, body in enumerate(draft.bodies, 1):
        code = kind.code_of(body)
        old = newest.get(code)
        if old is None:
            report.new.append(code)
            continue
        changes = diff(_plain(kind, old["body"]), body.model_dump(mode="json"))
        if not changes:
            report.same.append(code)
            continue
        report.changed[code] = changes
        if old["valid_from"] >= valid_from:
            report.faults.append(Fault(number, code, "valid_from", f"A version begins on {old['valid_from']} already."))
    return report


async def import_toml(
    tx: Tx, actor: Actor, kind: Kind[Body], text: str, *, valid_from: datetime, at: datetime, note: str = ""
) -> Report:
    """Publish a TOML text as a whole; with any fault nothing is written and the report names them all."""
    draft = read_toml(kind, text)
    report = await dry_run(tx, kind, draft, valid_from=valid_from)
    if report.faults:
        return report
    return await publish(tx, actor, kind, draft.bodies, valid_from=valid_from, at=at, note=note)


def _plain(kind: Kind[Body], body: Any) -> dict[str, Any]:
    return kind.model.model_validate(body).model_dump(mode="json")
