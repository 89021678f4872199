"""(archive, actors, issue) → Agreements: how alike states vote in all roll calls held. Only counting, no words.

Counted are votes cast (in favour, against, abstained) on whole texts. Texts adopted without a vote are in no roll call
and in no figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from briefs.archive import Archive
from briefs.codebook import ActorKind
from briefs.rollcalls.figures import Agreement, agreement
from briefs.rollcalls.matrix import CAST, latest_of
from briefs.seats import Formerly

SEATED = (ActorKind.STATE, ActorKind.FORMER)
"""Who casts votes, or did: states whose membership ended among them."""
DIFFERING = 10
"""The newest roll calls in which they differed that are selected."""


@dataclass(frozen=True, slots=True)
class Agreements:
    """States side by side over `calls` (bits of the matrix): in `together` all cast a vote, in `alike` the same one."""

    actors: tuple[str, ...]
    issue: str | None
    """None: all roll calls held."""
    calls: int
    together: int
    alike: int
    pairs: tuple[Agreement, ...]
    """Each two of them, in the order they were asked for."""
    differing: tuple[int, ...]
    """The newest calls all cast a vote in, and not all the same; newest first."""


def agreements(archive: Archive, actors: Sequence[str], issue: str | None) -> Agreements | None:
    """The figures of two or more states; None for anybody else, and where no imported roll call is among those held."""
    rolls = archive.rolls
    states = all(archive.register.actors[actor].kind in SEATED for actor in actors)
    if not states or not rolls.from_file(issue) or any(actor not in rolls.matrix.column for actor in actors):
        return None
    matrix, calls = rolls.matrix, rolls.on(issue)
    together, alike = calls, 0
    for actor in actors:
        together &= matrix.cast[actor]
    for option in CAST:
        same = together
        for actor in actors:
            same &= matrix.bits[option][actor]
        alike |= same
    return Agreements(
        tuple(actors),
        issue,
        calls,
        together,
        alike,
        tuple(agreement(matrix, one, other, calls) for one, other in combinations(actors, 2)),
        tuple(islice(latest_of(together & ~alike), DIFFERING)),
    )


def formerly(archive: Archive, held: Agreements, actor: str) -> tuple[Formerly, ...]:
    """Names the state had on the day of some vote that counts, and has no longer; the latest first."""
    matrix = archive.rolls.matrix
    counted = held.together
    for pair in held.pairs:
        if actor in (pair.one, pair.other):
            counted |= matrix.cast[pair.one] & matrix.cast[pair.other] & held.calls
    return matrix.seats.formerly(actor, lambda start, end: counted & matrix.between(start, end))


def tenths(part: int, whole: int) -> int:
    """A share in tenths of a per cent, halves up: 372 of 380 are 979."""
    return (2000 * part + whole) // (2 * whole)
