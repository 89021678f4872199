"""Posts that stand keep up with the records: what is corrected or retracted is found, and what that owes is entered.

A look compares what happened to records in the last `AGE` with what the ledger says was posted: no post is remembered
here, so that a look after a restart, or by another replica, finds what the one before did not come to. For a change
that is new to the process all that was posted is looked through; for the others only what was sent since the last look
(a digest that was under way while the records changed). What is owed to a digest is rendered and entered in one step:
an edit for each message that says something else by now, then one note. `bot/amending.py` carries it out.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import logging
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from adapters.contract import Outlet, Subscription
from adapters.store.entries import Amendment, Delivery, Posted, Standing, State
from adapters.store.entries import Step as Kind
from adapters.store.errors import StoreError
from bot.posting import Step, key_of
from briefs import amending
from briefs.amending import AGE, Amended
from briefs.archive import Archive
from briefs.changes import Change
from briefs.document import Document
from briefs.history import History, is_filed
from briefs.plain import plain

if TYPE_CHECKING:
    from adapters.store.amendments import Amendments

log = logging.getLogger("dateline.living")

UNDER_WAY: Final = timedelta(minutes=2)
"""How long before a look a digest may have been settled without having been there for the look before."""
STALE: Final = timedelta(minutes=1)
"""How much later than a change a digest may have been told by a replica that had not taken it up yet."""
IMPORTING: Final = timedelta(hours=1)
"""The same for a voting file, which is read for a while before it is in place."""

Tell: TypeAlias = Callable[[Subscription, Posted, Sequence[Document], Sequence[Change], Sequence[Change]], Amended]
"""(subscription, digest, its messages, all changes since it was told, those it was not amended for) → how it is told
now."""


class Standings(Protocol):
    """Where a subscription is looked up."""

    async def get(self, subscription: str) -> Standing | None: ...


@dataclass
class Living:
    """What one process knows of how far it has looked. Raises a StoreError where the ledger cannot be used; the next
    look begins anew."""

    amendments: Amendments
    subscriptions: Standings
    outlets: Mapping[str, Outlet]
    tell: Tell
    step: Step = lambda _: None
    _seen: History | None = None
    _changes: tuple[Change, ...] = ()
    _done: frozenset[str] = frozenset()
    """Changes for which all that was posted was looked through."""
    _looked: datetime | None = None

    async def look(self, archive: Archive, now: datetime) -> int:
        """Enter what is owed; gives to how many digests that is."""
        history = archive.history
        if history is None:
            return 0
        if history is not self._seen and not await self.amendments.any_posted(now - AGE):
            return 0  # a history is read whole: not where nothing could be amended
        if history is not self._seen:
            self._changes = await asyncio.to_thread(amending.recent, history, now - AGE, amending.ALWAYS)
            self._seen = history
        changes = tuple(change for change in self._changes if change.at <= now)
        fresh = [change for change in changes if change.cite not in self._done]
        slots = list(await self.amendments.resting_on(amending.asked_for(changes, fresh), now - AGE))
        if self._looked and changes:
            since = self._looked - UNDER_WAY
            slots += await self.amendments.resting_on(amending.asked_for(changes, changes), now - AGE, since)
        entered = 0
        for subscription, slot in dict.fromkeys(slots):
            try:
                entered += await self._enter(subscription, slot, changes, now)
            except StoreError:
                raise
            except Exception:
                incident = uuid.uuid4().hex[:8]
                log.exception("amendment.bug incident=%s subscription=%s slot=%s", incident, subscription, slot)
            await asyncio.sleep(0)
        self._done, self._looked = frozenset(change.cite for change in changes), now
        return entered

    async def _enter(self, subscription: str, slot: str, changes: Sequence[Change], now: datetime) -> bool:
        standing = await self.subscriptions.get(subscription)
        posted = await self.amendments.posted(subscription, slot)
        outlet = self.outlets.get(standing.subscription.address.platform) if standing else None
        if standing is None or posted is None or outlet is None:
            return False
        cites = {cite for row in posted.parts for cite in row.cites}
        happened = amending.concerning(changes, cites)
        since = [
            change for change in happened if change.at >= posted.composed - _stale(change) or self._is_last(change)
        ]
        fresh = amending.unnoted(since, posted.amended)
        new = [change for change in since if change in fresh or _came_late(posted, change)]
        if not new:
            return False
        stands = [row for row in posted.parts if row.state is State.SENT and row.document is not None]
        documents = [row.document for row in stands if row.document is not None]
        amended = self.tell(standing.subscription, posted, documents, since, fresh or new)
        owed = tuple(_owed(standing.subscription, outlet, posted, stands, amended, new, now)) if amended.differs else ()
        owed = owed if fresh else tuple(one for one in owed if one.step is Kind.EDIT)
        if owed:
            await self.amendments.enter(owed)
            self.step("owed")
            log.info("amendment.entered subscription=%s slot=%s changes=%d", subscription, slot, len(new))
        return bool(owed)

    def _is_last(self, change: Change) -> bool:
        """Whether a record was taken out of what is told, and nothing happened to it since: a digest that tells it did
        not know of that, whatever a clock says that was set back between the two."""
        revisions = self._seen.revisions if self._seen else {}
        return change.kind in amending.LISTED and revisions.get(change.revision.id, ())[-1:] == (change.revision,)


def _came_late(posted: Posted, change: Change) -> bool:
    """Whether a message that rests on what changed was posted after the digest had been amended for that: one whose
    subscription was paused meanwhile is finished with the words it had been given."""
    edited = {part for part, noted in posted.edited if amending.names(noted, change)}
    sent = (row for row in posted.parts if row.state is State.SENT and amending.touched(change) in row.cites)
    return any(row.part not in edited for row in sent)


def _owed(
    subscription: Subscription,
    outlet: Outlet,
    posted: Posted,
    stands: Sequence[Delivery],
    amended: Amended,
    new: Sequence[Change],
    now: datetime,
) -> Iterator[Amendment]:
    """An edit for each message that is to say something else, then the note."""
    changes = amending.marks(new, posted.amended)
    mark = _mark(changes)
    edits = _edits(subscription, outlet, posted, stands, amended, {amending.touched(change) for change in new})
    for row, document in edits:
        key = key_of(subscription.id, f"{posted.slot} {mark}", row.part, 0)
        yield Amendment(
            subscription.id, posted.slot, mark, Kind.EDIT, row.part, changes, row.receipt, document, key, now
        )
    note = next((one for one in amended.notes if len(outlet.parts(one)) == 1), amended.notes[-1])
    key = key_of(subscription.id, f"{posted.slot} {mark} note", 0, 0)
    yield Amendment(subscription.id, posted.slot, mark, Kind.NOTE, 0, changes, "", note, key, now)


def _edits(
    subscription: Subscription,
    outlet: Outlet,
    posted: Posted,
    stands: Sequence[Delivery],
    amended: Amended,
    touched: set[str],
) -> list[tuple[Delivery, Document]]:
    """The messages that say something else by now. Where the digest told anew does not fall into as many messages as
    stand, or one of them is not known to stand, those that rested on what changed are withdrawn."""
    whole = len(stands) == len(posted.parts) and not any(row.plain for row in stands)
    if amended.whole is not None and whole:
        parts = list(outlet.parts(amended.whole))
        if amended.lead is not None and outlet.threads(subscription.posted):
            parts = [*outlet.parts(amended.lead), *parts]
        if len(parts) == len(stands):
            return [
                (row, replace(part, calls=row.document.calls if row.document else ""))
                for row, part in zip(stands, parts, strict=True)
                if row.document is None or plain(part) != plain(row.document)
            ]
    resting = [pair for pair in zip(stands, amended.withdrawn, strict=True) if touched & _rests_on(pair[0])]
    return resting or list(zip(stands, amended.withdrawn, strict=True))


def _stale(change: Change) -> timedelta:
    return IMPORTING if is_filed(change.revision.id) else STALE


def _rests_on(row: Delivery) -> set[str]:
    """The records of a message as it was posted, and as it was told anew: sentences may have moved between messages."""
    said = row.document.clauses() if row.document else ()
    return {*row.cites, *(cite for clause in said for cite in clause.cites)}


def _mark(changes: Sequence[str]) -> str:
    """The name of a batch of changes: the same whoever enters it."""
    digest = hashlib.sha256("|".join(sorted(changes)).encode()).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:25]
