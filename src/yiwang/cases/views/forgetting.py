"""Forgetting a reporter in what cases say: titles, places, the timeline, orders of the hotline, the search."""

from datetime import datetime
from uuid import UUID

from yiwang.access import Actor, Keyring
from yiwang.access.privacy.declaring import Declared
from yiwang.cases.store import words as store
from yiwang.cases.views import searching
from yiwang.db import Tx
from yiwang.events import reporters
from yiwang.events.redacting import without_person


async def forget_reporter(tx: Tx, actor: Actor, keyring: Keyring, person: UUID, at: datetime) -> None:  # noqa: ARG001
    """Take a person's name, and whatever reaches somebody, out of the words of their cases; the cases stay."""
    told = await reporters.told_by(tx, keyring, person)
    for row in await store.words_of(tx, told.events, told.reports):
        words = without_person(row["words"], told.values)
        if words != row["words"]:
            store.put_words(tx, row["kind"], row["id"], words)
    await searching.fill(tx, told.events)


DECLARED = Declared(forgets={("reporter", "cases"): forget_reporter})
