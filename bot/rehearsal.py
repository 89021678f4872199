"""What a subscription would post in the next seven days, from what is known now. It posts and writes nothing.

The next digest is composed and cut by the very functions that the schedule uses, so that its messages are those that
are posted if nothing comes in meanwhile. Of the later ones only what an embargo's end brings is known. How that is told
is in `bot/office/rehearsing.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from adapters.contract import CatchUp, Subscription
from adapters.store.entries import OPEN, Delivery, Kind, Standing, State
from bot.composing import Compose, Cutter, messages
from bot.slots import Slot, is_off, slots_between
from bot.waiting import hour_held
from briefs.briefing import Briefing, Ending
from briefs.document import Document
from briefs.selections import Selection

DAYS = timedelta(days=7)
"""How far ahead is rehearsed."""

Select: TypeAlias = Callable[[Subscription, datetime, datetime, Collection[str]], Selection]
"""(subscription, since, until, records that alerts told) → why each record of that window is in its digest or left
out."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One slot: `local` is the clock on the wall there, aware. `gap`: the time ordered does not exist that day; `fold`:
    it comes twice, and this is the first. `held`: the local time until which quiet hours hold it ("07:00")."""

    slot: Slot
    local: datetime
    gap: bool = False
    fold: bool = False
    held: str = ""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The coming slots of one subscription, the digest of the first with its messages, and why what is in it. `off` are
    dates off among these days; `waiting` are slots that are still to be posted before; `later` says of the further
    slots how many records they would tell, where that is known."""

    standing: Standing
    moments: tuple[Moment, ...]
    off: tuple[date, ...] = ()
    waiting: tuple[str, ...] = ()
    briefing: Briefing | None = None
    messages: Sequence[Document] = ()
    selection: Selection = field(default_factory=Selection)
    later: tuple[tuple[Moment, int], ...] = ()


def rehearse(
    standing: Standing, rows: Sequence[Delivery], now: datetime, compose: Compose, select: Select, outlet: Cutter | None
) -> Rehearsal:
    """`rows` are those of the ledger, `outlet` cuts for the place; without one the digest counts as one message."""
    order = standing.subscription
    ahead = tuple(moment(order, slot) for slot in _slots(order, now, now + DAYS))
    digests = [row for row in rows if row.kind is Kind.DIGEST]
    still = {row.slot: row.due for row in digests if row.state in OPEN} | _overdue(standing, now)
    alerts = [row.slot for row in rows if row.state in OPEN and row.kind is Kind.ALERT]
    waiting = tuple(dict.fromkeys((*alerts, *still)))
    if not ahead:
        return Rehearsal(standing, (), dates_off(order, now), waiting)
    first, *others = ahead
    since = min(max([standing.covered, *still.values()]), first.slot.due)
    alerted = told_at_once(rows, since)
    briefing = compose(order, since, first.slot.due, alerted)
    withheld = briefing.ending is Ending.WITHHELD
    parts = () if withheld else messages(briefing, order, outlet or _Whole())
    later, begun = [], first.slot.due
    for one in others:
        chosen = select(order, begun, one.slot.due, ()).chosen
        later += [(one, len(chosen))] if chosen else []
        begun = one.slot.due
    selection = select(order, since, first.slot.due, alerted)
    return Rehearsal(standing, ahead, dates_off(order, now), waiting, briefing, parts, selection, tuple(later))


def told_at_once(rows: Sequence[Delivery], since: datetime) -> frozenset[str]:
    """The records that alerts told, of those whose window ends after `since`, by the rows of one subscription: those
    of which something stands, or may stand, in the channel (`adapters.store.alerting.told_by_alerts`)."""
    begun = {row.slot for row in rows if row.state in (State.SENT, State.UNKNOWN)}
    alerts = (row for row in rows if row.kind is Kind.ALERT and row.slot in begun and row.due > since)
    return frozenset(record for row in alerts for record in row.news)


def _overdue(standing: Standing, now: datetime) -> dict[str, datetime]:
    """The slot that the schedule has still to enter, where it did not look at the clock since: the last one."""
    order = standing.subscription
    if order.paused is not None or order.catch_up is CatchUp.SKIP or standing.next_due > now:
        return {}
    slots = _slots(order, standing.next_due - timedelta(microseconds=1), now)
    return {slot.local: slot.due for slot in slots[-1:]}


def _slots(order: Subscription, after: datetime, until: datetime) -> list[Slot]:
    """Every slot in `(after, until]`; none where none can be told any more, and planning will say why."""
    found: list[Slot] = []
    try:
        found.extend(slots_between(order, after, until))
    except (ZoneInfoNotFoundError, ValueError):
        return found
    return found


def moment(order: Subscription, slot: Slot) -> Moment:
    """The slot on the clock of its zone, and what is odd about its time that day."""
    local = slot.due.astimezone(ZoneInfo(order.zone))
    ordered = time.fromisoformat(slot.local.partition("T")[2])
    gap = (local.hour, local.minute) != (ordered.hour, ordered.minute)
    twice = local.replace(fold=1).utcoffset() != local.replace(fold=0).utcoffset()
    return Moment(slot, local, gap, twice and not gap and local.fold == 0, hour_held(order, slot.due))


def dates_off(order: Subscription, now: datetime) -> tuple[date, ...]:
    """Local dates of the days to come on which it would post, were they not off."""
    if not order.off:
        return ()
    today = now.astimezone(ZoneInfo(order.zone)).date()
    days = (today + timedelta(days=n) for n in range(DAYS.days + 1))
    return tuple(day for day in days if day.isoweekday() in order.weekdays and is_off(order, day))


class _Whole:
    """Cuts nothing."""

    platform = "paper"

    def parts(self, document: Document) -> Sequence[Document]:
        return (document,)

    def threads(self, address: object) -> bool:  # noqa: ARG002
        return False
