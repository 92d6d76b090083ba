"""A second port for those who type http://: every answer names the https address, and nothing else is served."""

import asyncio
import re
import socket

_LONGEST = 8192  # bytes of a request's head
_PATIENCE = 5.0  # seconds
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:]{2,45}\]")


async def redirecting(opened: socket.socket, port: int) -> asyncio.Server:
    """Answer on a listening socket by the same address under https at `port`."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                head = await reader.readuntil(b"\r\n\r\n")
                writer.write(hint(head.decode("latin-1"), port))
                await writer.drain()
        except (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            return
        finally:
            writer.close()

    return await asyncio.start_server(answer, sock=opened, limit=_LONGEST)


def hint(head: str, port: int) -> bytes:
    """Return the answer to a request's head: where to go, and in words for whoever reads it."""
    lines = head.split("\r\n")
    words = lines[0].split(" ")
    path = words[1] if len(words) == 3 and words[1].startswith("/") else "/"
    named = next((line.partition(":")[2].strip() for line in lines[1:] if line.lower().startswith("host:")), "")
    host = _HOST.match(named)
    if host is None or any(ord(sign) < 33 or ord(sign) > 126 for sign in path):
        return _written("400 Bad Request", "This request names no host.\n", "")
    place = f"https://{host.group()}{'' if port == 443 else f':{port}'}{path}"
    return _written("308 Permanent Redirect", f"This platform speaks HTTPS: {place}\n", f"Location: {place}\r\n")


def _written(status: str, text: str, further: str) -> bytes:
    body = text.encode()
    return (
        f"HTTP/1.1 {status}\r\n{further}Content-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
        "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    ).encode() + body
