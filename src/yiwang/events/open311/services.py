"""Services: every matter in force, and the jurisdiction that is asked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.base.errors import NotFound
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.events.open311.model import ATTRIBUTES
from yiwang.matters import Matter
from yiwang.places.model import full_code


async def jurisdiction_of(tx: Tx, books: Books, jurisdiction_id: str | None, at: datetime) -> UUID | None:
    """Return the jurisdiction asked for; None for the whole platform, which need not be named."""
    if not jurisdiction_id:
        return None
    locator = await books.locators.at(tx, at)
    code = jurisdiction_id.strip()
    known = code.isascii() and code.isdigit() and len(code) in (6, 9, 12)
    node = locator.by_code.get(full_code(code)) if known else None
    if node is None:
        raise NotFound(
            f"jurisdiction_id: {code[:40]} was not found; leave it out or give a GB/T 2260 code of this city."
        )
    return None if node.id == books.home(locator) else node.id


def services(books: Books, at: datetime) -> list[dict[str, Any]]:
    """Return the matters in force as services."""
    return [_service(matter) for matter in books.catalogue.current(at)]


def definition(books: Books, code: str, at: datetime) -> dict[str, Any]:
    """Return what more may be said with a request of a service."""
    matter = service(books, code, at)
    return {
        "service_code": matter.code,
        "attributes": [attribute.told(order) for order, attribute in enumerate(ATTRIBUTES, 1)],
    }


def service(books: Books, code: str, at: datetime) -> Matter:
    """Return the matter of a service in force."""
    found = books.catalogue.get(code, at)
    if found is None:
        raise NotFound(f"service_code: {code[:40]} was not found; services.json lists those there are.")
    return found


def _service(matter: Matter) -> dict[str, Any]:
    return {
        "service_code": matter.code,
        "service_name": matter.name,
        "description": matter.filing_condition,
        "metadata": True,
        "type": "realtime",
        "keywords": ", ".join(matter.words),
        "group": matter.major_name,
    }
