"""Who does the scheduling: one process per database file, by a lock that the operating system frees when it dies.

The lock is on `<file>.lock` beside the database: `flock` where there is one, `msvcrt.locking` on Windows. Both end
with the process, however it ended, so a killed holder leaves nothing to wait for. On a file system without locks the
holder's heartbeat in the database decides instead: it counts as alive for `STALE` after its last beat. The table
`holder` also tells the second process who is there. Forked children share a `flock`: start children with exec, as
`subprocess` does.
"""

from __future__ import annotations

import errno
import os
import platform
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

from sqlalchemy import delete, select, update

from adapters.store.database import Database
from adapters.store.entries import Holder
from adapters.store.errors import HeldElsewhere, Unusable
from adapters.store.tables import holder

STALE = timedelta(seconds=90)
"""Without locks: how long a silent holder is believed to be alive (the schedule beats every 20 s)."""

_ONLY = 1


class Hold:
    """The right to schedule on this file. `take` it, `beat` while it is held, `release` it at the end."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._file: IO[bytes] | None = None
        self._mine: Holder | None = None
        self.skew = timedelta(0)
        """A file has no clock of its own."""

    async def take(self, now: datetime) -> Holder:
        """Become the holder; harmless when this store holds it already. Raises `HeldElsewhere`, which says who does."""
        if self._mine is not None:
            return self._mine
        path = self._database.path
        assert path is not None, "a server's database is scheduled on by all"
        lock = _open(path)
        try:
            self._mine = await self._enter(lock, now)
        except BaseException:
            lock.close()
            raise
        self._file = lock
        return self._mine

    async def _enter(self, lock: IO[bytes], now: datetime) -> Holder:
        locked = _try_lock(lock)
        there = await self._read()
        if locked is False or (locked is None and there is not None and now - there[1] < STALE):
            who = there[0] if there else None
            named = str(who) if who else "another process"
            raise HeldElsewhere(f"{named} already schedules on {self._database.name}; stop it to schedule here", who)
        mine = Holder(platform.node() or "this machine", os.getpid(), now)
        row = {"id": _ONLY, "host": mine.host, "pid": mine.pid, "since": now, "heartbeat": now}
        async with self._database.write() as connection:
            stated = self._database.insert(holder).values(row)
            await connection.execute(stated.on_conflict_do_update(index_elements=["id"], set_=row))
        return mine

    async def beat(self, now: datetime) -> None:
        """Say that the holder is alive."""
        async with self._database.write() as connection:
            await connection.execute(update(holder).where(holder.c.id == _ONLY).values(heartbeat=now))

    async def release(self) -> None:
        """Give the right back; harmless when it is not held."""
        if self._file is None:
            return
        lock, self._file, self._mine = self._file, None, None
        try:
            async with self._database.write() as connection:
                await connection.execute(delete(holder))
        finally:
            lock.close()

    async def _read(self) -> tuple[Holder, datetime] | None:
        async with self._database.read() as connection:
            row = (await connection.execute(select(holder))).one_or_none()
        return None if row is None else (Holder(row.host, row.pid, row.since), row.heartbeat)


def _open(database: Path) -> IO[bytes]:
    path = database.with_name(database.name + ".lock")
    try:
        return path.open("ab")
    except OSError as error:
        raise Unusable(
            f"the lock file {path} cannot be opened ({error.strerror}); check the rights of its folder"
        ) from error


def _try_lock(file: IO[bytes]) -> bool | None:
    """True: locked until closed; False: another process has it; None: this file system has no locks."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return False if error.errno in (errno.EAGAIN, errno.EACCES) else None
    return True
