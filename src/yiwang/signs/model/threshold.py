"""Thresholds as they are written (`95`, `8~25`, `+2σ`, `-2σ~+2σ`, `同比+10%`, `环比-5%`) and read. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["value", "sigma", "year", "previous"]
_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_CHANGE = re.compile(rf"(同比|环比)({_NUMBER})%")
_SIGMAS = re.compile(rf"(?:({_NUMBER})σ~)?({_NUMBER})σ")
_BAND = re.compile(rf"({_NUMBER})~({_NUMBER})")
_CHANGES: dict[str, Kind] = {"同比": "year", "环比": "previous"}


@dataclass(frozen=True)
class Limit:
    """One threshold, read: of the value itself, of its distance from the usual in σ, or of its change in percent.

    Of a band both ends are set; else one of them: `high` where more is worse, `low` where less is.
    """

    kind: Kind
    low: float | None
    high: float | None


def limit(text: str, direction: str) -> Limit | None:
    """Read one threshold of a sign whose good direction is `up`, `down` or `band`; None of an empty text.

    Raises ValueError with a sentence.
    """
    text = text.strip().replace("－", "-").replace("～", "~")
    if not text:
        return None
    kind, first, second = _parts(text)
    if direction == "band":
        if second is None and kind == "value":
            raise ValueError(f"a band has two ends, such as 8~25: {text}")
        if second is None:
            first, second = -abs(first), abs(first)
        if first >= second:
            raise ValueError(f"the lower end of a band comes first: {text}")
        return Limit(kind, first, second)
    if second is not None:
        raise ValueError(f"only a sign of direction band has a threshold of two ends: {text}")
    return Limit(kind, None, first) if direction == "down" else Limit(kind, first, None)


def _parts(text: str) -> tuple[Kind, float, float | None]:
    if found := _CHANGE.fullmatch(text):
        return _CHANGES[found[1]], float(found[2]), None
    if found := _SIGMAS.fullmatch(text.replace("±", "")):
        return "sigma", float(found[1] or found[2]), float(found[2]) if found[1] else None
    if found := _BAND.fullmatch(text):
        return "value", float(found[1]), float(found[2])
    try:
        return "value", float(text), None
    except ValueError:
        raise ValueError(f"a threshold is a number, a band 8~25, +2σ, 同比+10% or 环比-5%, not {text}") from None


def limits(texts: tuple[str, str, str], direction: str) -> tuple[Limit | None, Limit | None, Limit | None]:
    """Read the thresholds yellow, orange and red; those given are of one kind and grow worse. Raises ValueError."""
    read = tuple(limit(text, direction) for text in texts)
    known = [one for one in read if one]
    if len({one.kind for one in known}) > 1:
        raise ValueError("the thresholds of a sign are all values, all σ or all changes")
    for milder, worse in pairwise(known):
        if milder.high is not None and worse.high is not None and milder.high > worse.high:
            raise ValueError("yellow comes before orange, orange before red")
        if milder.low is not None and worse.low is not None and milder.low < worse.low:
            raise ValueError("yellow comes before orange, orange before red")
    return read[0], read[1], read[2]
