"""One SQLite file: how it is opened and how its transactions begin.

Every connection runs in WAL mode with foreign keys and a busy timeout. The pool holds one connection, so this process
is one writer; another process waits for the busy timeout, then gets `Locked`. A write transaction begins IMMEDIATE:
it takes the write lock before it reads, so what it decides on cannot change under it.

`synchronous` is NORMAL: a commit survives the death of the process, and a power cut loses at most the last commits,
never the soundness of the file (sqlite.org/pragma.html#pragma_synchronous). Where a lost commit could double a post
(the mark `sending`, written before the request), the transaction is `durable`: FULL, on disk before the request
leaves.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from adapters.store import sqlite_cursor

CONNECTIONS: Final = 1
SECONDS: Final = 60.0
"""How long one waits for the connection."""
_BEGIN: Final = {
    "read": ("BEGIN", "NORMAL"),
    "write": ("BEGIN IMMEDIATE", "NORMAL"),
    "durable": ("BEGIN IMMEDIATE", "FULL"),
    # One statement is a transaction without being told to: it takes the write lock before it reads.
    "once": ("", ""),
    "write once": ("", "NORMAL"),
    "durable once": ("", "FULL"),
}
"""How transactions begin: the statement, and what `synchronous` must be."""


def engine(path: Path, busy: float) -> AsyncEngine:
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{path}",
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=SECONDS,
        pool_reset_on_return=None,  # every transaction here is ended where it began
        connect_args={"timeout": busy},
    )
    event.listen(engine.sync_engine, "do_connect", sqlite_cursor.connect)
    event.listen(engine.sync_engine, "connect", on_connect)
    return engine


def on_connect(connection: Any, _record: Any) -> None:
    """Pragmas of a new connection (listener of SQLAlchemy's `connect`)."""
    # The driver must not begin transactions by itself: it would begin them DEFERRED, and only before a write.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin(connection: Connection, kind: str) -> None:
    """Let the next transaction begin so. An event of SQLAlchemy's would do it too, and cost more than the statement."""
    driver: Any = connection.connection.dbapi_connection
    driver.begin(*_BEGIN[kind])
