"""The door for letters: SMTP on this machine, behind the district's own mail server. 250 means it is on disk."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import psycopg_pool
import structlog
from aiosmtpd.smtp import SMTP, Envelope, Session

from yiwang.access import Keyring
from yiwang.base.errors import Refusal
from yiwang.db import Database
from yiwang.events.mailing.accepting import accept

MOST_BYTES = 25 << 20
_KEPT = "250 2.0.0 kept"
_LATER = "451 4.3.0 not kept; send it again later"
log = structlog.get_logger()


class _Tolerant(SMTP):
    """SMTP that takes longer lines than it must: a server that did not break them has the letter kept all the same."""

    line_length_limit = 1 << 20


class Postbox:
    """What a mail server speaks to: it keeps a letter before it says so, and asks for it again when it cannot."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name
        """Answer to the letter itself."""
        raw = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content or "").encode()
        try:
            await accept(self._database, self._keyring, raw, sender=envelope.mail_from or "")
        except (psycopg.Error, psycopg_pool.PoolTimeout, Refusal, OSError) as error:
            log.warning("a letter was not kept; its server sends it again", error=repr(error))
            return _LATER
        return _KEPT

    async def handle_exception(self, error: Exception) -> str:
        """Never let a mail server believe that a letter was refused for good because we failed."""
        log.error("a letter was not kept", error=repr(error))
        return _LATER


async def serve(database: Database, keyring: Keyring, where: str) -> None:
    """Listen at `where` (address:port of this machine) until cancelled."""
    host, _, port = where.rpartition(":")
    async with listening(database, keyring, host.strip("[]"), int(port)):
        await asyncio.Event().wait()


@asynccontextmanager
async def listening(database: Database, keyring: Keyring, host: str, port: int) -> AsyncIterator[int]:
    """Listen for letters while the block runs; yields the port (0 asks for a free one)."""
    postbox = Postbox(database, keyring)

    def speak() -> SMTP:
        return _Tolerant(
            postbox,
            data_size_limit=MOST_BYTES,
            enable_SMTPUTF8=True,
            hostname="yiwang",
            ident="Yiwang",
            loop=asyncio.get_running_loop(),
        )

    server = await asyncio.get_running_loop().create_server(speak, host, port)
    async with server:
        yield int(server.sockets[0].getsockname()[1])
