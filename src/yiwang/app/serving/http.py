"""The HTTP mount: every room's routes, the desk's files, and the loops that keep books and watch."""

import asyncio
import errno
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import cast

import psycopg
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.types import ASGIApp

from yiwang import __version__
from yiwang.access.door import install, problem
from yiwang.access.problems import documented
from yiwang.access.watch import Limits, Meter, Metered, keep_flushing
from yiwang.app.demonstrating.progress import is_made_up
from yiwang.app.platform import Platform, opened
from yiwang.app.routers import ROUTERS
from yiwang.app.serving.envelope import Envelope, Standing
from yiwang.app.serving.health import router as health_router
from yiwang.app.serving.pages import mount_desk
from yiwang.app.serving.probing import Watch
from yiwang.app.serving.refusals import Full
from yiwang.app.settings import Settings
from yiwang.app.streaming import Hub
from yiwang.app.wiring import declared
from yiwang.base.clock import Clock, SystemClock
from yiwang.base.tasks import end
from yiwang.sensing.devices import Directory
from yiwang.sensing.pushes import PushDoor
from yiwang.sensing.readings.door import IngestDoor, beside
from yiwang.sensing.readings.inlet import Inlet

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class PlatformOut(BaseModel):
    """What every page shows of the platform."""

    name: str
    title: str
    demo: bool
    zone: str
    version: str


class _Enveloped(FastAPI):
    """An application whose outermost layer is ours, around the answers to its own failures too."""

    clock: Clock = SystemClock()

    def build_middleware_stack(self) -> ASGIApp:
        inside = beside(super().build_middleware_stack(), lambda: getattr(self.state, "ingest", None))
        return Envelope(inside, self.clock, self._standing, lambda: bool(getattr(self.state, "demo", False)))

    def _standing(self) -> Standing:
        watch: Watch | None = getattr(self.state, "watch", None)
        return (watch.found.down, watch.full) if watch else (None, False)


def make_app(
    settings: Settings, url: str, clock: Clock | None = None, *, metrics_folder: Path | None = None
) -> FastAPI:
    """Return the ASGI application over the database at `url`."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with opened(settings, url, clock) as platform, AsyncExitStack() as closing:
            _hand_over(app, platform)
            app.state.demo = await is_made_up(platform)
            app.state.metrics_folder = metrics_folder
            watch = app.state.watch = _watch(settings, url, platform.database.clock)
            await watch.look()
            meter, limits = Meter(), Limits.of(settings.rate_limit)
            app.state.metering = (meter, limits, platform.database.clock)
            app.state.hub = Hub(platform.database)
            inlet = await closing.enter_async_context(Inlet(platform.database, platform.books.keyring))
            app.state.ingest = _ingest(app, platform, inlet)
            running = [
                asyncio.create_task(platform.keep_fresh(), name="keep the books fresh"),
                asyncio.create_task(watch.run(), name="watch"),
                asyncio.create_task(keep_flushing(platform.database, meter, limits), name="write down the calls"),
            ]
            try:
                yield
            finally:
                await app.state.hub.stop()
                await end(running)
                await watch.let_go()

    app = _mount(settings, lifespan)
    app.clock = clock or app.clock
    return app


def _ingest(app: FastAPI, platform: Platform, inlet: Inlet) -> IngestDoor:
    """Return the door of readings, and of what platforms of others push."""
    app.state.inlet = inlet
    directory = Directory()
    door = IngestDoor(platform.database, inlet, directory)
    door.pushes = PushDoor(platform.database, inlet, directory, platform.books.keyring, door.limit_of)
    return door


def _watch(settings: Settings, url: str, clock: Clock) -> Watch:
    return Watch(url, clock, settings.data_dir, settings.disk_reserve, settings.clock_tolerance)


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


def _mount(settings: Settings, lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None) -> _Enveloped:
    app = _Enveloped(
        title="Yiwang 一网",
        version=__version__,
        summary="Found on one screen, dispatched through one door, handled in one place, judged on one net.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    install(app)
    app.add_middleware(Metered, parts=lambda: getattr(app.state, "metering", None))
    app.add_exception_handler(psycopg.errors.DiskFull, _full)
    app.add_exception_handler(OSError, _failed_on_disk)
    # Taken over, not included: FastAPI looks through an included router's routes twice for each request.
    for router in (*ROUTERS, health_router):
        app.router.routes.extend(router.routes)

    @app.get("/api/platform", tags=["platform"], response_model=PlatformOut, responses=documented(429))
    async def platform(request: Request) -> PlatformOut:
        """Name, zone and version; `demo` when the data is made up."""
        return PlatformOut(
            name=settings.platform,
            title=settings.title,
            demo=request.app.state.demo,
            zone=settings.zone,
            version=__version__,
        )

    @app.get("/api/health", tags=["platform"], responses=documented(429))
    async def health(request: Request) -> Response:
        """Say whether the database answers."""
        async with request.app.state.database.tx() as tx:
            await tx.value("SELECT 1")
        return JSONResponse({"status": "ok"})

    mount_desk(app)
    return app


async def _full(_: Request, __: Exception) -> Response:
    return problem(Full())


async def _failed_on_disk(_: Request, error: Exception) -> Response:
    if cast(OSError, error).errno in _FULL:
        return problem(Full())
    raise error


def openapi_document() -> dict[str, object]:
    """Return the OpenAPI document without opening a database."""
    return _mount(Settings(), None).openapi()
