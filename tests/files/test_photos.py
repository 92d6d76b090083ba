"""Photos: taken in clean, kept under their hash, seen with the object they hang on and by nobody else."""

import hashlib
import io
import struct
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from PIL import Image

from yiwang.access import Actor, Grant, add_nodes, create_account, create_key, grant_role, platform_actor
from yiwang.access.door import install
from yiwang.access.routes import router as access_router
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.files import Shelf, attach, find_photo, keep_photo, share
from yiwang.files.encoding import encode
from yiwang.files.model import clean_name
from yiwang.files.routes import router

AT = datetime(2026, 11, 16, 2, tzinfo=UTC)
PLATFORM = platform_actor("test")
PASSWORD = "苏州河边的四季桂花 blooms"


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **extras) -> bytes:
    """A photo, dark on its left half so that its turning can be seen."""
    image = Image.new("RGB", size, "white")
    image.paste((20, 20, 20), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    image.save(out, kind, **extras)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is enormous."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_of_each_kind_becomes_jpeg(kind: str) -> None:
    done = encode(picture(kind))
    assert (done.width, done.height) == (640, 480)
    with Image.open(io.BytesIO(done.data)) as kept, Image.open(io.BytesIO(done.thumb)) as small:
        assert kept.format == small.format == "JPEG"
        assert small.size == (480, 360)


def test_what_the_camera_wrote_is_applied_and_left_behind() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned: the left half of the sensor is the top of the photo
    exif[0x010F] = "SecretMaker"
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    data = picture(exif=exif, comment=b"secret comment", icc_profile=b"secret profile")
    assert b"SecretMaker" in data and b"secret comment" in data
    done = encode(data)
    assert (done.width, done.height) == (480, 640)
    with Image.open(io.BytesIO(done.data)) as kept:
        assert not kept.getexif() and not kept.info.keys() & {"exif", "comment", "icc_profile"}
        assert kept.getpixel((240, 100))[0] < 60 < 200 < kept.getpixel((240, 540))[0]
    assert b"ecret" not in done.data + done.thumb


def test_a_large_photo_is_made_smaller_and_a_transparent_one_stands_on_white() -> None:
    assert max(encode(picture(size=(6000, 3000))).width, 0) == 2560
    out = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(encode(out.getvalue()).data)) as kept:
        assert kept.getpixel((25, 25)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<svg onload=alert(1)>",
        b"GIF89a" + bytes(100),
        picture("BMP"),
        picture()[:300],
        picture("PNG")[:200],
        b"\xff\xd8\xff" + bytes(500),
        b"RIFF\x10\0\0\0WEBPVP8 " + bytes(50),
        b"%PDF-1.7",
    ],
)
def test_what_is_no_whole_photo_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid):
        encode(data)


@pytest.mark.parametrize("size", [(8_000, 8_000), (11_000, 11_000), (60_000, 60_000)])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_pixel_bomb_is_refused_before_it_is_opened(size: tuple[int, int]) -> None:
    with pytest.raises((TooLarge, Invalid)):
        encode(bomb(*size))
    with pytest.raises(TooLarge):
        encode(b"\xff\xd8\xff" + bytes(16 << 20))


def test_a_name_keeps_no_folder_and_no_control_character() -> None:
    assert clean_name("../../etc/pass\x00wd\n") == "passwd"
    assert clean_name("C:\\照片\\一.jpg") == "一.jpg"
    assert clean_name(None) == clean_name("\ud800") == "photo"


# ---- kept, attached, seen


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "files")


