"""Tables of desk: see 0030_desk.sql."""

from yiwang.db.migrations import run_sql

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    run_sql("0030_desk.sql")
