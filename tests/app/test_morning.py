"""The morning report: the 24 hours up to 08:00, as Word and Excel, of one's own scope."""

from datetime import date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.app.visitors import Site
from tests.cities import LIGHT, LITTER

from yiwang.access import Grant
from yiwang.base.errors import Invalid
from yiwang.command.desk.morning import span_of

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.anyio
async def test_the_report_counts_the_day_by_street_and_names_what_is_urgent(site: Site) -> None:
    for _ in range(2):
        await site.city.report(LITTER, separate=True)
    urgent = await site.city.report(LIGHT, urgent=True)
    await site.city.report(LITTER, where="310107015001")
    site.city.later(days=1)
    officer = await site.person("ann", Grant("supervisor"))
    answer = await officer.ask("GET", "/api/desk/morning-report", params={"format": "xlsx"})
    assert answer.status_code == 200, answer.text
    book = load_workbook(BytesIO(answer.content))
    rows = [[cell.value for cell in row] for row in book["各街镇情况"].iter_rows(min_row=4, max_col=5)]
    assert rows[0][:2] == ["曹杨新村街道", 3]
    assert rows[2][:2] == ["合计", 4]
    assert book["紧急与超时案件"]["A4"].value == urgent.event_number
    word = await officer.ask("GET", "/api/desk/morning-report")
    text = "\n".join(one.text for one in Document(BytesIO(word.content)).paragraphs)
    assert "共受理 4 件" in text and "Ann" in Document(BytesIO(word.content)).sections[0].footer.paragraphs[0].text
    near = await site.person("ben", Grant("duty_officer", jurisdiction=site.city.places["310107015001"]))
    theirs = await near.ask("GET", "/api/desk/morning-report")
    assert "共受理 1 件" in "\n".join(one.text for one in Document(BytesIO(theirs.content)).paragraphs)
    later = await officer.ask("GET", "/api/desk/morning-report", params={"day": "2030-01-01"})
    assert later.status_code == 422


def test_the_latest_report_is_that_of_the_last_08_00() -> None:
    night = datetime(2026, 11, 17, 2, 30, tzinfo=SHANGHAI)
    assert [at.day for at in span_of(None, night)] == [15, 16]
    assert [at.day for at in span_of(None, night.replace(hour=8))] == [16, 17]
    with pytest.raises(Invalid):
        span_of(date(2026, 11, 17), night)
