"""SQL of the application itself: how far a replay has come, and which transactions are over."""

from yiwang.db import Tx


async def replay_progress(tx: Tx, key: str) -> int:
    """Return how many actions of a replay are done."""
    return int(await tx.value("SELECT done FROM app.replay WHERE key = %s", (key,)) or 0)


async def advance_replay(tx: Tx, key: str, done: int, then: int) -> bool:
    """Mark the actions from `done` to `then` as done with the transaction that does them; False when some were done."""
    return (
        await tx.count(
            """INSERT INTO app.replay AS r (key, done, recorded) VALUES (%(key)s, %(then)s, %(at)s)
            ON CONFLICT (key) DO UPDATE SET done = %(then)s, recorded = %(at)s WHERE r.done = %(done)s""",
            {"key": key, "done": done, "then": then, "at": tx.at},
        )
        == 1
    )


async def newest_transaction(tx: Tx) -> int:
    """Return a number above that of every transaction begun so far."""
    return int(await tx.value("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"))


async def oldest_running(tx: Tx) -> int:
    """Return the number below which every transaction is over: the log is read up to there."""
    return int(await tx.value("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"))
