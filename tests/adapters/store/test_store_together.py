"""Who waits for one SQLite file is served together, and as if alone."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, text

from adapters.store import Locked, together
from adapters.store.at_once import Changed
from adapters.store.database import Database
from adapters.store.sqlite import own_engine
from adapters.store.together import MOST, Together
from tests.stores import fresh_file

WRITE = text("INSERT INTO notes (name, value) VALUES (:name, 'x')")
READ = text("SELECT count(*) FROM notes WHERE name = :name")
SYNCHRONOUS = text("PRAGMA synchronous")


@pytest.fixture
async def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    monkeypatch.setattr(together, "own_engine", own_engine)  # it is listened to: none that other tests are given
    database = Database(fresh_file(tmp_path), busy=0.2)
    yield database
    await database.close()


async def transactions(database: Database) -> list[str]:
    """The commits from now on, told as they are done."""
    one = database._at_once
    assert isinstance(one, Together)
    await database.rows(SYNCHRONOUS)  # its engine is made at first use
    assert one._engine is not None
    seen: list[str] = []

    def committed(_: Connection) -> None:
        seen.append("commit")

    event.listen(one._engine, "commit", committed)
    return seen


def named(name: str) -> dict[str, str]:
    return {"name": name}


async def names(database: Database) -> set[str]:
    return {str(row[0]) for row in await database.rows(text("SELECT name FROM notes"))}


async def test_all_who_wait_are_in_the_next_transaction(database: Database) -> None:
    seen = await transactions(database)
    await asyncio.gather(*(database.change((WRITE, named(f"n{n}"))) for n in range(MOST)))
    assert len(seen) == 1
    assert len(await names(database)) == MOST


async def test_very_many_go_in_several_so_that_none_is_long(database: Database) -> None:
    seen = await transactions(database)
    await asyncio.gather(*(database.change((WRITE, named(f"n{n}"))) for n in range(3 * MOST)))
    assert len(seen) == 3
    assert len(await names(database)) == 3 * MOST


async def test_each_is_told_what_its_own_statements_did(database: Database) -> None:
    async def both(name: str) -> Sequence[Changed]:
        return await database.change((WRITE, named(name)), (READ, named(name)), (READ, named(f"not {name}")))

    for written, there, not_there in await asyncio.gather(*(both(f"n{n}") for n in range(20))):
        assert (written.count, there.rows[0][0], not_there.rows[0][0]) == (1, 1, 0)


async def test_nobody_is_told_of_success_before_it_is_committed(database: Database) -> None:
    assert database.path is not None
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:

        async def told(name: str) -> None:
            await database.change((WRITE, named(name)))
            assert other.execute("SELECT count(*) FROM notes WHERE name = ?", (name,)).fetchone() == (1,)

        await asyncio.gather(*(told(f"n{n}") for n in range(20)))


async def test_where_one_must_be_on_disk_all_of_them_are(database: Database) -> None:
    asked = [database.change((SYNCHRONOUS, {}), durable=n == 3) for n in range(5)]
    assert [ended[0].rows[0][0] for ended in await asyncio.gather(*asked)] == [2] * 5
    assert (await database.change((SYNCHRONOUS, {})))[0].rows[0][0] == 1


async def test_a_fault_of_one_is_its_own(database: Database) -> None:
    await database.change((WRITE, named("twice")))
    asked: list[Any] = [database.change((WRITE, named(name))) for name in ("a", "twice", "b")]
    asked.insert(1, database.change((WRITE, named("half")), (WRITE, named("twice"))))
    ended = await asyncio.gather(*asked, return_exceptions=True)
    assert [isinstance(end, Exception) for end in ended] == [False, True, True, False]
    assert await names(database) == {"twice", "a", "b"}, "nothing of what failed stands"


async def test_a_file_that_is_locked_is_waited_for_once_by_all_and_still_read(database: Database) -> None:
    assert database.path is not None
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begun = asyncio.get_running_loop().time()
        asked = [database.change((WRITE, named(f"n{n}"))) for n in range(40)]
        *ended, read = await asyncio.gather(*asked, database.rows(READ, named("n1")), return_exceptions=True)
        assert all(isinstance(end, Locked) for end in ended)
        assert not isinstance(read, BaseException)
        assert read[0][0] == 0
        assert asyncio.get_running_loop().time() - begun < 40 * 0.2 / 2, "not one wait after the other"
        other.execute("ROLLBACK")
    await database.change((WRITE, named("after")), durable=True)
    assert await names(database) == {"after"}


async def test_who_gave_up_waiting_has_nothing_done(database: Database) -> None:
    async with database.write():
        waiting = [asyncio.create_task(database.change((WRITE, named(f"n{n}")))) for n in range(3)]
        await asyncio.sleep(0)
        waiting[1].cancel()
        await asyncio.wait(waiting[1:2])
    await asyncio.gather(waiting[0], waiting[2])
    assert await names(database) == {"n0", "n2"}


async def test_closing_first_does_what_was_asked(tmp_path: Path) -> None:
    path = fresh_file(tmp_path)
    database = Database(path)
    asked = [asyncio.create_task(database.change((WRITE, named(f"n{n}")))) for n in range(2 * MOST)]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.gather(*asked)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM notes").fetchone() == (2 * MOST,)
    assert not [name for name in path.parent.iterdir() if name.name.endswith("-wal")], "the log is folded in"
