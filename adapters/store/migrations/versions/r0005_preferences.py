"""What servers prefer, and since when Dateline is no longer in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from adapters.store.tables import Instant

revision = "r0005"
down_revision = "r0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "servers",
        sa.Column("platform", sa.String(32), nullable=False),
        sa.Column("server", sa.String(64), nullable=False),
        sa.Column("preferences", sa.JSON, nullable=False),
        sa.Column("left", Instant),
        sa.PrimaryKeyConstraint("platform", "server", name="pk_servers"),
    )


def downgrade() -> None:
    op.drop_table("servers")
