"""Tables of alarms: see 0027_alarms.sql."""

from yiwang.db.migrations import run_sql

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    run_sql("0027_alarms.sql")
