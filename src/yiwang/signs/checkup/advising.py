"""Why a sign changed and what is to be done about it, in words."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from yiwang.signs.checkup.model.report import Contribution, Way
from yiwang.signs.model import Sign
from yiwang.signs.model.wording import LEVEL_NAMES, number, with_unit

WORSE = {"better": "好转", "worse": "转差", "same": "持平", "unknown": "不可比"}


def why(
    sign: Sign,
    value: float | None,
    before: float | None,
    way: Way,
    levels: tuple[int, int],
    parts: Sequence[Contribution],
) -> str:
    """Return the sentences on how a sign changed and which places did it, in Chinese."""
    said = f"由{with_unit(before, sign.unit)}变为{with_unit(value, sign.unit)}，{WORSE[way]}"
    if levels[0] >= 0 and levels[1] >= 0 and levels[0] != levels[1]:
        said += f"，等级由{LEVEL_NAMES[levels[1]][0]}变为{LEVEL_NAMES[levels[0]][0]}"
    elif levels[0] > 0:
        said += f"，处于{LEVEL_NAMES[levels[0]][0]}"
    named = "、".join(
        f"{one.name}（{one.change:+.2f}".rstrip("0").rstrip(".") + (f"，占{one.share:.0f}%" if one.share else "") + "）"
        for one in parts
    )
    return f"{said}。" + (f"主要来自{named}。" if named else "")


def todo(sign: Sign, parts: Sequence[Contribution], place: str) -> str:
    """Return what is to be done, by whom and where."""
    table = _table()
    text = table["groups"].get(sign.group) or table["otherwise"]["text"]
    places = "、".join(one.name for one in parts) or place
    said = text.format(unit=sign.owner or "责任单位", places=places)
    return f"{said}（事项{sign.matter}）。" if sign.matter else f"{said}。"


def summary(
    place: str, counts: Sequence[int], pulse: tuple[float | None, float | None], better: int, worse: int
) -> str:
    """Return the check-up in two sentences."""
    judged = sum(counts[:4])
    told = f"{place}共评判{judged}项体征：正常{counts[0]}项、黄色{counts[1]}项、橙色{counts[2]}项、红色{counts[3]}项。"
    now, before = pulse
    if now is None:
        return f"{told}与上期相比，好转{better}项，转差{worse}项。"
    moved = ""
    if before is not None:
        moved = f"，较上期{'上升' if now >= before else '下降'}{number(round(abs(now - before), 1))}分"
    return f"{told}城市脉搏{number(round(now, 1))}分{moved}；好转{better}项，转差{worse}项。"


@cache
def _table() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "advice.toml").read_text("utf-8"))
    return found
