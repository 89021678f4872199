"""A crowd of channels due in the same minute: `python -m bench.crowd [channels [pace]]`, and part of `make bench`.

So many Discord channels on one token, and as many Slack channels in workspaces of twenty, against loopback servers in a
process of their own that answer in 80 ms, enforce the platforms' limits and spoil four posts of a hundred
(`bench.crowd_servers`). Everything of ours is real: rooms, schedule, courier and database; words are made up once. Wall
time begins with the look at the clock that finds them due. What a platform's pace allows is (channels - 1) x its
spacing; a ratio of 1 is that. `pace` multiplies the limits of both sides, not our patience after a fault (2 s and
more), so that above 1 the last faults weigh more in the ratio.

Beside it, on 500 channels in the same run: Dateline, `for c in channels: await c.send()`, and APScheduler with a job
for each channel, the latter two with bare discord.py; their ratio is to Dateline. Before it what the database costs
(`bench.crowd_ledger`).
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import aiohttp

from adapters.contract import Outlet
from adapters.slack.posting import Posting
from adapters.slack.webapi import WebApi
from adapters.slack.workspaces import Myself
from adapters.store.store import Store
from bench import chat
from bench.crowd_ledger import (
    IN_SERVER,
    IN_WORKSPACE,
    claims,
    come_due,
    discord_place,
    many,
    now,
    settled,
    standings,
    subscribe,
)
from bot.posting import EACH, OwnTurns
from bot.schedule import Scheduler, ScheduleSettings
from tests.stores import DAY, fresh_file, opened, told

CHANNELS = 5_000
FEW = 500


@dataclass(frozen=True, slots=True)
class Paced:
    """Turns at a multiple of the platforms' pace."""

    turns: Any
    pace: float

    async def take(self, spacing: Mapping[str, float]) -> float:
        waits: float = await self.turns.take({name: seconds / self.pace for name, seconds in spacing.items()})
        return waits


class Tokens:
    """Workspaces with a token each."""

    def __init__(self, api: WebApi) -> None:
        self._api = api
        self._speaking: dict[str, WebApi] = {}

    async def api(self, team: str) -> WebApi:
        if team not in self._speaking:
            self._speaking[team] = self._api.speaking_for(f"xoxb-{team}", team)
        return self._speaking[team]

    async def me(self, team: str, enterprise: str) -> Myself:  # noqa: ARG002
        return Myself()

    async def installer(self, team: str) -> str:  # noqa: ARG002
        return ""

    async def first(self, event: str) -> bool:  # noqa: ARG002
        return True


@asynccontextmanager
async def servers(channels: int, pace: float) -> AsyncIterator[str]:
    """The loopback platforms; gives their address."""
    guilds = -(-channels // IN_SERVER)
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.crowd_servers", str(guilds), str(pace), stdout=asyncio.subprocess.PIPE
    )
    try:
        assert child.stdout is not None
        yield (await child.stdout.readline()).decode().strip()
    finally:
        child.kill()
        await child.wait()


@asynccontextmanager
async def discord_room(url: str) -> AsyncIterator[Any]:
    """Dateline's room for Discord, connected to the loopback one and knowing its servers."""
    import discord
    import yarl

    from adapters.administration import Administration
    from adapters.discord.client import DiscordRoom
    from bot.catalogue import catalogue
    from tests.adapters.discord.conftest import SyncMemory

    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url.replace("http", "ws") + "/gateway")
    ready = asyncio.Event()
    office = Administration(
        (), lambda *_: "", chat._nothing, chat._nothing, chat._nothing, chat._told(ready.set), chat._nothing,
        lambda *_: "en",
    )  # fmt: skip
    room = DiscordRoom(
        "bench", catalogue(), chat._nothing, chat._nothing, SyncMemory(), base_url=f"{url}/discord",
        administration=office,
    )  # fmt: skip
    serving = asyncio.create_task(room.serve())
    await asyncio.wait_for(ready.wait(), 60)
    try:
        yield room
    finally:
        await room.close()
        serving.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await serving


