"""Who answers instead: a refusal always names the next door."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from yiwang.definitions.model import Kind

Word = Annotated[str, Field(min_length=1, max_length=60)]


class NextDoor(BaseModel):
    """Whom to turn to: words count before matters, a longer one before a shorter; one without any is the last."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")
    name: str = Field(min_length=1, max_length=60)
    name_en: str = Field(min_length=1, max_length=80)
    hotline: str = Field(default="", max_length=40)
    text: str = Field(min_length=1, max_length=300)
    text_en: str = Field(default="", max_length=300)
    keywords: tuple[Word, ...] = Field(default=(), max_length=200)
    matters: tuple[Word, ...] = Field(default=(), max_length=200)  # codes of matters, or their beginnings
    reasons: tuple[Word, ...] = ("not_ours",)  # for which reasons of a refusal; * for all
    source: str = Field(default="", max_length=300)


NEXT_DOOR: Kind[NextDoor] = Kind("next_door", NextDoor)


def choose(doors: Iterable[NextDoor], *, text: str, matter: str | None, reason: str = "not_ours") -> NextDoor | None:
    """Return who answers instead for these words and this matter; None where the table names nobody."""
    ranked = [(rank, door.code, door) for door in doors if (rank := _rank(door, text, matter, reason)) is not None]
    # The code decides between two that fit alike, so that the answer is the same every time.
    return min(ranked, key=lambda each: (each[0], each[1]))[2] if ranked else None


def _rank(door: NextDoor, text: str, matter: str | None, reason: str) -> tuple[int, int] | None:
    if reason not in door.reasons and "*" not in door.reasons:
        return None
    words = [len(word) for word in door.keywords if word in text]
    if words:
        return (0, -max(words))
    codes = [len(code) for code in door.matters if matter and matter.startswith(code)]
    if codes:
        return (1, -max(codes))
    return (2, -len(door.reasons)) if not door.keywords and not door.matters else None
