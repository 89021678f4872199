"""Several times a day (the ones after the first), dates off, quiet hours. A process of before reads the first time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0011"
down_revision = "r0010"
branch_labels = None
depends_on = None

_NEW: dict[str, sa.types.TypeEngine[str]] = {"further": sa.String(255), "off": sa.Text(), "quiet": sa.String(11)}


def upgrade() -> None:
    for name, kind in _NEW.items():
        op.add_column("subscriptions", sa.Column(name, kind, nullable=False, server_default=""))


def downgrade() -> None:
    for name in _NEW:
        op.drop_column("subscriptions", name)
