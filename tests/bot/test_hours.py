"""Several times a day, dates off, quiet hours, crowds: what is due when, what waits, and that every window is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from adapters.contract import Address, Ambiguous, CatchUp, Subscription, Unavailable
from adapters.hours import DatesOff, QuietHours
from adapters.store.entries import Delivery, Pending, Standing, State
from bot.mirror import reconcile
from bot.schedule import OFF, Scheduler, ScheduleSettings, lanes_of, planned
from bot.slots import leaves_a_day, next_slot, off_before, quiet_until, slot_utc, slots_between
from bot.waiting import FINISHED, LONGEST_SPREAD, holds, spread
from tests.bot.test_schedule import Town
from tests.fakes import FakeClock, FakeOutlet, Fault
from tests.stores import CREATED, DAY, fresh, opened, order, told

HOUR = timedelta(hours=1)
NIGHT = QuietHours(time(22), time(7))
SETTINGS = ScheduleSettings()
CROWDED = replace(SETTINGS, lanes=4, rate=24)


@pytest.fixture
async def town(tmp_path: Path, each_database: str) -> AsyncIterator[Town]:
    clock = FakeClock(CREATED)
    async with opened(fresh(tmp_path)) as store:
        town = Town(store, clock, FakeOutlet(clock))
        yield town
        for scheduler in town.schedulers:
            await scheduler.drain()


def off(*dates: str) -> tuple[DatesOff, ...]:
    return tuple(DatesOff.read(one) for one in dates)


def locals_of(subscription: Subscription, days: float = 3) -> list[str]:
    return [slot.local for slot in slots_between(subscription, CREATED, CREATED + timedelta(days=days))]


# --- several times a day -----------------------------------------------------------------------------------------


def test_each_time_of_day_is_a_slot_of_its_own() -> None:
    assert locals_of(order(at=(time(8), time(18))), 1.5) == ["2026-03-01T18:00", "2026-03-02T08:00", "2026-03-02T18:00"]


def test_two_times_that_a_gap_makes_one_instant_are_one_slot() -> None:
    twice = order(at=(time(2, 15), time(2, 45), time(3)), zone="America/New_York")
    after = datetime(2026, 3, 8, 0, tzinfo=UTC)
    assert [slot.local for slot in slots_between(twice, after, after + DAY)] == ["2026-03-08T02:15"]


def test_in_an_hour_that_happens_twice_each_time_fires_once() -> None:
    quarters = order(at=tuple(time(1, minute) for minute in (0, 15, 30, 45)), zone="America/New_York")
    after = datetime(2026, 11, 1, 0, tzinfo=UTC)
    slots = list(slots_between(quarters, after, after + DAY))
    assert [slot.due.hour for slot in slots] == [5] * 4
    assert {later.due - earlier.due for earlier, later in pairwise(slots)} == {timedelta(minutes=15)}


async def test_windows_of_several_times_a_day_tile(town: Town) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order(at=(time(8), time(18)))], CREATED)
    while town.clock() < CREATED + 2 * DAY:
        await scheduler.run_due_once(town.clock.move(minutes=50))
    assert town.told() == ["01 09:00–01 18:00", "01 18:00–02 08:00", "02 08:00–02 18:00", "02 18:00–03 08:00"]


async def test_after_a_day_asleep_the_latest_of_several_tells_all(town: Town) -> None:
    await town.scheduler().mirror([order(at=(time(8), time(18)))], CREATED)
    await town.scheduler().run_due_once(town.clock.move(days=1))
    assert town.told() == ["01 09:00–02 08:00"]
    rows = await town.store.ledger.history("daily")
    assert [(row.slot, row.state) for row in rows] == [
        ("2026-03-01T18:00", State.SKIPPED), ("2026-03-02T08:00", State.SENT),
    ]  # fmt: skip


def test_a_time_added_to_one_of_the_file_is_due_the_same_day() -> None:
    held = Standing(order(), CREATED, next_slot(order(), CREATED).due)
    (changed,) = reconcile([held], [order(at=(time(9, 30), time(10)))], CREATED, CREATED).put
    assert changed.next_due == CREATED + timedelta(minutes=30)


# --- dates off ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "day", "held"),
    [
        ("2026-12-25", date(2026, 12, 25), True),
        ("2026-12-25", date(2027, 12, 25), False),
        ("12-25", date(2027, 12, 25), True),
        ("12-24..01-02", date(2027, 1, 2), True),
        ("12-24..01-02", date(2026, 12, 24), True),
        ("12-24..01-02", date(2027, 1, 3), False),
        ("2026-07-20..2026-08-09", date(2026, 8, 9), True),
        ("2026-07-20..2026-08-09", date(2027, 8, 1), False),
        ("02-29", date(2028, 2, 29), True),
        ("02-28..03-01", date(2028, 2, 29), True),
        ("02-28..03-01", date(2027, 3, 1), True),
    ],
)
def test_dates_off_are_once_or_every_year_and_may_be_several(written: str, day: date, held: bool) -> None:
    assert DatesOff.read(written).holds(day) is held
    assert DatesOff.read(str(DatesOff.read(written))) == DatesOff.read(written)


@pytest.mark.parametrize(
    "written", ["", "25", "2026-02-29", "13-01", "02-30", "2027-01-02..2026-12-24", "12-24..2027-01-02", "2026-W52-5",
                "20261225", "12-25..", "2026-12-25...2026-12-26"],
)  # fmt: skip
def test_what_is_no_date_is_no_date_off(written: str) -> None:
    with pytest.raises(ValueError, match="no date, and no span of dates"):
        DatesOff.read(written)


def test_a_date_off_has_no_slot() -> None:
    assert locals_of(order(off=off("03-02..03-03")), 3) == ["2026-03-01T10:00"]
    assert next_slot(order(off=off("03-02..03-03")), CREATED + DAY).local == "2026-03-04T10:00"


def test_dates_off_are_local_dates() -> None:
    auckland = order(at=time(7), zone="Pacific/Auckland", off=off("2026-03-02"))
    assert next_slot(auckland, datetime(2026, 3, 1, 0, tzinfo=UTC)).local == "2026-03-03T07:00"


def test_every_monday_of_a_year_may_be_off_and_none_left_is_said() -> None:
    mondays = order(weekdays=frozenset({1}), off=off("2026-03-02..2027-03-01"))
    assert next_slot(mondays, CREATED).local == "2027-03-08T10:00"
    with pytest.raises(ValueError, match="no day to post on within two years: its dates off leave none"):
        next_slot(order(off=off("01-01..12-31")), CREATED)
    assert not leaves_a_day(order(off=off("01-01..12-31")), CREATED)


def test_a_slot_knows_what_dates_off_took_away_before_it() -> None:
    subscription = order(at=(time(8), time(18)), off=off("03-02", "03-03"))
    slot = next_slot(subscription, CREATED + DAY)
    assert slot.local == "2026-03-04T08:00"
    assert [one.local for one in off_before(subscription, slot)] == [
        "2026-03-02T08:00", "2026-03-02T18:00", "2026-03-03T08:00", "2026-03-03T18:00",
    ]  # fmt: skip
    assert off_before(subscription, next_slot(subscription, slot.due)) == ()
    young = replace(subscription, created=CREATED + timedelta(days=1, hours=2))
    assert next(one.local for one in off_before(young, slot)) == "2026-03-02T18:00"


async def test_what_dates_off_had_to_tell_is_told_by_the_next_digest_and_the_ledger_says_so(town: Town) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order(off=off("03-02", "2026-03-03"))], CREATED)
    while town.clock() < CREATED + 5 * DAY:
        await scheduler.run_due_once(town.clock.move(minutes=50))
    assert town.told() == ["01 09:00–01 10:00", "01 10:00–04 10:00", "04 10:00–05 10:00"]
    rows = await town.store.ledger.history("daily")
    assert [(row.slot[8:10], row.state, row.reason) for row in rows if row.state is State.SKIPPED] == [
        ("02", State.SKIPPED, OFF), ("03", State.SKIPPED, OFF),
    ]  # fmt: skip


async def test_a_date_made_off_after_its_slot_was_posted_changes_nothing_of_it(town: Town) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order()], CREATED)
    await scheduler.run_due_once(town.clock.move(hours=1))
    await scheduler.mirror([order(off=off("03-01..03-02"))], town.clock())
    await scheduler.run_due_once(town.clock.move(days=2))
    assert town.told() == ["01 09:00–01 10:00", "01 10:00–03 10:00"]
    states = [(row.slot[8:10], row.state) for row in await town.store.ledger.history("daily")]
    assert states == [("01", State.SENT), ("02", State.SKIPPED), ("03", State.SENT)]


# --- quiet hours -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "hours", "now", "until"),
    [
        ("UTC", "22:00-07:00", "2026-03-01T22:00", "2026-03-02T07:00"),
        ("UTC", "22:00-07:00", "2026-03-02T06:59", "2026-03-02T07:00"),
        ("UTC", "22:00-07:00", "2026-03-02T07:00", None),
        ("UTC", "12:00-14:00", "2026-03-02T13:00", "2026-03-02T14:00"),
        ("UTC", "12:00-14:00", "2026-03-02T14:00", None),
        # the night of the gap ends at 07:00 EDT, an hour sooner
        ("America/New_York", "22:00-07:00", "2026-03-08T04:00", "2026-03-08T11:00"),
        ("America/New_York", "22:00-02:30", "2026-03-08T06:59", "2026-03-08T07:00"),
        # the night of the fold: 01:30 ends them the first time, and does not begin them again
        ("America/New_York", "22:00-01:30", "2026-11-01T05:29", "2026-11-01T05:30"),
        ("America/New_York", "22:00-01:30", "2026-11-01T06:15", None),
        ("Pacific/Apia", "22:00-07:00", "2011-12-30T12:00", "2011-12-30T17:00"),
    ],
)
def test_quiet_hours_run_from_an_instant_to_an_instant(zone: str, hours: str, now: str, until: str | None) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    end = None if until is None else datetime.fromisoformat(until).replace(tzinfo=UTC)
    assert quiet_until(QuietHours.read(hours), zone, at) == end


@pytest.mark.parametrize("written", ["22:00", "22-7", "07:00-07:00", "25:00-07:00", ""])
def test_what_is_no_span_of_hours_is_no_quiet(written: str) -> None:
    with pytest.raises(ValueError, match="no span of hours"):
        QuietHours.read(written)


async def test_what_falls_into_quiet_hours_is_posted_when_they_end_once(town: Town) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order(at=time(6), quiet=NIGHT)], CREATED)
    town.clock.now = datetime(2026, 3, 2, 6, tzinfo=UTC)
    for _ in range(6):
        await scheduler.run_due_once(town.clock.move(minutes=9))
    assert town.told() == []
    (row,) = await town.store.ledger.history("daily")
    assert (row.state, row.reason) == (State.DUE, "held by quiet hours until 2026-03-02T07:00")
    for _ in range(3):
        await scheduler.run_due_once(town.clock.move(minutes=6))
    assert town.told() == ["01 09:00–02 06:00"], "its window ends at its slot"
    assert town.outlet.posted[0].at == datetime(2026, 3, 2, 7, tzinfo=UTC)
    (row,) = await town.store.ledger.history("daily")
    assert (row.state, row.due) == (State.SENT, datetime(2026, 3, 2, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("policy", "windows"),
    [
        (CatchUp.LATEST, ["01 09:00–02 06:00"]),
        (CatchUp.ALL, ["01 09:00–01 23:00", "01 23:00–02 06:00"]),
    ],
)
async def test_of_several_held_in_a_night_the_policy_says_what_is_posted(
    town: Town, policy: CatchUp, windows: list[str]
) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order(at=(time(6), time(23)), quiet=NIGHT, catch_up=policy)], CREATED)
    while town.clock() < datetime(2026, 3, 2, 8, tzinfo=UTC):
        await scheduler.run_due_once(town.clock.move(minutes=20))
    assert town.told() == windows


async def test_what_is_caught_up_in_quiet_hours_waits_too(town: Town) -> None:
    await town.scheduler().mirror([order(quiet=NIGHT)], CREATED)
    await town.scheduler().run_due_once(town.clock.move(hours=14))  # 23:00; asleep since before 10:00
    assert town.told() == []
    town.clock.now = datetime(2026, 3, 2, 7, tzinfo=UTC)
    await town.scheduler().run_due_once(town.clock())
    assert town.told() == ["01 09:00–01 10:00"]


async def test_what_a_dead_process_left_waits_for_the_end_of_quiet_hours(
    town: Town, expected_warnings: list[str]
) -> None:
    expected_warnings.append("delivery.waits")
    town.outlet.fail_next.extend([Unavailable("503")] * 9)
    await town.scheduler().start([order(at=time(21, 30), quiet=NIGHT)])
    town.clock.now = datetime(2026, 3, 1, 21, 30, tzinfo=UTC)
    await town.schedulers[0].run_due_once(town.clock())
    await town.schedulers[0].drain()
    town.outlet.fail_next.clear()
    town.clock.now = datetime(2026, 3, 2, 3, tzinfo=UTC)
    again = town.scheduler()
    await again.start([order(at=time(21, 30), quiet=NIGHT)])
    await again.run_due_once(town.clock())
    assert town.told() == []
    town.clock.now = datetime(2026, 3, 2, 7, tzinfo=UTC)
    await again.run_due_once(town.clock())
    assert town.told() == ["01 09:00–01 21:30"]


async def test_a_held_digest_holds_up_no_other_of_its_channel(town: Town) -> None:
    await town.scheduler().mirror([order("held", at=time(6), quiet=NIGHT), order("other", at=time(6, 30))], CREATED)
    town.clock.now = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
    await town.scheduler().run_due_once(town.clock())
    assert town.told() == ["01 09:00–02 06:30"]


async def test_ending_quiet_hours_by_hand_releases_what_waits(town: Town) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order(at=time(6), quiet=NIGHT)], CREATED)
    town.clock.now = datetime(2026, 3, 2, 6, tzinfo=UTC)
    await scheduler.run_due_once(town.clock())
    held = await town.store.subscriptions.get("daily")
    assert held is not None
    await town.store.subscriptions.put([replace(held, subscription=replace(held.subscription, quiet=None))])
    await scheduler.run_due_once(town.clock())
    assert town.told() == ["01 09:00–02 06:00"]


async def test_quiet_hours_that_begin_while_a_digest_waits_its_turn_hold_it(town: Town) -> None:
    """Two destinations and one lane: the second's turn comes when the quiet hours have begun."""
    town.settings = replace(SETTINGS, lanes=1)
    scheduler = town.scheduler()
    slots = (order("a", place="a", at=time(21, 59)), order("b", place="b", at=time(21, 59), quiet=NIGHT))
    await scheduler.mirror(slots, CREATED)
    town.clock.now = datetime(2026, 3, 1, 21, 59, tzinfo=UTC)
    town.outlet.hold = asyncio.Event()
    running = asyncio.create_task(scheduler.run_due_once(town.clock()))
    async with asyncio.timeout(10):
        await town.outlet.reached.wait()
    town.clock.move(minutes=5)
    town.outlet.hold.set()
    await running
    assert [post.address.place for post in town.outlet.posted] == ["a"]
    town.outlet.hold = None
    town.clock.now = datetime(2026, 3, 2, 7, tzinfo=UTC)
    await scheduler.run_due_once(town.clock())
    assert [post.address.place for post in town.outlet.posted] == ["a", "b"]


