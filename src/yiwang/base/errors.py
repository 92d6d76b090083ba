"""Expected refusals: each is a class with a status and a plain sentence (RFC 9457). A 5xx is our bug."""

from typing import Any


class Refusal(Exception):
    """Something asked for that is refused for a reason the asker can understand and mend."""

    status = 400
    code = "refused"

    def __init__(self, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.members = members


class Invalid(Refusal):
    """A field is wrong: `field` names it, the sentence says how to mend it."""

    status = 422
    code = "invalid"

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(detail, errors=[{"field": field, "detail": detail}])


class NotSignedIn(Refusal):
    status = 401
    code = "not_signed_in"


class Forbidden(Refusal):
    status = 403
    code = "forbidden"


class NotFound(Refusal):
    """It does not exist, or the asker may not know that it does: the two answer alike."""

    status = 404
    code = "not_found"


class Conflict(Refusal):
    """The thing is in another state than the step needs, or was changed by someone else meanwhile."""

    status = 409
    code = "conflict"


class TooLarge(Refusal):
    status = 413
    code = "too_large"


class TooMany(Refusal):
    status = 429
    code = "too_many"
