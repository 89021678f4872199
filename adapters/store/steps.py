"""The statements of a delivery, built once: what is built anew for each post costs several times what running it does.

Values are given when they run. One that is named as a column sets it; `row` is the delivery's id, `of` and `at` are its
subscription and slot, `now` and `told` instants, `young` the name of a slot. What they mean is said where they are run,
in `ledger.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    LABEL_STYLE_TABLENAME_PLUS_COL,
    ColumnElement,
    Executable,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    literal_column,
    select,
    update,
)

from adapters.store.entries import OPEN, Kind, State
from adapters.store.tables import Instant, deliveries, subscriptions

ORDER = (
    deliveries.c.due,
    deliveries.c.slot,
    deliveries.c.subscription,
    deliveries.c.attempt_group,
    deliveries.c.part,
)
"""In which rows of one place are posted."""
WITHOUT_TEXT = tuple(column for column in deliveries.c if column.name not in ("document", "text"))


def among(column: ColumnElement[Any], states: tuple[State, ...]) -> ColumnElement[bool]:
    """Whether it is one of them. They are words of the statement: a list of values would be put in anew each time."""
    return column.in_([literal_column(f"'{state}'") for state in states])


def wants_work() -> ColumnElement[bool]:
    """Of deliveries that have not ended."""
    return among(deliveries.c.state, OPEN)


_ROW = deliveries.c.id == bindparam("row")
_SLOT = and_(deliveries.c.subscription == bindparam("of"), deliveries.c.slot == bindparam("at"))
_GROUP = deliveries.c.attempt_group == bindparam("group")
_COVERED = select(subscriptions.c.covered).where(subscriptions.c.id == deliveries.c.subscription).scalar_subquery()
_LATER = and_(deliveries.c.kind == Kind.ALERT, deliveries.c.since > _COVERED)
_ALERTED = (
    select(subscriptions.c.alerted > deliveries.c.since)
    .where(subscriptions.c.id == deliveries.c.subscription)
    .correlate(deliveries)
    .scalar_subquery()
    .label("alerted")
)
"""Whether alerts have looked beyond where a window begins: else none of them can have told anything in it."""
_SINCE = case((_LATER, deliveries.c.since), else_=_COVERED)
_OPEN_FOR = timedelta(days=4)
"""How old a slot is, at most, of which it is open what became of it: a slot is given up a day after it was entered."""


def young(now: datetime) -> str:
    """A name before those of slots of which it may be open what became of them."""
    return f"{now - _OPEN_FOR:%Y-%m-%d}"


def _composed_beside() -> ColumnElement[bool]:
    """Whether another slot of the same subscription, `young`, stands composed and unsettled. (`coalesce`: the rows of
    one subscription are few, those that wait may be a crowd.)"""
    other = deliveries.alias()
    return exists(
        select(other.c.id).where(
            other.c.subscription == deliveries.c.subscription,
            other.c.slot >= bindparam("young"),
            other.c.slot != deliveries.c.slot,
            among(func.coalesce(other.c.state, ""), OPEN),
            other.c.document.is_not(None),
        )
    )


TAKEN_UP = (
    select(subscriptions, deliveries)
    .select_from(subscriptions.outerjoin(deliveries, _SLOT & (deliveries.c.subscription == subscriptions.c.id)))
    .where(subscriptions.c.id == bindparam("of"), subscriptions.c.removed.is_(None))
    .order_by(deliveries.c.attempt_group, deliveries.c.part)
    .set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
)
OF_SLOT = select(deliveries).where(_SLOT).order_by(*ORDER)
OPEN_OF_SLOT = OF_SLOT.where(wants_work())
FURTHER = insert(deliveries)
SETTLE = update(deliveries).where(_ROW, wants_work())
DROP_REST = update(deliveries).where(_SLOT, _GROUP, wants_work())
COVER = (
    update(subscriptions)
    .where(subscriptions.c.id == bindparam("of"), subscriptions.c.covered < bindparam("told", type_=Instant))
    .values(covered=bindparam("told", type_=Instant))
)
PUBLISHED = update(deliveries).where(_ROW).values(owed=None)


@dataclass(frozen=True, slots=True)
class Steps:
    """Those that hold only while the lane is ours."""

    claim: Executable
    render: Executable
    replace: Executable
    sending: Executable
    put_back: Executable
    let_go: Executable


@lru_cache(maxsize=2)
def steps(mine: ColumnElement[bool]) -> Steps:
    """For a ledger whose lanes say `mine` so; on files all say the same."""
    ours = update(deliveries).where(_ROW, wants_work(), mine)
    doubt = func.coalesce(deliveries.c.doubt, bindparam("now", type_=Instant))
    claimable = among(deliveries.c.state, (State.DUE, State.CLAIMED))
    return Steps(
        claim=update(deliveries)
        .where(_ROW, claimable, mine, ~_composed_beside())
        .values(state=State.CLAIMED, since=_SINCE)
        .returning(deliveries.c.since, _ALERTED),
        render=update(deliveries).where(_ROW, mine).returning(*WITHOUT_TEXT),
        replace=DROP_REST.where(mine),
        sending=ours.values(state=State.SENDING, tries=deliveries.c.tries + 1, doubt=doubt),
        put_back=ours,
        let_go=update(deliveries)
        .where(_SLOT, among(deliveries.c.state, (State.CLAIMED,)), mine)
        .values(state=State.DUE),
    )
