"""One life of Dateline in the model-based test: the real application, scheduler and store, without its rooms.

It dies when its `step` says so (`Died` is no `Exception`: nothing of ours catches it), and all it had in memory is
gone.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.store import StoreError
from adapters.store.store import Store
from bot.app import App
from bot.commands import Desk, Held
from bot.living import Living
from bot.schedule import Scheduler, ScheduleSettings
from tests.model.press import revisions

if TYPE_CHECKING:
    from tests.model.world import World

SETTINGS = ScheduleSettings(tick=1e6, grace=5)


class Died(BaseException):
    """The process is gone."""


class Process:
    """One life of Dateline on the database."""

    def __init__(self, world: World, store: Store) -> None:
        self.world, self.store = world, store
        self.dead = False
        self.failed: BaseException | None = None
        self.running: asyncio.Task[None] | None = None
        self.revisions = revisions(world.folder)
        self.edition = world.press.edition
        desk = Desk(world.press.held(self.revisions, world.clock()), world.clock)
        self.app = App(desk, (), (), (), _has_one, self.reload, world.clock, store=store)
        self.scheduler = Scheduler(
            store, world.outlets, self.app.compose, world.clock, SETTINGS,
            pause=self.pause, step=self.step, news=self.app.news,
        )  # fmt: skip
        self.app.scheduler = self.scheduler
        self.app.living = Living(
            store.amendments, store.subscriptions, world.outlets, self.app.tell_anew, step=self.step
        )

    def reload(self) -> Held | None:
        """The records anew, where any changed."""
        if self.edition == self.world.press.edition:
            return None
        self.edition = self.world.press.edition
        return self.world.press.held(self.revisions, self.world.clock())

    async def look(self) -> None:
        """What the application does every twenty seconds."""
        await self.app._look_at_records()
        await self.world.heard(self.app.recorded)
        await self.app._look_at_posts(self.world.outlets)

    async def pause(self, seconds: float) -> None:
        await self.world.sky.pause(seconds)
        await self.world.happens()

    def step(self, name: str) -> None:
        """A seam of production: here the process dies, or the database is locked."""
        if self.dead:
            raise _gone()
        self.world.lock.step()
        self.world.dies_in -= 1
        if self.world.dies_in == 0:
            self.die()
            raise _gone()

    def die(self) -> None:
        self.dead = True
        for task in (*self._under_way(), *((self.running,) if self.running else ())):
            task.cancel()

    async def start(self) -> None:
        await self.app._see(self.store, self.app.shared_now())
        await self.world.heard(self.app.recorded)
        await self.scheduler.start(())

    async def turn(self) -> None:
        """A look, and a tick."""
        await self.look()
        await self.tick()

    async def tick(self) -> None:
        await self.scheduler._tick()

    async def until_idle(self, doing: Callable[[], Awaitable[None]]) -> None:
        """Do it, and wait for every lane; to the end, or to death."""
        self.running = asyncio.create_task(self._idle(doing), name=getattr(doing, "__qualname__", "doing"))
        await asyncio.gather(self.running, return_exceptions=True)
        self.failed = failed = None if self.running.cancelled() else self.running.exception()
        self.running = None
        if isinstance(failed, StoreError) and doing == self.start:
            self.dead = True  # the application tries again at its next look; here another life does
        if failed is not None and not isinstance(failed, (Died, StoreError)):
            raise failed
        if self.dead:
            await self.vanish()

    async def _idle(self, doing: Callable[[], Awaitable[None]]) -> None:
        await doing()
        while waiting := self._under_way():
            await asyncio.gather(*waiting, return_exceptions=True)

    def _under_way(self) -> list[asyncio.Task[None]]:
        nudged = self.scheduler._nudged
        return [*self.scheduler._lanes.values(), *([nudged] if nudged is not None and not nudged.done() else [])]

    async def vanish(self) -> None:
        """What the operating system does after a death: tasks, connections and locks are gone, nothing is said."""
        going = self._under_way()
        for task in going:
            task.cancel()
        await asyncio.gather(*going, return_exceptions=True)
        if self.scheduler._ticker is not None:
            self.scheduler._ticker.shutdown(wait=False)
            await asyncio.sleep(0)
        if self.store.database.path is not None and self.store.hold._file is not None:  # type: ignore[union-attr]
            self.store.hold._file.close()  # type: ignore[union-attr]
        await self.store.database.close()


def _gone() -> Died:
    """For the task in which a process dies: nobody may be there any more to ask how that ended."""
    task = asyncio.current_task()
    if task is not None:
        task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
    return Died()


async def _has_one() -> Store:
    raise AssertionError("it has one")


@dataclass
class Lock:
    """Another program that takes the write lock of the file for a while, from a given step on."""

    path: Path | None
    at: int = 0
    other: sqlite3.Connection | None = None

    def step(self) -> None:
        self.at -= 1
        if self.at == 0 and self.path is not None:
            self.other = sqlite3.connect(self.path, isolation_level=None, timeout=0, check_same_thread=False)
            try:
                self.other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                self.end()  # one of ours is writing at this moment

    def end(self) -> None:
        if self.other is not None:
            self.other.close()
            self.other = None
        self.at = 0
