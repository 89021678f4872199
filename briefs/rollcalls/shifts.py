"""Who voted otherwise than the last time the same text was voted on.

A shift lies between two votes that were cast. A time a member did not vote, has no row or was no member is no vote and
no shift: its next vote is compared with the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, groupby, permutations
from typing import NamedTuple

from briefs.codebook import VoteOption
from briefs.rollcalls.matrix import CAST, Matrix, latest_of, numbers_of

_WAYS = tuple(permutations(range(3), 2))
"""Now and before, as places in `CAST`."""


class Shift(NamedTuple):
    """`seat` voted `now` in call `number`, and `before` in call `last`, the last on that text it voted in."""

    seat: str
    number: int
    now: VoteOption
    last: int
    before: VoteOption


def shifts(
    matrix: Matrix, calls: int | None = None, since: int = 0, seats: Iterable[str] | None = None
) -> tuple[Shift, ...]:
    """All shifts among `calls` (None: all on whole texts) in the calls from number `since` on, oldest first."""
    among = matrix.whole if calls is None else calls
    wanted = -1 if seats is None else sum(1 << matrix.column[seat] for seat in set(seats))
    movers = moved(matrix, among, -1 << since)
    told = (_told(matrix, number, movers[number] & wanted, among) for number in sorted(movers))
    return tuple(chain.from_iterable(told))


def moved(matrix: Matrix, among: int, calls: int) -> Mapping[int, int]:
    """Each of `calls` in which anybody shifted → who, as bits of members; the vote before may be any `among`.

    One text is walked through the years with all members at once: who last stood where is three integers. Of one day,
    no call is before another.
    """
    found: dict[int, int] = {}
    by_call, ballots = matrix.by_call, matrix.ballots
    for family in matrix.families:
        numbers = [number for number in family if among >> number & 1]
        if len(numbers) < 2 or not calls >> numbers[0]:
            continue
        stood = [0, 0, 0]
        for _, of_one_day in groupby(numbers, key=lambda number: ballots[number].day):
            today = list(of_one_day)
            for number in today:
                moving = _moving(stood, by_call[number])
                if moving and calls >> number & 1:
                    found[number] = moving
            for number in today:
                _stand(stood, by_call[number])
    return found


def _moving(stood: list[int], votes: tuple[int, int, int]) -> int:
    """Who votes otherwise than it stood."""
    yes, no, abstained = stood
    return votes[0] & (no | abstained) | votes[1] & (yes | abstained) | votes[2] & (yes | no)


def _stand(stood: list[int], votes: tuple[int, int, int]) -> None:
    """Who cast a vote stands where it voted; all others stand where they stood."""
    cast = votes[0] | votes[1] | votes[2]
    for option in range(3):
        stood[option] = stood[option] & ~cast | votes[option]


def shifts_in(matrix: Matrix, number: int, among: int) -> tuple[Shift, ...]:
    """Who shifted in one call, in the order of the members."""
    return tuple(_told(matrix, number, -1, among))


def _told(matrix: Matrix, number: int, movers: int, among: int) -> list[Shift]:
    """The shifts of these members in a call, in the order of the members: each is looked for in the calls before, the
    newest first."""
    by_call, members, votes = matrix.by_call, matrix.members, matrix.by_call[number]
    movers &= votes[0] | votes[1] | votes[2]
    found: list[Shift] = []
    for last in matrix.before_in_family.get(number, ()):
        if not movers:
            break
        then = by_call[last]
        met = movers & (then[0] | then[1] | then[2]) if among >> last & 1 else 0
        movers &= ~met
        for now, before in _WAYS if met else ():
            if some := met & votes[now] & then[before]:
                for place in numbers_of(some):
                    found.append(Shift(members[place], number, CAST[now], last, CAST[before]))
    column = matrix.column
    found.sort(key=lambda shift: column[shift.seat])
    return found


def latest_shifts(matrix: Matrix, seat: str, calls: int, among: int, most: int) -> tuple[Shift, ...]:
    """The newest shifts of one member in `calls`, newest first, at most `most`; the vote before may be any `among`."""
    cast = matrix.cast[seat] & among
    found: list[Shift] = []
    for number in latest_of(cast & calls):
        if len(found) == most:
            break
        earlier = next((n for n in matrix.before_in_family.get(number, ()) if cast >> n & 1), None)
        if earlier is not None:
            now, then = matrix.option(seat, number), matrix.option(seat, earlier)
            if now is not then:
                found.append(Shift(seat, number, now, earlier, then))
    return tuple(found)
