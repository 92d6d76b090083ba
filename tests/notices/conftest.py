from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from yiwang.access import Keyring
from yiwang.db import Database
from yiwang.notices.carriers import carrier
from yiwang.notices.delivering import Sender


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a busy machine takes its time with is no gateway in trouble."""
    monkeypatch.setattr(carrier, "TIMEOUT", httpx.Timeout(60.0))


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring.open(tmp_path / "keys")


@pytest.fixture
async def sender(database: Database, keyring: Keyring) -> AsyncIterator[Sender]:
    made = Sender(database, keyring)
    yield made
    await made.close()
