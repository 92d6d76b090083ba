"""HTTP of the made-up district: how far it is, who one can be, and coming in as one of them."""

from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import BaseModel

from yiwang.access.door import OpenDoor, OpenVisit
from yiwang.access.routes.carrying import caller_of, set_session
from yiwang.access.routes.shapes import Ask, Words
from yiwang.access.routes.signed import SessionOut, describe
from yiwang.app.demonstrating import identities, progress
from yiwang.app.settings import Settings
from yiwang.base.errors import Forbidden

router = APIRouter(prefix="/api/demo", route_class=OpenDoor, tags=["platform"])


class IdentityOut(BaseModel):
    """Somebody one can be: an account, its role, what one sees as it, and the face to begin at."""

    username: str
    role: str
    label_zh: str
    label_en: str
    face: str


class DemoOut(BaseModel):
    """How far the made-up district is (share of the whole, 0 to 1; stage null: none); who one can be from here."""

    stage: str | None
    share: float
    lives: bool
    anchor: datetime | None
    identities: list[IdentityOut]


class EnterAsk(Ask):
    """Who one wants to be."""

    username: Words


@router.get("")
async def demo(visit: OpenVisit) -> DemoOut:
    settings: Settings = visit.request.app.state.settings
    shown = identities.IDENTITIES if identities.offered(settings, visit.request) else ()
    found = await progress.find(visit.tx) if settings.demo else None
    return DemoOut(
        stage=found.stage if found else None,
        share=round(found.share, 3) if found else 0.0,
        lives=bool(found and found.lives),
        anchor=found.anchor if found else None,
        identities=[
            IdentityOut(username=one.username, role=one.role, label_zh=one.zh, label_en=one.en, face=one.face)
            for one in shown
        ],
    )


@router.post("/session")
async def enter(ask: EnterAsk, visit: OpenVisit, response: Response) -> SessionOut:
    settings: Settings = visit.request.app.state.settings
    if not identities.offered(settings, visit.request):
        raise Forbidden(
            "Coming in by a click is for the made-up district on the machine it runs on. Sign in with your account."
        )
    session = await identities.enter(visit.tx, ask.username, caller=caller_of(visit.request))
    set_session(visit.request, response, session, visit.at)
    return await describe(visit.tx, session.token)
