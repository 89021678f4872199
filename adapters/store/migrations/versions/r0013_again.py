"""Since when an amendment that did not arrive is tried again, because a person said so. A process of before passes it
over: it counts from when the amendment was entered, and may give it up again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from adapters.store.tables import Instant

revision = "r0013"
down_revision = "r0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("amendments", sa.Column("again", Instant))


def downgrade() -> None:
    op.drop_column("amendments", "again")
