"""Who votes otherwise than last time on the same text: the newest such texts, and how many there are since a day.

`briefs.rollcalls.shifts` finds them; `briefs.wording.shifts` tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from briefs.archive import Archive
from briefs.codebook import VoteOption
from briefs.rollcalls.matrix import latest_of, mask_of
from briefs.rollcalls.shifts import moved, shifts_in


@dataclass(frozen=True, slots=True)
class Pair:
    """Two calls on one text: (before, now) → the members that moved so, for whom `last` is the last vote before."""

    number: int
    last: int
    groups: Mapping[tuple[VoteOption, VoteOption], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Movements:
    """Since a day, on one issue (None: on all): `calls` are the roll calls held, `texts` those somebody moved in."""

    issue: str | None
    since: date
    calls: int
    texts: int
    moves: int
    """How many votes differ from the same member's vote before."""
    newest: tuple[Pair, ...]
    before: int
    """The calls these votes are compared with, of `newest`."""


def since_when(archive: Archive, issue: str | None) -> date | None:
    """One year before the newest roll call held; None where none is."""
    newest = next(latest_of(archive.rolls.on(issue)), None)
    return None if newest is None else _year_before(archive.rolls.matrix.ballots[newest].day)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def gather(archive: Archive, issue: str | None, since: date, texts: int) -> Movements:
    """All movements since that day, and those of the newest texts in full."""
    rolls, matrix = archive.rolls, archive.rolls.matrix
    calls = rolls.on(issue) & matrix.between(since, None)
    found = moved(matrix, rolls.on(), calls)
    newest = [pair for number in sorted(found, reverse=True)[:texts] for pair in _pairs(archive, number)]
    return Movements(
        issue,
        since,
        calls,
        len(found),
        sum(movers.bit_count() for movers in found.values()),
        tuple(newest),
        mask_of([pair.last for pair in newest], len(matrix)),
    )


def _pairs(archive: Archive, number: int) -> list[Pair]:
    """One call against each call it is compared with, newest first."""
    groups: dict[int, dict[tuple[VoteOption, VoteOption], list[str]]] = {}
    for shift in shifts_in(archive.rolls.matrix, number, archive.rolls.on()):
        groups.setdefault(shift.last, {}).setdefault((shift.before, shift.now), []).append(shift.seat)
    return [
        Pair(number, last, {way: tuple(seats) for way, seats in groups[last].items()})
        for last in sorted(groups, reverse=True)
    ]
