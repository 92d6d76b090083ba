"""The partitions of the months to come: made at every migration, and daily while the platform runs."""

from yiwang.db.tx import Tx

MONTHS_AHEAD = 3
# How long rows are kept at least, whatever is set: logs of who did what for half a year (Cybersecurity Law, article 21;
# GB/T 22239), the course of a case for a year.
LEAST_MONTHS = {"access.audit": 6, "access.look": 6, "access.calls": 6, "cases.timeline": 12}


async def make_partitions(tx: Tx, months: int = MONTHS_AHEAD) -> int:
    """Make what is missing for this month and the `months` after it, of every table that grows; return how many."""
    made: int = await tx.value("SELECT db.make_partitions(%s, %s)", (tx.at.date(), months))
    return made
