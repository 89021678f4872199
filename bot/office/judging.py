"""What a person decides of posts of which nobody can tell whether they stand.

    /subscription send-again digest-abcde 2026-03-01 10:00      it is not in the channel: once more
    /subscription mark-sent digest-abcde 2026-03-01 10:00       it is there

The slot may be left out where one alone is in doubt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from adapters.administration import Errand
from adapters.contract import Choice, Next, Outcome, Reply
from adapters.store.entries import Delivery, Standing
from bot.office.doubts import SEND_AGAIN, in_doubt, slot_named, told
from bot.office.refusing import RefusedError, refusal
from bot.office.telling import notice
from briefs.wording.notices import echo, office

if TYPE_CHECKING:
    from adapters.store.store import Store


async def judged(store: Store, held: Standing, errand: Errand, now: datetime, spoken: str) -> Reply:
    """Carry out what was decided, once. Raises `RefusedError`."""
    order, again = held.subscription, errand.command == SEND_AGAIN
    if again and order.paused is not None:
        raise RefusedError(refusal(office("is-paused", spoken, reason=order.paused), spoken))
    doubts = in_doubt(await store.ledger.history(order.id))
    slot = _meant(errand, order.id, doubts, spoken)
    decide = store.outbox.again if again else store.outbox.stands
    if not await decide([row.id for row in doubts[slot]], now):
        raise RefusedError(refusal(office("no-doubt", spoken, id=order.id, slot=told(slot)), spoken))
    title, line = ("sending-title", "sending-again") if again else ("marked-title", "marked")
    document = notice(office(title, spoken), [office(line, spoken, id=order.id, slot=told(slot))], spoken)
    return Reply(document, Outcome.ANSWERED)


def _meant(errand: Errand, id_: str, doubts: Mapping[str, Sequence[Delivery]], spoken: str) -> str:
    """The slot that is named, or the one there is. Raises `RefusedError`."""
    typed = errand.given.get("slot", "").strip()
    if typed:
        slot = slot_named(typed) or ""
        if slot in doubts:
            return slot
        raise RefusedError(refusal(office("no-doubt", spoken, id=id_, slot=echo(told(typed))), spoken))
    if not doubts:
        raise RefusedError(refusal(office("no-doubts", spoken, id=id_), spoken))
    if len(doubts) == 1:
        return next(iter(doubts))
    further = tuple(
        Next(errand.command, {"subscription": id_, "slot": slot}, told(slot), lists=True) for slot in doubts
    )
    listed = ", ".join(told(slot) for slot in doubts)
    raise RefusedError(replace(refusal(office("which-slot", spoken, slots=listed), spoken), next=further))


async def slots_offered(store: Store, held: Sequence[Standing], typed: str) -> list[Choice]:
    """Slots in doubt of these orders, as they fit what is typed so far."""
    slots = {one.subscription.id: in_doubt(await store.ledger.history(one.subscription.id)) for one in held}
    choices = [Choice(f"{told(slot)} · {id_}", slot, told(slot)) for id_, of in slots.items() for slot in of]
    return [one for one in choices if typed.strip().lower() in one.label.lower()]
