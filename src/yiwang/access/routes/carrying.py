"""What a request carries and an answer gives back: cookies, where it comes from, how the platform is reached."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request, Response

from yiwang.access.door import CSRF_COOKIE, SESSION_COOKIE
from yiwang.access.identity.halfway import HALF_LIFE, Caller, HalfWay
from yiwang.access.identity.model.hosts import Host
from yiwang.access.identity.outside import Outside
from yiwang.access.sessions import OpenSession
from yiwang.base.errors import Forbidden

HALF_COOKIE = "yiwang_half"  # one factor was right, the second is owed
TRIP_COOKIE = "yiwang_trip"  # under way to a provider; comes back with a link from there, so it is not strict
SIGN_IN_PATH = "/api/sign-in"


def caller_of(request: Request) -> Caller:
    """Return the address and browser a request comes from."""
    return Caller(request.client.host if request.client else None, request.headers.get("user-agent"))


def host_of(request: Request) -> Host:
    """Return how the platform is reached; the browser's own word of the origin, where it agrees with the host."""
    said = request.headers.get("origin", "")
    netloc = request.headers.get("host", request.url.netloc)
    name = request.url.hostname or ""
    if urlsplit(said).netloc == netloc or said in getattr(request.app.state, "origins", ()):
        return Host(urlsplit(said).hostname or name, said)
    return Host(name, f"{request.url.scheme}://{netloc}")


def base_of(request: Request) -> str:
    """Return the beginning of this platform's addresses, as the browser knows it."""
    return f"{request.url.scheme}://{request.url.netloc}"


def title_of(request: Request) -> str:
    """Return the name of the platform that phones and passkeys show."""
    settings = getattr(request.app.state, "settings", None)
    return str(getattr(settings, "title", "Yiwang 一网"))


def outside_of(request: Request) -> Outside:
    """Return what this process knows of providers."""
    state = request.app.state
    found: Outside | None = getattr(state, "outside", None)
    if found is None:
        found = state.outside = Outside()
    return found


def token_of(visit: Any) -> str:
    """Return the session's token; a key has none."""
    token = visit.request.cookies.get(SESSION_COOKIE)
    if visit.actor.kind != "account" or not token:
        raise Forbidden("This is for people who signed in; a key has no session.")
    return str(token)


def set_session(request: Request, response: Response, session: OpenSession, at: datetime) -> None:
    """Give the session's token, out of reach of scripts, and the CSRF token, for them to read; end half a session."""
    secure = request.url.scheme == "https"
    age = max(int((session.expires - at).total_seconds()), 1)
    response.set_cookie(SESSION_COOKIE, session.token, age, httponly=True, samesite="strict", secure=secure)
    response.set_cookie(CSRF_COOKIE, session.csrf, age, samesite="strict", secure=secure)
    if HALF_COOKIE in request.cookies:
        clear_half(response)


def set_half(request: Request, response: Response, half: HalfWay) -> None:
    """Give the token of half a session, for the addresses of signing in only."""
    secure = request.url.scheme == "https"
    age = int(HALF_LIFE.total_seconds())
    response.set_cookie(
        HALF_COOKIE, half.token, age, path=SIGN_IN_PATH, httponly=True, samesite="strict", secure=secure
    )


def clear_half(response: Response) -> None:
    """Take the token of half a session away."""
    response.delete_cookie(HALF_COOKIE, path=SIGN_IN_PATH)
