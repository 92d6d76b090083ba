"""Keys for the demo's clients."""

from tests.serving import Served

from yiwang.access import Grant, platform_actor
from yiwang.access.keys import create_key
from yiwang.app.databases import database_urls
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.db import Database


async def make(served: Served, *roles: str) -> str:
    """Return a key of an application with these roles over the whole platform."""
    with database_urls(Settings(data_dir=served.folder)) as urls:
        async with Database(urls.app, SystemClock()) as database, database.tx() as tx:
            grants = [Grant(role) for role in roles]
            return (await create_key(tx, platform_actor("demo"), "demo", "test", grants, at=tx.at)).key
