"""The tables of every room: Alembic revisions whose work is plain SQL files beside them."""

from pathlib import Path

from alembic import op

VERSIONS = Path(__file__).parent / "versions"


def run_sql(name: str) -> None:
    """Run the statements of `versions/<name>` in the migration's transaction, exactly as they stand."""
    connection = op.get_bind().connection.driver_connection
    assert connection is not None  # an offline migration has none, and is not offered
    # Without parameters the driver sends the text whole: several statements, and `%` means itself.
    connection.execute((VERSIONS / name).read_text(encoding="utf-8"))
