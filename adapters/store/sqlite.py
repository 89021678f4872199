"""One SQLite file: how it is opened and how its transactions begin.

Every connection runs in WAL mode with foreign keys and a busy timeout. One transaction of this process runs at a time,
so it is one writer; another process waits for the busy timeout, then gets `Locked`. A write transaction begins
IMMEDIATE: it takes the write lock before it reads, so what it decides on cannot change under it.

`synchronous` is NORMAL: a commit survives the death of the process, and a power cut loses at most the last commits,
never the soundness of the file (sqlite.org/pragma.html#pragma_synchronous). Where a lost commit could double a post
(the mark `sending`, written before the request), the transaction is `durable`: FULL, on disk before the request
leaves.

Transactions whose statements need no answer in between go by `together.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

CONNECTIONS: Final = 1
"""Transactions side by side."""
SECONDS: Final = 60.0
"""How long one waits for its turn."""
SYNCHRONOUS: Final = {"read": "", "write": "NORMAL", "durable": "FULL"}
"""What a kind of transaction needs; a reading one leaves it as it is."""
_POOL: Final = {"pool_size": 1, "max_overflow": 0, "pool_timeout": SECONDS}


def engine(path: Path, busy: float) -> AsyncEngine:
    """For transactions that are awaited statement by statement."""
    made = create_async_engine(f"sqlite+aiosqlite:///{path}", connect_args={"timeout": busy}, **_POOL)
    event.listen(made.sync_engine, "connect", on_connect)
    event.listen(made.sync_engine, "begin", on_begin)
    return made


def own_engine(path: Path, busy: float) -> Engine:
    """For one thread, which begins and ends its transactions by itself."""
    made = create_engine(f"sqlite:///{path}", connect_args={"timeout": busy}, **_POOL)
    event.listen(made, "connect", on_connect)
    return made


def on_connect(connection: Any, _record: Any) -> None:
    """Pragmas of a new connection (listener of SQLAlchemy's `connect`)."""
    # The driver must not begin transactions by itself: it would begin them DEFERRED, and only before a write.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin(connection: Connection, kind: str) -> None:
    """Let the next transaction begin so."""
    connection.execution_options(dateline_kind=kind)


def on_begin(connection: Connection) -> None:
    """(Listener of SQLAlchemy's `begin`.)"""
    kind = connection.get_execution_options()["dateline_kind"]
    if wanted := SYNCHRONOUS[kind]:
        connection.exec_driver_sql(f"PRAGMA synchronous={wanted}")
    connection.exec_driver_sql("BEGIN" if kind == "read" else "BEGIN IMMEDIATE")
