"""Words to search by: Chinese in pairs of characters, Latin and digits as words, names in pinyin. No input or output.

A text becomes a set of tokens; a question becomes tokens that all must be there, and, where one token cannot say it,
a piece of text that must stand in the normalised document as it is. The last character of a run is a token of its own,
so that every single character begins some token.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from pypinyin import Style, lazy_pinyin, pinyin

from yiwang.base.errors import Invalid

LONGEST = 100  # characters of a question
MOST_WORDS = 8
_LONGEST_TOKEN = 40
# Latin words, runs of digits, runs of every other script's letters.
_RUN = re.compile(
    r"(?P<latin>[a-z\u00df-\u00f6\u00f8-\u024f]+)|(?P<digits>[0-9]+)|(?P<other>[^\W0-9_a-z\u00df-\u00f6\u00f8-\u024f]+)"
)
# Telephone and identity numbers that people write into texts: not to be found by.
_NUMBER_OF_A_PERSON = re.compile(r"\d[\d -]{5,}\d[xX]?")
_SPLIT = re.compile(r"\s+")


@dataclass(frozen=True)
class Question:
    """What is looked for: `tokens` as a tsquery that all must match, `pieces` that must stand as they are."""

    words: tuple[str, ...]
    tsquery: str
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class Hit:
    """An object found: `marks` are [start, end) offsets of the words in each text, by its name."""

    kind: str
    id: UUID
    title: str
    text: str
    link: str
    at: datetime | None
    score: float
    more: dict[str, Any] = field(default_factory=dict)
    marks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


def normalised(text: str) -> str:
    """Return a text in the one spelling it is compared in: NFKC and lower case, sign by sign; traditional stays."""
    return "".join(_sign(sign) for sign in text)


def without_numbers(text: str) -> str:
    """Return a text that people wrote without what looks like a telephone or identity number."""
    return _NUMBER_OF_A_PERSON.sub("…", text)


def tokens(text: str) -> set[str]:
    """Return the tokens of a normalised text."""
    found: set[str] = set()
    for run in _RUN.finditer(text):
        word = run[0]
        if run.lastgroup == "other":
            found.update(word[i : i + 2] for i in range(len(word)))
        else:
            found.add(word[:_LONGEST_TOKEN])
    return found


def document(*texts: str) -> tuple[str, list[str]]:
    """Return texts as they are searched, one a line, and their tokens in order."""
    doc = "\n".join(_SPLIT.sub(" ", normalised(text)).strip() for text in texts)
    return doc, sorted(tokens(doc))


def question(text: str) -> Question:
    """Return what somebody typed as a question; `Invalid` when nothing in it can be looked for."""
    words = tuple(dict.fromkeys(normalised(text[:LONGEST]).split()))[:MOST_WORDS]
    parts: list[str] = []
    pieces: list[str] = []
    for word in words:
        runs = list(_RUN.finditer(word))
        # A single sign begins tokens of half of all texts: beside longer ones the piece says it, and costs nothing.
        telling = [run for run in runs if len(run[0]) > 1] or runs
        asked = [part for run in telling for part in _asked(run)]
        parts += asked
        if len(asked) > 1 or len(runs) > 1:
            pieces.append(word)
    if not parts:
        raise Invalid("q", "Say what to look for: a word, a name, a number.")
    return Question(words, " & ".join(dict.fromkeys(parts)), tuple(pieces))


def marks(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where the words stand in a text as it is shown: [start, end) in characters, in order, not overlapping."""
    plain, origin = "", list[int]()
    for index, sign in enumerate(text):
        piece = _sign(sign)
        plain += piece
        origin += [index] * len(piece)
    found: list[tuple[int, int]] = []
    for word in words:
        start = plain.find(word)
        while start >= 0:
            found.append((origin[start], origin[start + len(word) - 1] + 1))
            start = plain.find(word, start + len(word))
    return _joined(sorted(found))


def like(piece: str) -> str:
    """Return the LIKE pattern of a piece that stands anywhere."""
    return "%" + piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def score(doc: str, words: Sequence[str], weights: Sequence[float], age_days: float) -> float:
    """Return how well a document answers: each word counts by its best line, halved for each half year of age."""
    lines = doc.split("\n")
    best = 0.0
    for word in words:
        best += max((weight for line, weight in zip(lines, weights, strict=False) if word in line), default=0.5)
    return best * float(0.5 ** (max(age_days, 0.0) / 182.5))


def nearness(doc: str, words: Sequence[str]) -> float:
    """Return how near the words come to a document's first line, a name: 3 all of it, 2 its beginning, 1 elsewhere."""
    name, word = doc.split("\n", 1)[0], " ".join(words)
    if name == word:
        return 3.0
    return 2.0 if name.startswith(word) else 1.0


def pinyin_tokens(name: str) -> set[str]:
    """Return the ways a name is typed in pinyin: initials and whole, from each of its characters on."""
    found: set[str] = set()
    for letters in (_plain(name), *_readings(name)):
        for start in range(min(len(letters), 20)):
            found.add("".join(each[:1] for each in letters[start:])[:_LONGEST_TOKEN])
            found.add("".join(letters[start:])[:_LONGEST_TOKEN])
    return {each for each in found if each.isascii() and each.isalpha()}


def pinyin_key(name: str) -> str:
    """Return what sorts names as a Chinese dictionary does: by sound and tone, then by the sign itself."""
    plain = normalised(name)
    sounds = lazy_pinyin(plain, style=Style.TONE3, neutral_tone_with_five=True)
    return " ".join(sounds) + "\t" + plain


def _plain(name: str) -> list[str]:
    return [each.lower() for each in lazy_pinyin(name, v_to_u=False, errors="ignore")]


def _readings(name: str) -> list[list[str]]:
    """Other readings of the first character, which is where surnames and place names differ: 单 dan, shan."""
    if not name:
        return []
    first = pinyin(name[0], style=Style.NORMAL, heteronym=True, errors="ignore")
    rest = _plain(name)[1:]
    return [[each, *rest] for each in (first[0] if first else [])[:4]]


def _asked(run: re.Match[str]) -> list[str]:
    word = run[0]
    if run.lastgroup != "other":
        return [f"'{word[:_LONGEST_TOKEN]}':*"]
    if len(word) == 1:
        return [f"'{word}':*"]
    return [f"'{word[i : i + 2]}'" for i in range(len(word) - 1)]


def _sign(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign).lower()


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
