"""Tables of signs: see 0033_signs.sql."""

from yiwang.db.migrations import run_sql

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    run_sql("0033_signs.sql")
