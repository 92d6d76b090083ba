"""A small HTTP/1.1 client for load: keeps its connection, parses what it must, takes little of the machine."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any


@dataclass
class Connection:
    """One kept-alive connection with an API key."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    head: bytes

    @classmethod
    async def open(cls, host: str, port: int, key: str) -> "Connection":
        """Connect."""
        reader, writer = await asyncio.open_connection(host, port)
        head = f"Host: {host}:{port}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\n"
        return cls(reader, writer, head.encode())

    async def call(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """Send one request; return status and body."""
        self.writer.write(
            b"%s %s HTTP/1.1\r\n%sContent-Length: %d\r\n\r\n%s"
            % (method.encode(), path.encode(), self.head, len(body), body)
        )
        head = await self.reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        lower = head.lower()
        at = lower.find(b"content-length:")
        length = int(lower[at + 15 : lower.index(b"\r\n", at)]) if at >= 0 else 0
        return status, await self.reader.readexactly(length) if length else b""

    async def post(self, path: str, body: dict[str, Any], *, again: int = 0) -> dict[str, Any]:
        """POST JSON; return the JSON answered, and fail loudly on anything but success.

        `again` is the status that asks to send the same once more: a report that met a closing case gets it.
        """
        sent = json.dumps(body).encode()
        status, answer = await self.call("POST", path, sent)
        if status == again:
            status, answer = await self.call("POST", path, sent)
        if status not in (200, 201):
            raise RuntimeError(f"POST {path}: {status} {answer[:300]!r}")
        found: dict[str, Any] = json.loads(answer)
        return found

    def close(self) -> None:
        """Hang up."""
        self.writer.close()
