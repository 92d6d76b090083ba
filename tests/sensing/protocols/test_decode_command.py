"""`yiwang decode`: one JSON object for each frame, in order, as soon as the frame is there."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from yiwang.sensing.protocols import gb26875, hj212, jt808
from yiwang.sensing.protocols.jt808.packages import cut

COMMAND = [sys.executable, "-m", "yiwang.app", "decode"]
TIME = "2026-11-21T08:30:00+08:00"
KEY = "00112233445566778899aabbccddeeff"
NOISE = hj212.Message(
    *(2025, "20261121083000123", "23", "2011", "123456", "310107000000000000000A02"),
    hj212.Flag(answer=True, numbered=False, version=2),
    ({"DataTime": "20261121083000"}, {"LA-Rtd": "50.1", "LA-Flag": "N"}),
)
WORDS = jt808.Message(0x8300, 2019, "13800000001", 3, {"flag": 1, "type": 1, "text": "前方施工"})
FIRE = gb26875.Message(5, 2, 1, 2, TIME, 21, ({"state": 3, "time": TIME},))


def run(*options: str, given: bytes = b"", code: int = 0) -> list[dict[str, Any]]:
    done = subprocess.run([*COMMAND, *options], input=given, capture_output=True, check=False, timeout=60)
    assert done.returncode == code, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_lines_of_hj_212_plain_sealed_and_broken() -> None:
    plain = hj212.encode(NOISE)
    sealed = hj212.encode(replace(NOISE, sealed=True), bytes.fromhex(KEY))
    said = run("hj212", "--text", "--key", KEY, given=plain + sealed + b"\r\n" + plain.replace(b"50.1", b"50.2"))
    assert said[0] == {
        **{"ok": True, "version": 2025, "qn": "20261121083000123", "st": "23", "cn": "2011", "pw": "123456"},
        **{"mn": "310107000000000000000A02", "flag": {"answer": True, "numbered": False, "version": 2}},
        "cp": [{"DataTime": "20261121083000"}, {"LA-Rtd": "50.1", "LA-Flag": "N"}],
    }
    assert said[1] == said[0] | {"encrypted": True}
    assert (said[2]["ok"], said[2]["error"], said[2]["where"]) == (False, "crc", "line 4, byte 138")


def test_lines_of_jt_t_808_in_hexadecimal_and_packages_that_become_whole(tmp_path: Path) -> None:
    frames = [jt808.encode(WORDS), *(jt808.encode(package) for package in cut(WORDS, 4))]
    file = tmp_path / "frames.hex"
    file.write_text("\n".join([*(frame.hex(" ") for frame in frames), "zz", "7e7e"]), encoding="ascii")
    said = run("jt808", str(file), "--hex")
    assert said[0] == {
        **{"ok": True, "message": "0x8300", "version": 2019, "phone": "00000000013800000001", "serial": 3},
        **{"package": None, "body": {"flag": 1, "type": 1, "text": "前方施工"}},
    }
    assert [one["package"] for one in said[1:4]] == [{"total": 3, "index": index} for index in (1, 2, 3)]
    assert [one["body"] for one in said[1:4]] == [{"part": "0101c7b0"}, {"part": "b7bdcaa9"}, said[0]["body"]]
    assert [(one["ok"], one["error"]) for one in said[4:]] == [(False, "hex"), (False, "cut")]


def test_a_stream_of_each_protocol_glued_cut_and_noisy() -> None:
    for protocol, frame in (
        ("hj212", hj212.encode(NOISE)),
        ("jt808", jt808.encode(WORDS)),
        ("gb26875", gb26875.encode(FIRE)),
    ):
        said = run(protocol, "--stream", given=b"noise" + frame + frame + frame[:20] + frame + b"\x00\xff" + frame)
        assert len([one for one in said if one["ok"]]) == 4
        assert [one["error"] for one in said if not one["ok"]]


def test_a_fire_device_s_message_has_named_objects() -> None:
    said = run("gb26875", given=gb26875.encode(FIRE).hex().encode())
    assert said == [
        {
            **{"ok": True, "serial": 5, "command": 2, "source": 1, "target": 2, "time": TIME, "type": 21},
            "objects": [{"state": 3, "state_flags": ["normal", "fire"], "time": TIME}],
            "version": {"main": 1, "user": 0},
        }
    ]


def test_an_answer_comes_before_the_next_line_is_there() -> None:
    line = jt808.encode(WORDS).hex().encode() + b"\n"
    with subprocess.Popen([*COMMAND, "jt808"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        for _ in range(2):
            running.stdin.write(line)
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["ok"]
        running.stdin.close()
        assert running.wait(20) == 0


def test_wrong_options_are_refused_in_a_sentence() -> None:
    assert run("hj212", "--key", "00", code=2) == []
    assert run("jt808", "no-such-file", code=2) == []


def test_the_examples_of_the_document_print_what_it_says() -> None:
    text = (Path(__file__).parents[3] / "docs/integrating/decode.md").read_text(encoding="utf-8")
    examples = re.findall(r"```sh\n(.*?)```\n+```json\n(.*?)```", text, re.DOTALL)
    assert examples
    path = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for commands, printed in examples:
        done = subprocess.run(["bash", "-euc", commands], capture_output=True, check=True, timeout=60, env=path)
        assert [json.loads(line) for line in done.stdout.splitlines()] == [
            json.loads(line) for line in printed.splitlines()
        ]


def test_it_starts_without_the_platform() -> None:
    program = (
        "import sys; sys.argv = ['yiwang', 'decode', 'jt808']\n"
        "from yiwang.app.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'psycopg', 'fastapi', 'numba', 'pandas', 'pyarrow', 'yiwang.db', 'cryptography'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], input=b"", capture_output=True, check=True, timeout=60)
    assert done.stdout.strip() == b"[]"
