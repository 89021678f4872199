"""What a crowd costs in the database, without a network: claims and whole deliveries a second, on both databases, and a
tick among 100,000 subscriptions. Part of `python -m bench.crowd`, which posts them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil

from adapters.contract import Address, Subscription
from adapters.store.entries import SlotEntry, Standing, State
from adapters.store.store import Store
from bot.schedule import Scheduler
from tests.stores import DAY, fresh_file, opened, told

IN_WORKSPACE = 20
IN_SERVER = 40
MANY = 100_000
CLAIMS = 500


class Freely:
    """Turns that never make anybody wait."""

    async def take(self, spacing: Mapping[str, float]) -> float:  # noqa: ARG002
        return 0.0


def now() -> datetime:
    return datetime.now(UTC)


def discord_place(number: int) -> tuple[str, str]:
    """(server, channel) as the loopback gateway tells of them."""
    server = 1000 + number // IN_SERVER
    return str(server), str(server * 1000 + number % IN_SERVER)


def slack_place(number: int) -> tuple[str, str]:
    return f"T{number // IN_WORKSPACE:05}", f"C{number:07}"


PLACES = {"discord": discord_place, "slack": slack_place}


def standings(platforms: Sequence[str], channels: int, due: datetime) -> list[Standing]:
    """One subscription for each channel, due at that minute."""
    found = []
    for platform in platforms:
        for number in range(channels):
            server, place = PLACES[platform](number)
            order = Subscription(
                f"{platform}-{number}", Address(platform, place), (due.time(),), "UTC", due - timedelta(days=1),
                origin="chat", server=server,
            )  # fmt: skip
            found.append(Standing(order, due - timedelta(days=1), due))
    return found


async def subscribe(store: Store, all_of_them: Sequence[Standing]) -> None:
    """Enter them in a few statements."""
    from adapters.store.subscriptions import _row
    from adapters.store.tables import subscriptions

    for first in range(0, len(all_of_them), 5000):
        async with store.database.write() as connection:
            rows = [_row(standing) for standing in all_of_them[first : first + 5000]]
            await connection.execute(subscriptions.insert(), rows)


async def come_due(store: Store, due: datetime) -> None:
    """All of them at once."""
    from adapters.store.tables import subscriptions

    await store.database.change((subscriptions.update(), {"next_due": due}))


async def settled(store: Store, like: str) -> tuple[dict[str, int], datetime | None]:
    """How many deliveries whose subscription begins so ended how, and when the last one did."""
    from sqlalchemy import func, select

    from adapters.store.tables import deliveries

    query = (
        select(deliveries.c.state, func.count(), func.max(deliveries.c.settled))
        .where(deliveries.c.subscription.like(f"{like}-%"))
        .group_by(deliveries.c.state)
    )
    async with store.database.read() as connection:
        rows = (await connection.execute(query)).all()
    ends = [row[2] for row in rows if row[2] is not None]
    return {row[0]: row[1] for row in rows}, max(ends) if ends else None


class AtOnce:
    """An outlet that takes every post at once."""

    platform = "discord"

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)

    def parts(self, document: Any) -> Any:
        return (document,)

    def keeps(self, _: Address) -> bool:
        return True

    def threads(self, _: Address) -> bool:
        return False

    async def lacks(self, *_: Any) -> Any:
        return ()

    async def post(self, *_: Any) -> Any:
        from adapters.contract import Receipt

        return Receipt("1", now())


async def claims(kind: str, where: Path | str) -> AsyncIterator[str]:
    """Claims and deliveries a second on one database, no network."""
    async with opened(where) as store:
        due = now().replace(second=0, microsecond=0)
        every = standings(("discord",), 2 * CLAIMS, due)
        await subscribe(store, every)
        entries = [SlotEntry(one.subscription.id, f"{due:%Y-%m-%dT%H:%M}", due, State.DUE, "") for one in every]
        await store.ledger.enter(entries[:CLAIMS], {}, now())
        waiting = list(await store.ledger.pending())

        async def take() -> None:
            while waiting:
                one = waiting.pop()
                await store.lanes.take(one.address)
                assert await store.ledger.claim(one.delivery.id, now()) is not None

        await asyncio.gather(*(store.ledger.pending() for _ in range(16)))  # connections are opened once
        begun, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(take() for _ in range(16)))
        wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
        yield (
            f"claims a second, {kind}, lane and claim".ljust(52)
            + f"{CLAIMS / wall:8.0f}   {CLAIMS / cpu:.0f} for a second of our CPU"
        )
        store = replace(store, turns=Freely())  # type: ignore[arg-type]
        scheduler = Scheduler(store, {"discord": AtOnce()}, told, now)  # type: ignore[dict-item]
        begun, cpu = time.perf_counter(), time.process_time()
        await scheduler.run_due_once(now())
        wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
        states, _ = await settled(store, "discord")
        done = states.get("sent", 0)
        yield (
            f"whole deliveries a second, {kind}, no network".ljust(52)
            + f"{done / wall:8.0f}   {cpu / done * 1000:.1f} ms of our CPU each; {states}"
        )


async def many(folder: Path) -> AsyncIterator[str]:
    """A tick among 100,000 subscriptions: nothing due, and all due at once."""
    process = psutil.Process()
    async with opened(fresh_file(folder)) as store:
        due = now().replace(second=0, microsecond=0)
        tomorrow = due + DAY
        every = standings(("discord",), MANY, due)
        await subscribe(store, [replace(one, next_due=tomorrow) for one in every])
        del every
        scheduler = Scheduler(store, {}, told, now)
        before = process.memory_info().rss / 1e6
        begun = time.perf_counter()
        await scheduler._tick()
        wall = time.perf_counter() - begun
        size = process.memory_info().rss / 1e6
        yield f"a tick, {MANY} subscriptions, none due".ljust(52) + f"{wall * 1000:8.1f} ms   RSS {size:.0f} MB"
        await come_due(store, due)
        for which in ("the first, all enter the ledger", "the next"):
            blocked = Blocked()
            watching = asyncio.create_task(blocked.watch())
            begun = time.perf_counter()
            await scheduler._tick()
            wall = time.perf_counter() - begun
            watching.cancel()
            size = process.memory_info().rss / 1e6
            yield (
                f"a tick, {MANY} due at once, {which}".ljust(62)
                + f"{wall:6.2f} s   loop held up {blocked.longest:.2f} s at most   RSS {size:.0f} MB, "
                f"+{size - before:.0f}"
            )
        scheduler._stopping.set()
        for lane in list(scheduler._lanes.values()):
            lane.cancel()
        await asyncio.gather(*scheduler._lanes.values(), return_exceptions=True)


class Blocked:
    """How long the event loop answered nobody."""

    longest = 0.0

    async def watch(self) -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(0.005)
            self.longest = max(self.longest, time.perf_counter() - begun - 0.005)
