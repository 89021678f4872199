"""What waits though it is due: in quiet hours, and for a moment where very many are due at once. Pure.

Quiet hours hold whatever falls into them, slots caught up or recovered too, and whatever somebody orders by hand; it is
posted once they end, once. They are looked up anew at every tick and stand in no row: whoever changes them changes what
waits. What had begun shortly before is finished, so that no digest stands torn all night and a doubt is cleared up
while the platform still knows.

A crowd, more destinations due than are served side by side, begins spread: each at its own share of a span that grows
with the crowd. The share is a hash of the address, so a channel has its place among the others every day.
Slot, window and minute stay exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from adapters.contract import Address, Subscription
from adapters.hours import QuietHours
from adapters.store.entries import Delivery
from bot.slots import quiet_until

FINISHED = timedelta(minutes=10)
"""How long after it began a digest is finished though quiet hours have come."""
LONGEST_SPREAD = 40.0
"""Seconds, at most: with a look at the clock every 20 s, all begin within their minute."""
_STEP = 0.25
"""Seconds between two that begin apart."""


def spoken(span: timedelta) -> str:
    """A span as reasons tell it, in whole days where it is that, else in hours.

    >>> [spoken(timedelta(hours=hours)) for hours in (1, 24, 36, 72)]
    ['an hour', 'a day', '36 hours', '3 days']
    """
    hours = round(span.total_seconds() / 3600)
    count, one, several = (hours, "an hour", "hours") if hours % 24 else (hours // 24, "a day", "days")
    return one if count == 1 else f"{count} {several}"


def held_until(order: Subscription, instant: datetime) -> datetime | None:
    """When the quiet hours end into which a post of that instant would fall; None where it falls into none."""
    return _quiet(order.quiet, order.zone, instant)


def hour_held(order: Subscription, instant: datetime) -> str:
    """The same as the local time of day, like "07:00"; empty where nothing is held."""
    held = held_until(order, instant)
    return f"{held.astimezone(ZoneInfo(order.zone)):%H:%M}" if held else ""


def why_held(order: Subscription, instant: datetime) -> str:
    """Why a slot due then is not delivered at once; empty if it is."""
    until = held_until(order, instant)
    return f"held by quiet hours until {until.astimezone(ZoneInfo(order.zone)):%Y-%m-%dT%H:%M}" if until else ""


def posted_at(order: Subscription, due: datetime) -> datetime:
    """When a slot is posted that is due then."""
    return held_until(order, due) or due


def holds(quiet: QuietHours | None, zone: str, rows: Iterable[Delivery], now: datetime) -> bool:
    """Whether quiet hours hold the open rows of one slot now."""
    if _quiet(quiet, zone, now) is None:
        return False
    begun = [at for row in rows if (at := _begun(row)) is not None]
    return not begun or now - max(begun) > FINISHED


def _begun(row: Delivery) -> datetime | None:
    """When the digest of this row began to be posted; None while nothing of it can stand anywhere."""
    if row.doubt is not None:
        return row.doubt
    return row.entered if row.part or row.group else None


def _quiet(quiet: QuietHours | None, zone: str, now: datetime) -> datetime | None:
    try:
        return quiet_until(quiet, zone, now)
    except (ZoneInfoNotFoundError, ValueError):  # planning its next slot pauses it, and says why
        return None


def spread(address: Address, crowd: int, lanes: int, rate: float) -> float:
    """Seconds after the look at the clock that found them due, at which one of so many destinations begins: none where
    all are served at once anyway. On average `rate` begin in a second, more where they are too many for a minute."""
    if crowd <= lanes:
        return 0.0
    share = int.from_bytes(sha256(f"{address.platform}/{address.place}".encode()).digest()[:8]) / 2**64
    return share * min(LONGEST_SPREAD, crowd / rate) // _STEP * _STEP
