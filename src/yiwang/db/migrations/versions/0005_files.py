"""Tables of files: see 0005_files.sql."""

from yiwang.db.migrations import run_sql

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    run_sql("0005_files.sql")
