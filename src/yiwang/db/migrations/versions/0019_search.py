"""Tables of search: see 0019_search.sql."""

from yiwang.db.migrations import run_sql

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    run_sql("0019_search.sql")
