"""The morning report as Word and as Excel; the library of Word is loaded when a report is asked for."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from yiwang.base.later import later
from yiwang.command.desk.morning import Line, Morning
from yiwang.command.model import LOG_KINDS

if TYPE_CHECKING:
    import docx
    from docx import shared
    from docx.enum import text as alignment
    from docx.oxml import ns
else:
    docx, shared = later("docx"), later("docx.shared")
    alignment, ns = later("docx.enum.text"), later("docx.oxml.ns")

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
HEADS = ("受理", "结案", "按时结案", "在办", "超时", "紧急")
CASES = ("案件编号", "事项", "地点", "状态", "时限")
LOG = ("时间", "类别", "内容")
STATES = {
    "to_confirm": "待受理",
    "to_dispatch": "待派遣",
    "to_receive": "待签收",
    "handling": "处置中",
    "to_check": "待核查",
    "to_close": "待结案",
}
FONT = "SimSun"


def printed(morning: Morning, form: str) -> bytes:
    """Return the report as a file of `docx` or `xlsx`."""
    return _word(morning) if form == "docx" else _excel(morning)


def sentence(morning: Morning) -> str:
    """Return the day in one sentence, as it is read out."""
    came, closed, on_time, open_, overdue, urgent = morning.total.figures
    rate = f"，按时结案率 {on_time / closed:.1%}" if closed else ""
    return (
        f"{_span(morning)}，共受理 {came} 件，结案 {closed} 件{rate}；"
        f"截至目前在办 {open_} 件，其中超时 {overdue} 件、紧急 {urgent} 件。"
    )


def _span(morning: Morning) -> str:
    return f"{morning.start:%Y年%m月%d日 %H:%M} 至 {morning.end:%m月%d日 %H:%M}"


def _tables(morning: Morning) -> list[tuple[str, Sequence[str], list[list[Any]]]]:
    """Return title, heads and rows of each table, alike in both forms."""

    def figures(lines: Sequence[Line]) -> list[list[Any]]:
        return [[line.name, *line.figures] for line in lines]

    zone = morning.end.tzinfo
    pressing = [
        [
            case.number,
            case.title,
            case.place_text,
            STATES.get(case.state, case.state),
            f"{case.due_at.astimezone(zone):%m-%d %H:%M}" if case.due_at else "—",
        ]
        for case in morning.pressing
    ]
    log = [[f"{row['at'].astimezone(zone):%m-%d %H:%M}", LOG_KINDS[row["kind"]][0], row["text"]] for row in morning.log]
    return [
        ("一、各街镇情况", ("街镇", *HEADS), figures([*morning.streets, morning.total])),
        ("二、主要事项", ("事项", *HEADS), figures(morning.matters)),
        ("三、紧急与超时案件", CASES, pressing),
        ("四、值班要情", LOG, log),
    ]


def _word(morning: Morning) -> bytes:
    book = docx.Document()
    style: Any = book.styles["Normal"]
    style.font.name, style.font.size = FONT, shared.Pt(11)
    style.element.rPr.rFonts.set(ns.qn("w:eastAsia"), FONT)
    head = book.add_paragraph()
    head.alignment = alignment.WD_ALIGN_PARAGRAPH.CENTER
    run = head.add_run(f"{morning.title}值班早报")
    run.bold, run.font.size = True, shared.Pt(18)
    book.add_paragraph(f"（{morning.end:%Y年%m月%d日 %H:%M}）").alignment = alignment.WD_ALIGN_PARAGRAPH.CENTER
    book.add_paragraph(sentence(morning))
    for title, heads, rows in _tables(morning):
        book.add_paragraph().add_run(title).bold = True
        if not rows:
            book.add_paragraph("无。")
            continue
        table = book.add_table(rows=1, cols=len(heads))
        table.style = "Table Grid"
        for row in (heads, *rows):
            cells = table.rows[0].cells if row is heads else table.add_row().cells
            for cell, value in zip(cells, row, strict=True):
                cell.text = str(value)
    book.sections[0].footer.paragraphs[0].text = morning.mark
    return _saved(book)


def _excel(morning: Morning) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, heads, rows in _tables(morning):
        sheet = book.create_sheet(title.partition("、")[2])
        sheet.append([f"{morning.title}值班早报 {title.partition('、')[2]}"])
        sheet.append([sentence(morning)])
        sheet.append(list(heads))
        for number, row in enumerate(rows, 4):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # words are words, also those that begin like a formula
        sheet["A1"].font = Font(bold=True, size=14)
        for column in range(1, len(heads) + 1):
            sheet.cell(3, column).font = Font(bold=True)
            sheet.column_dimensions[get_column_letter(column)].width = 18 if column == 1 else 14
        sheet.oddFooter.center.text = morning.mark.replace("&", "&&")
        sheet.append([])
        sheet.append([morning.mark])
    return _saved(book)


def _saved(book: Any) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()
