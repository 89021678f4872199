"""Slot arithmetic: which instants a subscription is due at. Pure; the clock is the caller's.

A slot is (subscription, local date, HH:MM). A time inside a clock gap fires at the first instant after the gap;
a time that happens twice fires at its first occurrence; a date that a zone never had (Pacific/Apia, 2011-12-30) has no
slot. So every local date that exists has exactly one slot. `bot/schedule.py` turns due slots into rows of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from adapters.contract import Subscription

_DAY = timedelta(days=1)
_HORIZON = 40
"""Days searched for the next slot: a week covers every weekday set, the rest is room for vanished dates."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One due moment. `local` ("2026-03-08T02:30") is its name in the ledger, `due` the aware UTC instant."""

    subscription: str
    local: str
    due: datetime


@lru_cache(maxsize=1 << 16)
def slot_utc(day: date, at: time, zone: str) -> datetime:
    """The UTC instant of a local wall-clock time, second-exact in gaps. Memoised: channels share days, times and zones.

    >>> slot_utc(date(2026, 3, 8), time(2, 30), "America/New_York").isoformat()  # 02:30 does not exist that day
    '2026-03-08T07:00:00+00:00'
    """
    tz = ZoneInfo(zone)
    naive = datetime.combine(day, at)
    first = naive.replace(tzinfo=tz).astimezone(UTC)
    if first.astimezone(tz).replace(tzinfo=None, fold=0) == naive:
        return first
    return _end_of_gap(first, naive.replace(tzinfo=tz, fold=1).astimezone(UTC), tz)


def _end_of_gap(one: datetime, other: datetime, tz: ZoneInfo) -> datetime:
    """The first instant after the clock change that lies between the two readings of a time inside its gap."""
    low, high = min(one, other), max(one, other)
    offset = low.astimezone(tz).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(tz).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)


@lru_cache(maxsize=1 << 12)
def date_exists(day: date, zone: str) -> bool:
    """Whether the zone ever had that local date."""
    return slot_utc(day, time(0), zone).astimezone(ZoneInfo(zone)).date() == day


def slot_on(subscription: Subscription, day: date) -> Slot | None:
    """The subscription's slot of that local date; None on other weekdays and on dates that do not exist."""
    if day.isoweekday() not in subscription.weekdays or not date_exists(day, subscription.zone):
        return None
    local = f"{day.isoformat()}T{subscription.at:%H:%M}"
    return Slot(subscription.id, local, slot_utc(day, subscription.at, subscription.zone))


def next_slot(subscription: Subscription, after: datetime) -> Slot:
    """The first slot strictly after an aware instant. Raises ValueError without weekdays, ZoneInfoNotFoundError."""
    day = after.astimezone(ZoneInfo(subscription.zone)).date() - _DAY
    for _ in range(_HORIZON):
        slot = slot_on(subscription, day)
        if slot is not None and slot.due > after:
            return slot
        day += _DAY
    raise ValueError(f"subscription {subscription.id} has no weekday to post on: give it at least one")


def slots_between(subscription: Subscription, after: datetime, until: datetime) -> Iterator[Slot]:
    """Every slot in `(after, until]`, oldest first."""
    slot = next_slot(subscription, after)
    while slot.due <= until:
        yield slot
        slot = next_slot(subscription, slot.due)
