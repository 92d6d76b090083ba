"""What channels refused is forgotten in time, envelopes are kept too: see 0025_channels.sql."""

from yiwang.db.migrations import run_sql

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    run_sql("0025_channels.sql")
