"""Text as the classification compares it."""

import unicodedata

_KEEP = str.isalnum


def normalised(text: str, most: int = 400) -> str:
    """Return letters, digits and characters only, half-width, lower case; a gap is one space."""
    out: list[str] = []
    for char in unicodedata.normalize("NFKC", text[:most]).lower():
        if _KEEP(char):
            out.append(char)
        elif out and out[-1] != " ":
            out.append(" ")
    return "".join(out).strip()
