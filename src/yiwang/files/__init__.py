"""Files: photos re-encoded without what the camera wrote into them, hashed, kept on disk, seen with their object."""

from yiwang.files.attaching import attach, hanging_on, share
from yiwang.files.keeping import keep_photo, keep_within
from yiwang.files.model import Photo
from yiwang.files.reading import find_photo, first_seen, photo_of
from yiwang.files.shelf import Shelf

__all__ = [
    "Photo",
    "Shelf",
    "attach",
    "find_photo",
    "first_seen",
    "hanging_on",
    "keep_photo",
    "keep_within",
    "photo_of",
    "share",
]
