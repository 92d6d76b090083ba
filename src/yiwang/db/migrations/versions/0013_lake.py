"""Tables of lake: see 0013_lake.sql."""

from yiwang.db.migrations import run_sql

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    run_sql("0013_lake.sql")
