"""Posts of which nobody can tell whether they stand: which these are, and what may be ordered for them. Pure.

A slot is named by its local day and time, as `/subscription history` tells it; an alert's by its minute, or its second
where two came in one. The note on a correction of what a slot posted has that name and "note".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from adapters.contract import Next, Subscription
from adapters.store.entries import Amendment, Delivery, State
from bot.slots import local_slot
from briefs.wording.notices import office

SEND_AGAIN, MARK_SENT = "subscription send-again", "subscription mark-sent"
OFFERED = 3
"""Posts and notes in doubt that a history offers buttons for: the newest."""
_SLOT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2})[:.h](\d{2})(?::(\d{2})(Z)?)?(?P<alert>\s*\(?alert[ea]?\)?)?"
    r"(?P<note>\s*\(?not[ae]\)?)?",
    re.IGNORECASE,
)
_NOTE = " note"
"""Behind the name of a slot: not what it posted, the note on a correction of that."""


def names_slot(typed: str) -> bool:
    """Whether it is the name of a slot as one may type it: "2026-03-01 9:30", "2026-03-01T09:30", "2026-03-01 9:30
    (alert)"."""
    return _SLOT.fullmatch(typed.strip()) is not None


def meant(typed: str, slots: Collection[str], zone: str) -> tuple[str, ...]:
    """Those of the slots that it may mean: the one of that very name; else the alerts of that minute, or second."""
    found = _SLOT.fullmatch(typed.strip())
    if found is None:
        return ()
    if found["note"]:
        notes = [slot.removesuffix(_NOTE) for slot in slots if is_note(slot)]
        return tuple(slot + _NOTE for slot in meant(typed.strip()[: found.start("note")], notes, zone))
    slots = [slot for slot in slots if not is_note(slot)]
    minute, second = f"{found[1]} {found[2]:0>2}:{found[3]}", found[4]
    exact = minute.replace(" ", "T") + (f":{second}Z" if found[5] else "")
    if exact in slots and not found["alert"]:
        return (exact,)
    at = f"{minute}:{second}" if second else minute
    told = {slot: local_slot(slot, zone) for slot in slots}
    return tuple(slot for slot, (local, alert) in told.items() if alert and local.startswith(at))


def is_note(slot: str) -> bool:
    """Whether that is the name of a note."""
    return slot.endswith(_NOTE)


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


def notes_in_doubt(amendments: Sequence[Amendment]) -> Mapping[str, tuple[Amendment, ...]]:
    """The name of a note → those of its slot of which nobody can tell; that which was entered last first. One that a
    later correction overtook (`adapters/store/amendments.py`) is not sent again."""
    notes: dict[str, list[Amendment]] = {}
    for one in amendments:
        if one.state is State.UNKNOWN:
            notes.setdefault(one.slot + _NOTE, []).append(one)
    return {name: tuple(of) for name, of in sorted(notes.items(), key=lambda item: -item[1][-1].id)}


def doubts(
    rows: Sequence[Delivery], amendments: Sequence[Amendment], command: str = MARK_SENT
) -> Mapping[str, tuple[int, ...]]:
    """Everything in doubt of which that may be ordered, posts before notes: its name → its ids."""
    posts = {slot: tuple(row.id for row in of) for slot, of in in_doubt(rows).items()}
    late = command == MARK_SENT
    notes = notes_in_doubt([one for one in amendments if late or not one.overtaken])
    return posts | {name: tuple(one.id for one in of) for name, of in notes.items()}


def slots_told(slots: Collection[str], zone: str, spoken: str) -> Mapping[str, str]:
    """Each slot, or note, as one reads it, in that order."""
    local = {slot.removesuffix(_NOTE): local_slot(slot.removesuffix(_NOTE), zone) for slot in slots}
    alike = Counter(words[:16] for words, alert in local.values() if alert)
    told = {
        slot: office("slot-alert", spoken, at=words if alike[words[:16]] > 1 else words[:16]) if alert else words
        for slot, (words, alert) in local.items()
    }
    return {
        slot: office("slot-note", spoken, at=told[slot.removesuffix(_NOTE)]) if is_note(slot) else told[slot]
        for slot in slots
    }


def judge(
    order: Subscription, rows: Sequence[Delivery], amendments: Sequence[Amendment], spoken: str
) -> tuple[Next, ...]:
    """What may be ordered of the posts and notes in doubt."""
    sent = doubts(rows, amendments, SEND_AGAIN)
    named = list(slots_told(doubts(rows, amendments), order.zone, spoken).items())[:OFFERED]
    return tuple(
        Next(command, {"subscription": order.id, "slot": slot}, office(message, spoken, slot=words))
        for slot, words in named
        for command, message in ((SEND_AGAIN, "do-send-again"), (MARK_SENT, "do-mark-sent"))
        if command == MARK_SENT or slot in sent
    )
