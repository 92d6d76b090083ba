"""What an ID token has to say (OpenID Connect Core 1.0 §3.1.3.7): pure; the signature is checked before."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any

LEEWAY_SECONDS = 60
# Signatures only: no shared secrets, and never "none".
ALGORITHMS = (*("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"),)


class TokenWrong(Exception):
    """Why a token does not count, in words for the log."""


def check_claims(claims: Mapping[str, Any], issuer: str, client_id: str, nonce: str, at: datetime) -> None:
    """Refuse a token of another issuer, for another client, of another sign-in, or that is over."""
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    party = claims.get("azp")
    now = at.timestamp()
    if claims.get("iss") != issuer:
        raise TokenWrong("the token is of another issuer")
    if client_id not in audiences or (len(audiences) > 1 and party is None) or party not in (None, client_id):
        raise TokenWrong("the token is for another client")
    if claims.get("nonce") != nonce:
        raise TokenWrong("the token is of another sign-in")
    expires, issued = claims.get("exp"), claims.get("iat")
    if not isinstance(expires, int | float) or expires <= now - LEEWAY_SECONDS:
        raise TokenWrong("the token is over")
    if not isinstance(issued, int | float) or issued > now + LEEWAY_SECONDS:
        raise TokenWrong("the token is of the future: compare the clocks")
    if not isinstance(claims.get("sub"), str) or not 1 <= len(claims["sub"]) <= 255:
        raise TokenWrong("the token names nobody")


def challenge_of(verifier: str) -> str:
    """Return the S256 challenge of a PKCE verifier (RFC 7636 §4.2)."""
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
