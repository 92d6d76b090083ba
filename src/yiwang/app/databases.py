"""Which database this process uses: the embedded server, shared with our other processes, or a given one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from yiwang.app.settings import Settings
from yiwang.db.cluster import running

# The made-up district is for a laptop; what the server does not keep itself the system keeps in free memory.
_SMALL = {"shared_buffers": "256MB"}


@dataclass(frozen=True)
class Urls:
    """Connection strings of the running role and of the role that owns the tables.

    Of the embedded server also the superuser's, and the folder of its programs.
    """

    app: str
    owner: str
    root: str | None = None
    bin: Path | None = None


@contextmanager
def database_urls(settings: Settings) -> Iterator[Urls]:
    """Hold the database for as long as the block runs."""
    if settings.database_url:
        yield Urls(settings.database_url, settings.database_owner_url or settings.database_url)
        return
    with running(settings.data_dir, settings=_SMALL if settings.demo else None) as server:
        yield Urls(server.app_url, server.owner_url, server.root_url, server.bin)
