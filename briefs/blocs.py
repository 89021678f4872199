"""A bloc as of a day: in how many roll calls its members voted alike, where they last did not, who breaks ranks.

Its membership is that of each vote's day. `briefs.rollcalls.figures` counts; `briefs.wording.bloc` tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefs.archive import Archive
from briefs.rollcalls.figures import Cohesion, Rank, cohesion, ranks

MOST_RANKS = 6
"""More members than this with one and the same count are not told apart, and not told."""


@dataclass(frozen=True, slots=True)
class Bloc:
    """One bloc on one issue (None: on all) over `calls`, the roll calls held on whole texts."""

    id: str
    issue: str | None
    calls: int
    held: Cohesion
    ranks: tuple[Rank, ...]
    """Who most often voted otherwise than the largest group: everybody not listed did so less often."""
    stood: date | None
    """Since when the membership of the day asked for is the same; None where no change of it is held."""


def trace(archive: Archive, bloc: str, issue: str | None, as_of: date, most: int) -> Bloc:
    """The bloc in every roll call held; at most `most` of those that break ranks, more only where they tie."""
    rolls = archive.rolls
    calls = rolls.on(issue)
    held = cohesion(rolls.matrix, bloc, calls)
    return Bloc(bloc, issue, calls, held, _foremost(ranks(rolls.matrix, held), most), _stood(archive, bloc, as_of))


def _foremost(found: tuple[Rank, ...], most: int) -> tuple[Rank, ...]:
    """The first of them, cut where the next broke ranks less often: nobody equal is left out."""
    places = [n for n in range(1, len(found) + 1) if n == len(found) or found[n].broke < found[n - 1].broke]
    within = [n for n in places if n <= most] or [n for n in places[:1] if n <= MOST_RANKS]
    return found[: within[-1]] if within else ()


def _stood(archive: Archive, bloc: str, as_of: date) -> date | None:
    """The last day up to `as_of` on which somebody joined or had left."""
    members = archive.register.actors[bloc].members
    edges = (edge for entry in members for edge in (entry.start, entry.end) if edge)
    return max((edge for edge in edges if edge <= as_of), default=None)
