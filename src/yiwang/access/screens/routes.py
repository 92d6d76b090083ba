"""Addresses of the wall's displays."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from yiwang.access.door import Door, OpenDoor, OpenVisit, Visit
from yiwang.access.screens import showing

router = APIRouter(prefix="/api", route_class=Door, tags=["wall"])
open_router = APIRouter(prefix="/api", route_class=OpenDoor, tags=["wall"])


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class ScreenAsk(BaseModel):
    """A display, named after the place where it hangs; without a jurisdiction it shows the whole platform."""

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(max_length=60)]
    jurisdiction: UUID | None = None


class NewScreenOut(Out):
    """The code to type at the display: the only time it is shown."""

    id: UUID
    code: str
    until: datetime


class ScreenOut(Out):
    """A display; `opened_at` null = nobody typed its code yet, which is over at `code_until`."""

    id: UUID
    name: str
    jurisdiction_id: UUID | None
    recorded: datetime
    code_until: datetime
    opened_at: datetime | None
    agent: str | None
    last_used: datetime | None
    ended: datetime | None


class Screens(BaseModel):
    items: list[ScreenOut]


class OpenAsk(BaseModel):
    """The code, with or without its hyphen."""

    model_config = ConfigDict(extra="forbid")
    code: Annotated[str, Field(max_length=40)]


class OpenedOut(Out):
    """The display's key, for `Authorization: Bearer`; told this once."""

    id: UUID
    name: str
    key: str


@router.get("/screens")
async def list_screens(visit: Visit) -> Screens:
    """Every display, with when it was last heard of."""
    return Screens(items=[ScreenOut(**row) for row in await showing.list_screens(visit.tx, visit.actor)])


@router.post("/screens", status_code=201)
async def add_screen(ask: ScreenAsk, visit: Visit) -> NewScreenOut:
    """Name a display and get the code that opens it."""
    made = await showing.add_screen(visit.tx, visit.actor, ask.name, jurisdiction=ask.jurisdiction, at=visit.at)
    return NewScreenOut.model_validate(made)


@router.delete("/screens/{screen_id}", status_code=204)
async def end_screen(screen_id: UUID, visit: Visit) -> None:
    """End a display at once."""
    await showing.end_screen(visit.tx, visit.actor, screen_id, at=visit.at)


@open_router.post("/screens/open")
async def open_screen(ask: OpenAsk, visit: OpenVisit) -> OpenedOut:
    """Open the display where this code was typed."""
    opened = await showing.open_screen(visit.tx, ask.code, agent=visit.headers.get("user-agent"), at=visit.at)
    return OpenedOut.model_validate(opened)
