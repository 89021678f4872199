"""Slot arithmetic: which instants a subscription is due at, and when it must wait. Pure; the clock is the caller's.

A slot is (subscription, local date, HH:MM), for each of its times of day. A time inside a clock gap fires at the first
instant after the gap; a time that happens twice fires at its first occurrence; a date that a zone never had
(Pacific/Apia, 2011-12-30) has no slot, and neither has a date off. So every other local date has exactly one slot for
each time; two times that a gap makes one instant are one slot, the earlier. Windows tile whatever is left out: the next
slot tells from where the last one ended. `bot/schedule.py` turns due slots into rows of the ledger.

An alert is due when there is something to tell, and its slot is named by that instant (`alert_slot`).

Quiet hours move no slot: its name, instant and window stay, and only its posting waits (`quiet_until`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from adapters.contract import Subscription
from adapters.hours import QuietHours

_DAY = timedelta(days=1)
_HORIZON = 2 * 366
"""Days searched for the next slot: dates off may be a long vacation, or every Monday of a year by its date."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One due moment. `local` ("2026-03-08T02:30") is its name in the ledger, `due` the aware UTC instant."""

    subscription: str
    local: str
    due: datetime


_ALERT = "%Y-%m-%dT%H:%M:%SZ"


def alert_slot(at: datetime) -> str:
    """The name of an alert's slot in the ledger: its instant, in UTC to the second.

    >>> alert_slot(datetime(2026, 11, 29, 14, 32, 7, tzinfo=UTC))
    '2026-11-29T14:32:07Z'
    """
    return f"{at.astimezone(UTC):{_ALERT}}"


def local_slot(name: str, zone: str) -> tuple[str, bool]:
    """A slot by the clock of its subscription, with seconds where its name has them; and whether it is an alert's. By
    UTC where the system does not know the zone any more.

    >>> local_slot("2026-11-29T08:00", "Asia/Phnom_Penh")
    ('2026-11-29 08:00', False)
    >>> local_slot("2026-11-29T14:32:07Z", "Asia/Phnom_Penh")
    ('2026-11-29 21:32:07', True)
    """
    if not name.endswith("Z"):
        return name.replace("T", " "), False
    at = datetime.strptime(name, _ALERT).replace(tzinfo=UTC)
    with suppress(ZoneInfoNotFoundError):
        at = at.astimezone(ZoneInfo(zone))
    return f"{at:%Y-%m-%d %H:%M:%S}", True


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


def slots_on(subscription: Subscription, day: date) -> tuple[Slot, ...]:
    """The subscription's slots of that local date; none on other weekdays, dates off and dates that do not exist."""
    return () if is_off(subscription, day) else _slots(subscription, day)


def is_off(subscription: Subscription, day: date) -> bool:
    """Whether it is one of the subscription's dates off."""
    return any(dates.holds(day) for dates in subscription.off)


def _slots(subscription: Subscription, day: date) -> tuple[Slot, ...]:
    zone = subscription.zone
    if day.isoweekday() not in subscription.weekdays or not date_exists(day, zone):
        return ()
    named = ((f"{day.isoformat()}T{at.isoformat('minutes')}", slot_utc(day, at, zone)) for at in subscription.at)
    return tuple(Slot(subscription.id, local, due) for local, due in named)


def next_slot(subscription: Subscription, after: datetime) -> Slot:
    """The first slot strictly after an aware instant. Raises ValueError without days, ZoneInfoNotFoundError."""
    day = after.astimezone(ZoneInfo(subscription.zone)).date() - _DAY
    for _ in range(_HORIZON):
        for slot in slots_on(subscription, day):
            if slot.due > after:
                return slot
        day += _DAY
    mend = "its dates off leave none" if subscription.weekdays else "give it at least one"
    raise ValueError(f"subscription {subscription.id} has no day to post on within two years: {mend}")


def leaves_a_day(subscription: Subscription, now: datetime) -> bool:
    """Whether its weekdays and dates off leave a day to post on, within two years."""
    try:
        return next_slot(subscription, now) is not None
    except ValueError:
        return False


def next_due(subscription: Subscription, now: datetime) -> datetime:
    """When it is due next; now, where no slot can be told any more: planning pauses it and says why."""
    try:
        return next_slot(subscription, now).due
    except (ZoneInfoNotFoundError, ValueError):
        return now


def slots_between(subscription: Subscription, after: datetime, until: datetime) -> Iterator[Slot]:
    """Every slot in `(after, until]`, oldest first."""
    tz = ZoneInfo(subscription.zone)
    day, last_day = after.astimezone(tz).date() - _DAY, until.astimezone(tz).date() + _DAY
    last = after
    while day <= last_day:
        for slot in slots_on(subscription, day):
            if last < slot.due <= until:
                yield slot
                last = slot.due
        day += _DAY


def off_before(subscription: Subscription, slot: Slot) -> tuple[Slot, ...]:
    """The slots that dates off took away since the slot before this one, oldest first; none from before it was made."""
    found: list[Slot] = []
    day = date.fromisoformat(slot.local[:10])
    for _ in range(_HORIZON if subscription.off else 0):
        for one in reversed(_slots(subscription, day)):
            if one.due <= subscription.created or (one.due < slot.due and not is_off(subscription, day)):
                return tuple(reversed(found))
            if one.due < slot.due:
                found.append(one)
        day -= _DAY
    return tuple(reversed(found))


def quiet_until(quiet: QuietHours | None, zone: str, now: datetime) -> datetime | None:
    """When the quiet hours end in which an aware instant lies; None where it lies in none.

    They run from an instant to an instant: what a clock change takes from them or adds to them, nights have less or
    more, and each night is one.
    """
    if quiet is None:
        return None
    today = now.astimezone(ZoneInfo(zone)).date()
    for day in (today - _DAY, today):
        end = slot_utc(day if quiet.start < quiet.end else day + _DAY, quiet.end, zone)
        if slot_utc(day, quiet.start, zone) <= now < end:
            return end
    return None
