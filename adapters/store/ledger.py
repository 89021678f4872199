"""The ledger: one row per (subscription, slot, part, attempt group), and every change of its state.

Each method is one transaction and guards the state it starts from, so that a row changes hands once. It decides
nothing: when to post, repeat or give up is decided in `bot/delivery.py`. The states are drawn in `entries.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, Select, Update, and_, bindparam, delete, func, or_, select, update

from adapters.contract import Address, CatchUp
from adapters.store import steps as stated
from adapters.store.alerting import told_by_alerts
from adapters.store.at_once import Stated
from adapters.store.database import Database
from adapters.store.documents import pack, unpack
from adapters.store.entries import Claimed, Delivery, Kind, Part, PausedBy, Pending, Settlement, SlotEntry, State, Work
from adapters.store.errors import HeldElsewhere
from adapters.store.lanes import Lanes
from adapters.store.rows import TOLD, new_row
from adapters.store.subscriptions import paused, quiet_of, standing_of
from adapters.store.tables import Instant, deliveries, subscriptions
from adapters.store.waiting import everything, next_ones
from briefs.plain import plain

_ORDER_NAMES = tuple(column.name for column in subscriptions.c)
_ROW_NAMES = tuple(column.name for column in deliveries.c)


class Ledger:
    """The table of deliveries."""

    def __init__(self, database: Database, lanes: Lanes) -> None:
        self._database = database
        self._does = stated.steps(lanes.mine())

    async def enter(
        self,
        slots: Sequence[SlotEntry],
        next_due: Mapping[str, datetime],
        now: datetime,
        alerted: Mapping[str, datetime] | None = None,
    ) -> None:
        """Enter due and skipped slots and move `next_due` of their subscriptions, as one step: after a crash either
        all of it happened or nothing. A slot entered before stays as it is. Under the policy `latest` a newer due
        digest supersedes older ones of its subscription that have not begun; alerts are left alone. `alerted` says of
        subscriptions with alerts up to where a digest entered here tells what no alert did: alerts look no further
        back."""
        moved = [{"which": subscription, "instant": instant} for subscription, instant in next_due.items()]
        async with self._database.write() as connection:
            if slots:
                rows = [new_row(slot, now) for slot in slots]
                await connection.execute(self._database.insert(deliveries).on_conflict_do_nothing(), rows)
                due = {slot.subscription for slot in slots if slot.state is State.DUE}
                if due:
                    await connection.execute(_supersede(), [{"which": one, "now": now} for one in due])
            if moved:
                where = subscriptions.c.id == bindparam("which")
                if slots:  # another replica, or a person, may have moved it meanwhile
                    where &= subscriptions.c.next_due <= now
                await connection.execute(
                    update(subscriptions).where(where).values(next_due=bindparam("instant")), moved
                )
            for subscription, instant in (alerted or {}).items():
                which = (subscriptions.c.id == subscription, subscriptions.c.alerted < instant)
                await connection.execute(update(subscriptions).where(*which).values(alerted=instant))

    async def pending(self) -> tuple[Pending, ...]:
        """Rows that want work, and posts still to be published, of running subscriptions, in the order they must be
        posted. Without their documents."""
        return await self._waiting(everything(), {}, _delivery)

    async def next(self, now: datetime, most: int) -> tuple[Pending, ...]:
        """Of `pending` what can go at `now`, `most` rows of each platform: in order within each place, servers taking
        turns, so that neither a crowd nor a rest in one of them keeps others waiting. Of each no more than tells
        whether it goes."""
        return await self._waiting(next_ones(), {"now": now, "most": most}, _going)

    async def _waiting(
        self, query: Select[Any], given: Mapping[str, Any], read: Callable[[Any], Delivery]
    ) -> tuple[Pending, ...]:
        return tuple(
            Pending(read(row), Address(row.platform, row.place), row.zone, quiet_of(row.quiet), row.server)
            for row in await self._database.rows(query, given)
        )

    async def taken_up(self, subscription: str, slot: str) -> Work | None:
        """A slot with its subscription, in one look; None where there is no such subscription any more. Its lane is
        ours: what is claimed there another replica left when it lost the lane."""
        work = await self._look(subscription, slot)
        if work is None or not self._database.shared or all(row.state is not State.CLAIMED for row in work.rows):
            return work
        await self.release(work.standing.subscription.address)
        return await self._look(subscription, slot)

    async def _look(self, subscription: str, slot: str) -> Work | None:
        found = await self._database.rows(stated.TAKEN_UP, _slot(subscription, slot))
        if not found:
            return None
        standing = standing_of(SimpleNamespace(**dict(zip(_ORDER_NAMES, found[0], strict=False))))
        rows = (row[len(_ORDER_NAMES) :] for row in found)
        return Work(
            standing,
            tuple(
                _delivery(SimpleNamespace(**dict(zip(_ROW_NAMES, row, strict=True))))
                for row in rows
                if row[0] is not None
            ),
        )

    async def open(self, subscription: str, slot: str) -> tuple[Delivery, ...]:
        """The rows of one slot that want work, in posting order, with their documents."""
        return await self._found(stated.OPEN_OF_SLOT, subscription, slot)

    async def history(self, subscription: str) -> tuple[Delivery, ...]:
        """Every row of one subscription, oldest slot first."""
        return await self._select(deliveries.c.subscription == subscription)

    async def of_slot(self, subscription: str, slot: str) -> tuple[Delivery, ...]:
        """Every row of one slot, in posting order."""
        return await self._found(stated.OF_SLOT, subscription, slot)

    async def begun(self, subscription: str, slot: str) -> bool:
        """Whether any part of the slot stands, or may stand, in the channel."""
        return bool(await self._select(_of(subscription, slot), deliveries.c.state.in_(TOLD)))

    async def first(self, subscription: str, slot: str) -> Delivery | None:
        """The slot's first message; None where it has none that is known."""
        sent = await self._select(_of(subscription, slot), deliveries.c.part == 0, deliveries.c.state == State.SENT)
        return sent[0] if sent else None

    async def claim(self, delivery: int, now: datetime) -> Claimed | None:
        """due → claimed; gives the start of its window: the subscription's `covered`, or where an alert's begins, if
        that is later. None: it wants no work any more, or another slot of the subscription was composed and it is open
        whether that is told; nothing is composed beside it.

        Only who has the lane claims, one slot of a destination at a time: what is claimed already is its own.
        """
        given = {"row": delivery, "claimed": now, "young": stated.young(now)}
        [claimed] = await self._database.change((self._does.claim, given))
        return Claimed(claimed.rows[0].since, claimed.rows[0].alerted) if claimed.rows else None

    async def prepare(
        self, claimed: Delivery, parts: Sequence[Part], now: datetime, news: Sequence[str] = ()
    ) -> tuple[Delivery, ...]:
        """Store the rendered parts of a claimed slot before the first is posted; the claimed row becomes the first
        part and keeps the ids of the records that are told. Gives the rows in posting order."""
        first = _rendered(parts[0]) | {"news": list(news)}
        mine: Stated = (self._does.render, {"row": claimed.id, **first})
        if len(parts) == 1:
            [made] = await self._database.change(mine)
            self._still(len(made.rows))
            return (replace(_delivery(made.rows[0]), document=parts[0].document, text=first["text"]),)
        further = _further(claimed, parts[1:], claimed.part + 1, claimed.group, now, plain_text=False)
        async with self._database.write(alone=False) as connection:
            self._still(len((await connection.execute(*mine)).all()))
            await connection.execute(stated.FURTHER, further)
            rows = await connection.execute(stated.OPEN_OF_SLOT, _slot(claimed.subscription, claimed.slot))
            return tuple(_delivery(row) for row in rows.all())

    async def replace(self, too_long: Delivery, parts: Sequence[Part], reason: str, now: datetime) -> None:
        """A part was too long for the platform: it and the later ones of its slot fail, and plainer parts take their
        place in the next attempt group."""
        mine = _slot(too_long.subscription, too_long.slot) | {"group": too_long.group}
        failed = {"state": State.FAILED, "reason": reason, "settled": now}
        plainer = _further(too_long, parts, too_long.part, too_long.group + 1, now, plain_text=True)
        async with self._database.write(alone=False) as connection:
            self._still((await connection.execute(self._does.replace, mine | failed)).rowcount)
            await connection.execute(stated.FURTHER, plainer)

    async def sending(self, delivery: int, key: str, now: datetime, address: Address) -> None:
        """Write, on disk, that the request is about to leave, and where to. `doubt` keeps the first instant that was
        never cleared up."""
        given = {"row": delivery, "key": key, "now": now, "to_place": address.place, "to_server": address.server}
        [marked] = await self._database.change((self._does.sending, given), durable=True)
        self._still(marked.count)

    async def put_back(
        self, delivery: Delivery, doubt: datetime | None, retry_at: datetime | None, reason: str
    ) -> None:
        """It was not posted now. Without a doubt it is due again; with one it stays `sending`. Not before
        `retry_at`."""
        state = State.DUE if doubt is None else State.SENDING
        back = {"state": state, "doubt": doubt, "retry_at": retry_at, "reason": reason}
        await self._database.change(
            (self._does.put_back, {"row": delivery.id, **back}),
            (self._does.let_go, _slot(delivery.subscription, delivery.slot)),
        )

    async def settle(self, settlement: Settlement, pause: str = "") -> None:
        """End one delivery, and with it what it decides: the later parts, the window, a pause of its subscription.

        It holds even where the lane is another's by now: that the post stands is true whoever posted it."""
        row = settlement.delivery
        ended = {"settled": settlement.at, "retry_at": None, "reason": settlement.reason}
        own = {"state": settlement.state, "receipt": settlement.receipt}
        owed = settlement.at if settlement.publish else None
        steps: list[Stated] = [(stated.SETTLE, {"row": row.id, "owed": owed, **ended, **own})]
        if settlement.drop_rest:
            rest = {**_slot(row.subscription, row.slot), "group": row.group, "state": State.FAILED}
            steps.append((stated.DROP_REST, rest | ended))
        if settlement.covered is not None:
            steps.append((stated.COVER, {"of": row.subscription, "told": settlement.covered}))
        if pause:
            steps.append((paused(row.subscription, pause, PausedBy.OUTLET, anew=False), {}))
        await self._database.change(*steps)

    async def told_by_alerts(self, subscription: str, since: datetime) -> frozenset[str]:
        """The records that alerts of a subscription told, of those whose window ends after `since`."""
        return await told_by_alerts(self._database, subscription, since)

    async def published(self, delivery: int) -> None:
        """It is published, or will not be: nothing is owed any more."""
        await self._database.change((stated.PUBLISHED, {"row": delivery}))

    async def release(self, address: Address | None = None) -> int:
        """Rows a dead process had claimed: all of them at the start of the one that schedules, or those of a lane just
        taken. A digest of which nothing was sent is composed anew; one that had begun goes on with the parts that were
        rendered. Gives how many slots that were."""
        claimed = await self._select(deliveries.c.state == State.CLAIMED, *_at(address))
        slots = {(row.subscription, row.slot) for row in claimed}
        for subscription, slot in slots:
            begun = bool(await self._select(_of(subscription, slot), deliveries.c.state.in_((*TOLD, State.SENDING))))
            async with self._database.write(alone=False) as connection:
                mine = and_(_of(subscription, slot), deliveries.c.state == State.CLAIMED)
                if not begun:
                    await connection.execute(delete(deliveries).where(mine, deliveries.c.part > 0))
                values: dict[str, Any] = {"state": State.DUE}
                await connection.execute(
                    update(deliveries).where(mine).values(values if begun else values | {"document": None})
                )
        return len(slots)

    def _still(self, changed: int) -> None:
        """Raises `HeldElsewhere` where the lane was lost meanwhile, or the row settled (superseded by a newer slot
        while it waited to be tried again): what was to be written was not, and nothing may be posted."""
        if changed == 0:
            raise HeldElsewhere(
                "another replica delivers there by now, or a newer slot took its place; it goes on from what stands in "
                "the ledger",
                None,
            )

    async def _found(self, query: Select[Any], subscription: str, slot: str) -> tuple[Delivery, ...]:
        return tuple(_delivery(row) for row in await self._database.rows(query, _slot(subscription, slot)))

    async def _select(self, *where: Any) -> tuple[Delivery, ...]:
        query = select(deliveries).where(*where).order_by(*stated.ORDER)
        return tuple(_delivery(row) for row in await self._database.rows(query))


