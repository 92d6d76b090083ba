"""The limits of orders as they are declared: shipped as the city's document has them; a district publishes its own."""

from datetime import datetime
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, Field

from yiwang import definitions
from yiwang.base.errors import Invalid
from yiwang.calendar import Limit
from yiwang.db import Tx
from yiwang.definitions.model import Kind


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OrderKind(_Part):
    """A kind of order 诉求类型: its limit in working days; `classify`: its words may name a matter of the catalogue."""

    code: str = Field(pattern=r"^[a-z][a-z_]{0,39}$")
    zh: str = Field(min_length=1, max_length=40)
    en: str = Field(min_length=1, max_length=60)
    days: int = Field(ge=1, le=60)
    classify: bool = True


class Rules(_Part):
    """What an order has to be done by; days are working days from the moment the city sent it."""

    code: str = Field("12345", pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")
    kinds: tuple[OrderKind, ...] = Field(min_length=1)
    contact_days: int = Field(1, ge=1, le=30)
    contact_tries: int = Field(3, ge=1, le=20)
    return_days: int = Field(1, ge=1, le=30)
    extended_days: int = Field(15, ge=1, le=120)
    source: str = ""

    def kind(self, word: str) -> OrderKind:
        """Return a kind by its code or its Chinese name; `Invalid` names those there are."""
        asked = word.strip()
        for kind in self.kinds:
            if asked in (kind.code, kind.zh):
                return kind
        names = ", ".join(f"{kind.code} {kind.zh}" for kind in self.kinds)
        raise Invalid("kind", f"The kind of an order is one of {names}.")


RULES = Kind("hotline_rules", Rules)


def days(count: int) -> Limit:
    """Return a limit of so many working days."""
    return Limit(count, "working_days")


@cache
def shipped() -> Rules:
    """Return the rules that come with the platform."""
    text = (resources.files("yiwang.cases.hotline") / "rules.toml").read_text(encoding="utf-8")
    draft = definitions.read_toml(RULES, text)
    return draft.bodies[0]


async def rules_at(tx: Tx, at: datetime) -> Rules:
    """Return the rules in force at a moment: those published, else the shipped ones."""
    published = await definitions.as_of(tx, RULES, at)
    return published[0].body if published else shipped()
