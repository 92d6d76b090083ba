"""Tables of operating: see 0024_operating.sql."""

from yiwang.db.migrations import run_sql

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    run_sql("0024_operating.sql")
