"""Addresses of single sign-on: which ways in there are, the trip to a provider and back."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from yiwang.access.door import OpenDoor, OpenVisit
from yiwang.access.identity import arriving, providers
from yiwang.access.identity.halfway import HalfWay
from yiwang.access.identity.model.providers import local_path
from yiwang.access.problems import documented
from yiwang.access.routes.carrying import (
    SIGN_IN_PATH,
    TRIP_COOKIE,
    base_of,
    caller_of,
    host_of,
    outside_of,
    set_half,
    set_session,
)
from yiwang.access.routes.shapes import Words
from yiwang.db.database import Database

open_router = APIRouter(prefix="/api/sign-in", route_class=OpenDoor, tags=["access"])
# Providers are asked here, so no connection to the database is held meanwhile.
trip_router = APIRouter(prefix="/api/sign-in", tags=["access"])
_LEADS = {303: {"description": "To the provider, or back to the desk"}, **documented(404, 422, 429)}


class WayOut(BaseModel):
    """A provider one may sign in with."""

    code: str
    kind: str
    label_zh: str
    label_en: str


class WaysOut(BaseModel):
    """How one may sign in; `obstacle` is why passkeys cannot be used under the present name."""

    passkeys: bool
    obstacle: str | None
    providers: list[WayOut]


@open_router.get("/ways")
async def ways(visit: OpenVisit) -> WaysOut:
    found = await providers.open_providers(visit.tx)
    obstacle = host_of(visit.request).obstacle
    return WaysOut(
        passkeys=obstacle is None,
        obstacle=obstacle,
        providers=[WayOut(code=p.code, kind=p.kind, label_zh=p.label_zh, label_en=p.label_en) for p in found],
    )


@trip_router.get("/{provider}/start", response_class=Response, status_code=303, responses=_LEADS)
async def depart(
    provider: Words, request: Request, to: Annotated[str | None, Query(max_length=500)] = None
) -> RedirectResponse:
    state = request.app.state
    database: Database = state.database
    try:
        departure = await arriving.depart(
            database, state.keyring, outside_of(request), provider, base_of(request), local_path(to)
        )
    except arriving.TurnedAway as away:
        return _away(away)
    answer = RedirectResponse(departure.address, 303)
    secure = request.url.scheme == "https"
    age = int(arriving.TRIP_LIFE.total_seconds())
    answer.set_cookie(
        TRIP_COOKIE, departure.cookie, age, path=SIGN_IN_PATH, httponly=True, samesite="lax", secure=secure
    )
    return answer


@trip_router.get("/{provider}/callback", response_class=Response, status_code=303, responses=_LEADS)
async def arrive(provider: Words, request: Request) -> RedirectResponse:
    state = request.app.state
    database: Database = state.database
    told = {name: value for name, value in request.query_params.items() if len(value) <= 4096}
    cookie = request.cookies.get(TRIP_COOKIE)
    try:
        arrival = await arriving.arrive(
            database, state.keyring, outside_of(request), provider, told, cookie, caller_of(request)
        )
    except arriving.TurnedAway as away:
        return _away(away)
    if isinstance(arrival.session, HalfWay):
        answer = RedirectResponse("/sign-in?step=second", 303)
        set_half(request, answer, arrival.session)
    else:
        answer = RedirectResponse(arrival.return_to or "/", 303)
        set_session(request, answer, arrival.session, database.clock.now())
    answer.delete_cookie(TRIP_COOKIE, path=SIGN_IN_PATH)
    return answer


def _away(away: arriving.TurnedAway) -> RedirectResponse:
    answer = RedirectResponse(f"/sign-in?{urlencode({'refused': away.code})}", 303)
    answer.delete_cookie(TRIP_COOKIE, path=SIGN_IN_PATH)
    return answer
