"""Standing orders in the database: read them, change them in one transaction, pause and wake them.

It decides nothing: what the file of subscriptions changes is decided in `bot/mirror.py`, what is due in
`bot/schedule.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Update, bindparam, case, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.contract import Address, Alerts, CatchUp, EmptyDay, Subscription
from adapters.hours import DatesOff, QuietHours
from adapters.store.database import Database
from adapters.store.entries import PausedBy, Standing, State
from adapters.store.outbox import stand_again
from adapters.store.tables import Instant, deliveries, seen_records, subscriptions
from briefs.codebook import Act, Length
from briefs.digests import Filter

_STANDS = subscriptions.c.removed.is_(None)
_ONE = select(subscriptions).where(subscriptions.c.id == bindparam("which"), _STANDS)
INSTANT = timedelta(microseconds=1)


class Subscriptions:
    """The table of subscriptions. What a person was told is done is on disk: no power cut takes it back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> tuple[Standing, ...]:
        """Every subscription, ordered by id."""
        async with self._database.read() as connection:
            rows = (await connection.execute(select(subscriptions).where(_STANDS).order_by(subscriptions.c.id))).all()
        return tuple(standing_of(row) for row in rows)

    async def get(self, subscription: str) -> Standing | None:
        """One subscription, None if there is none of that id."""
        found = await self._database.rows(_ONE, {"which": subscription})
        return standing_of(found[0]) if found else None

    async def due(self, now: datetime, most: int | None = None) -> tuple[Standing, ...]:
        """Running subscriptions whose next slot has come, the longest due first; `most` of them."""
        query = (
            select(subscriptions)
            .where(subscriptions.c.next_due <= now, subscriptions.c.paused.is_(None), _STANDS)
            .order_by(subscriptions.c.next_due, subscriptions.c.id)
            .limit(most)
        )
        return tuple(standing_of(row) for row in await self._database.rows(query))

    async def beginning(self, now: datetime) -> datetime:
        """When a subscription made now begins: now, or just after the archive last took in a record, whichever is
        later, so that it never posts old stock."""
        async with self._database.read() as connection:
            latest: datetime | None = (await connection.execute(select(func.max(seen_records.c.first)))).scalar_one()
        return now if latest is None else max(now, latest + INSTANT)

    async def put(self, standings: Sequence[Standing]) -> None:
        """Create or change subscriptions, all in one transaction; their ledger stays, and neither `covered` nor
        `alerted` ever moves back."""
        async with self._database.write(durable=True) as connection:
            for standing in standings:
                row = _row(standing)
                forward = {name: _no_less(subscriptions.c[name], row[name]) for name in ("covered", "alerted")}
                changed = await connection.execute(
                    update(subscriptions).where(subscriptions.c.id == row["id"]).values(row | forward)
                )
                if changed.rowcount == 0:
                    await connection.execute(insert(subscriptions).values(row))

    async def pause(self, subscription: str, reason: str, by: PausedBy) -> None:
        """Stop a subscription, with the reason in words for its owner."""
        async with self._database.write(durable=True) as connection:
            await connection.execute(paused(subscription, reason, by))

    async def remove(self, subscription: str, now: datetime) -> None:
        """Take it out of everything but the ledger: what it posted stays on file, and its id is never used again."""
        async with self._database.write(durable=True) as connection:
            await connection.execute(
                update(subscriptions).where(subscriptions.c.id == subscription).values(removed=now)
            )

    async def erase(self, subscription: str, now: datetime) -> None:
        """Remove it, and keep nothing that says whose it was: no server, no place, nobody it called, no message's id.
        The words that were posted and when stay in the ledger."""
        nobody = {"removed": now, "server": "", "place": "", "mention": None, "tag": ""}
        async with self._database.write(durable=True) as connection:
            await connection.execute(update(subscriptions).where(subscriptions.c.id == subscription).values(**nobody))
            nowhere = {"receipt": "", "document": None, "to_place": "", "to_server": ""}
            await connection.execute(
                update(deliveries).where(deliveries.c.subscription == subscription).values(**nowhere)
            )

    async def any(self) -> bool:
        """Whether any stands."""
        return bool(
            await self._database.rows(select(subscriptions.c.id).where(subscriptions.c.removed.is_(None)).limit(1))
        )

    async def ids(self) -> frozenset[str]:
        """Every id ever used, of removed ones too."""
        async with self._database.read() as connection:
            return frozenset((await connection.execute(select(subscriptions.c.id))).scalars())

    async def resume(self, subscription: str, next_due: datetime, now: datetime) -> None:
        """Wake a paused subscription. A digest that had begun is finished: its failed parts stand again, in a new
        attempt group, so that no claim of its window is lost. What came while it was paused, its next digest tells."""
        async with self._database.write(durable=True) as connection:
            await connection.execute(
                update(subscriptions)
                .where(subscriptions.c.id == subscription)
                .values(
                    paused=None,
                    paused_by=None,
                    next_due=next_due,
                    alerted=_no_less(subscriptions.c.alerted, now),
                )
            )
            await _reopen(connection, subscription, now)


