"""deliver(subscription, slot): claim → gather, word and prove → post each part → settle. Exactly once for the reader.

Everything that happens is in the ledger before it happens, so that a process that dies at any point leaves a row from
which the next one goes on: claimed (nothing left yet: composed anew), sending (`bot/posting.py` clears up the doubt),
or settled. Rules of the window `[since, until)` that a slot tells:

* it starts where the subscription's last one ended (`covered`; at first its creation) and ends at the slot's instant;
* it counts as told when every part was sent or is unknown, or when there was nothing new (quiet);
* what was withheld, failed or skipped before any part left is told by the next slot, from the old start;
* an alert has a window of its own and moves none: a digest leaves out what alerts told of which something stands, and
  tells what they did not. Of one subscription nothing is composed while it is open whether something else is told;
* a digest that had begun is finished, never begun again: its later parts wait, and after a refusal they stand again
  when its subscription is resumed. An unknown part is not repeated: a person may send it again.

Where the subscription wants a thread and the place has them, the lead is the first message and the whole follows in it.

The clock and the ticks are in `bot/schedule.py`; what a slot is, in `bot/slots.py`.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from adapters.contract import Address, Outlet, OutletError, Subscription, Unavailable
from adapters.store.entries import OPEN, Claimed, Delivery, Kind, Part, Settlement, State
from adapters.store.errors import StoreError
from bot.alerting import nothing
from bot.composing import Compose, messages
from bot.plainer import plainly
from bot.posting import Clock, Cut, Ended, Later, Outcome, Patience, Pause, Posting, Step, Turns, key_of
from bot.waiting import spoken
from briefs.briefing import Ending
from briefs.document import Document
from briefs.wording.notices import paused

log = logging.getLogger("dateline.delivery")


@dataclass(frozen=True, slots=True)
class Composed:
    """The messages of one slot, and the records that they tell."""

    messages: Sequence[Document]
    news: tuple[str, ...]


class Ledger(Protocol):
    """What delivery needs of the ledger. Each call is one transaction and raises a StoreError, nothing written."""

    async def open(self, subscription: str, slot: str) -> Sequence[Delivery]: ...

    async def begun(self, subscription: str, slot: str) -> bool: ...

    async def first(self, subscription: str, slot: str) -> Delivery | None: ...

    async def claim(self, delivery: int, now: datetime) -> Claimed | None: ...

    async def told_by_alerts(self, subscription: str, since: datetime) -> frozenset[str]: ...

    async def prepare(
        self, claimed: Delivery, parts: Sequence[Part], now: datetime, news: Sequence[str] = ()
    ) -> Sequence[Delivery]: ...

    async def replace(self, too_long: Delivery, parts: Sequence[Part], reason: str, now: datetime) -> None: ...

    async def sending(self, delivery: int, key: str, now: datetime, address: Address) -> None: ...

    async def put_back(
        self, delivery: Delivery, doubt: datetime | None, retry_at: datetime | None, reason: str
    ) -> None: ...

    async def settle(self, settlement: Settlement, pause: str = "") -> None: ...

    async def published(self, delivery: int) -> None: ...


@dataclass(frozen=True, slots=True)
class DeliverySettings:
    """How late a slot may still be told, and how long posting tries."""

    age_limit: timedelta = timedelta(hours=24)
    """A slot missed longer ago is not entered for delivery any more, and one in the ledger is tried for so long."""
    patience: Patience = field(default_factory=Patience)


class Courier:
    """Delivers slots, one destination at a time each; `bot/schedule.py` runs many destinations side by side."""

    def __init__(
        self,
        ledger: Ledger,
        outlets: Mapping[str, Outlet],
        compose: Compose,
        clock: Clock,
        pause: Pause,
        settings: DeliverySettings | None = None,
        step: Step = lambda _: None,
        turns: Turns | None = None,
        alert: Compose = nothing,
    ) -> None:
        self._ledger = ledger
        self._outlets = outlets
        self._compose = {Kind.DIGEST: compose, Kind.ALERT: alert}
        self._clock = clock
        self._settings = settings or DeliverySettings()
        self._step = step
        self._posting = Posting(ledger, clock, pause, step, self._settings.patience, turns)
        self._owed: dict[int, Ended] = {}
        """Ends that are known but could not be written down (a full disk): written before anything else is tried."""

    async def deliver(self, subscription: Subscription, slot: Sequence[Delivery]) -> bool:
        """Carry one slot, given by all its rows, as far as it goes now. False: it waits for a later tick, and its
        destination with it.

        Raises a StoreError when the ledger cannot be read or written; nothing is lost, the next tick goes on.
        """
        for post in slot:
            if post.owed is not None:  # by a process that died before it published it
                await self._publish(subscription, post)
        rows: Sequence[Delivery] = [row for row in slot if row.state in OPEN]
        while rows:
            head = rows[0]
            outlet = self._outlets.get(subscription.address.platform)
            if head.id not in self._owed and self._clock() - head.entered > self._settings.age_limit:
                await self._give_up(subscription, outlet, head)
                rows = await self._open(head)
            elif outlet is None:
                return False
            elif head.document is None:
                rows = await self._prepare(subscription, outlet, head)
            else:
                left = await self._settled(subscription, outlet, rows)
                if left is None:
                    return False
                rows = left
        return True

    async def _prepare(self, subscription: Subscription, outlet: Outlet, head: Delivery) -> Sequence[Delivery]:
        """Claim a slot and store its rendered parts, or settle it when there is nothing to post. Gives what to post.

        Where Dateline has lost what it needs to post there, the subscription is paused before anything is tried."""
        lacks = await outlet.lacks(subscription.posted, subscription.language or "")
        blocking = "; ".join(lack.text for lack in lacks if lack.blocks)
        if blocking:
            await self._settle(subscription, head, Ended(State.FAILED, reason=blocking, pause=blocking), last=True)
            return ()
        claimed = await self._ledger.claim(head.id, self._clock())
        if claimed is None:
            return ()
        self._step("claimed")
        told: frozenset[str] = frozenset()
        if claimed.alerted:
            told = await self._ledger.told_by_alerts(subscription.id, claimed.since)
        composed = self._composed(subscription, outlet, head, claimed.since, told)
        self._step("composed")
        if isinstance(composed, Ended):
            covered = head.due if composed.state is State.QUIET and head.kind is Kind.DIGEST else None
            await self._ledger.settle(
                Settlement(head, composed.state, self._clock(), reason=composed.reason, covered=covered)
            )
            self._step("settled")
            return ()
        parts = _parts(composed.messages, head, head.part, head.group)
        rows = await self._ledger.prepare(head, parts, self._clock(), composed.news)
        self._step("prepared")
        return rows

    def _composed(
        self, subscription: Subscription, outlet: Outlet, head: Delivery, since: datetime, told: frozenset[str]
    ) -> Composed | Ended:
        try:
            briefing = self._compose[head.kind](subscription, min(since, head.due), head.due, told)
            if briefing.ending is Ending.WITHHELD:
                reason = "; ".join(briefing.reasons) or "no reason given"
                log.error("digest.withheld subscription=%s slot=%s reason=%s", subscription.id, head.slot, reason)
                return Ended(State.FAILED, reason=f"withheld by the prover: {reason}")
            if head.kind is Kind.ALERT and briefing.ending is Ending.QUIET:
                return Ended(State.QUIET, reason="nothing is left to post at once: it was told meanwhile, or withdrawn")
            parts = messages(briefing, subscription, outlet)
            return Composed(parts, briefing.news) if parts else Ended(State.QUIET, reason="nothing new")
        except Exception:
            incident = uuid.uuid4().hex[:8]
            log.exception("digest.bug incident=%s subscription=%s slot=%s", incident, subscription.id, head.slot)
            return Ended(State.FAILED, reason=f"a fault of Dateline's own; the log has it as incident {incident}")

    async def _settled(
        self, subscription: Subscription, outlet: Outlet, rows: Sequence[Delivery]
    ) -> Sequence[Delivery] | None:
        """Post the first of the rows and write down how that ended. Gives what is left to post; None: it waits."""
        head = rows[0]
        outcome: Outcome | None = self._owed.get(head.id)
        if outcome is None:
            address = await self._address(subscription, head)
            outcome = await self._posting.carry(outlet, address, _with_key(head))
            if isinstance(outcome, Ended) and address.place != subscription.address.place:
                outcome = replace(outcome, pause="")  # the place that refuses is not where it posts any more
        match outcome:
            case Later(doubt, retry_at, reason):
                log.warning("delivery.waits subscription=%s slot=%s reason=%s", subscription.id, head.slot, reason)
                await self._ledger.put_back(head, doubt, retry_at, reason)
                self._step("put back")
                return None
            case Cut(reason) if not head.plain and head.document is not None:
                log.error("delivery.too_long subscription=%s slot=%s then=plain", subscription.id, head.slot)
                await self._go_plain(head, reason)
                return await self._open(head)
            case Cut(reason):
                outcome = Ended(State.FAILED, reason=reason)
        await self._settle(subscription, head, outcome, last=len(rows) == 1)
        return rows[1:] if outcome.state is State.SENT else await self._open(head)

    async def _go_plain(self, head: Delivery, reason: str) -> None:
        """This part and the later ones of its slot, once more, as plain text."""
        rows = [row for row in await self._open(head) if row.group == head.group]
        documents = [part for row in rows if row.document is not None for part in plainly(row.document)]
        await self._ledger.replace(head, _parts(documents, head, head.part, head.group + 1), reason, self._clock())
        self._step("replaced")

    async def _give_up(self, subscription: Subscription, outlet: Outlet | None, head: Delivery) -> None:
        """A part that could not be posted for `age_limit`. A doubt is looked into one last time."""
        reason = (
            f"not posted within {spoken(self._settings.age_limit)}: {head.reason or 'no connection to the platform'}"
        )
        ended = Ended(State.SKIPPED if head.document is None else State.FAILED, reason=reason)
        if head.doubt is not None:
            ended = Ended(State.UNKNOWN, reason=reason)
            if outlet is not None:
                found = await self._posting.look(outlet, await self._address(subscription, head), head, head.doubt)
                if isinstance(found, Ended):
                    ended = found
                elif found.doubt is None:
                    ended = Ended(State.FAILED, reason=reason)
        await self._settle(subscription, head, ended, last=len(await self._open(head)) == 1)

    async def _address(self, subscription: Subscription, head: Delivery) -> Address:
        """Where this part goes. Further ones know the first message of their digest, and go where that went; one that
        stands, or of which that is not known, stays where it was sent to, though the subscription was moved since."""
        first = await self._ledger.first(head.subscription, head.slot) if head.part else None
        address = subscription.posted
        if first is not None:
            address = first.stands_at(replace(address, first=first.receipt))
        return head.stands_at(address) if head.doubt is not None or head.receipt else address

    async def _open(self, head: Delivery) -> Sequence[Delivery]:
        return await self._ledger.open(head.subscription, head.slot)

    async def _settle(self, subscription: Subscription, head: Delivery, ended: Ended, *, last: bool) -> None:
        stops = ended.state in (State.FAILED, State.SKIPPED) or bool(ended.pause)
        told = ended.state in (State.SENT, State.UNKNOWN) or await self._ledger.begun(head.subscription, head.slot)
        covered = head.due if told and (last or stops) and head.kind is Kind.DIGEST else None
        publish = ended.state is State.SENT and subscription.publish
        settlement = Settlement(
            head, ended.state, self._clock(), ended.receipt, ended.reason,
            covered=covered, drop_rest=stops, publish=publish,
        )  # fmt: skip
        try:
            await self._ledger.settle(settlement, pause=ended.pause)
        except StoreError:
            self._owed[head.id] = ended
            raise
        self._owed.pop(head.id, None)
        self._step("settled")
        _tell(subscription, head, ended)
        if publish:
            await self._publish(subscription, replace(head, receipt=ended.receipt, owed=settlement.at))
        if ended.pause:
            await self._warn(subscription, ended.pause)

    async def _publish(self, subscription: Subscription, post: Delivery) -> None:
        """Once it is written down that the post stands and that publishing is owed, pass it on. It stays owed while the
        platform cannot be reached, and after a crash; a repeat is harmless. What is refused stands all the same: it is
        said in the log and not tried again."""
        outlet = self._outlets.get(subscription.address.platform)
        late = post.owed is not None and self._clock() - post.owed > self._settings.age_limit
        reason = "it could not be for too long" if late else ""
        if subscription.publish and not late:
            try:
                if outlet is None:
                    return
                await outlet.publish(await self._address(subscription, post), post.receipt)
            except Unavailable as error:
                log.info(
                    "digest.not_yet_published subscription=%s slot=%s reason=%s", post.subscription, post.slot, error
                )
                return
            except OutletError as error:
                reason = str(error)
            except Exception:
                log.exception("digest.not_published subscription=%s slot=%s", post.subscription, post.slot)
            self._step("published")
        if reason:
            log.warning("digest.not_published subscription=%s slot=%s reason=%s", post.subscription, post.slot, reason)
        await self._ledger.published(post.id)

    async def _warn(self, subscription: Subscription, reason: str) -> None:
        """Tell the owner of the server, once: a paused subscription tries nothing that could tell them again."""
        outlet = self._outlets.get(subscription.address.platform)
        if outlet is None or not subscription.server:
            return
        try:
            told = await outlet.warn(subscription.server, paused(subscription.id, reason, subscription.language or ""))
        except Exception:
            log.exception("subscription.warning_failed id=%s", subscription.id)
            return
        if not told:
            log.warning("subscription.not_warned id=%s then=/doctor and the log say so", subscription.id)


def _parts(documents: Sequence[Document], head: Delivery, first: int, group: int) -> tuple[Part, ...]:
    return tuple(
        Part(key_of(head.subscription, head.slot, number, group), document)
        for number, document in enumerate(documents, first)
    )


def _with_key(head: Delivery) -> Delivery:
    """A part that stands again after a refusal gets the key of its new attempt group here."""
    return replace(head, key=head.key or key_of(head.subscription, head.slot, head.part, head.group))


def _tell(subscription: Subscription, head: Delivery, ended: Ended) -> None:
    """One line of the log for each end."""
    level = logging.INFO if ended.state is State.SENT else logging.WARNING
    log.log(
        level,
        "delivery.%s subscription=%s slot=%s part=%s reason=%s",
        ended.state,
        head.subscription,
        head.slot,
        head.part,
        ended.reason,
    )
    if ended.pause:
        log.warning("subscription.paused subscription=%s reason=%s", subscription.id, ended.pause)
