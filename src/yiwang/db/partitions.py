"""The partitions of the months to come: made at every migration, and daily while the platform runs."""

from yiwang.db.tx import Tx

MONTHS_AHEAD = 3
# How long rows are kept at least, whatever is set: GB/T 22239 asks for half a year of the audit trail.
LEAST_MONTHS = {"access.audit": 6, "ledger.fact": 1, "cases.timeline": 12, "events.raw": 1, "notices.notice": 1}


async def make_partitions(tx: Tx, months: int = MONTHS_AHEAD) -> int:
    """Make what is missing for this month and the `months` after it, of every table that grows; return how many."""
    made: int = await tx.value("SELECT db.make_partitions(%s, %s)", (tx.at.date(), months))
    return made
