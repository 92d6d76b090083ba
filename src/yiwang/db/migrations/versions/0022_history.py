"""Tables of history: see 0022_history.sql."""

from yiwang.db.migrations import run_sql

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    run_sql("0022_history.sql")
