"""Arithmetic of sending: when to try again, when it is quiet, when a digest is due, how a webhook is signed. Pure."""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang.notices.model import Circuit, Quiet, Urgency

TRIES = {"person": 6, "webhook": 12}
PATIENCE = {"urgent": timedelta(minutes=15), "normal": timedelta(hours=6), "low": timedelta(days=2)}
WEBHOOK_PATIENCE = timedelta(days=3)
_FIRST = {"urgent": timedelta(seconds=3), "normal": timedelta(seconds=10), "low": timedelta(seconds=30)}
_LONGEST = timedelta(hours=1)
FAILURES_TO_OPEN = 5
_OPEN_FIRST, _OPEN_LONGEST = timedelta(seconds=30), timedelta(minutes=15)
SECRET_PREFIX = "whsec_"  # noqa: S105 - the prefix of Standard Webhooks, not a secret
TOLERANCE = timedelta(minutes=5)
_DIGITS = re.compile(r"\d{5,}")
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")


def pause_after(row: UUID, attempt: int, urgency: Urgency) -> timedelta:
    """Return how long to wait after the n-th try: three times as long each, give or take a quarter.

    The chance in it comes from the row's id, so that many rows that failed together do not come back together.
    """
    whole: timedelta = min(_FIRST[urgency] * 3 ** min(attempt - 1, 12), _LONGEST)
    digest = hashlib.sha256(row.bytes + attempt.to_bytes(2, "big")).digest()
    return whole * (0.75 + int.from_bytes(digest[:4], "big") / 2**33)


def after_failure(circuit: Circuit | None, at: datetime) -> Circuit:
    """Return the circuit after one more failure: from the fifth on it opens, each time twice as long."""
    failures, openings = (circuit.failures, circuit.openings) if circuit else (0, 0)
    failures += 1
    if failures < FAILURES_TO_OPEN:
        return Circuit(failures, openings, None)
    return Circuit(failures, openings + 1, at + min(_OPEN_FIRST * 2 ** min(openings, 10), _OPEN_LONGEST))


def quiet_until(quiet: Quiet | None, at: datetime) -> datetime | None:
    """Return when the quiet hours end that `at` lies in; None when it lies in none."""
    if quiet is None:
        return None
    local = at.astimezone(ZoneInfo(quiet.zone))
    now, over_midnight = local.time().replace(tzinfo=None), quiet.starts > quiet.ends
    inside = (now >= quiet.starts or now < quiet.ends) if over_midnight else quiet.starts <= now < quiet.ends
    if not inside:
        return None
    day = local.date() + timedelta(days=1 if over_midnight and now >= quiet.starts else 0)
    return _moment(day, quiet.ends, quiet.zone)


def next_digest(times: Sequence[time], zone: str, at: datetime) -> datetime:
    """Return the first of these times of day after `at`."""
    local = at.astimezone(ZoneInfo(zone))
    found = [_moment(local.date() + timedelta(days=ahead), each, zone) for ahead in (0, 1) for each in times]
    return min(moment for moment in found if moment > at)


def scrubbed(error: str) -> str:
    """Return a sentence of another side as it may be kept: short, without numbers of people and addresses."""
    return _MAIL.sub("…@…", _DIGITS.sub("…", error)).replace("\0", "")[:300]


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """Return the signature of Standard Webhooks v1: HMAC-SHA256 over id, time and body."""
    return "v1," + base64.b64encode(_mac(secret, message_id, timestamp, body)).decode()


def signed_by(secret: str, headers: tuple[str, str, str], body: bytes, at: datetime) -> bool:
    """Say whether the headers (id, timestamp, signatures) sign this body with the secret within five minutes of now."""
    message_id, sent, signatures = headers
    if not (sent.isascii() and sent.isdigit() and len(sent) <= 12):
        return False
    if abs(at - datetime.fromtimestamp(int(sent), UTC)) > TOLERANCE:
        return False
    wanted = signature(secret, message_id, int(sent), body)
    return any(hmac.compare_digest(wanted.encode(), each.encode()) for each in signatures.split()[:8])


def secret_bytes(secret: str) -> bytes | None:
    """Return the key in a `whsec_…` secret; None when it is none of at least 24 bytes."""
    try:
        key = base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if secret.startswith(SECRET_PREFIX) and len(key) >= 24 else None


def _mac(secret: str, message_id: str, timestamp: int, body: bytes) -> bytes:
    key = base64.b64decode(secret.removeprefix(SECRET_PREFIX))
    return hmac.digest(key, f"{message_id}.{timestamp}.".encode() + body, "sha256")


def _moment(day: date, clock: time, zone: str) -> datetime:
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)
