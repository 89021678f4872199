"""What is owed to digests that stand, carried out in order, one destination at a time: edits, then the note.

An edit is harmless to repeat: `sending` is written first, and after a crash it is simply made again. A note carries a
key as a digest's message does and goes the same way (`bot/posting.py`), so that it stands once; it waits for the end of
quiet hours, while an edit makes no noise. Where an edit is refused (the message is too old, or gone, or the permission
is) the note alone is posted, then in the place itself and not in a thread that nobody would open. A platform that
cannot be reached is tried again for as long as a digest is; what failed is, once a person says so.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from adapters.contract import Address, Ambiguous, Outlet, OutletError, RateLimited, Unavailable
from adapters.store.entries import Amendment, Delivery, Standing, State
from adapters.store.entries import Step as Kind
from bot.plainer import plainly
from bot.posting import Clock, Cut, Ended, Later, Marks, Pause, Posting, Step, Turns, key_of, spacing
from bot.waiting import holds, spoken

log = logging.getLogger("dateline.living")

UNKNOWN = "which message it is, is not known: a person said that it stands there"
"""Why a message is not edited that was in doubt, and has no receipt."""


class Ledger(Marks, Protocol):
    """What amending needs of the table of amendments."""

    async def open(self, address: Address) -> Sequence[Amendment]: ...

    async def of(self, subscription: str) -> Sequence[Amendment]: ...

    async def settle(
        self, amendment: int, state: State, now: datetime, receipt: str = "", reason: str = ""
    ) -> None: ...


class Firsts(Protocol):
    """Where the first message of a digest is looked up."""

    async def first(self, subscription: str, slot: str) -> Delivery | None: ...


class Standings(Protocol):
    """Where a subscription is looked up."""

    async def get(self, subscription: str) -> Standing | None: ...


@dataclass(frozen=True, slots=True)
class Amending:
    """Carries out amendments. One value serves all destinations at once."""

    ledger: Ledger
    firsts: Firsts
    subscriptions: Standings
    outlets: Mapping[str, Outlet]
    clock: Clock
    pause: Pause
    turns: Turns
    posting: Posting
    age_limit: timedelta
    rests: tuple[float, ...]
    step: Step = lambda _: None

    async def carry(self, address: Address) -> None:
        """Everything owed there, as far as it goes now. Raises a StoreError; the next tick goes on."""
        for amendment in await self.ledger.open(address):
            outlet = self.outlets.get(address.platform)
            standing = await self.subscriptions.get(amendment.subscription)
            rests = amendment.retry_at is not None and amendment.retry_at > self.clock()
            if outlet is None or standing is None or rests:
                return
            order = standing.subscription
            if amendment.step is Kind.NOTE and holds(order.quiet, order.zone, [_as_delivery(amendment)], self.clock()):
                continue
            first = await self.firsts.first(amendment.subscription, amendment.slot)
            done = self._edit if amendment.step is Kind.EDIT else self._note
            if not await done(outlet, order.posted, amendment, first):
                return

    async def _edit(self, outlet: Outlet, posted: Address, amendment: Amendment, first: Delivery | None) -> bool:
        """Edit one message, where it stands. False: it waits, and what is behind it too."""
        address = first.stands_at(posted) if first else posted
        if not amendment.message or self._too_late(amendment):
            reason = self._late(amendment) if amendment.message else UNKNOWN
            await self._settle(amendment, Ended(State.FAILED, reason=reason))
            return True
        turn = await self.turns.take(spacing(address))
        if turn > 0 and not await self.pause(turn):
            return False
        await self.ledger.sending(amendment.id, amendment.key, self.clock(), address)
        self.step("editing")
        ended = Ended(State.SENT, amendment.message)
        try:
            await outlet.edit(address, amendment.message, amendment.document)
        except (RateLimited, Unavailable, Ambiguous) as error:
            await self._later(amendment, error)
            return False
        except OutletError as error:
            ended = Ended(State.FAILED, reason=str(error))
        except Exception:
            incident = uuid.uuid4().hex[:8]
            log.exception("amendment.bug incident=%s amendment=%s", incident, amendment.id)
            ended = Ended(State.FAILED, reason=f"a fault of Dateline's own; the log has it as incident {incident}")
        self.step("edited")
        await self._settle(amendment, ended)
        return True

    async def _note(self, outlet: Outlet, posted: Address, amendment: Amendment, first: Delivery | None) -> bool:
        """Post the note, beneath the digest where its messages could be edited."""
        address = await self._beneath(posted, amendment, first)
        delivery = _as_delivery(amendment)
        if self._too_late(amendment):
            ended = Ended(State.FAILED, reason=self._late(amendment))
            if amendment.doubt is not None:
                found = await self.posting.look(outlet, address, delivery, amendment.doubt)
                unknown = Ended(State.UNKNOWN, reason=self._late(amendment))
                ended = found if isinstance(found, Ended) else unknown if found.doubt is not None else ended
            await self._settle(amendment, ended)
            return True
        outcome = await self.posting.carry(outlet, address, delivery)
        if isinstance(outcome, Cut):
            log.error("amendment.too_long subscription=%s slot=%s then=plain", amendment.subscription, amendment.slot)
            outcome = await self.posting.carry(
                outlet, address, replace(delivery, document=plainly(amendment.document)[0])
            )
        match outcome:
            case Later(doubt, retry_at, reason):
                log.warning(
                    "amendment.waits subscription=%s slot=%s reason=%s", delivery.subscription, delivery.slot, reason
                )
                await self.ledger.put_back(delivery, doubt, retry_at, reason)
                return False
            case Cut(reason):
                outcome = Ended(State.FAILED, reason=reason)
        await self._settle(amendment, outcome)
        return True

    async def _beneath(self, posted: Address, amendment: Amendment, first: Delivery | None) -> Address:
        """In a thread of the digest's first message, or, where an edit was refused, where its subscription posts."""
        if first is None:
            return posted
        batch = [one for one in await self.ledger.of(amendment.subscription) if one.slot == amendment.slot]
        refused = any(one.mark == amendment.mark and one.state is State.FAILED for one in batch)
        stands = first.stands_at(posted)
        if refused and stands.place != posted.place:
            return posted
        return replace(stands, first=first.receipt, thread=posted.thread or not refused)

    async def _later(self, amendment: Amendment, error: OutletError) -> None:
        """Back to due: what an edit may have done it may do again."""
        asked = error.retry_after if isinstance(error, RateLimited) else 0.0
        rest = self.rests[min(amendment.tries, len(self.rests) - 1)]
        at = self.clock() + timedelta(seconds=max(rest, asked))
        log.warning("amendment.waits subscription=%s slot=%s reason=%s", amendment.subscription, amendment.slot, error)
        await self.ledger.put_back(_as_delivery(amendment), None, at, str(error))
        self.step("put back")

    def _too_late(self, amendment: Amendment) -> bool:
        return self.clock() - amendment.begun > self.age_limit

    def _late(self, amendment: Amendment) -> str:
        return f"not done within {spoken(self.age_limit)}: {amendment.reason or 'no connection to the platform'}"

    async def _settle(self, amendment: Amendment, ended: Ended) -> None:
        await self.ledger.settle(amendment.id, ended.state, self.clock(), ended.receipt, ended.reason)
        self.step("settled")
        level = logging.INFO if ended.state is State.SENT else logging.WARNING
        log.log(
            level, "amendment.%s step=%s subscription=%s slot=%s reason=%s",
            ended.state, amendment.step, amendment.subscription, amendment.slot, ended.reason,
        )  # fmt: skip


def keys_again(amendments: Collection[int], now: datetime) -> dict[int, str]:
    """The keys under which amendments are tried again: others than before, so that what was looked for in vain is not
    taken for what is posted now."""
    return {one: key_of("amendments", f"{one} {now.isoformat()}", 0, 0) for one in amendments}


def _as_delivery(amendment: Amendment) -> Delivery:
    """As `bot.posting` takes it."""
    return Delivery(
        id=amendment.id,
        subscription=amendment.subscription,
        slot=amendment.slot,
        due=amendment.entered,
        entered=amendment.entered,
        part=amendment.part,
        group=0,
        state=amendment.state,
        key=amendment.key,
        document=amendment.document,
        tries=amendment.tries,
        doubt=amendment.doubt,
        reason=amendment.reason,
    )
