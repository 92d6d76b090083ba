"""The keys of this platform among others: Ed25519 to sign, X25519 to have messages sealed for it."""

from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel

from yiwang import access
from yiwang.access import Keyring
from yiwang.base.errors import Forbidden, Invalid
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.federation import store
from yiwang.federation.model import Peer

# Whose data key the private keys and the peers' API keys are sealed under.
SUBJECT = UUID("0f2d7f2e-50a3-5c0e-9a55-6b1d3b8d0e21")
_KEY = 32
_NONCE = bytes(12)  # a key is used for one message only


@dataclass(frozen=True)
class Identity:
    """This platform's own keys."""

    sign: Ed25519PrivateKey
    seal: X25519PrivateKey

    @property
    def sign_public(self) -> bytes:
        return self.sign.public_key().public_bytes_raw()

    @property
    def seal_public(self) -> bytes:
        return self.seal.public_key().public_bytes_raw()


async def identity(tx: Tx, keyring: Keyring) -> Identity:
    """Return this platform's keys; they are made when first asked for."""
    kept = await store.identity(tx)
    if kept is None:
        made = Identity(Ed25519PrivateKey.generate(), X25519PrivateKey.generate())
        private = made.sign.private_bytes_raw() + made.seal.private_bytes_raw()
        sealed = await access.seal_for(tx, keyring, SUBJECT, private)
        await store.insert_identity(tx, made.sign_public, made.seal_public, sealed)
        kept = await store.identity(tx)
    if kept is None:
        raise Invalid("identity", "The keys of this platform could not be kept.")
    private = await access.unseal_for(tx, keyring, SUBJECT, kept)
    return Identity(
        Ed25519PrivateKey.from_private_bytes(private[:_KEY]), X25519PrivateKey.from_private_bytes(private[_KEY:])
    )


def seal_to(public: bytes, data: bytes, bound: bytes) -> bytes:
    """Encrypt for whoever holds the private half; `bound` must be the same at opening."""
    once = X25519PrivateKey.generate()
    shown = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    return shown + AESGCM(_derived(shared, shown + public)).encrypt(_NONCE, data, bound)


def open_sealed(own: Identity, sealed: bytes, bound: bytes) -> bytes:
    """Return what `seal_to` encrypted for us; `Invalid` when it was not for us, or changed."""
    shown, encrypted = sealed[:_KEY], sealed[_KEY:]
    try:
        shared = own.seal.exchange(X25519PublicKey.from_public_bytes(shown))
        return AESGCM(_derived(shared, shown + own.seal_public)).decrypt(_NONCE, encrypted, bound)
    except (InvalidTag, ValueError):
        raise Invalid("sealed", "This message was not sealed for this platform's key.") from None


def bound(sender: str, to: str, letter: UUID) -> bytes:
    """Return what a seal is bound to, so that a body cannot be moved into another message."""
    return f"{sender}\n{to}\n{letter}".encode()


async def send(
    tx: Tx, peer: Peer, kind: str, body: BaseModel, *, case_id: UUID | None = None, about: UUID | None = None
) -> None:
    """Seal a message for a peer and queue it; it leaves after the commit, in order, once."""
    letter = uuid7(tx.at)
    sealed = seal_to(peer.seal_public, body.model_dump_json().encode(), bound(tx.platform, peer.name, letter))
    await store.put_letter(tx, letter, peer.name, kind, case_id, about, sealed)


def check_signature(public: bytes, signature: bytes, signed: bytes) -> None:
    """Refuse what the declared key of the peer did not sign."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
    except InvalidSignature:
        raise Forbidden("The signature is not that of the declared platform.") from None


def _derived(shared: bytes, both: bytes) -> bytes:
    return HKDF(hashes.SHA256(), _KEY, None, b"yiwang federation 1" + both).derive(shared)
