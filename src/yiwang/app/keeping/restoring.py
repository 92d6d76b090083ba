"""`yiwang restore`: a backup becomes a platform that starts, in an empty folder or an empty database."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import psycopg

from yiwang.app.databases import Urls, database_urls
from yiwang.app.keeping import manifest, programs, store
from yiwang.app.keeping.backup import AFTER, KEYS, LAKE, LOCAL, WITNESS
from yiwang.app.keeping.manifest import DATABASE, Manifest
from yiwang.app.keeping.sealing import open_folders
from yiwang.app.settings import Settings
from yiwang.base.errors import Conflict, Invalid
from yiwang.db.cluster_home import Home, settle
from yiwang.db.cluster_init import new_passwords
from yiwang.db.rebasing import rebase


@dataclass(frozen=True)
class Source:
    """A backup, and where its keys come from: its own sealed file by a passphrase, or a folder kept apart."""

    folder: Path
    passphrase: str | None
    keys: Path | None


def restore(settings: Settings, source: Source) -> Manifest:
    """Check a backup and make a platform of it; what is there already is never written over."""
    found = manifest.read(source.folder)
    _look_at(settings, source, found)
    manifest.check(source.folder, found)
    data = settings.data_dir
    if found.kind == "base":
        _place_server(source.folder, data)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    _place_keys(source, data)
    for name in (LAKE, *AFTER):
        if (source.folder / name).is_dir():
            shutil.copytree(source.folder / name, data / name)
    with database_urls(settings) as urls:
        if found.kind == "dump":
            _fill(source.folder / DATABASE, urls)
        _put_right(urls.owner, found)
    return found


def _look_at(settings: Settings, source: Source, found: Manifest) -> None:
    given = settings.database_url is not None
    if given != (found.kind == "dump"):
        raise Invalid(
            "database_url",
            "This backup is of the embedded database: leave YIWANG_DATABASE_URL out."
            if given
            else "This backup is a dump of a given database: name an empty one by YIWANG_DATABASE_URL.",
        )
    data = settings.data_dir
    for name in ("postgres/data", "keys", LAKE, *AFTER):
        if (data / name).exists():
            raise Conflict(f"{data / name} is there already. Restore into an empty folder: YIWANG_DATA_DIR.")
    if source.keys is None and (not found.keys or source.passphrase is None):
        raise Invalid(
            "keys",
            "The keys of this backup are sealed: give --passphrase-file."
            if found.keys
            else "This backup holds no keys: name the folder they are kept in by --keys.",
        )
    if source.keys is not None and not (source.keys / "master.key").is_file():
        raise Invalid("keys", f"There are no keys in {source.keys}: master.key is missing.")


def _place_server(backup: Path, data: Path) -> None:
    home = settle(data)
    programs.verify_base(home.bin, backup / DATABASE)
    if (backup / LOCAL.name).is_file():
        shutil.copy2(backup / LOCAL.name, data / LOCAL)
        home.give(data / LOCAL)
    draft = home.path / "data.restored"
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(backup / DATABASE, draft, symlinks=True)
    _hand_over(home, draft)
    new_passwords(home, draft)
    _hand_over(home, draft)
    draft.rename(home.data)


def _hand_over(home: Home, folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if path.is_symlink():
            continue
        path.chmod(0o700 if path.is_dir() else 0o600)
        home.give(path)


def _place_keys(source: Source, data: Path) -> None:
    if source.keys is not None:
        shutil.copytree(source.keys, data / "keys")
        # The witness of the backup: a newer one would name seals that the restored database does not have.
        (data / "keys" / WITNESS).unlink(missing_ok=True)
        if (source.folder / WITNESS).is_file():
            shutil.copy2(source.folder / WITNESS, data / "keys" / WITNESS)
        for path in (data / "keys").rglob("*"):
            path.chmod(0o700 if path.is_dir() else 0o600)
        (data / "keys").chmod(0o700)
    else:
        open_folders((source.folder / KEYS).read_bytes(), source.passphrase or "", data)


def _fill(dump: Path, urls: Urls) -> None:
    with psycopg.connect(urls.owner) as connection:
        if store.has_tables(connection):
            raise Conflict("The database is not empty. Make a new one for what is restored.")
    programs.undump(dump, urls.owner)
    rebase(urls.owner)


def _put_right(owner_url: str, found: Manifest) -> None:
    """Let the lake go on from where its copy stands, and forget the processes of then."""
    with psycopg.connect(owner_url) as connection:
        store.set_lake_position(connection, found.lake)
        store.forget_processes(connection)
