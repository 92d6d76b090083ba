"""The national catalogue as shipped: GB/T 47678.5, the older events mapped onto it, defaults and words of our own."""

import json
import tomllib
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from yiwang.matters.model import Component, MatterBody, Older
from yiwang.matters.model.declaration import NATIONAL_REF

# GB/T 47678 is in force from 2026-07-01, Chinese time.
IN_FORCE = datetime(2026, 6, 30, 16, tzinfo=UTC)
_UNGIVEN = "无依据来源，按大类默认（暂定）"


@cache
def national_matters() -> tuple[MatterBody, ...]:
    """Return the 250 matters: 153 of components, 97 others."""
    data, majors, limits, words = _json("gb47678_5"), _toml("majors"), _toml("limits"), _toml("words")
    names = {code: (f"{name}异常", name) for code, name in data["components"].items()}
    names |= {code: (name, None) for code, name in data["events"].items()}
    return tuple(
        _body(code, name, component, data["majors"], majors[code[:2]], limits.get(code, {}), words.get(code, []))
        for code, (name, component) in sorted(names.items())
    )


@cache
def components() -> tuple[Component, ...]:
    """Return the 153 kinds of managed components."""
    data = _json("gb47678_5")
    return tuple(
        Component(code, name, code[:2], data["majors"][code[:2]]["component"], NATIONAL_REF)
        for code, name in data["components"].items()
    )


@cache
def older_events() -> tuple[Older, ...]:
    """Return the events of GB/T 30428.2-2013 with the matter each became; those without a match say why."""
    return tuple(Older(**row) for row in _json("gbt30428_2")["events"])


def _body(
    code: str,
    name: str,
    component: str | None,
    names: dict[str, Any],
    major: dict[str, Any],
    own: dict[str, Any],
    words: list[str],
) -> MatterBody:
    value, unit = own.get("limit", major["limit"])
    sourced = "limit" in own and not own.get("provisional", False)
    return MatterBody(
        code=code,
        name=name,
        kind="component" if component else "event",
        major=code[:2],
        major_name=names[code[:2]]["matter"],
        standard_ref=f"{NATIONAL_REF} {code}",
        component=component,
        filing_condition=f"{major['filing']}（暂定）",
        closing_condition=f"{major['closing']}（暂定）",
        limit_value=value,
        limit_unit=unit,
        limit_provisional=not sourced,
        limit_source=own.get("source", _UNGIVEN),
        urgent=own.get("urgent", major.get("urgent", False)),
        merge_radius=major["merge"][0],
        merge_hours=major["merge"][1],
        words=tuple(words),
    )


def _json(name: str) -> Any:
    return json.loads(_text(f"{name}.json"))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(f"{name}.toml"))


def _text(name: str) -> str:
    return (files("yiwang.matters") / "data" / name).read_text(encoding="utf-8")
