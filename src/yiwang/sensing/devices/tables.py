"""Devices as tables: CSV and XLSX read into rows with every fault, and written so that they can be read back."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yiwang import people
from yiwang.base.errors import Invalid, TooLarge
from yiwang.places import Locator
from yiwang.sensing.devices.model import Device, DeviceIn, Key, Problem

MOST_ROWS = 50_000
MOST_UNPACKED = 200 << 20  # bytes: a small workbook that unpacks to gigabytes is an attack
# column → label; either may head a column
COLUMNS: dict[str, str] = {
    "code": "设备编码",
    "class_code": "设备类型",
    "name": "名称",
    "maker": "厂家",
    "model": "型号",
    "serial": "序列号",
    "lon": "经度",
    "lat": "纬度",
    "datum": "坐标系",
    "address": "地址",
    "floor": "楼层",
    "jurisdiction": "区划代码",
    "owner": "权属单位",
    "maintainer": "维护单位",
    "contract": "合同",
    "installed_on": "安装日期",
    "keys": "接入标识",
    "state": "状态",  # written only: a state is set by its verb
}
_WORDS = {label: name for name, label in COLUMNS.items()} | {name: name for name in COLUMNS}
_PLAIN = {one.name for one in fields(DeviceIn)} & COLUMNS.keys() - {"lon", "lat", "installed_on", "keys", "datum"}


def read_table(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV (UTF-8 or GB 18030) or XLSX file by the names of `COLUMNS`; `Invalid` when it is none.

    A heading nobody knows is refused: a misspelt column would else be lost in silence.
    """
    lines = _xlsx(data) if data.startswith(b"PK\x03\x04") else _csv(data)
    if not lines:
        raise Invalid("file", "The file is empty.")
    header = [_WORDS.get(cell, "") for cell in lines[0]]
    unknown = [cell for cell, name in zip(lines[0], header, strict=True) if cell and not name]
    if unknown:
        raise Invalid("file", f"No column is called {unknown[0][:40]}; there are {', '.join(COLUMNS)}.")
    if missing := {"code", "class_code"} - set(header):
        raise Invalid("file", f"The file has no column {', '.join(sorted(missing))}.")
    if len(lines) > MOST_ROWS + 1:
        raise TooLarge(f"A file has at most {MOST_ROWS} rows; give it in parts.")
    return [dict(zip(header, line, strict=False)) for line in lines[1:] if any(line)]


def devices_of(
    rows: Sequence[Mapping[str, str]], locator: Locator, units: people.Directory
) -> tuple[list[DeviceIn], list[Problem]]:
    """Return the rows as devices, and every fault of those that are none."""
    by_code = {unit.code: unit.id for unit in units.units.values()}
    places = {code: node.id for code, node in locator.by_code.items()}
    found, problems = [], []
    for number, row in enumerate(rows, 1):
        faults: list[Problem] = []
        read = _Reader(row, number, faults)
        given = DeviceIn(
            **{name: row.get(name, "") for name in _PLAIN},  # type: ignore[arg-type]
            lon=read.one("lon", float),
            lat=read.one("lat", float),
            datum=row.get("datum") or "CGCS2000",
            jurisdiction_id=read.named("jurisdiction", places),
            organisation_id=read.named("owner", by_code),
            maintainer_id=read.named("maintainer", by_code),
            installed_on=read.one("installed_on", lambda text: date.fromisoformat(text[:10])),
            keys=read.one("keys", keys_of) or (),
        )
        problems += faults
        found.append(given)
    return found, problems


class _Reader:
    """One row's cells that are no plain text; what is wrong with one is noted."""

    def __init__(self, row: Mapping[str, str], number: int, faults: list[Problem]) -> None:
        self._row, self._number, self._faults = row, number, faults

    def one(self, name: str, read: Callable[[str], Any]) -> Any:
        text = self._row.get(name, "")
        if not text:
            return None
        try:
            return read(text)
        except ValueError:
            self._faults.append(Problem(self._number, name, f"{text[:40]} is no {name}."))
            return None

    def named(self, name: str, known: Mapping[str, UUID]) -> UUID | None:
        text = self._row.get(name, "")
        if text and text not in known:
            self._faults.append(Problem(self._number, name, f"Nobody knows the code {text[:40]}."))
        return known.get(text)


def keys_of(text: str) -> tuple[Key, ...]:
    """Return the keys of a cell: `hj212:310107ABC; http:17`."""
    keys = []
    for part in text.replace("；", ";").split(";"):
        if part.strip():
            protocol, sep, external = part.strip().partition(":")
            if not sep:
                raise ValueError(part)
            keys.append(Key(protocol.strip(), external.strip()))
    return tuple(keys)


def rows_of(devices: Iterable[Device], locator: Locator, units: people.Directory) -> list[list[str]]:
    """Return devices as lines of a table, the heading first."""
    lines = [list(COLUMNS)]
    for device in devices:
        node = locator.nodes.get(device.jurisdiction_id) if device.jurisdiction_id else None
        cells: dict[str, Any] = {name: getattr(device, name, None) for name in COLUMNS}
        cells["datum"] = "CGCS2000"
        cells["jurisdiction"] = node.code if node else ""
        cells["owner"], cells["maintainer"] = (
            units.units[one].code if one and one in units.units else ""
            for one in (device.organisation_id, device.maintainer_id)
        )
        cells["keys"] = "; ".join(f"{key.protocol}:{key.external_id}" for key in device.keys)
        lines.append(["" if cells[name] is None else str(cells[name]) for name in COLUMNS])
    return lines


def write_csv(lines: Sequence[Sequence[str]]) -> bytes:
    """Return lines as CSV in UTF-8 with a mark that spreadsheets know; what looks like a formula is disarmed."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_disarmed(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(lines: Sequence[Sequence[str]]) -> bytes:
    """Return lines as a workbook; every cell is text."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and seldom asked for

    book = Workbook(write_only=True)
    sheet = book.create_sheet("devices")
    for line in lines:
        sheet.append([_disarmed(cell) for cell in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _disarmed(cell: str) -> str:
    return "'" + cell if cell[:1] in ("=", "@") or (cell[:1] in "+-" and not _number(cell)) else cell


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return not cell
    return True


def _csv(data: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Invalid("file", "This is no text in UTF-8 or GB 18030. Send CSV or XLSX.")
    if "\0" in text:
        raise Invalid("file", "This is no text: it holds NUL characters. Send CSV or XLSX.")
    try:
        return [[_cell(cell) for cell in line] for line in csv.reader(io.StringIO(text, newline="")) if any(line)]
    except csv.Error as error:
        raise Invalid("file", f"This cannot be read as CSV: {error}.") from None


def _xlsx(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    broken = (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, IndexError, OSError, EOFError)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
        if unpacked > MOST_UNPACKED:
            raise TooLarge("This workbook is too large; give it in parts.")
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        return [line for row in sheet.iter_rows(values_only=True) if any(line := [_cell(cell) for cell in row])]
    except broken:
        raise Invalid("file", "This workbook cannot be read: it is damaged, or no XLSX.") from None


def _cell(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    text = str(cell).replace("\0", "").strip()
    return text[1:] if text[:2] in ("'=", "'@", "'+", "'-") else text
