"""Slots about blocs, shifts and holdings: shares, counted nouns, who broke ranks, who moved.

share_of      "12 of the 15 roll calls (80.0%)", "all 15 roll calls", "the one roll call"  → (12, 15), (15, 15), (1, 1)
roll_calls    "the 15 roll calls", "the one roll call"                                     → 15, 1
each_call     "each of the 15 roll calls", "the one roll call"                             → 15, 1
texts         "15 texts", "one text"                                                       → 15, 1
often         "once", "twice", "15 times"                                                  → 1, 2, 15
index         "0.934"                                                                      → 934
ranks         "Laos (2 of its 30 votes, 6.7%) and Vietnam (1 of its 30 votes, 3.3%)"       → ((actor, 2, 30), …)
moves         "2 members that had abstained voted against (Laos and Vietnam); …"           → ((had, now, 2, names), …)
holding       "12 roll calls and 9 other records", "1 roll call", "9 records"              → (12, 9), (1, 0), (0, 9)

A share is read only with its percentage, in tenths rounded half up (12.25% is 12.3%), computed anew here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from briefs.codebook import VoteOption
from briefs.proof.case import Case
from briefs.proof.reading import Found, joined, one_of, sequence
from briefs.proof.tallies import DIGITS, named_group
from briefs.proof.then import Then

Move: TypeAlias = tuple[VoteOption, VoteOption, int, tuple[Then, ...] | None]
Reader: TypeAlias = Callable[[Case, str, int], Iterator[Found]]

PERCENT = r"(100|[1-9]?\d)\.(\d)%"
SOME = re.compile(rf"({DIGITS}) of the ({DIGITS}) roll calls \({PERCENT}\)")
ALL = re.compile(rf"all ({DIGITS}) roll calls")
RANK = re.compile(rf" \(({DIGITS}) of its ({DIGITS}) votes?, {PERCENT}\)")
INDEX = re.compile(r"([01])\.(\d{3})(?!\d)")
OFTEN = re.compile(rf"(once|twice)|(?![12] )({DIGITS}) times")
HELD = re.compile(rf"(?:({DIGITS}) roll calls?)?(?:(?: and )?({DIGITS}) (?:other )?records?)?")


def number(digits: str) -> int:
    return int(digits.replace(",", ""))


def is_percent(part: int, whole: int, percent: str, tenth: str) -> bool:
    """Whether that is the share of `part` in `whole`, to the tenth, half up."""
    tenths, left = divmod(1000 * part, whole)
    return int(percent) * 10 + int(tenth) == tenths + (2 * left >= whole)


def share_of(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = SOME.match(text, start)
    if found:
        part, whole = number(found[1]), number(found[2])
        if 0 < part < whole and is_percent(part, whole, found[3], found[4]):
            yield found.end(), (part, whole)
    found = ALL.match(text, start)
    if found and number(found[1]) > 1:
        yield found.end(), (number(found[1]), number(found[1]))
    if text.startswith("the one roll call", start):
        yield start + len("the one roll call"), (1, 1)


def _counted(one: str, many: str) -> Reader:
    """A noun with its number: `many` has a place for the digits, `one` stands for 1."""
    pattern = re.compile(many.format(rf"({DIGITS})"))

    def read(_case: Case, text: str, start: int) -> Iterator[Found]:
        found = pattern.match(text, start)
        if found and number(found[1]) > 1:
            yield found.end(), number(found[1])
        if text.startswith(one, start):
            yield start + len(one), 1

    return read


roll_calls = _counted("the one roll call", "the {} roll calls")
each_call = _counted("the one roll call", "each of the {} roll calls")
texts = _counted("one text", "{} texts")


def often(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = OFTEN.match(text, start)
    if found:
        yield found.end(), {"once": 1, "twice": 2}.get(found[1] or "") or number(found[2])


def index(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = INDEX.match(text, start)
    if found:
        yield found.end(), int(found[1] + found[2])


def ranks(case: Case, text: str, start: int) -> Iterator[Found]:
    def item(at: int) -> Iterator[tuple[int, tuple[str, int, int]]]:
        for end, actor in case.lexicon.running.at(text, at):
            found = RANK.match(text, end)
            if found is None:
                continue
            part, whole = number(found[1]), number(found[2])
            plural = found[0].split(",")[-2].endswith("votes")
            if part <= whole and plural is (whole > 1) and is_percent(part, whole, found[3], found[4]):
                yield found.end(), (actor, part, whole)

    return sequence(item, text, start)


HAD = {"had voted in favour": VoteOption.FAVOUR, "had voted against": VoteOption.AGAINST,
       "had abstained": VoteOption.ABSTAINED}  # fmt: skip
DID = {"voted in favour": VoteOption.FAVOUR, "voted against": VoteOption.AGAINST,
       "abstained": VoteOption.ABSTAINED}  # fmt: skip
MOVED = re.compile(rf"(?:(1) member|(?!1 )({DIGITS}) members) that ")


def moves(case: Case, text: str, start: int) -> Iterator[Found]:
    def group(at: int) -> Iterator[tuple[int, Move]]:
        found = MOVED.match(text, at)
        if found is None:
            return
        count = number(found[1] or found[2])
        for end, had in one_of(HAD, text, found.end()):
            for stop, now in one_of(DID, text, end + 1) if text.startswith(" ", end) else ():
                for last, names in named_group(case, text, stop):
                    yield last, (had, now, count, names)

    return joined(group, text, start, ("; ",))


def holding(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = HELD.match(text, start)
    if found is None or not found[0]:
        return
    calls, records = (number(digits or "0") for digits in found.groups())
    if found[0] == _held(calls, records):
        yield found.end(), (calls, records)


def _held(calls: int, records: int) -> str:
    """How such a holding is written: every number with its noun."""
    parts = [f"{calls:,} roll call{'s' * (calls != 1)}"] if calls else []
    other = "other " if calls else ""
    parts += [f"{records:,} {other}record{'s' * (records != 1)}"] if records else []
    return " and ".join(parts)


READS: Mapping[str, Reader] = {
    "share_of": share_of,
    "roll_calls": roll_calls,
    "each_call": each_call,
    "texts": texts,
    "often": often,
    "index": index,
    "ranks": ranks,
    "moves": moves,
    "holding": holding,
}
"""The slots of this room by their names in the signed list."""
