"""Signatures of webhooks as standard-webhooks has them: HMAC-SHA256 over `id.timestamp.body`."""

import base64
import binascii
import hmac
from collections.abc import Iterable

PREFIX = "whsec_"
SHORTEST, LONGEST = 24, 64  # bytes of a secret


def written(secret: bytes) -> str:
    """Return a secret the way it is handed over."""
    return PREFIX + base64.b64encode(secret).decode()


def read(text: str) -> bytes:
    """Return the bytes of a secret; `ValueError` when it is none."""
    try:
        secret = base64.b64decode(text.strip().removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if not SHORTEST <= len(secret) <= LONGEST:
        raise ValueError("too short or too long")
    return secret


def signature(secret: bytes, message_id: str, timestamp: str, body: bytes) -> str:
    """Return the signature of a message as one word of the header: v1,<base64>."""
    signed = hmac.digest(secret, f"{message_id}.{timestamp}.".encode() + body, "sha256")
    return "v1," + base64.b64encode(signed).decode()


def fits(secrets: Iterable[bytes], header: str, message_id: str, timestamp: str, body: bytes) -> bool:
    """Return whether any word of the header is the signature of any secret: during a change there are two."""
    given = [word.encode() for word in header.split()[:10]]
    found = False
    for secret in secrets:
        expected = signature(secret, message_id, timestamp, body).encode()
        for word in given:
            found |= hmac.compare_digest(word, expected)
    return found
