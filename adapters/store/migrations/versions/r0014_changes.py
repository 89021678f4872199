"""Since when a change of a record is news: for all replicas alike, and in no window that is over, as with records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from adapters.store.tables import Instant

revision = "r0014"
down_revision = "r0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "seen_changes",
        sa.Column("change", sa.String(320), primary_key=True),
        sa.Column("first", Instant, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("seen_changes")
    op.execute(sa.text("DELETE FROM notes WHERE name = 'changes'"))
