"""How far alerts have looked, the slots that they enter, and what they have told.

An alert is entered in the very step in which `alerted` of its subscription moves on, and only from where it was when
somebody looked: of two replicas one enters it, and none once a digest of that instant is entered. One that is held by
quiet hours takes up the one that was held before it, so that a night ends with one alert. It decides nothing: what is
news is found in `bot/alerting.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, exists, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from adapters.contract import Alerts
from adapters.store.database import Database
from adapters.store.entries import OPEN, Kind, Looked, Standing, State
from adapters.store.rows import TOLD, new_row
from adapters.store.steps import among
from adapters.store.subscriptions import standing_of
from adapters.store.tables import Instant, deliveries, subscriptions

_RUNNING = (
    subscriptions.c.alerts != Alerts.OFF.value,
    subscriptions.c.paused.is_(None),
    subscriptions.c.removed.is_(None),
)

TAKEN_UP = "what it had to tell is told by the alert after it, which waits for the end of the same quiet hours"
"""Why an alert is passed over in whose place another came."""


class Alerting:
    """The tables as alerts see them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def behind(self, newest: datetime, after: str, most: int) -> tuple[Standing, ...]:
        """Running subscriptions with alerts that have not looked as far as `newest`, by id from the one after `after`;
        `most` of them."""
        query = (
            select(subscriptions)
            .where(*_RUNNING, subscriptions.c.alerted <= newest, subscriptions.c.id > after)
            .order_by(subscriptions.c.id)
            .limit(most)
        )
        return tuple(standing_of(row) for row in await self._database.rows(query))

    async def enter(self, looked: Sequence[Looked], now: datetime) -> int:
        """Note how far each has looked and enter what it found, all in one step; those that somebody else moved
        meanwhile, or paused, stay as they are. A slot with a reason to wait begins where one begins that waits already
        and of which nothing is composed, in whose place it comes: unless a digest waits as well, which tells what came
        before it, or some time was not looked at. That one is passed over, not taken away: a row's id may be given
        again. Gives how many were moved."""
        ids = [one.subscription for one in looked]
        async with self._database.write() as connection:
            query = select(subscriptions.c.id, subscriptions.c.alerted).where(*_RUNNING, subscriptions.c.id.in_(ids))
            stands = {row.id: row.alerted for row in (await connection.execute(query)).all()}
            mine = [one for one in looked if stands.get(one.subscription) == one.was]
            held = [one.subscription for one in mine if one.slot and one.slot.reason and one.slot.since == one.was]
            before = (await connection.execute(_taken_up(held, now))).all() if held else []
            taken = {row.subscription: {"since": row.since, "entered": row.entered} for row in before}
            rows = [new_row(one.slot, now) | taken.get(one.subscription, {}) for one in mine if one.slot is not None]
            if rows:
                await connection.execute(self._database.insert(deliveries).on_conflict_do_nothing(), rows)
            if mine:
                await connection.execute(
                    update(subscriptions)
                    .where(subscriptions.c.id == bindparam("which"))
                    .values(alerted=bindparam("instant")),
                    [{"which": one.subscription, "instant": one.until} for one in mine],
                )
        return len(mine)


async def told_by_alerts(database: Database, subscription: str, since: datetime) -> frozenset[str]:
    """The records that alerts of a subscription told, of those whose window ends after `since`: alerts of which
    something stands, or may stand, in the channel."""
    named = f"{since:%Y-%m-%d}"  # by its instant, so that the index finds the few that matter
    found = await database.rows(_TOLD_BY, {"of": subscription, "since": since, "named": named})
    return frozenset(record for row in found for record in row.news)


def _taken_up(held: Sequence[str], now: datetime) -> ReturningUpdate[Any]:
    """Pass over alerts that wait and that nobody has taken up; of those replicas, one that claims it first keeps it."""
    digest = deliveries.alias()
    waits = exists(
        select(digest.c.id).where(
            digest.c.subscription == deliveries.c.subscription,
            digest.c.kind == Kind.DIGEST,
            digest.c.state.in_(OPEN),
        )
    )
    return (
        update(deliveries)
        .where(
            deliveries.c.subscription.in_(held),
            deliveries.c.kind == Kind.ALERT,
            deliveries.c.state == State.DUE,
            deliveries.c.document.is_(None),
            deliveries.c.since.is_not(None),
            ~waits,
        )
        .values(state=State.SKIPPED, settled=now, reason=TAKEN_UP)
        .returning(deliveries.c.subscription, deliveries.c.since, deliveries.c.entered)
    )


def _begun() -> ColumnElement[bool]:
    part = deliveries.alias()
    same = (part.c.subscription == deliveries.c.subscription, part.c.slot == deliveries.c.slot)
    return exists(select(part.c.id).where(*same, among(part.c.state, TOLD)))


_TOLD_BY = select(deliveries.c.news).where(
    deliveries.c.subscription == bindparam("of"),
    deliveries.c.slot >= bindparam("named"),
    deliveries.c.kind == Kind.ALERT,
    deliveries.c.due > bindparam("since", type_=Instant),
    _begun(),
)
