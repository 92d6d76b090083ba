"""Tables of app: see 0014_app.sql."""

from yiwang.db.migrations import run_sql

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    run_sql("0014_app.sql")
