"""`yiwang serve` for tests: started once for a whole run, also a parallel one, and stopped after its last process.

`python -m tests.serving FOLDER RUN` is the watcher that the first test to ask for it starts, detached: it serves from
FOLDER until the process RUN (the run's own, above its workers) has ended in whatever way, then removes FOLDER. Before
that it makes the sample district in FOLDER/grown, once: a platform that starts from a copy is there four times as soon.
"""

import contextlib
import fcntl
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.scratch import scratch
from yiwang.access import ADMINISTRATORS, ROLES

LONGEST_START = 240.0  # seconds; most of it is waiting for the processors of a busy machine
_ADDRESS = re.compile(r"http://\S+")
_TOKEN = re.compile(r"one-time token\s+(\S+)")
_READY, _GROWN = "ready.json", "grown.json"


@dataclass(frozen=True)
class Served:
    """A running platform: where it answers, the token of its first administrator, the sample accounts' passwords."""

    base_url: str
    folder: Path
    token: str | None
    passwords: Mapping[str, str] = field(default_factory=dict)

    def client(self, **settings: object) -> httpx.Client:
        """Return a client that knows the address and has not signed in."""
        return httpx.Client(base_url=self.base_url, timeout=60, **settings)

    @contextlib.contextmanager
    def signed_in(self, username: str, password: str | None = None) -> Iterator[httpx.Client]:
        """Give a client signed in as a sample account (`zhibanzhang` is the supervisor of the whole district)."""
        with self.client() as client:
            typed = {"username": username, "password": password or self.passwords[username]}
            answer = client.post("/api/session", json=typed)
            assert answer.status_code == 200, answer.text
            client.headers["X-CSRF-Token"] = answer.json()["csrf"]
            yield client


