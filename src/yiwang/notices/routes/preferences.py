"""HTTP of how one is told: one's own carriers, addresses, quiet hours and digests; quiet hours of posts."""

from datetime import datetime, time
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from yiwang.access import Personal
from yiwang.access.door import Door, Visit
from yiwang.notices import preferring

router = APIRouter(prefix="/api/notices", route_class=Door, tags=["notices"])
Kind = Literal["mail", "sms", "wecom"]
ZONE = "Asia/Shanghai"


class QuietHours(BaseModel):
    """Wall-clock times of the settings' zone; they may pass midnight."""

    starts: time
    ends: time


class PreferencesAsk(BaseModel):
    """`carriers` in the order they are tried; `digests` are when the low ones come together."""

    carriers: Annotated[list[Annotated[str, Field(max_length=31)]], Field(max_length=10)] = []
    digests: Annotated[list[time], Field(max_length=10)] = []
    quiet: QuietHours | None = None
    zone: Annotated[str, Field(max_length=60)] = ZONE


class ContactOut(BaseModel):
    kind: str
    masked: str
    changed: datetime


class PreferencesOut(BaseModel):
    """`known` are the carriers there are to choose from."""

    carriers: list[str]
    digests: list[time]
    quiet: QuietHours | None
    zone: str
    contacts: list[ContactOut]
    known: list[str]


class ContactAsk(BaseModel):
    address: Annotated[str, Field(min_length=1, max_length=254), Personal("contact")]


class MaskedOut(BaseModel):
    masked: str


class PostQuietAsk(BaseModel):
    quiet: QuietHours | None
    zone: Annotated[str, Field(max_length=60)] = ZONE


@router.get("/preferences")
async def see_preferences(visit: Visit) -> PreferencesOut:
    """How one is told beside the inbox; addresses are masked."""
    found = await preferring.preferences(visit.tx, visit.actor)
    return PreferencesOut(
        carriers=found.carriers,
        digests=found.digests,
        quiet=QuietHours(starts=found.quiet.starts, ends=found.quiet.ends) if found.quiet else None,
        zone=found.zone,
        contacts=[ContactOut(**row) for row in found.contacts],
        known=found.known,
    )


@router.put("/preferences", status_code=204)
async def put_preferences(ask: PreferencesAsk, visit: Visit) -> None:
    """Choose one's own carriers, quiet hours and digest times."""
    await preferring.prefer(
        visit.tx,
        visit.actor,
        carriers=ask.carriers,
        digests=ask.digests,
        quiet=_times(ask.quiet),
        zone=ask.zone,
        at=visit.at,
    )


@router.put("/contacts/{kind}")
async def put_contact(kind: Kind, ask: ContactAsk, visit: Visit) -> MaskedOut:
    """Say where one is reached; it is kept sealed and shown masked."""
    masked = await preferring.set_contact(visit.tx, visit.actor, visit.keyring, kind, ask.address, at=visit.at)
    return MaskedOut(masked=masked)


@router.delete("/contacts/{kind}", status_code=204)
async def delete_contact(kind: Kind, visit: Visit) -> None:
    """Remove one of one's own addresses."""
    await preferring.forget_contact(visit.tx, visit.actor, kind, at=visit.at)


@router.put("/quiet/{post_id}", status_code=204)
async def put_post_quiet(post_id: UUID, ask: PostQuietAsk, visit: Visit) -> None:
    """Set or take away the quiet hours of a post."""
    await preferring.set_post_quiet(visit.tx, visit.actor, post_id, _times(ask.quiet), ask.zone, at=visit.at)


def _times(quiet: QuietHours | None) -> tuple[time, time] | None:
    return (quiet.starts, quiet.ends) if quiet else None
