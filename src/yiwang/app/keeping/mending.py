"""Mending by hand: facts that were set aside, and a lake that has to be made anew."""

from datetime import datetime
from pathlib import Path

import psycopg
import structlog

from yiwang import ledger
from yiwang.app.keeping import store
from yiwang.base.errors import Conflict
from yiwang.db import Database
from yiwang.ledger.listening import Listener

log = structlog.get_logger()


async def retry(database: Database, listener: Listener) -> int:
    """Try what a listener failed on again; refused with the error of the first that fails again."""
    async with database.tx() as tx:
        waiting = len(await ledger.list_stuck(tx, listener.name, 1000))
    try:
        return await ledger.retry_stuck(database, listener, max(1, waiting))
    except Exception as error:  # any bug of any room: the operator is told which
        raise Conflict(f"A fact of {listener.name} fails again: {error!r}. Those before it went through.") from error


def reset_lake(data_dir: Path, owner_url: str, at: datetime, *, drop: bool = False) -> Path | None:
    """Set the lake's folder aside and its place in the log to the beginning; return where the old one is now."""
    lake = data_dir / "lake"
    with psycopg.connect(owner_url, autocommit=True) as connection, store.lake_rests(connection):
        retired = store.retired_months(connection, "ledger.fact")
        if retired and not drop:
            raise Conflict(
                f"Facts up to {retired[-1]:%Y-%m} stand in the lake only: retention dropped them from the log. "
                "Made anew, the lake would not have them; say --drop if that is meant."
            )
        aside = lake.with_name(f"lake.{at:%Y%m%dT%H%M%S}") if lake.is_dir() else None
        if aside:
            lake.rename(aside)
        store.set_lake_position(connection, None)
    return aside
