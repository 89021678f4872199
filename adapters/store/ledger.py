"""The ledger: one row per (subscription, slot, part, attempt group), and every change of its state.

Each method is one transaction and guards the state it starts from, so that a row changes hands once. It decides
nothing: when to post, repeat or give up is decided in `bot/delivery.py`. The states are drawn in `entries.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Select,
    Update,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.contract import Address, CatchUp
from adapters.store.database import Database
from adapters.store.documents import pack, unpack
from adapters.store.entries import OPEN, Delivery, Kind, Part, PausedBy, Pending, Settlement, SlotEntry, State
from adapters.store.errors import HeldElsewhere
from adapters.store.lanes import Lanes
from adapters.store.subscriptions import quiet_of, set_paused
from adapters.store.tables import Instant, deliveries, subscriptions
from adapters.store.waiting import ORDER, everything, next_ones, wants_work
from briefs.plain import plain

_TOLD = (State.SENT, State.UNKNOWN)
"""A slot with a part in one of these stands, or may stand, in the channel."""


class Ledger:
    """The table of deliveries."""

    def __init__(self, database: Database, lanes: Lanes) -> None:
        self._database = database
        self._lanes = lanes

    async def enter(self, slots: Sequence[SlotEntry], next_due: Mapping[str, datetime], now: datetime) -> None:
        """Enter due and skipped slots and move `next_due` of their subscriptions, as one step: after a crash either
        all of it happened or nothing. A slot entered before stays as it is. Under the policy `latest` a newer due
        digest supersedes older ones of its subscription that have not begun; alerts are left alone."""
        moved = [{"which": subscription, "instant": instant} for subscription, instant in next_due.items()]
        async with self._database.write() as connection:
            if slots:
                rows = [_new_row(slot, now) for slot in slots]
                await connection.execute(self._database.insert(deliveries).on_conflict_do_nothing(), rows)
                due = {slot.subscription for slot in slots if slot.state is State.DUE}
                if due:
                    await connection.execute(_supersede(now), [{"which": subscription} for subscription in due])
            if moved:
                where = subscriptions.c.id == bindparam("which")
                if slots:  # another replica, or a person, may have moved it meanwhile
                    where &= subscriptions.c.next_due <= now
                await connection.execute(
                    update(subscriptions).where(where).values(next_due=bindparam("instant")), moved
                )

    async def pending(self) -> tuple[Pending, ...]:
        """Rows that want work, and posts still to be published, of running subscriptions, in the order they must be
        posted. Without their documents."""
        return await self._waiting(everything())

    async def next(self, now: datetime, most: int) -> tuple[Pending, ...]:
        """Of `pending` what can go at `now`, `most` rows of each platform: in order within each place, servers taking
        turns, so that neither a crowd nor a rest in one of them keeps others waiting."""
        return await self._waiting(next_ones(now, most))

    async def _waiting(self, query: Select[Any]) -> tuple[Pending, ...]:
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(
            Pending(_delivery(row), Address(row.platform, row.place), row.zone, quiet_of(row.quiet), row.server)
            for row in rows
        )

    async def open(self, subscription: str, slot: str) -> tuple[Delivery, ...]:
        """The rows of one slot that want work, in posting order, with their documents."""
        return await self._select(_of(subscription, slot), wants_work())

    async def history(self, subscription: str) -> tuple[Delivery, ...]:
        """Every row of one subscription, oldest slot first."""
        return await self._select(deliveries.c.subscription == subscription)

    async def of_slot(self, subscription: str, slot: str) -> tuple[Delivery, ...]:
        """Every row of one slot, in posting order."""
        return await self._select(_of(subscription, slot))

    async def begun(self, subscription: str, slot: str) -> bool:
        """Whether any part of the slot stands, or may stand, in the channel."""
        return bool(await self._select(_of(subscription, slot), deliveries.c.state.in_(_TOLD)))

    async def first(self, subscription: str, slot: str) -> str:
        """The receipt of the slot's first message; empty where it has none that is known."""
        sent = await self._select(_of(subscription, slot), deliveries.c.part == 0, deliveries.c.state == State.SENT)
        return sent[0].receipt if sent else ""

    async def claim(self, delivery: int, now: datetime) -> datetime | None:
        """due → claimed; gives the start of its window (a digest's: the subscription's `covered`). None: it wants no
        work any more.

        Only who has the lane claims, one slot of a destination at a time: what is claimed already is its own.
        """
        covered = (
            select(subscriptions.c.covered).where(subscriptions.c.id == deliveries.c.subscription).scalar_subquery()
        )
        since = case((deliveries.c.kind == Kind.ALERT, deliveries.c.since), else_=covered)
        async with self._database.write(alone=False) as connection:
            claimed = await connection.execute(
                update(deliveries)
                .where(
                    deliveries.c.id == delivery,
                    deliveries.c.state.in_((State.DUE, State.CLAIMED)),
                    self._lanes.mine(),
                )
                .values(state=State.CLAIMED, claimed=now, since=since)
                .returning(deliveries.c.since)
            )
            begins: datetime | None = claimed.scalar_one_or_none()
        return begins

    async def prepare(
        self, claimed: Delivery, parts: Sequence[Part], now: datetime, news: Sequence[str] = ()
    ) -> tuple[Delivery, ...]:
        """Store the rendered parts of a claimed slot before the first is posted; the claimed row becomes the first
        part and keeps the ids of the records that are told. Gives the rows in posting order."""
        async with self._database.write(alone=False) as connection:
            mine = (deliveries.c.id == claimed.id, self._lanes.mine())
            first = _rendered(parts[0]) | {"news": list(news)}
            self._still(await connection.execute(update(deliveries).where(*mine).values(first)))
            await _insert_parts(connection, claimed, parts[1:], claimed.part + 1, claimed.group, now, plain_text=False)
            rows = await connection.execute(
                select(deliveries).where(_of(claimed.subscription, claimed.slot), wants_work()).order_by(*ORDER)
            )
            return tuple(_delivery(row) for row in rows.all())

    async def replace(self, too_long: Delivery, parts: Sequence[Part], reason: str, now: datetime) -> None:
        """A part was too long for the platform: it and the later ones of its slot fail, and plainer parts take their
        place in the next attempt group."""
        async with self._database.write(alone=False) as connection:
            same = and_(_of(too_long.subscription, too_long.slot), deliveries.c.attempt_group == too_long.group)
            failed = {"state": State.FAILED, "reason": reason, "settled": now}
            mine = update(deliveries).where(same, wants_work(), self._lanes.mine()).values(failed)
            self._still(await connection.execute(mine))
            await _insert_parts(connection, too_long, parts, too_long.part, too_long.group + 1, now, plain_text=True)

    async def sending(self, delivery: int, key: str, now: datetime) -> None:
        """Write, on disk, that the request is about to leave. `doubt` keeps the first instant that was never cleared
        up."""
        async with self._database.write(durable=True, alone=False) as connection:
            marked = await connection.execute(
                update(deliveries)
                .where(deliveries.c.id == delivery, wants_work(), self._lanes.mine())
                .values(
                    state=State.SENDING,
                    key=key,
                    tries=deliveries.c.tries + 1,
                    doubt=case((deliveries.c.doubt.is_(None), literal(now, Instant)), else_=deliveries.c.doubt),
                )
            )
            self._still(marked)

    async def put_back(
        self, delivery: Delivery, doubt: datetime | None, retry_at: datetime | None, reason: str
    ) -> None:
        """It was not posted now. Without a doubt it is due again; with one it stays `sending`. Not before
        `retry_at`."""
        state = State.DUE if doubt is None else State.SENDING
        mine = self._lanes.mine()
        async with self._database.write(alone=False) as connection:
            await connection.execute(
                update(deliveries)
                .where(deliveries.c.id == delivery.id, wants_work(), mine)
                .values(state=state, doubt=doubt, retry_at=retry_at, reason=reason)
            )
            await connection.execute(
                update(deliveries)
                .where(_of(delivery.subscription, delivery.slot), deliveries.c.state == State.CLAIMED, mine)
                .values(state=State.DUE)
            )

    async def settle(self, settlement: Settlement, pause: str = "") -> None:
        """End one delivery, and with it what it decides: the later parts, the window, a pause of its subscription.

        It holds even where the lane is another's by now: that the post stands is true whoever posted it."""
        async with self._database.write(alone=False) as connection:
            row = settlement.delivery
            owed = settlement.at if settlement.publish else None
            ended = {"state": settlement.state, "settled": settlement.at, "retry_at": None}
            await connection.execute(
                update(deliveries)
                .where(deliveries.c.id == row.id, wants_work())
                .values(ended | {"receipt": settlement.receipt, "reason": settlement.reason, "owed": owed})
            )
            if settlement.drop_rest:
                same = and_(_of(row.subscription, row.slot), deliveries.c.attempt_group == row.group)
                await connection.execute(
                    update(deliveries)
                    .where(same, wants_work())
                    .values(state=State.FAILED, settled=settlement.at, retry_at=None, reason=settlement.reason)
                )
            if settlement.covered is not None:
                await _move_window(connection, row.subscription, settlement.covered)
            if pause:
                await set_paused(connection, row.subscription, pause, PausedBy.OUTLET, anew=False)

    async def owed(self, subscription: str, slot: str) -> tuple[Delivery, ...]:
        """Posts of the slot that are still to be published."""
        return await self._select(_of(subscription, slot), deliveries.c.owed.is_not(None))

    async def published(self, delivery: int) -> None:
        """It is published, or will not be: nothing is owed any more."""
        async with self._database.write(alone=False) as connection:
            await connection.execute(update(deliveries).where(deliveries.c.id == delivery).values(owed=None))

    async def release(self, address: Address | None = None) -> int:
        """Rows a dead process had claimed: all of them at the start of the one that schedules, or those of a lane just
        taken. A digest of which nothing was sent is composed anew; one that had begun goes on with the parts that were
        rendered. Gives how many slots that were."""
        claimed = await self._select(deliveries.c.state == State.CLAIMED, *_at(address))
        slots = {(row.subscription, row.slot) for row in claimed}
        for subscription, slot in slots:
            begun = bool(await self._select(_of(subscription, slot), deliveries.c.state.in_((*_TOLD, State.SENDING))))
            async with self._database.write(alone=False) as connection:
                mine = and_(_of(subscription, slot), deliveries.c.state == State.CLAIMED)
                if not begun:
                    await connection.execute(delete(deliveries).where(mine, deliveries.c.part > 0))
                values: dict[str, Any] = {"state": State.DUE}
                await connection.execute(
                    update(deliveries).where(mine).values(values if begun else values | {"document": None})
                )
        return len(slots)

    def _still(self, changed: CursorResult[Any]) -> None:
        """Raises `HeldElsewhere` where the lane was lost meanwhile, or the row settled (superseded by a newer slot
        while it waited to be tried again): what was to be written was not, and nothing may be posted."""
        if changed.rowcount == 0:
            raise HeldElsewhere(
                "another replica delivers there by now, or a newer slot took its place; it goes on from what stands in "
                "the ledger",
                None,
            )

    async def _select(self, *where: Any) -> tuple[Delivery, ...]:
        async with self._database.read() as connection:
            rows = (await connection.execute(select(deliveries).where(*where).order_by(*ORDER))).all()
        return tuple(_delivery(row) for row in rows)


