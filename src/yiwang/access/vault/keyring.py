"""The key file: the master key that wraps data keys, and the key that signs the audit trail."""

import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Self
from uuid import UUID

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE = 12
_VERSION = b"\x01"


class Keyring:
    """The keys of one platform, held in a folder that only its user may read.

    Losing the folder loses every encrypted contact and payload; copying it beside a copy of the database gives
    them away. It is backed up apart from the database.
    """

    def __init__(self, master: bytes, audit_key: Ed25519PrivateKey, folder: Path | None = None) -> None:
        self._master = AESGCM(_derive(master, b"data keys"))
        self._blind = _derive(master, b"blind index")
        self.audit_key = audit_key
        self.folder = folder
        self.machine_keys: dict[UUID, bytes] = {}  # unwrapped keys of machine sources, for sealing only

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Read the keys in `folder`; make them (folder 0700, files 0600) when there are none yet."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        master = _read_or_make(folder / "master.key", lambda: secrets.token_bytes(32))
        raw = _read_or_make(folder / "audit.key", lambda: Ed25519PrivateKey.generate().private_bytes_raw())
        keyring = cls(master, Ed25519PrivateKey.from_private_bytes(raw), folder)
        public = folder / "audit.pub"
        if not public.exists() or public.read_bytes() != keyring.audit_public_pem():
            public.write_bytes(keyring.audit_public_pem())
        return keyring

    @property
    def audit_public(self) -> Ed25519PublicKey:
        """The public half of the audit key: all that a verifier needs."""
        return self.audit_key.public_key()

    def audit_public_pem(self) -> bytes:
        """The public half of the audit key as PEM."""
        return self.audit_public.public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    @property
    def audit_key_id(self) -> str:
        """Sixteen digits that name the audit key, from its public half."""
        return hashlib.sha256(self.audit_public.public_bytes_raw()).hexdigest()[:16]

    def wrap(self, subject: UUID, data_key: bytes) -> bytes:
        """Encrypt the data key of a subject for keeping in the database."""
        return _seal(self._master, data_key, subject.bytes)

    def unwrap(self, subject: UUID, wrapped: bytes) -> bytes:
        """Return the data key that `wrap` encrypted for this subject."""
        return _unseal(self._master, wrapped, subject.bytes)

    def blind(self, kind: str, text: str) -> bytes:
        """Return 32 bytes by which an encrypted value (a phone number) can be looked up without being shown.

        Give the text in its normal form: equal texts give equal bytes, other platforms' bytes differ.
        """
        return hmac.digest(self._blind, f"{kind}\0{text}".encode(), "sha256")


def seal(data_key: bytes, data: bytes, subject: UUID) -> bytes:
    """Encrypt with AES-256-GCM; the subject's id is bound in, so bytes moved to another subject do not open."""
    return _seal(AESGCM(data_key), data, subject.bytes)


def unseal(data_key: bytes, sealed: bytes, subject: UUID) -> bytes:
    """Return what `seal` encrypted; `InvalidTag` when it was changed or belongs to another subject."""
    return _unseal(AESGCM(data_key), sealed, subject.bytes)


def _seal(cipher: AESGCM, data: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return _VERSION + nonce + cipher.encrypt(nonce, data, bound)


def _unseal(cipher: AESGCM, sealed: bytes, bound: bytes) -> bytes:
    if sealed[:1] != _VERSION:
        raise ValueError("sealed by another version of the platform")
    return cipher.decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], bound)


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, None, b"yiwang " + purpose).derive(master)


def _read_or_make(path: Path, make: Callable[[], bytes]) -> bytes:
    """Read a key file; make it when absent. Two processes that start at once end up with the same key."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):  # the other process was faster: its key is the key
            path.hardlink_to(draft)
        draft.unlink()
    if path.stat().st_mode & 0o077:
        raise PermissionError(f"{path} can be read by others: chmod 600 it, and treat the key as known to them.")
    return path.read_bytes()
