"""Tables of app: see 0014_app.sql; beside them the tables that procrastinate keeps its errands in."""

from alembic import op
from procrastinate.schema import SchemaManager

from yiwang.db.migrations import run_sql

revision = "0014"
down_revision = "0013"

_GRANTS = """
GRANT USAGE ON SCHEMA errands TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA errands TO yiwang_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA errands TO yiwang_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA errands TO yiwang_app;
"""


def upgrade() -> None:
    run_sql("0014_app.sql")
    connection = op.get_bind().connection.driver_connection
    assert connection is not None
    connection.execute("SET LOCAL search_path TO errands")
    connection.execute(SchemaManager.get_schema())
    connection.execute(_GRANTS)
    connection.execute("RESET search_path")
