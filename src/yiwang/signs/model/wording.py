"""What a sign says of itself in words: its value, which threshold it crossed, what is usual, as of when. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from yiwang.signs.model.sign import Sign
from yiwang.signs.model.threshold import Limit

LEVEL_NAMES = {
    -1: ("无法判定", "unknown"),
    0: ("正常", "green"),
    1: ("黄色", "yellow"),
    2: ("橙色", "orange"),
    3: ("红色", "red"),
}
_PERIODS = {"10m": "近10分钟", "1h": "近1小时", "1d": "近24小时", "1w": "近7天", "1M": "近30天"}
_TEXTS = {1: "yellow", 2: "orange", 3: "red"}


@dataclass(frozen=True)
class Standing:
    """A sign at a place, as it is to be explained."""

    place: str
    value: float | None
    top: float | None
    bottom: float | None
    n: float
    level: int
    mean: float | None = None
    sd: float | None = None
    samples: int = 0


def number(value: float | None) -> str:
    """Return a number as people write it: at most two decimals, — where there is none."""
    if value is None:
        return "—"
    if abs(value) >= 1000 or value == int(value):
        return f"{value:.0f}"
    return f"{value:.2f}".rstrip("0").rstrip(".")


def with_unit(value: float | None, unit: str) -> str:
    """Return a number with its unit."""
    return "—" if value is None else f"{number(value)}{unit}"


def z_of(standing: Standing) -> float | None:
    """Return how many σ the value lies from its usual, None where that is not known."""
    if standing.value is None or standing.mean is None or not standing.sd or standing.samples < 2:
        return None
    return (standing.value - standing.mean) / standing.sd


def explain(sign: Sign, standing: Standing, *, as_of: datetime | None, zone: ZoneInfo) -> str:
    """Return the sentences that explain a value, in Chinese."""
    said = f"{standing.place}{_PERIODS[sign.period]}“{sign.name_zh}”"
    if standing.value is None:
        said += f"无数值：{_why_none(sign, standing)}。"
    else:
        said += f"为{with_unit(standing.value, sign.unit)}{_made_of(sign, standing)}，{_judged(sign, standing)}。"
    if standing.mean is not None and standing.samples:
        z = z_of(standing)
        away = f"，偏离{z:+.1f}σ" if z is not None else ""
        said += f"历史同期{standing.samples}期均值{number(standing.mean)}±{number(standing.sd)}{away}。"
    if as_of is not None:
        local = as_of.astimezone(zone)
        said += f"数据截至{local.month}月{local.day}日{local:%H:%M}。"
    return said


def _why_none(sign: Sign, standing: Standing) -> str:
    if sign.combine == "ratio" and not standing.bottom:
        return "分母为零，不作0%计"
    if sign.min_n and standing.n < sign.min_n:
        return f"样本{number(standing.n)}不足{sign.min_n}，不予评判"
    return "本期没有数据"


def _made_of(sign: Sign, standing: Standing) -> str:
    if sign.combine != "ratio" or standing.top is None or standing.bottom is None:
        return ""
    return f"（{number(standing.top)}÷{number(standing.bottom)}{f'×{number(sign.scale)}' if sign.scale != 1 else ''}）"


def _judged(sign: Sign, standing: Standing) -> str:
    if not any(sign.limits):
        return "不设阈值"
    if standing.level < 0:
        return "缺少可比的历史，暂不评判"
    if standing.level == 0:
        return "处于正常区间"
    limit = sign.limits[standing.level - 1]
    if limit is None:  # a level held up while it recovers stands on a threshold that was there
        return LEVEL_NAMES[standing.level][0]
    return (
        f"{_crossed(sign, standing, limit)}{LEVEL_NAMES[standing.level][0]}阈值{getattr(sign, _TEXTS[standing.level])}"
    )


def _crossed(sign: Sign, standing: Standing, limit: Limit) -> str:
    if sign.direction == "band":
        return "超出"
    if limit.kind == "value" and standing.value is not None:
        held = standing.value < limit.high if limit.high is not None else standing.value >= (limit.low or 0.0)
        if held:
            return "正在恢复，尚未退出"
    return "达到" if limit.high is not None else "低于"
