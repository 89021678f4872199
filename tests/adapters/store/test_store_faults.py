"""Locked, full, corrupt, out of reach: one clear line each, and never a file lost."""

from __future__ import annotations

import sqlite3
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.store import Away, Corrupt, DiskFull, Locked, StoreError, Unusable, open_store
from tests.stores import fresh, opened

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def one_line(error: StoreError, path: Path) -> str:
    text = str(error)
    assert "\n" not in text
    assert str(path) in text
    return text


async def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    path.write_bytes(b"These are the notes of a curator, not a database.\n" * 50)
    before = path.read_bytes()
    with pytest.raises(Corrupt) as caught:
        await open_store(path)
    assert "is not a database; move it away" in one_line(caught.value, path)
    assert path.read_bytes() == before


async def test_a_malformed_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    async with opened(path) as store:
        await store.seen.see({f"src-{n}/r": "0" * 64 for n in range(2000)}, NOW)
    content = bytearray(path.read_bytes())
    content[8192:65536] = b"\xff" * (65536 - 8192)
    path.write_bytes(content)
    with pytest.raises(Corrupt) as caught:
        await open_store(path)
    assert "is damaged; put back a copy" in one_line(caught.value, path)
    assert path.read_bytes() == bytes(content)


async def test_damage_met_while_running_is_a_corrupt_database_too(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    async with opened(path) as store:
        await store.seen.see({f"src-{n}/r": "0" * 64 for n in range(2000)}, NOW)
    async with opened(path) as store:
        with path.open("r+b") as file:
            file.seek(8192)
            file.write(b"\xff" * 200_000)
        with pytest.raises(Corrupt) as caught:
            await store.seen.see({"src-9999/r": "1"}, NOW)
        one_line(caught.value, path)


async def test_a_full_disk_writes_nothing_and_says_so_until_there_is_room(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    async with opened(path) as store:
        await store.note("kept").save("before")
        async with store.database.write() as connection:
            pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
            await connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        held = {f"src-{n}/r": "0" * 64 for n in range(2000)}
        with pytest.raises(DiskFull) as caught:
            await store.seen.see(held, NOW)
        assert "free some space on its disk" in one_line(caught.value, path)
        assert await store.note("kept").load() == "before"
        async with store.database.write() as connection:
            await connection.exec_driver_sql("PRAGMA max_page_count=1073741823")
        assert len(await store.seen.see(held, NOW)) == 2000


async def test_a_lock_held_by_another_program_is_waited_for_then_named(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    async with opened(path, busy=0.1) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(Locked) as caught:
                await store.note("x").save("1")
            assert "locked by another program" in one_line(caught.value, path)
            assert await store.note("x").load() is None, "reading goes on beside a writer"
            other.execute("ROLLBACK")
        await store.note("x").save("1")
        assert await store.note("x").load() == "1"


async def test_a_lock_held_while_the_file_is_opened_is_named(tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Locked):
            await open_store(path, busy=0.1)


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unusable, match=r"cannot be made .*set DATELINE_DATA"):
        await open_store(tmp_path / "file" / "dateline.db")


async def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "dateline.db").mkdir()
    with pytest.raises(Unusable, match="cannot be opened"):
        await open_store(tmp_path / "dateline.db")


async def test_a_failing_upgrade_leaves_its_reason_to_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    path.touch()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked, match="locked by another program"):
            await open_store(path, busy=0.1)


async def test_a_connection_that_never_gets_free_is_told_and_nothing_is_lost(
    each_database: str, tmp_path: Path
) -> None:
    async with opened(fresh(tmp_path)) as store, AsyncExitStack() as all_of_them:
        store.database._patience = 0.01
        for _ in range(store.database._free._value):
            await all_of_them.enter_async_context(store.database.read())
        with pytest.raises((Locked, Away), match="tried again"):
            await store.note("x").save("1")
        with pytest.raises((Locked, Away), match="tried again"):
            await store.ledger.pending()
        await all_of_them.aclose()
        await store.note("x").save("1")
        assert await store.note("x").load() == "1"


async def test_mark_before_a_request_is_on_disk_and_other_commits_are_fast(tmp_path: Path) -> None:
    pragma = text("PRAGMA synchronous")
    async with opened(fresh(tmp_path)) as store:
        for durable in (True, False, True, True, False):
            [now] = await store.database.change((pragma, {}), durable=durable)
            assert now.rows[0][0] == (2 if durable else 1)
            first, then = await store.database.change((pragma, {}), (pragma, {}), durable=not durable)
            assert first.rows[0][0] == then.rows[0][0] == (1 if durable else 2)
            assert (await store.database.rows(pragma))[0][0] == (1 if durable else 2), "reading needs no other"
        async with store.database.write(durable=True) as connection:
            assert (await connection.exec_driver_sql("PRAGMA synchronous")).scalar_one() == 2
        async with store.database.write() as connection:
            assert (await connection.exec_driver_sql("PRAGMA synchronous")).scalar_one() == 1
            assert (await connection.exec_driver_sql("PRAGMA foreign_keys")).scalar_one() == 1
            assert (await connection.exec_driver_sql("PRAGMA journal_mode")).scalar_one() == "wal"
