"""Files of orders as tables: CSV and XLSX read into rows, and written back with one more column."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from yiwang.base.errors import Invalid, TooLarge

REASON = "导入结果"  # the column that is added; in a file given again it is written over
MOST_ROWS = 50_000
MOST_COLUMNS = 200
MOST_UNPACKED = 400 << 20  # bytes: a small file that unpacks to gigabytes is an attack
_BROKEN = (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError, EOFError)

Cell = Any  # text, number, date or None


@dataclass(frozen=True)
class Table:
    """A file read: its header, its rows of cells, and how it was written."""

    form: str
    header: list[str]
    rows: list[list[Cell]]
    encoding: str = "utf-8"
    delimiter: str = ","
    sheet: str = ""

    def record(self, row: int) -> dict[str, Cell]:
        """Return a row (from 0) by the names of the columns; of two columns alike the first counts."""
        cells = self.rows[row]
        return {name: cells[place] for name, place in self.places.items() if place < len(cells)}

    @property
    def places(self) -> dict[str, int]:
        """Where each column stands."""
        found: dict[str, int] = {}
        for place, name in enumerate(self.header):
            if name:
                found.setdefault(name, place)
        return found


def form_of(data: bytes) -> str:
    """Return csv or xlsx by what the file begins with, whatever it is called."""
    return "xlsx" if data.startswith(b"PK\x03\x04") else "csv"


def read_table(data: bytes, *, delimiter: str = ",", encoding: str | None = None, sheet: str | None = None) -> Table:
    """Read a file; `Invalid` when it is neither CSV text nor a workbook."""
    table = _read_xlsx(data, sheet) if form_of(data) == "xlsx" else _read_csv(data, delimiter, encoding)
    if len(table.rows) > MOST_ROWS:
        raise TooLarge(f"A file has at most {MOST_ROWS} rows; give it in parts.")
    return table


def write_table(table: Table, reasons: Mapping[int, str]) -> bytes:
    """Return the file with the reasons (by row, from 0) in a column of their own; a good row's is empty."""
    place = table.places.get(REASON, len(table.header))
    header = _with(table.header, place, REASON)
    rows = [_with(row, place, reasons.get(number, "")) for number, row in enumerate(table.rows)]
    return _write_xlsx(table, header, rows) if table.form == "xlsx" else _write_csv(table, header, rows)


def _with(cells: Sequence[Cell], place: int, value: str) -> list[Cell]:
    row = list(cells) + [None] * (place + 1 - len(cells))
    row[place] = value
    return row


def _read_csv(data: bytes, delimiter: str, encoding: str | None) -> Table:
    text, found = _decoded(data, encoding)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        lines = [line for line in reader if any(cell.strip() for cell in line)]
    except csv.Error as error:
        raise Invalid("file", f"This cannot be read as CSV: {error}.") from None
    if not lines:
        raise Invalid("file", "The file is empty.")
    header = [name.strip() for name in lines[0]]
    rows: list[list[Cell]] = [list(line) for line in lines[1:]]
    return Table("csv", header, rows, found, delimiter)


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    for name in [encoding] if encoding else ["utf-8-sig", "gb18030"]:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise Invalid("file", "This is no text: it holds NUL characters. Send CSV or XLSX.")
        return text, name
    raise Invalid("file", "This is no text in UTF-8 or GB 18030. Send CSV or XLSX.")


def _write_csv(table: Table, header: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=table.delimiter)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode(table.encoding, errors="replace")


def _read_xlsx(data: bytes, sheet: str | None) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
        if unpacked > MOST_UNPACKED:
            raise TooLarge("This workbook is too large; give it in parts.")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except _BROKEN:
        raise Invalid("file", "This workbook cannot be read: it is damaged, or no XLSX.") from None
    try:
        if sheet is not None and sheet not in book.sheetnames:
            raise Invalid("file", f"The workbook has no sheet {sheet}.")
        found = book[sheet] if sheet else book.worksheets[0]
        lines = _cells(found)
    except (*_BROKEN, IndexError) as error:
        if isinstance(error, Invalid):
            raise
        raise Invalid("file", "This workbook cannot be read: it is damaged, or no XLSX.") from None
    finally:
        book.close()
    if not lines:
        raise Invalid("file", "The sheet is empty.")
    header = ["" if cell is None else str(cell).strip() for cell in lines[0]]
    return Table("xlsx", header, lines[1:], sheet=found.title)


def _cells(sheet: Any) -> list[list[Cell]]:
    lines: list[list[Cell]] = []
    for line in sheet.iter_rows(values_only=True):
        filled = [place for place, cell in enumerate(line) if cell is not None and str(cell).strip()]
        if filled:
            lines.append(list(line[: min(filled[-1] + 1, MOST_COLUMNS)]))
        if len(lines) > MOST_ROWS + 1:
            break
    return lines


def _write_xlsx(table: Table, header: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.sheet or None)
    sheet.append(header)
    for row in rows:
        sheet.append([_plain(sheet, cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _plain(sheet: WriteOnlyWorksheet, cell: Cell) -> Cell:
    """Return a cell that is shown as it is: text that begins like a formula stays text."""
    if isinstance(cell, str) and cell.startswith("="):
        shown = WriteOnlyCell(sheet, value=cell)
        shown.data_type = "s"
        return shown
    return cell


def text_of(cell: Cell) -> str:
    """Return a cell as trimmed text: a whole number without a decimal point, a date as ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell).replace("\0", "").strip()