async def test_a_post_in_doubt_is_cleared_up_though_quiet_hours_have_begun(
    town: Town, expected_warnings: list[str]
) -> None:
    expected_warnings.append("delivery.waits")
    town.outlet.fail_next.append(Fault(Ambiguous("reset"), made=True))
    town.outlet.searchable = False
    scheduler = town.scheduler()
    await scheduler.mirror([order(at=time(21, 59), quiet=NIGHT)], CREATED)
    town.clock.now = datetime(2026, 3, 1, 21, 59, 50, tzinfo=UTC)
    await scheduler.run_due_once(town.clock())
    town.outlet.searchable = True
    await scheduler.run_due_once(town.clock.move(minutes=2))
    (row,) = await town.store.ledger.history("daily")
    assert (row.state, len(town.outlet.posted)) == (State.SENT, 1)


def test_what_had_begun_is_finished_for_a_while_and_then_held() -> None:
    at = datetime(2026, 3, 1, 22, 5, tzinfo=UTC)
    part = Delivery(1, "a", "2026-03-01T21:59", at, at - timedelta(minutes=6), 1, 0, State.DUE)
    assert not holds(NIGHT, "UTC", [part], at)
    assert holds(NIGHT, "UTC", [part], at + FINISHED)
    assert holds(NIGHT, "UTC", [replace(part, part=0)], at), "nothing of it stands yet"
    assert not holds(NIGHT, "UTC", [replace(part, part=0)], at - HOUR)
    assert not holds(None, "UTC", [replace(part, part=0)], at)
    assert not holds(NIGHT, "Mars/Olympus", [part], at), "planning tells of a zone that is no more"


