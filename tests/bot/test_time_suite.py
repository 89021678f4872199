"""Time itself: every zone of tzdata for ten years, new zone rules, leap days, a machine asleep, a clock set back.

What the slots of a zone ought to be is told by an oracle that knows nothing of gaps and folds: the zone's offset is
read off the clock, day after day, the changes are closed in on, and a wall-clock time is the first instant at which
that clock has reached it. Here every zone is looked at for a day on both sides of every change; `make zones` looks at
every day, and reads the clock every hour.
"""

from __future__ import annotations

import shutil
import zoneinfo
from bisect import bisect_right
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest

from adapters.contract import CatchUp
from adapters.hours import DatesOff, QuietHours
from adapters.store.entries import Standing, State
from bot import slots
from bot.schedule import Scheduler
from bot.slots import next_slot, slots_between
from tests.bot.test_schedule import Town
from tests.bot.test_slots import distinct_zones
from tests.briefs.thinning import WHOLE
from tests.fakes import FakeClock, FakeOutlet
from tests.stores import CREATED, DAY, fresh, opened, order

AWKWARD = tuple(
    time(*at) for at in ((0, 0), (0, 1), (0, 30), (1, 0), (1, 30), (2, 0), (2, 30), (3, 0), (12, 0), (23, 30), (23, 59))
)
YEARS = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC))
HOUR, SECOND, BESIDE = timedelta(hours=1), timedelta(seconds=1), DAY
FEW_DAYS = 5 * DAY
"""Less than any two changes of a clock that are to come lie apart; `make zones` looks at every hour."""


# --- every zone for ten years ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Wall:
    """The oracle: what a zone's clock shows, as offsets that hold from an instant on."""

    zone: str
    first: datetime
    end: datetime
    step: timedelta

    @cached_property
    def offsets(self) -> tuple[list[datetime], list[timedelta]]:
        """Instants of change, the first being where it begins, and the offset from each on."""
        tz, at = ZoneInfo(self.zone), self.first
        froms, offsets = [at], [_offset(at, tz)]
        while at < self.end:
            if _offset(at + self.step, tz) != offsets[-1]:
                low, high = at, at + self.step
                while high - low > SECOND:
                    middle = low + (high - low) // 2
                    low, high = (middle, high) if _offset(middle, tz) == offsets[-1] else (low, middle)
                froms.append(high.replace(microsecond=0))
                offsets.append(_offset(high, tz))
            at += self.step
        return froms, offsets

    def reaches(self, wall: datetime) -> datetime:
        """The first instant at which the clock shows that (naive) time, or a later one."""
        froms, offsets = self.offsets
        read = wall.replace(tzinfo=UTC)
        for at in range(max(0, bisect_right(froms, read - DAY) - 1), len(froms)):
            instant = max(froms[at], read - offsets[at])
            if at + 1 == len(froms) or instant < froms[at + 1]:
                return instant
        raise AssertionError("the last offset holds for ever")

    def has(self, day: date) -> bool:
        """Whether the clock ever shows that date."""
        midnight = self.reaches(datetime.combine(day, time(0)))
        return (midnight + self.offsets[1][bisect_right(self.offsets[0], midnight) - 1]).date() == day

    def spans(self) -> Iterator[tuple[date, date]]:
        """Days to look at: all of them, or those beside a change."""
        if WHOLE:
            yield (self.first + 2 * DAY).date(), (self.end - 2 * DAY).date()
            return
        for change in [self.first + 9 * DAY, *self.offsets[0][1:]]:
            if self.first + 2 * BESIDE < change < self.end - 2 * BESIDE:
                yield (change - BESIDE).date(), (change + BESIDE).date()


def _offset(at: datetime, tz: ZoneInfo) -> timedelta:
    offset = at.astimezone(tz).utcoffset()
    assert offset is not None
    return offset


def wall_of(zone: str, first: datetime = YEARS[0], end: datetime = YEARS[1]) -> Wall:
    return Wall(zone, first, end, HOUR if WHOLE else FEW_DAYS)


