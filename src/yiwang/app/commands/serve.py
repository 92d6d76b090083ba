"""`yiwang serve`, `yiwang openapi`: running the platform."""

import asyncio
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from yiwang.app.databases import Urls, database_urls
from yiwang.app.serving import logs, metrics
from yiwang.app.serving.sockets import answers, reserve
from yiwang.app.serving.supervising import Child, Supervisor, role_command
from yiwang.app.serving.tls import certificates
from yiwang.app.settings import Settings
from yiwang.base.errors import Invalid
from yiwang.base.later import later

# Each process loads what its own role needs.
if TYPE_CHECKING:
    from yiwang.app import beginning
    from yiwang.app.serving import answering, gateways, http, working
else:
    beginning, answering = later("yiwang.app.beginning"), later("yiwang.app.serving.answering")
    http, working = later("yiwang.app.serving.http"), later("yiwang.app.serving.working")
    gateways = later("yiwang.app.serving.gateways")

ROLES = ("all", "api", "worker", "gateway")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(serve)
    app.command()(openapi)


def serve(
    role: Annotated[
        str, typer.Option(help="all, api, worker or gateway; `all` starts and watches the others.")
    ] = "all",
    port: Annotated[int | None, typer.Option(help="The port to listen on; 0 takes a free one.")] = None,
    tls: Annotated[bool, typer.Option("--tls", help="Speak HTTPS; says how phones come to trust it.")] = False,
) -> None:
    """Run the platform."""
    chosen: dict[str, Any] = {} if port is None else {"port": port}
    settings = Settings(**chosen | ({"tls": True} if tls else {}))
    if role not in ROLES:
        raise Invalid("role", f"The role is one of {', '.join(ROLES)}.")
    logs.configure(settings.log, "supervisor" if role == "all" else role)
    with database_urls(settings) as urls:
        if role == "worker":
            asyncio.run(working.work(settings, urls.app, urls.owner))
        elif role == "gateway":
            asyncio.run(gateways.gate(settings, urls.app))
        elif role == "api":
            answering.answer(settings, urls.app)
        else:
            serve_all(settings, urls)


def serve_all(
    settings: Settings,
    urls: Urls,
    beside: Callable[[str], Sequence[Child]] = lambda _: (),
    told: list[str] | None = None,
    **handed: str,
) -> None:
    """Run every role until a signal says stop, and what is `beside` them at the platform's address.

    `told` is what another process has told that brought the platform to where it can serve. `handed` are variables for
    all roles besides our own.
    """
    console = Console()
    if told is None:
        told = asyncio.run(beginning.begin(settings, urls.owner, urls.app, console))
    told = told + certificates.ensure(settings)
    reserved = reserve(settings.host, settings.port)
    port = reserved.getsockname()[1]
    options = ["--port", str(port), *(["--tls"] if settings.tls else [])]
    children = [Child("api", role_command("api", *options)) for _ in range(settings.api_workers)]
    children.append(Child("worker", role_command("worker")))
    if settings.has_gateway:
        children.append(Child("gateway", role_command("gateway")))
    address = f"{'https' if settings.tls else 'http'}://{settings.host}:{port}"
    children += beside(address)

    def ready() -> None:
        for line in told:
            console.print(line, highlight=False, markup=False, soft_wrap=True)
        console.print(f"Yiwang 一网 · {address}", style="bold green", highlight=False)

    with reserved, _counting() as folder:
        environment = {**os.environ, **handed, metrics.FOLDER: str(folder)}  # noqa: TID251 - handed to the processes it starts
        supervisor = Supervisor(children, environment=environment, counts=folder / metrics.RESTARTS)
        supervisor.run(partial(answers, settings.host, port), ready, lambda: certificates.renew(settings))


@contextmanager
def _counting() -> Iterator[Path]:
    """Give the folder in which the processes count together: in memory, for a full disk must not stop them."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder made there is ours alone
    with tempfile.TemporaryDirectory(
        prefix="yiwang-metrics-", dir=memory if os.access(memory, os.W_OK) else None
    ) as made:
        yield Path(made)


def openapi(
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of standard output.")] = None,
) -> None:
    """Print the OpenAPI document that the web's types are made from."""
    text = json.dumps(http.openapi_document(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        typer.echo(text, nl=False)
