"""Alerts beside digests: what is posted at once, how far that has looked, and what each slot told. The name of an
alert's slot is longer than a digest's. A process of before takes an alert for a digest, so that alerts are for when all
are of now."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from adapters.store.tables import Instant

revision = "r0012"
down_revision = "r0011"
branch_labels = None
depends_on = None

STATES = "state IN ('due', 'claimed', 'sending', 'sent', 'unknown', 'failed', 'skipped', 'quiet')"
_NEVER = "1970-01-01 00:00:00.000000"


def upgrade() -> None:
    op.add_column("subscriptions", sa.Column("alerts", sa.String(8), nullable=False, server_default="off"))
    op.add_column("subscriptions", sa.Column("alerted", Instant, nullable=False, server_default=_NEVER))
    op.add_column("deliveries", sa.Column("kind", sa.String(8), nullable=False, server_default="digest"))
    op.add_column("deliveries", sa.Column("news", sa.JSON, nullable=False, server_default="[]"))
    _named_within(20)


def downgrade() -> None:
    alerts = sa.table("deliveries", sa.column("kind"))
    op.execute(sa.delete(alerts).where(alerts.c.kind == "alert"))
    _named_within(16)
    op.drop_column("deliveries", "news")
    op.drop_column("deliveries", "kind")
    op.drop_column("subscriptions", "alerted")
    op.drop_column("subscriptions", "alerts")


def _named_within(characters: int) -> None:
    for table in ("deliveries", "amendments"):
        state = sa.CheckConstraint(STATES, name=op.f(f"ck_{table}_state"))  # SQLite's copy of a table loses it
        with op.batch_alter_table(table, table_args=(state,)) as batch:
            batch.alter_column("slot", type_=sa.String(characters), existing_nullable=False)