def days(first: date, last: date) -> list[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]


def fired(zone: str, at: Sequence[time], first: date, last: date) -> list[tuple[str, datetime]]:
    """What the scheduler would find on those days."""
    one = order(at=tuple(at), zone=zone)
    after = datetime.combine(first, time(0), UTC) - DAY
    found = slots_between(one, after, after + (len(days(first, last)) + 2) * DAY)
    return [(slot.local, slot.due) for slot in found if f"{first}" <= slot.local[:10] <= f"{last}"]


def unseen(wall: Wall, first: date, last: date) -> Iterator[str]:
    """What of those days is not as it ought to be, in words."""
    there = [day for day in days(first, last) if wall.has(day)]
    slots.slot_utc.cache_clear()
    instants: set[datetime] = set()
    for at in AWKWARD:
        ought = [(f"{day}T{at:%H:%M}", wall.reaches(datetime.combine(day, at))) for day in there]
        instants.update(due for _, due in ought)
        found = fired(wall.zone, [at], first, last)
        if found != ought:
            yield f"{wall.zone} {at:%H:%M} {first}–{last}: {sorted(set(found) ^ set(ought))[:3]}"
    if not WHOLE:
        dues = [due for _, due in fired(wall.zone, AWKWARD, first, last)]
        if dues != sorted(instants):
            yield f"{wall.zone} {first}–{last}: several times a day"


@pytest.mark.timeout(1200 if WHOLE else 120)
def test_every_zone_fires_once_per_local_day_for_ten_years_at_every_awkward_time() -> None:
    zones = distinct_zones()
    assert len(available_timezones()) > 590
    changes, wrong = 0, []
    for zone in zones.values():
        wall = wall_of(zone)
        changes += len(wall.offsets[0]) - 1
        for first, last in wall.spans():
            wrong.extend(unseen(wall, first, last))
    assert wrong == []
    assert changes > 2000


@pytest.mark.parametrize(
    ("zone", "year"),
    [("Pacific/Apia", 2011), ("Pacific/Fakaofo", 2011), ("Pacific/Kwajalein", 1993), ("Asia/Pyongyang", 2018),
     ("America/Caracas", 2007), ("Europe/Volgograd", 2020), ("Africa/Casablanca", 2026), ("America/Nuuk", 2023),
     ("Antarctica/Troll", 2026), ("Australia/Lord_Howe", 2026), ("Asia/Kathmandu", 1986)],
)  # fmt: skip
def test_years_in_which_a_zone_moved_in_an_odd_way(zone: str, year: int) -> None:
    wall = Wall(zone, datetime(year - 1, 12, 1, tzinfo=UTC), datetime(year + 1, 2, 1, tzinfo=UTC), HOUR)
    assert list(unseen(wall, date(year, 1, 1), date(year, 12, 31))) == []


def test_the_oracle_knows_that_apia_never_had_a_day() -> None:
    wall = Wall("Pacific/Apia", datetime(2011, 12, 1, tzinfo=UTC), datetime(2012, 2, 1, tzinfo=UTC), HOUR)
    assert [day.day for day in days(date(2011, 12, 28), date(2011, 12, 31)) if not wall.has(day)] == [30]


# --- leap days ---------------------------------------------------------------------------------------------------


def test_a_leap_day_is_a_day_like_others_and_no_other_year_has_one() -> None:
    after = datetime(2028, 2, 28, 12, tzinfo=UTC)
    assert [slot.local[5:10] for slot in slots_between(order(), after, after + 2 * DAY)] == ["02-29", "03-01"]
    tuesdays = order(weekdays=frozenset({2}))
    assert next_slot(tuesdays, datetime(2028, 2, 23, tzinfo=UTC)).local == "2028-02-29T10:00"
    off = order(off=(DatesOff.read("02-29"),))
    assert next_slot(off, after).local == "2028-03-01T10:00"
    ordinary = datetime(2027, 2, 28, 12, tzinfo=UTC)
    assert next_slot(off, ordinary).local == next_slot(order(), ordinary).local == "2027-03-01T10:00"


