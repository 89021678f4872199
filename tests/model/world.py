"""The world of the model-based test: processes of Dateline on one real database, platforms that fail, a wrong clock.

Two clocks: `sky` is the platforms' and always right; ours runs with it but may be stepped. What may happen while a
request or a wait is under way is done there, in `Chat` and in the pause.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from adapters.contract import Address, Alerts, CatchUp, Subscription
from adapters.hours import DatesOff, QuietHours
from adapters.store import StoreError, open_store
from adapters.store.entries import OPEN, PausedBy, SlotEntry, Standing, State
from adapters.store.lanes import SharedLanes
from adapters.store.replicas import SharedHold
from adapters.store.store import Store
from bot.app import SEEN_AHEAD
from bot.slots import next_slot
from tests.fakes import FakeClock, first_apart
from tests.model.oracle import Oracle, minutes_of_quiet
from tests.model.platforms import Chat, OurClock
from tests.model.press import ISSUES, Press
from tests.model.process import Lock, Process
from tests.peers import postgres
from tests.stores import CREATED, fresh_file, order

BEGUN = 25
"""Minutes of quiet in which what had begun before may still be finished: ten, and the patience of one go."""
STARTS = 20
"""Tries to start a process, of which two may be deaths of their own."""
HEALING = 80
"""Rounds in which everything must have been told once all has healed."""


@dataclass
class World:
    """All there is. Every method is one thing that happens; `settled` lets everything heal and be told."""

    where: Path | str
    folder: Path
    sky: FakeClock = field(default_factory=lambda: FakeClock(CREATED))
    press: Press = field(default_factory=Press)
    oracle: Oracle = field(default_factory=Oracle)
    processes: list[Process] = field(default_factory=list)
    size: int = 1
    dies_in: int = 0
    coming: list[tuple[str, int]] = field(default_factory=list)
    """What happens at the next moments at which something can: an action and a number that says to whom."""
    made: int = 0
    lives: int = 0
    happening: bool = False
    happened: bool = False
    """Whether anything happened in the middle of this round."""
    known: set[str] = field(default_factory=set)
    """Records that any process has taken up."""
    orders: dict[str, Subscription] = field(default_factory=dict)
    """Each as it was ordered last."""
    by_hand: set[tuple[str, str]] = field(default_factory=set)
    """Slots that somebody asked for."""
    woken: dict[str, datetime] = field(default_factory=dict)
    """When somebody last let what had begun go on."""
    begun: set[str] = field(default_factory=set)
    """Keys under which something was ever posted, or tried."""
    noise: list[str] = field(default_factory=list)
    """Posts in quiet hours."""
    waited: timedelta = timedelta(0)
    """How long was waited last while everything healed."""

    def __post_init__(self) -> None:
        self.clock = OurClock(self.sky)
        self.lock = Lock(self.where if isinstance(self.where, Path) else None)
        kept, seams = timedelta(minutes=3), {"cuts": first_apart, "meanwhile": self.happens, "asked": self.asked}
        self.outlets = {
            "discord": Chat(self.sky, "discord", kept, **seams),
            "slack": Chat(self.sky, "slack", **seams),
            "console": Chat(self.sky, "console", searchable=False, **seams),
        }

    @classmethod
    def on_file(cls, folder: Path) -> World:
        return cls(fresh_file(folder), folder)

    @classmethod
    def on_server(cls, folder: Path) -> World:
        return cls(postgres.database(), folder, size=2)

    # --- processes ---

    @property
    def store(self) -> Store:
        return self.processes[0].store

    async def alive(self) -> None:
        """As many processes as there should be, started anew where one died; a start may be another death."""
        await self._buried()
        self.processes = [process for process in self.processes if not process.dead]
        for _ in range(STARTS):
            if len(self.processes) == self.size:
                return
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
        raise AssertionError(f"no process can start: {process.failed!r}")

    async def round(self) -> None:
        """A look and a tick of every process at once, and all that comes of it."""
        await self.alive()
        self.happened = False
        await asyncio.gather(*(process.until_idle(process.turn) for process in self.processes))
        self.lock.end()
        await self.alive()

    async def _buried(self) -> None:
        """On a server, what the dead and those that were stopped held runs out."""
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
        if isinstance(self.where, str):
            await asyncio.to_thread(postgres.drop, self.where)

    # --- what happens ---

    async def happens(self) -> None:
        """In the middle of something else."""
        if self.coming and not self.happening:
            self.happening = self.happened = True
            try:
                what, whom = self.coming.pop(0)
                await self.do(what, whom)
            except StoreError:
                pass  # a person is told that it did not go, and nothing changed
            finally:
                self.happening = False

    async def do(self, what: str, whom: int) -> None:
        """One thing, to the order, the record or the process of that number."""
        if what in ("a record", "a correction", "a retraction"):
            await self.news(what, whom)
        elif what == "a tick a day later":
            self.sky.move(days=1)
            await self._tick(whom)
        elif what == "a tick":
            await self._tick(whom)
        elif what == "the clock goes back":
            self.clock.step(timedelta(hours=-1))
        else:
            await self.to_an_order(what, whom)

    async def _tick(self, whom: int) -> None:
        alive = [process for process in self.processes if not process.dead]
        if alive:
            await alive[whom % len(alive)].tick()

    async def news(self, what: str, whom: int) -> None:
        """A record is published, corrected or retracted; every process hears of it."""
        day = self.clock().date()
        standing = self.press.standing(corrections=what == "a correction")
        id_ = standing[whom % len(standing)] if standing else ""
        if what == "a record":
            self.press.publish(ISSUES[whom % 2], day)
        elif what == "a correction" and id_:
            self.oracle.replaced(id_, self.press.correct(id_, day))
        elif what == "a retraction" and id_:
            self.press.retract(id_)
            self.oracle.replaced(id_)
        for process in [process for process in self.processes if not process.dead]:
            if self.happening:
                await process.look()
            else:
                await process.until_idle(process.look)
                self.lock.end()

    async def heard(self, recorded: Mapping[str, datetime]) -> None:
        """A process has taken these up: what is new among them is published."""
        if recorded.keys() <= self.known:
            return
        held = [standing.subscription for standing in await self.store.subscriptions.all()]
        for id_ in recorded.keys() - self.known:
            issue = self.press.events[id_].issue
            wanted = [one.id for one in held if not one.follows.issues or issue in one.follows.issues]
            self.oracle.published(id_, [name for name in wanted if name in self.oracle.owed])
        self.known.update(recorded)

    async def subscribe(self, platform: str, place: str, **given: object) -> None:
        """As the office does it."""
        now = self.clock()
        begun = await self.store.subscriptions.beginning(now)
        self.made += 1
        name = f"s{self.made}"
        one = order(name, platform, place, created=begun, origin="chat", tag=name, **given)
        await self.store.subscriptions.put([Standing(one, begun, next_slot(one, now).due, alerted=begun)])
        self.oracle.subscribed(name, map(str, one.off))
        self.orders[name] = one

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
            self.woken[one.id] = now
        elif what == "remove":
            await orders.remove(one.id, now)
            self.oracle.removed(one.id)
        elif what == "send now" and one.paused is None:
            local = f"{now.astimezone(ZoneInfo(one.zone)):%Y-%m-%dT%H:%M}"
            self.by_hand.add((one.id, local))
            await self.store.ledger.enter([SlotEntry(one.id, local, now)], {}, now)
        elif what in CHANGES:
            changed = CHANGES[what](one)
            begun = await orders.beginning(now)
            await orders.put([replace(held.following(changed, begun), next_due=next_slot(changed, now).due)])
            self.oracle.keeps_free(one.id, map(str, changed.off))
            self.orders[one.id] = changed

    def asked(self, address: Address, key: str) -> None:
        """A request to post leaves. In quiet hours only what had begun before may be finished; where our clock was set
        back, or something happened meanwhile, nobody can say when that was."""
        one, now = self.orders[address.tag], self.clock()
        fresh = key not in self.begun and not address.first
        self.begun.add(key)
        stepped = self.clock.set_back and not fresh
        stirred = abs(now - self.woken.get(one.id, CREATED)) < timedelta(minutes=75)
        if one.quiet is None or self.happened or stepped or stirred:
            return
        quiet = minutes_of_quiet(now.astimezone(ZoneInfo(one.zone)).time(), one.quiet.start, one.quiet.end)
        if quiet > BEGUN:
            self.noise.append(f"{one.id} at {now}, {quiet} minutes into {one.quiet}")

    async def next_told(self) -> None:
        """Time passes until the next digest that is due is told."""
        due = [one.next_due for one in await self.store.subscriptions.all() if one.subscription.paused is None]
        if due:
            self.sky.now += max(min(due) - self.clock(), timedelta(0)) + timedelta(seconds=20)
        await self.round()

    async def judged(self) -> None:
        """A person looks for every post in doubt, and says what is true."""
        for letter in await self.store.outbox.letters((State.UNKNOWN,), CREATED):
            if letter.current:
                rows = await self.store.ledger.history(letter.subscription)
                row = next(row for row in rows if row.id == letter.id)
                stands = any(post.key == row.key for outlet in self.outlets.values() for post in outlet.posted)
                decide = self.store.outbox.stands if stands else self.store.outbox.again
                await decide([letter.id], self.clock())
                self.woken[letter.subscription] = self.clock()

    # --- the end ---

    async def settled(self) -> None:
        """No fault any more, everybody goes on, until all that is on file has been told."""
        for outlet in self.outlets.values():
            outlet.fail_next.clear()
            outlet.spoil_edits.clear()
        self.coming.clear()
        self.dies_in = self.lock.at = 0
        await self.round()
        held, waiting = await self.store.subscriptions.all(), await self.store.ledger.pending()
        ends = [self.clock(), *(one.covered for one in held), *(one.delivery.due for one in waiting)]
        for noted in (self.store.seen, self.store.changes):  # what is told only later than now, if a clock was set back
            ends += (await noted.known()).values()
        end = max(ends) + 2 * SEEN_AHEAD
        for _ in range(HEALING):
            for standing in await self.store.subscriptions.all():
                if standing.subscription.paused is not None:
                    await self._to("resume", standing)
            await self.judged()
            await self.round()
            wait = await self._to_wait(end)
            if wait is None:
                return
            self.sky.now += wait
        held, pending = await self.store.subscriptions.all(), await self.store.ledger.pending()
        late = [f"{one.subscription.id} told to {one.covered}, due {one.next_due}" for one in held if one.covered < end]
        waits = [f"{p.delivery.subscription} {p.delivery.slot} {p.delivery.state} {p.delivery.reason}" for p in pending]
        raise AssertionError(f"nothing is wrong any more, and it is {self.clock()}; not told to {end}: {late}; {waits}")

    async def _to_wait(self, end: datetime) -> timedelta | None:
        """For what is under way (a rest may be an hour long, a night nine), else for the next that is due; None when
        all is told."""
        now, held = self.clock(), await self.store.subscriptions.all()
        owed = [one for each in held for one in await self.store.amendments.of(each.subscription.id)]
        if any(one.state in OPEN for one in owed) or await self.store.ledger.pending():
            self.waited = min(2 * self.waited or timedelta(minutes=16), timedelta(hours=3))
            return self.waited
        self.waited = timedelta(0)
        due = [one.next_due for one in held if one.covered < end]
        return max(min(due) - now, timedelta(0)) + timedelta(seconds=20) if due else None


def _moved(one: Subscription) -> Subscription:
    return replace(one, address=replace(one.address, place="there" if one.address.place == "here" else "here"))


def free(*dates: str) -> tuple[DatesOff, ...]:
    return tuple(map(DatesOff.read, dates))


CHANGES: dict[str, Callable[[Subscription], Subscription]] = {
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
    "quiet by day": lambda one: replace(one, quiet=None if one.quiet else QuietHours(time(9), time(15))),
    "alerts": lambda one: replace(one, alerts=Alerts.OFF if one.alerts is Alerts.ALL else Alerts.ALL),
    "a date off": lambda one: replace(one, off=free("2026-03-04") if not one.off else ()),
}
