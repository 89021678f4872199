"""Slots about votes: tallies, counts of an actor's votes, splits of a bloc, votes in common.

tally         "141–5–35–12", en dashes: in favour, against, abstained, did not vote (left out: not known)
number        "4,297"
rowless       ". In the other 32 the voting file has no vote by it", or nothing → 32, 0
times         "voted in favour in 6 and abstained in 2"                → ((option, n), …), no option twice, in order
              "abstained in all", "did not vote in any"                → ((option, EVERY),), alone
times_one     "abstained"                                              → ((option, 1),)
share_first, share_rest   "voted in favour in 6" … " and abstained in 3"
share         "the 5 members" · "4 of the 35" · "none of the 141"      → (named, total)
votes         "against A/RES/… and abstaining on A/RES/…"              → ((option, measures), …)
split         "8 in favour, 2 abstained (Laos and Vietnam)"            → ((option, None or NO_ROW, n, names or None), …)
stood         "in favour", "that abstained", "with no vote in the file" (after "ASEAN members") → as in a split
split_prose   "2 voted in favour, 2 against (…) and 6 abstained (…)"
stances       "Cambodia co-sponsored and Singapore, the … said, co-sponsored" → ((actor, verb, claimant), …)
all_of        "Both", "All three"                                      → n
same_votes    "both abstained: A/RES/…, A/RES/…; both in favour: …"    → (prefix, ((option, measures), …))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import TypeAlias

from briefs.codebook import VoteOption
from briefs.proof.case import Case
from briefs.proof.reading import Found, joined, one_of, sequence
from briefs.proof.then import Then

F, A, B, X = VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT
ORDER = (F, A, B, X)
NUMBER = re.compile(r"0|[1-9]\d{0,4}")
TALLY = re.compile(r"(0|[1-9]\d{0,2})–(0|[1-9]\d{0,2})–(0|[1-9]\d{0,2})(?:–(0|[1-9]\d{0,2}))?")
DIGITS = r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?![\d,]\d)"
"""A whole number above zero, thousands parted by commas."""
COUNT = re.compile(DIGITS)
WHOLE = re.compile(rf"0(?![\d,])|{DIGITS}")
ROWLESS = re.compile(rf"\. In the other ({DIGITS}) the voting file has no vote by it")


EVERY = -1
"""The count in "abstained in all": as many as are held."""
NO_ROW = "no-row"
"""A group of members of which the voting file has no row; None stands for those that had no seat."""
Stood: TypeAlias = VoteOption | str | None


def in_order(options: tuple[Stood, ...]) -> bool:
    """Whether options stand in the order in favour, against, abstained, did not vote, no row, no seat, none twice."""
    places = [(*ORDER, NO_ROW, None).index(option) for option in options]
    return all(a < b for a, b in pairwise(places))


def tally(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = TALLY.match(text, start)
    if found:
        yield found.end(), tuple(int(group) for group in found.groups() if group is not None)


VOTED: Mapping[str, VoteOption] = {"voted in favour": F, "voted against": A, "abstained": B, "did not vote": X}


def times(_case: Case, text: str, start: int) -> Iterator[Found]:
    def item(at: int) -> Iterator[tuple[int, tuple[VoteOption, int]]]:
        for end, option in one_of(VOTED, text, at):
            found = COUNT.match(text, end + 4) if text.startswith(" in ", end) else None
            if found:
                yield found.end(), (option, int(found[0].replace(",", "")))

    for end, option in one_of(VOTED, text, start):
        whole = " in any" if option is X else " in all"
        if text.startswith(whole, end):
            yield end + len(whole), ((option, EVERY),)
    for end, items in sequence(item, text, start):
        if in_order(tuple(option for option, _ in items)):
            yield end, items


def number(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = WHOLE.match(text, start)
    if found:
        yield found.end(), int(found[0].replace(",", ""))


def rowless(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = ROWLESS.match(text, start)
    if found:
        yield found.end(), int(found[1].replace(",", ""))
    else:
        yield start, 0


def times_one(_case: Case, text: str, start: int) -> Iterator[Found]:
    for end, option in one_of(VOTED, text, start):
        yield end, ((option, 1),)


def _share(text: str, at: int) -> Iterator[tuple[int, tuple[VoteOption, int]]]:
    for end, option in one_of(VOTED, text, at):
        found = NUMBER.match(text, end + 4) if text.startswith(" in ", end) else None
        if found and found[0] != "0":
            yield found.end(), (option, int(found[0]))


def share_first(_case: Case, text: str, start: int) -> Iterator[Found]:
    for end, value in _share(text, start):
        yield end, (value,)


def share_rest(_case: Case, text: str, start: int) -> Iterator[Found]:
    for lead in (", ", " and "):
        if text.startswith(lead, start):
            for end, items in sequence(lambda at: _share(text, at), text, start + len(lead)):
                if (lead == " and ") is (len(items) == 1):
                    yield end, items
    yield start, ()


NAMED_SHARE = re.compile(
    r"the (1(?= member\b)|(?:[2-9]|[1-9]\d+)(?= members\b)) members?"
    r"|([1-9]\d*|none) of the ([1-9]\d*)|the ([1-9]\d*)(?= )"
)


def named_share(_case: Case, text: str, start: int) -> Iterator[Found]:
    found = NAMED_SHARE.match(text, start)
    if found:
        whole = found[1] or found[4]
        named = int(whole) if whole else (0 if found[2] == "none" else int(found[2]))
        yield found.end(), (named, int(whole or found[3]))


ON: Mapping[str, VoteOption] = {"in favour of ": F, "against ": A, "abstained on ": B, "abstaining on ": B,
                                "did not vote on ": X, "not voting on ": X}  # fmt: skip


def votes(case: Case, text: str, start: int) -> Iterator[Found]:
    yield from _votes(case, text, start, ON)


def _votes(case: Case, text: str, start: int, words: Mapping[str, VoteOption]) -> Iterator[Found]:
    def group(at: int) -> Iterator[tuple[int, tuple[VoteOption, tuple[str, ...]]]]:
        for end, option in one_of(words, text, at):
            for stop, symbols in sequence(lambda where: case.symbol_at(text, where), text, end):
                yield stop, (option, symbols)

    for end, groups in joined(group, text, start, (" and ", ", ")):
        if in_order(tuple(option for option, _ in groups)):
            yield end, groups


DID_ON: Mapping[str, VoteOption] = {"voted in favour of ": F, "voted against ": A, "abstained on ": B}


def did_votes(case: Case, text: str, start: int) -> Iterator[Found]:
    yield from _votes(case, text, start, DID_ON)


GROUP: Mapping[str, Stood] = {"in favour": F, "against": A, "abstained": B, "did not vote": X,
                              "with no vote in the file": NO_ROW, "without a vote": None}  # fmt: skip
PROSE: Mapping[str, Stood] = {**GROUP, "voted in favour": F, "voted against": A}


STOOD: Mapping[str, Stood] = {"in favour": F, "against": A, "that abstained": B, "that did not vote": X,
                              "with no vote in the file": NO_ROW, "without a vote": None}  # fmt: skip


def stood(_case: Case, text: str, start: int) -> Iterator[Found]:
    return one_of(STOOD, text, start)


def named_group(case: Case, text: str, start: int) -> Iterator[tuple[int, tuple[Then, ...] | None]]:
    """Names in parentheses, all with or all without articles; none at all is None."""
    if text.startswith(" (", start):
        read = set()
        for names in (case.lexicon.then_running, case.lexicon.then):
            for end, found in sequence(partial(names.at, text), text, start + 2):
                if text.startswith(")", end) and len(set(found)) == len(found) and (end, found) not in read:
                    read.add((end, found))
                    yield end + 1, found
    yield start, None


def _group(
    case: Case, text: str, at: int, words: Mapping[str, Stood]
) -> Iterator[tuple[int, tuple[Stood, int, tuple[Then, ...] | None]]]:
    found = NUMBER.match(text, at)
    if found is None or not text.startswith(" ", found.end()):
        return
    for end, option in one_of(words, text, found.end() + 1):
        for stop, names in named_group(case, text, end):
            yield stop, (option, int(found[0]), names)


def split(case: Case, text: str, start: int) -> Iterator[Found]:
    for end, groups in joined(lambda at: _group(case, text, at, GROUP), text, start, (", ",)):
        if in_order(tuple(option for option, _, _ in groups)):
            yield end, groups


def split_prose(case: Case, text: str, start: int) -> Iterator[Found]:
    for end, groups in sequence(lambda at: _group(case, text, at, PROSE), text, start):
        if in_order(tuple(option for option, _, _ in groups)):
            yield end, groups


def stances(case: Case, text: str, start: int) -> Iterator[Found]:
    verbs = {"co-sponsored": "cosponsor", **{word: option.value for word, option in VOTED.items()}}
    running = case.lexicon.running

    def item(at: int) -> Iterator[tuple[int, tuple[str, str, str | None]]]:
        for end, actor in running.at(text, at):
            if text.startswith(", ", end):
                for stop, claimant in running.at(text, end + 2):
                    if text.startswith(" said, ", stop):
                        for last, verb in one_of(verbs, text, stop + 7):
                            yield last, (actor, verb, claimant)
            if text.startswith(" ", end):
                for last, verb in one_of(verbs, text, end + 1):
                    yield last, (actor, verb, None)

    return sequence(item, text, start)


ALL_OF: Mapping[str, int] = {"Both": 2, "All three": 3, "All four": 4, "All five": 5, "All six": 6, "All seven": 7,
                             "All eight": 8, "All nine": 9, "All ten": 10}  # fmt: skip


def all_of(_case: Case, text: str, start: int) -> Iterator[Found]:
    return one_of(ALL_OF, text, start)


SAME: Mapping[str, VoteOption] = {"in favour": F, "against": A, "abstained": B}


def same_votes(case: Case, text: str, start: int) -> Iterator[Found]:
    prefix = "both" if text.startswith("both ", start) else "all"

    def symbol(at: int) -> Iterator[tuple[int, str]]:
        return case.symbol_at(text, at)

    def group(at: int) -> Iterator[tuple[int, tuple[VoteOption, tuple[str, ...]]]]:
        if not text.startswith(f"{prefix} ", at):
            return
        for end, option in one_of(SAME, text, at + len(prefix) + 1):
            if text.startswith(": ", end):
                for stop, found in joined(symbol, text, end + 2, (", ",)):
                    yield stop, (option, found)

    for end, groups in joined(group, text, start, ("; ",)):
        yield end, (prefix, groups)