def _slot(subscription: str, slot: str) -> dict[str, Any]:
    return {"of": subscription, "at": slot}


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


@cache
def _supersede() -> Update:
    """Under the policy `latest`: digests of the subscription `which` that wait, unbegun, behind a later due one; `now`
    they are skipped. Built once.

    `coalesce` keeps a planner from seeking one subscription's rows among all that are due, which a crowd would make
    quadratic."""
    same, later = deliveries.alias(), deliveries.alias()
    begun = select(same.c.id).where(
        same.c.subscription == deliveries.c.subscription,
        same.c.slot == deliveries.c.slot,
        or_(*(func.coalesce(same.c.state, "") == state for state in (*TOLD, State.SENDING, State.CLAIMED))),
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
        .values(
            state=State.SKIPPED,
            settled=bindparam("now", type_=Instant),
            reason="superseded: what it had to tell is told by a later slot",
        )
    )


def _further(
    like: Delivery, parts: Sequence[Part], first: int, group: int, now: datetime, *, plain_text: bool
) -> list[dict[str, Any]]:
    return [
        {
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
        | _rendered(part)
        for number, part in enumerate(parts, first)
    ]


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


def _going(row: Any) -> Delivery:
    return Delivery(
        row.id, row.subscription, row.slot, row.due, row.entered, row.part, row.attempt_group, State(row.state),
        retry_at=row.retry_at, doubt=row.doubt,
    )  # fmt: skip


def _delivery(row: Any) -> Delivery:
    document = getattr(row, "document", None)
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
        text=getattr(row, "text", ""),
        cites=tuple(row.cites),
        digest=row.digest,
        settled=row.settled,
        owed=row.owed,
        kind=Kind(row.kind),
        news=tuple(row.news),
        place=row.to_place,
        server=row.to_server,
    )
