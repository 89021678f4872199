"""(archive, actor, issue) → everything held about an actor, newest first. It never words anything.

Acts and the votes of records stand each for itself; of an imported voting file only the newest shifts do, since a seat
has thousands of votes there. Newest first: a reader asks what is new, and what is cut off is then the oldest.
`briefs.wording.timeline` tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefs.accounts import leads, rival
from briefs.archive import Archive
from briefs.codebook import Act
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.shifts import latest_shifts


@dataclass(frozen=True, slots=True)
class Moment:
    """One act, or one vote; `before` is the vote it shifted from."""

    day: date
    event: EventRecord | None = None
    call: RollCall | None = None
    before: RollCall | None = None

    @property
    def records(self) -> tuple[str, ...]:
        return tuple(held.id for held in (self.event, self.call, self.before) if held)


@dataclass(frozen=True, slots=True)
class Timeline:
    """At most so many moments, newest first. `rest` is how many records are held beside those told here."""

    actor: str
    issue: str | None
    moments: tuple[Moment, ...]
    rest: int
    shifts: bool
    """Whether the imported file holds votes of it: its shifts stand for them."""


def gather(archive: Archive, actor: str, issue: str | None, most: int, shifts: int) -> Timeline:
    """At most `most` moments, `shifts` of them from the imported file."""
    events = [e for e in archive.concerning.get(actor, ()) if issue is None or archive.issue_of(e) == issue]
    votes = [call for call in archive.votes if actor in call.votes and _on(archive, call, issue)]
    held = [Moment(event.date.last, event) for event in events if _stands(archive, event)]
    held += [Moment(call.date, call=call) for call in votes]
    held += _shifts(archive, actor, issue, shifts)
    told = tuple(sorted(held, key=_place)[:most])
    records = {event.id for event in events} | {call.id for call in votes}
    rest = len(records - {record for moment in told for record in moment.records})
    filed = bool(archive.rolls.on(issue) & archive.rolls.filed) and actor in archive.rolls.matrix.column
    return Timeline(actor, issue, told, rest, filed)


def _place(moment: Moment) -> tuple[int, bool, str]:
    """Newest first; of one day votes before acts, then by id."""
    return -moment.day.toordinal(), moment.call is None, moment.records[0]


def _on(archive: Archive, call: RollCall, issue: str | None) -> bool:
    return issue is None or archive.register.measures[call.measure].issue == issue


def _stands(archive: Archive, event: EventRecord) -> bool:
    """Not a press account of a vote whose roll call is held, nor a second account of an act that says nothing else."""
    measure = archive.measure_of(event) if event.act is Act.VOTE_HELD else None
    if measure and archive.call_on(measure):
        return False
    return leads(archive, event) or rival(archive, event) is not None


def _shifts(archive: Archive, actor: str, issue: str | None, most: int) -> Iterator[Moment]:
    rolls = archive.rolls
    if not rolls.filed or actor not in rolls.matrix.column:
        return
    for shift in latest_shifts(rolls.matrix, actor, rolls.on(issue) & rolls.filed, rolls.on(), most):
        call, before = rolls.call(shift.number), rolls.call(shift.last)
        yield Moment(call.date, call=call, before=before)
