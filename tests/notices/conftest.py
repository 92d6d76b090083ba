from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from yiwang.access import Keyring
from yiwang.db import Database
from yiwang.notices.delivering import Sender


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring.open(tmp_path / "keys")


@pytest.fixture
async def sender(database: Database, keyring: Keyring) -> AsyncIterator[Sender]:
    made = Sender(database, keyring)
    yield made
    await made.close()
