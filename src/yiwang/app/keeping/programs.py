"""PostgreSQL's own programs: base backup, dump, their verifying and restoring."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from yiwang.base.errors import Conflict
from yiwang.db.cluster_home import wheel_bin

_NEWER = b"SET transaction_timeout = 0;\n"  # what servers before 17 do not know


def base_backup(bin_dir: Path, url: str, into: Path) -> None:
    """Copy a whole running server, with what its log needs to be consistent."""
    _run(bin_dir, ["pg_basebackup", "-D", str(into), "-X", "stream", "-c", "fast", "--no-password"], url)


def verify_base(bin_dir: Path, folder: Path) -> None:
    """Refuse a base backup whose files or log are not what they were."""
    _run(bin_dir, ["pg_verifybackup", "--exit-on-error", "--quiet", str(folder)], None)


def dump(url: str, into: Path) -> None:
    """Write one consistent picture of a database, as its owner sees it."""
    _run(wheel_bin(), ["pg_dump", "-Fc", "--no-password", "-f", str(into)], url)


def undump(file: Path, url: str) -> None:
    """Fill an empty database from a dump, in one transaction: all of it or nothing."""
    told, environment = _told(url)
    command = [str(wheel_bin() / "psql"), "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, *told]
    reading = subprocess.Popen(
        [str(wheel_bin() / "pg_restore"), "--no-owner", "-f", "-", str(file)], stdout=subprocess.PIPE
    )
    source = reading.stdout
    assert source
    with reading, subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as writing:
        assert writing.stdin
        assert writing.stderr
        try:
            for piece in _without_newer(iter(lambda: source.read(1 << 20), b"")):
                writing.stdin.write(piece)
            writing.stdin.close()
        except BrokenPipeError:
            reading.kill()
        said = writing.stderr.read().decode(errors="replace")
    if writing.returncode or reading.returncode:
        raise Conflict(f"The database could not be filled: {said.strip()[-1500:]}")


def _without_newer(pieces: Iterator[bytes]) -> Iterator[bytes]:
    first = next(pieces, b"")
    yield first.replace(_NEWER, b"", 1)
    yield from pieces


def _run(bin_dir: Path, command: Sequence[str], url: str | None) -> None:
    told, environment = _told(url) if url else ([], {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    done = subprocess.run(
        [str(bin_dir / command[0]), *command[1:], *told],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env=environment,
    )
    if done.returncode:
        raise Conflict(f"{command[0]} did not succeed: {(done.stderr or done.stdout).strip()[-1500:]}")


def _told(url: str) -> tuple[list[str], dict[str, str]]:
    """Return how a program is told where to go; the password goes by its environment, which no other user sees."""
    parts = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    password = parts.pop("password", None)
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    return ["-d", make_conninfo(**parts)], environment | ({"PGPASSWORD": password} if password else {})
