"""A wire with TLS between a browser and the platform that can be cut, or lose one answer after its request arrived."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit


class Wire:
    """Passes bytes on to `upstream` (host, port) from a port of its own, until it is cut."""

    def __init__(self, upstream: tuple[str, int], context: ssl.SSLContext) -> None:
        self._upstream, self._context = upstream, context
        self._loop = asyncio.new_event_loop()
        self._open: set[asyncio.Task[None]] = set()
        self._cut = False
        self.lose_answer_to: bytes | None = None  # once, to the first request that holds these bytes
        self.lost = 0
        self.port = 0

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """End every connection and take no new one."""
        self._cut = True
        self._loop.call_soon_threadsafe(self._end_all)

    def mend(self) -> None:
        self._cut = False

    def _end_all(self) -> None:
        for task in self._open:
            task.cancel()

    async def _serve(self, ready: threading.Event) -> None:
        server = await asyncio.start_server(self._take, "127.0.0.1", 0, ssl=self._context)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            server.close()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if self._cut:
            writer.transport.abort()
            return
        self._open.add(task)
        far: asyncio.StreamWriter | None = None
        try:
            back, far = await asyncio.open_connection(*self._upstream)
            losing = asyncio.Event()
            async with asyncio.TaskGroup() as both:
                both.create_task(self._there(reader, far, losing))
                both.create_task(self._back(back, writer, losing))
        except (*_BROKEN, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(task)
            writer.transport.abort()
            if far is not None:
                far.transport.abort()

    async def _there(self, reader: asyncio.StreamReader, far: asyncio.StreamWriter, losing: asyncio.Event) -> None:
        while sent := await reader.read(65536):
            if self.lose_answer_to is not None and self.lose_answer_to in sent:
                self.lose_answer_to = None
                losing.set()
            far.write(sent)
            await far.drain()
        raise ConnectionResetError

    async def _back(self, back: asyncio.StreamReader, writer: asyncio.StreamWriter, losing: asyncio.Event) -> None:
        while told := await back.read(65536):
            if losing.is_set():  # it is done over there, and nobody hears of it
                self.lost += 1
                raise ConnectionResetError
            writer.write(told)
            await writer.drain()
        raise ConnectionResetError

    def _run(self, ready: threading.Event) -> None:
        self._serving = self._loop.create_task(self._serve(ready))
        self._loop.run_until_complete(self._serving)
        self._loop.run_until_complete(self._ended())
        self._loop.close()

    async def _ended(self) -> None:
        self._end_all()
        await asyncio.gather(*self._open, return_exceptions=True)
        await asyncio.sleep(0)  # what was aborted is closed in the next turn

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._serving.cancel)


_BROKEN = (OSError, ExceptionGroup, asyncio.IncompleteReadError)


@contextmanager
def wired(url: str, context: ssl.SSLContext) -> Iterator[Wire]:
    """Lay a wire to the platform at `url` and take it away again."""
    parts = urlsplit(url)
    wire = Wire((parts.hostname or "127.0.0.1", parts.port or 80), context)
    ready = threading.Event()
    thread = threading.Thread(target=wire._run, args=(ready,), name="wire", daemon=True)
    thread.start()
    assert ready.wait(30)
    try:
        yield wire
    finally:
        wire.close()
        thread.join(30)