def serve(folder: Path, *, port: int = 0, settings: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start `yiwang serve` with its data in `folder`, as the leader of a process group of its own."""
    folder.mkdir(exist_ok=True)
    # Below a folder of this user the server's own user has to pass through.
    folder.chmod(0o711)
    with (folder / "serve.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "yiwang.app", "serve", "--port", str(port)],
            env=environment(folder, settings),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def environment(folder: Path, settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a command that works on the platform in `folder`, and none of ours."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("YIWANG_")}
    # Tests call as fast as they can, from one address: what limits calls is tried where it says so.
    own = {"YIWANG_DATA_DIR": str(folder), "YIWANG_API_WORKERS": "1", "YIWANG_RATE_LIMIT": "10000"}
    own["YIWANG_SAMPLE"] = "true"
    return plain | own | dict(settings or {})


def when_ready(folder: Path, process: subprocess.Popen[bytes], longest: float = LONGEST_START) -> Served:
    """Wait until the platform started in `folder` answers."""
    until = time.monotonic() + longest
    while time.monotonic() < until and process.poll() is None:
        printed = (folder / "serve.log").read_text("utf-8", "replace")
        # What an earlier start printed does not count.
        said = printed.rpartition("Yiwang 一网 · ")
        address = _ADDRESS.search(said[2]) if said[1] else None
        if address and _answers(address[0]):
            token = _TOKEN.findall(said[0])
            return Served(address[0], folder, token[-1] if token else None, sample_passwords(folder))
        time.sleep(0.2)
    raise AssertionError(f"yiwang serve did not come up:\n{(folder / 'serve.log').read_text('utf-8', 'replace')}")


def sample_passwords(folder: Path) -> dict[str, str]:
    """Return the passwords of the sample accounts by username."""
    note = folder / "sample-accounts.txt"
    lines = note.read_text("utf-8").splitlines()[1:] if note.is_file() else []
    return {name: password for name, password, *_ in (line.split() for line in lines)}


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the platform as an operator does, and everything it started if it will not go."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(40)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def shared() -> Served:
    """Return the one platform of this test run; the first who asks starts it, the others wait."""
    folder, found = _told(_READY)
    return Served(found["base_url"], folder / "served", found["token"], found["passwords"])


def grown_into(folder: Path) -> None:
    """Fill `folder` with the data of a platform that has its sample district and was stopped."""
    made, _ = _told(_GROWN)
    _copy(made / "grown", folder)


def _copy(made: Path, folder: Path) -> None:
    # Owners are kept: the server's own user has to find its files.
    subprocess.run(["cp", "-a", f"{made}/.", str(folder)], check=True)
    (folder / "serve.log").unlink()


def _told(what: str) -> tuple[Path, dict[str, Any]]:
    """Return the folder of the run's watcher and what it tells of its platform, as soon as it does."""
    folder = begin()
    until = time.monotonic() + 2 * LONGEST_START
    while not (folder / what).is_file():
        assert time.monotonic() < until, (folder / "watcher.log").read_text("utf-8", "replace")
        time.sleep(0.1)
    found = json.loads((folder / what).read_text("utf-8"))
    if "failed" in found:
        raise AssertionError(found["failed"])
    return folder, found


def begin() -> Path:
    """Return the folder of the run's watcher, which is started where there is none and not waited for."""
    # The workers of a parallel run are children of the process that the run is.
    run = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
    folder = scratch() / f"yiwang-test-served-{run}"
    with Path(f"{folder}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "watcher.log").is_file():
            _watched(folder, run)
    return folder


def keys_of(served: Served) -> dict[str, dict[str, str]]:
    """Return headers that let one in as everyone at once ("all": a key) and as each of the three administrators.

    Uses up the first token, once for a run; sessions end after half an hour without a request.
    """
    with Path(f"{served.folder}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = served.folder / "keys.json"
        if not kept.is_file():
            kept.write_text(json.dumps(_made_keys(served)), "utf-8")
    found: dict[str, dict[str, str]] = json.loads(kept.read_text("utf-8"))
    return found


def _made_keys(served: Served) -> dict[str, dict[str, str]]:
    password = "苏州河边的四季桂花 blooms"
    headers: dict[str, dict[str, str]] = {}

    def enter(role: str, answer: httpx.Response) -> None:
        assert answer.is_success, answer.text
        session = answer.cookies["yiwang_session"]
        headers[role] = {"Cookie": f"yiwang_session={session}", "X-CSRF-Token": answer.json()["csrf"]}

    def send(role: str, path: str, body: object) -> httpx.Response:
        with served.client() as client:
            answer = client.post(path, json=body, headers=headers.get(role))
        assert answer.is_success, answer.text
        return answer

    first = {"token": served.token, "username": "system", "name": "System", "password": password}
    enter("system_admin", send("", "/api/setup", first))
    for by, role in (("system_admin", "security_admin"), ("security_admin", "audit_admin")):
        made = {"username": role, "name": role, "password": password, "must_change": False}
        account = send("system_admin", "/api/accounts", made).json()["id"]
        send(by, f"/api/accounts/{account}/grants", {"role": role})
        enter(role, send("", "/api/session", {"username": role, "password": password}))
    roles = [{"role": code} for code in ROLES if code not in ADMINISTRATORS]
    asked = {"application": "tests", "purpose": "everything", "grants": roles}
    headers["all"] = {"Authorization": f"Bearer {send('security_admin', '/api/keys', asked).json()['key']}"}
    return headers


def _watched(folder: Path, run: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o711)
    watcher = [sys.executable, "-m", "tests.serving", str(folder), str(run)]
    with (folder / "watcher.log").open("ab") as log:
        subprocess.run(
            ["setsid", "--fork", *watcher],
            cwd=Path(__file__).parents[1],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=True,
        )


def _answers(base_url: str) -> bool:
    try:
        return httpx.get(f"{base_url}/api/health", timeout=30).status_code == 200
    except httpx.HTTPError:
        return False


def _watch(folder: Path, run: int) -> None:
    own = folder / "served"
    try:
        process = serve(folder / "grown")
        told = _what_is_told(folder / "grown", process)
        stop(process)
        _wait_for_database(folder / "grown")
        _tell(folder / _GROWN, told)
        own.mkdir(mode=0o711)
        _copy(folder / "grown", own)
        process = serve(own)
        _tell(folder / _READY, _what_is_told(own, process))
        while _alive(run):
            time.sleep(0.5)
    finally:
        stop(process)
        _wait_for_database(own)
        shutil.rmtree(folder, ignore_errors=True)
        Path(f"{folder}.lock").unlink(missing_ok=True)


def _what_is_told(folder: Path, process: subprocess.Popen[bytes]) -> dict[str, object]:
    try:
        served = when_ready(folder, process)
    except AssertionError as error:
        return {"failed": str(error)}
    return {"base_url": served.base_url, "token": served.token, "passwords": dict(served.passwords)}


def _tell(file: Path, told: dict[str, object]) -> None:
    draft = file.with_suffix(".draft")
    draft.write_text(json.dumps(told), "utf-8")
    draft.rename(file)


def _wait_for_database(folder: Path) -> None:
    """The embedded server goes some seconds after its last user."""
    until = time.monotonic() + 60
    while (folder / "postgres" / "data" / "postmaster.pid").exists() and time.monotonic() < until:
        time.sleep(0.1)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def main(arguments: Sequence[str]) -> None:
    """Serve from the folder of the first argument for as long as the process of the second lives."""
    _watch(Path(arguments[0]), int(arguments[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
