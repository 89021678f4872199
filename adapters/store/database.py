"""The database behind SQLAlchemy, whichever it is: what a transaction is, and that its errors come in words.

A `Path` is an SQLite file (`sqlite.py`), a text is the address of a PostgreSQL database (`postgresql.py`). Everything
else in this room is written once for both. No tables, no queries here.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Executable, Row, Table
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.store import postgresql, sqlite
from adapters.store.at_once import Apart, AtOnce, Changed, Stated
from adapters.store.errors import in_words
from adapters.store.together import Together

BUSY_SECONDS = 5.0
"""How long a transaction waits for another program's write lock, or for a connection."""


class Database:
    """The open database. `write` and `read` give a connection inside a transaction; `change` and `rows` are for
    statements that are a transaction by themselves, each of them one way to the database and back. Errors come as
    `StoreError`.

    `name` is what messages call it: never with a password in it.
    """

    def __init__(self, where: Path | str, busy: float = BUSY_SECONDS) -> None:
        self.path = where if isinstance(where, Path) else None
        self.name = str(where) if isinstance(where, Path) else postgresql.named(where)
        self._engine = sqlite.engine(where, busy) if isinstance(where, Path) else postgresql.engine(where, busy)
        there = sqlite if isinstance(where, Path) else postgresql
        self._begin = there.begin
        self._free = asyncio.Semaphore(there.CONNECTIONS)  # the pool makes a task for each that waits
        self._patience = there.SECONDS
        self._at_once: AtOnce = (
            Together(where, busy, self._room)
            if isinstance(where, Path)
            else Apart(self._engine, there.begin, self._room)
        )

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
        """A transaction, begun with its first statement, committed at the end, undone by an exception.

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

    async def rows(self, query: Executable, given: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """What one query finds; takes no lock a writer would wait for."""
        with in_words(self.name):
            [found] = await self._at_once.done("read", ((query, given or {}),))
        return found.rows

    async def change(self, *steps: Stated, durable: bool = False) -> Sequence[Changed]:
        """These statements, one transaction that is not alone; what each did. `durable`: on disk at its end."""
        with in_words(self.name):
            return await self._at_once.done("durable" if durable else "write", steps)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """A connection outside any transaction, for as long as one wants it."""
        with in_words(self.name):
            async with self._room(), self._engine.connect() as connection:
                yield connection

    @asynccontextmanager
    async def _begun(self, kind: str) -> AsyncIterator[AsyncConnection]:
        with in_words(self.name):
            async with self._room(), self._engine.connect() as connection:
                assert connection.sync_connection is not None, "it is connected"
                self._begin(connection.sync_connection, kind)
                async with connection.begin():
                    yield connection

    @asynccontextmanager
    async def _room(self) -> AsyncIterator[None]:
        """A connection is free."""
        async with asyncio.timeout(self._patience if self._free.locked() else None):
            await self._free.acquire()
        try:
            yield
        finally:
            self._free.release()

    async def close(self) -> None:
        """Close its connections; an SQLite write-ahead log is folded into the file."""
        await self._at_once.close()
        await self._engine.dispose()
