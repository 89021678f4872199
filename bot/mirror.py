"""The subscriptions of dateline.toml against those in the database → what to change. Pure; `bot/schedule.py` acts.

The file rules its own ("set by file"): new ones begin now and never post old stock, changed ones keep their ledger
and window, those gone from it are paused. One that its platform had refused is tried again at its next slot: mend the
channel and restart. Subscriptions made in a chat are not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from adapters.contract import Subscription
from adapters.store.entries import PausedBy, Standing
from bot.slots import next_due, next_slot

FILE = "file"
GONE = "removed from dateline.toml"
_INSTANT = timedelta(microseconds=1)
_SHIFT = timedelta(hours=3)
"""How far new rules move a zone, at most; what they move further is told by the next digest."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What to write: subscriptions to put as they stand here, ids to resume first, ids the file may not have."""

    put: tuple[Standing, ...]
    resume: tuple[Standing, ...]
    taken: tuple[str, ...]


def reconcile(held: Sequence[Standing], wanted: Iterable[Subscription], now: datetime, start: datetime) -> Changes:
    """`start` is when a new one begins: now, or just after the archive last took in a record, whichever is later."""
    by_id = {standing.subscription.id: standing for standing in held}
    put: list[Standing] = []
    resume: list[Standing] = []
    taken: list[str] = []
    named: set[str] = set()
    for order in wanted:
        named.add(order.id)
        there = by_id.get(order.id)
        if there is None or _came_back(there):
            put.append(_begun(order, start))
        elif there.subscription.origin != FILE:
            taken.append(order.id)
        elif there.paused_by is PausedBy.OUTLET:
            resume.append(_changed(there, order, now, start, woken=True))
        else:
            put.append(_changed(there, order, now, start, woken=False))
    put.extend(_removed(standing) for standing in held if _is_gone(standing, named))
    return Changes(tuple(one for one in put if one != by_id.get(one.subscription.id)), tuple(resume), tuple(taken))


def _came_back(standing: Standing) -> bool:
    return standing.subscription.origin == FILE and standing.paused_by is PausedBy.FILE


def _is_gone(standing: Standing, named: set[str]) -> bool:
    order = standing.subscription
    return order.origin == FILE and order.id not in named and standing.paused_by is not PausedBy.FILE


def _begun(order: Subscription, start: datetime) -> Standing:
    order = replace(order, created=start, origin=FILE, paused=None)
    return Standing(order, start, next_slot(order, start).due, alerted=start)


def _removed(standing: Standing) -> Standing:
    return replace(standing, subscription=replace(standing.subscription, paused=GONE), paused_by=PausedBy.FILE)


def _changed(there: Standing, order: Subscription, now: datetime, start: datetime, *, woken: bool) -> Standing:
    """The order as the file has it now. A slot missed under the old times stays missed under the new ones; where the
    times are the old ones, only new zone rules move it (`rebased`)."""
    paused = None if woken else there.subscription.paused
    order = replace(order, created=there.subscription.created, origin=FILE, paused=paused)
    after = min(there.next_due - _INSTANT, now) if not woken else now
    keeps = not woken and _times(order) == _times(there.subscription)
    due = there.next_due if keeps else next_slot(order, after).due
    changed = there.following(order, start)
    return replace(changed, next_due=due, paused_by=None if woken else there.paused_by)


def _times(order: Subscription) -> tuple[object, ...]:
    """What decides when it is due."""
    return order.at, order.zone, order.weekdays, order.off


def rebased(held: Sequence[Standing], now: datetime) -> dict[str, datetime]:
    """Next slots that fall elsewhere than when they were computed: the zone rules were updated since. Id → instant.

    New rules may put a slot that has not been yet before now, or before the instant at which it was missed: it is
    looked for a little way back. One that has been and comes once more has its old name, and the ledger enters no name
    twice.
    """
    moved: dict[str, datetime] = {}
    for standing in held:
        order, due = standing.subscription, standing.next_due
        if order.paused is None and next_due(order, min(due - _INSTANT, now)) != due:
            moved[order.id] = next_due(order, max(order.created, min(due, now) - _SHIFT))
    return moved
