"""What the doors of residents do alike: count by address, say when to go on, turn robots away."""

from fastapi import Request, Response

from yiwang.access.door import OpenVisit, problem
from yiwang.base.errors import Invalid, TooMany
from yiwang.residents import limiting


async def allowed(visit: OpenVisit, kind: str, most: int) -> int | None:
    """Count one more of a kind for the visitor's address; None when it may go on, else the seconds to wait."""
    return await limiting.allow(visit.tx, limiting.who(visit.keyring, address_of(visit.request)), kind, most)


def later(seconds: int) -> Response:
    """Answer, and do not raise: what was counted stays counted."""
    answer = problem(TooMany(f"Too many from this address within an hour. Go on in {-(-seconds // 60)} minutes."))
    answer.headers["Retry-After"] = str(seconds)
    return answer


def no_robot(website: str) -> None:
    """Refuse who fills in what people do not see."""
    if website:
        raise Invalid("website", "Leave this field empty.")


def address_of(request: Request) -> str:
    """Return the address a request comes from."""
    return request.client.host if request.client else "unknown"
