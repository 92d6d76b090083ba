"""A check-up as PDF and as Word, in a font that ships with us; the libraries are loaded when one is asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from yiwang.base.later import later
from yiwang.signs.checkup.drawing import drawn, spark
from yiwang.signs.checkup.model import Body, Change
from yiwang.signs.model.wording import LEVEL_NAMES, with_unit

if TYPE_CHECKING:
    import docx
    import typst
    from docx import shared
    from docx.enum import text as alignment
    from docx.oxml import ns
else:
    docx, shared, typst = later("docx"), later("docx.shared"), later("typst")
    alignment, ns = later("docx.enum.text"), later("docx.oxml.ns")

Form = Literal["pdf", "docx"]
MEDIA: dict[Form, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
HERE = Path(__file__).parent
FONTS = HERE / "fonts"
MARK = "演示数据"  # of a district that is made up
WORD_FONT = "Microsoft YaHei"  # what an office has; Word takes another one where it is missing
COLOURS = {0: "2E9E5B", 1: "B98900", 2: "D96C10", 3: "CF3A3A"}


def printed(body: Body, form: Form, *, mark: str, stamp: str) -> bytes:
    """Return the check-up as a file; `mark` says what kind of data it is, `stamp` who took it out and when."""
    return _pdf(body, mark, stamp) if form == "pdf" else _word(body, mark, stamp)


def _pdf(body: Body, mark: str, stamp: str) -> bytes:
    whole: dict[str, Any] = body.model_dump(mode="json")
    whole |= {"charts": drawn(body), "mark": mark, "stamp": stamp}
    for name in ("better", "worse", "red"):
        whole[name] = [_change(one) for one in getattr(body, name)]
    return _set((HERE / "page.typ").read_bytes(), "pdf", {"body": json.dumps(whole, ensure_ascii=False)})


def _change(one: Change) -> dict[str, Any]:
    return {
        "code": one.code, "name_zh": one.name_zh, "value_text": with_unit(one.value, one.unit), "level": one.level,
        "why": one.why, "todo": one.todo, "spark": spark(one.points),
    }  # fmt: skip


def _set(source: bytes, form: Literal["pdf", "png"], inputs: dict[str, str]) -> bytes:
    setter: Any = typst.compile  # its stubs do not settle on a type
    made = setter(source, format=form, font_paths=[str(FONTS)], ignore_system_fonts=True, sys_inputs=inputs, ppi=200.0)
    return bytes(made[0] if isinstance(made, list) else made)


def _picture(svg: str) -> BytesIO:
    """Return a chart as a picture that every Word shows."""
    page = b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.at("svg")), format: "svg")'
    return BytesIO(_set(page, "png", {"svg": svg}))


def _word(body: Body, mark: str, stamp: str) -> bytes:
    book = docx.Document()
    _styled(book)
    section = book.sections[0]
    section.page_width, section.page_height = shared.Mm(210), shared.Mm(297)
    section.left_margin = section.right_margin = shared.Mm(22)
    section.header.paragraphs[0].text = f"{body.title} {body.span}    {mark}"
    section.footer.paragraphs[0].text = stamp
    for text, size in ((body.title, 20), (body.span, 11)):
        head = book.add_paragraph()
        head.alignment = alignment.WD_ALIGN_PARAGRAPH.CENTER
        run = head.add_run(text)
        run.bold, run.font.size = size > 12, shared.Pt(size)
    book.add_paragraph(body.summary)
    charts = drawn(body)
    _chart(book, "城市脉搏", charts.get("pulse"))
    _chart(book, "平安 绿色 活力 健康", charts.get("scores"))
    _changes(book, "转差的体征与建议", body.worse, "本期没有转差的体征。")
    _changes(book, "处于红色的体征", body.red, "本期没有处于红色的体征。")
    _changes(book, "好转的体征", body.better, "本期没有好转的体征。")
    _chart(book, "下级区域的脉搏", charts.get("ranks"))
    if body.late:
        _head(book, "数据说明")
        book.add_paragraph(f"以下体征本期没有数据，未予评判：{'、'.join(body.late)}。")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _styled(book: Any) -> None:
    for name in ("Normal", "Heading 1"):
        style = book.styles[name]
        style.font.name = WORD_FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(ns.qn("w:eastAsia"), WORD_FONT)
        style.font.size = shared.Pt(10.5 if name == "Normal" else 14)
        style.font.color.rgb = shared.RGBColor.from_string("1F2A37")
    book.styles["Normal"].paragraph_format.line_spacing = 1.35


def _head(book: Any, text: str) -> None:
    book.add_heading(text, level=1)


def _chart(book: Any, title: str, svg: str | None) -> None:
    if svg:
        _head(book, title)
        book.add_picture(_picture(svg), width=shared.Mm(166))


def _changes(book: Any, title: str, changes: Sequence[Change], none: str) -> None:
    _head(book, title)
    if not changes:
        book.add_paragraph(none)
    for one in changes:
        line = book.add_paragraph()
        line.paragraph_format.space_before = shared.Pt(6)
        line.paragraph_format.keep_with_next = True
        line.add_run(f"{one.name_zh}　{with_unit(one.value, one.unit)}　").bold = True
        level = line.add_run(LEVEL_NAMES[one.level][0] if one.level >= 0 else "未评判")
        level.font.color.rgb = shared.RGBColor.from_string(COLOURS.get(one.level, "6B7686"))
        book.add_paragraph(one.why)
        if one.todo:
            book.add_paragraph(f"建议：{one.todo}")
