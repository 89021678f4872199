"""Where the request for a part left to: its subscription may be moved to another place while that is under way."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0015"
down_revision = "r0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("to_place", sa.String(255), nullable=False, server_default=""))
    op.add_column("deliveries", sa.Column("to_server", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("deliveries", "to_server")
    op.drop_column("deliveries", "to_place")
