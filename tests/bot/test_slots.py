"""Slot arithmetic against every zone of tzdata, and against the awkward dates by name."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.contract import Address, Subscription
from bot.slots import alert_slot, date_exists, local_slot, next_slot, slot_utc, slots_between, slots_on

AWKWARD = (time(0, 0), time(0, 30), time(1, 30), time(2, 30), time(23, 30))
START = date(2026, 1, 1)
DAYS = [START + timedelta(days=n) for n in range(732)]


def order(at: time | tuple[time, ...], zone: str, weekdays: frozenset[int] = frozenset(range(1, 8))) -> Subscription:
    return Subscription(
        "s",
        Address("console", "1"),
        at if isinstance(at, tuple) else (at,),
        zone,
        datetime(2020, 1, 1, tzinfo=UTC),
        weekdays,
    )


def distinct_zones() -> dict[bytes, str]:
    """One name for each distinct compiled zone: names with the same bytes are the same clock."""
    zones: dict[bytes, str] = {}
    for name in sorted(available_timezones()):
        resource = files("tzdata.zoneinfo").joinpath(name)
        zones.setdefault(resource.read_bytes() if resource.is_file() else name.encode(), name)
    return zones


def test_a_fourth_of_all_zones_fires_once_per_local_date_for_two_years() -> None:
    names = available_timezones()
    assert len(names) > 590
    zones = distinct_zones()
    assert len(zones) > 300
    gaps = 0
    naive = {at: [datetime.combine(day, at) for day in DAYS] for at in AWKWARD}
    low, high = timedelta(hours=22), timedelta(hours=26)
    for zone in list(zones.values())[::4]:  # all of them, near their changes: test_time_suite.py
        tz = ZoneInfo(zone)
        for at in AWKWARD:
            due = [slot_utc.__wrapped__(day, at, zone) for day in DAYS]
            assert all(low <= later - earlier <= high for earlier, later in pairwise(due)), (zone, at)
            for meant, instant in zip(naive[at], due, strict=True):
                wall = instant.astimezone(tz).replace(tzinfo=None, fold=0)
                if wall != meant:  # a gap; Nuuk's swallows the last hour of a Saturday
                    assert timedelta(0) < wall - meant <= timedelta(hours=2), (zone, meant)
                    gaps += 1
    assert gaps > 10


@pytest.mark.parametrize(
    ("zone", "day", "at", "instant"),
    [
        ("Africa/Cairo", date(2026, 4, 24), time(0, 0), "2026-04-23T22:00:00+00:00"),
        ("Africa/Cairo", date(2026, 4, 24), time(0, 30), "2026-04-23T22:00:00+00:00"),
        ("America/Santiago", date(2026, 9, 6), time(0, 0), "2026-09-06T04:00:00+00:00"),
        ("Asia/Beirut", date(2026, 3, 29), time(0, 0), "2026-03-28T22:00:00+00:00"),
        ("America/New_York", date(2026, 3, 8), time(2, 30), "2026-03-08T07:00:00+00:00"),
        ("Europe/London", date(2026, 3, 29), time(1, 30), "2026-03-29T01:00:00+00:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03T15:30:00+00:00"),
    ],
)
def test_a_time_inside_a_gap_fires_at_the_first_instant_after_it(zone: str, day: date, at: time, instant: str) -> None:
    assert slot_utc(day, at, zone).isoformat() == instant


@pytest.mark.parametrize(
    ("zone", "day", "at", "instant"),
    [
        ("America/New_York", date(2026, 11, 1), time(1, 30), "2026-11-01T05:30:00+00:00"),
        ("America/New_York", date(2026, 11, 1), time(1, 0), "2026-11-01T05:00:00+00:00"),
        ("Africa/Cairo", date(2026, 10, 29), time(23, 30), "2026-10-29T20:30:00+00:00"),
        ("Asia/Phnom_Penh", date(2026, 10, 29), time(8, 0), "2026-10-29T01:00:00+00:00"),
    ],
)
def test_a_time_that_happens_twice_fires_at_its_first_occurrence(zone: str, day: date, at: time, instant: str) -> None:
    assert slot_utc(day, at, zone).isoformat() == instant


def test_the_date_apia_never_had_has_no_slot() -> None:
    subscription = order(time(8, 0), "Pacific/Apia")
    assert not date_exists(date(2011, 12, 30), "Pacific/Apia")
    assert slots_on(subscription, date(2011, 12, 30)) == ()
    after = slot_utc(date(2011, 12, 28), time(8, 0), "Pacific/Apia")
    until = datetime(2012, 1, 1, 12, tzinfo=UTC)
    slots = list(slots_between(subscription, after, until))
    assert [slot.local for slot in slots] == ["2011-12-29T08:00", "2011-12-31T08:00", "2012-01-01T08:00"]
    assert {later.due - earlier.due for earlier, later in pairwise(slots)} == {timedelta(days=1)}


def test_midnight_after_a_vanished_date_fires_once() -> None:
    subscription = order(time(0, 0), "Pacific/Apia")
    after = datetime(2011, 12, 29, 0, tzinfo=UTC)
    slots = list(slots_between(subscription, after, after + timedelta(days=3)))
    assert len({slot.due for slot in slots}) == len(slots)
    assert "2011-12-30T00:00" not in {slot.local for slot in slots}


def test_weekday_sets_are_local_weekdays() -> None:
    subscription = order(time(7, 0), "Pacific/Auckland", frozenset({1}))
    slot = next_slot(subscription, datetime(2026, 6, 1, tzinfo=UTC))
    assert slot.local == "2026-06-08T07:00"
    assert slot.due.isoweekday() == 7


def test_a_subscription_without_weekdays_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="at least one"):
        next_slot(order(time(7, 0), "UTC", frozenset()), datetime(2026, 6, 1, tzinfo=UTC))


instants = st.integers(631152000, 2208988800).map(lambda second: datetime.fromtimestamp(second, UTC))
orders = st.builds(
    order,
    st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None)),
    st.sampled_from(sorted(available_timezones())),
    st.frozensets(st.integers(1, 7), min_size=1),
)


@settings(max_examples=200, deadline=None)
@given(orders, instants)
def test_the_next_slot_is_later_and_nothing_lies_between(subscription: Subscription, after: datetime) -> None:
    slot = next_slot(subscription, after)
    assert slot.due > after
    assert list(slots_between(subscription, after, slot.due)) == [slot]
    assert next_slot(subscription, slot.due - timedelta(microseconds=1)) == slot


@settings(max_examples=100, deadline=None)
@given(orders, instants, st.integers(0, 90), st.integers(0, 90))
def test_two_spans_side_by_side_hold_the_slots_of_the_whole(
    subscription: Subscription, after: datetime, first: int, second: int
) -> None:
    middle, end = after + timedelta(days=first), after + timedelta(days=first + second)
    whole = list(slots_between(subscription, after, end))
    assert whole == [*slots_between(subscription, after, middle), *slots_between(subscription, middle, end)]
    assert len({slot.local for slot in whole}) == len(whole)


@settings(max_examples=100, deadline=None)
@given(instants, st.sampled_from(sorted(available_timezones())))
def test_an_alert_is_named_by_its_instant_and_read_by_the_clock_of_its_zone(at: datetime, zone: str) -> None:
    name = alert_slot(at)
    assert len(name) == 20, "the column holds no more"
    assert local_slot(name, zone) == (f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}", True)
    assert local_slot(name, "Europe/Atlantis") == (f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}", True)


def test_a_digest_is_read_by_its_own_name() -> None:
    assert local_slot("2026-03-08T02:30", "America/New_York") == ("2026-03-08 02:30", False)
