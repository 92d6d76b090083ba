"""The matter of what no word of the catalogue names: a report is never lost for want of the right word."""

from datetime import datetime

from yiwang import definitions, matters
from yiwang.access import Actor
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.matters import MatterBody

SURE = 0.4  # below this confidence a person's words are taken to name no matter of the catalogue
OTHER = "QT001"
# One plea is never another, so nothing is merged under it; somebody reads it and dispatches by hand.
OTHER_MATTER = MatterBody(
    code=OTHER,
    name="其他诉求",
    major="QT",
    major_name="其他",
    filing_condition="事项目录中没有对应事项。",
    closing_condition="已答复诉求人。",
    limit_source="暂定",
    before_photos=0,
    after_photos=0,
    check=False,
    merge_radius=0,
)


def matter_for(books: Books, text: str, at: datetime, *, sure: float = SURE) -> str | None:
    """Return the code to file words under that name no matter surely; None lets the words decide."""
    found = books.classifier.suggest(text, limit=1)
    if found and found[0].confidence >= sure:
        return None
    return other_matter(books, at)


def other_matter(books: Books, at: datetime) -> str | None:
    """Return the code of all that no matter names; None before it is on file."""
    return OTHER if books.catalogue.get(OTHER, at) else None


async def publish_other_matter(tx: Tx, actor: Actor, *, at: datetime, valid_from: datetime | None = None) -> None:
    """Put that matter into the catalogue; there already, it stays as it is."""
    known = {version.code for version in await definitions.history(tx, matters.MATTER)}
    if OTHER not in known:
        await matters.ensure_matters(tx, actor, [OTHER_MATTER], at, valid_from=valid_from)
