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
from adapters.contract import Choice, Next, Outcome, Reply, Subscription
from adapters.store.entries import Standing
from bot.office.doubts import SEND_AGAIN, in_doubt, meant, slots_told
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
    named = slots_told(doubts, order.zone, spoken)
    slot = _meant(errand, order, named, spoken)
    decide = store.outbox.again if again else store.outbox.stands
    if not await decide([row.id for row in doubts[slot]], now):
        raise RefusedError(refusal(office("no-doubt", spoken, id=order.id, slot=named[slot]), spoken))
    title, line = ("sending-title", "sending-again") if again else ("marked-title", "marked")
    document = notice(office(title, spoken), [office(line, spoken, id=order.id, slot=named[slot])], spoken)
    return Reply(document, Outcome.ANSWERED)


def _meant(errand: Errand, order: Subscription, doubts: Mapping[str, str], spoken: str) -> str:
    """The slot that is named, or the one there is; `doubts` are those in doubt, each as one reads it. Raises
    `RefusedError`."""
    typed = errand.given.get("slot", "").strip()
    if not typed and not doubts:
        raise RefusedError(refusal(office("no-doubts", spoken, id=order.id), spoken))
    slots = meant(typed, doubts, order.zone) if typed else tuple(doubts)
    if not slots:
        line = office("no-doubt", spoken, id=order.id, slot=echo(typed.replace("T", " ")))
        raise RefusedError(refusal(line, spoken))
    if len(slots) == 1:
        return slots[0]
    further = tuple(
        Next(errand.command, {"subscription": order.id, "slot": slot}, doubts[slot], lists=True) for slot in slots
    )
    listed = ", ".join(doubts[slot] for slot in slots)
    raise RefusedError(replace(refusal(office("which-slot", spoken, slots=listed), spoken), next=further))


async def slots_offered(store: Store, held: Sequence[Standing], typed: str, spoken: str) -> list[Choice]:
    """Slots in doubt of these orders, as they fit what is typed so far."""
    choices = []
    for order in (one.subscription for one in held):
        named = slots_told(in_doubt(await store.ledger.history(order.id)), order.zone, spoken)
        choices += [Choice(f"{words} · {order.id}", slot, words) for slot, words in named.items()]
    return [one for one in choices if typed.strip().lower() in one.label.lower()]
