"""The first tables: subscriptions, the ledger of deliveries, seen records, notes, the holder of the schedule."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None

STATES = "'due', 'claimed', 'sending', 'sent', 'unknown', 'failed', 'skipped', 'quiet'"


def upgrade() -> None:
    _subscriptions()
    _deliveries()
    op.create_table(
        "seen_records",
        sa.Column("record", sa.String(255), nullable=False),
        sa.Column("first", sa.DateTime, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("changed", sa.DateTime),
        sa.PrimaryKeyConstraint("record", name="pk_seen_records"),
    )
    op.create_table(
        "notes",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_notes"),
    )
    op.create_table(
        "holder",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("host", sa.String(255), nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("heartbeat", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_holder"),
    )


def _subscriptions() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("platform", sa.String(32), nullable=False),
        sa.Column("place", sa.String(255), nullable=False),
        sa.Column("at", sa.String(5), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("weekdays", sa.String(7), nullable=False),
        sa.Column("follows", sa.JSON, nullable=False),
        sa.Column("length", sa.String(16), nullable=False),
        sa.Column("empty_day", sa.String(16), nullable=False),
        sa.Column("catch_up", sa.String(16), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("paused", sa.Text),
        sa.Column("paused_by", sa.String(16)),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("covered", sa.DateTime, nullable=False),
        sa.Column("next_due", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subscriptions"),
    )
    op.create_index("ix_subscriptions_next_due", "subscriptions", ["next_due"])


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=True),
        sa.Column("subscription", sa.String(64), nullable=False),
        sa.Column("slot", sa.String(16), nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("attempt_group", sa.Integer, nullable=False),
        sa.Column("due", sa.DateTime, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("key", sa.String(25), nullable=False),
        sa.Column("document", sa.JSON),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("cites", sa.JSON, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("plain", sa.Boolean, nullable=False),
        sa.Column("since", sa.DateTime),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("retry_at", sa.DateTime),
        sa.Column("doubt", sa.DateTime),
        sa.Column("receipt", sa.String(255), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("entered", sa.DateTime, nullable=False),
        sa.Column("claimed", sa.DateTime),
        sa.Column("settled", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.ForeignKeyConstraint(["subscription"], ["subscriptions.id"], name="fk_deliveries_subscription"),
        sa.UniqueConstraint("subscription", "slot", "part", "attempt_group", name="uq_deliveries"),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_deliveries_state")),
    )
    op.create_index("ix_deliveries_state", "deliveries", ["state", "due"])


def downgrade() -> None:
    for table in ("holder", "notes", "seen_records", "deliveries", "subscriptions"):
        op.drop_table(table)
