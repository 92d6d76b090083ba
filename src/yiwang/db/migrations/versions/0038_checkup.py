"""Tables of checkup: see 0038_checkup.sql."""

from yiwang.db.migrations import run_sql

revision = "0038"
down_revision = "0035"


def upgrade() -> None:
    run_sql("0038_checkup.sql")
