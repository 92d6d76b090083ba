"""`yiwang serve`, `yiwang openapi`: running the platform."""

import asyncio
import json
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
import uvicorn
from rich.console import Console

from yiwang.app import beginning
from yiwang.app.databases import database_urls
from yiwang.app.serving.http import make_app, openapi_document
from yiwang.app.serving.supervising import Child, Supervisor, answers, listen_on, reserve, role_command
from yiwang.app.serving.working import work
from yiwang.app.settings import Settings
from yiwang.base.errors import Invalid

ROLES = ("all", "api", "worker")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(serve)
    app.command()(openapi)


def serve(
    role: Annotated[str, typer.Option(help="all, api or worker; `all` starts and watches the others.")] = "all",
    port: Annotated[int | None, typer.Option(help="The port to listen on; 0 takes a free one.")] = None,
) -> None:
    """Run the platform."""
    settings = Settings() if port is None else Settings(port=port)
    if role not in ROLES:
        raise Invalid("role", f"The role is one of {', '.join(ROLES)}.")
    with database_urls(settings) as urls:
        if role == "worker":
            asyncio.run(work(settings, urls.app))
        elif role == "api":
            _serve_api(settings, urls.app)
        else:
            _serve_all(settings, urls.owner, urls.app)


def _serve_api(settings: Settings, url: str) -> None:
    opened = listen_on(settings.host, settings.port)
    config = uvicorn.Config(
        make_app(settings, url),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    uvicorn.Server(config).run(sockets=[opened])


def _serve_all(settings: Settings, owner_url: str, app_url: str) -> None:
    console = Console()
    told = asyncio.run(beginning.begin(settings, owner_url, app_url, console))
    reserved = reserve(settings.host, settings.port)
    port = reserved.getsockname()[1]
    children = [Child("api", role_command("api", "--port", str(port))) for _ in range(settings.api_workers)]
    children.append(Child("worker", role_command("worker")))
    address = f"http://{settings.host}:{port}"

    def ready() -> None:
        for line in told:
            console.print(line, highlight=False, markup=False, soft_wrap=True)
        console.print(f"Yiwang 一网 · {address}", style="bold green", highlight=False)

    with reserved:
        Supervisor(children).run(partial(answers, settings.host, port), ready)


def openapi(
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of standard output.")] = None,
) -> None:
    """Print the OpenAPI document that the web's types are made from."""
    text = json.dumps(openapi_document(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        typer.echo(text, nl=False)