@asynccontextmanager
async def slack_room(url: str) -> AsyncIterator[Posting]:
    """The outlet of Dateline's room for Slack; nothing is heard from Slack here."""
    api = WebApi("xoxb-none", base_url=f"{url}/api/")
    yield Posting(Tokens(api), now)
    await api.close()


async def asked(url: str, method: str, path: str) -> Any:
    async with aiohttp.ClientSession() as session, session.request(method, f"{url}{path}") as answer:
        return await answer.json()


@dataclass(frozen=True, slots=True)
class Went:
    """How a crowd went: until the last post was settled, by platform; CPU seconds; what stands on the servers."""

    wall: Mapping[str, float]
    allowed: Mapping[str, float]
    cpu: float
    states: Mapping[str, Mapping[str, int]]
    tally: Mapping[str, Any]

    def line(self, what: str, channels: int, platforms: Sequence[str]) -> str:
        """Wall time against what the slowest of these paces allows, and what went wrong."""
        wall, allowed = (max(of[platform] for platform in platforms) for of in (self.wall, self.allowed))
        doubled = sum(self.tally[platform]["doubled"] for platform in platforms)
        lost = channels * len(platforms) - sum(self.tally[platform]["channels"] for platform in platforms)
        counted: Counter[str] = Counter()
        for platform in platforms:
            counted.update(self.states[platform])
        ended = ", ".join(f"{count} {state}" for state, count in sorted(counted.items()))
        return (
            f"{what:52}{wall:8.1f} s   of {allowed:6.1f} s   × {wall / allowed:4.2f}   "
            f"{doubled} doubled, {lost} lost; {ended}"
        )


async def delivered(url: str, outlets: Mapping[str, Outlet], channels: int, pace: float) -> Went:
    """All those channels due at once, by Dateline."""
    await asked(url, "POST", "/reset")
    with tempfile.TemporaryDirectory() as folder:
        async with opened(fresh_file(Path(folder))) as store:
            store = replace(store, turns=Paced(OwnTurns(now), pace))  # type: ignore[arg-type]
            due = now().replace(second=0, microsecond=0)
            every = [replace(one, next_due=due + DAY) for one in standings(tuple(outlets), channels, due)]
            await subscribe(store, every)
            scheduler = Scheduler(store, outlets, told, now, ScheduleSettings(tick=20 / pace))
            await scheduler.start()
            await come_due(store, due)
            begun, cpu = now(), time.process_time()
            scheduler.nudge()
            while await still_open(store, len(outlets) * channels):  # noqa: ASYNC110  the ledger tells nobody
                await asyncio.sleep(1)
            spent = time.process_time() - cpu
            await scheduler.drain()
            tally = await asked(url, "GET", "/tally")
            wall, states = {}, {}
            for platform in outlets:
                states[platform], last = await settled(store, platform)
                assert last is not None
                wall[platform] = (last - begun).total_seconds()
    alone = {platform: min(IN_WORKSPACE, channels) if platform == "slack" else channels for platform in outlets}
    allowed = {platform: (alone[platform] - 1) * EACH[platform] / pace for platform in outlets}
    return Went(wall, allowed, spent, states, tally)


async def still_open(store: Store, wanted: int) -> bool:
    """Whether any of them has not ended."""
    from sqlalchemy import func, select

    from adapters.store.tables import deliveries

    ended = select(func.count()).where(deliveries.c.settled.is_not(None))
    async with store.database.read() as connection:
        count: int = (await connection.execute(ended)).scalar_one()
    return count < wanted


