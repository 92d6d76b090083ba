"""Tables of carriers: see 0020_carriers.sql."""

from yiwang.db.migrations import run_sql

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    run_sql("0020_carriers.sql")
