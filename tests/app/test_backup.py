"""The restore drill: a backup under load, restored elsewhere, and everything acknowledged is there, once."""

import io
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psycopg
import pytest
from PIL import Image
from tests import serving
from tests.app.killing import short_folder

from yiwang.app.facts import FACTS
from yiwang.app.keeping import manifest, restoring
from yiwang.app.settings import Settings
from yiwang.base.errors import Conflict, Invalid
from yiwang.db.cluster import running
from yiwang.lake import Lake

pytestmark = pytest.mark.slow
SETTINGS = {"YIWANG_SAMPLE": "false"}


def command(data: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours as an operator would."""
    environment = serving.environment(data, {**SETTINGS, **settings})
    return subprocess.run(
        [sys.executable, "-m", "yiwang.app", *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@contextmanager
def platform(data: Path) -> Iterator[serving.Served]:
    process = serving.serve(data, settings=SETTINGS)
    try:
        yield serving.when_ready(data, process)
    finally:
        serving.stop(process)
        serving._wait_for_database(data)


@dataclass
class Load:
    """Somebody who sends reports with photos, without a pause once in a `hurry`, and notes what was acknowledged."""

    base_url: str
    headers: dict[str, str]
    acknowledged: dict[str, tuple[str, str]] = field(default_factory=dict)  # report: its case, its photo
    wrong: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    hurry: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        number = 0
        with httpx.Client(base_url=self.base_url, headers=self.headers, timeout=60) as client:
            while not self.stop.is_set():
                number += 1
                try:
                    self._one(client, number)
                except httpx.HTTPError as error:
                    self.wrong.append(repr(error))
                    return
                self.hurry.wait(0.3)

    def _one(self, client: httpx.Client, number: int) -> None:
        sent = client.post("/api/files", files={"file": ("x.png", picture(number), "image/png")})
        if sent.status_code != 201:
            self.wrong.append(sent.text)
            return
        place = {"lon": 121.38 + number % 40 * 0.001, "lat": 31.24 + number // 40 % 40 * 0.001}
        report = {"matter": "06002", "text": f"垃圾 {number}", "place": place, "photos": [sent.json()["id"]]}
        made = client.post("/api/reports", json=report | {"idempotency_key": f"drill-{number}"})
        if made.status_code != 201:
            self.wrong.append(made.text)
        else:
            found = made.json()
            self.acknowledged[found["report_id"]] = (found["case"]["id"], sent.json()["id"])


def picture(number: int) -> bytes:
    """A picture that no other number has."""
    written = io.BytesIO()
    Image.new("RGB", (8, 8), (number % 256, number // 256 % 256, 7)).save(written, "PNG")
    return written.getvalue()


def test_a_backup_under_load_is_restored_elsewhere_with_everything_acknowledged() -> None:
    with short_folder() as parent:
        secret = parent / "passphrase"
        secret.write_text("四个汉字 and a horse\n", encoding="utf-8")
        sealed = ("--passphrase-file", str(secret))
        (parent / "a").mkdir(mode=0o711)
        serving.grown_into(parent / "a")
        with platform(parent / "a") as served:
            headers = serving._made_keys(served)["all"]
            load = Load(served.base_url, headers)
            sender = threading.Thread(target=load.run)
            sender.start()
            try:
                _wait(lambda: len(load.acknowledged) >= 20, load)
                _wait((parent / "a/lake/facts/case.filed/_delta_log").is_dir, load)  # a part of the log
                load.hurry.set()
                before = dict(load.acknowledged)
                done = command(parent / "a", "backup", str(parent / "out"), *sealed)
                assert done.returncode == 0, done.stderr
                during = len(load.acknowledged)
                _wait(lambda: len(load.acknowledged) > during, load)
            finally:
                load.stop.set()
                sender.join()
        assert not load.wrong
        assert during > len(before), "the backup is to be taken under load"
        _nothing_secret_lies_open(parent / "a", parent / "out")

        restored = command(parent / "b", "restore", str(parent / "out"), *sealed)
        assert restored.returncode == 0, restored.stderr
        with platform(parent / "b") as served:
            _all_there(served, headers, before)
            exported = command(parent / "b", "audit", "export", str(parent / "trail.jsonl"))
            assert exported.returncode == 0, exported.stderr
            _wait(lambda: _followed(parent / "b") and _lake_holds_all(parent / "b"), None, longest=180)
        verified = command(
            parent / "b", "audit", "verify", str(parent / "trail.jsonl"), "--key", str(parent / "trail.pem")
        )
        assert verified.returncode == 0, verified.stdout + verified.stderr


def _wait(enough: object, load: Load | None, longest: float = 180) -> None:
    until = time.monotonic() + longest
    while not enough():  # type: ignore[operator]
        assert time.monotonic() < until and not (load and load.wrong), load
        time.sleep(0.2)


def _all_there(served: serving.Served, headers: dict[str, str], before: dict[str, tuple[str, str]]) -> None:
    with served.client(headers=headers) as client:
        for case, photo in before.values():
            _got(client, f"/api/cases/{case}")
            assert Image.open(io.BytesIO(_got(client, f"/api/files/{photo}").content)).size == (8, 8)
        # Sent again, a report that was acknowledged is still the same one, and what is new goes on.
        again = Load(served.base_url, headers)
        again._one(client, 1)
        assert set(again.acknowledged) <= set(before)
        again._one(client, 1_000_000)
        assert not again.wrong
    with running(served.folder) as server, psycopg.connect(server.owner_url) as connection:
        twice = connection.execute(
            """SELECT count(*) - count(DISTINCT subject) FROM ledger.fact WHERE type = 'case.filed'"""
        ).fetchone()
        assert twice == (0,)


def _got(client: httpx.Client, path: str) -> httpx.Response:
    """Ask for what must be there; a platform that is just busy says so, and to come again."""
    until = time.monotonic() + 60
    while (answer := client.get(path)).status_code == 503 and time.monotonic() < until:
        time.sleep(int(answer.headers["retry-after"]))
    assert answer.status_code == 200, (path, answer.status_code, answer.text[:500])
    return answer


def _followed(data: Path) -> bool:
    """Whether the lake says that it has come to the end of the log: cheaper to ask than the whole lake."""
    with running(data) as server, psycopg.connect(server.owner_url) as connection:
        found = connection.execute(
            "SELECT followed >= (SELECT max(recorded) FROM ledger.fact) FROM lake.cursor"
        ).fetchone()
    return found == (True,)


def _lake_holds_all(data: Path) -> bool:
    """Whether the lake has every fact of the log, and none twice."""
    with running(data) as server, Lake(data / "lake", FACTS) as lake:
        with psycopg.connect(server.owner_url) as connection:
            found = connection.execute("SELECT id::text FROM ledger.fact").fetchall()
        held = [str(one) for kind in lake.types() for one in lake.rows(lake.table(kind).select("id"))["id"].to_pylist()]
    assert len(held) == len(set(held))
    return {row[0] for row in found} == set(held)


def _nothing_secret_lies_open(data: Path, out: Path) -> None:
    names = {path.name for path in out.rglob("*")}
    assert not names & {"master.key", "audit.key", "passwords.json", "ca.key", "server.key"}
    master = (data / "keys" / "master.key").read_bytes()
    for path in out.rglob("*"):
        if path.is_file() and path.stat().st_size < 10_000_000:
            assert master not in path.read_bytes(), path
    assert (out.stat().st_mode & 0o077) == 0


@pytest.fixture(scope="module")
def small() -> Iterator[Path]:
    """The backup of a platform that has just begun, with its keys left out."""
    with short_folder() as parent:
        loaded = command(parent / "a", "data", "load-codes")
        assert loaded.returncode == 0, loaded.stderr
        command(parent / "a", "audit", "export", str(parent / "trail.jsonl"))
        done = command(parent / "a", "backup", str(parent / "out"), "--without-keys")
        assert done.returncode == 0, done.stderr
        yield parent


def test_keys_that_were_left_out_are_brought_by_hand(small: Path) -> None:
    missing = command(small / "b", "restore", str(small / "out"))
    assert missing.returncode == 2
    assert "holds no keys" in missing.stderr
    done = command(small / "b", "restore", str(small / "out"), "--keys", str(small / "a" / "keys"))
    assert done.returncode == 0, done.stderr
    assert (small / "b" / "keys" / "master.key").read_bytes() == (small / "a" / "keys" / "master.key").read_bytes()
    passwords = [(small / one / "postgres" / "passwords.json").read_text() for one in ("a", "b")]
    assert passwords[0] != passwords[1], "a backup does not know the passwords of the database's roles"
    again = command(small / "b", "restore", str(small / "out"), "--keys", str(small / "a" / "keys"))
    assert again.returncode == 2
    assert "is there already" in again.stderr


@pytest.mark.parametrize("harm", ["changed", "missing", "added", "broken off", "database"])
def test_a_backup_that_is_not_whole_is_refused(small: Path, harm: str) -> None:
    copy = small / f"out-{harm.replace(' ', '-')}"
    shutil.copytree(small / "out", copy)
    victim = copy / "audit.witness"
    if harm == "changed":
        victim.write_text("{}")
    elif harm == "missing":
        victim.unlink()
    elif harm == "added":
        (copy / "files").mkdir()
        (copy / "files" / "x.jpg").write_bytes(b"x")
    elif harm == "broken off":
        (copy / manifest.NAME).unlink()
    else:
        victim = next(path for path in (copy / "database" / "base").rglob("1*") if path.is_file())
        victim.write_bytes(b"X" * victim.stat().st_size)
    empty = small / f"to-{harm.replace(' ', '-')}"
    with pytest.raises((Invalid, Conflict), match="backup"):
        restoring.restore(Settings(data_dir=empty), restoring.Source(copy, None, small / "a" / "keys"))
    assert not (empty / "postgres" / "data").exists()


def test_the_wrong_passphrase_opens_nothing(tmp_path: Path) -> None:
    from yiwang.app.keeping.sealing import open_folders, seal_folders

    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "master.key").write_bytes(b"secret")
    sealed = seal_folders({"keys": tmp_path / "keys"}, "long enough a phrase")
    with pytest.raises(Invalid, match="does not open"):
        open_folders(sealed, "another long phrase", tmp_path / "out")
    open_folders(sealed, "long enough a phrase", tmp_path / "out")
    assert (tmp_path / "out" / "keys" / "master.key").read_bytes() == b"secret"
    assert ((tmp_path / "out" / "keys" / "master.key").stat().st_mode & 0o777) == 0o600
    with pytest.raises(Invalid, match="at least 12"):
        seal_folders({}, "short")
