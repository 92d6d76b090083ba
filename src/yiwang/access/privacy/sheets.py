"""Writing rows as CSV or XLSX, with a visible line that says whose copy it is."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Sheet:
    """A table with its title, the watermark's line, the heads and the cells, row by row; times in `zone`."""

    title: str
    mark: str
    heads: Sequence[str]
    cells: Sequence[Sequence[Any]]
    zone: ZoneInfo


def written(form: str, sheet: Sheet) -> bytes:
    """Return the sheet as a file of the format."""
    return _csv(sheet) if form == "csv" else _xlsx(sheet)


def media_type(form: str) -> str:
    """Return how a file of the format is announced."""
    return _MEDIA[form]


def _csv(sheet: Sheet) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_harmless(sheet.mark)])
    writer.writerow([_harmless(head) for head in sheet.heads])
    for row in sheet.cells:
        writer.writerow([_harmless(_plain(cell, sheet.zone)) for cell in row])
    return "\ufeff".encode() + out.getvalue().encode()  # office programs know UTF-8 by its mark


def _xlsx(sheet: Sheet) -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.title[:31])
    page.oddHeader.center.text = page.oddFooter.center.text = sheet.mark.replace("&", "&&")
    page.freeze_panes = "A3"
    bold, grey = Font(bold=True), Font(color="FF888888")

    def cell(value: Any, font: Font | None = None) -> WriteOnlyCell:
        made = WriteOnlyCell(page, value=value)
        if isinstance(value, str):
            made.data_type = "s"  # words are words, also those that begin like a formula
        if font:
            made.font = font
        return made

    page.append([cell(sheet.mark, grey)])
    page.append([cell(head, bold) for head in sheet.heads])
    for row in sheet.cells:
        page.append([cell(_plain(value, sheet.zone)) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _plain(value: Any, zone: ZoneInfo) -> Any:
    if isinstance(value, datetime):
        return f"{value.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        return "".join(sign for sign in value if sign >= " " or sign in "\n\t")
    return value if isinstance(value, int | float) or value is None else str(value)


def _harmless(value: Any) -> Any:
    """Keep a spreadsheet from taking words for a formula: they get an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
