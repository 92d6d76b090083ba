"""The built faces: hashed assets kept for ever; every other path is the routing of the face it begins with."""

import secrets
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from yiwang.app.mapping.basemaps import origin_of
from yiwang.app.mapping.basemaps import router as tiles_router
from yiwang.app.serving.headers import NONCE, WORKER_POLICY, page_policy

STATIC = Path(__file__).parents[1] / "static"
# The first part of a path names the face that answers it; what names none is the desk's.
FACES = {"m": "m.html", "c": "c.html", "r": "c.html", "wall": "wall.html"}
WORKERS = {"m-worker.js"}


class _Assets(StaticFiles):
    """Files whose names change with what is in them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        if answer.status_code == 200:
            answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer


def mount_desk(app: FastAPI) -> None:
    """Serve the built web, where there is one, and the basemap's own tiles."""
    app.include_router(tiles_router)
    if not (STATIC / "index.html").is_file():
        return
    app.mount("/assets", _Assets(directory=STATIC / "assets"), name="assets")

    @app.get("/{path:path}", include_in_schema=False)
    async def desk(path: str, request: Request) -> Response:
        if path.startswith("api/"):
            return JSONResponse(
                {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "There is no such address."},
                404,
                media_type="application/problem+json",
            )
        file = (STATIC / path).resolve()
        if path and file.suffix != ".html" and file.is_relative_to(STATIC) and file.is_file():
            worker = {"content-security-policy": WORKER_POLICY} if path in WORKERS else {}
            return FileResponse(file, headers={"cache-control": "no-cache", **worker})
        return _page(path, origin_of(request.app.state.settings))


def _page(path: str, tiles: str | None) -> Response:
    """Return the page of the face with a nonce of this answer's own: a page that was kept would carry an old one.

    `tiles` is the one other origin the page may fetch from: that of the platform's basemap.
    """
    nonce = secrets.token_urlsafe(18)
    face = STATIC / FACES.get(path.partition("/")[0], "index.html")
    if not face.is_file():
        face = STATIC / "index.html"
    text = face.read_text(encoding="utf-8").replace(NONCE, nonce)
    return HTMLResponse(
        text, headers={"content-security-policy": page_policy(nonce, tiles), "cache-control": "no-store"}
    )
