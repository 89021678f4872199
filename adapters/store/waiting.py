"""What waits in the ledger, as queries: all of it, and what of it can go next.

Which can go is counted in the database: a hundred thousand rows, read to be looked at, would hold up the event loop for
seconds. Quiet hours are not known here (they need a zone), so that rows they may hold are always given.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, case, func, or_, select

from adapters.store.steps import ORDER, WITHOUT_TEXT, wants_work
from adapters.store.tables import Instant, deliveries, subscriptions

_GOING = tuple(
    deliveries.c[name]
    for name in ("id", "subscription", "slot", "due", "part", "attempt_group", "state", "entered", "retry_at", "doubt")
)
"""What tells whether it goes now, and when: thousands are read at each look."""
_WHERE = tuple(subscriptions.c[name] for name in ("platform", "place", "server", "zone", "quiet"))


@cache
def everything() -> Select[Any]:
    """Rows that want work, and posts still to be published, of running subscriptions."""
    return _of_running(*WITHOUT_TEXT, *_WHERE).order_by(*ORDER)


@cache
def next_ones() -> Select[Any]:
    """Of everything what does not rest at `now` or stand behind one that does, `most` rows of each platform: in order
    within each place, the first of each server before the second of any. Both are given when it runs."""
    place = (subscriptions.c.platform, subscriptions.c.place)
    rests = case((deliveries.c.retry_at > bindparam("now", type_=Instant), 1), else_=0)
    waiting = _of_running(
        deliveries.c.id,
        subscriptions.c.platform,
        (subscriptions.c.quiet != "").label("quiets"),
        func.max(rests).over(partition_by=place, order_by=ORDER).label("held"),
        func.max(subscriptions.c.server).over(partition_by=place).label("of"),
        func.row_number().over(order_by=ORDER).label("at"),
    ).subquery()
    turn = func.row_number().over(partition_by=(waiting.c.platform, waiting.c.of), order_by=waiting.c.at)
    ranked = select(waiting, turn.label("turn")).where(or_(waiting.c.held == 0, waiting.c.quiets)).subquery()
    order = (ranked.c.turn, ranked.c.at)
    nth = func.row_number().over(partition_by=(ranked.c.platform, ranked.c.quiets), order_by=order)
    counted = select(ranked, nth.label("nth")).subquery()
    return (
        select(*_GOING, *_WHERE)
        .join(subscriptions, subscriptions.c.id == deliveries.c.subscription)
        .join(counted, counted.c.id == deliveries.c.id)
        .where(or_(counted.c.nth <= bindparam("most"), counted.c.quiets))
        .order_by(counted.c.turn, counted.c.at)
    )


def _of_running(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .join(subscriptions, subscriptions.c.id == deliveries.c.subscription)
        .where(
            or_(wants_work(), deliveries.c.owed.is_not(None)),
            subscriptions.c.paused.is_(None),
            subscriptions.c.removed.is_(None),
        )
    )
