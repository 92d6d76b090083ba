"""SQL of the application itself: how far a replay has come."""

from yiwang.db import Tx


async def replay_progress(tx: Tx, key: str) -> int:
    """Return how many actions of a replay are done."""
    return int(await tx.value("SELECT done FROM app.replay WHERE key = %s", (key,)) or 0)


async def advance_replay(tx: Tx, key: str, index: int) -> bool:
    """Mark the action `index` as done with the transaction that does it; False when it was done already."""
    return (
        await tx.count(
            """INSERT INTO app.replay AS r (key, done, recorded) VALUES (%(key)s, %(next)s, %(at)s)
            ON CONFLICT (key) DO UPDATE SET done = %(next)s, recorded = %(at)s WHERE r.done = %(index)s""",
            {"key": key, "index": index, "next": index + 1, "at": tx.at},
        )
        == 1
    )
