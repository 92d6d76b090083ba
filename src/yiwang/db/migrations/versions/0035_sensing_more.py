"""Tables of sensing_more: see 0035_sensing_more.sql."""

from yiwang.db.migrations import run_sql

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    run_sql("0035_sensing_more.sql")
