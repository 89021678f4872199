"""Posts that are edited when a record they rest on is corrected, and the notes on them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from adapters.store.tables import Instant

revision = "r0010"
down_revision = "r0009"
branch_labels = None
depends_on = None

STATES = "state IN ('due', 'claimed', 'sending', 'sent', 'unknown', 'failed', 'skipped', 'quiet')"


def upgrade() -> None:
    op.add_column("subscriptions", sa.Column("corrections", sa.Boolean, nullable=False, server_default=sa.true()))
    op.create_table(
        "amendments",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("subscription", sa.String(64), sa.ForeignKey("subscriptions.id"), nullable=False),
        sa.Column("slot", sa.String(16), nullable=False),
        sa.Column("mark", sa.String(25), nullable=False),
        sa.Column("step", sa.String(8), nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("changes", sa.JSON, nullable=False),
        sa.Column("message", sa.String(255), nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("key", sa.String(25), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("retry_at", Instant),
        sa.Column("doubt", Instant),
        sa.Column("receipt", sa.String(255), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("entered", Instant, nullable=False),
        sa.Column("settled", Instant),
        sa.UniqueConstraint("subscription", "slot", "mark", "step", "part"),
        sa.CheckConstraint(STATES, name="state"),
    )
    op.create_index("ix_amendments_state", "amendments", ["state"])


def downgrade() -> None:
    op.drop_table("amendments")
    op.drop_column("subscriptions", "corrections")
