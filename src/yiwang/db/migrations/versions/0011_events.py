"""Tables of events: see 0011_events.sql."""

from yiwang.db.migrations import run_sql

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    run_sql("0011_events.sql")
