"""The sealed key folders of a backup: opened to their owner only, and nowhere else than below their place."""

from pathlib import Path

import pytest

from yiwang.app.keeping.sealing import open_folders, seal_folders
from yiwang.base.errors import Invalid

PHRASE = "四个汉字 and a horse"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "keys/old").mkdir(parents=True)
    (tmp_path / "keys/master.key").write_bytes(b"1")
    (tmp_path / "keys/old/master.key").write_bytes(b"2")
    (tmp_path / "new").mkdir()
    return tmp_path


def test_what_was_sealed_is_written_for_its_owner_only(folder: Path) -> None:
    sealed = seal_folders({"keys": folder / "keys"}, PHRASE)
    open_folders(sealed, PHRASE, folder / "new")
    found = {str(one.relative_to(folder / "new")): one.stat().st_mode & 0o777 for one in (folder / "new").rglob("*")}
    assert found == {"keys": 0o700, "keys/old": 0o700, "keys/master.key": 0o600, "keys/old/master.key": 0o600}
    assert (folder / "new/keys/old/master.key").read_bytes() == b"2"


def test_a_path_that_leads_out_is_refused(folder: Path) -> None:
    sealed = seal_folders({"../stolen": folder / "keys"}, PHRASE)
    with pytest.raises(Invalid, match="no file of a key folder"):
        open_folders(sealed, PHRASE, folder / "new")
    assert not (folder / "stolen").exists()
