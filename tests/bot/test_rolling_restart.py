"""`dateline run` several times against one PostgreSQL, restarted one after the other while digests are due."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from aiohttp import web

from adapters.contract import CatchUp
from adapters.store.entries import SlotEntry, Standing, State
from adapters.store.store import Store
from tests.bot.serving_replica import PARTS, PLATFORM
from tests.bot.shell import ROOT
from tests.crash.server import Chat, serving
from tests.peers import postgres
from tests.stores import opened, order

ENOUGH = 80
"""Seconds for all of it; shorter than a dead replica's lanes are kept, so that whoever stops must give his back."""
NAMES = "abcdef"
PLACES = 3


class Replica:
    """One process, and what it logged."""

    def __init__(self, child: asyncio.subprocess.Process) -> None:
        self.child = child
        self.lines: list[str] = []
        self._more = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.child.stderr is not None
        while line := await self.child.stderr.readline():
            self.lines.append(line.decode())
            self._more.set()

    async def schedules(self) -> None:
        while not any("schedule.started" in line for line in self.lines):
            self._more.clear()
            await self._more.wait()

    async def stopped(self) -> None:
        """SIGTERM, and its goodbyes."""
        self.child.send_signal(signal.SIGTERM)
        assert await self.child.wait() == 0, self.lines
        await self._reading

    async def gone(self) -> None:
        with suppress(ProcessLookupError):
            self.child.kill()
        await self.child.wait()
        await self._reading


@asynccontextmanager
async def replica(database: str, port: int, data: Path) -> AsyncIterator[Replica]:
    """`dateline run`, killed at the end if it has not stopped by then."""
    settings = {"DATELINE_DATABASE_URL": database, "DATELINE_DATA": str(data), "DATELINE_DISCORD_TOKEN": "token"}
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bot.serving_replica", str(port),
        stdin=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        env=os.environ | settings | {"PYTHONPATH": str(ROOT)}, cwd=ROOT,
    )  # fmt: skip
    running = Replica(child)
    try:
        yield running
    finally:
        await running.gone()


@dataclass
class Channel(Chat):
    """The platform, that says when something more stands there."""

    more: asyncio.Event = field(default_factory=asyncio.Event)

    async def post(self, request: web.Request) -> web.Response:
        try:
            return await super().post(request)
        finally:
            self.more.set()

    async def stands(self, posts: int) -> None:
        """Until so many stand there."""
        while len(self.standing) < posts:
            self.more.clear()
            await self.more.wait()


async def due(store: Store, chat: Channel, over: asyncio.Event) -> int:
    """A slot for everybody as soon as half of what was due before stands; gives how many that were."""
    entered = 0
    while not over.is_set():
        now = datetime.now(UTC)
        slots = [SlotEntry(name, f"{entered:06}", now) for name in NAMES]
        await store.ledger.enter(slots, {}, now)
        entered += len(slots)
        await chat.stands(entered * PARTS - len(NAMES))
    return entered


async def test_replicas_restarted_one_after_the_other_lose_and_double_nothing(tmp_path: Path) -> None:
    where, chat, over = postgres.database(), Channel(), asyncio.Event()
    begun = datetime.now(UTC)
    async with AsyncExitStack() as stack, asyncio.timeout(ENOUGH):
        store = await stack.enter_async_context(opened(where))
        await stack.enter_async_context(serving(chat))
        orders = [
            order(name, PLATFORM, str(number % PLACES), catch_up=CatchUp.ALL, origin="chat", created=begun)
            for number, name in enumerate(NAMES)
        ]
        far = begun + timedelta(days=30)
        await store.subscriptions.put([Standing(one, begun, far) for one in orders])
        feeding = asyncio.create_task(due(store, chat, over))

        async def another() -> Replica:
            one = await stack.enter_async_context(replica(where, chat.port, tmp_path))
            await one.schedules()
            return one

        first, second = await asyncio.gather(another(), another())
        await chat.stands(len(chat.standing) + 20)
        await first.stopped()
        await chat.stands(len(chat.standing) + 20)
        third = await another()
        await second.stopped()
        await chat.stands(len(chat.standing) + 20)
        over.set()
        entered = await feeding
        await chat.stands(entered * PARTS)
        await third.stopped()
        rows = [row for one in orders for row in await store.ledger.history(one.id)]
    assert {row.state for row in rows} == {State.SENT}
    assert len(rows) == entered * PARTS
    assert sorted(chat.texts().values()) == [1] * len(rows)
    for one in orders:
        posted = [text for _, text, _ in chat.standing if text.partition(": ")[2].startswith(f"{one.id} ")]
        assert posted == sorted(posted), "each destination is served in order, whoever serves it"
        ends = [tuple(text.split()[2:4]) for text in posted[::PARTS]]
        assert all(until == since for (_, until), (since, _) in pairwise(ends)), "windows tile"
