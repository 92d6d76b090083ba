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

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE = 12
_VERSION = b"\x01"
_NAMED = b"\x02"  # a wrapped key that begins with the name of its master key
_NAME = 8
MASTER, NEXT, BLIND = "master.key", "master.next", "blind.key"
OLD = "master.*.old"


class _Master:
    """One master key and the name by which wrapped keys say that it opens them."""

    def __init__(self, raw: bytes) -> None:
        self.cipher = AESGCM(_derive(raw, b"data keys"))
        self.name = _derive(raw, b"name of the master key")[:_NAME]


class Keyring:
    """The keys of one platform, held in a folder that only its user may read.

    Losing the folder loses every encrypted contact and payload; copying it beside a copy of the database gives
    them away. It is backed up apart from the database. While the master key is changed (`rotating`) there are two:
    what either wrapped can be opened, and every process learns of a change by looking at the folder.
    """

    def __init__(
        self, master: bytes, audit_key: Ed25519PrivateKey, folder: Path | None = None, blind: bytes | None = None
    ) -> None:
        self._present = _Master(master)
        self._masters = {self._present.name: self._present}
        self._seen: tuple[int, int] | None = None
        self._blind = blind or _derive(master, b"blind index")
        self.audit_key = audit_key
        self.folder = folder
        self.machine_keys: dict[UUID, bytes] = {}  # unwrapped keys of machine sources, for sealing only

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Read the keys in `folder`; make them (folder 0700, files 0600) when there are none yet."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        master = read_or_make(folder / MASTER, lambda: secrets.token_bytes(32))
        raw = read_or_make(folder / "audit.key", lambda: Ed25519PrivateKey.generate().private_bytes_raw())
        # Of its own since the first change of the master key, so that numbers are found as before.
        blind = read_key(folder / BLIND) if (folder / BLIND).exists() else None
        keyring = cls(master, Ed25519PrivateKey.from_private_bytes(raw), folder, blind)
        keyring.look_again()
        public = folder / "audit.pub"
        if not public.exists() or public.read_bytes() != keyring.audit_public_pem():
            public.write_bytes(keyring.audit_public_pem())
        return keyring

    def look_again(self) -> None:
        """Read the master keys in the folder anew: the present one, the next one and the old ones."""
        if self.folder is None:
            return
        self._seen = _mark(self.folder / MASTER)
        self._present = _Master(read_key(self.folder / MASTER))
        others = [self.folder / NEXT, *sorted(self.folder.glob(OLD))]
        masters = [self._present]
        for path in others:
            with contextlib.suppress(FileNotFoundError):  # it has just become the present one, or was done with
                masters.append(_Master(read_key(path)))
        self._masters = {master.name: master for master in masters}

    @property
    def master_name(self) -> bytes:
        """The name of the master key that wraps now."""
        return self._present.name

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
        """Encrypt the data key of a subject for keeping in the database, with the master key the folder has now."""
        if self.folder and _mark(self.folder / MASTER) != self._seen:
            self.look_again()
        return self._wrap(self._present, subject, data_key)

    def wrap_with(self, name: bytes, subject: UUID, data_key: bytes) -> bytes:
        """Encrypt with the master key of a name: what a change of the master key does."""
        return self._wrap(self._masters[name], subject, data_key)

    def unwrap(self, subject: UUID, wrapped: bytes) -> bytes:
        """Return the data key that `wrap` encrypted for this subject, whichever master key it was."""
        if wrapped[:1] != _NAMED:
            return self._unwrap_unnamed(subject, wrapped)
        name = wrapped[1 : 1 + _NAME]
        if name not in self._masters:
            self.look_again()
        if name not in self._masters:
            raise ValueError(
                "The master key that wrapped this is not in the key folder: restore the folder of its time."
            )
        return _unseal(self._masters[name].cipher, wrapped[1 + _NAME :], subject.bytes)

    def _wrap(self, master: _Master, subject: UUID, data_key: bytes) -> bytes:
        return _NAMED + master.name + _seal(master.cipher, data_key, subject.bytes)

    def _unwrap_unnamed(self, subject: UUID, wrapped: bytes) -> bytes:
        """Open what was wrapped before master keys had names: it is the key of that time, whichever that is now."""
        for _ in range(2):
            for master in self._masters.values():
                with contextlib.suppress(InvalidTag):
                    return _unseal(master.cipher, wrapped, subject.bytes)
            self.look_again()
        raise InvalidTag

    @property
    def blind_key(self) -> bytes:
        """The key of the blind index, for keeping in a file of its own before the master key changes."""
        return self._blind

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


def read_or_make(path: Path, make: Callable[[], bytes]) -> bytes:
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
    return read_key(path)


def read_key(path: Path) -> bytes:
    """Read a key file that only its user may read."""
    if path.stat().st_mode & 0o077:
        raise PermissionError(f"{path} can be read by others: chmod 600 it, and treat the key as known to them.")
    return path.read_bytes()


def master_name(raw: bytes) -> bytes:
    """Return the name of a master key."""
    return _Master(raw).name


def _mark(path: Path) -> tuple[int, int]:
    """What is different once another file stands under this name."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns
