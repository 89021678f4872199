"""One SQLite file, many who wait: whoever asks while a transaction runs is served by the next one, all of them at once.

A file has one writer, and each of its transactions costs a way to SQLite's thread and back and, where it must be on
disk, a wait for the disk: that, and no statement, is what a digest in a crowd waits for, the longer the busier the
event loop and the slower the disk. So those who wait go together (a group commit): one way, one transaction, one wait
for the disk; nobody is told of success before it is over. They fail together where the file does; where the fault is
one statement's own, each is done by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from sqlalchemy import Connection, Engine

from adapters.store.at_once import Changed, Room, Stated, ran
from adapters.store.errors import of_sqlite
from adapters.store.sqlite import SYNCHRONOUS, own_engine

MOST: Final = 64
"""How many go together, at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Statements somebody waits for. `kind` is "read", "write" or "durable"."""

    kind: str
    steps: Sequence[Stated]
    answer: asyncio.Future[Sequence[Changed]]


Ended: TypeAlias = "Sequence[Changed] | Exception"


class Together:
    """The file's connection for statements that are transactions by themselves, and the thread that has it."""

    def __init__(self, path: Path, busy: float, room: Room) -> None:
        self._path = path
        self._busy = busy
        self._room = room
        self._waiting: list[Asked] = []
        self._serving: asyncio.Task[None] | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._engine: Engine | None = None
        self._synchronous = ""

    async def done(self, kind: str, steps: Sequence[Stated]) -> Sequence[Changed]:
        asked = Asked(kind, steps, asyncio.get_running_loop().create_future())
        self._waiting.append(asked)
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve(), name="sqlite")
        return await asked.answer

    async def close(self) -> None:
        """Once what was asked is done."""
        if self._serving is not None:
            await self._serving
        if self._thread is not None and self._engine is not None:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._engine.dispose)
            self._thread.shutdown()
        self._thread = self._engine = None

    async def _serve(self) -> None:
        """Until nobody waits. Whoever was cancelled while he waited has nothing done for him."""
        while self._waiting:
            asked: list[Asked] = []
            try:
                async with self._room():
                    asked = [one for one in self._waiting[:MOST] if not one.answer.done()]
                    del self._waiting[:MOST]
                    ended = await self._in_thread(asked)
            except Exception as error:  # no room in time, or no thread as the process ends
                asked, self._waiting = [*asked, *self._waiting], []
                ended = [error] * len(asked)
            for one, end in zip(asked, ended, strict=True):
                if one.answer.done():
                    continue
                if isinstance(end, Exception):
                    one.answer.set_exception(end)
                else:
                    one.answer.set_result(end)

    async def _in_thread(self, asked: Sequence[Asked]) -> Sequence[Ended]:
        if not asked:
            return ()
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "sqlite")
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._all, asked)

    # in the thread

    def _all(self, asked: Sequence[Asked]) -> Sequence[Ended]:
        try:
            return self._one_transaction(asked)
        except Exception as error:
            self._synchronous = ""  # nobody knows
            if len(asked) == 1:
                return [error]
            # Each by itself would wait for another program's lock as long as all did; who reads need not wait for it.
            of_the_file = of_sqlite(error, self._path) is not None
            return [error if of_the_file and one.kind != "read" else self._all([one])[0] for one in asked]

    def _one_transaction(self, asked: Sequence[Asked]) -> Sequence[Ended]:
        if self._engine is None:
            self._engine = own_engine(self._path, self._busy)
        with self._engine.connect() as connection:
            self._begin(connection, asked)
            ended = [ran(connection, one.steps) for one in asked]
            connection.commit()
        return ended

    def _begin(self, connection: Connection, asked: Sequence[Asked]) -> None:
        """One statement alone is a transaction without being told to: it takes the write lock before it reads."""
        kinds = {one.kind for one in asked}
        if kinds == {"read"}:
            return
        wanted = SYNCHRONOUS["durable" if "durable" in kinds else "write"]
        if wanted != self._synchronous:
            connection.exec_driver_sql(f"PRAGMA synchronous={wanted}")
            self._synchronous = wanted
        if sum(len(one.steps) for one in asked) > 1:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
