"""The language of a subscription's digests; none means the operator's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("subscriptions", sa.Column("language", sa.String(8)))


def downgrade() -> None:
    op.drop_column("subscriptions", "language")
