"""Passkeys (WebAuthn level 2): keys that a device keeps and uses only at the host they were made for."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NoReturn, cast
from uuid import UUID

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from yiwang.access.identity.model.hosts import SENTENCES, Host
from yiwang.access.identity.store import factors as store
from yiwang.access.identity.store import halves
from yiwang.access.model import Actor
from yiwang.access.trail import audit
from yiwang.base.errors import Conflict, Invalid, NotFound, NotSignedIn
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx

CHALLENGE_LIFE = timedelta(minutes=5)
MOST = 20
_TRANSPORTS = {each.value for each in AuthenticatorTransport}
# What the library lets through when a browser sends something that is no WebAuthn at all.
_NOT_SOUND = (WebAuthnException, ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError)
_WRONG = "This passkey is not known here, or what it signed is not right."


class NoPasskeys(Conflict):
    """Passkeys cannot be used under the name this platform is reached by; `code` says why."""

    def __init__(self, obstacle: str) -> None:
        super().__init__(SENTENCES[obstacle])
        self.code = obstacle


@dataclass(frozen=True)
class Shown:
    """Whose passkey signed the challenge."""

    account_id: UUID
    name: str
    username: str
    passkey_id: UUID


async def offer_new(tx: Tx, actor: Actor, username: str, host: Host, title: str) -> dict[str, Any]:
    """Return what the browser is to make a passkey with, for `navigator.credentials.create`."""
    _check_host(host)
    there = await store.list_passkeys(tx, actor.id)
    if len(there) >= MOST:
        raise Conflict(f"An account has at most {MOST} passkeys. Remove one first.")
    challenge = secrets.token_bytes(32)
    options = generate_registration_options(
        rp_id=host.name,
        rp_name=title,
        user_id=actor.id.bytes,
        user_name=username,
        user_display_name=actor.name,
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED, user_verification=UserVerificationRequirement.PREFERRED
        ),
        exclude_credentials=[_descriptor(row) for row in there if row["host"] == host.name],
    )
    _keep(tx, challenge, "new_passkey", actor.id, host)
    return cast(dict[str, Any], json.loads(options_to_json(options)))


async def enrol(tx: Tx, actor: Actor, credential: Mapping[str, Any], label: str, host: Host, *, at: datetime) -> UUID:
    """Keep the passkey that the browser made for the challenge."""
    _check_host(host)
    label = label.strip()
    if not 1 <= len(label) <= 60:
        raise Invalid("label", "Name the passkey in 1 to 60 characters, such as the device it is on.")
    challenge = await _take(tx, credential, "new_passkey", actor.id, host)
    try:
        made = verify_registration_response(
            credential=dict(credential),
            expected_challenge=challenge,
            expected_rp_id=host.name,
            expected_origin=host.origin,
        )
    except _NOT_SOUND as error:
        raise Invalid("credential", "What the device made is not a sound passkey. Try again.") from error
    row = {
        "id": uuid7(tx.at),
        "account_id": actor.id,
        "host": host.name,
        "credential": made.credential_id,
        "public_key": made.credential_public_key,
        "sign_count": made.sign_count,
        "transports": _transports(credential),
        "label": label,
        "recorded": tx.at,
    }
    if not await store.insert_passkey(tx, row):
        raise Conflict("This passkey is here already.")
    audit(tx, actor, "factor.added", "account", actor.id, at, {"factor": "passkey", "passkey": str(row["id"])})
    return cast(UUID, row["id"])


async def offer(tx: Tx, host: Host, account_id: UUID | None) -> dict[str, Any]:
    """Return what the browser is to sign, for `navigator.credentials.get`.

    Without an account the device shows whom it has a passkey of; it then has to see a finger, a face or a PIN, for the
    passkey is all that is asked.
    """
    _check_host(host)
    challenge = secrets.token_bytes(32)
    known = await store.list_passkeys(tx, account_id) if account_id else []
    options = generate_authentication_options(
        rp_id=host.name,
        challenge=challenge,
        allow_credentials=[_descriptor(row) for row in known if row["host"] == host.name],
        user_verification=(
            UserVerificationRequirement.PREFERRED if account_id else UserVerificationRequirement.REQUIRED
        ),
    )
    _keep(tx, challenge, "passkey", account_id, host)
    return cast(dict[str, Any], json.loads(options_to_json(options)))


async def shown(tx: Tx, credential: Mapping[str, Any], host: Host, account_id: UUID | None) -> Shown:
    """Return whose passkey this is; each challenge is good once. `account_id`: it has to be this account's."""
    _check_host(host)
    challenge = await _take(tx, credential, "passkey", account_id, host)
    try:
        row = await store.find_passkey(tx, base64url_to_bytes(str(credential["id"])), host.name)
        if row is None or account_id not in (None, row["account_id"]):
            raise NotSignedIn(_WRONG)
        signed = verify_authentication_response(
            credential=dict(credential),
            expected_challenge=challenge,
            expected_rp_id=host.name,
            expected_origin=host.origin,
            credential_public_key=row["public_key"],
            credential_current_sign_count=row["sign_count"],
            require_user_verification=account_id is None,
        )
    except _NOT_SOUND as error:
        raise NotSignedIn(_WRONG) from error
    store.touch_passkey(tx, row["id"], signed.new_sign_count)
    return Shown(row["account_id"], row["name"], row["username"], row["id"])


async def rename(tx: Tx, actor: Actor, passkey_id: UUID, label: str, *, at: datetime) -> None:
    """Give one of one's own passkeys another name."""
    label = label.strip()
    if not 1 <= len(label) <= 60:
        raise Invalid("label", "Name the passkey in 1 to 60 characters, such as the device it is on.")
    if not await store.rename_passkey(tx, actor.id, passkey_id, label):
        raise NotFound("You have no passkey with this id.")
    audit(tx, actor, "factor.renamed", "account", actor.id, at, {"passkey": str(passkey_id)})


def _keep(tx: Tx, challenge: bytes, kind: str, account_id: UUID | None, host: Host) -> None:
    token = hashlib.sha256(challenge).digest()
    halves.insert_handshake(tx, token, kind, account_id, {"host": host.name}, tx.at + CHALLENGE_LIFE)


async def _take(tx: Tx, credential: Mapping[str, Any], kind: str, account_id: UUID | None, host: Host) -> bytes:
    """Return the challenge that was signed, used up; refuse one we did not set for this account and host."""
    try:
        told = json.loads(base64url_to_bytes(credential["response"]["clientDataJSON"]))
        challenge = base64url_to_bytes(told["challenge"])
    except _NOT_SOUND:
        raise Invalid("credential", "This is not what navigator.credentials returns.") from None
    row = await halves.take_handshake(tx, hashlib.sha256(challenge).digest(), kind)
    if row is None or row["account_id"] != account_id or row["detail"]["host"] != host.name:
        _over()
    return challenge


def _over() -> NoReturn:
    raise Invalid("credential", "This took too long or was sent twice. Begin again.")


def _check_host(host: Host) -> None:
    if host.obstacle:
        raise NoPasskeys(host.obstacle)


def _descriptor(row: dict[str, Any]) -> PublicKeyCredentialDescriptor:
    return PublicKeyCredentialDescriptor(
        id=row["credential"], transports=[AuthenticatorTransport(each) for each in row["transports"]]
    )


def _transports(credential: Mapping[str, Any]) -> list[str]:
    told = credential["response"].get("transports")
    return [each for each in told if each in _TRANSPORTS] if isinstance(told, list) else []
