"""The world of the model-based test: processes of Dateline on one real database, platforms that fail, a wrong clock.

Two clocks: `sky` is the platforms' and always right; ours runs with it but may be stepped. A process dies when its
`step` says so (`Died` is no `Exception`: nothing of ours catches it), and all it had in memory is gone. What may happen
while a request or a wait is under way is done there, in `Chat.post` and in the pause.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from adapters.contract import (
    Address,
    Ambiguous,
    CatchUp,
    OutletError,
    RateLimited,
    Receipt,
    Refused,
    Subscription,
    TooLong,
    Unavailable,
)
from adapters.store import StoreError, open_store
from adapters.store.entries import PausedBy, SlotEntry, Standing, State
from adapters.store.lanes import SharedLanes
from adapters.store.replicas import SharedHold
from adapters.store.store import Store
from bot.app import SEEN_AHEAD
from bot.schedule import Scheduler, ScheduleSettings
from bot.slots import next_slot
from briefs.briefing import Briefing, Ending
from briefs.document import Document
from tests.fakes import FakeClock, FakeOutlet, Fault
from tests.model.oracle import Oracle
from tests.peers import postgres
from tests.stores import CREATED, document_of, fresh_file, order

SETTINGS = ScheduleSettings(tick=1e6, grace=5)
ISSUES = ("war", "trade")
SPOILT: dict[str, Callable[[], OutletError | Fault]] = {
    "limited": lambda: RateLimited("slow down", 3),
    "limited for an hour": lambda: RateLimited("banned for an hour", 3600),
    "down": lambda: Unavailable("no route"),
    "reply lost": lambda: Fault(Ambiguous("connection reset"), made=True),
    "request lost": lambda: Fault(Ambiguous("connection reset"), made=False),
    "refused": lambda: Refused("kicked out"),
    "too long": lambda: TooLong("2000 characters"),
}
HOW_A_REFUSAL_READS = ("kicked out", "2000 characters")


class Died(BaseException):
    """The process is gone."""


@dataclass
class Chat(FakeOutlet):
    """A platform; `meanwhile` is what happens while a post is under way."""

    meanwhile: Callable[[], Awaitable[None]] | None = None

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        assert self.meanwhile is not None
        await self.meanwhile()
        return await super().post(address, document, key)

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        """Among the newest messages there, as both platforms are asked: by the key, whatever our clock says."""
        return await super().find(address, key, CREATED)


class OurClock:
    """Ours: the sky's, and `off` from it."""

    def __init__(self, sky: FakeClock) -> None:
        self.sky = sky
        self.off = timedelta(0)

    def __call__(self) -> datetime:
        return self.sky() + self.off


class Process:
    """One life of Dateline on the database."""

    def __init__(self, world: World, store: Store) -> None:
        self.world, self.store = world, store
        self.recorded: dict[str, datetime] = {}
        self.dead = False
        self.running: asyncio.Task[None] | None = None
        self.scheduler = Scheduler(
            store, world.outlets, self.compose, world.clock, SETTINGS, pause=self.pause, step=self.step
        )

    def compose(self, subscription: Subscription, since: datetime, until: datetime) -> Briefing:
        """Every record of the window that the subscription follows, one block each."""
        wanted = subscription.follows.issues
        issues = self.world.records
        found = [r for r, at in self.recorded.items() if since <= at < until and (not wanted or issues[r] in wanted)]
        if not found:
            return Briefing(document_of(f"{subscription.id}: nothing new until {until}"), Ending.QUIET)
        return Briefing(document_of(*(told(subscription.id, record) for record in sorted(found))), Ending.ANSWERED)

    async def see(self, ahead: timedelta = timedelta(0)) -> None:
        """Take up the records that there are, as the application does."""
        there = dict.fromkeys(self.world.records, "0" * 64)
        self.recorded = dict(await self.store.seen.see(there, self.world.clock() + ahead))

    async def pause(self, seconds: float) -> None:
        await self.world.sky.pause(seconds)
        await self.world.happens()

    def step(self, name: str) -> None:
        """A seam of production: here the process dies, or the database is locked."""
        if self.dead:
            raise Died
        self.world.lock.step()
        self.world.dies_in -= 1
        if self.world.dies_in == 0:
            self.die()
            raise Died

    def die(self) -> None:
        self.dead = True
        for task in (*self.scheduler._lanes.values(), *((self.running,) if self.running else ())):
            task.cancel()

    async def start(self) -> None:
        await self.see()
        await self.scheduler.start(())

    async def tick(self) -> None:
        await self.scheduler._tick()

    async def until_idle(self, doing: Callable[[], Awaitable[None]]) -> None:
        """Do it, and wait for every lane; to the end, or to death."""
        self.running = asyncio.create_task(self._idle(doing))  # type: ignore[arg-type]
        await asyncio.gather(self.running, return_exceptions=True)
        failed = None if self.running.cancelled() else self.running.exception()
        self.running = None
        if isinstance(failed, StoreError) and doing == self.start:
            self.dead = True  # the application tries again at its next look; here another life does
        if failed is not None and not isinstance(failed, (Died, StoreError)):
            raise failed
        if self.dead:
            await self.vanish()

    async def _idle(self, doing: Callable[[], Awaitable[None]]) -> None:
        await doing()
        while self.scheduler._lanes:
            await asyncio.gather(*self.scheduler._lanes.values(), return_exceptions=True)

    async def vanish(self) -> None:
        """What the operating system does after a death: tasks, connections and locks are gone, nothing is said."""
        lanes = list(self.scheduler._lanes.values())
        for lane in lanes:
            lane.cancel()
        await asyncio.gather(*lanes, return_exceptions=True)
        if self.scheduler._ticker is not None:
            self.scheduler._ticker.shutdown(wait=False)
            await asyncio.sleep(0)
        if self.store.database.path is not None and self.store.hold._file is not None:  # type: ignore[union-attr]
            self.store.hold._file.close()  # type: ignore[union-attr]
        await self.store.database.close()


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


