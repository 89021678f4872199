"""The ledger of amendments: which digests that stand rest on given records, and each edit and note owed for it.

What is owed is entered, rendered, before anything of it is done, and entered once: a batch of changes of one digest
has a mark, and the table takes a mark once. Each method is one transaction. It decides nothing: what changed and how
that is told is found in `bot/living.py`, and done in `bot/amending.py`. What did not arrive a person
may have tried again, as long as nothing of a later batch has: a message must not go back to what it said before that,
nor notes come in another order than what they tell of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, exists, literal, or_, select, update

from adapters.contract import Address
from adapters.store.database import Database
from adapters.store.documents import pack, unpack
from adapters.store.entries import OPEN, Amendment, Delivery, Owing, Posted, State, Step
from adapters.store.errors import HeldElsewhere
from adapters.store.lanes import Lanes
from adapters.store.ledger import Ledger
from adapters.store.outbox import STANDS
from adapters.store.tables import Instant, amendments, deliveries, subscriptions
from briefs.changes import Noted

AT_ONCE = 100
"""Records asked for in one statement."""
_WAITING = (
    select(subscriptions.c.platform, subscriptions.c.place, amendments.c.retry_at)
    .join(subscriptions, subscriptions.c.id == amendments.c.subscription)
    .where(amendments.c.state.in_(OPEN), subscriptions.c.removed.is_(None))
    .order_by(amendments.c.id)
)
"""Built once: it is asked at every tick."""


class Amendments:
    """The table of amendments."""

    def __init__(self, database: Database, lanes: Lanes, ledger: Ledger) -> None:
        self._database = database
        self._lanes = lanes
        self._ledger = ledger

    async def resting_on(
        self, records: Collection[str], since: datetime, settled: datetime | None = None
    ) -> tuple[tuple[str, str], ...]:
        """(subscription, slot) of digests due since then that cite one of the records and whose subscription wants
        corrections; with `settled`, those sent since that instant alone."""
        found: dict[tuple[str, str], None] = {}
        for some in _cut(sorted(records)):
            cites = cast(deliveries.c.cites, Text)
            query = (
                select(deliveries.c.subscription, deliveries.c.slot, deliveries.c.due)
                .join(subscriptions, subscriptions.c.id == deliveries.c.subscription)
                .where(
                    deliveries.c.state == State.SENT,
                    deliveries.c.due >= since,
                    subscriptions.c.corrections,
                    subscriptions.c.removed.is_(None),
                    or_(*(cites.contains(f'"{record}"', autoescape=True) for record in some)),
                )
                .order_by(deliveries.c.due, deliveries.c.subscription)
            )
            if settled is not None:
                query = query.where(deliveries.c.settled >= settled)
            async with self._database.read() as connection:
                found |= {(row.subscription, row.slot): None for row in (await connection.execute(query)).all()}
        return tuple(found)

    async def any_posted(self, since: datetime) -> bool:
        """Whether any digest due since then was sent."""
        query = select(deliveries.c.id).where(deliveries.c.state == State.SENT, deliveries.c.due >= since).limit(1)
        async with self._database.read() as connection:
            return (await connection.execute(query)).first() is not None

    async def posted(self, subscription: str, slot: str) -> Posted | None:
        """One digest as it stands; None where it was never told from a window."""
        rows = [row for row in await self._ledger.of_slot(subscription, slot) if row.document]
        head = rows[0] if rows else None
        if head is None or head.since is None:
            return None
        of = and_(amendments.c.subscription == subscription, amendments.c.slot == slot)
        claimed = select(deliveries.c.claimed).where(deliveries.c.id == head.id)
        async with self._database.read() as connection:
            made = [_amendment(row) for row in (await connection.execute(_in_order(of))).all()]
            composed = (await connection.execute(claimed)).scalar_one_or_none()
        said = {one.part: one.document for one in made if one.step is Step.EDIT and one.state is not State.FAILED}
        parts = tuple(replace(row, document=said.get(row.part, row.document)) for row in rows)
        told: dict[str, Noted] = {}
        for one in made:
            for change in one.changes:
                told.setdefault(change, Noted(change, one.entered))
        edited = frozenset((one.part, change) for one in made if one.step is Step.EDIT for change in one.changes)
        when, noted = composed or head.entered, tuple(told.values())
        alerted = await self._ledger.told_by_alerts(subscription, head.since)
        return Posted(subscription, slot, when, head.since, head.due, parts, noted, edited, head.kind, alerted)

    async def enter(self, owed: Sequence[Amendment]) -> None:
        """Enter what is owed to one digest, all of it or nothing; what is there already stays as it is."""
        rows = [_row(one) for one in owed]
        async with self._database.write() as connection:
            await connection.execute(self._database.insert(amendments).on_conflict_do_nothing(), rows)

    async def waiting(self, now: datetime) -> tuple[Address, ...]:
        """Destinations with something to amend now. One that rests holds up what is behind it."""
        heads: dict[Address, datetime | None] = {}
        for row in await self._database.rows(_WAITING):
            heads.setdefault(Address(row.platform, row.place), row.retry_at)
        return tuple(address for address, rests in heads.items() if rests is None or rests <= now)

    async def open(self, address: Address) -> tuple[Amendment, ...]:
        """What is owed there, in the order in which it was entered."""
        here = select(subscriptions.c.id).where(
            subscriptions.c.platform == address.platform,
            subscriptions.c.place == address.place,
            subscriptions.c.removed.is_(None),
        )
        where = and_(amendments.c.subscription.in_(here), amendments.c.state.in_(OPEN))
        async with self._database.read() as connection:
            return tuple(_amendment(row) for row in (await connection.execute(_in_order(where))).all())

    async def of(self, subscription: str) -> tuple[Amendment, ...]:
        """Everything that was ever owed to the digests of a subscription."""
        async with self._database.read() as connection:
            rows = (await connection.execute(_in_order(amendments.c.subscription == subscription))).all()
        return tuple(_amendment(row) for row in rows)

    async def owing(self, states: Sequence[State], since: datetime) -> tuple[Owing, ...]:
        """Amendments in those states, newest first: entered since then, and what is still open whenever it was."""
        names = ("platform", "place", "zone", "paused")
        query = (
            select(amendments, _overtaken().label("overtaken"), *(subscriptions.c[name] for name in names))
            .join(subscriptions, subscriptions.c.id == amendments.c.subscription)
            .where(
                amendments.c.state.in_(states),
                or_(amendments.c.entered >= since, amendments.c.state.in_(OPEN)),
            )
            .order_by(amendments.c.id.desc())
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(Owing(_amendment(row), Address(row.platform, row.place), row.zone, row.paused) for row in rows)

    async def again(self, keys: Mapping[int, str], now: datetime) -> tuple[int, ...]:
        """Let amendments that did not arrive be tried once more, each under the key that it is given. Gives those for
        which that was done: not what a later batch overtook, what was ordered meanwhile, or what arrived."""
        undone = and_(amendments.c.state.in_((State.FAILED, State.UNKNOWN)), ~_overtaken())
        known = or_(amendments.c.step == Step.NOTE, amendments.c.message != "")
        async with self._database.write(durable=True) as connection:
            wanted = await connection.execute(_standing(keys, undone, known))
            ids = tuple(row.id for row in wanted.all())
            anew = {"state": State.DUE, "again": now, "tries": 0, "doubt": None, "retry_at": None, "settled": None}
            for id_ in ids:
                this = update(amendments).where(amendments.c.id == id_)
                await connection.execute(this.values(key=keys[id_], reason="", **anew))
            return ids

    async def stands(self, wanted: Collection[int], now: datetime) -> tuple[int, ...]:
        """Note that notes in doubt stand in their channel. Gives those of `wanted` for which that was done."""
        async with self._database.write(durable=True) as connection:
            doubts = await connection.execute(_standing(wanted, amendments.c.state == State.UNKNOWN))
            ids = tuple(row.id for row in doubts.all())
            noted = {"state": State.SENT, "settled": now, "reason": STANDS}
            await connection.execute(update(amendments).where(amendments.c.id.in_(ids)).values(noted))
            return ids

    async def sending(self, delivery: int, key: str, now: datetime, address: Address) -> None:  # noqa: ARG002
        """Write, on disk, that the request is about to leave (`bot.posting.Marks`). `doubt` keeps the first instant
        that was never cleared up."""
        async with self._database.write(durable=True, alone=False) as connection:
            marked = await connection.execute(
                update(amendments)
                .where(amendments.c.id == delivery, amendments.c.state.in_(OPEN), self._lanes.mine(amendments))
                .values(
                    state=State.SENDING,
                    tries=amendments.c.tries + 1,
                    doubt=case((amendments.c.doubt.is_(None), literal(now, Instant)), else_=amendments.c.doubt),
                )
            )
            if self._database.shared and marked.rowcount == 0:
                raise HeldElsewhere("another replica amends there by now", None)

    async def put_back(
        self, delivery: Delivery, doubt: datetime | None, retry_at: datetime | None, reason: str
    ) -> None:
        """It was not done now: due again, or in doubt; not before `retry_at`."""
        state = State.DUE if doubt is None else State.SENDING
        mine = (amendments.c.id == delivery.id, amendments.c.state.in_(OPEN), self._lanes.mine(amendments))
        async with self._database.write(alone=False) as connection:
            values = {"state": state, "doubt": doubt, "retry_at": retry_at, "reason": reason}
            await connection.execute(update(amendments).where(*mine).values(values))

    async def settle(self, amendment: int, state: State, now: datetime, receipt: str = "", reason: str = "") -> None:
        """It ended so, whoever has the lane by now."""
        async with self._database.write(alone=False) as connection:
            await connection.execute(
                update(amendments)
                .where(amendments.c.id == amendment, amendments.c.state.in_(OPEN))
                .values(state=state, settled=now, retry_at=None, receipt=receipt, reason=reason)
            )


def _cut(records: Sequence[str]) -> Iterator[Sequence[str]]:
    return (records[at : at + AT_ONCE] for at in range(0, len(records), AT_ONCE))


def _in_order(where: Any) -> Any:
    return select(amendments, _overtaken().label("overtaken")).where(where).order_by(amendments.c.id)


def _standing(wanted: Collection[int], *where: ColumnElement[bool]) -> Any:
    """Those of them, in the order in which they were entered, of subscriptions that stand."""
    return (
        select(amendments.c.id)
        .join(subscriptions, subscriptions.c.id == amendments.c.subscription)
        .where(amendments.c.id.in_(wanted), subscriptions.c.removed.is_(None), *where)
        .order_by(amendments.c.id)
    )


def _overtaken() -> ColumnElement[bool]:
    """Whether anything of a later batch for the same digest did not fail."""
    later = amendments.alias("later")
    return exists(
        select(later.c.id)
        .where(
            later.c.subscription == amendments.c.subscription,
            later.c.slot == amendments.c.slot,
            later.c.id > amendments.c.id,
            later.c.mark != amendments.c.mark,
            later.c.state != State.FAILED,
        )
        .correlate(amendments)
    )


def _row(one: Amendment) -> dict[str, Any]:
    return {
        "subscription": one.subscription,
        "slot": one.slot,
        "mark": one.mark,
        "step": one.step,
        "part": one.part,
        "changes": list(one.changes),
        "message": one.message,
        "document": pack(one.document),
        "key": one.key,
        "state": one.state,
        "entered": one.entered,
    }


def _amendment(row: Any) -> Amendment:
    return Amendment(
        row.subscription,
        row.slot,
        row.mark,
        Step(row.step),
        row.part,
        tuple(row.changes),
        row.message,
        unpack(row.document),
        row.key,
        row.entered,
        id=row.id,
        state=State(row.state),
        tries=row.tries,
        retry_at=row.retry_at,
        doubt=row.doubt,
        receipt=row.receipt,
        reason=row.reason,
        again=row.again,
        overtaken=row.overtaken,
    )
