"""`yiwang backup`: database, photos, lake and keys, consistent among each other, while the platform works.

The order makes it so. The keys and the audit's witness first: no newer than the database. The lake next, with the
transaction it holds the log up to: no newer either. Then the database, in one picture. Photos last: a row is written
after its photo, so whatever the database names is there.
"""

import errno
import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg

from yiwang import __version__
from yiwang.app.databases import Urls
from yiwang.app.keeping import manifest, programs, store
from yiwang.app.keeping.manifest import DATABASE, Manifest
from yiwang.app.keeping.sealing import seal_folders
from yiwang.app.settings import Settings
from yiwang.base.errors import Conflict, Invalid

KEYS = "keys.sealed"
WITNESS = "audit.witness"
LAKE = "lake"
LOCAL = Path("postgres/local.conf")  # the operator's own settings of the embedded server
AFTER = ("files", "exports", "retired")  # folders copied after the database that names what is in them


@dataclass(frozen=True)
class Asked:
    """Where to, and what of the keys: sealed under a passphrase, or left out (None)."""

    out: Path
    passphrase: str | None


def back_up(settings: Settings, urls: Urls, asked: Asked, at: datetime) -> Manifest:
    """Make a backup in a new folder; it is there whole, or not at all."""
    out, part = asked.out.absolute(), asked.out.absolute().with_name(asked.out.name + ".part")
    if out.exists():
        raise Conflict(f"{out} is there already: name a new folder for each backup.")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700, parents=True)
    try:
        with _keys_stay(settings.data_dir / "keys"):
            made = _copy(settings, urls, asked, part, at)
        made.write(part)
        part.rename(out)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Conflict(f"There is not enough room for the backup in {out.parent}.") from error
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return made


def _copy(settings: Settings, urls: Urls, asked: Asked, part: Path, at: datetime) -> Manifest:
    data = settings.data_dir
    if asked.passphrase is not None:
        folders = {name: data / name for name in ("keys", "tls") if (data / name).is_dir()}
        (part / KEYS).write_bytes(seal_folders(folders, asked.passphrase))
    elif (data / "keys" / WITNESS).is_file():
        shutil.copy2(data / "keys" / WITNESS, part / WITNESS)
    held = _copy_lake(urls.owner, data / LAKE, part / LAKE)
    if (data / LOCAL).is_file():
        shutil.copy2(data / LOCAL, part / LOCAL.name)
    if urls.root and urls.bin:
        programs.base_backup(urls.bin, urls.root, part / DATABASE)
    else:
        programs.dump(urls.owner, part / DATABASE)
    for name in AFTER:
        _copy_tree(data / name, part / name)
    with psycopg.connect(urls.owner) as connection:
        revision = store.revision(connection)
        postgres = connection.info.server_version // 10000
    return Manifest(
        made=at.isoformat(timespec="seconds"),
        version=__version__,
        platform=settings.platform,
        revision=revision,
        postgres=postgres,
        kind="base" if urls.root else "dump",
        keys=asked.passphrase is not None,
        lake=held,
        files=manifest.hashed(part),
    )


@contextmanager
def _keys_stay(folder: Path) -> Iterator[None]:
    """See that nobody puts new keys in the place of the old ones meanwhile."""
    if not folder.is_dir():
        raise Invalid("data_dir", f"There is no platform to back up: {folder} is missing.")
    with (folder / "rotate.lock").open("a") as turn:
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Conflict("The keys are being changed just now. Run the backup again when that is done.") from None
        yield


def _copy_lake(url: str, lake: Path, into: Path) -> int | None:
    """Copy the lake while nobody writes to it; return the transaction up to which it holds the log."""
    if not (lake / "facts").is_dir():
        return None
    with psycopg.connect(url, autocommit=True) as connection, store.lake_rests(connection):
        position = store.lake_position(connection)
        for table in sorted((lake / "facts").iterdir()):
            if table.is_dir():
                _copy_table(table, into / "facts" / table.name)
            else:
                (into / "facts").mkdir(parents=True, exist_ok=True)
                shutil.copy2(table, into / "facts" / table.name)
    return position


def _copy_table(table: Path, into: Path) -> None:
    """Copy a Delta table that may be compacted meanwhile: its log first, since a file it names stays for hours."""
    last = table / "_delta_log" / "_last_checkpoint"
    (into / "_delta_log").mkdir(parents=True)
    if last.is_file():
        shutil.copy2(last, into / "_delta_log" / last.name)
    _copy_tree(table / "_delta_log", into / "_delta_log", leave={last.name})
    _copy_tree(table, into, leave={"_delta_log"})


def _copy_tree(source: Path, into: Path, leave: set[str] | None = None) -> None:
    """Copy a folder in which files come and go: one that went between the list and the copy is not missed."""
    if not source.is_dir():
        return
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in sorted(source.iterdir()):
        if path.name in (leave or ()):
            continue
        if path.is_dir():
            _copy_tree(path, into / path.name)
            continue
        try:
            shutil.copy2(path, into / path.name)
        except FileNotFoundError:
            continue
