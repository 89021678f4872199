"""Posts of which nobody can tell whether they stand: which these are, and what may be ordered for them. Pure.

A slot is named by its local day and time, as `/subscription history` tells it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from adapters.contract import Next
from adapters.store.entries import Delivery, State
from briefs.wording.notices import office

SEND_AGAIN, MARK_SENT = "subscription send-again", "subscription mark-sent"
OFFERED = 3
"""Slots in doubt that a history offers buttons for: the newest."""
_SLOT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2})[:.h](\d{2})")


def slot_named(typed: str) -> str | None:
    """The name of a slot as one may type it: "2026-03-01 9:30", "2026-03-01T09:30"; None for anything else."""
    found = _SLOT.fullmatch(typed.strip())
    return f"{found[1]}T{found[2]:0>2}:{found[3]}" if found else None


def newest(rows: Sequence[Delivery]) -> list[Delivery]:
    """Of each part of a slot its last attempt."""
    last = {row.part: row.group for row in sorted(rows, key=lambda row: row.group)}
    return [row for row in rows if row.group == last[row.part]]


def in_doubt(rows: Sequence[Delivery]) -> Mapping[str, tuple[Delivery, ...]]:
    """Slot → its parts of which nobody can tell, and nobody decided; the newest slot first."""
    slots: dict[str, list[Delivery]] = {}
    for row in rows:
        slots.setdefault(row.slot, []).append(row)
    found = {slot: tuple(row for row in newest(of) if row.state is State.UNKNOWN) for slot, of in slots.items()}
    return {slot: found[slot] for slot in sorted(found, reverse=True) if found[slot]}


def told(slot: str) -> str:
    """A slot as one reads it."""
    return slot.replace("T", " ")


def judge(id_: str, rows: Sequence[Delivery], spoken: str) -> tuple[Next, ...]:
    """What may be ordered of the posts in doubt."""
    doubts = list(in_doubt(rows))[:OFFERED]
    return tuple(
        Next(command, {"subscription": id_, "slot": slot}, office(message, spoken, slot=told(slot)))
        for slot in doubts
        for command, message in ((SEND_AGAIN, "do-send-again"), (MARK_SENT, "do-mark-sent"))
    )
