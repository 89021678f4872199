"""The clock: one tick job finds what is due, enters it in the ledger, and sets the couriers going. Only APScheduler
here.

A tick is short: it plans, then starts one lane for each destination (an address), in which its slots are delivered
one after the other; a lane that waits or hangs holds up no other. What to do with slots missed during downtime is
decided by `planned`, pure. `start` takes the right to schedule on a database file, or says who has it; on a server's
database every replica schedules, and a destination is served by whoever has its lane. `drain` lets what is under way
finish. How one slot is delivered is in `bot/delivery.py`.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfoNotFoundError

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.contract import Address, Alerts, CatchUp, Outlet, Subscription
from adapters.store.entries import OPEN, PausedBy, Pending, SlotEntry, Standing, State
from adapters.store.errors import HeldElsewhere, StoreError
from bot.alerting import News, looked, nothing
from bot.amending import Amending
from bot.composing import Compose
from bot.delivery import Courier, DeliverySettings
from bot.mirror import rebased, reconcile
from bot.posting import Clock, OwnTurns, Posting, Step
from bot.room import Room
from bot.slots import Slot, next_slot, off_before, slots_between
from bot.waiting import holds, spoken, spread, why_held

if TYPE_CHECKING:
    from adapters.store.store import Store

log = logging.getLogger("dateline.schedule")

_INSTANT = timedelta(microseconds=1)
LOOK = 5.0
"""Seconds between two looks at what waits while a crowd is planned, after the first: each reads all of it in the
database."""
OFF = "a date off; what it had to tell is told by the next digest"


@dataclass(frozen=True, slots=True)
class ScheduleSettings:
    """`tick`: seconds between looks at the clock; `missed`: how late a slot is no longer simply due but missed;
    `lanes`: destinations of one platform served side by side; `ahead`: rows of one platform that a tick looks at, more
    than go out until the next; `batch`: subscriptions planned in one transaction; `rate`: how many of a crowd begin in
    a second (`bot/waiting.py`); `grace`: seconds that draining waits for what is under way."""

    tick: float = 20
    missed: timedelta = timedelta(minutes=10)
    lanes: int = 64
    ahead: int = 4000
    batch: int = 1000
    rate: float = 250
    grace: float = 20
    delivery: DeliverySettings = field(default_factory=DeliverySettings)


def planned(standing: Standing, now: datetime, settings: ScheduleSettings) -> tuple[list[SlotEntry], datetime]:
    """The due slots of one subscription, each to deliver or to pass over with its reason, and when it is due next.

    Catch-up: `latest` delivers the last one, `all` every one, `skip` none that was missed; none older than the age
    limit. A slot passed over loses no record: the next digest of its subscription begins where the last one ended.
    Those that a date off took away are entered as passed over with the slot that follows them.
    """
    order = standing.subscription
    slots = list(slots_between(order, standing.next_due - _INSTANT, now))
    entries = []
    for slot in slots:
        entries += [SlotEntry(order.id, off.local, off.due, State.SKIPPED, OFF) for off in off_before(order, slot)]
        reason = _passed_over(order.catch_up, slot, slots[-1], now, settings)
        state = State.SKIPPED if reason else State.DUE
        entries.append(SlotEntry(order.id, slot.local, slot.due, state, reason or why_held(order, now)))
    return entries, next_slot(order, now).due


def _passed_over(policy: CatchUp, slot: Slot, last: Slot, now: datetime, settings: ScheduleSettings) -> str:
    """Why a slot is not delivered; empty if it is."""
    late = now - slot.due
    if late > settings.delivery.age_limit:
        return (
            f"missed by more than {spoken(settings.delivery.age_limit)}; what it had to tell is told by the next digest"
        )
    if policy is CatchUp.SKIP and late > settings.missed:
        return "missed, and this subscription skips missed slots; what it had to tell is told by the next digest"
    if policy is CatchUp.LATEST and slot != last:
        return f"missed; what it had to tell is told by {last.local}"
    return ""


def lanes_of(pending: Sequence[Pending], now: datetime) -> dict[Address, list[tuple[str, str]]]:
    """(subscription, slot) to deliver now, by destination, in order. A slot that rests holds up those behind it; one
    that quiet hours hold, only those of its own subscription, which they hold as well."""
    lanes: dict[Address, list[tuple[str, str]]] = {}
    resting: set[Address] = set()
    held = _held_slots(pending, now)
    for one in pending:
        delivery = one.delivery
        slot = (delivery.subscription, delivery.slot)
        lane = lanes.setdefault(one.address, [])
        if one.address in resting or slot in lane or slot in held:
            continue
        if delivery.retry_at is not None and delivery.retry_at > now:
            resting.add(one.address)
        else:
            lane.append(slot)
    return {address: lane for address, lane in lanes.items() if lane}


def _held_slots(pending: Sequence[Pending], now: datetime) -> set[tuple[str, str]]:
    rows: dict[tuple[str, str], list[Pending]] = {}
    for one in pending:
        if one.quiet is not None:
            rows.setdefault((one.delivery.subscription, one.delivery.slot), []).append(one)
    return {slot for slot, of in rows.items() if holds(of[0].quiet, of[0].zone, (one.delivery for one in of), now)}


class Scheduler:
    """Everything that happens by the clock.

        scheduler = Scheduler(store, {"slack": slack}, compose, clock)
        await scheduler.start(settings.subscriptions)   # HeldElsewhere: another process schedules; go on answering
        ...
        await scheduler.drain()                         # on SIGTERM, before the platforms are closed

    `compose(subscription, since, until, alerted)` gives the proved digest, `news` what may be posted at once; `pause`
    and `step` are seams for tests.
    """

    def __init__(
        self,
        store: Store,
        outlets: Mapping[str, Outlet],
        compose: Compose,
        clock: Clock,
        settings: ScheduleSettings | None = None,
        *,
        news: Callable[[], News] | None = None,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
        step: Step = lambda _: None,
    ) -> None:
        self._store = store
        self._wall = clock
        self._settings = settings or ScheduleSettings()
        self._sleep = pause
        self._step = step
        turns = store.turns or OwnTurns(self._clock)
        delivery = self._settings.delivery
        alert: Compose = nothing if news is None else lambda *asked: news().compose(*asked)
        self._courier = Courier(store.ledger, outlets, compose, self._clock, self._pause, delivery, step, turns, alert)
        self._news = news
        self._looked: datetime | None = None
        """How new the news is for which all alerts have looked."""
        self._amending = Amending(
            store.amendments, store.ledger, store.subscriptions, outlets, self._clock, self._pause, turns,
            Posting(store.amendments, self._clock, self._pause, step, delivery.patience, turns),
            delivery.age_limit, delivery.patience.rests, step,
        )  # fmt: skip
        self._lanes: dict[Address, asyncio.Task[None]] = {}
        self._servers: dict[Address, str] = {}
        self._amends: set[Address] = set()
        self._crowd: set[Address] = set()
        self._spreading: set[asyncio.Task[None]] = set()
        self._room = Room(self._settings.lanes)
        self._stopping = asyncio.Event()
        self._ticking = asyncio.Lock()
        self.ticked: datetime | None = None
        """When a look at the clock last succeeded."""
        self._ticker: AsyncIOScheduler | None = None
        self._nudged: asyncio.Task[None] | None = None

    def _clock(self) -> datetime:
        """The clock of the schedule: the database's, where it has one, so that replicas agree."""
        return self._wall() + self._store.hold.skew

    async def start(self, wanted: Sequence[Subscription] = ()) -> None:
        """Take the schedule, mirror the file's subscriptions, take up what a dead process left, then tick.

        Raises `HeldElsewhere` when another process schedules on this file, another `StoreError` when it cannot be
        used.
        """
        await self._store.hold.take(self._wall())
        now = self._clock()
        await self.mirror(wanted, now)
        self.ticked = now
        left = 0 if self._store.database.shared else await self._store.ledger.release()
        if left:
            log.info("schedule.recovered slots=%s", left)
        await self._tick()
        self._ticker = AsyncIOScheduler(timezone=UTC)
        # `misfire_grace_time` is 1 s by default: a loop busy for longer would skip ticks with a warning. A tick that
        # begins while one is under way ends at once (`_tick`); with one instance allowed, APScheduler warns instead.
        self._ticker.add_job(
            self._tick, "interval", seconds=self._settings.tick, id="tick",
            max_instances=3, coalesce=True, misfire_grace_time=None,
        )  # fmt: skip
        self._ticker.start()

    async def mirror(self, wanted: Sequence[Subscription], now: datetime) -> None:
        """Make the database's file-made subscriptions those of the file."""
        orders = self._store.subscriptions
        start = await orders.beginning(now)
        held = await orders.all()
        changes = reconcile(held, wanted, now, start)
        for standing in changes.resume:
            await orders.resume(standing.subscription.id, standing.next_due, now)
        await orders.put([*changes.resume, *changes.put])
        for taken in changes.taken:
            log.warning("subscription.taken id=%s by=chat do=give the one in dateline.toml another id", taken)
        if changes.resume or changes.put:
            held = await orders.all()
        await self._store.ledger.enter((), rebased(held, now), now)

    def nudge(self) -> None:
        """Look at once instead of at the next tick."""
        self._nudged = asyncio.create_task(self._tick(), name="nudge")

    async def run_due_once(self, now: datetime) -> None:
        """Deliver all that is due at `now` and wait until every lane has ended. Raises a `StoreError`."""
        await self._plan(now)
        await self._alert(now)
        await self._set_going(now)
        while going := [*self._lanes.values(), *self._spreading]:
            await asyncio.wait(going)

    async def drain(self) -> None:
        """Begin nothing new, wait (at most `grace` seconds) for what is under way, give the schedule back.

        What does not finish in time is taken up by the next start, as after a crash.
        """
        self._stopping.set()
        if self._ticker is not None:
            self._ticker.pause()
            # A tick may be under way or about to begin: the shutdown would cancel it, and log that as an error.
            await asyncio.sleep(0)
            async with self._ticking:
                pass
            await asyncio.sleep(0)
        await asyncio.gather(*self._spreading)
        running = list(self._lanes.values())
        if running:
            _, late = await asyncio.wait(running, timeout=self._settings.grace)
            for lane in late:
                lane.cancel()
            await asyncio.gather(*late, return_exceptions=True)
            if late:
                log.warning("schedule.drained unfinished=%s then=taken up at the next start", len(late))
        if self._ticker is not None:
            self._ticker.shutdown(wait=False)
            self._ticker = None
        try:
            await self._store.hold.release()
        except StoreError as error:
            log.warning("schedule.release reason=%s", error)

    async def _tick(self) -> None:
        """What the job runs: never raises, so that the clock goes on. A tick under way does the work of the next."""
        if self._ticking.locked():
            return
        async with self._ticking:
            if self._stopping.is_set():
                return
            try:
                await self._store.hold.beat(self._wall())
                await self._store.lanes.keep()
                now = self._clock()
                await self._plan(now)
                await self._alert(now)
                await self._set_going(now)
                self.ticked = now
            except StoreError as error:
                log.error("schedule.store reason=%s", error)
            except Exception:
                log.exception("schedule.bug incident=%s", uuid.uuid4().hex[:8])

    async def _plan(self, now: datetime) -> None:
        """Enter every slot that has come due; a crowd in batches, between which what is entered is set going."""
        clock = asyncio.get_running_loop().time
        looked = clock() - LOOK
        while await self._plan_batch(now) == self._settings.batch:
            if clock() - looked > LOOK:
                await self._set_going(now)
                looked = clock()

    async def _plan_batch(self, now: datetime) -> int:
        """Gives how many subscriptions were due."""
        entries: list[SlotEntry] = []
        next_due: dict[str, datetime] = {}
        alerted: dict[str, datetime] = {}
        due = await self._store.subscriptions.due(now, self._settings.batch)
        for standing in due:
            order = standing.subscription
            try:
                found, next_due[order.id] = planned(standing, now, self._settings)
            except (ZoneInfoNotFoundError, ValueError) as error:
                reason = f"its next slot cannot be told: {error}"
                log.error("subscription.paused subscription=%s reason=%s", order.id, reason)
                await self._store.subscriptions.pause(order.id, reason, PausedBy.PERSON)
                continue
            entries.extend(found)
            if order.alerts is not Alerts.OFF:
                alerted |= {slot.subscription: slot.due for slot in found if slot.state is State.DUE}
        if next_due:
            await self._store.ledger.enter(entries, next_due, now, alerted)
            self._step("entered")
        return len(due)

    async def _alert(self, now: datetime) -> None:
        """Where records became news since alerts looked last, let them look: after the digests that are due, so that
        what these tell is posted by them alone."""
        news = self._news() if self._news else None
        newest = news.newest(now) if news else None
        if news is None or newest is None or newest == self._looked:
            return
        after, all_moved = "", True
        while behind := await self._store.alerting.behind(newest, after, self._settings.batch):
            found = [looked(one, news, now) for one in behind]
            all_moved &= await self._store.alerting.enter(found, now) == len(found)
            self._step("alerted")
            after = behind[-1].subscription.id
        self._looked = newest if all_moved else None

    async def _set_going(self, now: datetime) -> None:
        """Start a lane for each destination that has something to deliver or to amend and none running."""
        pending = await self._store.ledger.next(now, self._settings.ahead)
        lanes = lanes_of(pending, now)
        self._servers |= {one.address: one.server for one in pending}
        amends = await self._store.amendments.waiting(now)
        self._amends |= set(amends)
        for address in amends:
            lanes.setdefault(address, [])
        going = self._lanes.keys() | self._crowd
        new = {address: slots for address, slots in lanes.items() if address not in going}
        waits = {address: self._wait(address, len(new)) for address in new}
        for address, slots in new.items():
            if not waits[address]:
                self._begin(address, slots)
        crowd = {address: new[address] for address in sorted(new, key=waits.__getitem__) if waits[address]}
        if crowd:
            self._crowd |= crowd.keys()
            spreading = asyncio.create_task(self._spread(crowd, waits), name="crowd")
            self._spreading.add(spreading)
            spreading.add_done_callback(self._spreading.discard)

    def _wait(self, address: Address, crowd: int) -> float:
        return spread(address, crowd, self._settings.lanes, self._settings.rate)

    async def _spread(self, crowd: Mapping[Address, Sequence[tuple[str, str]]], waits: Mapping[Address, float]) -> None:
        """Start the lanes of a crowd, each in its turn."""
        passed = 0.0
        for address, slots in crowd.items():
            if waits[address] > passed:
                await self._pause(waits[address] - passed)
                passed = waits[address]
            self._crowd.discard(address)
            self._begin(address, slots)

    def _begin(self, address: Address, slots: Sequence[tuple[str, str]]) -> None:
        if not self._stopping.is_set():
            task = asyncio.create_task(self._lane(address, slots), name=f"lane {address.platform}")
            self._lanes[address] = task
            task.add_done_callback(partial(self._lane_ended, address))

    def _lane_ended(self, address: Address, _lane: asyncio.Task[None]) -> None:
        self._lanes.pop(address, None)
        self._servers.pop(address, None)
        self._amends.discard(address)

    async def _lane(self, address: Address, slots: Sequence[tuple[str, str]]) -> None:
        """Deliver the slots of one destination in order, then amend what stands there, as far as it goes, where no
        other replica does."""
        async with self._room.at(address.platform, self._servers.get(address, "")):
            try:
                if await self._store.lanes.take(address):
                    await self._delivered(slots)
                    if address in self._amends and not self._stopping.is_set():
                        await self._amending.carry(address)
                    await self._store.lanes.give(address)
            except HeldElsewhere as lost:
                log.warning("delivery.lane_lost reason=%s", lost)
            except StoreError as error:
                log.error("delivery.store reason=%s", error)
            except Exception:
                log.exception("delivery.bug incident=%s", uuid.uuid4().hex[:8])

    async def _delivered(self, slots: Sequence[tuple[str, str]]) -> None:
        for subscription, slot in slots:
            work = await self._store.ledger.taken_up(subscription, slot)
            if self._stopping.is_set() or work is None:
                return
            order = work.standing.subscription
            waiting = [row for row in work.rows if row.state in OPEN]
            # Quiet hours may have begun while it waited its turn.
            if order.paused is not None or holds(order.quiet, order.zone, waiting, self._clock()):
                continue
            if not await self._courier.deliver(order, work.rows):
                return

    async def _pause(self, seconds: float) -> bool:
        """Wait, but not into the end: False when Dateline is stopping."""
        if self._stopping.is_set():
            return False
        sleeping = asyncio.ensure_future(self._sleep(seconds))
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((sleeping, stopping), return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            stopping.cancel()
        return not self._stopping.is_set()
