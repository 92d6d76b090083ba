"""The definition of one vital sign, as it is declared, versioned, and written in TOML. Pure."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from yiwang.definitions.model import Kind
from yiwang.signs.model.threshold import Limit, limits
from yiwang.signs.model.window import PERIODS

# Code → (Chinese label, English label); a declaration may use either of the first two.
DIMENSIONS = {
    "safety": ("平安", "Safety"),
    "green": ("绿色", "Green"),
    "vitality": ("活力", "Vitality"),
    "health": ("健康", "Health"),
}
FACETS = {
    "people": ("人", "People"),
    "things": ("物", "Things"),
    "movement": ("动", "Movement"),
    "state": ("态", "State"),
}
Level = Literal["district", "street", "sector", "neighbourhood", "point", "person"]
LEVELS: tuple[Level, ...] = ("district", "street", "sector", "neighbourhood")
_HOLD = re.compile(r"(\d+)(期|x|min)")


def _code_of(table: dict[str, tuple[str, str]]) -> BeforeValidator:
    """Let a declaration say the Chinese label where the code is meant."""
    codes = {zh: code for code, (zh, _) in table.items()}

    def read(value: Any) -> Any:
        return codes.get(value, value) if isinstance(value, str) else value

    return BeforeValidator(read)


def _as_text(value: Any) -> Any:
    return f"{value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else value


Threshold = Annotated[str, BeforeValidator(_as_text), Field(max_length=40)]
Dimension = Annotated[Literal["safety", "green", "vitality", "health"], _code_of(DIMENSIONS)]
Facet = Annotated[Literal["people", "things", "movement", "state"], _code_of(FACETS)]


class Sign(BaseModel):
    """One vital sign. `hold` = how long a worse level lasts before it counts: `2期` periods in a row, or `30min`.

    `feed` is `own`, or `external:…` with who would send it; `baseline` is what σ is measured against: `hour` the same
    hour and weekday, `day` the same weekday, `last` the last points; empty = after its period. `levels` are where it
    is judged and acts, `weight` counts in the scores. `matter` is what is filed where `on_red` is case.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(pattern=r"^[A-Z]{2}\d{4}$")]
    name_zh: Annotated[str, Field(min_length=1, max_length=60)]
    name_en: Annotated[str, Field(min_length=1, max_length=120)]
    dimension: Dimension
    group: Annotated[str, Field(min_length=1, max_length=20)]
    facet: Facet = "state"
    unit: Annotated[str, Field(max_length=20)] = ""
    sources: tuple[str, ...] = ()
    feed: Annotated[str, Field(max_length=60)] = "own"
    period: Literal["10m", "1h", "1d", "1w", "1M"]
    formula_zh: Annotated[str, Field(max_length=500)] = ""
    direction: Literal["up", "down", "band", "none"]
    yellow: Threshold = ""
    orange: Threshold = ""
    red: Threshold = ""
    hold: Annotated[str, Field(max_length=10)] = ""
    min_n: Annotated[int, Field(ge=0)] = 0
    baseline: Literal["", "hour", "day", "last"] = ""
    owner: Annotated[str, Field(max_length=60)] = ""
    on_red: Literal["case", "expedite", "warning", "notice", "none"] = "none"
    matter: str | None = None
    core: bool = True
    levels: tuple[Level, ...] = LEVELS
    scale: float = 1.0
    combine: Literal["ratio", "sum", "max", "min", "median", "mean"] = "ratio"
    weight: Annotated[float, Field(ge=0, le=100)] = 1.0
    basis: Annotated[str, Field(max_length=500)] = ""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        found = self.limits
        if self.direction == "none" and any((self.yellow, self.orange, self.red)):
            raise ValueError("a sign without a direction has no thresholds")
        if self.hold and not _HOLD.fullmatch(self.hold):
            raise ValueError("hold is written 2期 or 30min")
        if self.on_red == "case" and not self.matter:
            raise ValueError("a sign that files a case names the matter")
        if self.on_red != "none" and found[2] is None:
            raise ValueError("a sign that does something when red has a threshold for red")
        return self

    @property
    def limits(self) -> tuple[Limit | None, Limit | None, Limit | None]:
        """Return the thresholds yellow, orange and red as read."""
        texts = (self.yellow, self.orange, self.red)
        return (None, None, None) if self.direction == "none" else limits(texts, self.direction)

    @property
    def hold_for(self) -> timedelta:
        """Return how long a worse level lasts before it counts: of `2期` that is from one period to the next."""
        found = _HOLD.fullmatch(self.hold)
        if not found:
            return timedelta(0)
        return timedelta(minutes=int(found[1])) if found[2] == "min" else PERIODS[self.period] * (int(found[1]) - 1)

    @property
    def external(self) -> str | None:
        """Return who would send the values of a sign that no source of ours gives, None of the others."""
        return self.feed.partition(":")[2] if self.feed.startswith("external:") else None


SIGN: Kind[Sign] = Kind("sign", Sign)
