"""`yiwang serve`, `yiwang openapi`: running the platform."""

import asyncio
import gc
import json
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from yiwang.app.databases import Urls, database_urls
from yiwang.app.serving import logs
from yiwang.app.serving.counting import RESTARTS, begin_anew, together
from yiwang.app.serving.sockets import answers, reserve
from yiwang.app.serving.supervising import Child, Forked, Supervisor
from yiwang.app.serving.tls import certificates
from yiwang.app.settings import Settings
from yiwang.base.errors import Invalid
from yiwang.base.later import later

# Loaded when they are used: most commands serve nothing.
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
    if role != "all":
        play(role, settings)
        return
    logs.configure(settings.log, "supervisor")
    with database_urls(settings) as urls:
        serve_all(settings, urls)


def play(role: str, settings: Settings) -> None:
    """Do the work of one role until a signal says stop."""
    logs.configure(settings.log, role)
    with database_urls(settings) as urls:
        if role == "worker":
            asyncio.run(working.work(settings, urls.app, urls.owner))
        elif role == "gateway":
            asyncio.run(gateways.gate(settings, urls.app))
        else:
            answering.answer(settings, urls.app)


def serve_all(
    settings: Settings,
    urls: Urls,
    beside: Callable[[str], Sequence[Child]] = lambda _: (),
    told: list[str] | None = None,
) -> None:
    """Run every role until a signal says stop, and what is `beside` them at the platform's address.

    `told` is what another process has told that brought the platform to where it can serve.
    """
    console = Console()
    with together() as folder:
        if told is None:
            told = asyncio.run(beginning.begin(settings, urls.owner, urls.app, console))
        told = told + certificates.ensure(settings)
        reserved = reserve(settings.host, settings.port)
        settings = settings.model_copy(update={"port": reserved.getsockname()[1]})
        address = f"{'https' if settings.tls else 'http'}://{settings.host}:{settings.port}"
        children = [*_roles(settings), *beside(address)]

        def ready() -> None:
            for line in told:
                console.print(line, highlight=False, markup=False, soft_wrap=True)
            console.print(f"Yiwang 一网 · {address}", style="bold green", highlight=False)

        begin_anew(folder)
        with reserved:
            supervisor = Supervisor(children, counts=folder / RESTARTS)
            up = partial(answers, settings.host, settings.port)
            supervisor.run(up, ready, lambda: certificates.renew(settings))


def _roles(settings: Settings) -> list[Child]:
    """Return the roles, and load what they need: they are forked."""
    names = ["api"] * settings.api_workers + ["worker"] + (["gateway"] if settings.has_gateway else [])
    for module in (answering, working, *((gateways,) if settings.has_gateway else ())):
        import_module(module.__name__)
    # What is there now is there for good: looked through by nobody, its memory stays shared.
    gc.collect()
    gc.freeze()
    return [Child(name, partial(Forked, name, partial(play, name, settings))) for name in names]


def openapi(
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of standard output.")] = None,
) -> None:
    """Print the OpenAPI document that the web's types are made from."""
    text = json.dumps(http.openapi_document(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        typer.echo(text, nl=False)
