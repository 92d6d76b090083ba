"""Tables of alarm handling: see 0028_alarm_handling.sql."""

from yiwang.db.migrations import run_sql

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    run_sql("0028_alarm_handling.sql")
