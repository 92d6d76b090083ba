"""Tables of definitions: see 0004_definitions.sql."""

from yiwang.db.migrations import run_sql

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    run_sql("0004_definitions.sql")
