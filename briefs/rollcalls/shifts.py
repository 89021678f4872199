"""Who voted otherwise than the last time the same text was voted on.

A shift lies between two votes that were cast. A time a member did not vote, has no row or was no member is no vote and
no shift: its next vote is compared with the one before.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefs.codebook import VoteOption
from briefs.rollcalls.matrix import CAST, Matrix, numbers_of


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
    found.sort(key=lambda shift: (shift.number, matrix.column[shift.seat]))
    return tuple(found)


def _in_family(matrix: Matrix, numbers: list[int], since: int, wanted: int, found: list[Shift]) -> None:
    """Walk one text through the years, all members at once: who last stood where is three integers."""
    yes = no = abstained = 0
    for place, number in enumerate(numbers):
        yes_now, no_now, abstained_now = matrix.by_call[number]
        moved = (yes_now & (no | abstained) | no_now & (yes | abstained) | abstained_now & (yes | no)) & wanted
        if moved and number >= since:
            for bit in numbers_of(moved):
                now = _option(yes_now, no_now, bit)
                last = _last(matrix, numbers, place, bit)
                found.append(Shift(matrix.members[bit], number, now, last, _option(yes, no, bit)))
        stays = ~(yes_now | no_now | abstained_now)
        yes, no, abstained = yes & stays | yes_now, no & stays | no_now, abstained & stays | abstained_now


def _option(yes: int, no: int, bit: int) -> VoteOption:
    if yes >> bit & 1:
        return CAST[0]
    return CAST[1] if no >> bit & 1 else CAST[2]


def _last(matrix: Matrix, numbers: list[int], place: int, bit: int) -> int:
    """The call before this one in which that member cast a vote; there is one."""
    return next(n for n in reversed(numbers[:place]) if any(votes >> bit & 1 for votes in matrix.by_call[n]))
