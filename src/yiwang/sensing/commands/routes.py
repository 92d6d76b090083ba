"""HTTP of commands to devices, and of the keys of those that encipher."""

from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.sensing.commands import asking

router = APIRouter(prefix="/api", route_class=Door, tags=["devices"])


class CommandAsk(BaseModel):
    """What a device is asked; `patience_s` is how long the question waits for the device and its answer."""

    model_config = ConfigDict(extra="forbid")
    kind: Annotated[str, Field(max_length=40)]
    arguments: dict[str, Any] = {}
    patience_s: Annotated[int | None, Field(ge=10, le=604_800)] = None


class CommandOut(BaseModel):
    """A question to a device: waiting, sent, accepted, done, refused, expired or withdrawn."""

    id: UUID
    device_id: UUID
    protocol: str
    kind: str
    arguments: dict[str, Any]
    state: str
    asked_by: UUID
    asked_at: datetime
    expires_at: datetime
    sent_at: datetime | None
    sent_times: int
    answered_at: datetime | None
    answer: dict[str, Any]


class CommandsOut(BaseModel):
    """`kinds` are what this device can be asked."""

    kinds: list[str]
    items: list[CommandOut]
    next: str | None


class CipherAsk(BaseModel):
    """32 hexadecimal digits; none: the device speaks plainly."""

    model_config = ConfigDict(extra="forbid")
    sm4: Annotated[str | None, Field(max_length=64)]


@router.post("/devices/{device_id}/commands", status_code=201)
async def command_device(device_id: UUID, ask: CommandAsk, visit: Visit) -> CommandOut:
    """Ask something of a device in its own protocol."""
    waits = timedelta(seconds=ask.patience_s) if ask.patience_s else None
    row = await asking.ask(visit.tx, visit.actor, device_id, ask.kind, ask.arguments, at=visit.at, patience=waits)
    return CommandOut(**row)


@router.get("/devices/{device_id}/commands")
async def list_commands(
    device_id: UUID,
    visit: Visit,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> CommandsOut:
    """What a device can be asked, and what it was asked, the newest first."""
    kinds, page = await asking.history(visit.tx, visit.actor, device_id, cursor=cursor, limit=limit)
    return CommandsOut(kinds=kinds, items=[CommandOut(**one) for one in page.items], next=page.next)


@router.get("/device-commands/{command_id}")
async def get_command(command_id: UUID, visit: Visit) -> CommandOut:
    """One command, with what the device answered."""
    return CommandOut(**await asking.find(visit.tx, visit.actor, command_id))


@router.post("/device-commands/{command_id}/withdraw", status_code=204)
async def withdraw_command(command_id: UUID, visit: Visit) -> None:
    """Take a command back that has not been sent yet."""
    await asking.withdraw(visit.tx, visit.actor, command_id, at=visit.at)


@router.put("/devices/{device_id}/cipher", status_code=204)
async def set_device_cipher(device_id: UUID, ask: CipherAsk, visit: Visit) -> None:
    """Set the SM4 key of a monitor that enciphers by HJ 212-2025."""
    await asking.set_cipher(visit.tx, visit.actor, visit.keyring, device_id, ask.sm4, at=visit.at)
