"""Who ended silences and contexts, and why: see 0040_quiet.sql."""

from yiwang.db.migrations import run_sql

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    run_sql("0040_quiet.sql")
