"""A PostgreSQL database: its address, its connections, and how one writer waits for another.

Commits are on the server's disk when they return (`synchronous_commit`, on unless the server's owner turned it off).
The clock of leases is the server's, so that replicas need not agree about the time.
"""

from __future__ import annotations

import time
from typing import Any, Final

from sqlalchemy import URL, Connection, event, make_url, text
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from adapters.store.errors import Unusable

CONNECTIONS: Final = 10
"""For one replica: enough for its lanes, few enough for a server that allows a hundred."""
SECONDS: Final = 30.0
"""For one statement, and for a connection to be free."""
IDLE: Final = 10.0
"""After so many seconds without use a connection is asked whether it lives: what lies between may have dropped it."""
_BEGIN: Final = {
    "read": "REPEATABLE READ",
    "write": "READ COMMITTED",
    "durable": "READ COMMITTED",
    # One statement is a transaction, and one view, by itself: a way to the server and back instead of three.
    "once": "AUTOCOMMIT",
}
"""How transactions begin."""
TURN: Final = 0x64617465  # "date"
"""The advisory lock under which writers that decide on what they read take turns."""
UPGRADE: Final = TURN + 1
"""The advisory lock under which one replica brings the schema up to date."""
CHANNEL: Final = "dateline"
DRIVER: Final = "postgresql+asyncpg"


def address_of(where: str) -> URL:
    """The address as SQLAlchemy and the driver want it. Raises `Unusable`, without the address: it may hold a password.

    >>> address_of("postgres://desk:secret@db.example/dateline?sslmode=require").query["ssl"]
    'require'
    """
    try:
        url = make_url(where.strip())
    except (ArgumentError, ValueError) as error:
        raise Unusable("the database's address is none; it looks like postgresql://user:password@host/name") from error
    if url.get_backend_name() not in ("postgres", "postgresql"):
        raise Unusable(f"a database of {url.get_backend_name()} is not known; the address begins with postgresql://")
    query = {("ssl" if name == "sslmode" else name): value for name, value in url.query.items()}
    return url.set(drivername=DRIVER, query=query)


def named(where: str) -> str:
    """What messages call it: host and name, no user and no password."""
    url = address_of(where)
    host = url.host or str(url.query.get("host", "")) or "localhost"
    return f"postgresql://{host}{f':{url.port}' if url.port else ''}/{url.database or ''}"


def engine(where: str, busy: float) -> AsyncEngine:
    """Its connections, opened as they are needed; one that died meanwhile is noticed before it is used."""
    engine = create_async_engine(
        address_of(where),
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=SECONDS,
        pool_use_lifo=True,  # few of them work where few are needed, and what they have prepared is at hand
        connect_args={
            "timeout": busy,
            "command_timeout": SECONDS,
            "server_settings": {"application_name": "dateline", "idle_in_transaction_session_timeout": "60000"},
        },
    )
    event.listen(engine.sync_engine, "checkin", on_checkin)
    event.listen(engine.sync_engine, "checkout", on_checkout)
    return engine


def begin(connection: Connection, kind: str) -> None:
    """Let the next transaction begin so. As an option of SQLAlchemy's it would cost more than the statement."""
    connection.dialect.set_isolation_level(connection.connection.dbapi_connection, _BEGIN[kind])  # type: ignore[arg-type]


def on_checkin(_connection: Any, record: Any) -> None:
    """Note when it was last used (listener of SQLAlchemy's `checkin`)."""
    record.info["dateline_used"] = time.monotonic()


def on_checkout(connection: Any, record: Any, _proxy: Any) -> None:
    """Whether it lives (listener of SQLAlchemy's `checkout`, which takes another where it does not). A server that
    ended it said so; to ask each time, as the pool would, is three ways there and back for each statement."""
    idle = time.monotonic() - record.info.get("dateline_used", time.monotonic())
    if connection.driver_connection.is_closed():
        raise DisconnectionError("the server ended the connection")
    if idle > IDLE:
        try:
            connection.ping()
        except connection.dbapi.Error as error:
            raise DisconnectionError("the connection is dead") from error


async def wait_for_turn(connection: AsyncConnection) -> None:
    """Until no other writer that decides on what it reads is at work; to the end of this transaction."""
    await connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})


async def notify(connection: AsyncConnection) -> None:
    """Once this transaction is committed, every replica hears that something changed."""
    await connection.execute(text(f"NOTIFY {CHANNEL}"))