def test_a_held_slot_lets_the_lane_go_on_with_others() -> None:
    now = datetime(2026, 3, 1, 23, tzinfo=UTC)
    here = Address("console", "here")
    rows = [
        Pending(Delivery(n, name, "1", now, now, 0, 0, State.DUE), here, "UTC", quiet)
        for n, (name, quiet) in enumerate([("held", NIGHT), ("free", None)])
    ]
    assert lanes_of(rows, now) == {here: [("free", "1")]}
    assert lanes_of(rows, now + 8 * HOUR) == {here: [("held", "1"), ("free", "1")]}


# --- crowds ------------------------------------------------------------------------------------------------------


def test_a_crowd_is_spread_evenly_within_its_minute_and_each_has_its_place() -> None:
    waits = [spread(Address("slack", f"C{n}"), 10_000, 16, SETTINGS.rate) for n in range(10_000)]
    assert waits == [spread(Address("slack", f"C{n}"), 10_000, 16, SETTINGS.rate) for n in range(10_000)]
    assert max(waits) < LONGEST_SPREAD <= 60 - SETTINGS.tick
    busiest = max(sum(second <= wait < second + 1 for wait in waits) for second in range(60))
    assert busiest < 1.3 * SETTINGS.rate
    fewer = [spread(Address("slack", f"C{n}"), 1_000, 16, SETTINGS.rate) for n in range(1_000)]
    assert max(fewer) < 1_000 / SETTINGS.rate


