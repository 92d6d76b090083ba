"""Tables of pocket: see 0031_pocket.sql."""

from yiwang.db.migrations import run_sql

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    run_sql("0031_pocket.sql")
