"""Formulas asked over a made-up world."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.signs.formula_world import AT, ZONE, World

from yiwang.app.facts import FACTS
from yiwang.lake import Lake
from yiwang.signs.formulas import FORMULAS
from yiwang.signs.sources import Planned, Plans


@dataclass
class Asked:
    """The world and the sources over it."""

    world: World
    sources: Planned

    def rows(self, code: str) -> list[dict[str, Any]]:
        sql = self.sources.rows(code, FORMULAS[code])
        found: list[dict[str, Any]] = self.sources.backend.con.sql(sql).to_arrow_table().to_pylist()
        return found

    def sums(self, code: str) -> dict[str, tuple[float, float]]:
        """Top and bottom of each place."""
        found: dict[str, tuple[float, float]] = {}
        for row in self.rows(code):
            top, bottom = found.get(row["node"], (0.0, 0.0))
            found[row["node"]] = (top + row["top"], bottom + (row["bottom"] or 0.0))
        return found

    def tops(self, code: str) -> dict[str, list[float]]:
        """The numbers of each place."""
        found: dict[str, list[float]] = defaultdict(list)
        for row in self.rows(code):
            found[row["node"]].append(row["top"])
        return dict(found)


@contextmanager
def asked(world: World, lake: Path, at: datetime = AT) -> Iterator[Asked]:
    """Write a world and open its sources."""
    world.write(lake)
    with Planned(Lake(lake, FACTS), at, ZONE, at, plans=Plans()) as sources:
        yield Asked(world, sources)
