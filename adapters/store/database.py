"""The database behind SQLAlchemy, whichever it is: what a transaction is, and that its errors come in words.

A `Path` is an SQLite file (`sqlite.py`), a text is the address of a PostgreSQL database (`postgresql.py`). Everything
else in this room is written once for both. No tables, no queries here.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.store import postgresql, sqlite
from adapters.store.errors import in_words

BUSY_SECONDS = 5.0
"""How long a transaction waits for another program's write lock, or for a connection."""


class Database:
    """The open database. `write` and `read` give a connection inside a transaction; errors come as `StoreError`.

    `name` is what messages call it: never with a password in it.
    """

    def __init__(self, where: Path | str, busy: float = BUSY_SECONDS) -> None:
        self.path = where if isinstance(where, Path) else None
        self.name = str(where) if isinstance(where, Path) else postgresql.named(where)
        self._engine = sqlite.engine(where, busy) if isinstance(where, Path) else postgresql.engine(where, busy)

    @property
    def shared(self) -> bool:
        """Whether several processes schedule on it at once: then claims need a lease."""
        return self.path is None

    def insert(self, table: Table) -> Any:
        """An INSERT that knows `on_conflict_do_update`, in the words of this database."""
        if self.shared:
            from sqlalchemy.dialects.postgresql import insert as server_insert  # not loaded beside a file

            return server_insert(table)
        return insert(table)

    @asynccontextmanager
    async def write(self, *, durable: bool = False, alone: bool = True) -> AsyncIterator[AsyncConnection]:
        """A transaction, committed at the end, undone by an exception.

        `alone`: no other one that is alone runs meanwhile, so that what it decides on cannot change under it (on SQLite
        every one is). One that changes rows by their states alone needs no such thing. `durable`: on disk at its end.
        """
        async with self._begun("durable" if durable else "write") as connection:
            if alone and self.shared:
                await postgresql.wait_for_turn(connection)
            yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """One consistent view; takes no lock a writer would wait for."""
        async with self._begun("read") as connection:
            yield connection

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """A connection outside any transaction, for as long as one wants it."""
        with in_words(self.name):
            async with self._engine.connect() as connection:
                yield connection

    @asynccontextmanager
    async def _begun(self, kind: str) -> AsyncIterator[AsyncConnection]:
        with in_words(self.name):
            async with self._engine.connect() as connection:
                await connection.execution_options(**self._options(kind))
                async with connection.begin():
                    yield connection

    def _options(self, kind: str) -> dict[str, Any]:
        if not self.shared:
            return {"dateline_begin": kind}
        return {"isolation_level": "REPEATABLE READ" if kind == "read" else "READ COMMITTED"}

    async def close(self) -> None:
        """Close its connections; an SQLite write-ahead log is folded into the file."""
        await self._engine.dispose()
