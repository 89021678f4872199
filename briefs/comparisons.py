"""(archive, actors, issue) → Comparison: the same questions put to each actor. Only selection; `wording` tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from briefs.agreements import Agreements, agreements
from briefs.archive import Archive
from briefs.codebook import Act
from briefs.positions import CAST, Position, trace
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.matrix import latest_of

LATEST = 10
"""Of the roll calls of an imported file, those that a table shows where not all are states."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Actors side by side on one issue. `calls` run newest first; `focus` is the press account that all rows hang on
    where no roll call is held."""

    actors: tuple[str, ...]
    issue: str
    positions: tuple[Position, ...]
    calls: tuple[RollCall, ...]
    focus: EventRecord | None
    targets: tuple[str, ...]
    """States against which any of the actors took measures."""
    agreed: Agreements | None = None
    """How alike they vote, where they are states and calls of the imported file are among those held."""

    @property
    def empty(self) -> bool:
        return all(position.empty for position in self.positions)


def compare(archive: Archive, actors: Sequence[str], issue: str) -> Comparison:
    """Two or more actors on one issue."""
    positions = tuple(trace(archive, actor, issue) for actor in actors)
    calls = tuple(c for c in reversed(archive.votes) if archive.register.measures[c.measure].issue == issue)
    accounts = [e for e in archive.published if e.act is Act.VOTE_HELD and archive.issue_of(e) == issue and e.label]
    deeds = (event for position in positions for event in position.acts)
    targets = dict.fromkeys(event.target for event in deeds if event.act is Act.SANCTION and event.target)
    agreed = agreements(archive, actors, issue)
    if not agreed and archive.rolls.from_file(issue):
        newest = latest_of(archive.rolls.on(issue))
        calls = tuple(archive.rolls.call(number) for number in islice(newest, max(LATEST, len(calls))))
    focus = accounts[-1] if accounts else None
    return Comparison(tuple(actors), issue, positions, calls, focus, tuple(targets), agreed)


def taken_together(comparison: Comparison) -> tuple[RollCall, ...]:
    """Roll calls in which every actor cast a vote."""
    return tuple(c for c in comparison.calls if all(c.votes.get(a) in CAST for a in comparison.actors))


def voted_alike(comparison: Comparison) -> tuple[RollCall, ...]:
    """Of those, the ones in which all cast the same vote."""
    return tuple(c for c in taken_together(comparison) if len({c.votes[a] for a in comparison.actors}) == 1)
