"""What a person decides of posts of which nobody can tell whether they stand, and of corrections that failed.

    /subscription send-again digest-abcde 2026-03-01 10:00      it is not in the channel: once more
    /subscription mark-sent digest-abcde 2026-03-01 10:00       it is there
    /subscription try-again digest-abcde 2026-03-01 10:00       its correction failed: once more

The slot may be left out where it is the only one. A note in doubt is a post like another.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from adapters.administration import Errand
from adapters.contract import Choice, Next, Outcome, Reply, Subscription
from adapters.store.entries import Standing
from bot.amending import keys_again
from bot.office.amended import TRY_AGAIN, repeatable
from bot.office.doubts import MARK_SENT, SEND_AGAIN, doubts, is_note, meant, slots_told
from bot.office.refusing import RefusedError, refusal
from bot.office.telling import notice
from briefs.wording.notices import echo, office

if TYPE_CHECKING:
    from adapters.store.store import Store


@dataclass(frozen=True, slots=True)
class _Words:
    """How an errand is answered: where it is carried out, where nothing is open, where that one is not, and where
    several are."""

    title: str
    done: str
    none: str
    closed: str
    which: str


_WORDS = {
    SEND_AGAIN: _Words("sending-title", "sending-again", "no-doubts", "no-doubt", "which-slot"),
    MARK_SENT: _Words("marked-title", "marked", "no-doubts", "no-doubt", "which-slot"),
    TRY_AGAIN: _Words("sending-title", "trying-again", "no-failed", "not-failed", "which-failed"),
}


async def judged(store: Store, held: Standing, errand: Errand, now: datetime, spoken: str) -> Reply:
    """Carry out what was decided, once. Raises `RefusedError`."""
    order, said = held.subscription, _WORDS[errand.command]
    if errand.command == SEND_AGAIN and order.paused is not None:
        raise RefusedError(refusal(office("is-paused", spoken, reason=order.paused), spoken))
    held_open = await _open(store, order, errand.command)
    named = slots_told(held_open, order.zone, spoken)
    slot = _meant(errand, order, named, spoken)
    if not await _decide(store, errand.command, slot, held_open[slot], now):
        raise RefusedError(refusal(office(said.closed, spoken, id=order.id, slot=named[slot]), spoken))
    document = notice(office(said.title, spoken), [office(said.done, spoken, id=order.id, slot=named[slot])], spoken)
    return Reply(document, Outcome.ANSWERED)


async def _open(store: Store, order: Subscription, command: str) -> Mapping[str, tuple[int, ...]]:
    """What that may be ordered for: its name → its ids, the newest first."""
    owed = await store.amendments.of(order.id)
    if command == TRY_AGAIN:
        return {slot: tuple(one.id for one in of) for slot, of in repeatable(owed).items()}
    return doubts(await store.ledger.history(order.id), owed, command)


async def _decide(store: Store, command: str, slot: str, ids: Collection[int], now: datetime) -> Collection[int]:
    """Gives those of them for which it was done."""
    if command == TRY_AGAIN or is_note(slot):
        notes = store.amendments
        return await (notes.stands(ids, now) if command == MARK_SENT else notes.again(keys_again(ids, now), now))
    decide = store.outbox.again if command == SEND_AGAIN else store.outbox.stands
    return await decide(tuple(ids), now)


def _meant(errand: Errand, order: Subscription, named: Mapping[str, str], spoken: str) -> str:
    """The slot that is named, or the one there is; `named` are those that are open, each as one reads it. Raises
    `RefusedError`."""
    typed, said = errand.given.get("slot", "").strip(), _WORDS[errand.command]
    if not typed and not named:
        raise RefusedError(refusal(office(said.none, spoken, id=order.id), spoken))
    slots = meant(typed, named, order.zone) if typed else tuple(named)
    if not slots:
        line = office(said.closed, spoken, id=order.id, slot=echo(typed.replace("T", " ")))
        raise RefusedError(refusal(line, spoken))
    if len(slots) == 1:
        return slots[0]
    further = tuple(
        Next(errand.command, {"subscription": order.id, "slot": slot}, named[slot], lists=True) for slot in slots
    )
    listed = ", ".join(named[slot] for slot in slots)
    raise RefusedError(replace(refusal(office(said.which, spoken, slots=listed), spoken), next=further))


async def slots_offered(store: Store, held: Sequence[Standing], command: str, typed: str, spoken: str) -> list[Choice]:
    """What of these orders that may be ordered for, as it fits what is typed so far."""
    choices = []
    for order in (one.subscription for one in held):
        named = slots_told(await _open(store, order, command), order.zone, spoken)
        choices += [Choice(f"{words} · {order.id}", slot, words) for slot, words in named.items()]
    return [one for one in choices if typed.strip().lower() in one.label.lower()]
