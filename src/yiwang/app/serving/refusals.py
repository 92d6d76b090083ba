"""Why the platform itself takes nothing in just now; each passes, and is said before anything was stored."""

from yiwang.base.errors import Refusal


class Unavailable(Refusal):
    """The database does not answer."""

    status = 503
    code = "unavailable"

    def __init__(self) -> None:
        super().__init__("The database does not answer. What you sent was not stored; try again in a moment.")


class Full(Refusal):
    """There is no room left on the disk (RFC 4918 §11.5)."""

    status = 507
    code = "full"

    def __init__(self) -> None:
        super().__init__(
            "The disk of the platform is full. What you sent was not stored; reading goes on. Tell its operator."
        )