def _of(subscription: str, slot: str) -> Any:
    return and_(deliveries.c.subscription == subscription, deliveries.c.slot == slot)


def _at(address: Address | None) -> tuple[ColumnElement[bool], ...]:
    """Of deliveries to that destination; of all without one."""
    if address is None:
        return ()
    here = select(subscriptions.c.id).where(
        subscriptions.c.platform == address.platform, subscriptions.c.place == address.place
    )
    return (deliveries.c.subscription.in_(here),)


def _new_row(slot: SlotEntry, now: datetime) -> dict[str, Any]:
    return {
        "subscription": slot.subscription,
        "slot": slot.local,
        "part": 0,
        "attempt_group": 0,
        "due": slot.due,
        "state": slot.state,
        "reason": slot.reason,
        "cites": [],
        "entered": now,
        "settled": None if slot.state in OPEN else now,
        "kind": slot.kind,
        "since": slot.since,
    }


def _supersede(now: datetime) -> Update:
    """Under the policy `latest`: digests of the subscription `which` that wait, unbegun, behind a later due one.

    `coalesce` keeps a planner from seeking one subscription's rows among all that are due, which a crowd would make
    quadratic."""
    same, later = deliveries.alias(), deliveries.alias()
    begun = select(same.c.id).where(
        same.c.subscription == deliveries.c.subscription,
        same.c.slot == deliveries.c.slot,
        or_(*(func.coalesce(same.c.state, "") == state for state in (*_TOLD, State.SENDING, State.CLAIMED))),
    )
    newest = select(func.max(later.c.due)).where(
        later.c.subscription == deliveries.c.subscription,
        func.coalesce(later.c.state, "") == State.DUE,
        later.c.kind == Kind.DIGEST,
    )
    latest_only = select(subscriptions.c.id).where(
        subscriptions.c.id == deliveries.c.subscription, subscriptions.c.catch_up == CatchUp.LATEST
    )
    return (
        update(deliveries)
        .where(
            deliveries.c.subscription == bindparam("which"),
            func.coalesce(deliveries.c.state, "") == State.DUE,
            deliveries.c.kind == Kind.DIGEST,
            deliveries.c.due < newest.scalar_subquery(),
            latest_only.exists(),
            ~begun.exists(),
        )
        .values(state=State.SKIPPED, settled=now, reason="superseded: what it had to tell is told by a later slot")
    )


