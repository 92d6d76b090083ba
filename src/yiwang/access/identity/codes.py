"""One-time codes by time, and recovery codes for the day the phone is lost. A code of either kind is good once."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.access.identity.model import totp
from yiwang.access.identity.store import factors as store
from yiwang.access.model import Actor
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring, seal_for, unseal_for
from yiwang.base.errors import Conflict, Invalid
from yiwang.db.tx import Tx

SECRET_BYTES = 20  # RFC 4226 §4: 160 bits
RECOVERY_CODES = 10
_RECOVERY_BYTES = 10  # 80 bits: sixteen letters
WRONG_CODE = "This code is not right, has been used or is over. Wait for the next one."


@dataclass(frozen=True)
class Draft:
    """A secret to be put into a phone, by the address as a QR code or by hand; it counts once a code was seen."""

    secret: str
    address: str


async def start_totp(tx: Tx, keyring: Keyring, account_id: UUID, username: str, issuer: str) -> Draft:
    """Make a new secret. One confirmed earlier stays good until the new one is confirmed."""
    secret = secrets.token_bytes(SECRET_BYTES)
    store.put_draft(tx, account_id, await seal_for(tx, keyring, account_id, secret))
    return Draft(totp.readable(secret), totp.address_of(secret, issuer, username))


async def confirm_totp(tx: Tx, keyring: Keyring, actor: Actor, code: str, *, at: datetime) -> list[str]:
    """Take the phone's first code: from now on it is asked for. Returns new recovery codes, shown this once."""
    row = await store.find_totp(tx, actor.id)
    if row is None or row["draft"] is None:
        raise Conflict("There is no code to confirm. Begin again with a new QR code.")
    secret = await unseal_for(tx, keyring, actor.id, row["draft"])
    step = totp.matching_step(secret, totp.plain_code(code), tx.at)
    if step is None:
        raise Invalid(
            "code", "This is not the code of this moment. See that the phone's clock is right, and try again."
        )
    if not await store.confirm_draft(tx, actor.id, row["draft"], step):
        raise Conflict("Somebody has just begun anew. Use the newest QR code.")
    audit(tx, actor, "factor.added", "account", actor.id, at, {"factor": "totp"})
    return make_recovery_codes(tx, keyring, actor, at=at)


def make_recovery_codes(tx: Tx, keyring: Keyring, actor: Actor, *, at: datetime) -> list[str]:
    """Make ten codes in place of the former ones; only a keyed hash of each is kept."""
    codes = [_spell(secrets.token_bytes(_RECOVERY_BYTES)) for _ in range(RECOVERY_CODES)]
    store.replace_codes(tx, actor.id, [_kept(keyring, actor.id, code) for code in codes])
    audit(tx, actor, "factor.recovery_codes", "account", actor.id, at, {"codes": len(codes)})
    return codes


async def use_code(tx: Tx, keyring: Keyring, account_id: UUID, code: str) -> str | None:
    """Use a code up; return "totp" or "recovery", or None when it is not right."""
    typed = totp.plain_code(code)
    if typed.isdigit() and len(typed) == totp.DIGITS:
        return "totp" if await _use_totp(tx, keyring, account_id, typed) else None
    return "recovery" if await store.use_code(tx, account_id, _kept(keyring, account_id, typed)) else None


async def _use_totp(tx: Tx, keyring: Keyring, account_id: UUID, code: str) -> bool:
    row = await store.find_totp(tx, account_id)
    if row is None or row["secret"] is None:
        return False
    secret = await unseal_for(tx, keyring, account_id, row["secret"])
    step = totp.matching_step(secret, code, tx.at)
    return step is not None and bool(await store.use_step(tx, account_id, row["secret"], step))


def _spell(number: bytes) -> str:
    letters = totp.readable(number).lower()
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _kept(keyring: Keyring, account_id: UUID, code: str) -> bytes:
    """What is kept of a recovery code: nothing that a copy of the database alone could be searched with."""
    return keyring.blind("recovery code", f"{account_id} {code.replace('-', '').lower()}")
