"""Posts of which nobody can tell whether they stand: which these are, and what may be ordered for them. Pure.

A slot is named by its local day and time, as `/subscription history` tells it; an alert's by its minute, or its second
where two came in one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from adapters.contract import Next, Subscription
from adapters.store.entries import Delivery, State
from bot.slots import local_slot
from briefs.wording.notices import office

SEND_AGAIN, MARK_SENT = "subscription send-again", "subscription mark-sent"
OFFERED = 3
"""Slots in doubt that a history offers buttons for: the newest."""
_SLOT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2})[:.h](\d{2})(?::(\d{2})(Z)?)?(?P<alert>\s*\(?alert[ea]?\)?)?", re.IGNORECASE
)


def names_slot(typed: str) -> bool:
    """Whether it is the name of a slot as one may type it: "2026-03-01 9:30", "2026-03-01T09:30", "2026-03-01 9:30
    (alert)"."""
    return _SLOT.fullmatch(typed.strip()) is not None


def meant(typed: str, slots: Collection[str], zone: str) -> tuple[str, ...]:
    """Those of the slots that it may mean: the one of that very name; else the alerts of that minute, or second."""
    found = _SLOT.fullmatch(typed.strip())
    if found is None:
        return ()
    minute, second = f"{found[1]} {found[2]:0>2}:{found[3]}", found[4]
    exact = minute.replace(" ", "T") + (f":{second}Z" if found[5] else "")
    if exact in slots and not found["alert"]:
        return (exact,)
    at = f"{minute}:{second}" if second else minute
    told = {slot: local_slot(slot, zone) for slot in slots}
    return tuple(slot for slot, (local, alert) in told.items() if alert and local.startswith(at))


def newest(rows: Sequence[Delivery]) -> list[Delivery]:
    """Of each part of a slot its last attempt."""
    last = {row.part: row.group for row in sorted(rows, key=lambda row: row.group)}
    return [row for row in rows if row.group == last[row.part]]


def in_doubt(rows: Sequence[Delivery]) -> Mapping[str, tuple[Delivery, ...]]:
    """Slot → its parts of which nobody can tell, and nobody decided; the newest slot first. `rows` come as they were
    due."""
    slots: dict[str, list[Delivery]] = {}
    for row in rows:
        slots.setdefault(row.slot, []).append(row)
    found = {slot: tuple(row for row in newest(of) if row.state is State.UNKNOWN) for slot, of in slots.items()}
    return {slot: found[slot] for slot in reversed(found) if found[slot]}


def slots_told(slots: Collection[str], zone: str, spoken: str) -> Mapping[str, str]:
    """Each slot as one reads it, in that order."""
    local = {slot: local_slot(slot, zone) for slot in slots}
    alike = Counter(words[:16] for words, alert in local.values() if alert)
    return {
        slot: office("slot-alert", spoken, at=words if alike[words[:16]] > 1 else words[:16]) if alert else words
        for slot, (words, alert) in local.items()
    }


def judge(order: Subscription, rows: Sequence[Delivery], spoken: str) -> tuple[Next, ...]:
    """What may be ordered of the posts in doubt."""
    doubts = list(slots_told(in_doubt(rows), order.zone, spoken).items())[:OFFERED]
    return tuple(
        Next(command, {"subscription": order.id, "slot": slot}, office(message, spoken, slot=words))
        for slot, words in doubts
        for command, message in ((SEND_AGAIN, "do-send-again"), (MARK_SENT, "do-mark-sent"))
    )
