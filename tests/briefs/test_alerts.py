"""Shifts told in digests: exactly those planted in invented roll calls, with the days of the votes before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs import briefing
from briefs.alerts import DAYS, alerts
from briefs.archive import Archive
from briefs.briefing import Ending
from briefs.codebook import Length, VoteOption
from briefs.digests import Filter
from briefs.proof import load_skeletons
from briefs.proof.about_alerts import run_days
from briefs.wording.alerts import days as told_days
from briefs.wording.catalogue import words
from tests.archives import shipped, wavering
from tests.briefs.mutation import mutants, same_meaning
from tests.briefs.refusing import refused

SKELETONS = load_skeletons("en")
STATES = ("KHM", "LAO", "VNM", "THA", "SGP")
NAMES = {"KHM": "Cambodia", "LAO": "Laos", "VNM": "Vietnam", "THA": "Thailand", "SGP": "Singapore"}
F, A, B, X = VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT
DID = {"voted in favour": F, "voted against": A, "abstained": B}
SHIFT = re.compile(r"(.+), which had (.+?) on (.+), (voted in favour|voted against|abstained)\.")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
TOLD = re.compile(rf"(\d+)(?: ({'|'.join(MONTHS)}))?(?: (\d{{4}}))?")

Shift = tuple[str, VoteOption, VoteOption, tuple[date, ...]]
"""State, what it had done, what it did, the days before."""


def days_in(text: str) -> tuple[date, ...]:
    """ "2 and 24 March 2022": read by a rule of the test's own."""
    parts = [found.groups() for found in TOLD.finditer(text)]
    _, month, year = parts[-1]
    return tuple(date(int(y or year), MONTHS.index(m or month) + 1, int(d)) for d, m, y in parts)


def shifts_told(archive: Archive, day: date, states: tuple[str, ...] = STATES) -> list[Shift]:
    made = briefing.digest_of_day(archive, day, Filter(actors=states), Length.SHORT)
    assert made.ending is not Ending.WITHHELD, made.reasons
    id_of = {name: state for state, name in NAMES.items()}
    found: list[Shift] = []
    for clause in made.document.clauses():
        if told := SHIFT.fullmatch(clause.text):
            who, was, on, now = told.groups()
            for name in re.split(r", | and ", who):
                found.append((id_of[name], DID[was.removeprefix("had ")], DID[now], days_in(on)))
    return sorted(found)


# -- Planted in roll calls of records

CAST = st.sampled_from([F, A, B, X, None])
"""What a state did; None: it was no member, and has no row."""
VOTED = st.fixed_dictionaries(dict.fromkeys(STATES, CAST))
CALLS = [call.id for call in shipped().votes]


def planted(rows: Mapping[str, Mapping[str, VoteOption | None]]) -> Archive:
    """The shipped roll calls with these votes of these states; tallies stay as printed."""
    calls = {}
    for id_, call in shipped().rollcalls.items():
        votes = {state: cast for state, cast in call.votes.items() if state not in STATES}
        votes |= {state: cast for state, cast in rows[id_].items() if cast is not None}
        calls[id_] = replace(call, votes=votes)
    return replace(shipped(), events={}, rollcalls=calls)


def expected(rows: Mapping[str, Mapping[str, VoteOption | None]], day: date) -> list[Shift]:
    """By brute force, for each roll call of that day: for each state its votes cast before that day, day by day."""
    days = {id_: call.date for id_, call in shipped().rollcalls.items()}
    found: list[Shift] = []
    for now_id in (id_ for id_, held in days.items() if held == day):
        for state in STATES:
            now = rows[now_id][state]
            history = sorted((held, rows[id_][state]) for id_, held in days.items()
                             if held < day and rows[id_][state] in (F, A, B))  # fmt: skip
            by_day: dict[date, set[VoteOption | None]] = {}
            for held, cast in history:
                by_day.setdefault(held, set()).add(cast)
            if now not in (F, A, B) or not by_day:
                continue
            [*_, last] = by_day
            if len(by_day[last]) > 1 or by_day[last] == {now}:
                continue
            [was] = by_day[last]
            run: list[date] = []
            for held in reversed(by_day):
                if by_day[held] != {was} or len(run) == DAYS:
                    break
                run.insert(0, held)
            found.append((state, was, now, tuple(run)))
    return sorted(found)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.fixed_dictionaries(dict.fromkeys(CALLS, VOTED)), st.sampled_from(sorted({c.date for c in shipped().votes})))
def test_planted_shifts_are_told_and_nothing_else(rows: dict[str, dict[str, VoteOption | None]], day: date) -> None:
    assert shifts_told(planted(rows), day) == expected(rows, day)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.fixed_dictionaries(dict.fromkeys(CALLS, VOTED)), st.sampled_from(sorted({c.date for c in shipped().votes})))
def test_planted_shifts_of_a_bloc_are_told_and_counted(
    rows: dict[str, dict[str, VoteOption | None]], day: date
) -> None:
    made = briefing.digest_of_day(planted(rows), day, Filter(actors=("asean",)), Length.SHORT)
    assert made.ending is not Ending.WITHHELD, made.reasons
    told = " ".join(clause.text for clause in made.document.clauses() if SHIFT.fullmatch(clause.text))
    wanted = {NAMES[state] for state, *_ in expected(rows, day)}
    assert {name for name in NAMES.values() if name in told} == wanted


