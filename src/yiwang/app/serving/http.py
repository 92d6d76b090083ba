"""The HTTP mount: every room's routes, the desk's files, and the loop that keeps the books fresh."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, JSONResponse, Response
from pydantic import BaseModel
from starlette.staticfiles import StaticFiles

from yiwang import __version__
from yiwang.access.door import install
from yiwang.app.platform import Platform, opened
from yiwang.app.routers import ROUTERS
from yiwang.app.settings import Settings
from yiwang.app.wiring import declared
from yiwang.base.clock import Clock, SystemClock

STATIC = Path(__file__).parents[1] / "static"
_HEADERS = {
    "content-security-policy": (
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
        "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "geolocation=(self), camera=(self), microphone=()",
}


class PlatformOut(BaseModel):
    """What every page shows of the platform."""

    name: str
    title: str
    demo: bool
    zone: str
    version: str


def make_app(settings: Settings, url: str, clock: Clock | None = None) -> FastAPI:
    """Return the ASGI application over the database at `url`."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with opened(settings, url, clock) as platform:
            _hand_over(app, platform)
            refreshing = asyncio.create_task(platform.keep_fresh(), name="keep the books fresh")
            try:
                yield
            finally:
                refreshing.cancel()
                await asyncio.gather(refreshing, return_exceptions=True)

    return _mount(settings, lifespan)


def _hand_over(app: FastAPI, platform: Platform) -> None:
    """Give the routes what they ask `request.app.state` for."""
    state = app.state
    state.platform, state.settings = platform, platform.settings
    state.database, state.books = platform.database, platform.books
    state.keyring, state.locators = platform.books.keyring, platform.books.locators
    state.matters, state.calendar = platform.books.matters, platform.books.days
    state.declared = declared(platform.books)
    state.open_lake = platform.open_lake
    state.data_dir = platform.settings.data_dir
    state.demo = platform.settings.sample


def _mount(settings: Settings, lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None) -> FastAPI:
    app = FastAPI(
        title="Yiwang 一网",
        version=__version__,
        summary="Found on one screen, dispatched through one door, handled in one place, judged on one net.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    install(app)
    for router in ROUTERS:
        app.include_router(router)

    @app.get("/api/platform", tags=["platform"], response_model=PlatformOut)
    async def platform() -> PlatformOut:
        """Name, zone and version; `demo` when the data is made up."""
        return PlatformOut(
            name=settings.platform,
            title=settings.title,
            demo=settings.sample,
            zone=settings.zone,
            version=__version__,
        )

    @app.get("/api/health", tags=["platform"])
    async def health(request: Request) -> Response:
        """Say whether the database answers."""
        async with request.app.state.database.tx() as tx:
            await tx.value("SELECT 1")
        return JSONResponse({"status": "ok"})

    _mount_desk(app)
    return app


def _mount_desk(app: FastAPI) -> None:
    """Serve the built web: hashed assets for ever, every other path is the desk's own routing."""
    if not (STATIC / "index.html").is_file():
        return
    app.mount("/assets", StaticFiles(directory=STATIC / "assets"), name="assets")

    @app.get("/{path:path}", include_in_schema=False)
    async def desk(path: str) -> Response:
        if path.startswith("api/"):
            return JSONResponse(
                {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "There is no such address."},
                404,
                media_type="application/problem+json",
            )
        file = (STATIC / path).resolve()
        found = file if path and file.is_relative_to(STATIC) and file.is_file() else STATIC / "index.html"
        return FileResponse(found, headers={**_HEADERS, "cache-control": "no-cache"})


def openapi_document() -> dict[str, object]:
    """Return the OpenAPI document without opening a database."""
    return _mount(Settings(), None).openapi()
