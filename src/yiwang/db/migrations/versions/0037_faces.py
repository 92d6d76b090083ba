"""Tables of faces: see 0037_faces.sql."""

from yiwang.db.migrations import run_sql

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    run_sql("0037_faces.sql")
