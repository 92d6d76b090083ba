"""One-time codes by time (RFC 6238 over RFC 4226): HMAC-SHA-1, six digits, steps of 30 seconds."""

import base64
import hmac
from datetime import datetime
from urllib.parse import quote, urlencode

STEP_SECONDS = 30
DIGITS = 6
DRIFT = 1  # steps that a phone's clock may be early or late


def code_at(secret: bytes, step: int, digits: int = DIGITS) -> str:
    """Return the code of one step (RFC 4226 §5.3)."""
    mac = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    start = mac[-1] & 0x0F
    number = int.from_bytes(mac[start : start + 4], "big") & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def step_at(at: datetime) -> int:
    """Return the number of the step that a moment lies in."""
    return int(at.timestamp()) // STEP_SECONDS


def matching_step(secret: bytes, code: str, at: datetime) -> int | None:
    """Return the step whose code this is, within the drift; None when it is none of them."""
    now, found = step_at(at), None
    for step in range(now - DRIFT, now + DRIFT + 1):
        if hmac.compare_digest(code_at(secret, step).encode(), code.encode()):
            found = step
    return found


def plain_code(typed: str) -> str:
    """Return what was typed without the spaces that phones show codes with."""
    return "".join(typed.split())


def address_of(secret: bytes, issuer: str, username: str) -> str:
    """Return the otpauth address that a phone reads from the QR code."""
    label = quote(username, safe="")  # the issuer stands once: in Chinese it makes the QR code dense enough
    asked = {"secret": readable(secret), "issuer": issuer, "algorithm": "SHA1", "digits": DIGITS}
    return f"otpauth://totp/{label}?{urlencode({**asked, 'period': STEP_SECONDS}, quote_via=quote)}"


def readable(secret: bytes) -> str:
    """Return the secret as base32 (RFC 4648), for typing by hand."""
    return base64.b32encode(secret).decode().rstrip("=")
