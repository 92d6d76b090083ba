"""Steps that a phone sends once its network is back: each is done once, and says when the phone wrote it down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from uuid import UUID

from yiwang.access import Actor
from yiwang.access.once import first_time
from yiwang.base.errors import Invalid
from yiwang.cases.model import Case
from yiwang.cases.steps import handling, verifying
from yiwang.cases.views.listing import see
from yiwang.db import Tx

SOON = timedelta(minutes=2)  # what arrives sooner needs no word about when it was written down


@dataclass(frozen=True)
class Sent:
    """A step as a phone keeps it: `made_at` by the phone's own clock, which nobody vouches for."""

    verb: str
    text: str | None = None
    passed: bool | None = None
    photos: Sequence[UUID] = ()
    version: int | None = None
    made_at: datetime | None = None


async def take(
    tx: Tx, actor: Actor, case_id: UUID, sent: Sent, *, key: str, raw: bytes, zone: tzinfo, at: datetime
) -> tuple[Case, bool]:
    """Do a step under its key; return the case, and whether the step had been done already.

    The step's own time is when it arrives: a phone's clock neither saves nor costs anybody a deadline. What the phone
    says of the time stands in the words.
    """
    if not await first_time(tx, actor, key, case_id.bytes + raw):
        return await see(tx, actor, case_id), True
    return await _do(tx, actor, case_id, sent, _words(sent, zone, at), at), False


async def _do(tx: Tx, actor: Actor, case_id: UUID, sent: Sent, text: str | None, at: datetime) -> Case:
    if sent.verb == "receive":
        return await handling.receive(tx, actor, case_id, at=at, version=sent.version)
    if sent.verb == "return":
        return await handling.give_back(tx, actor, case_id, reason=text, at=at, version=sent.version)
    if sent.verb == "handle":
        return await handling.handle(tx, actor, case_id, text=text, at=at, photos=sent.photos, version=sent.version)
    if sent.verb == "check":
        if sent.passed is None:
            raise Invalid("passed", "Say whether what was done is in order.")
        return await verifying.check(
            tx, actor, case_id, passed=sent.passed, at=at, text=text, photos=sent.photos, version=sent.version
        )
    raise Invalid("verb", "A phone sends one of receive, return, handle, check.")


def _words(sent: Sent, zone: tzinfo, at: datetime) -> str | None:
    if not sent.text or not sent.text.strip() or sent.made_at is None or at - sent.made_at < SOON:
        return sent.text
    return f"{sent.text.strip()}（手机离线记录于 {sent.made_at.astimezone(zone):%m-%d %H:%M}）"
