"""Every imported roll call at once, as a matrix of members and calls, and what can be counted in it.

    matrix    the calls, the bitsets, the indexes by symbol, date, issue and words
    votes     a member's votes, its coverage
    figures   agreement of two, of all, cohesion of a bloc, who broke ranks
    shifts    who votes otherwise than last time on the same text
    imported  what one import holds, and one call of it as a value
    held      the calls of the records and of the import as one matrix

Bit n of every integer is call n, and calls stand in the order of their days, so a span of days, a membership and an
issue are integers too and every question is a few `&` and a count of bits. Pure; `adapters/votefile.py` keeps it.
"""

from __future__ import annotations

from briefs.rollcalls.figures import (
    Agreement,
    Cohesion,
    Rank,
    Split,
    agreement,
    agreements,
    cohesion,
    everybody,
    ranks,
    splits,
)
from briefs.rollcalls.matrix import Ballot, Flag, Matrix, matrix_of
from briefs.rollcalls.shifts import Shift, shifts
from briefs.rollcalls.votes import Cast, Coverage, MemberVote, coverage, votes_of

__all__ = [
    "Agreement", "Ballot", "Cast", "Cohesion", "Coverage", "Flag", "Matrix", "MemberVote", "Rank", "Shift",
    "Split", "agreement", "agreements", "cohesion", "coverage", "everybody", "matrix_of", "ranks", "shifts", "splits",
    "votes_of",
]  # fmt: skip
