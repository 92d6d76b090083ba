"""Taking out of words what names somebody: numbers, addresses of mail, the name and the number of a person. Pure."""

import re
from collections.abc import Sequence

HIDDEN = "***"
_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z])\+?[0-9](?:[0-9 \-]{5,22})[0-9Xx](?![0-9A-Za-z])")
_MAIL = re.compile(r"[^\s@<>，。；、]+@[^\s@<>，。；、]+\.[A-Za-z]{2,}")


def without_contacts(text: str) -> str:
    """Return a text without what looks like a telephone number, an identity number or a mail address."""
    hidden = _MAIL.sub(HIDDEN, text)
    return _LONG_NUMBER.sub(lambda found: HIDDEN if _digits(found[0]) >= 7 else found[0], hidden)


def without_person(text: str, values: Sequence[str]) -> str:
    """Return a text without a person's name or number, and without whatever else reaches somebody."""
    for value in sorted((each for each in values if len(each) > 1), key=len, reverse=True):
        text = text.replace(value, HIDDEN)
    return without_contacts(text)


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)
