"""Several processes on one server's database: each may schedule, and what one changes the others hear of.

`SharedHold` stands where a file has its lock (`hold.py`): here everybody holds the schedule, and what keeps them from
each other's way are lanes. `News` carries a word from one to the others by LISTEN and NOTIFY
(postgresql.org/docs/current/sql-notify.html); it may be lost with the connection, so that every look at a clock of ours
goes on beside it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import platform
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select

from adapters.store.database import Database
from adapters.store.entries import Holder
from adapters.store.errors import StoreError
from adapters.store.postgresql import CHANNEL, notify

log = logging.getLogger("dateline.store")

AGAIN: Final = 5.0
"""Seconds before a lost connection to the news is opened anew."""


class SharedHold:
    """The right to schedule, which every replica has. `skew`: how far the server's clock is ahead of ours."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.skew = timedelta(0)
        self.servers_clock = True
        """Whether the schedule goes by the server's clock; a test that sets the time goes by its own."""

    async def take(self, now: datetime) -> Holder:
        """Begin; never refused."""
        await self.beat(now)
        return Holder(platform.node() or "this machine", os.getpid(), now)

    async def beat(self, now: datetime) -> None:
        """Look at the server's clock."""
        async with self._database.read() as connection:
            there: datetime = (await connection.execute(select(func.clock_timestamp()))).scalar_one()
        if self.servers_clock:
            self.skew = there.astimezone(UTC) - now

    async def release(self) -> None:
        """Nothing to give back."""


class NoNews:
    """A file has one process that schedules: nobody is told, nothing is heard."""

    async def tell(self) -> None:
        """Nobody is there."""

    def listen(self, heard: Callable[[], None]) -> None:
        """Nothing comes."""

    async def close(self) -> None:
        """Nothing is open."""


class News:
    """That something changed which replicas keep in memory (preferences of a server, records)."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listening: asyncio.Task[None] | None = None

    async def tell(self) -> None:
        """Tell every replica, this one too."""
        async with self._database.write(alone=False) as connection:
            await notify(connection)

    def listen(self, heard: Callable[[], None]) -> None:
        """Call `heard` for every word, until `close`."""
        self._listening = asyncio.create_task(self._listen(heard), name="news")

    async def close(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening
            self._listening = None

    async def _listen(self, heard: Callable[[], None]) -> None:
        while True:
            try:
                await self._until_lost(heard)
            except StoreError as error:
                log.info("store.news_lost reason=%s then=opened anew", error)
            heard()  # what was said meanwhile was not heard
            await asyncio.sleep(AGAIN)

    async def _until_lost(self, heard: Callable[[], None]) -> None:
        lost = asyncio.Event()
        async with self._database.connection() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            driver.add_termination_listener(lambda _: lost.set())
            await driver.add_listener(CHANNEL, lambda *_: heard())
            try:
                await lost.wait()
            finally:
                with suppress(Exception):  # the connection may be gone
                    await driver.remove_listener(CHANNEL, None)
