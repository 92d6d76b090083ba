"""What every carrier can be asked, and how answers over HTTP are judged."""

import ssl
from datetime import timedelta
from typing import Protocol

import httpx

from yiwang.notices.kernels import scrubbed
from yiwang.notices.model import Later, Message, Outcome, Refused, Unsure

PATIENCE = 15.0  # seconds for one try, all told
TIMEOUT = httpx.Timeout(10.0, connect=5.0)
MOST_ANSWER = 64 * 1024  # bytes of an answer that are looked at
# Nothing has left this machine yet when these are raised: trying again can make no double.
_BEFORE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


class Carrier(Protocol):
    """A way out. `same_for` is how long after the first try the other side still tells a double; None: never does."""

    @property
    def same_for(self) -> timedelta | None: ...

    async def send(self, message: Message, address: str) -> Outcome:
        """Try once, within `PATIENCE` seconds."""
        ...

    async def close(self) -> None:
        """Let go of what it keeps open."""
        ...


def trusting(ca: str | None) -> ssl.SSLContext:
    """Return a TLS context that trusts the usual authorities, and that of the certificate given as PEM."""
    context = ssl.create_default_context()
    if ca:
        context.load_verify_locations(cadata=ca)
    return context


def client(ca: str | None = None) -> httpx.AsyncClient:
    """Return an HTTP client that goes where it is told and nowhere else: no redirects, no proxies of the machine."""
    return httpx.AsyncClient(timeout=TIMEOUT, follow_redirects=False, trust_env=False, verify=trusting(ca))


def after_error(error: httpx.HTTPError | TimeoutError, *, idempotent: bool) -> Outcome:
    """Return what a failed request means: nothing left, or nobody knows."""
    told = scrubbed(f"{type(error).__name__}: {error}")
    before = isinstance(error, _BEFORE)
    return Later(told, maybe=not before) if before or idempotent else Unsure(told)


def after_status(status: int, retry_after: str | None, *, idempotent: bool) -> Outcome | None:
    """Return what an answer's status means; None when it is a success."""
    if 200 <= status < 300:
        return None
    told = f"The other side answered {status}."
    if status in (408, 425, 429, 503):
        seconds = int(retry_after) if retry_after and retry_after.isdigit() and len(retry_after) < 6 else None
        return Later(told, timedelta(seconds=seconds) if seconds else None)
    if status >= 500:
        return Later(told, maybe=True) if idempotent else Unsure(told)
    return Refused(told)
