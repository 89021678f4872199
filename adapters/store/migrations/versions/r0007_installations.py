"""Installations of a chat room that strangers install: their tokens sealed, states of those begun, events taken."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from adapters.store.tables import Instant

revision = "r0007"
down_revision = "r0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "installations",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("org", sa.Boolean, nullable=False),
        sa.Column("enterprise", sa.String(32), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("app", sa.String(32), nullable=False),
        sa.Column("user", sa.String(32), nullable=False),
        sa.Column("bot", sa.String(32), nullable=False),
        sa.Column("installer", sa.String(32), nullable=False),
        sa.Column("scopes", sa.JSON, nullable=False),
        sa.Column("secrets", sa.Text, nullable=False),
        sa.Column("expires", Instant),
        sa.Column("installed", Instant),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("leased_by", sa.String(64), nullable=False),
        sa.Column("leased_until", Instant),
        sa.PrimaryKeyConstraint("id", name="pk_installations"),
    )
    op.create_table(
        "installation_teams",
        sa.Column("team", sa.String(32), nullable=False),
        sa.Column("enterprise", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("team", name="pk_installation_teams"),
    )
    op.create_index("ix_installation_teams_enterprise", "installation_teams", ["enterprise"])
    op.create_table(
        "installation_states",
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("until", Instant, nullable=False),
        sa.PrimaryKeyConstraint("state", name="pk_installation_states"),
    )
    op.create_index("ix_installation_states_until", "installation_states", ["until"])
    op.create_table(
        "taken_events",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("event", name="pk_taken_events"),
    )
    op.create_index("ix_taken_events_at", "taken_events", ["at"])


def downgrade() -> None:
    for table in ("taken_events", "installation_states", "installation_teams", "installations"):
        op.drop_table(table)
