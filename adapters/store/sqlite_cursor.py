"""One hop to SQLite's thread for each statement, BEGIN among what is run before the first.

The driver carries every call of a cursor (make, execute, fetch, close) to the connection's thread and back, four hops
for a query and some seventy for a digest: that, and no disk, is what a crowd on a file waits for (`python -m
bench.crowd`). Here a statement runs there whole: what its transaction begins with is run first, its rows are read and
its cursor closed before the hop back. A transaction in which nothing was run needs no end.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection, AsyncAdapt_aiosqlite_cursor


@dataclass(slots=True)
class Ran:
    """What a cursor tells once its statement has run."""

    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None
    arraysize: int = 1

    async def close(self) -> None:
        """Closed already."""


def _run(
    connection: sqlite3.Connection, before: Sequence[str], statement: str, given: Any, many: bool
) -> tuple[Ran, list[Any]]:
    """In the thread."""
    cursor = connection.cursor()
    try:
        for one in before:
            cursor.execute(one)
        if many:
            cursor.executemany(statement, given)
        else:
            cursor.execute(statement, () if given is None else given)
        rows = cursor.fetchall() if cursor.description else []
        return Ran(cursor.description, cursor.rowcount, cursor.lastrowid), rows
    finally:
        cursor.close()


class Cursor(AsyncAdapt_aiosqlite_cursor):
    """SQLAlchemy's cursor over the driver's, which makes none before it is given a statement."""

    __slots__ = ()

    def _make_new_cursor(self, connection: Any) -> Any:  # noqa: ARG002
        return Ran()

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    async def _execute_async(self, operation: Any, parameters: Any) -> Any:
        return await self._ran(operation, parameters, many=False)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> Any:
        return await self._ran(operation, seq_of_parameters, many=True)

    async def _ran(self, statement: Any, given: Any, *, many: bool) -> Any:
        driver: Any = self._connection
        held: Any = self._adapt_connection
        async with held._execute_mutex:
            with held.opening() as before:
                self._cursor, rows = await driver._execute(_run, driver._conn, before, statement, given, many)
            self._rows = deque(rows)


class Connection(AsyncAdapt_aiosqlite_connection):
    """The driver's connection with such cursors."""

    __slots__ = ("_begins", "_synchronous")
    _cursor_cls = Cursor

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self._begins = ("", "")
        self._synchronous = ""

    def begin(self, statement: str, synchronous: str) -> None:
        """What is run before the next statement: nothing where `statement` is empty; `synchronous` as it is where that
        is."""
        self._begins = (statement, synchronous)

    @contextmanager
    def opening(self) -> Iterator[Sequence[str]]:
        """What is to be run first. What `synchronous` is after a failure, nobody knows."""
        (statement, wanted), self._begins = self._begins, ("", "")
        was, self._synchronous = self._synchronous, ""
        pragma = f"PRAGMA synchronous={wanted}" if wanted not in ("", was) else ""
        yield tuple(one for one in (pragma, statement) if one)
        self._synchronous = wanted or was

    def commit(self) -> None:
        self._begins = ("", "")
        if self._open():
            super().commit()

    def rollback(self) -> None:
        self._begins = ("", "")
        if self._open():
            super().rollback()

    def _open(self) -> bool:
        driver: Any = self._connection
        return driver._connection is not None and driver.in_transaction


def connect(dialect: Any, _record: Any, given: Any, named: Any) -> Any:
    """A new connection (listener of SQLAlchemy's `do_connect`)."""
    made = dialect.connect(*given, **named)
    return Connection(made.dbapi, made._connection)
