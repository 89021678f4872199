"""Corrections of posts that did not arrive, and what a person can order for each. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from adapters.contract import Next, Subscription
from adapters.store.entries import Amendment, State, Step
from bot.office.doubts import slots_told
from briefs.wording.notices import office

TRY_AGAIN = "subscription try-again"
SHOWN = 5
"""Corrections told of: the newest."""
OFFERED = 4
"""Posts whose correction a history offers a button for: the newest. With the buttons of what is in doubt
(`bot.office.doubts`) they are ten at most, as many as every platform shows beneath an answer."""
REASON = 160
"""Characters of a reason that are told."""


def undone(amendments: Sequence[Amendment], named: Mapping[str, str], spoken: str) -> list[str]:
    """A line for each correction of which something failed or is in doubt, the newest first; `named` are slots as one
    reads them, `amendments` come as they were entered."""
    batches = [tuple(of) for _, of in groupby(amendments, key=lambda one: (one.slot, one.mark))]
    return [line for batch in reversed(batches) for line in _line(batch, named[batch[0].slot], spoken)][:SHOWN]


def repeatable(amendments: Sequence[Amendment]) -> Mapping[str, tuple[Amendment, ...]]:
    """Slot → what of its corrections failed and may be tried again, that which was entered last first."""
    slots: dict[str, list[Amendment]] = {}
    for one in amendments:
        if one.repeatable:
            slots.setdefault(one.slot, []).append(one)
    return {slot: tuple(of) for slot, of in sorted(slots.items(), key=lambda item: -item[1][-1].id)}


def mend(order: Subscription, amendments: Sequence[Amendment], spoken: str) -> tuple[Next, ...]:
    """What may be ordered for corrections that failed."""
    slots = list(slots_told(repeatable(amendments), order.zone, spoken).items())[:OFFERED]
    return tuple(
        Next(TRY_AGAIN, {"subscription": order.id, "slot": slot}, office("do-try-again", spoken, slot=words))
        for slot, words in slots
    )


def _line(batch: Sequence[Amendment], slot: str, spoken: str) -> Iterator[str]:
    failed = [one for one in batch if one.state is State.FAILED]
    doubt = [one for one in batch if one.state is State.UNKNOWN]
    unedited, unnoted = (any(one.step is step for one in failed) for step in (Step.EDIT, Step.NOTE))
    worst = next(iter(doubt or failed), None)
    if worst is None:
        return
    message = "doubt" if doubt else "untold" if unedited and unnoted else "unnoted" if unnoted else "unedited"
    yield office(f"amend-{message}", spoken, slot=slot, reason=worst.reason[:REASON])
