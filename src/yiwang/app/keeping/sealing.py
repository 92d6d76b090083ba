"""The key folder in a backup: one file under a passphrase, which is kept somewhere else than the backup."""

import io
import secrets
import tarfile
from pathlib import Path
from typing import IO

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
        for member in archive:
            _write(into, member.name, archive.extractfile(member))


def _write(into: Path, name: str, content: IO[bytes] | None) -> None:
    """Write one file by hand: `extractall` without its filter, which 3.11.2 has not, would follow any path."""
    path = into / name
    if content is None or not path.resolve().is_relative_to(into.resolve()):
        raise Invalid("backup", f"The sealed keys hold {name!r}, which is no file of a key folder.")
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    for folder in (into / part for part in reversed(Path(name).parents) if part != Path()):
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_bytes(content.read())


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(passphrase.encode())
