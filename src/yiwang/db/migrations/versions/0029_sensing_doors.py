"""Tables of sensing doors: see 0029_sensing_doors.sql."""

from yiwang.db.migrations import run_sql

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    run_sql("0029_sensing_doors.sql")
