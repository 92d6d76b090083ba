"""What cannot be taken: gathered for a transaction, so that a flood of it costs a few rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

# A source has one key; its id follows from its name, so that it is the same in every process.
_SOURCES = UUID("6f0c2b57-5a51-5d43-9b80-2c6a5d1b7e90")
MOST_RAW, MOST_OF_ONE = 200, 3  # raw messages kept of one transaction, and of one sender in it
MOST_BYTES = 64 << 10  # of one raw message

Counted = tuple[str, str, str, int, datetime, datetime]


@dataclass(frozen=True)
class Refused:
    """A message that was not taken, as it came."""

    source: str
    external_id: str
    raw: bytes
    reason: str
    at: datetime


def key_of(source: str) -> UUID:
    """Return the id of the key that a source's raw messages are sealed under."""
    return uuid5(_SOURCES, source)


def gathered(refused: Sequence[Refused]) -> tuple[list[Counted], list[Refused]]:
    """Return each sender once, with how many messages, and the raw messages to keep."""
    by_sender: dict[tuple[str, str], list[Refused]] = {}
    for one in refused:
        by_sender.setdefault((one.source, one.external_id), []).append(one)
    counted = [
        (source, sender, some[-1].reason, len(some), min(one.at for one in some), max(one.at for one in some))
        for (source, sender), some in by_sender.items()
    ]
    kept = [
        Refused(one.source, one.external_id, one.raw[:MOST_BYTES], one.reason, one.at)
        for some in by_sender.values()
        for one in some[:MOST_OF_ONE]
    ]
    return counted, kept[:MOST_RAW]