@pytest.fixture
async def client(database: Database, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    app.state.database, app.state.data_dir = database, tmp_path
    install(app)
    app.router.routes.extend(access_router.routes)
    app.router.routes.extend(router.routes)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test") as client:
        yield client


async def city(database: Database) -> dict[str, UUID]:
    ids = {name: uuid7(AT) for name in ("district", "north", "south", "department", "other")}
    async with database.tx() as tx:
        nodes = [(ids["district"], None, "jurisdiction")]
        nodes += [(ids[name], ids["district"], "jurisdiction") for name in ("north", "south")]
        await add_nodes(tx, nodes + [(ids[name], None, "organisation") for name in ("department", "other")], AT)
    return ids


def somebody(role: str = "handler", **limits: UUID) -> Actor:
    return Actor(uuid7(AT), "account", "someone", (Grant(role, **limits),))


async def sees(database: Database, actor: Actor, photo: UUID) -> bool:
    async with database.tx() as tx:
        try:
            return (await find_photo(tx, actor, photo, at=AT)).id == photo
        except NotFound:
            return False


@pytest.mark.anyio
async def test_a_photo_is_kept_under_the_hash_of_its_bytes(database: Database, shelf: Shelf) -> None:
    photo = await keep_photo(database, shelf, somebody(), picture(), "一.jpg")
    path = shelf.path(photo.sha256)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == photo.sha256
    assert path.stat().st_size == photo.bytes
    assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o777 == 0o700
    assert {p.name for p in path.parent.iterdir()} == {path.name, shelf.path(photo.sha256, thumb=True).name}
    again = await keep_photo(database, shelf, somebody(), picture(), "二.jpg")
    assert again.sha256 == photo.sha256 and again.id != photo.id


@pytest.mark.anyio
async def test_a_free_photo_is_its_uploaders_only(database: Database, shelf: Shelf) -> None:
    uploader = somebody()
    photo = await keep_photo(database, shelf, uploader, picture(), None)
    assert await sees(database, uploader, photo.id)
    assert not await sees(database, somebody("supervisor"), photo.id)


@pytest.mark.anyio
async def test_an_attached_photo_is_seen_with_its_object(database: Database, shelf: Shelf) -> None:
    ids, uploader, case = await city(database), somebody("intake"), uuid7(AT)
    photo = await keep_photo(database, shelf, uploader, picture(), None)
    async with database.tx() as tx:
        await attach(
            tx,
            uploader,
            [photo.id],
            object_type="case",
            object_id=case,
            jurisdiction=ids["north"],
            organisation=None,
            at=AT,
        )
    handler, other = somebody(organisation=ids["department"]), somebody(organisation=ids["other"])
    assert await sees(database, somebody("leader"), photo.id)
    assert await sees(database, somebody("supervisor", jurisdiction=ids["district"]), photo.id)
    assert not await sees(database, somebody("supervisor", jurisdiction=ids["south"]), photo.id)
    assert not await sees(database, handler, photo.id)
    assert not await sees(database, uploader, photo.id)
    for _ in range(2):
        async with database.tx() as tx:
            share(tx, case, jurisdiction=ids["north"], organisation=ids["department"])
    assert await sees(database, handler, photo.id) and not await sees(database, other, photo.id)
    for role in ("system_admin", "security_admin", "audit_admin", "data_admin"):
        assert not await sees(database, somebody(role), photo.id)


@pytest.mark.anyio
async def test_only_ones_own_free_photos_are_attached(database: Database, shelf: Shelf) -> None:
    uploader = somebody()
    photo = await keep_photo(database, shelf, uploader, picture(), None)
    where = {"object_type": "case", "jurisdiction": None, "organisation": None, "at": AT}
    for actor, ids in ((somebody(), [photo.id]), (uploader, [photo.id, uuid7(AT)])):
        with pytest.raises(Conflict):
            async with database.tx() as tx:
                await attach(tx, actor, ids, object_id=uuid7(AT), **where)
    async with database.tx() as tx:
        await attach(tx, uploader, [photo.id, photo.id], object_id=uuid7(AT), **where)
        await attach(tx, uploader, [], object_id=uuid7(AT), **where)
    with pytest.raises(Conflict):
        async with database.tx() as tx:
            await attach(tx, uploader, [photo.id], object_id=uuid7(AT), **where)
    with pytest.raises(Invalid):
        async with database.tx() as tx:
            await attach(tx, uploader, [uuid7(AT) for _ in range(21)], object_id=uuid7(AT), **where)


@pytest.mark.anyio
async def test_only_who_may_write_files_uploads(database: Database, shelf: Shelf) -> None:
    with pytest.raises(Forbidden):
        await keep_photo(database, shelf, somebody("leader"), picture(), None)
    assert not shelf.folder.exists()


@pytest.mark.anyio
async def test_a_photo_goes_up_and_comes_back_over_http(client: httpx.AsyncClient, database: Database) -> None:
    assert (await client.post("/api/files", files={"file": ("x.jpg", picture())})).status_code == 401
    async with database.tx() as tx:
        account = await create_account(tx, PLATFORM, "handler", "Handler", PASSWORD, at=AT)
        await grant_role(tx, PLATFORM, account.id, "handler", at=AT)
        key = await create_key(tx, PLATFORM, "hotline", "intake", [Grant("intake")], at=AT)
    told = (await client.post("/api/session", json={"username": "handler", "password": PASSWORD})).json()
    assert (await client.post("/api/files", files={"file": ("x.jpg", picture())})).status_code == 403
    client.headers["X-CSRF-Token"] = told["csrf"]
    made = await client.post("/api/files", files={"file": ("x.jpg", picture("PNG"))})
    assert made.status_code == 201
    photo = made.json()
    for url in (photo["url"], photo["thumb_url"]):
        answer = await client.get(url)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.headers["cache-control"].startswith("private")
        assert answer.headers["x-content-type-options"] == "nosniff"
    full = await client.get(photo["url"])
    assert hashlib.sha256(full.content).hexdigest() == photo["sha256"]
    assert (await client.get(photo["url"], headers={"Authorization": f"Bearer {key.key}"})).status_code == 404
    for wrong, status in (
        ({"file": ("x.jpg", b"no photo")}, 422),
        ({"other": ("x.jpg", picture())}, 422),
        ({"file": ("x.jpg", bytes(17 << 20))}, 413),
    ):
        assert (await client.post("/api/files", files=wrong)).status_code == status
    broken = await client.post(
        "/api/files", content=b"--x", headers={"Content-Type": "multipart/form-data; boundary=y"}
    )
    assert broken.status_code in (400, 422)
    async with database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM access.audit WHERE action = 'file.seen'") == 2
    assert (await client.get(f"/api/files/{uuid7(AT)}")).status_code == 404
