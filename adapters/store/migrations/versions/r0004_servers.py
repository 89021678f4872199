"""Subscriptions made in a chat: which server they belong to, whom they call, when they were removed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from adapters.store.tables import Instant

revision = "r0004"
down_revision = "r0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("subscriptions", sa.Column("server", sa.String(64), nullable=False, server_default=""))
    op.add_column("subscriptions", sa.Column("mention", sa.String(64)))
    op.add_column("subscriptions", sa.Column("removed", Instant))


def downgrade() -> None:
    op.drop_column("subscriptions", "removed")
    op.drop_column("subscriptions", "mention")
    op.drop_column("subscriptions", "server")