def paused(subscription: str, reason: str, by: PausedBy, *, anew: bool = True) -> Update:
    """Pause, within whatever transaction (the ledger pauses while it settles). Without `anew` one that is paused by now
    keeps its reason: what ended a post may have ended the whole server, and that is what gives it back."""
    mine = subscriptions.c.id == subscription
    which = mine if anew else mine & subscriptions.c.paused.is_(None)
    return update(subscriptions).where(which).values(paused=reason, paused_by=by)


async def _reopen(connection: AsyncConnection, subscription: str, now: datetime) -> None:
    mine = deliveries.c.subscription == subscription
    begun = select(deliveries.c.slot).where(mine, deliveries.c.state.in_((State.SENT, State.UNKNOWN)))
    last = (
        select(deliveries.c.slot, func.max(deliveries.c.attempt_group).label("attempt_group"))
        .where(mine)
        .group_by(deliveries.c.slot)
        .subquery()
    )
    query = (
        select(deliveries)
        .join(last, (last.c.slot == deliveries.c.slot) & (last.c.attempt_group == deliveries.c.attempt_group))
        .where(
            mine, deliveries.c.state == State.FAILED, deliveries.c.document.is_not(None), deliveries.c.slot.in_(begun)
        )
    )
    for row in (await connection.execute(query)).mappings().all():
        await stand_again(connection, row, row["attempt_group"] + 1, now)


def _no_less(kept: ColumnElement[datetime], than: datetime) -> ColumnElement[datetime]:
    """An instant of a row, moved forward to that one where it is earlier."""
    instant = literal(than, Instant)
    return case((kept < instant, instant), else_=kept)


def quiet_of(kept: str) -> QuietHours | None:
    """Quiet hours as a row keeps them."""
    return QuietHours.read(kept) if kept else None


def _listed(kept: str) -> list[str]:
    return kept.split(",") if kept else []


def standing_of(row: Any) -> Standing:
    """As a row keeps it."""
    follows = row.follows
    subscription = Subscription(
        id=row.id,
        address=Address(row.platform, row.place),
        at=tuple(time.fromisoformat(at) for at in (row.at, *_listed(row.further))),
        zone=row.zone,
        created=row.created,
        weekdays=frozenset(int(day) for day in row.weekdays),
        follows=Filter(
            tuple(follows["issues"]),
            tuple(follows["actors"]),
            tuple(Act(act) for act in follows["acts"]),
            follows.get("changes", False),
        ),
        length=Length(row.length),
        empty_day=EmptyDay(row.empty_day),
        catch_up=CatchUp(row.catch_up),
        origin=row.origin,
        paused=row.paused,
        language=row.language,
        server=row.server,
        mention=row.mention,
        publish=row.publish,
        tag=row.tag,
        thread=row.thread,
        corrections=row.corrections,
        off=tuple(DatesOff.read(dates) for dates in _listed(row.off)),
        quiet=quiet_of(row.quiet),
        alerts=Alerts(row.alerts),
    )
    by = PausedBy(row.paused_by) if row.paused_by else None
    return Standing(subscription, row.covered, row.next_due, by, row.alerted)


def _row(standing: Standing) -> dict[str, Any]:
    order = standing.subscription
    return {
        "id": order.id,
        "platform": order.address.platform,
        "place": order.address.place,
        "at": f"{order.at[0]:%H:%M}",
        "further": ",".join(f"{at:%H:%M}" for at in order.at[1:]),
        "off": ",".join(str(dates) for dates in order.off),
        "quiet": str(order.quiet or ""),
        "zone": order.zone,
        "weekdays": "".join(str(day) for day in sorted(order.weekdays)),
        "follows": {
            "issues": list(order.follows.issues),
            "actors": list(order.follows.actors),
            "acts": [act.value for act in order.follows.acts],
            "changes": order.follows.changes,
        },
        "length": order.length.value,
        "empty_day": order.empty_day.value,
        "catch_up": order.catch_up.value,
        "origin": order.origin,
        "paused": order.paused,
        "language": order.language,
        "server": order.server,
        "mention": order.mention,
        "publish": order.publish,
        "tag": order.tag,
        "thread": order.thread,
        "corrections": order.corrections,
        "alerts": order.alerts.value,
        "paused_by": standing.paused_by.value if standing.paused_by else None,
        "created": order.created.astimezone(UTC),
        "covered": standing.covered,
        "next_due": standing.next_due,
        "alerted": standing.alerted,
    }
