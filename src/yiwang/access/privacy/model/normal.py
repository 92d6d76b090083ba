"""The one spelling in which a value is compared: equal values have equal blind indexes."""

import re
import unicodedata

SEARCHED = ("phone", "id_number", "email", "plate", "name")


def normal(kind: str, text: str) -> str:
    """Return `text` as values of its kind are compared; empty when nothing of it can be."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if kind == "phone":
        digits = "".join(sign for sign in plain if sign.isdigit())
        return digits[2:] if digits.startswith("86") and len(digits) == 13 else digits
    if kind in ("id_number", "plate"):
        return re.sub(r"[\W_]", "", plain).upper()
    if kind == "email":
        return plain.casefold()
    return "".join(plain.split()).casefold()
