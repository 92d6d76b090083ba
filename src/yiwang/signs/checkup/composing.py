"""Making a check-up of a place over a span from the history of its signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang.base.errors import NotFound
from yiwang.db import Tx
from yiwang.signs.checkup import advising, store
from yiwang.signs.checkup.model import SPANS, Body, Change, PlaceRank, Scored, Span
from yiwang.signs.checkup.model.comparing import NONE, Sums, contributions, counted, figure, percent, way, weight
from yiwang.signs.declaring import in_force
from yiwang.signs.model import Sign, boundary
from yiwang.signs.model.score import SCORES
from yiwang.signs.model.tree import Place, Tree

MOST = 8  # changes of each kind that are told
POINTS_BACK = timedelta(days=60)

At = Mapping[str, dict[UUID, Sums]]  # sign → place → sums


async def compose(tx: Tx, place: Place, span: Span, *, tree: Tree, zone: ZoneInfo, at: datetime) -> Body:
    """Return the check-up of a place; `NotFound` where its signs have no history in the span."""
    signs = {
        code: sign
        for code, sign in (await in_force(tx, at)).items()
        # A daily cannot tell of a month: what has no period that ends in the span is left out.
        if place.level in sign.levels and boundary(sign.period, span.end, zone) > span.start
    }
    below = tree.children.get(place.id, [])
    now, before = await _sums(tx, [*signs, *SCORES], [place.id, *(one.id for one in below)], span)
    if not now:
        raise NotFound("The signs of this place have no history in that time; fill it (yiwang signs history).")
    points = await store.points(tx, [*signs, *SCORES], place.id, span.end - POINTS_BACK, span.end)
    made = Maker(place, below, now, before, points)
    changes = {code: made.change(sign) for code, sign in signs.items()}
    ranked = sorted(changes.values(), key=lambda one: -made.weight(signs[one.code], one))
    better, worse = ([one for one in ranked if one.way == each] for each in ("better", "worse"))
    counts = counted([one.level for one in changes.values()])
    pulse = made.sums("pulse")
    return Body(
        place=place.name,
        period=span.name,
        title=f"{place.name}城市体检{SPANS[span.name][0]}",
        span=span.titled(zone),
        start=span.start,
        end=span.end,
        summary=advising.summary(place.name, counts, (pulse[0].value, pulse[1].value), len(better), len(worse)),
        counts=counts,
        scores=[made.scored(code) for code in SCORES],
        ranks=made.ranks(),
        better=better[:MOST],
        worse=worse[:MOST],
        red=[one for one in ranked if one.level == 3][: 2 * MOST],
        late=sorted(sign.name_zh for code, sign in signs.items() if made.sums(code)[0] is NONE and not sign.external),
    )


class Maker:
    """The sums of one check-up at hand."""

    def __init__(
        self, place: Place, below: Sequence[Place], now: At, before: At, points: Mapping[str, list[float | None]]
    ) -> None:
        self.place, self.names = place, {one.id: one.name for one in below}
        self._now, self._before, self._points = now, before, points

    def sums(self, code: str) -> tuple[Sums, Sums]:
        """Return a sign at the place itself: in this span, in the one before."""
        return (
            self._now.get(code, {}).get(self.place.id, NONE),
            self._before.get(code, {}).get(self.place.id, NONE),
        )

    def change(self, sign: Sign) -> Change:
        """Return what became of a sign, with the places that did it."""
        whole = self.sums(sign.code)
        value, before = figure(sign, whole[0]), figure(sign, whole[1])
        levels = whole[0].level, whole[1].level
        went = way(sign, value, before, *levels)
        parts = contributions(
            sign, self._now.get(sign.code, {}), self._before.get(sign.code, {}), self.names, whole
        ) if went in ("better", "worse") else []  # fmt: skip
        return Change(
            code=sign.code, name_zh=sign.name_zh, name_en=sign.name_en, dimension=sign.dimension, unit=sign.unit,
            value=value, before=before, level=levels[0], level_before=levels[1], way=went,
            change=None if value is None or before is None else value - before, percent=percent(value, before),
            why=advising.why(sign, value, before, went, levels, parts),
            todo=advising.todo(sign, parts, self.place.name) if went == "worse" or levels[0] == 3 else "",
            contributions=parts, points=self._points.get(sign.code, []),
        )  # fmt: skip

    def weight(self, sign: Sign, change: Change) -> float:
        """Return how much a change deserves to be told."""
        return weight(sign, change.way, change.percent, change.level, change.level_before)

    def scored(self, code: str) -> Scored:
        """Return a composite score beside the one before."""
        score, (now, before) = SCORES[code], self.sums(code)
        return Scored(
            code=code, kind=score.kind, name_zh=score.name_zh, name_en=score.name_en, value=now.value,
            before=before.value, points=self._points.get(code, []),
        )  # fmt: skip

    def ranks(self) -> list[PlaceRank]:
        """Return the places below by their pulse, best first; without one last."""
        now, before = self._now.get("pulse", {}), self._before.get("pulse", {})
        found = [
            PlaceRank(node=node, name=name, value=now.get(node, NONE).value, before=before.get(node, NONE).value)
            for node, name in self.names.items()
        ]
        return sorted(found, key=lambda one: (one.value is None, -(one.value or 0.0), one.name))


async def _sums(tx: Tx, codes: Sequence[str], nodes: Sequence[UUID], span: Span) -> tuple[At, At]:
    found: tuple[dict[str, dict[UUID, Sums]], dict[str, dict[UUID, Sums]]] = ({}, {})
    for row in await store.sums(tx, codes, nodes, span.before, span.start, span.end):
        sums = Sums(row["value"], row["top"], row["bottom"], row["level"], row["points"])
        found[0 if row["now"] else 1].setdefault(row["sign"], {})[row["node"]] = sums
    return found
