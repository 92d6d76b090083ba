"""Tables of command: see 0023_command.sql."""

from yiwang.db.migrations import run_sql

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    run_sql("0023_command.sql")
