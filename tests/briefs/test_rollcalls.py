"""The vote matrix against ten naive lines, on invented votes of every kind."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.codebook import VoteOption
from briefs.rollcalls import (
    Ballot,
    Cast,
    Flag,
    Matrix,
    agreement,
    agreements,
    cohesion,
    coverage,
    everybody,
    matrix_of,
    ranks,
    shifts,
    splits,
    votes_of,
)
from briefs.rollcalls.matrix import CAST, family_of
from briefs.seats import Seats
from tests.archives import shipped

SEATS = Seats(shipped().register)
MEMBERS = ("KHM", "VNM", "IDN", "LAO", "MMR", "TLS", "RUS", "DDR", "CSK", "SSD", "FRA", "USA")
WHOLE = Flag(0)
OPTION = dict(enumerate(VoteOption, 1))
FIRST, LAST = date(1965, 1, 1), date(2026, 1, 1)
TITLES = ("Nuclear disarmament", "Law of the sea : resolution", "LAW OF THE SEA, 1999", "Peace", "")


def ballot(number: int, day: date, title: str = "Peace", flags: Flag = WHOLE, symbol: str | None = None) -> Ballot:
    symbol = symbol if symbol is not None else f"A/RES/50/{number}"
    return Ballot(str(number), day, symbol, title, "", "", "50", "", "", "", "", "", (None,) * 5, flags)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    days = sorted(draw(st.lists(st.dates(FIRST, LAST), max_size=25)))
    ballots = [
        ballot(n, day, draw(st.sampled_from(TITLES)), Flag.PART if draw(st.integers(0, 5)) == 0 else Flag(0))
        for n, day in enumerate(days)
    ]
    rows = []
    for day in days:
        cells = draw(st.lists(st.integers(0, 4), min_size=len(MEMBERS), max_size=len(MEMBERS)))
        rows.append(bytes(c if SEATS.member(m, day) else 0 for c, m in zip(cells, MEMBERS, strict=True)))
    issue = draw(st.integers(0, (1 << len(days)) - 1))
    return matrix_of(ballots, MEMBERS, rows, SEATS, {"peace": issue})


def naive(matrix: Matrix, issue: str | None = None) -> Iterator[tuple[int, Ballot, dict[str, VoteOption]]]:
    """The oracle: every whole text of an issue with its votes as a dictionary."""
    for number, (held, row) in enumerate(zip(matrix.ballots, matrix.rows, strict=True)):
        if not held.is_part and (issue is None or matrix.issues[issue] >> number & 1):
            yield number, held, {m: OPTION[c] for m, c in zip(MEMBERS, row, strict=True) if c}


def cast_of(votes: dict[str, VoteOption], member: str) -> VoteOption | None:
    vote = votes.get(member)
    return vote if vote in CAST else None


@settings(max_examples=60, deadline=None)
@given(matrices(), st.sampled_from(MEMBERS), st.sampled_from([None, "peace"]), st.dates(FIRST, LAST))
def test_votes_and_coverage_of_a_member_as_of_a_day(matrix: Matrix, member: str, issue: str | None, day: date) -> None:
    expected = []
    for _, held, votes in naive(matrix, issue):
        if held.day <= day:
            inside = SEATS.member(member, held.day)
            none = Cast.NO_ROW if inside else Cast.NOT_MEMBER
            expected.append((held, Cast(votes[member].value) if member in votes else none))
    found = votes_of(matrix, member, issue, day)
    assert [(vote.ballot, vote.cast) for vote in found] == expected[::-1]
    assert votes_of(matrix, member, issue, day, latest=3) == found[:3]
    counted = coverage(matrix, member, issue, day)
    numbers = {cast: sum(vote.cast is cast for vote in found) for cast in Cast}
    assert (counted.favour, counted.against, counted.abstained) == tuple(numbers[c] for c in list(Cast)[:3])
    assert (counted.absent, counted.no_row, counted.not_member) == tuple(numbers[c] for c in list(Cast)[3:])
    assert counted.texts == len(found)


@settings(max_examples=60, deadline=None)
@given(matrices())
def test_agreement_of_two_one_with_all_and_all_with_all_are_the_naive_counts(matrix: Matrix) -> None:
    pairs = everybody(matrix)
    for one, other in combinations(MEMBERS, 2):
        both = [(cast_of(v, one), cast_of(v, other)) for _, _, v in naive(matrix)]
        both = [(a, b) for a, b in both if a and b]
        alike = sum(a is b for a, b in both)
        opposed = sum({a, b} == {VoteOption.FAVOUR, VoteOption.AGAINST} for a, b in both)
        found = agreement(matrix, one, other)
        assert (found.both, found.alike, found.opposed) == (len(both), alike, opposed)
        assert pairs[one, other] == (len(both), alike)
        assert (found.share is None) == (not both)
        if both:
            assert math.isclose(found.share or 0, sum(a is b for a, b in both) / len(both), abs_tol=1e-12)
    ranked = agreements(matrix, "FRA")
    assert [a.share for a in ranked] == sorted((a.share for a in ranked), reverse=True, key=lambda s: s or 0)
    assert {a.other for a in ranked} == {m for pair, n in pairs.items() if n[0] and "FRA" in pair for m in pair} - {
        "FRA"
    }


@settings(max_examples=60, deadline=None)
@given(matrices())
def test_cohesion_takes_the_membership_of_the_day_and_names_who_broke_ranks(matrix: Matrix) -> None:
    asean = shipped().register.actors["asean"]
    total, united, held_calls, index = splits(matrix, "asean"), 0, 0, []
    assert len(total) == sum(1 for _ in naive(matrix))
    for split, (number, held, votes) in zip(total, naive(matrix), strict=True):
        inside = [m for m in asean.members_on(held.day) if m in MEMBERS and SEATS.member(m, held.day)]
        cast = {m: v for m in inside if (v := cast_of(votes, m))}
        counts = [sum(v is option for v in cast.values()) for option in CAST]
        assert (split.number, split.members) == (number, len(inside))
        assert [split.favour, split.against, split.abstained] == counts
        most = max(counts)
        stood = CAST[counts.index(most)] if most and counts.count(most) == 1 else None
        assert split.stood is stood
        assert set(split.broke) == ({m for m, v in cast.items() if v is not stood} if stood else set())
        if sum(counts) >= 2:
            held_calls, united = held_calls + 1, united + (most == sum(counts))
            index.append(Fraction(3 * most - sum(counts), 2 * sum(counts)))
            assert math.isclose(split.index or 0, index[-1], abs_tol=1e-12)
    found = cohesion(matrix, "asean")
    assert (found.calls, found.united) == (held_calls, united)
    assert found.index == (sum(index) / len(index) if index else None), "exact: fractions, no floats"


@settings(max_examples=60, deadline=None)
@given(matrices())
def test_who_broke_ranks_how_often_is_counted_over_the_votes_cast_as_a_member(matrix: Matrix) -> None:
    broke: Counter[str] = Counter()
    cast: Counter[str] = Counter()
    for split, (_, held, votes) in zip(splits(matrix, "asean"), naive(matrix), strict=True):
        inside = [m for m in shipped().register.actors["asean"].members_on(held.day) if cast_of(votes, m)]
        if len(inside) > 1:
            cast.update(inside)
            broke.update(split.broke)
    expected = {(m, n, cast[m]) for m, n in broke.items()}
    found = ranks(matrix, cohesion(matrix, "asean"))
    assert {(r.seat, r.broke, r.cast) for r in found} == expected
    assert [r.broke for r in found] == sorted((r.broke for r in found), reverse=True)


@settings(max_examples=60, deadline=None)
@given(matrices())
def test_a_shift_lies_between_two_cast_votes_on_one_text_and_nowhere_else(matrix: Matrix) -> None:
    """Of two votes of one day none is before the other."""
    cast: dict[tuple[str, str], list[tuple[date, int, VoteOption]]] = {}
    expected = []
    for number, held, votes in naive(matrix):
        family = family_of(held.title)
        for member in MEMBERS if family else ():
            vote = cast_of(votes, member)
            if vote:
                before = [c for c in cast.setdefault((family, member), []) if c[0] < held.day]
                if before and before[-1][2] is not vote:
                    expected.append((member, number, vote, *before[-1][1:]))
                cast[family, member].append((held.day, number, vote))
    assert [tuple(shift) for shift in shifts(matrix)] == expected
    assert [tuple(s) for s in shifts(matrix, since=5, seats=["KHM"])] == [
        e for e in expected if e[1] >= 5 and e[0] == "KHM"
    ]


def test_not_a_member_then_did_not_vote_and_no_row_stay_three_things() -> None:
    days = [date(2010, 6, 1), date(2012, 6, 1), date(2013, 6, 1)]
    rows = [bytes(len(MEMBERS))] * 2 + [bytes([4] * len(MEMBERS))]
    matrix = matrix_of([ballot(n, day) for n, day in enumerate(days)], MEMBERS, rows, SEATS, {})
    assert [vote.cast for vote in votes_of(matrix, "SSD")] == [Cast.ABSENT, Cast.NO_ROW, Cast.NOT_MEMBER]
    assert [vote.cast for vote in votes_of(matrix, "DDR")] == [Cast.ABSENT, Cast.NOT_MEMBER, Cast.NOT_MEMBER]


def test_absence_between_two_votes_is_no_shift_and_hides_none() -> None:
    cells = [1, 4, 0, 2, 4, 2]
    ballots = [ballot(n, date(2000, 1, 1) + timedelta(days=n)) for n in range(len(cells))]
    matrix = matrix_of(ballots, ("KHM",), [bytes([cell]) for cell in cells], SEATS, {})
    assert [tuple(s) for s in shifts(matrix)] == [("KHM", 3, VoteOption.AGAINST, 0, VoteOption.FAVOUR)]


def test_calls_are_found_by_symbol_in_any_writing_by_words_by_days_and_by_issue() -> None:
    ballots = [
        ballot(0, date(1967, 1, 1), "Treaty for the Prohibition of Nuclear Weapons", symbol="A/RES/2286(XXII)"),
        ballot(1, date(1978, 1, 1), "Palestine, paragraph 3", Flag.PART, symbol="A/RES/33/28[A]"),
        ballot(2, date(1978, 1, 1), "Question of Palestine", symbol="A/RES/33/28A"),
        ballot(3, date(2022, 3, 2), "Aggression against Ukraine", symbol="A/RES/ES-11/1|A/ES-11/L.1"),
    ]
    matrix = matrix_of(ballots, ("KHM",), [b"\1"] * 4, SEATS, {"palestine": 0b110})
    assert matrix.with_symbol("2286 (xxii)") == (0,)
    assert matrix.with_symbol("33/28 A") == (2, 1), "the whole text first"
    assert matrix.with_symbol("es-11/1") == (3,)
    assert matrix.with_symbol("a/res/77/1") == ()
    assert matrix.with_words("PALESTINE question") == 0b100
    assert matrix.with_words("nuclear weapons") == 0b1
    assert matrix.with_words("") == matrix.with_words("weaponry") == 0
    assert matrix.until(date(1978, 1, 1)) == 0b111
    assert matrix.between(date(1978, 1, 1), date(2022, 3, 2)) == 0b110
    assert matrix.on_issue("palestine") & matrix.whole == 0b100
    with pytest.raises(KeyError):
        matrix.on_issue("nobody's")
    with pytest.raises(KeyError):
        votes_of(matrix, "XXX")
    with pytest.raises(KeyError):
        cohesion(matrix, "FRA")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The right to food : resolution / adopted by the General Assembly", "The right to food", True),
        ("Oceans and the law of the sea, 1999", "Oceans and the law of the sea", True),
        ("Report of the 57th session", "Report of the fifty-eighth session", False),
        ("A/72/251 72c - The right to food", "The right to food", True),
        ("Situation of human rights in Iran", "Situation of human rights in Myanmar", False),
    ],
)
def test_the_same_text_of_another_year_is_one_family(one: str, other: str, same: bool) -> None:
    assert (family_of(one) == family_of(other)) is same


def test_an_empty_matrix_answers_everything_with_nothing() -> None:
    matrix = matrix_of([], MEMBERS, [], SEATS, {})
    assert votes_of(matrix, "KHM") == agreements(matrix, "KHM") == splits(matrix, "asean") == shifts(matrix) == ()
    assert cohesion(matrix, "asean").index is None
    assert agreement(matrix, "KHM", "FRA").share is None
    assert coverage(matrix, "KHM").texts == 0
