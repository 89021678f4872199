"""How a digest is posted where its place leaves the choice: published, tagged, further messages in a thread."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0006"
down_revision = "r0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("subscriptions", sa.Column("publish", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("subscriptions", sa.Column("tag", sa.String(64), nullable=False, server_default=""))
    op.add_column("subscriptions", sa.Column("thread", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("subscriptions", "thread")
    op.drop_column("subscriptions", "tag")
    op.drop_column("subscriptions", "publish")
