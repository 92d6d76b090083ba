"""Files of a platform whose data is made up say so."""

from urllib.parse import unquote

import pytest
from tests.serving import Served, keys_of

from yiwang.app.serving.marking import marked

CSV = (b"content-type", b"text/csv; charset=utf-8")


def named(*headers: tuple[bytes, bytes], path: str = "/api/devices/export") -> str:
    told = dict(marked(headers, path))[b"content-disposition"].decode()
    assert told.startswith("attachment; filename*=UTF-8''")
    return unquote(told.partition("UTF-8''")[2])


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (b'attachment; filename="morning-report.docx"', "演示数据-morning-report.docx"),
        (b"attachment; filename*=UTF-8''%E6%97%A9%E6%8A%A5.csv", "演示数据-早报.csv"),
        (b"inline; filename=a.csv", "演示数据-a.csv"),
        (b"attachment", "演示数据-devices.csv"),
    ],
)
def test_a_file_s_name_says_that_its_data_is_made_up(given: bytes, name: str) -> None:
    assert named(CSV, (b"Content-Disposition", given)) == name


def test_a_file_without_a_name_is_called_by_its_address_and_other_answers_stay() -> None:
    assert named(CSV) == "演示数据-devices.csv"
    assert named(CSV, path="/api/command/rosters/7/csv") == "演示数据-7-csv.csv"
    answer = [(b"content-type", b"application/json")]
    assert marked(answer, "/api/cases") == answer


def test_every_table_of_the_sample_is_marked(served: Served) -> None:
    headers = keys_of(served)["all"]
    with served.client() as client:
        for path in ("/api/devices/export?form=csv", "/api/devices/export?form=xlsx", "/api/desk/morning-report"):
            answer = client.get(path, headers=headers)
            assert answer.status_code == 200, path
            assert "演示数据" in unquote(answer.headers["content-disposition"]), path