# -- Planted in an imported file


def test_shifts_in_an_imported_file_are_told_by_title_and_nothing_else() -> None:
    """Every member, every call of the invented file of wavering votes, against a look through its rows."""
    archive = wavering()
    rolls, matrix = archive.rolls, archive.rolls.matrix
    members = matrix.members
    met = 0
    for number, ballot in enumerate(matrix.ballots):
        call = rolls.call(number)
        if call.id in archive.rollcalls or ballot.is_part:
            continue
        found = {(state, a.was, a.now, a.days) for a in alerts(archive, call, members) for state in a.states}
        wanted: set[Shift] = set()
        for state in members:
            by_day: dict[date, set[VoteOption]] = {}
            for earlier in range(number):
                other = matrix.ballots[earlier]
                if other.title == ballot.title and other.day < ballot.day and not other.is_part:
                    cast = rolls.call(earlier).votes.get(state)
                    if cast in (F, A, B) and cast is not None:
                        by_day.setdefault(other.day, set()).add(cast)
            now = call.votes.get(state)
            options = by_day[max(by_day)] if by_day else set()
            if now in (F, A, B) and now is not None and len(options) == 1 and now not in options:
                [was] = options
                days = sorted(by_day)
                run = [day for at, day in enumerate(days) if all(by_day[later] == {was} for later in days[at:])][-DAYS:]
                wanted.add((state, was, now, tuple(run)))
        assert found == wanted
        met += len(found)
    assert met > 20


def test_digests_of_an_imported_file_with_its_shifts_are_proved() -> None:
    archive = wavering()
    days = {ballot.day for ballot in archive.rolls.matrix.ballots if ballot.undl_id.startswith("30")}
    met = set()
    for day in sorted(days):
        made = briefing.digest_of_day(archive, day, Filter(actors=("asean", "au", "IDN", "AUS")), Length.SHORT)
        assert made.ending is not Ending.WITHHELD, made.reasons
        met |= {clause.template for clause in made.document.clauses()}
    assert {"digest-shift", "digest-why-title"} <= met


# -- Words


def test_cambodia_s_abstention_of_april_2022_is_told_with_both_days_before() -> None:
    told = shifts_told(shipped(), date(2022, 4, 7))
    assert ("KHM", F, B, (date(2022, 3, 2), date(2022, 3, 24))) in told
    made = briefing.digest_of_day(shipped(), date(2022, 4, 7), Filter(actors=("KHM",)), Length.SHORT)
    sentence = "Cambodia, which had voted in favour on 2 and 24 March 2022, abstained."
    assert sentence in [clause.text for clause in made.document.clauses()]


def test_a_shift_s_mutants_are_refused() -> None:
    follows = Filter(actors=("asean", "USA"))
    for day in (date(2022, 4, 7), date(2025, 2, 24)):
        until = date.fromordinal(day.toordinal() + 1)
        archive = shipped().as_of(until)
        made = briefing.digest_of_day(shipped(), day, follows, Length.SHORT)
        brief = briefing.submission(made.document, until, ("digest", *follows.actors))
        passed = []
        for mutant in mutants(brief):
            if "which had" in mutant.place and not refused(mutant.brief, archive, SKELETONS):
                passed += [] if same_meaning(mutant, brief) else [f"{mutant.operator}: {mutant.place}"]
        assert passed == []


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (["2022-03-02"], "2 March 2022"),
        (["2022-03-02", "2022-03-24"], "2 and 24 March 2022"),
        (["2022-03-02", "2022-03-05", "2022-03-24"], "2, 5 and 24 March 2022"),
        (["2022-03-24", "2022-04-07"], "24 March and 7 April 2022"),
        (["2022-03-02", "2022-03-24", "2022-04-07"], "2 March, 24 March and 7 April 2022"),
        (["2022-11-14", "2023-02-23"], "14 November 2022 and 23 February 2023"),
    ],
)
def test_days_are_told_as_one_says_them_and_read_back(days: list[str], text: str) -> None:
    held = tuple(date.fromisoformat(day) for day in days)
    assert told_days(words("en"), held) == text
    assert (len(text), held) in list(run_days(None, text, 0))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "2 March 2022 and 24 March 2022",
        "2 March and 24 March 2022",
        "24 and 2 March 2022",
        "30 and 31 February 2022",
        "2 March 2022 and 24 March",
        "2 and 24",
        "2 and 2 March 2022",
        "24 March and 7 April",
        "14 November and 23 February 2023",
    ],
)
def test_days_written_otherwise_are_not_read(text: str) -> None:
    assert len(text) not in [end for end, _ in run_days(None, text, 0)]  # type: ignore[arg-type]


@given(st.lists(st.dates(date(1946, 1, 1), date(2030, 1, 1)), min_size=1, max_size=DAYS, unique=True).map(sorted))
def test_any_days_are_read_back_as_they_were_told(days: list[date]) -> None:
    text = told_days(words("en"), days)
    assert [found for end, found in run_days(None, text, 0) if end == len(text)] == [tuple(days)]  # type: ignore[arg-type]
