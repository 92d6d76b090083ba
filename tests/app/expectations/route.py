"""One row of the table: what a route asks of whoever comes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx

from yiwang.access import PERMISSIONS

NOWHERE = UUID(int=7)
POINT = {"lon": 121.4, "lat": 31.25}
SPAN = {"from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z"}


@dataclass(frozen=True)
class Route:
    """`needs` is a permission, or "open" to everyone, to whoever is "signed in", to a "person" but no key.

    `also` is another permission that does. `stranger` is what someone who is not signed in gets.
    """

    needs: str
    request: Mapping[str, Any] = field(default_factory=dict)
    also: str | None = None
    stranger: int = 401

    @property
    def permissions(self) -> frozenset[str]:
        return frozenset({self.needs, self.also}) & PERMISSIONS.keys()


def to(needs: str, *, also: str | None = None, **request: Any) -> Route:
    return Route(needs, request, also)


def open311(needs: str, *, also: str | None = None, **request: Any) -> Route:
    """A route that speaks GeoReport v2: without a key it answers 403, and errors are a list."""
    return Route(needs, request, also, stranger=403)


def missing(answer: httpx.Response) -> str | None:
    """Return the permission that a refusal names, in either shape; None when it is another answer."""
    if answer.status_code != 403:
        return None
    told = answer.json()
    if isinstance(told, list):
        labels = {f"{en} ({zh})": code for code, (zh, en) in PERMISSIONS.items()}
        return next((code for label, code in labels.items() if label in told[0]["description"]), None)
    found: str | None = told.get("permission")
    return found
