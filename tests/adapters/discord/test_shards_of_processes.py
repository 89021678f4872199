"""One bot served by two processes: each a Dateline with its shards, one gateway, one data folder."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

from adapters.contract import Address, Subscription
from adapters.store.entries import Standing
from adapters.store.store import Store
from tests.adapters.discord.gateway import Gateway
from tests.adapters.discord.test_gateway import CALLBACK, COMMANDS_ROUTE, ENOUGH, gateway, question, server  # noqa: F401
from tests.adapters.discord.test_shards import SERVERS, a_server, asked_in
from tests.bot.shell import ROOT
from tests.faultserver import FaultServer, Json
from tests.stores import DAY, fresh, opened

APART, OURS = 0.3, 1.0
"""Seconds the gateway wants between two sign-ins of a bucket, and those that Dateline leaves."""
LEFT = "Dateline was removed from this server"


@dataclass
class Process:
    """One Dateline, and what it logged."""

    child: asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)
    more: asyncio.Event = field(default_factory=asyncio.Event)

    async def read(self) -> None:
        assert self.child.stderr is not None
        while line := await self.child.stderr.readline():
            self.lines.append(line.decode())
            self.more.set()

    def said(self, pattern: str) -> list[str]:
        return [line for line in self.lines if re.search(pattern, line)]

    async def says(self, pattern: str, times: int = 1) -> None:
        while len(self.said(pattern)) < times:
            self.more.clear()
            await self.more.wait()


@asynccontextmanager
async def dateline(config: Path, shards: str, rest: str, at: str) -> AsyncIterator[Process]:
    """A process with these shards; killed at the end."""
    settings = {"DATELINE_CONFIG": str(config), "DATELINE_DISCORD_SHARDS": shards, "DATELINE_DISCORD_TOKEN": "token"}
    env = os.environ | settings | {"PYTHONPATH": str(ROOT)}
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.adapters.discord.serving_shards", rest, at, str(OURS),
        stdin=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE, env=env, cwd=ROOT,
    )  # fmt: skip
    process = Process(child)
    reading = asyncio.create_task(process.read())
    try:
        yield process
    finally:
        if child.returncode is None:
            child.kill()
        await child.wait()
        await reading


async def known(store: Store) -> None:
    """A digest in each server; Dateline is thought to have left all of them."""
    now = datetime.now(UTC)
    orders = [
        Subscription(
            f"s{id_}", Address("discord", str(id_ + 1)), (time(8),), "UTC", now, origin="chat", server=str(id_)
        )
        for id_ in SERVERS
    ]
    await store.subscriptions.put([Standing(order, now, now + DAY) for order in orders])
    for id_ in SERVERS:
        await store.servers.leave("discord", str(id_), now)


async def left(store: Store) -> set[int]:
    return {int(one.server) for one in await store.servers.all() if one.left is not None}


async def paused(store: Store) -> set[int]:
    held = [one.subscription for one in await store.subscriptions.all()]
    return {int(one.server) for one in held if one.paused == LEFT}


async def test_two_processes_divide_the_shards_of_a_bot(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    own_state: Path,
    tmp_path: Path,
) -> None:
    own_state.mkdir()  # noqa: ASYNC240
    gateway.apart, gateway.max_concurrency = APART, 2
    gateway.guilds = [a_server(id_) for id_ in SERVERS[:7]]
    limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 2}
    server.script("GET", "/gateway/bot", Json({**ENOUGH, "shards": 4, "session_start_limit": limit}))
    asked, together = 0, asyncio.Barrier(4)

    async def at_once() -> None:
        """The first four connections are let in together, so that all want to sign in at the same moment."""
        if len(gateway.lines) <= 4:
            await together.wait()

    gateway.arrived = at_once  # type: ignore[method-assign]

    async def everybody_asks() -> None:
        """In each server and in a direct message; each is answered, by one process."""
        nonlocal asked
        before = len(server.seen("POST", CALLBACK))
        for id_ in SERVERS[:7]:
            await gateway.say("INTERACTION_CREATE", asked_in(id_, 1000 + asked))
            asked += 1
        await gateway.say("INTERACTION_CREATE", question(1000 + asked))
        asked += 1
        await server.wait_for("POST", CALLBACK, before + 8)

    async with asyncio.timeout(60), opened(fresh(own_state)) as store, AsyncExitStack() as stack:
        await known(store)
        config = tmp_path / "dateline.toml"
        config.write_text("", encoding="utf-8")
        run = [dateline(config, shards, server.url, gateway.url) for shards in ("0-1/4", "2-3/4")]
        first, second = [await stack.enter_async_context(one) for one in run]
        await first.says(r"server\.back", 4)
        await second.says(r"server\.back", 3)
        await first.says(r"discord\.ready servers=4 shards=0-1/4")
        await second.says(r"discord\.ready servers=3 shards=2-3/4")
        assert await left(store) == {SERVERS[7]}  # where it had been left before
        assert gateway.refused == []
        assert sorted(told["shard"] for told in gateway.identified) == [[shard, 4] for shard in range(4)]
        assert len(server.seen("PUT", COMMANDS_ROUTE)) == 1
        await everybody_asks()

        second.child.kill()
        await second.child.wait()
        gateway.guilds = [one for one in gateway.guilds if one["id"] not in (str(SERVERS[2]), str(SERVERS[0]))]
        await gateway.say("INTERACTION_CREATE", asked_in(SERVERS[1], 5000))
        await server.wait_for("POST", "/interactions/5000/reply-token/callback")
        assert await left(store) == {SERVERS[7]}  # nobody could see what happened on the other's shards

        again = await stack.enter_async_context(dateline(config, "2-3/4", server.url, gateway.url))
        await again.says(r"server\.left")
        await again.says(r"discord\.ready servers=2")
        assert await left(store) == {SERVERS[2], SERVERS[7]}, "the server of another process's shard is not touched"
        assert await paused(store) == {SERVERS[2]}
        assert gateway.refused == []
        await everybody_asks()

    callbacks = [request.path for request in server.seen("POST", CALLBACK)]
    assert len(callbacks) == len(set(callbacks)) == asked + 1
    assert len(server.seen("PUT", COMMANDS_ROUTE)) == 1
    assert [len(one.said(r"schedule\.(started|refused)")) for one in (first, second, again)] == [1, 1, 1]
    assert sorted(len(one.said(r"schedule\.started")) for one in (first, second)) == [0, 1]
    for process in (first, second, again):
        assert [line for line in process.said("WARNING|ERROR|CRITICAL") if "schedule.refused" not in line] == []
