"""`make soak`: each codec for ten minutes under libFuzzer (atheris), which looks for ways through its code."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.soak
SECONDS = float(os.environ.get("YIWANG_SOAK_SECONDS", "600"))
MOST_MB = 1024


@pytest.mark.parametrize("codec", ["hj212", "jt808", "gb26875"])
def test_no_bytes_raise_anything_or_fill_the_memory(codec: str, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="make soak installs it")
    (tmp_path / "corpus").mkdir()
    options = (f"-max_total_time={SECONDS:.0f}", f"-rss_limit_mb={MOST_MB}", "-max_len=4096", "-seed=20261121")
    found = subprocess.run(
        [sys.executable, "-m", "tests.soak.fuzzing", codec, *options, f"-artifact_prefix={tmp_path}/", "corpus"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])},
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = found.stderr[-3000:]
    assert found.returncode == 0, said
    runs, seconds = re.findall(r"Done (\d+) runs in (\d+) second", said)[-1]
    print(f"{codec}: {runs} runs in {seconds} s, no exception, below {MOST_MB} MiB")
    assert int(runs) > SECONDS