# --- a clock of the machine that is not to be trusted ------------------------------------------------------------


@pytest.fixture
async def town(tmp_path: Path, each_database: str) -> AsyncIterator[Town]:
    clock = FakeClock(CREATED)
    async with opened(fresh(tmp_path)) as store:
        town = Town(store, clock, FakeOutlet(clock))
        yield town
        for scheduler in town.schedulers:
            await scheduler.drain()


async def ticks(scheduler: Scheduler, clock: FakeClock, until: datetime, minutes: float = 30) -> None:
    while clock() < until:
        await scheduler.run_due_once(clock.move(minutes=minutes))


def tiled(windows: Sequence[str]) -> bool:
    return all(earlier.split("–")[1] == later.split("–")[0] for earlier, later in pairwise(windows))


@pytest.mark.parametrize("policy", list(CatchUp))
async def test_a_machine_asleep_for_three_days_tells_every_window_once(town: Town, policy: CatchUp) -> None:
    one = order(at=(time(8), time(18)), catch_up=policy, off=(DatesOff.read("03-03"),))
    scheduler = town.scheduler()
    await scheduler.mirror([one], CREATED)
    await ticks(scheduler, town.clock, CREATED + HOUR)
    await scheduler.run_due_once(town.clock.move(days=3))  # 4 March, 10:00
    await ticks(scheduler, town.clock, CREATED + 4 * DAY, minutes=60)
    windows = town.told()
    assert (windows[0][:8], windows[-1][9:]) == ("01 09:00", "05 08:00")
    assert tiled(windows)
    rows = await town.store.ledger.history("daily")
    assert [row.slot[8:] for row in rows] == [
        "01T18:00", "02T08:00", "02T18:00", "03T08:00", "03T18:00", "04T08:00", "04T18:00", "05T08:00",
    ]  # fmt: skip
    assert all(row.reason for row in rows if row.state is State.SKIPPED)


async def test_a_clock_set_back_an_hour_posts_nothing_again_and_loses_nothing(town: Town) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order(at=(time(10), time(10, 30)))], CREATED)
    await ticks(scheduler, town.clock, CREATED + timedelta(hours=1, minutes=40))
    assert town.told() == ["01 09:00–01 10:00", "01 10:00–01 10:30"]
    town.clock.move(hours=-1)
    restarted = town.scheduler()
    await restarted.mirror([order(at=(time(10), time(10, 30)))], town.clock())
    await ticks(restarted, town.clock, CREATED + DAY + 2 * HOUR)
    assert town.told() == [
        "01 09:00–01 10:00", "01 10:00–01 10:30", "01 10:30–02 10:00", "02 10:00–02 10:30",
    ]  # fmt: skip


async def test_a_clock_that_ran_ahead_a_day_and_is_set_right_posts_nothing_again(town: Town) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order()], CREATED)
    await scheduler.run_due_once(town.clock.move(days=1, hours=2))
    assert town.told() == ["01 09:00–02 10:00"]
    town.clock.move(days=-1)
    await ticks(scheduler, town.clock, CREATED + 3 * DAY, minutes=120)
    assert town.told() == ["01 09:00–02 10:00", "02 10:00–03 10:00"]


