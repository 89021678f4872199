"""Slots about agreement: how many of how many, a share, over which roll calls, who stood where.

of_calls      "380 of the 412 roll calls", "all 12 roll calls", "the 1 roll call"           → (n, of)
scope         "held on this issue", "held"                             → "issue", "all"
percent       "97.9%"                                                 → tenths of a per cent: 979
opposed       "In 2 one voted in favour and the other against"; "In none did one vote …" → 2, 0
all_few       "all three"                                              → n
stances_then  "Cambodia in favour; Laos and Vietnam abstained", names of a day → ((names, option), …)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefs.codebook import VoteOption
from briefs.proof.case import Case
from briefs.proof.reading import Found, joined, one_of, sequence
from briefs.proof.then import Then

COUNT = r"(0|[1-9]\d{0,2}(?:,\d{3})*)"
OF_CALLS = re.compile(rf"{COUNT} of the {COUNT} roll calls|all {COUNT} roll calls|the 1 roll call(?!s)")
PERCENT = re.compile(r"(0|[1-9]\d{0,2})\.(\d)%")
OPPOSED = re.compile(rf"In {COUNT} one voted in favour and the other against")
NONE_OPPOSED = "In none did one vote in favour and the other against"
SCOPES: Mapping[str, str] = {"held on this issue": "issue", "held": "all"}
FEW: Mapping[str, int] = {"all three": 3, "all four": 4, "all five": 5, "all six": 6, "all seven": 7, "all eight": 8,
                          "all nine": 9, "all ten": 10}  # fmt: skip
CAST: Mapping[str, VoteOption] = {
    " in favour": VoteOption.FAVOUR, " against": VoteOption.AGAINST, " abstained": VoteOption.ABSTAINED,
}  # fmt: skip


def _whole(digits: str) -> int:
    return int(digits.replace(",", ""))


def of_calls(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = OF_CALLS.match(text, start)
    if found is None:
        return
    if found[1] is None:
        whole = _whole(found[3] or "1")
        if whole > 1 or found[3] is None:
            yield found.end(), (whole, whole)
    elif _whole(found[2]) > _whole(found[1]):
        yield found.end(), (_whole(found[1]), _whole(found[2]))


def scope(_case: Case, text: str, start: int) -> Iterator[Found]:
    return one_of(SCOPES, text, start)


def percent(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = PERCENT.match(text, start)
    if found:
        yield found.end(), int(found[1] + found[2])


def opposed(_case: Case, text: str, start: int) -> Iterator[Found]:
    if text.startswith(NONE_OPPOSED, start):
        yield start + len(NONE_OPPOSED), 0
    found = OPPOSED.match(text, start)
    if found and found[1] != "0":
        yield found.end(), _whole(found[1])


def all_few(_case: Case, text: str, start: int) -> Iterator[Found]:
    return one_of(FEW, text, start)


def stances_then(case: Case, text: str, start: int) -> Iterator[Found]:
    names = case.lexicon.then_running

    def group(at: int) -> Iterator[tuple[int, tuple[tuple[Then, ...], VoteOption]]]:
        for end, found in sequence(lambda where: names.at(text, where), text, at):
            for stop, option in one_of(CAST, text, end):
                yield stop, (found, option)

    return joined(group, text, start, ("; ",))
