"""What has not reached its readers, and what a person decides of it: the outbox and its dead letters.

A part of which nobody can tell whether it was posted (`unknown`) is never repeated by itself. A person looks in the
channel and has it sent once more, as a row of its own in a new attempt group (so under another key), or notes that it
stands there. Either is done once: the first of two who decide at the same moment wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.contract import Address
from adapters.store.database import Database
from adapters.store.entries import OPEN, Kind, State
from adapters.store.tables import deliveries, subscriptions

STANDS = "a person said that it stands there"
"""The reason of a part in doubt that was marked as sent."""
_COPIED = (
    "subscription", "slot", "part", "due", "document", "text", "cites", "digest", "plain", "since", "kind", "news",
)  # fmt: skip
"""Columns of a part that its new attempt keeps."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One row of the ledger as operators look at it, without its words. `current`: no later attempt took its place;
    `paused` is why its subscription waits, `zone` is that of its clock; `doubt` since when it is not known whether it
    was posted."""

    id: int
    subscription: str
    address: Address
    slot: str
    due: datetime
    part: int
    group: int
    state: State
    reason: str
    tries: int
    doubt: datetime | None = None
    retry_at: datetime | None = None
    settled: datetime | None = None
    paused: str | None = None
    current: bool = True
    zone: str = "UTC"
    kind: Kind = Kind.DIGEST


class Outbox:
    """The ledger for those who look after it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def letters(self, states: Sequence[State], since: datetime) -> tuple[Letter, ...]:
        """Rows in those states, newest first: of slots due since then, and what is still open whenever it was due."""
        names = ("platform", "place", "paused", "zone")
        columns = [column for column in deliveries.c if column.name not in ("document", "text", "cites", "news")]
        query = (
            select(*columns, *(subscriptions.c[name] for name in names), _replaced().label("replaced"))
            .join(subscriptions, subscriptions.c.id == deliveries.c.subscription)
            .where(
                deliveries.c.state.in_(states),
                or_(deliveries.c.due >= since, deliveries.c.state.in_(OPEN)),
            )
            .order_by(
                deliveries.c.due.desc(),
                subscriptions.c.platform,
                subscriptions.c.place,
                deliveries.c.subscription,
                deliveries.c.slot.desc(),
                deliveries.c.part,
                deliveries.c.attempt_group,
            )
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(_letter(row) for row in rows)

    async def again(self, wanted: Sequence[int], now: datetime) -> tuple[int, ...]:
        """Let parts in doubt be sent once more. Gives those of `wanted` for which that was done: not what was decided
        meanwhile, nor what was never in doubt or is no longer kept."""
        async with self._database.write(durable=True) as connection:
            doubts = await _in_doubt(connection, wanted, deliveries.c.document.is_not(None))
            groups: dict[tuple[str, str], int] = {}
            for row in doubts:
                slot = (row["subscription"], row["slot"])
                if slot not in groups:
                    groups[slot] = await _newest_group(connection, *slot) + 1
                await stand_again(connection, row, groups[slot], now)
            return tuple(row["id"] for row in doubts)

    async def stands(self, wanted: Sequence[int], now: datetime) -> tuple[int, ...]:
        """Note that parts in doubt stand in their channel. Gives those of `wanted` for which that was done."""
        async with self._database.write(durable=True) as connection:
            ids = tuple(row["id"] for row in await _in_doubt(connection, wanted))
            noted = {"state": State.SENT, "settled": now, "reason": STANDS}
            await connection.execute(update(deliveries).where(deliveries.c.id.in_(ids)).values(noted))
            return ids


async def stand_again(connection: AsyncConnection, row: RowMapping, group: int, now: datetime) -> None:
    """The same part once more, in a new attempt group; its key is made when it is sent."""
    copy = {name: row[name] for name in _COPIED}
    await connection.execute(
        insert(deliveries).values(**copy, attempt_group=group, key="", state=State.DUE, entered=now)
    )


async def _in_doubt(
    connection: AsyncConnection, wanted: Sequence[int], *where: ColumnElement[bool]
) -> Sequence[RowMapping]:
    """Of those, the ones of which nobody decided yet, of subscriptions that stand."""
    query = (
        select(deliveries)
        .join(subscriptions, subscriptions.c.id == deliveries.c.subscription)
        .where(
            deliveries.c.id.in_(wanted),
            deliveries.c.state == State.UNKNOWN,
            subscriptions.c.removed.is_(None),
            ~_replaced(),
            *where,
        )
        .order_by(deliveries.c.id)
    )
    return (await connection.execute(query)).mappings().all()


async def _newest_group(connection: AsyncConnection, subscription: str, slot: str) -> int:
    same = and_(deliveries.c.subscription == subscription, deliveries.c.slot == slot)
    newest: int = (await connection.execute(select(func.max(deliveries.c.attempt_group)).where(same))).scalar_one()
    return newest


def _replaced() -> ColumnElement[bool]:
    """Whether a later attempt took the place of that part."""
    later = deliveries.alias("later")
    return exists(
        select(later.c.id)
        .where(
            later.c.subscription == deliveries.c.subscription,
            later.c.slot == deliveries.c.slot,
            later.c.part == deliveries.c.part,
            later.c.attempt_group > deliveries.c.attempt_group,
        )
        .correlate(deliveries)
    )


def _letter(row: Any) -> Letter:
    return Letter(
        id=row.id,
        subscription=row.subscription,
        address=Address(row.platform, row.place),
        slot=row.slot,
        due=row.due,
        part=row.part,
        group=row.attempt_group,
        state=State(row.state),
        reason=row.reason,
        tries=row.tries,
        doubt=row.doubt if row.state in (State.SENDING, State.UNKNOWN) else None,
        retry_at=row.retry_at,
        settled=row.settled,
        paused=row.paused,
        current=not row.replaced,
        zone=row.zone,
        kind=Kind(row.kind),
    )
