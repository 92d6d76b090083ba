"""Tables of demo: see 0039_demo.sql."""

from yiwang.db.migrations import run_sql

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    run_sql("0039_demo.sql")