async def test_quiet_hours_on_a_clock_set_back_release_once(town: Town) -> None:
    scheduler = town.scheduler()
    await scheduler.mirror([order(at=time(6), quiet=QuietHours(time(22), time(7)))], CREATED)
    town.clock.now = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
    await ticks(scheduler, town.clock, datetime(2026, 3, 2, 7, 10, tzinfo=UTC))
    town.clock.move(hours=-1)
    await ticks(scheduler, town.clock, datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert town.told() == ["01 09:00–02 06:00"]


# --- new zone rules ----------------------------------------------------------------------------------------------


@pytest.fixture
def rules(tmp_path: Path) -> Iterator[Path]:
    """A folder of zone files that `ruled` writes, before the ones of the machine."""
    folder, before = tmp_path / "zones", zoneinfo.TZPATH
    (folder / "Test").mkdir(parents=True)
    zoneinfo.reset_tzpath([str(folder), *before])
    yield folder
    zoneinfo.reset_tzpath(before)
    _forget()


def ruled(folder: Path, like: str) -> None:
    """Test/Moved keeps the clock of another zone from now on: what an upgrade of tzdata and a restart do."""
    with files("tzdata.zoneinfo").joinpath(like).open("rb") as shipped, (folder / "Test" / "Moved").open("wb") as own:
        shutil.copyfileobj(shipped, own)
    _forget()


def _forget() -> None:
    ZoneInfo.clear_cache()
    slots.slot_utc.cache_clear()
    slots.date_exists.cache_clear()


LOOKS = [datetime(2026, 3, day, hour, 30, tzinfo=UTC) for day in (2, 3) for hour in range(3, 8)]
EAST, WEST = "Asia/Dhaka", "Asia/Karachi"
"""+06 and +05: ten o'clock is at 04:00 and at 05:00 UTC."""


@dataclass(frozen=True)
class Upgrade:
    """The rules before and after, when the new ones begin to be known, and whether Dateline ran until then."""

    before: str
    after: str
    at: str
    ran: bool
    windows: tuple[str, ...]


@pytest.mark.parametrize("origin", ["file", "chat"])
@pytest.mark.parametrize(
    "upgrade",
    [
        # the slot of 2 March stood at 04:00; by the new rules it comes once more, at 05:00
        Upgrade(EAST, WEST, "2026-03-02T04:30", True, ("01 09:00–02 04:00", "02 04:00–03 05:00")),
        # it has not been at 04:00 yet: it comes an hour later
        Upgrade(EAST, WEST, "2026-03-02T03:30", True, ("01 09:00–02 05:00", "02 05:00–03 05:00")),
        # it was to come at 05:00; by the new rules it was due half an hour ago
        Upgrade(WEST, EAST, "2026-03-02T04:30", True, ("01 09:00–02 04:00", "02 04:00–03 04:00")),
        # it stood at 05:00; by the new rules it is long past
        Upgrade(WEST, EAST, "2026-03-02T05:30", True, ("01 09:00–02 05:00", "02 05:00–03 04:00")),
        # missed while the machine was down, at 05:00 by the rules it knew, at 04:00 by those it wakes with
        Upgrade(WEST, EAST, "2026-03-02T06:30", False, ("01 09:00–02 04:00", "02 04:00–03 04:00")),
        Upgrade(EAST, WEST, "2026-03-02T06:30", False, ("01 09:00–02 05:00", "02 05:00–03 05:00")),
    ],
    ids=lambda one: f"{one.before}-{one.at[11:]}-{'ran' if one.ran else 'down'}",
)
async def test_new_zone_rules_post_each_local_day_once_in_both_directions(
    town: Town, rules: Path, upgrade: Upgrade, origin: str
) -> None:
    ruled(rules, upgrade.before)
    one = order(zone="Test/Moved", origin=origin)
    at = datetime.fromisoformat(upgrade.at).replace(tzinfo=UTC)
    scheduler = town.scheduler()
    if origin == "chat":
        await town.store.subscriptions.put([Standing(one, CREATED, next_slot(one, CREATED).due)])
    wanted = [one] if origin == "file" else []
    await scheduler.mirror(wanted, CREATED)
    for town.clock.now in [look for look in LOOKS if upgrade.ran and look <= at]:
        await scheduler.run_due_once(town.clock())
    town.clock.now = at
    ruled(rules, upgrade.after)
    restarted = town.scheduler()
    await restarted.mirror(wanted, town.clock())
    for town.clock.now in [look for look in LOOKS if look >= at]:
        await restarted.run_due_once(town.clock())
    assert tuple(town.told()) == upgrade.windows
    rows = await town.store.ledger.history("daily")
    assert [row.slot for row in rows] == ["2026-03-02T10:00", "2026-03-03T10:00"]
