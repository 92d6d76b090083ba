"""Tables of cases: see 0012_cases.sql."""

from yiwang.db.migrations import run_sql

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    run_sql("0012_cases.sql")
