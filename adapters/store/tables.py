"""The tables, as SQLAlchemy Core knows them. They are made at once in an empty database, and by migrations
(`migrations/versions`) in an older one; a test keeps both in step.

Portable SQL only (a server database comes later): instants are aware UTC on both sides of `Instant`, lists are JSON
text, states are words with a CHECK. Nothing here runs a statement.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    true,
)
from sqlalchemy.engine import Dialect

from adapters.contract import Alerts
from adapters.store.entries import Kind, State

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """Aware UTC in Python, UTC without a zone on disk (SQLite keeps text that sorts by time)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData(naming_convention=NAMES)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("platform", String(32), nullable=False),
    Column("place", String(255), nullable=False),
    Column("at", String(5), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("weekdays", String(7), nullable=False),
    Column("follows", JSON, nullable=False),
    Column("length", String(16), nullable=False),
    Column("empty_day", String(16), nullable=False),
    Column("catch_up", String(16), nullable=False),
    Column("origin", String(16), nullable=False),
    Column("paused", Text),
    Column("paused_by", String(16)),
    Column("created", Instant, nullable=False),
    Column("covered", Instant, nullable=False),
    Column("next_due", Instant, nullable=False),
    Column("language", String(8)),
    Column("server", String(64), nullable=False, server_default=""),
    Column("mention", String(64)),
    Column("removed", Instant),
    Column("publish", Boolean, nullable=False, server_default=false()),
    Column("tag", String(64), nullable=False, server_default=""),
    Column("thread", Boolean, nullable=False, server_default=false()),
    Column("corrections", Boolean, nullable=False, server_default=true()),
    Column("further", String(255), nullable=False, server_default=""),
    Column("off", Text, nullable=False, server_default=""),
    Column("quiet", String(11), nullable=False, server_default=""),
    Column("alerts", String(8), nullable=False, server_default=Alerts.OFF.value),
    Column("alerted", Instant, nullable=False, server_default="1970-01-01 00:00:00.000000"),
    Index("ix_subscriptions_next_due", "next_due"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("subscription", String(64), ForeignKey("subscriptions.id"), nullable=False),
    Column("slot", String(20), nullable=False),
    Column("part", Integer, nullable=False),
    Column("attempt_group", Integer, nullable=False),
    Column("due", Instant, nullable=False),
    Column("state", String(8), nullable=False),
    Column("key", String(25), nullable=False, default=""),
    Column("document", JSON(none_as_null=True)),
    Column("text", Text, nullable=False, default=""),
    Column("cites", JSON, nullable=False),
    Column("digest", String(64), nullable=False, default=""),
    Column("plain", Boolean, nullable=False, default=False),
    Column("since", Instant),
    Column("tries", Integer, nullable=False, default=0),
    Column("retry_at", Instant),
    Column("doubt", Instant),
    Column("receipt", String(255), nullable=False, default=""),
    Column("reason", Text, nullable=False, default=""),
    Column("entered", Instant, nullable=False),
    Column("claimed", Instant),
    Column("settled", Instant),
    Column("owed", Instant),
    Column("kind", String(8), nullable=False, server_default=Kind.DIGEST.value),
    Column("news", JSON, nullable=False, server_default="[]"),
    Column("to_place", String(255), nullable=False, server_default=""),
    Column("to_server", String(64), nullable=False, server_default=""),
    UniqueConstraint("subscription", "slot", "part", "attempt_group"),
    CheckConstraint("state IN (" + ", ".join(f"'{state}'" for state in State) + ")", name="state"),
    Index("ix_deliveries_state", "state", "due"),
    Index("ix_deliveries_owed", "owed"),
)

amendments = Table(
    "amendments",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("subscription", String(64), ForeignKey("subscriptions.id"), nullable=False),
    Column("slot", String(20), nullable=False),
    Column("mark", String(25), nullable=False),
    Column("step", String(8), nullable=False),
    Column("part", Integer, nullable=False),
    Column("changes", JSON, nullable=False),
    Column("message", String(255), nullable=False),
    Column("document", JSON, nullable=False),
    Column("key", String(25), nullable=False),
    Column("state", String(8), nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("retry_at", Instant),
    Column("doubt", Instant),
    Column("receipt", String(255), nullable=False, default=""),
    Column("reason", Text, nullable=False, default=""),
    Column("entered", Instant, nullable=False),
    Column("settled", Instant),
    Column("again", Instant),
    UniqueConstraint("subscription", "slot", "mark", "step", "part"),
    CheckConstraint("state IN (" + ", ".join(f"'{state}'" for state in State) + ")", name="state"),
    Index("ix_amendments_state", "state"),
)

seen_records = Table(
    "seen_records",
    metadata,
    Column("record", String(255), primary_key=True),
    Column("first", Instant, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("changed", Instant),
)

seen_changes = Table(
    "seen_changes",
    metadata,
    Column("change", String(320), primary_key=True),
    Column("first", Instant, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

servers = Table(
    "servers",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("server", String(64), primary_key=True),
    Column("preferences", JSON, nullable=False),
    Column("left", Instant),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("platform", String(32), nullable=False),
    Column("question", JSON, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("told", Instant),
    Column("settled", Instant),
)

lanes = Table(
    "lanes",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("place", String(255), primary_key=True),
    Column("holder", String(64), nullable=False),
    Column("until", Instant, nullable=False),
)

turns = Table(
    "turns",
    metadata,
    Column("name", String(300), primary_key=True),
    Column("free", Instant, nullable=False),
)

holder = Table(
    "holder",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("host", String(255), nullable=False),
    Column("pid", Integer, nullable=False),
    Column("since", Instant, nullable=False),
    Column("heartbeat", Instant, nullable=False),
)

installations = Table(
    "installations",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("org", Boolean, nullable=False),
    Column("enterprise", String(32), nullable=False),
    Column("name", String(255), nullable=False),
    Column("app", String(32), nullable=False),
    Column("user", String(32), nullable=False),
    Column("bot", String(32), nullable=False),
    Column("installer", String(32), nullable=False),
    Column("scopes", JSON, nullable=False),
    Column("secrets", Text, nullable=False),
    Column("expires", Instant),
    Column("installed", Instant),
    Column("version", Integer, nullable=False),
    Column("leased_by", String(64), nullable=False),
    Column("leased_until", Instant),
)

installation_teams = Table(
    "installation_teams",
    metadata,
    Column("team", String(32), primary_key=True),
    Column("enterprise", String(32), nullable=False),
    Index("ix_installation_teams_enterprise", "enterprise"),
)

installation_states = Table(
    "installation_states",
    metadata,
    Column("state", String(64), primary_key=True),
    Column("until", Instant, nullable=False),
    Index("ix_installation_states_until", "until"),
)

taken_events = Table(
    "taken_events",
    metadata,
    Column("event", String(64), primary_key=True),
    Column("at", Instant, nullable=False),
    Index("ix_taken_events_at", "at"),
)
