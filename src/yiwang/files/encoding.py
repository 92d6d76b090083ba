"""Re-encoding a photo: upright, smaller, and without anything the camera or an attacker wrote into it."""

import asyncio
import struct
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from PIL import Image, ImageOps

from yiwang.base.errors import Invalid, TooLarge, TooMany
from yiwang.files.model import LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, QUALITY, THUMB_SIDE, Encoded, sniff

_AT_ONCE = 2
_MOST_WAITING = 64
_UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, struct.error, Image.DecompressionBombError)


class _Encoding:
    """Two photos at a time and a queue, beside the event loop: many uploads at once do not fill the memory."""

    def __init__(self) -> None:
        self.threads = ThreadPoolExecutor(_AT_ONCE, "photo")
        self.waiting = 0

    async def run(self, data: bytes) -> Encoded:
        if self.waiting >= _MOST_WAITING:
            raise TooMany("Many photos are being taken in at this moment. Send it again in a few seconds.")
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, encode, data)
        finally:
            self.waiting -= 1


_encoding = _Encoding()


async def encode_aside(data: bytes) -> Encoded:
    """Return `encode(data)` without holding up the event loop."""
    return await _encoding.run(data)


def encode(data: bytes) -> Encoded:
    """Return the photo as clean JPEG with its small version; refuse what is no photo, broken, or too large."""
    if len(data) > MOST_BYTES:
        raise TooLarge(f"A photo has at most {MOST_BYTES >> 20} MiB.")
    kind = sniff(data)
    if kind is None:
        raise Invalid("file", "This is no photo that can be taken: send JPEG, PNG or WebP.")
    try:
        return _encoded(data, kind)
    except Image.DecompressionBombWarning:
        raise _too_many_pixels() from None
    except _UNREADABLE:
        raise Invalid("file", "This photo cannot be read: it is damaged or incomplete.") from None


def _encoded(data: bytes, kind: str) -> Encoded:
    with Image.open(BytesIO(data), formats=[kind]) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise _too_many_pixels()
        # JPEG can be decoded at a half, a quarter or an eighth of its size, which is all that is needed.
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    clean = _without_extras(upright)
    small = clean.copy()
    small.thumbnail((THUMB_SIDE, THUMB_SIDE), Image.Resampling.LANCZOS)
    return Encoded(_jpeg(clean), _jpeg(small), clean.width, clean.height)


def _without_extras(image: Image.Image) -> Image.Image:
    """Pixels only, on white where the photo was transparent: comments, EXIF and profiles stay behind."""
    clean = Image.new("RGB", image.size, "white")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        shown = image.convert("RGBA")
        clean.paste(shown, mask=shown.getchannel("A"))
    else:
        clean.paste(image.convert("RGB"))
    return clean


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _too_many_pixels() -> TooLarge:
    return TooLarge(f"A photo has at most {MOST_PIXELS // 1_000_000} million pixels.")
