"""Making the data folder of the embedded server: roles with passwords, one database, settings for this machine."""

import json
import os
import secrets
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from yiwang.base.errors import Conflict, Invalid
from yiwang.db.cluster_home import Home

ROOT, OWNER, APP = "yiwang_root", "yiwang_owner", "yiwang_app"
DATABASE = "yiwang"
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def ensure_data(home: Home) -> dict[str, str]:
    """Make the data folder if it is not there yet; return the password of each role.

    All is made aside and renamed at the end: a kill half way leaves nothing that looks finished.
    """
    if home.data.exists():
        _check_major(home)
        return read_passwords(home)
    fresh = home.path / "data.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    home.give(fresh)
    passwords = {role: secrets.token_hex(24) for role in (ROOT, OWNER, APP)}
    _write_private(home.secrets, json.dumps(passwords))
    _initdb(home, fresh, passwords[ROOT])
    run(home, ["postgres", "--single", "-D", str(fresh), "postgres"], _roles_sql(passwords))
    fresh.rename(home.data)
    return passwords


def read_passwords(home: Home) -> dict[str, str]:
    """Return the password of each role from the private file beside the data."""
    try:
        found: dict[str, str] = json.loads(home.secrets.read_text())
    except FileNotFoundError as error:
        raise Conflict(
            f"{home.secrets} is missing, and with it the passwords of the database beside it. Restore it from the "
            "backup of this folder."
        ) from error
    return found


def new_passwords(home: Home, data: Path) -> None:
    """Give the roles of a restored data folder, whose passwords are not in its backup, new ones."""
    passwords = {role: secrets.token_hex(24) for role in (ROOT, OWNER, APP)}
    write_settings(home, {})
    told = "".join(f"ALTER ROLE {role} PASSWORD '{password}'\n" for role, password in passwords.items())
    run(home, ["postgres", "--single", "-D", str(data), "postgres"], told)
    _write_private(home.secrets, json.dumps(passwords))


def write_settings(home: Home, extra: Mapping[str, str]) -> None:
    """Write the settings for this machine; `local.conf` beside it, if an operator writes one, has the last word."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    settings = {
        "listen_addresses": "''",
        "unix_socket_permissions": "0700",
        "max_connections": "100",
        "shared_buffers": f"{max(64, min(2048, memory // 8))}MB",
        "effective_cache_size": f"{max(128, memory // 2)}MB",
        "maintenance_work_mem": f"{max(64, min(512, memory // 32))}MB",
        "wal_compression": "off",
        "checkpoint_timeout": "15min",
        "max_wal_size": "4GB",
        "min_wal_size": "128MB",
        "random_page_cost": "1.1",
        "jit": "off",
        "fsync": "on",
        "synchronous_commit": "on",
        "log_timezone": "'UTC'",
        "timezone": "'UTC'",
        "log_line_prefix": "'%m [%p] %u '",
        "log_checkpoints": "off",
        **extra,
    }
    path = home.path / "settings.conf"
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_text("".join(f"{name} = {value}\n" for name, value in settings.items()))
    fresh.chmod(0o600)
    home.give(fresh)
    fresh.replace(path)


def run(home: Home, command: Sequence[str], text: str) -> None:
    """Run one of the server's programs as the server's user, with `text` as its input."""
    program = home.bin / command[0]
    done = subprocess.run(
        [str(program), *command[1:]],
        input=text,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env=_ENVIRONMENT,
        **home.who(),
    )
    if done.returncode or "ERROR:" in done.stderr or "FATAL:" in done.stderr:
        raise Conflict(f"{command[0]} did not succeed: {(done.stderr or done.stdout).strip()[-2000:]}")


def _initdb(home: Home, fresh: Path, password: str) -> None:
    """A file for the password: initdb runs as another user, which may not open a pipe of root's."""
    handed = home.path / "root-password"
    _write_private(handed, password)
    home.give(handed)
    try:
        arguments = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--data-checksums", "--no-sync"]
        run(home, ["initdb", *arguments, f"--username={ROOT}", f"--pwfile={handed}", f"--pgdata={fresh}"], "")
    finally:
        handed.unlink()
    with (fresh / "postgresql.conf").open("a") as conf:
        conf.write("\ninclude = '../settings.conf'\ninclude_if_exists = '../local.conf'\n")
    write_settings(home, {})


def _roles_sql(passwords: Mapping[str, str]) -> str:
    """One statement a line, as the single-user server reads them. The running role owns nothing."""
    return (
        f"CREATE ROLE {OWNER} LOGIN PASSWORD '{passwords[OWNER]}'\n"
        f"CREATE ROLE {APP} LOGIN PASSWORD '{passwords[APP]}'\n"
        f"CREATE DATABASE {DATABASE} OWNER {OWNER}\n"
        f"REVOKE ALL ON DATABASE {DATABASE} FROM PUBLIC\n"
        f"GRANT CONNECT, TEMPORARY ON DATABASE {DATABASE} TO {APP}\n"
    )


def _check_major(home: Home) -> None:
    made_by = (home.data / "PG_VERSION").read_text().strip()
    have = subprocess.run([home.bin / "postgres", "--version"], capture_output=True, text=True, check=True, cwd="/")
    ours = have.stdout.split()[-1].partition(".")[0] if "(Debian" not in have.stdout else have.stdout.split()[2]
    if made_by != ours.partition(".")[0]:
        raise Invalid(
            "data_dir",
            f"{home.data} was made by PostgreSQL {made_by}, and this is {ours}. Dump it with the version it was "
            "made by, or bring it over with pg_upgrade; see docs/operating.md.",
        )


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
