"""Tables of db: see 0001_db.sql."""

from yiwang.db.migrations import run_sql

revision = "0001"
down_revision = None


def upgrade() -> None:
    run_sql("0001_db.sql")
