"""What is held on each issue: roll calls, other records, and from which day to which.

`briefs.wording.issues` tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefs.archive import Archive
from briefs.rollcalls.matrix import latest_of, numbers_of


@dataclass(frozen=True, slots=True)
class Holding:
    """One issue: its roll calls on whole texts, and the event records about it."""

    issue: str
    calls: int
    events: tuple[str, ...]
    first: date
    last: date


def holdings(archive: Archive) -> tuple[Holding, ...]:
    """Every issue with anything held on it, most roll calls first, then most records, then by title."""
    found = [held for issue in archive.register.issues if (held := _holding(archive, issue))]
    titles = archive.register.issues
    return tuple(sorted(found, key=lambda h: (-h.calls.bit_count(), -len(h.events), titles[h.issue].title)))


def _holding(archive: Archive, issue: str) -> Holding | None:
    calls = archive.rolls.on(issue)
    events = list(archive.on_issue.get(issue, ()))
    if not calls and not events:
        return None
    ballots = archive.rolls.matrix.ballots
    ends = [ballots[n].day for n in (next(numbers_of(calls)), next(latest_of(calls)))] if calls else []
    days = [*ends, *(event.date.last for event in events)]
    return Holding(issue, calls, tuple(event.id for event in events), min(days), max(days))
