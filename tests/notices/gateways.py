"""The other side of carriers, on real sockets: an HTTP gateway and a mail relay, which count what they are brought."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from aiosmtpd.smtp import SMTP


@dataclass
class Asked:
    """A request as it came."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode()))


Answer = tuple[int, Any] | None  # None: take the request and hang up without a word


@dataclass
class Gateway:
    """An HTTP server that keeps every request; `answer` says what it answers."""

    answer: Callable[[Asked], Awaitable[Answer] | Answer]
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    open: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        here = asyncio.current_task()
        assert here
        self.open.add(here)
        try:
            while head := await _head(reader):
                asked = await _read(head, reader)
                self.asked.append(asked)
                found = self.answer(asked)
                answer = await found if isinstance(found, Awaitable) else found
                if answer is None:
                    break
                status, body = answer
                content = json.dumps(body).encode()
                writer.write(f"HTTP/1.1 {status} X\r\ncontent-length: {len(content)}\r\n\r\n".encode() + content)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self.open.discard(here)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()


async def _head(reader: asyncio.StreamReader) -> list[str]:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return []
    return head.decode().split("\r\n")


async def _read(head: list[str], reader: asyncio.StreamReader) -> Asked:
    method, target, _ = head[0].split(" ")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    parts = urlsplit(target)
    return Asked(method, parts.path, dict(parse_qsl(parts.query)), headers, body)


@asynccontextmanager
async def gateway(
    answer: Callable[[Asked], Any] = lambda _: (200, {"code": 0}), port: int = 0
) -> AsyncIterator[Gateway]:
    made = Gateway(answer)
    server = await asyncio.start_server(made.serve, "127.0.0.1", port)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        for task in list(made.open):
            task.cancel()
        await asyncio.gather(*made.open, return_exceptions=True)


@dataclass
class Relay:
    """A mail relay that keeps what it is brought; `rcpt` and `data` are what it answers, empty data hangs up."""

    rcpt: str = "250 OK"
    data: str = "250 OK"
    letters: list[Message] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:
        self.letters.append(message_from_bytes(envelope.content))
        if not self.data:
            server.transport.abort()
        return self.data


@asynccontextmanager
async def relay(port: int = 0, made: Relay | None = None, **answers: str) -> AsyncIterator[Relay]:
    made = made or Relay(**answers)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(made, hostname="relay.test", loop=loop), "127.0.0.1", port)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        await asyncio.sleep(0)
