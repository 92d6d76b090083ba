"""Tables of wall: see 0032_wall.sql."""

from yiwang.db.migrations import run_sql

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    run_sql("0032_wall.sql")
