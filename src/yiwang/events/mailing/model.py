"""What is taken from a letter: who wrote, what, pictures, where; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from html.parser import HTMLParser

MOST_PICTURES = 9
MOST_PARTS = 200
LONGEST_TEXT = 4000
_PICTURES = ("image/jpeg", "image/png", "image/webp", "image/jpg", "image/pjpeg")
_PLACE_LINE = re.compile(r"^\s*(?:地点|地址|位置|place|address|location)\s*[:：]\s*(\S.{0,250})$", re.M | re.I)
_ADDRESS = re.compile(r"[一-鿿]{2,8}(?:路|街|大道|公路)\s*\d{1,5}\s*(?:弄|号|支弄)(?:\s*\d{1,4}\s*号)?")
# Only the head is looked at, and only for what tells a letter from its like.
_MESSAGE_ID = re.compile(rb"^message-id:[ \t]*(?:\r?\n[ \t]+)?(<[^>\r\n]{1,900}>)", re.M | re.I)
_CHARSETS = ("utf-8", "gb18030")


@dataclass(frozen=True)
class Picture:
    """A picture as it was attached."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Letter:
    """A letter read. `automatic` says why it is no person's: an answer of a machine, a mailing list, a bounce."""

    name: str
    address: str
    subject: str
    text: str
    place: str
    pictures: tuple[Picture, ...]
    automatic: str | None = None

    @property
    def said(self) -> str:
        """Subject and words together, as long as a report may be."""
        whole = f"{self.subject}\n{self.text}".strip() if self.subject not in self.text else self.text
        return whole if len(whole) <= LONGEST_TEXT else whole[: LONGEST_TEXT - 1] + "…"


def message_id(raw: bytes) -> bytes | None:
    """Return a letter's Message-ID from its head; None when it has none."""
    head = re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[0]
    found = _MESSAGE_ID.search(head)
    return found[1] if found else None


def read_letter(raw: bytes) -> Letter:
    """Read a letter; what cannot be understood in it is left out, and nothing in it makes this fail."""
    message = message_from_bytes(raw)
    name, address = parseaddr(_header(message, "From"))
    texts: list[str] = []
    pages: list[str] = []
    pictures: list[Picture] = []
    for part in _parts(message):
        kind = part.get_content_type()
        if kind in _PICTURES and len(pictures) < MOST_PICTURES:
            pictures.append(Picture(_decoded(part.get_filename() or "photo"), _bytes(part)))
        elif part.get_content_disposition() != "attachment" and kind in ("text/plain", "text/html"):
            (texts if kind == "text/plain" else pages).append(_text(part))
    text = "\n".join(texts).strip() or "\n".join(_without_tags(page) for page in pages).strip()
    subject = " ".join(_header(message, "Subject").split())[:200]
    return Letter(
        name=_plain(name)[:60],
        address=_plain(address)[:200],
        subject=_plain(subject),
        text=_plain(text),
        place=_place(f"{subject}\n{text}"),
        pictures=tuple(pictures),
        automatic=_automatic(message),
    )


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something; a letter inside a letter is not opened."""
    waiting, seen = [message], 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop(0)
        seen += 1
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting = [one for one in inside if isinstance(one, Message)] + waiting
        elif part.get_content_maintype() != "message":
            yield part


def _header(message: Message, name: str) -> str:
    return _decoded(str(message.get(name, "")))


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def _bytes(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _text(part: Message) -> str:
    data = _bytes(part)
    for charset in (part.get_content_charset() or "", *_CHARSETS):
        try:
            return data.decode(charset)
        except (LookupError, ValueError):
            continue
    return data.decode("utf-8", errors="replace")


def _plain(text: str) -> str:
    """Return text that a database can hold, with one kind of line end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return lines.encode(errors="replace").decode().strip()


def _place(text: str) -> str:
    line = _PLACE_LINE.search(text)
    if line:
        return _plain(line[1])
    address = _ADDRESS.search(text)
    return _plain(address[0]) if address else ""


def _automatic(message: Message) -> str | None:
    sent = str(message.get("Auto-Submitted", "no")).strip().casefold()
    if not sent.startswith("no"):
        return "an automatic answer"
    if message.get("List-Id") or str(message.get("Precedence", "")).strip().casefold() in ("bulk", "junk", "list"):
        return "sent to many"
    if message.get_content_type() == "multipart/report":
        return "a report of a mail server"
    return None


class _Words(HTMLParser):
    """Gathers what a page shows."""

    _BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3"})
    _HIDDEN = frozenset({"script", "style", "head", "title"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._hidden += tag in self._HIDDEN
        if tag in self._BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self._HIDDEN and self._hidden > 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def _without_tags(page: str) -> str:
    words = _Words()
    words.feed(page)
    words.close()
    return re.sub(r"\n\s*\n+", "\n", "".join(words.words)).strip()
