"""Tables of exchange: see 0034_exchange.sql."""

from yiwang.db.migrations import run_sql

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    run_sql("0034_exchange.sql")
