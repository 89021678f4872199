"""Who voted otherwise than the last time the same text was voted on.

A shift lies between two votes that were cast. A time a member did not vote, has no row or was no member is no vote and
no shift: its next vote is compared with the one before.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from briefs.codebook import VoteOption
from briefs.rollcalls.matrix import CAST, Matrix, latest_of

FAVOUR, AGAINST, ABSTAINED = CAST


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
    found: list[Shift] = []
    for family in matrix.families:
        numbers = [number for number in family if among >> number & 1]
        if len(numbers) > 1 and numbers[-1] >= since:
            _in_family(matrix, numbers, since, wanted, found)
    found.sort(key=attrgetter("number"))  # stable: within a call the members keep their order
    return tuple(found)


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


def _in_family(matrix: Matrix, numbers: list[int], since: int, wanted: int, found: list[Shift]) -> None:
    """Walk one text through the years, all members at once: who last stood where is three integers."""
    yes = no = abstained = 0
    before: list[int] = []
    for number in numbers:
        yes_now, no_now, abstained_now = matrix.by_call[number]
        moved = (yes_now & (no | abstained) | no_now & (yes | abstained) | abstained_now & (yes | no)) & wanted
        while moved and number >= since:
            bit = moved & -moved
            moved ^= bit
            now = FAVOUR if bit & yes_now else AGAINST if bit & no_now else ABSTAINED
            then = FAVOUR if bit & yes else AGAINST if bit & no else ABSTAINED
            last = len(before) - 1
            while not before[last] & bit:  # seldom more than once: most members vote every time
                last -= 1
            found.append(Shift(matrix.members[bit.bit_length() - 1], number, now, numbers[last], then))
        cast = yes_now | no_now | abstained_now
        before.append(cast)
        yes, no, abstained = yes & ~cast | yes_now, no & ~cast | no_now, abstained & ~cast | abstained_now
