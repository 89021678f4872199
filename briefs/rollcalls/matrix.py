"""The matrix: calls in the order of their days, members as columns, one integer of bits per member and option.

It answers "which calls": by symbol, by days, by issue, by words; what the votes in them say is for the other modules.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import IntFlag
from functools import cached_property
from typing import NamedTuple

from briefs.codebook import VoteOption
from briefs.issue_rules import plain
from briefs.seats import Seats
from briefs.symbols import key_of, keys_of

CELL = {VoteOption.FAVOUR: 1, VoteOption.AGAINST: 2, VoteOption.ABSTAINED: 3, VoteOption.ABSENT: 4}
"""The byte a vote is kept as; 0 stands for "no row in this file"."""
OPTION = {number: option for option, number in CELL.items()}
CAST = (VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED)
_BITS = {
    option: bytes(49 if cell == number else 48 for cell in range(256))  # "1" where the byte is that option, else "0"
    for option, number in CELL.items()
}


class Flag(IntFlag):
    """What is odd about a roll call; told wherever it is."""

    DISAGREES = 1
    """Its rows and its printed totals differ."""
    CONTRADICTS = 2
    """A member has two different votes in it; neither is taken."""
    OMITS = 4
    """Not every member of the day has a row in it."""
    PART = 8
    """A vote on a part of a text (a paragraph, an amendment), not on the text."""


class Ballot(NamedTuple):
    """One roll call without its votes. `symbol` is as the file has it; `totals` what it prints, "" for nothing."""

    undl_id: str
    day: date
    symbol: str
    title: str
    agenda: str
    subjects: str
    session: str
    meeting: str
    draft: str
    report: str
    note: str
    link: str
    totals: tuple[int | None, ...]
    """In favour, against, abstained, did not vote, members."""
    flags: Flag

    @property
    def is_part(self) -> bool:
        return bool(self.flags & Flag.PART)


Option = Mapping[str, int]


class Matrix:
    """All calls, all members. `bits[option][seat]` has bit n set where that seat voted so in call n.

    `rows` are the votes of each call, one byte per member in the order of `members`.
    """

    def __init__(
        self,
        ballots: Sequence[Ballot],
        members: Sequence[str],
        bits: Mapping[VoteOption, Option],
        rows: Sequence[bytes],
        seats: Seats,
        issues: Mapping[str, int],
    ) -> None:
        self.ballots = ballots
        self.members = members
        self.bits = bits
        self.rows = rows
        self.seats = seats
        self.issues = issues
        """Issue id → the calls that belong to it."""
        self._days = [ballot.day for ballot in ballots]

    def __len__(self) -> int:
        return len(self.ballots)

    @cached_property
    def all(self) -> int:
        return (1 << len(self.ballots)) - 1

    @cached_property
    def whole(self) -> int:
        """The calls on whole texts: a vote on one paragraph says nothing of the text."""
        parts = "".join("0" if ballot.is_part else "1" for ballot in reversed(self.ballots))
        return int(parts or "0", 2)

    @cached_property
    def cast(self) -> Option:
        """Seat → the calls it cast a vote in: in favour, against or abstained."""
        yes, no, abstained = (self.bits[option] for option in CAST)
        return {seat: yes[seat] | no[seat] | abstained[seat] for seat in self.members}

    @cached_property
    def was_member(self) -> Option:
        """Seat → the calls on whose day it was a member of the United Nations, by the register."""
        return {seat: sum(self.between(a, b) for a, b in self.seats.terms(seat)) for seat in self.members}

    def between(self, first: date | None, end: date | None) -> int:
        """The calls from `first` until before `end` (None: no bound)."""
        low = bisect_left(self._days, first) if first else 0
        high = bisect_left(self._days, end) if end else len(self._days)
        return (1 << high) - (1 << low) if low < high else 0

    def until(self, day: date) -> int:
        """The calls up to and on that day."""
        return self.between(None, day + timedelta(days=1) if day < date.max else None)

    def on_issue(self, issue: str | None) -> int:
        """The calls of an issue; of all for None. Raises KeyError for an issue without rule."""
        return self.all if issue is None else self.issues[issue]

    def with_symbol(self, symbol: str) -> tuple[int, ...]:
        """Numbers of the calls on a text, however its symbol is written: the whole text first, then its parts."""
        key = key_of(symbol) or symbol.strip().upper()
        found = self._by_key.get(key, ())
        return tuple(sorted(found, key=lambda n: self.ballots[n].is_part))

    def with_words(self, words: str) -> int:
        """The calls in whose title, agenda item or subjects every one of the words stands; 0 for no words."""
        wanted = plain(words).split()
        found = self.all if wanted else 0
        for word in wanted:
            found &= self.by_word.get(word, 0)
        return found

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, ballot in enumerate(self.ballots):
            for key in keys_of(ballot.symbol):
                found.setdefault(key, []).append(number)
        return found

    @cached_property
    def by_word(self) -> Mapping[str, int]:
        """Word → the calls in whose title, agenda item or subjects it stands. Made by the first question in words: most
        processes never ask one."""
        numbers: dict[str, list[int]] = {}
        for number, ballot in enumerate(self.ballots):
            for word in set(plain(f"{ballot.title} {ballot.agenda} {ballot.subjects}").split()):
                numbers.setdefault(word, []).append(number)
        return {word: mask_of(found, len(self.ballots)) for word, found in numbers.items()}

    @cached_property
    def column(self) -> Mapping[str, int]:
        """Seat → its number, which is its bit in `by_call`."""
        return {seat: number for number, seat in enumerate(self.members)}

    @cached_property
    def by_call(self) -> Sequence[tuple[int, int, int]]:
        """The matrix on its side: for each call the members in favour, against and abstaining, bit n for member n."""
        tables = [_BITS[option] for option in CAST]
        return [
            (int(back.translate(tables[0]), 2), int(back.translate(tables[1]), 2), int(back.translate(tables[2]), 2))
            for back in (row[::-1] for row in self.rows)
        ]

    @cached_property
    def families(self) -> Sequence[tuple[int, ...]]:
        """Calls on the same text come back year after year: the numbers of each such family of two or more whole
        texts, oldest first. Same text: the same words of the title, years, sessions and numbers left out."""
        found: dict[str, list[int]] = {}
        for number, ballot in enumerate(self.ballots):
            if not ballot.is_part and (family := family_of(ballot.title)):
                found.setdefault(family, []).append(number)
        return [tuple(numbers) for numbers in found.values() if len(numbers) > 1]

    @cached_property
    def before_in_family(self) -> Mapping[int, tuple[int, ...]]:
        """Call → the earlier calls on the same text, newest first. Of one day, none is before another."""
        found: dict[int, tuple[int, ...]] = {}
        for family in self.families:
            for place, number in enumerate(family):
                day = self.ballots[number].day
                found[number] = tuple(n for n in reversed(family[:place]) if self.ballots[n].day < day)
        return found

    def cell(self, seat: str, number: int) -> int:
        """The byte of a seat in a call: a `CELL`, or 0 where there is no row of it."""
        return self.rows[number][self.column[seat]]

    def option(self, seat: str, number: int) -> VoteOption:
        """What a seat did in a call. Raises KeyError where there is no row of it."""
        return OPTION[self.cell(seat, number)]


TAIL = re.compile(r"\s*:\s*resolution\b.*|\s*/\s*adopted by the general assembly.*", re.IGNORECASE | re.DOTALL)
HEAD = re.compile(r"^A/\d+/\S+\s+\S+\s+-\s+")
_COUNTED = re.compile(r"\d+\w*|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\Z")


def family_of(title: str) -> str:
    """What stays of a title when it is voted again: no catalogue tail, no numbers, no years. Empty for no words."""
    bare = HEAD.sub("", TAIL.sub("", title))
    return " ".join(word for word in plain(bare).split() if not _COUNTED.fullmatch(word))


def matrix_of(
    ballots: Sequence[Ballot], members: Sequence[str], rows: Sequence[bytes], seats: Seats, issues: Mapping[str, int]
) -> Matrix:
    """The matrix of calls in the order of their days; `rows[n]` holds one byte (`CELL`) per member."""
    width, joined = len(members), b"".join(rows)
    bits: dict[VoteOption, dict[str, int]] = {option: {} for option in VoteOption}
    for number, seat in enumerate(members):
        column = joined[number::width][::-1]
        for option, table in _BITS.items():
            bits[option][seat] = int(column.translate(table) or b"0", 2)
    return Matrix(ballots, members, bits, rows, seats, issues)


def numbers_of(mask: int) -> Iterator[int]:
    """The set bits, lowest (oldest) first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def latest_of(mask: int) -> Iterator[int]:
    """The set bits, highest (newest) first."""
    while mask:
        high = mask.bit_length() - 1
        yield high
        mask ^= 1 << high


def mask_of(numbers: Sequence[int], length: int) -> int:
    """An integer with these bits; through a string of digits, since setting bit by bit copies the whole each time."""
    if len(numbers) < 8:
        return sum(1 << number for number in numbers)
    digits = bytearray(b"0" * length)
    for number in numbers:
        digits[length - 1 - number] = 49
    return int(digits, 2)
