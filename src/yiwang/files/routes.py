"""Addresses of files: upload a photo, look at it. They stand in `files` below `app.state.data_dir`."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, UploadFile
from fastapi.responses import FileResponse
from pydantic import BaseModel

from yiwang.access.door import MIB, Door, LongDoor, LongVisit, Visit, takes
from yiwang.base.errors import NotFound
from yiwang.files.keeping import keep_photo
from yiwang.files.model import MOST_BYTES, Photo
from yiwang.files.reading import find_photo
from yiwang.files.shelf import Shelf

_looking = APIRouter(prefix="/api", route_class=Door, tags=["files"])
_uploading = APIRouter(prefix="/api", route_class=LongDoor, tags=["files"])
# Not shared caches; for an hour the browser need not ask again. What is shown is what the type says, and runs nothing.
_HEADERS = {
    "Cache-Control": "private, max-age=3600",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
_JPEG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}}}
}


class FileOut(BaseModel):
    """A stored photo and where to look at it."""

    id: UUID
    url: str
    thumb_url: str
    sha256: str
    kind: str
    width: int
    height: int


@_uploading.post("/files", status_code=201)
@takes(MOST_BYTES + MIB)
async def upload(file: UploadFile, visit: LongVisit) -> FileOut:
    photo = await keep_photo(visit.database, _shelf(visit.request), visit.actor, await file.read(), file.filename)
    url = f"/api/files/{photo.id}"
    return FileOut(
        id=photo.id,
        url=url,
        thumb_url=f"{url}/thumb",
        sha256=photo.sha256,
        kind=photo.kind,
        width=photo.width,
        height=photo.height,
    )


@_looking.get("/files/{file_id}", response_class=FileResponse, responses=_JPEG)
async def look(file_id: UUID, visit: Visit) -> FileResponse:
    photo = await find_photo(visit.tx, visit.actor, file_id, at=visit.at)
    return _image(visit.request, photo, thumb=False)


@_looking.get("/files/{file_id}/thumb", response_class=FileResponse, responses=_JPEG)
async def look_small(file_id: UUID, visit: Visit) -> FileResponse:
    photo = await find_photo(visit.tx, visit.actor, file_id, at=visit.at, look=False)
    return _image(visit.request, photo, thumb=True)


def _image(request: Request, photo: Photo, *, thumb: bool) -> FileResponse:
    path = _shelf(request).path(photo.sha256, thumb=thumb)
    if not path.is_file():
        raise NotFound("The photo's file is missing on disk. Restore the folder `files` from the backup.")
    return FileResponse(path, media_type="image/jpeg", headers=_HEADERS | {"ETag": f'"{photo.sha256}"'})


def _shelf(request: Request) -> Shelf:
    return Shelf(request.app.state.data_dir / "files")


router = APIRouter()
router.include_router(_looking)
router.include_router(_uploading)
