"""What one trip to a provider carries, and who comes back from it: the shape that all kinds share."""

import secrets
from dataclasses import dataclass


@dataclass(frozen=True)
class Trip:
    """One trip: `state` and `nonce` tie the answer to it, `verifier` (PKCE) ties the code to us."""

    state: str
    nonce: str
    verifier: str
    redirect_uri: str


@dataclass(frozen=True)
class Person:
    """Who signed in elsewhere; `claims` are what an account can be registered ahead by: username, email."""

    issuer: str
    subject: str
    claims: dict[str, str]

    @property
    def shown(self) -> str:
        """What tells an administrator who this is."""
        return self.claims.get("username") or self.claims.get("email") or self.subject


class NotAllowed(Exception):
    """The provider says that its user, or its administrator, did not let them go on."""


def new_trip(redirect_uri: str) -> Trip:
    """Return a trip with fresh secrets; WeCom takes letters and digits only as state."""
    return Trip(secrets.token_hex(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48), redirect_uri)
