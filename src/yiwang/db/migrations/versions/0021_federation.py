"""Tables of federation: see 0021_federation.sql."""

from yiwang.db.migrations import run_sql

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    run_sql("0021_federation.sql")
