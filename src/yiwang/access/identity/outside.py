"""Asking providers: short, with limits, only where a setting says, and remembered for a while."""

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import httpx

from yiwang.access.identity.model.providers import check_address
from yiwang.base.errors import Invalid

LONGEST = 10.0  # seconds for one answer
LARGEST = 1 << 20  # bytes of one answer


class ProviderFailed(Exception):
    """A provider does not answer, or not as it should: in words for the log and the administrator."""


@dataclass
class Outside:
    """What one process knows of providers: their discovery documents, keys and access tokens, each with its end."""

    kept: dict[tuple[str, str], tuple[datetime, Any]] = field(default_factory=dict)

    def remembered(self, kind: str, name: str, at: datetime) -> Any:
        """Return what is kept and not over yet, else None."""
        found = self.kept.get((kind, name))
        return found[1] if found and found[0] > at else None

    def keep(self, kind: str, name: str, value: Any, until: datetime) -> None:
        """Keep a value until a moment."""
        self.kept[kind, name] = (until, value)

    def forget(self, kind: str, name: str) -> None:
        """Forget a value that turned out to be stale."""
        self.kept.pop((kind, name), None)

    async def get(
        self, url: str, *, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Return the JSON object that an address answers."""
        return await _asked("GET", url, params=params, headers=headers)

    async def post(
        self, url: str, form: Mapping[str, str], *, headers: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Send a form and return the JSON object that is answered."""
        return await _asked("POST", url, data=form, headers=headers)


def later(at: datetime, seconds: float) -> datetime:
    """Return the moment so many seconds after another."""
    return at + timedelta(seconds=seconds)


async def _asked(method: str, url: str, **request: Any) -> dict[str, Any]:
    try:
        check_address("address", url)
    except Invalid as wrong:
        raise ProviderFailed(f"{_bare(url)}: {wrong.detail}") from None
    try:
        async with (
            httpx.AsyncClient(verify=_trusted(), timeout=LONGEST, trust_env=False) as client,
            client.stream(method, url, **request) as answer,
        ):
            body = bytearray()
            async for chunk in answer.aiter_bytes():
                body += chunk
                if len(body) > LARGEST:
                    raise ProviderFailed(f"{_bare(url)} answers more than {LARGEST} bytes")
            status = answer.status_code
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ProviderFailed(f"{_bare(url)} does not answer: {type(error).__name__}") from error
    return _read(url, status, bytes(body))


def _read(url: str, status: int, body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except ValueError:
        told = None
    if status != 200:
        reason = told.get("error") if isinstance(told, dict) else None
        raise ProviderFailed(f"{_bare(url)} answers {status} {reason or ''}".strip())
    if not isinstance(told, dict):
        raise ProviderFailed(f"{_bare(url)} answers no JSON object")
    return told


def _bare(url: str) -> str:
    """The address without its query: WeCom's holds secrets."""
    return url.partition("?")[0][:200]


@cache
def _trusted() -> ssl.SSLContext:
    """The certificate authorities of the machine: a district's own is added there."""
    return ssl.create_default_context()
