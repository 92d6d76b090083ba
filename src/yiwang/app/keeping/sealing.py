"""The key folder in a backup: one file under a passphrase, which is kept somewhere else than the backup."""

import io
import secrets
import tarfile
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from yiwang.base.errors import Invalid

_HEAD = b"yiwang keys 1\n"
_SALT, _NONCE = 16, 12
_COST = 2**17  # 128 MB and some tenths of a second for each guess
SHORTEST = 12


def seal_folders(folders: dict[str, Path], passphrase: str) -> bytes:
    """Return the folders, by the names they are to have, as one sealed archive."""
    if len(passphrase) < SHORTEST:
        raise Invalid("passphrase", f"The passphrase of the keys has at least {SHORTEST} characters.")
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz") as archive:
        for name, folder in sorted(folders.items()):
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.name.endswith("lock"):
                    archive.add(path, f"{name}/{path.relative_to(folder)}", recursive=False)
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    return _HEAD + salt + nonce + AESGCM(_key(passphrase, salt)).encrypt(nonce, packed.getvalue(), _HEAD)


def open_folders(sealed: bytes, passphrase: str, into: Path) -> None:
    """Write the folders of a sealed archive below `into`, open to their owner only."""
    start = len(_HEAD)
    if not sealed.startswith(_HEAD):
        raise Invalid("backup", "The keys of this backup were sealed by another version of the platform.")
    salt, nonce = sealed[start : start + _SALT], sealed[start + _SALT : start + _SALT + _NONCE]
    try:
        packed = AESGCM(_key(passphrase, salt)).decrypt(nonce, sealed[start + _SALT + _NONCE :], _HEAD)
    except InvalidTag:
        raise Invalid("passphrase", "This passphrase does not open the keys of the backup.") from None
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:xz") as archive:
        archive.extractall(into, filter="data")
    for path in (one for name in {n.split("/")[0] for n in _names(packed)} for one in [into / name]):
        path.chmod(0o700)
        for file in path.rglob("*"):
            file.chmod(0o700 if file.is_dir() else 0o600)


def _names(packed: bytes) -> list[str]:
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:xz") as archive:
        return archive.getnames()


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(passphrase.encode())
