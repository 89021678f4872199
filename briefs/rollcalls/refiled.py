"""(an imported voting file, the one that came after it) → the calls that the later one tells otherwise, or lacks.

The Library mends its file: a member's vote, a total, a title. What a later file has in addition is no such call, nor is
one that belongs to other issues by rules of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.records import RollCall, Source
from briefs.rollcalls.imported import Imported, record_id, roll_call, source_of


@dataclass(frozen=True, slots=True)
class Altered:
    """One call as each of the two files has it; `now` is None where the later one lacks it. `source` is its page as the
    last file names it that holds it."""

    before: RollCall
    now: RollCall | None
    source: Source


def altered(before: Imported, now: Imported) -> Mapping[str, Altered]:
    """Record id → the call, in the order of the earlier file."""
    return {record_id(before.ballots[n]): change for n, change in _altered(before, now)}


def _altered(before: Imported, now: Imported) -> Iterator[tuple[int, Altered]]:
    was, is_ = ({seat: n for n, seat in enumerate(file.members)} for file in (before, now))
    alike = list(before.members) == list(now.members)
    numbers = {ballot.undl_id: n for n, ballot in enumerate(now.ballots)}
    for n, (ballot, row) in enumerate(zip(before.ballots, before.rows, strict=True)):
        later = numbers.get(ballot.undl_id)
        if later is None:
            yield n, Altered(roll_call(ballot, row, was), None, source_of(ballot, before.source))
            continue
        new, votes = now.ballots[later], now.rows[later]
        if new == ballot and alike and votes == row:
            continue
        one, other = roll_call(ballot, row, was), roll_call(new, votes, is_)
        if new != ballot or one.votes != other.votes:
            yield n, Altered(one, other, source_of(new, now.source))
