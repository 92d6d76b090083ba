"""What a process keeps for the map and the wall from one request to the next."""

from typing import TypeVar

from fastapi import Request

T = TypeVar("T")


def held(request: Request, kind: type[T]) -> T:
    """Return this process's one of a kind; it is made when first asked for."""
    name = f"held_{kind.__name__}"
    state = request.app.state
    found: T | None = getattr(state, name, None)
    if found is None:
        found = kind()
        setattr(state, name, found)
    return found
