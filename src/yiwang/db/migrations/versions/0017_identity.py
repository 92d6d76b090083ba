"""Tables of identity: see 0017_identity.sql."""

from yiwang.db.migrations import run_sql

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    run_sql("0017_identity.sql")
