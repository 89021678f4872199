"""Statements that are a transaction by themselves: what is asked, what each did, how a server's database does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from sqlalchemy import Connection, Executable, Row
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.util import greenlet_spawn

Stated: TypeAlias = tuple[Executable, Mapping[str, Any]]
"""A statement, built once, and the values of this time."""
Room: TypeAlias = Callable[[], AbstractAsyncContextManager[None]]
"""A connection is free."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What one statement did: the rows that it gave back, and how many it changed."""

    rows: Sequence[Row[Any]]
    count: int


class AtOnce(Protocol):
    """How a database does them. `kind` is "read", "write" or "durable"; errors are the driver's."""

    async def done(self, kind: str, steps: Sequence[Stated]) -> Sequence[Changed]: ...

    async def close(self) -> None: ...


class Apart:
    """On a server, which runs many side by side: each on a connection of its own, one statement alone one way there and
    back."""

    def __init__(self, engine: AsyncEngine, begin: Callable[[Connection, str], None], room: Room) -> None:
        self._engine = engine
        self._begin = begin
        self._room = room

    async def done(self, kind: str, steps: Sequence[Stated]) -> Sequence[Changed]:
        async with self._room():
            return await greenlet_spawn(self._ran, kind if len(steps) > 1 else "once", steps)

    def _ran(self, kind: str, steps: Sequence[Stated]) -> Sequence[Changed]:
        """All of it between one leaving of the event loop's task and one return to it: an `AsyncConnection` leaves it
        for each of connecting, beginning, running, committing and closing."""
        with self._engine.sync_engine.connect() as connection:
            self._begin(connection, kind)
            done = ran(connection, steps)
            connection.commit()
        return done

    async def close(self) -> None:
        """Its connections are the engine's."""


def ran(connection: Connection, steps: Sequence[Stated]) -> Sequence[Changed]:
    """What each did, one after the other."""
    done = []
    for statement, given in steps:
        result = connection.execute(statement, given)
        done.append(Changed(result.all() if result.returns_rows else (), result.rowcount))
    return done