def test_few_are_not_spread() -> None:
    assert {spread(Address("slack", f"C{n}"), 16, 16, SETTINGS.rate) for n in range(16)} == {0.0}


async def test_a_crowd_begins_spread_and_every_slot_and_window_stays_exact(town: Town) -> None:
    async def once_all_are_done(seconds: float) -> None:
        while scheduler._lanes:
            await asyncio.wait(list(scheduler._lanes.values()))
        await town.clock.pause(seconds)

    scheduler = Scheduler(town.store, {"console": town.outlet}, told, town.clock, CROWDED, pause=once_all_are_done)
    await scheduler.mirror([order(f"d{n}", place=f"p{n}") for n in range(30)], CREATED)
    await scheduler.run_due_once(town.clock.move(hours=1))
    begun = [post.at - (CREATED + HOUR) for post in town.outlet.posted]
    assert sorted(set(begun)) == [timedelta(seconds=quarter / 4) for quarter in range(5)]
    assert max(begun.count(at) for at in begun) < 15
    assert sorted(post.address.place for post in town.outlet.posted) == sorted(f"p{n}" for n in range(30))
    assert {clause for n in range(30) for clause in town.told(f"p{n}")} == {"01 09:00–01 10:00"}
    assert {row.due for n in (0, 29) for row in await town.store.ledger.history(f"d{n}")} == {CREATED + HOUR}


