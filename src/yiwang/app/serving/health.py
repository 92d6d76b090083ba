"""Questions of those who watch over the platform: does it live, is it ready, how is it doing, whom may phones trust."""

import hmac
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from pydantic import BaseModel

from yiwang.access.problems import documented
from yiwang.app.serving import metrics
from yiwang.app.serving.probing import Watch
from yiwang.app.serving.tls.authority import authority_file
from yiwang.app.settings import Settings
from yiwang.base.errors import Forbidden, NotFound

router = APIRouter(tags=["platform"])
_LOOPBACK = frozenset({"127.0.0.1", "::1", "::ffff:127.0.0.1"})
_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")


class Readiness(BaseModel):
    """Whether requests are answered as they should be, why not, and what an operator should look at."""

    ready: bool
    faults: list[str]
    warnings: list[str]
    clock_skew_seconds: float
    worker_beat_seconds: float | None
    revision: str | None


def _settings(request: Request) -> Settings:
    found: Settings = request.app.state.settings
    return found


_CERTIFICATE: dict[int | str, dict[str, Any]] = {200: {"content": {"application/x-x509-ca-cert": {}}}}
_FIGURES: dict[int | str, dict[str, Any]] = {200: {"content": {"text/plain": {}}}}
Set = Annotated[Settings, Depends(_settings)]


@router.get("/healthz", response_class=PlainTextResponse)
async def healthz() -> PlainTextResponse:
    """Say that this process lives; asks nobody else."""
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


@router.get("/readyz", responses={503: {"model": Readiness}})
async def readyz(request: Request) -> Readiness:
    """Say whether database, tables and worker are in order: 200, or 503 with the reasons."""
    watch: Watch = request.app.state.watch
    faults = watch.faults()
    found = Readiness(
        ready=not faults,
        faults=faults,
        warnings=watch.warnings(),
        clock_skew_seconds=round(watch.found.skew, 3),
        worker_beat_seconds=watch.beat_age(),
        revision=watch.found.revision,
    )
    return JSONResponse(  # type: ignore[return-value]
        found.model_dump(mode="json"), 503 if faults else 200, headers={"cache-control": "no-store"}
    )


@router.get("/metrics", responses=_FIGURES | documented(403))
def exposition(request: Request, settings: Set) -> Response:
    """Figures for Prometheus: from this machine, or with the token that `YIWANG_METRICS_TOKEN` sets."""
    if not _may_measure(request, settings):
        raise Forbidden("Figures are for this machine, or for whoever has the token of YIWANG_METRICS_TOKEN.")
    folder: Path | None = request.app.state.metrics_folder
    return Response(metrics.exposition(folder), media_type=metrics.MEDIA_TYPE, headers={"cache-control": "no-store"})


@router.get("/ca.crt", responses=_CERTIFICATE | documented(404))
def authority(settings: Set) -> Response:
    """The certificate of our own authority, for phones to trust; 404 where TLS comes from elsewhere."""
    path = authority_file(settings.data_dir)
    if not settings.tls or settings.tls_certificate or not path.is_file():
        raise NotFound("This platform has no authority of its own: nothing is to be trusted for it.")
    return Response(
        path.read_bytes(),
        media_type="application/x-x509-ca-cert",
        headers={"content-disposition": 'attachment; filename="yiwang-ca.crt"', "cache-control": "no-store"},
    )


def _may_measure(request: Request, settings: Settings) -> bool:
    if settings.metrics_token:
        given = request.headers.get("authorization", "").encode()
        if hmac.compare_digest(given, f"Bearer {settings.metrics_token.get_secret_value()}".encode()):
            return True
    # What a proxy passes on comes from this machine by its looks only.
    passed_on = any(name in request.headers for name in _FORWARDED)
    return not passed_on and request.client is not None and request.client.host in _LOOPBACK
