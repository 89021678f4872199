"""A slot that is entered, as the row of its first part. Nothing here runs a statement."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from adapters.store.entries import OPEN, SlotEntry, State

TOLD = (State.SENT, State.UNKNOWN)
"""A slot with a part in one of these stands, or may stand, in the channel."""


def new_row(slot: SlotEntry, now: datetime) -> dict[str, Any]:
    return {
        "subscription": slot.subscription,
        "slot": slot.local,
        "part": 0,
        "attempt_group": 0,
        "due": slot.due,
        "state": slot.state,
        "reason": slot.reason,
        "cites": [],
        "entered": now,
        "settled": None if slot.state in OPEN else now,
        "kind": slot.kind,
        "since": slot.since,
    }
