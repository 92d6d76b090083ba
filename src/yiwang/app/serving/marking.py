"""Files of a platform whose data is made up say so by their names, whatever made them."""

import re
from collections.abc import Iterable
from urllib.parse import quote, unquote

MARK = "演示数据"
# media type: how its files end
_FILES = {
    b"text/csv": "csv",
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    b"application/pdf": "pdf",
    b"application/zip": "zip",
}
_NAMED = re.compile(r"filename\*=UTF-8''([^;]+)|filename=\"([^\"]*)\"|filename=([^;\s]+)", re.IGNORECASE)
Headers = list[tuple[bytes, bytes]]


def marked(headers: Iterable[tuple[bytes, bytes]], path: str) -> Headers:
    """Return the headers of an answer; those of a document get a file name that says what its data is."""
    given = list(headers)
    kind = next((value for name, value in given if name.lower() == b"content-type"), b"")
    ending = _FILES.get(kind.partition(b";")[0].strip().lower())
    if ending is None:
        return given
    told = next((value.decode("latin-1") for name, value in given if name.lower() == b"content-disposition"), "")
    name = f"{MARK}-{_name(told) or _of_path(path, ending)}"
    rest = [(header, value) for header, value in given if header.lower() != b"content-disposition"]
    return [*rest, (b"content-disposition", f"attachment; filename*=UTF-8''{quote(name)}".encode())]


def _name(disposition: str) -> str:
    found = _NAMED.search(disposition)
    if found is None:
        return ""
    return unquote(found[1]) if found[1] else found[2] or found[3]


def _of_path(path: str, ending: str) -> str:
    parts = [part for part in path.split("/") if part not in ("", "api", "export")]
    name = "-".join(parts[-2:]) or "export"
    return name if name.endswith(f".{ending}") else f"{name}.{ending}"
