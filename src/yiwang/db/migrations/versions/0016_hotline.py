"""Tables of hotline: see 0016_hotline.sql."""

from yiwang.db.migrations import run_sql

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    run_sql("0016_hotline.sql")