async def _insert_parts(
    connection: AsyncConnection,
    like: Delivery,
    parts: Sequence[Part],
    first: int,
    group: int,
    now: datetime,
    *,
    plain_text: bool,
) -> None:
    for number, part in enumerate(parts, first):
        row = {
            "subscription": like.subscription,
            "slot": like.slot,
            "part": number,
            "attempt_group": group,
            "due": like.due,
            "state": State.CLAIMED,
            "plain": plain_text,
            "since": like.since,
            "entered": now,
            "claimed": now,
            "kind": like.kind,
            "news": list(like.news) if number == like.part else [],
        }
        await connection.execute(insert(deliveries).values(row | _rendered(part)))


async def _move_window(connection: AsyncConnection, subscription: str, covered: datetime) -> None:
    await connection.execute(
        update(subscriptions)
        .where(subscriptions.c.id == subscription, subscriptions.c.covered < covered)
        .values(covered=covered)
    )


def _rendered(part: Part) -> dict[str, Any]:
    text = plain(part.document)
    cites = sorted({cite for clause in part.document.clauses() for cite in clause.cites})
    return {
        "key": part.key,
        "document": pack(part.document),
        "text": text,
        "cites": cites,
        "digest": hashlib.sha256(text.encode()).hexdigest(),
    }


def _delivery(row: Any) -> Delivery:
    held = row._mapping
    document = held.get("document")
    return Delivery(
        id=row.id,
        subscription=row.subscription,
        slot=row.slot,
        due=row.due,
        entered=row.entered,
        part=row.part,
        group=row.attempt_group,
        state=State(row.state),
        key=row.key,
        document=unpack(document) if document else None,
        since=row.since,
        plain=row.plain,
        tries=row.tries,
        retry_at=row.retry_at,
        doubt=row.doubt,
        receipt=row.receipt,
        reason=row.reason,
        text=held.get("text", ""),
        cites=tuple(row.cites),
        digest=row.digest,
        settled=row.settled,
        owed=row.owed,
        kind=Kind(row.kind),
        news=tuple(row.news),
    )