@dataclass
class World:
    """All there is. Every method is one thing that happens; `settled` lets everything heal and be told."""

    where: Path | str
    sky: FakeClock = field(default_factory=lambda: FakeClock(CREATED))
    records: dict[str, str] = field(default_factory=dict)
    oracle: Oracle = field(default_factory=Oracle)
    processes: list[Process] = field(default_factory=list)
    size: int = 1
    dies_in: int = 0
    coming: list[tuple[str, int]] = field(default_factory=list)
    """What happens at the next moments at which something can: an action and a number that says to whom."""
    made: int = 0
    lives: int = 0
    happening: bool = False

    def __post_init__(self) -> None:
        self.clock = OurClock(self.sky)
        self.lock = Lock(self.where if isinstance(self.where, Path) else None)
        kept = timedelta(minutes=3)
        self.outlets = {
            "discord": Chat(self.sky, "discord", kept, parts_of=2, meanwhile=self.happens),
            "slack": Chat(self.sky, "slack", parts_of=2, meanwhile=self.happens),
            "console": Chat(self.sky, "console", searchable=False, parts_of=2, meanwhile=self.happens),
        }

    @classmethod
    def on_file(cls, folder: Path) -> World:
        return cls(fresh_file(folder))

    @classmethod
    def on_server(cls) -> World:
        return cls(postgres.database(), size=2)

    # --- processes ---

    @property
    def store(self) -> Store:
        return self.processes[0].store

    async def alive(self) -> None:
        """As many processes as there should be, started anew where one died; a start may be another death."""
        self.processes = [process for process in self.processes if not process.dead]
        while len(self.processes) < self.size:
            store = await open_store(self.where, 0.1 if isinstance(self.where, Path) else 5.0)
            if isinstance(store.hold, SharedHold):
                store.hold.servers_clock = False
            process = Process(self, store)
            self.lives += 1
            self.processes.append(process)
            await process.until_idle(process.start)
            self.lock.end()
            await self._buried()
            self.processes = [process for process in self.processes if not process.dead]

    async def round(self) -> None:
        """A tick of every process at once, and all that comes of it."""
        await self.alive()
        await asyncio.gather(*(process.until_idle(process.tick) for process in self.processes))
        self.lock.end()
        await self._buried()
        await self.alive()

    async def _buried(self) -> None:
        """On a server, what the dead held runs out."""
        dead = [process for process in self.processes if process.dead]
        if dead and isinstance(self.where, str):
            names = ", ".join(f"'{lanes.me}'" for p in dead if isinstance(lanes := p.store.lanes, SharedLanes))
            gone = f"UPDATE lanes SET until = until - interval '1 hour' WHERE holder IN ({names})"
            await asyncio.to_thread(postgres.run_in, self.where, gone)

    async def restarted(self) -> None:
        """One after the other is stopped with goodbyes and started again."""
        await self.alive()
        for process in list(self.processes):
            await process.until_idle(process.scheduler.drain)
            if not process.dead:
                self.lock.end()
                await process.store.close()
                process.dead = True
            self.lock.end()
            await self.alive()

    async def closed(self) -> None:
        self.lock.end()
        for process in self.processes:
            await process.scheduler.drain()
            await process.store.close()

    # --- what happens ---

    async def happens(self) -> None:
        """In the middle of something else."""
        if self.coming and not self.happening:
            self.happening = True
            try:
                what, whom = self.coming.pop(0)
                await self.do(what, whom)
            except StoreError:
                pass  # a person is told that it did not go, and nothing changed
            finally:
                self.happening = False

    async def do(self, what: str, whom: int) -> None:
        """One thing, to the order or the process of that number."""
        if what == "a record":
            await self.record(ISSUES[whom % 2])
        elif what == "a tick a day later":
            self.sky.move(days=1)
            await self._tick(whom)
        elif what == "a tick":
            await self._tick(whom)
        elif what == "the clock goes back":
            self.clock.off -= timedelta(hours=1)
        else:
            await self.to_an_order(what, whom)

    async def _tick(self, whom: int) -> None:
        alive = [process for process in self.processes if not process.dead]
        if alive:
            await alive[whom % len(alive)].tick()

    async def record(self, issue: str) -> None:
        """One is published; every process hears of it."""
        name = f"r{len(self.records):03}"
        self.records[name] = issue
        for process in [process for process in self.processes if not process.dead]:
            await process.see(SEEN_AHEAD)
        held = [standing.subscription for standing in await self.store.subscriptions.all()]
        self.oracle.published(name, [o.id for o in held if not o.follows.issues or issue in o.follows.issues])

    async def subscribe(self, platform: str, place: str, at: time, **given: object) -> None:
        """As the office does it."""
        now = self.clock()
        begun = await self.store.subscriptions.beginning(now)
        self.made += 1
        one = order(f"s{self.made}", platform, place, at=at, created=begun, origin="chat", **given)
        await self.store.subscriptions.put([Standing(one, begun, next_slot(one, now).due)])
        self.oracle.subscribed(one.id)

    async def to_an_order(self, what: str, whom: int) -> None:
        held = await self.store.subscriptions.all()
        if held:
            await self._to(what, held[whom % len(held)])

    async def _to(self, what: str, held: Standing) -> None:
        one, now, orders = held.subscription, self.clock(), self.store.subscriptions
        if what == "pause":
            await orders.pause(one.id, "a person wants it so", PausedBy.PERSON)
        elif what == "resume" and one.paused is not None:
            await orders.resume(one.id, next_slot(one, now).due, now)
        elif what == "remove":
            await orders.remove(one.id, now)
            self.oracle.removed(one.id)
        elif what == "send now" and one.paused is None:
            await self.store.ledger.enter([SlotEntry(one.id, f"{now.astimezone(UTC):%Y-%m-%dT%H:%M}", now)], {}, now)
        elif what in _CHANGES:
            changed = _CHANGES[what](one)
            await orders.put([replace(held, subscription=changed, next_due=next_slot(changed, now).due)])

    async def judged(self) -> None:
        """A person looks for every post in doubt, and says what is true."""
        for letter in await self.store.outbox.letters((State.UNKNOWN,), CREATED):
            if letter.current:
                rows = await self.store.ledger.history(letter.subscription)
                row = next(row for row in rows if row.id == letter.id)
                stands = any(post.key == row.key for outlet in self.outlets.values() for post in outlet.posted)
                decide = self.store.outbox.stands if stands else self.store.outbox.again
                await decide([letter.id], self.clock())

    async def settled(self) -> None:
        """No fault any more, everybody goes on, and four days pass."""
        for outlet in self.outlets.values():
            outlet.fail_next.clear()
        self.coming.clear()
        self.dies_in = self.lock.at = 0
        await self.round()
        held = await self.store.subscriptions.all()
        told_up_to = max((one.covered for one in held), default=self.clock())
        self.sky.now += max(told_up_to - self.clock(), timedelta(0))
        until = self.clock() + timedelta(days=4)
        while self.clock() < until:
            for standing in await self.store.subscriptions.all():
                if standing.subscription.paused is not None:
                    await self._to("resume", standing)
            await self.judged()
            await self.round()
            due = min((one.next_due for one in await self.store.subscriptions.all()), default=until)
            self.sky.now += max(due - self.clock(), timedelta(0)) + timedelta(seconds=20)
            await self.round()
            for _ in range(20):
                if not await self.store.ledger.pending():
                    break
                self.sky.move(minutes=16)
                await self.round()
        assert await self.store.ledger.pending() == (), "something waits though nothing is wrong any more"


def told(subscription: str, record: str) -> str:
    return f"{subscription}: {record}"


def _moved(one: Subscription) -> Subscription:
    return replace(one, address=replace(one.address, place="there" if one.address.place == "here" else "here"))


_CHANGES: dict[str, Callable[[Subscription], Subscription]] = {
    "move": _moved,
    "another time": lambda one: replace(one, at=(time((one.at[0].hour + 5) % 24, 30),)),
    "twice a day": lambda one: replace(one, at=(time(7), time(19, 30))),
    "another zone": lambda one: replace(one, zone="Asia/Phnom_Penh" if one.zone == "UTC" else "UTC"),
    "other weekdays": lambda one: replace(
        one, weekdays=frozenset({1, 3, 5} if len(one.weekdays) == 7 else range(1, 8))
    ),
    "catch up otherwise": lambda one: replace(
        one, catch_up=CatchUp.ALL if one.catch_up is not CatchUp.ALL else CatchUp.LATEST
    ),
}
