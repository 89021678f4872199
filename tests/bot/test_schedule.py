"""The clock: what is planned after downtime, lanes that do not hold up each other, draining, one holder."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from adapters.contract import Address, Ambiguous, CatchUp, Refused, Subscription, Unavailable
from adapters.store import HeldElsewhere, open_store
from adapters.store.entries import Delivery, Pending, Standing, State
from adapters.store.store import Store
from bot.posting import OwnTurns, spacing
from bot.schedule import Scheduler, ScheduleSettings, lanes_of, planned
from bot.slots import next_slot
from tests.fakes import FakeClock, FakeOutlet, Fault
from tests.stores import CREATED, DAY, fresh, fresh_file, opened, order, told

SETTINGS = ScheduleSettings()


def standing(subscription: Subscription) -> Standing:
    return Standing(subscription, CREATED, next_slot(subscription, CREATED).due)


def states_after(policy: CatchUp, down: timedelta) -> list[State]:
    return [entry.state for entry in planned(standing(order(catch_up=policy)), CREATED + down, SETTINGS)[0]]


def test_after_three_days_down_the_policy_says_what_is_still_delivered() -> None:
    down = timedelta(days=3, hours=3)  # slots 4 in all; the last was missed 2 hours ago, the others more than a day ago
    skipped = [State.SKIPPED] * 3
    assert states_after(CatchUp.LATEST, down) == [*skipped, State.DUE]
    assert states_after(CatchUp.ALL, down) == [*skipped, State.DUE]
    assert states_after(CatchUp.SKIP, down) == [*skipped, State.SKIPPED]


def test_all_delivers_each_slot_within_the_age_limit() -> None:
    settings = replace(SETTINGS, delivery=replace(SETTINGS.delivery, age_limit=timedelta(days=3)))
    entries, _ = planned(standing(order(catch_up=CatchUp.ALL)), CREATED + timedelta(days=3, hours=3), settings)
    assert [entry.state for entry in entries] == [State.SKIPPED, State.DUE, State.DUE, State.DUE]


@pytest.mark.parametrize("policy", list(CatchUp))
def test_a_slot_found_by_the_next_tick_is_due_whatever_the_policy(policy: CatchUp) -> None:
    assert states_after(policy, timedelta(hours=1, seconds=19)) == [State.DUE]


def test_every_skipped_slot_says_why() -> None:
    for policy in CatchUp:
        entries, _ = planned(standing(order(catch_up=policy)), CREATED + timedelta(days=3, hours=3), SETTINGS)
        assert all(bool(entry.reason) == (entry.state is State.SKIPPED) for entry in entries)


def test_a_clock_set_back_fires_nothing_twice() -> None:
    subscription = order()
    entries, due = planned(standing(subscription), CREATED + timedelta(hours=1), SETTINGS)
    assert len(entries) == 1
    again, _ = planned(Standing(subscription, CREATED, due), CREATED + timedelta(minutes=1), SETTINGS)
    assert again == []


def pending(address: str, slot: str, part: int = 0, retry_at: datetime | None = None) -> Pending:
    delivery = Delivery(1, address, slot, CREATED, CREATED, part, 0, State.DUE, retry_at=retry_at)
    return Pending(delivery, Address("console", address))


def test_a_slot_that_rests_holds_up_its_own_destination_only() -> None:
    later = CREATED + timedelta(minutes=1)
    rows = [
        pending("a", "1"),
        pending("b", "1", retry_at=later),
        pending("a", "2", 0),
        pending("a", "2", 1),
        pending("b", "2"),
    ]
    assert lanes_of(rows, CREATED) == {Address("console", "a"): [("a", "1"), ("a", "2")]}
    assert lanes_of(rows, later)[Address("console", "b")] == [("b", "1"), ("b", "2")]


async def test_posts_are_spaced_by_platform_and_by_place() -> None:
    turns = OwnTurns(lambda: CREATED)
    first, second = Address("slack", "C1"), Address("slack", "C2")
    assert [await turns.take(spacing(where)) for where in (first, second, first)] == [0, 0.25, 1]
    assert [await turns.take(spacing(Address("discord", str(n)))) for n in range(3)] == [0, 0.025, 0.05]
    assert [await turns.take(spacing(Address("console", "here"))) for _ in range(3)] == [0, 0, 0]
    assert await turns.take(spacing(Address("slack", "C1", server="T2"))) == 0, (
        "another workspace has a token of its own"
    )


@dataclass
class Town:
    """One store with a scheduler whose clock is ours."""

    store: Store
    clock: FakeClock
    outlet: FakeOutlet
    settings: ScheduleSettings = SETTINGS
    schedulers: list[Scheduler] = field(default_factory=list)

    def scheduler(self) -> Scheduler:
        outlets = {self.outlet.platform: self.outlet}
        made = Scheduler(self.store, outlets, told, self.clock, self.settings, pause=self.clock.pause)
        self.schedulers.append(made)
        return made

    def told(self, place: str = "here") -> list[str]:
        posts = [post for post in self.outlet.posted if post.address.place == place]
        return [clause.text for post in posts for clause in post.document.clauses()]


@pytest.fixture
async def town(tmp_path: Path, each_database: str) -> AsyncIterator[Town]:
    clock = FakeClock(CREATED)
    async with opened(fresh(tmp_path)) as store:
        town = Town(store, clock, FakeOutlet(clock))
        yield town
        for scheduler in town.schedulers:
            await scheduler.drain()


async def test_a_week_of_ticks_tells_every_window_once(town: Town) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order(weekdays=frozenset({1, 2, 3, 4, 5}))], CREATED)
    while town.clock() < CREATED + 8 * DAY:
        await scheduler.run_due_once(town.clock.move(minutes=50))
    assert town.told() == [
        "01 09:00–02 10:00",
        "02 10:00–03 10:00",
        "03 10:00–04 10:00",
        "04 10:00–05 10:00",
        "05 10:00–06 10:00",
    ]


async def test_after_downtime_the_latest_slot_tells_all_that_was_missed(town: Town) -> None:
    await town.scheduler().mirror([order()], CREATED)
    town.clock.move(days=3, hours=3)
    await town.scheduler().run_due_once(town.clock())
    assert town.told() == ["01 09:00–04 10:00"]
    rows = await town.store.ledger.history("daily")
    assert [row.state for row in rows] == [State.SKIPPED] * 3 + [State.SENT]


async def test_policy_all_tells_each_missed_window_in_order(town: Town) -> None:
    town.settings = replace(SETTINGS, delivery=replace(SETTINGS.delivery, age_limit=timedelta(days=9)))
    await town.scheduler().mirror([order(catch_up=CatchUp.ALL)], CREATED)
    await town.scheduler().run_due_once(town.clock.move(days=2, hours=3))
    assert town.told() == ["01 09:00–01 10:00", "01 10:00–02 10:00", "02 10:00–03 10:00"]


async def test_policy_skip_loses_no_record(town: Town) -> None:
    await town.scheduler().mirror([order(catch_up=CatchUp.SKIP)], CREATED)
    scheduler = town.scheduler()
    await scheduler.run_due_once(town.clock.move(days=1, hours=3))
    assert town.told() == []
    town.clock.now = CREATED + timedelta(days=2, hours=1)
    await scheduler.run_due_once(town.clock())
    assert town.told() == ["01 09:00–03 10:00"]


async def test_a_restart_repeats_no_slot(town: Town) -> None:
    for _ in range(3):
        scheduler = town.scheduler()
        await scheduler.start([order()])
        await scheduler.run_due_once(town.clock.move(hours=1, minutes=1))
        await scheduler.drain()
    assert town.told() == ["01 09:00–01 10:00"]


async def test_the_ticker_delivers_without_being_told(town: Town) -> None:
    town.settings = replace(SETTINGS, tick=0.05)
    scheduler = town.scheduler()
    await scheduler.start([order()])
    town.clock.move(hours=1)
    async with asyncio.timeout(10):
        await town.outlet.reached.wait()
        await scheduler.run_due_once(town.clock())  # waits for the lane the ticker set going
    assert town.told() == ["01 09:00–01 10:00"]


async def test_draining_amid_a_tick_lets_it_finish_without_a_word(tmp_path: Path) -> None:
    clock, path = FakeClock(CREATED), fresh_file(tmp_path)
    async with opened(path) as store:
        town = Town(store, clock, FakeOutlet(clock), replace(SETTINGS, tick=0.01))
        scheduler = town.scheduler()
        await scheduler.start([order()])
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            async with asyncio.timeout(10):
                while not scheduler._ticking.locked():  # noqa: ASYNC110 - the ticker says nothing when it begins
                    await asyncio.sleep(0.001)
            draining = asyncio.create_task(scheduler.drain())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            other.execute("ROLLBACK")
            await draining


async def test_a_new_subscription_starts_after_the_records_already_held(town: Town) -> None:
    recorded = await town.store.seen.see({"src-1/a": "x"}, CREATED)
    await town.scheduler().mirror([order()], CREATED)
    held = await town.store.subscriptions.get("daily")
    assert held is not None
    assert held.covered > recorded["src-1/a"], "old stock lies before its window"


async def test_a_poison_destination_holds_up_no_other(town: Town, expected_warnings: list[str]) -> None:
    expected_warnings.append("delivery.waits subscription=bad")
    orders = [order("bad", place="bad"), order("good", place="good")]

    town.outlet.broken["bad"] = Unavailable("503")
    scheduler = town.scheduler()
    await scheduler.mirror(orders, CREATED)
    await scheduler.run_due_once(town.clock.move(hours=1))
    assert town.told("good") == ["01 09:00–01 10:00"]
    assert town.told("bad") == []


async def test_an_older_slot_still_waiting_gives_way_to_the_newer_one(town: Town, expected_warnings: list[str]) -> None:
    expected_warnings.append("delivery.waits")
    scheduler = town.scheduler()
    await scheduler.mirror([order()], CREATED)
    town.outlet.fail_next.extend(Unavailable("503") for _ in range(5))
    await scheduler.run_due_once(town.clock.move(hours=1))
    town.clock.now = CREATED + timedelta(days=1, hours=1)
    await scheduler.run_due_once(town.clock())
    assert town.told() == ["01 09:00–02 10:00"]
    rows = await town.store.ledger.history("daily")
    assert [row.state for row in rows] == [State.SKIPPED, State.SENT]


async def test_a_paused_subscription_rests_until_the_restart_that_follows_its_mending(
    town: Town, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.failed", "subscription.paused"]
    scheduler = town.scheduler()
    await scheduler.start([order()])
    town.outlet.fail_next.append(Refused("no right to post in here"))
    await scheduler.run_due_once(town.clock.move(hours=1))
    await scheduler.run_due_once(town.clock.move(days=1))
    assert len(town.outlet.calls) == 1
    await scheduler.drain()
    scheduler = town.scheduler()
    await scheduler.start([order()])
    await scheduler.run_due_once(town.clock.move(days=1))
    assert town.told() == ["01 09:00–03 10:00"]


async def test_draining_lets_the_post_under_way_finish_and_begins_nothing(town: Town) -> None:
    town.outlet.hold = asyncio.Event()
    scheduler = town.scheduler()
    await scheduler.start([order("a"), order("b")])
    running = asyncio.create_task(scheduler.run_due_once(town.clock.move(hours=1)))
    async with asyncio.timeout(10):
        await town.outlet.reached.wait()
    draining = asyncio.create_task(scheduler.drain())
    await asyncio.sleep(0)
    town.outlet.hold.set()
    await asyncio.gather(running, draining)
    assert len(town.outlet.posted) == 1
    states = {row.state for name in "ab" for row in await town.store.ledger.history(name)}
    assert states == {State.SENT, State.DUE}


async def test_what_does_not_finish_in_the_grace_is_taken_up_by_the_next_start(
    town: Town, expected_warnings: list[str]
) -> None:
    expected_warnings.append("schedule.drained unfinished=1")
    town.settings = replace(SETTINGS, grace=0.05)
    town.outlet.hold = asyncio.Event()
    scheduler = town.scheduler()
    await scheduler.start([order()])
    running = asyncio.create_task(scheduler.run_due_once(town.clock.move(hours=1)))
    async with asyncio.timeout(10):
        await town.outlet.reached.wait()
    await scheduler.drain()
    await running
    (row,) = await town.store.ledger.history("daily")
    assert row.state is State.SENDING
    town.outlet.hold = None
    scheduler = town.scheduler()
    await scheduler.start([order()])
    await scheduler.run_due_once(town.clock())
    assert town.told() == ["01 09:00–01 10:00"]


async def test_draining_ends_a_pause_between_tries(town: Town, expected_warnings: list[str]) -> None:
    expected_warnings.append("delivery.waits")
    paused = asyncio.Event()

    async def forever(_: float) -> None:
        paused.set()
        await asyncio.Event().wait()

    town.outlet.fail_next.append(Unavailable("503"))
    scheduler = Scheduler(town.store, {"console": town.outlet}, told, town.clock, SETTINGS, pause=forever)
    await scheduler.start([order()])
    running = asyncio.create_task(scheduler.run_due_once(town.clock.move(hours=1)))
    async with asyncio.timeout(10):
        await paused.wait()
        await scheduler.drain()
        await running
    (row,) = await town.store.ledger.history("daily")
    assert row.state is State.DUE


async def test_a_second_process_refuses_to_schedule_on_a_file_and_says_who_holds_it(tmp_path: Path) -> None:
    clock = FakeClock(CREATED)
    async with opened(fresh_file(tmp_path)) as store:
        await _refused_second(Town(store, clock, FakeOutlet(clock)), tmp_path)


async def _refused_second(town: Town, tmp_path: Path) -> None:
    await town.scheduler().start([order()])
    other = await open_store(tmp_path / "dateline.db")
    second = Scheduler(other, {"console": town.outlet}, told, town.clock)
    with pytest.raises(HeldElsewhere, match=f"process {os.getpid()} on "):
        await second.start([order("intruder")])
    assert [held.subscription.id for held in await other.subscriptions.all()] == ["daily"]
    await second.drain()
    await other.close()
    for scheduler in town.schedulers:
        await scheduler.drain()


async def test_a_locked_database_costs_one_line_and_no_slot(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings.append("schedule.store reason=the database .* is locked by another program")
    clock, path = FakeClock(CREATED), fresh_file(tmp_path)
    async with opened(path, busy=0.1) as store:
        town = Town(store, clock, FakeOutlet(clock))
        scheduler = town.scheduler()
        await scheduler.start([order()])
        clock.move(hours=1)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await scheduler._tick()
            assert town.told() == []
            other.execute("ROLLBACK")
        await scheduler._tick()
        await scheduler.run_due_once(clock())
        assert town.told() == ["01 09:00–01 10:00"]
        await scheduler.drain()


async def test_a_zone_that_is_no_more_pauses_its_subscription_with_words(
    town: Town, expected_warnings: list[str]
) -> None:
    expected_warnings.append("subscription.paused .*its next slot cannot be told.*Mars/Olympus")
    lost = order("lost", zone="Mars/Olympus", origin="chat")
    await town.store.subscriptions.put([Standing(lost, CREATED, CREATED + DAY), standing(order())])
    scheduler = town.scheduler()
    await scheduler.start([])
    assert town.told() == []
    held = await town.store.subscriptions.get("lost")
    assert held is not None
    assert "Mars/Olympus" in (held.subscription.paused or "")


async def test_a_slot_moved_by_new_zone_rules_is_found_at_start(town: Town) -> None:
    at_old_rules = Standing(order(origin="chat"), CREATED, CREATED + timedelta(hours=2))
    await town.store.subscriptions.put([at_old_rules])
    await town.scheduler().start([])
    held = await town.store.subscriptions.get("daily")
    assert held is not None
    assert held.next_due == datetime(2026, 3, 1, 10, tzinfo=UTC)


async def test_a_lost_reply_before_a_restart_is_cleared_up_after_it(town: Town, expected_warnings: list[str]) -> None:
    expected_warnings.append("delivery.waits")
    town.outlet.fail_next.append(Fault(Ambiguous("reset"), made=True))
    town.outlet.searchable = False
    scheduler = town.scheduler()
    await scheduler.start([order(at=time(9, 30))])
    await scheduler.run_due_once(town.clock.move(minutes=30))
    await scheduler.drain()
    town.outlet.searchable = True
    scheduler = town.scheduler()
    await scheduler.start([order(at=time(9, 30))])
    await scheduler.run_due_once(town.clock.move(minutes=2))
    (row,) = await town.store.ledger.history("daily")
    assert (row.state, row.receipt) == (State.SENT, "1")
    assert len(town.outlet.posted) == 1
