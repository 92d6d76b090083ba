"""One process that answers HTTP: uvicorn on a socket of its own, with TLS where wanted."""

import asyncio
import socket
from collections.abc import Callable

import uvicorn

from yiwang.app.serving.counting import counted_in
from yiwang.app.serving.http import make_app
from yiwang.app.serving.sockets import listen_on
from yiwang.app.serving.tls import certificates
from yiwang.app.serving.tls.authority import context as context_of
from yiwang.app.serving.tls.redirecting import redirecting
from yiwang.app.settings import Settings
from yiwang.app.streaming import Hub
from yiwang.base.tasks import end


class _Server(uvicorn.Server):
    """Ends the live streams before it waits for what is under way: they would never end by themselves."""

    streams: Callable[[], Hub | None]

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if hub := self.streams():
            hub.close()
        await super().shutdown(sockets)


def answer(settings: Settings, url: str) -> None:
    """Answer until a signal says stop; what is under way is finished first."""
    app = make_app(settings, url, metrics_folder=counted_in())
    pair = certificates.pair_of(settings) if settings.tls else None
    context = context_of(pair) if pair else None
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=[one.strip() for one in settings.trusted_proxies.split(",") if one.strip()],
        timeout_graceful_shutdown=10,
        ssl_context_factory=(lambda _config, _default: context) if context else None,
    )
    server = _Server(config)
    server.streams = lambda: getattr(app.state, "hub", None)

    async def run() -> None:
        opened = listen_on(settings.host, settings.port)
        beside = []
        if pair and context:
            beside.append(asyncio.create_task(certificates.follow(context, pair), name="follow the certificate"))
        if settings.redirect_port is not None and settings.tls:
            hints = await redirecting(listen_on(settings.host, settings.redirect_port), opened.getsockname()[1])
            beside.append(asyncio.create_task(hints.serve_forever(), name="lead to https"))
        try:
            await server.serve(sockets=[opened])
        finally:
            await end(beside)

    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(run())
