"""One process schedules; a second one is told who; a killed one leaves nothing to wait for."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.store import HeldElsewhere, Locked, hold
from tests.stores import fresh, opened

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)

HOLDER = """
import asyncio, datetime, pathlib, sys
from adapters.store import open_store
async def main():
    store = await open_store(pathlib.Path(sys.argv[1]))
    await store.hold.take(datetime.datetime(2026, 3, 1, 8, tzinfo=datetime.UTC))
    print("held", flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""


async def test_a_second_process_is_told_who_holds_it_and_a_killed_holder_frees_it_at_once(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:  # noqa: ASYNC220 - waits for one line
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        async with opened(path) as store:
            with pytest.raises(HeldElsewhere) as caught:
                await store.hold.take(NOW)
            assert caught.value.holder is not None
            assert caught.value.holder.pid == other.pid
            assert f"process {other.pid} on " in str(caught.value)
            assert "since 2026-03-01 08:00:00 UTC" in str(caught.value)
            await store.note("x").save("1")  # everything but scheduling goes on
            other.kill()
            other.wait()
            assert (await store.hold.take(NOW)).pid == os.getpid()


async def test_the_right_goes_back_and_can_be_taken_again(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    async with opened(path) as first, opened(path) as second:
        mine = await first.hold.take(NOW)
        assert await first.hold.take(NOW + timedelta(hours=1)) == mine, "taking it twice is harmless"
        with pytest.raises(HeldElsewhere):
            await second.hold.take(NOW)
        await first.hold.release()
        await first.hold.release()
        await second.hold.take(NOW)


async def test_a_database_locked_while_taking_leaves_the_right_free(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    async with opened(path, busy=0.1) as first, opened(path) as second:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(Locked):
                await first.hold.take(NOW)
        await second.hold.take(NOW)


async def test_where_files_have_no_locks_the_heartbeat_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    path = fresh(tmp_path)
    async with opened(path) as first, opened(path) as second:
        await first.hold.take(NOW)
        await first.hold.beat(NOW + timedelta(seconds=60))
        with pytest.raises(HeldElsewhere, match=f"process {os.getpid()} on"):
            await second.hold.take(NOW + timedelta(seconds=100))
        await second.hold.take(NOW + timedelta(seconds=60) + hold.STALE)
