"""Alembic's door to the archive: it is handed an open connection, and never reads a settings file."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
