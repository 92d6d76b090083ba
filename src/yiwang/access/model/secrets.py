"""What a password and a username must be, and how long wrong tries lock: pure rules."""

import re
import unicodedata
from datetime import timedelta

from yiwang.base.errors import Invalid

SHORTEST = 12
LONGEST = 128
TRIES = 5
FIRST_LOCK = timedelta(minutes=15)
LONGEST_LOCK = timedelta(hours=24)
FORGET_AFTER = timedelta(hours=24)
_USERNAME = re.compile(r"[\w.@+-]{2,64}")
_LEET = str.maketrans("013457@$!", "oleastasi")
# What people add digits to when a long password is asked for.
_COMMON_WORDS = """
password passwd administrator admin root welcome letmein iloveyou monkey dragon sunshine princess football
qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc changeme default secret login master superman
woaini woaiwojia mima wodemima nihao putuo shanghai zhongguo china yiwang yiwangtongguan abc abcdef abcdefg
test testing user guest system service supervisor
"""
_STEMS = frozenset(_COMMON_WORDS.split())
_ROWS = ("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb")


def checked_username(username: str) -> str:
    """Return the username in the one form it is kept and compared in; `Invalid` when it cannot be one."""
    name = unicodedata.normalize("NFKC", username).strip().casefold()
    if not _USERNAME.fullmatch(name):
        raise Invalid("username", "A username is 2 to 64 letters, digits or one of . @ + - _")
    return name


def check_password(password: str, username: str) -> None:
    """Refuse a password that is short, guessed first by everyone, or made of the username."""
    if len(password) < SHORTEST:
        raise Invalid("password", f"Choose a password of at least {SHORTEST} characters: a sentence is fine.")
    if len(password) > LONGEST:
        raise Invalid("password", f"A password has at most {LONGEST} characters.")
    lowered = unicodedata.normalize("NFKC", password).casefold()
    if len(username) >= 4 and username.casefold() in lowered:
        raise Invalid("password", "The password must not contain the username.")
    if len(set(lowered)) < 5 or _common(lowered):
        raise Invalid("password", "This password is one of the first that others try. Choose another.")


def lock_after(failures: int) -> timedelta | None:
    """Return for how long the n-th wrong try in a row locks: every fifth does, each lock twice as long."""
    if failures < TRIES or failures % TRIES:
        return None
    doublings = min(failures // TRIES - 1, 10)
    return min(FIRST_LOCK * (1 << doublings), LONGEST_LOCK)


def _common(lowered: str) -> bool:
    letters = re.sub(r"[\W\d_]+", "", lowered)
    bare = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", lowered).translate(_LEET)
    if letters in _STEMS or bare in _STEMS:
        return True
    plain = re.sub(r"[\W_]+", "", lowered)
    return any(plain in row or plain in row[::-1] for row in _ROWS) or re.fullmatch(r"(.{1,6})\1+", plain) is not None