async def others(url: str, channels: int) -> AsyncIterator[tuple[str, float, Any]]:
    """The same by a naive loop and by APScheduler: (what, wall seconds, what stands on the server)."""
    import discord
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    discord.http.Route.BASE = f"{url}/discord"
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login("bench")
        places = [client.get_partial_messageable(int(discord_place(number)[1])) for number in range(channels)]
        await asked(url, "POST", "/reset")
        begun = time.perf_counter()
        for place in places:
            with suppress(discord.DiscordException, aiohttp.ClientError, OSError):  # without, the first fault ends it
                await place.send("Digest")
        yield "for c in channels: await c.send()", time.perf_counter() - begun, await asked(url, "GET", "/tally")
        await asked(url, "POST", "/reset")
        open_, ended = set(range(channels)), asyncio.Event()

        async def job(number: int) -> None:
            with suppress(discord.DiscordException, aiohttp.ClientError, OSError):
                await places[number].send("Digest")

        def over(event: Any) -> None:
            open_.discard(int(event.job_id))
            if not open_:
                ended.set()

        from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_EXECUTED, EVENT_JOB_MISSED

        scheduler = AsyncIOScheduler(timezone=UTC)
        scheduler.add_listener(over, EVENT_JOB_EXECUTED | EVENT_JOB_ERROR | EVENT_JOB_MISSED)
        at = now() + timedelta(seconds=2)
        for number in range(channels):
            scheduler.add_job(job, "date", run_date=at, args=(number,), id=str(number))
        scheduler.start()
        await asyncio.wait_for(ended.wait(), 300)
        scheduler.shutdown(wait=False)
        yield "APScheduler, a job for each channel", (now() - at).total_seconds(), await asked(url, "GET", "/tally")


async def crowd(channels: int, pace: float) -> AsyncIterator[str]:
    """The lines of all that is posted."""
    yield f"  at {pace:g} × the platforms' pace; load of the machine before {os.getloadavg()[0]:.1f}"
    async with servers(max(channels, FEW), pace) as url, discord_room(url) as discord, slack_room(url) as slack:
        few = await delivered(url, {"discord": discord}, FEW, pace)
        yield few.line(f"{FEW} Discord channels, Dateline", FEW, ("discord",))
        async for what, wall, tally in others(url, FEW):
            there, over = tally["discord"], tally["counted"].get("discord over the limit", 0)
            yield (
                f"{FEW} Discord channels, {what}".ljust(62)
                + f"{wall:6.1f} s   × {wall / few.wall['discord']:4.2f} of Dateline's   {there['doubled']} doubled, "
                f"{FEW - there['channels']} lost; {over} times over the limit"
            )
        outlets: Mapping[str, Outlet] = {"discord": discord, "slack": slack}
        many_of_both = await delivered(url, outlets, channels, pace)
        workspaces = -(-channels // IN_WORKSPACE)
        for what, platforms in (
            (f"{channels} Discord + {channels} Slack channels", tuple(outlets)),
            ("  of these Discord, one token", ("discord",)),
            (f"  of these Slack, {workspaces} workspaces", ("slack",)),
        ):
            yield many_of_both.line(what, channels, platforms)
        cpu, wall = many_of_both.cpu, max(many_of_both.wall.values())
        yield (
            f"  CPU of Dateline {cpu:.0f} s, {cpu / channels / len(outlets) * 1000:.1f} ms a post, "
            f"{cpu / wall:.0%} of one core; "
            + ", ".join(f"{name} {count}" for name, count in sorted(many_of_both.tally["counted"].items()))
        )


def _lines(make: Callable[[], AsyncIterator[str]]) -> Iterator[str]:
    loop = asyncio.new_event_loop()
    lines = make()
    try:
        while True:
            yield loop.run_until_complete(anext(lines))
    except StopAsyncIteration:
        return
    finally:
        loop.run_until_complete(lines.aclose())  # type: ignore[attr-defined]
        loop.close()


def figures(channels: int = CHANNELS, pace: float = 1.0) -> Iterator[str]:
    """One line a figure."""
    from tests.peers import postgres

    with tempfile.TemporaryDirectory() as folder:
        yield from _lines(lambda: claims("SQLite", fresh_file(Path(folder))))
    yield from _lines(lambda: claims("PostgreSQL", postgres.database()))
    with tempfile.TemporaryDirectory() as folder:
        yield from _lines(lambda: many(Path(folder)))
    yield from _lines(lambda: crowd(channels, pace))


if __name__ == "__main__":
    import logging

    logging.disable(logging.WARNING)
    for line in figures(*(int(sys.argv[1]),) if len(sys.argv) > 1 else (), *map(float, sys.argv[2:3])):
        print(line, flush=True)
