"""One hop to SQLite's thread for each statement.

The driver carries every call of a cursor (make, execute, fetch, close) to the connection's thread and back, four hops
for a query and some seventy for a digest: that, and no disk, is what a crowd on a file waits for (`python -m
bench.crowd`). Here a statement runs there whole: its rows are read and its cursor closed before the hop back.
"""

from __future__ import annotations

import sqlite3
from collections import deque
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


def _run(connection: sqlite3.Connection, statement: str, given: Any, many: bool) -> tuple[Ran, list[Any]]:
    """In the thread."""
    cursor = connection.cursor()
    try:
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
        async with self._adapt_connection._execute_mutex:
            self._cursor, rows = await driver._execute(_run, driver._conn, statement, given, many)
            self._rows = deque(rows)


class Connection(AsyncAdapt_aiosqlite_connection):
    """The driver's connection with such cursors."""

    __slots__ = ()
    _cursor_cls = Cursor


def connect(dialect: Any, _record: Any, given: Any, named: Any) -> Any:
    """A new connection (listener of SQLAlchemy's `do_connect`)."""
    made = dialect.connect(*given, **named)
    return Connection(made.dbapi, made._connection)
