"""Who hears whom: every room's listeners and timers, in one place."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from yiwang.access import listens as access
from yiwang.access.privacy.declaring import OWN_LOOKS, Declared
from yiwang.alarms.driving import listens as combinations
from yiwang.alarms.handling import listens as alarm_handling
from yiwang.app import placing, searching
from yiwang.cases import listens as cases
from yiwang.cases.hotline import listens as hotline
from yiwang.cases.upkeep import listens as upkeep
from yiwang.cases.views import exporting, forgetting, revealing
from yiwang.command import listens as command
from yiwang.db import Tx
from yiwang.events import listens as event_listens
from yiwang.events import reporters as events
from yiwang.events.books import Books
from yiwang.events.machines import listens as machines
from yiwang.federation import Courier
from yiwang.federation import listens as federation
from yiwang.files import Shelf
from yiwang.lake import LakeWriter
from yiwang.ledger import Recorded
from yiwang.ledger.listening import Follower, Listener
from yiwang.ledger.timers import TimerHandler
from yiwang.notices.following import WebhookFollower
from yiwang.people import phonebook as people
from yiwang.plugin import listens as plugin
from yiwang.plugin.hosting import found
from yiwang.plugin.running import Runner
from yiwang.residents import forgetting as residents
from yiwang.residents import listens as reporters

AtOnce = Mapping[type, Sequence[Callable[[Tx, Recorded], Awaitable[None]]]]
TIMERS: Mapping[str, TimerHandler] = {
    **access.TIMERS,
    **alarm_handling.TIMERS,
    **cases.TIMERS,
    **command.TIMERS,
    **machines.TIMERS,
}


def at_once(books: Books) -> AtOnce:
    """Return what runs in the very transaction that records a fact, over all rooms."""
    return _joined(cases.at_once(books), hotline.AT_ONCE)


def _joined(*tables: AtOnce) -> AtOnce:
    """Return one table of several: who hears the same fact hears it in the order of the tables."""
    kinds = {kind for table in tables for kind in table}
    return {kind: [listener for table in tables for listener in table.get(kind, ())] for kind in kinds}


def followers(
    lake: LakeWriter, books: Books, *, scenarios: Path | None = None, folder: Path = Path()
) -> Sequence[Follower]:
    """Return what follows the log with a cursor: the lake, the rooms' AFTER tables, and what stands on them.

    `folder` is where the platform keeps its photos: who only looks at cursors needs none.
    """
    return [
        lake,
        combinations.LISTENER,
        cases.listener(books),
        Listener("events", event_listens.after(books)),
        machines.listener(books),
        upkeep.listener(books),
        federation.listener(books),
        Courier(books.keyring, Shelf(folder / "files")),
        plugin.LISTENER,
        Runner(books, found(scenarios)),
        reporters.LISTENER,
        WebhookFollower(placing.places_of),
        *searching.followers(),
    ]


def declared(books: Books) -> Declared:
    """Return what the rooms declare about personal data: how it is revealed, exported, traced and erased."""
    own = Declared(looks=OWN_LOOKS)
    return own.with_(people.DECLARED, events.DECLARED, revealing.DECLARED, exporting.declared(books)).with_(
        forgetting.DECLARED, residents.DECLARED
    )
