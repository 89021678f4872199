"""A PostgreSQL database: its address, its connections, and how one writer waits for another.

Commits are on the server's disk when they return (`synchronous_commit`, on unless the server's owner turned it off).
The clock of leases is the server's, so that replicas need not agree about the time.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import URL, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from adapters.store.errors import Unusable

CONNECTIONS: Final = 10
"""For one replica: enough for its lanes, few enough for a server that allows a hundred."""
SECONDS: Final = 30.0
"""For one statement."""
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
    return create_async_engine(
        address_of(where),
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=SECONDS,
        pool_pre_ping=True,
        connect_args={
            "timeout": busy,
            "command_timeout": SECONDS,
            "server_settings": {"application_name": "dateline", "idle_in_transaction_session_timeout": "60000"},
        },
    )


async def wait_for_turn(connection: AsyncConnection) -> None:
    """Until no other writer that decides on what it reads is at work; to the end of this transaction."""
    await connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})


async def notify(connection: AsyncConnection) -> None:
    """Once this transaction is committed, every replica hears that something changed."""
    await connection.execute(text(f"NOTIFY {CHANNEL}"))
