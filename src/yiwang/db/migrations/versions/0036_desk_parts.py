"""Tables of desk_parts: see 0036_desk_parts.sql."""

from yiwang.db.migrations import run_sql

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    run_sql("0036_desk_parts.sql")
