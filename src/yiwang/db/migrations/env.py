"""Alembic's entry: runs the revisions on the connection that `db.migrate` hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="version",
    version_table_schema="db",
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
