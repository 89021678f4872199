"""Alembic's entry: run the steps on the connection (and in the transaction) that `adapters.store.upgrade` gives."""

from __future__ import annotations

from alembic import context

from adapters.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