async def test_a_crowd_that_waits_when_dateline_stops_is_taken_up_at_the_next_start(town: Town) -> None:
    waiting = asyncio.Event()

    async def forever(_: float) -> None:
        waiting.set()
        await asyncio.Event().wait()

    everybody = [order(f"d{n}", place=f"p{n}") for n in range(30)]
    stopped = Scheduler(town.store, {"console": town.outlet}, told, town.clock, CROWDED, pause=forever)
    await stopped.start(everybody)
    running = asyncio.create_task(stopped.run_due_once(town.clock.move(hours=1)))
    async with asyncio.timeout(10):
        await waiting.wait()
        await stopped.drain()
        await running
    assert len(town.outlet.posted) < 30
    scheduler = town.scheduler()
    await scheduler.start(everybody)
    await scheduler.run_due_once(town.clock())
    assert sorted(post.address.place for post in town.outlet.posted) == sorted(f"p{n}" for n in range(30))


def test_planning_stays_pure_and_tells_why_a_slot_waits() -> None:
    subscription = order(at=time(23), quiet=NIGHT)
    standing = Standing(subscription, CREATED, next_slot(subscription, CREATED).due)
    now = slot_utc(date(2026, 3, 1), time(23), "UTC")
    first, again = planned(standing, now, SETTINGS), planned(standing, now, SETTINGS)
    assert first == again
    assert [entry.reason for entry in first[0]] == ["held by quiet hours until 2026-03-02T07:00"]
