"""What one member did: its votes on an issue up to a day, newest first, and how much of the issue that covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from briefs.codebook import VoteOption
from briefs.rollcalls.matrix import CELL, Ballot, Matrix, latest_of


class Cast(StrEnum):
    """How a member stands in one roll call. The last two are no votes and no choice of the member's."""

    FAVOUR = "favour"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"
    """Did not vote: the file has a row that says so."""
    NO_ROW = "no-row"
    """No vote in this file: a member that day, and the file has no row of it (or two that differ)."""
    NOT_MEMBER = "not-a-member"
    """Not a member of the United Nations on that day."""


_OF_CELL = {0: Cast.NO_ROW, **{number: Cast(option.value) for option, number in CELL.items()}}


@dataclass(frozen=True, slots=True)
class MemberVote:
    """One member in one call."""

    ballot: Ballot
    cast: Cast


def cast_in(matrix: Matrix, seat: str, number: int) -> Cast:
    """How that seat stands in call `number`."""
    found = _OF_CELL[matrix.rows[number][matrix.column[seat]]]
    if found is Cast.NO_ROW and not matrix.was_member[seat] >> number & 1:
        return Cast.NOT_MEMBER
    return found


def votes_of(
    matrix: Matrix, seat: str, issue: str | None = None, as_of: date | None = None, latest: int | None = None
) -> tuple[MemberVote, ...]:
    """How a member stands in every call on whole texts of an issue up to a day, newest first; at most `latest`.

    Calls held before it was a member, or after, are in the list and say so. Raises KeyError for an unknown seat.
    """
    calls = matrix.on_issue(issue) & matrix.whole
    if as_of is not None:
        calls &= matrix.until(as_of)
    matrix.column[seat]  # an unknown seat is an error also where there is no call

    def told() -> Iterator[MemberVote]:
        for number in latest_of(calls):
            yield MemberVote(matrix.ballots[number], cast_in(matrix, seat, number))

    return tuple(told() if latest is None else islice(told(), latest))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of `texts` calls on whole texts: how many it cast a vote in, and what it did in the others. Sums to `texts`."""

    texts: int
    favour: int
    against: int
    abstained: int
    absent: int
    no_row: int
    not_member: int

    @property
    def cast(self) -> int:
        return self.favour + self.against + self.abstained


def coverage(matrix: Matrix, seat: str, issue: str | None = None, as_of: date | None = None) -> Coverage:
    """Counts over the same calls as `votes_of`. Texts adopted without a vote are in no file and in no count."""
    calls = matrix.on_issue(issue) & matrix.whole
    if as_of is not None:
        calls &= matrix.until(as_of)
    return coverage_in(matrix, seat, calls)


def coverage_in(matrix: Matrix, seat: str, calls: int) -> Coverage:
    """Counts over any set of calls."""
    rowless, counts = calls, {}
    for option in VoteOption:
        rowless &= ~matrix.bits[option][seat]
        counts[option.value] = (matrix.bits[option][seat] & calls).bit_count()
    no_row = (rowless & matrix.was_member[seat]).bit_count()
    return Coverage(calls.bit_count(), **counts, no_row=no_row, not_member=rowless.bit_count() - no_row)
