"""Posts that stand and are still to be published: a process may die between the two."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from adapters.store.tables import Instant

revision = "r0009"
down_revision = "r0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("owed", Instant))
    op.create_index("ix_deliveries_owed", "deliveries", ["owed"])


def downgrade() -> None:
    op.drop_index("ix_deliveries_owed", "deliveries")
    op.drop_column("deliveries", "owed")
