"""Tables of sensing: see 0026_sensing.sql."""

from yiwang.db.migrations import run_sql

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    run_sql("0026_sensing.sql")
