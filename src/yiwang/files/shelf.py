"""Where photos stand on disk: by the hash of their bytes, written so that a kill leaves a whole file or none."""

import asyncio
import contextlib
import hashlib
import os
import secrets
from pathlib import Path

from yiwang.files.model import Encoded


class Shelf:
    """A folder of photos: `aa/bb/<sha256>.jpg` and `.thumb.jpg`, open to the platform's own user only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def put(self, photo: Encoded) -> str:
        """Write a photo and its small version, wait until the disk has them, and return the SHA-256 of the photo."""
        return await asyncio.to_thread(self._put, photo)

    def path(self, sha256: str, *, thumb: bool = False) -> Path:
        """Return where the photo of this hash stands."""
        return self.folder / sha256[:2] / sha256[2:4] / f"{sha256}{'.thumb' if thumb else ''}.jpg"

    def _put(self, photo: Encoded) -> str:
        sha256 = hashlib.sha256(photo.data).hexdigest()
        folder = self.path(sha256).parent
        _make_folder(folder)
        _write(self.path(sha256, thumb=True), photo.thumb)
        _write(self.path(sha256), photo.data)
        _sync_folder(folder)
        return sha256


def _write(path: Path, data: bytes) -> None:
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
