"""One SQLite file behind SQLAlchemy: how it is opened, and what a transaction is. No tables, no queries.

Every connection runs in WAL mode with foreign keys and a busy timeout. The pool holds one connection, so this process
is one writer; another process waits for the busy timeout, then gets `Locked`. A write transaction begins IMMEDIATE:
it takes the write lock before it reads, so what it decides on cannot change under it.

`synchronous` is NORMAL: a commit survives the death of the process, and a power cut loses at most the last commits,
never the soundness of the file (sqlite.org/pragma.html#pragma_synchronous). Where a lost commit could double a post
(the mark `sending`, written before the request), the transaction is `durable`: FULL, on disk before the request
leaves.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from adapters.store.errors import in_words

BUSY_SECONDS = 5.0
"""How long a transaction waits for another program's write lock."""


class Database:
    """The open file. `write` and `read` give a connection inside a transaction; errors come as `StoreError`."""

    def __init__(self, path: Path, busy: float = BUSY_SECONDS) -> None:
        self.path = path
        self._engine = _engine(path, busy)

    @asynccontextmanager
    async def write(self, *, durable: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction that holds the write lock; committed at the end, undone by an exception."""
        with in_words(self.path):
            async with self._engine.connect() as connection:
                await connection.execution_options(dateline_begin="durable" if durable else "write")
                async with connection.begin():
                    yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """One consistent view; takes no lock a writer would wait for."""
        with in_words(self.path):
            async with self._engine.connect() as connection:
                await connection.execution_options(dateline_begin="read")
                async with connection.begin():
                    yield connection

    async def close(self) -> None:
        """Close the connection; the write-ahead log is folded into the file."""
        await self._engine.dispose()


def _engine(path: Path, busy: float) -> AsyncEngine:
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{path}",
        pool_size=1,
        max_overflow=0,
        pool_timeout=60,
        pool_reset_on_return=None,  # every transaction here is ended where it began
        connect_args={"timeout": busy},
    )
    event.listen(engine.sync_engine, "connect", on_connect)
    event.listen(engine.sync_engine, "begin", on_begin)
    return engine


def on_connect(connection: Any, _record: Any) -> None:
    """Pragmas of a new connection (listener of SQLAlchemy's `connect`)."""
    # The driver must not begin transactions by itself: it would begin them DEFERRED, and only before a write.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def on_begin(connection: Connection) -> None:
    """BEGIN as the transaction was asked for (listener of SQLAlchemy's `begin`)."""
    kind = connection.get_execution_options().get("dateline_begin", "write")
    wanted = "FULL" if kind == "durable" else "NORMAL"
    if connection.info.get("dateline_synchronous", "NORMAL") != wanted:
        connection.exec_driver_sql(f"PRAGMA synchronous={wanted}")
        connection.info["dateline_synchronous"] = wanted
    connection.exec_driver_sql("BEGIN" if kind == "read" else "BEGIN IMMEDIATE")
