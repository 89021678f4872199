"""No false alarm: every brief the writer can make of what is shipped passes the prover, in every form. Beside imported
files one in two is made each time; `make mutants` makes all.

The same briefs show that each sentence of the catalogue is used and signed: a message nobody exercises here, or that no
skeleton reads, fails the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from itertools import chain, combinations, product
from typing import TypeVar

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Act, ActorKind, Length, VoteOption
from briefs.digests import Filter
from briefs.positions import issues_on_file
from briefs.tongues import LANGUAGES
from tests.archives import (
    FILED,
    article,
    busy,
    crowded,
    imported,
    odd,
    parts_alone,
    shipped,
    specimens,
    wavering,
    with_file,
)
from tests.briefs.test_every_form_of_every_act import held
from tests.briefs.thinning import picked

TODAY = date(2026, 11, 23)
FILTERS = (
    Filter(),
    Filter(actors=("asean",)),
    Filter(actors=("KHM", "USA")),
    Filter(issues=("ukraine-war",)),
    Filter(actors=("asean",), issues=("ukraine-war",)),
    Filter(actors=("arab-league", "eu")),
    Filter(actors=("VEN",)),
    Filter(actors=("hun-sen", "cnrp", "KHM")),
    Filter(actors=("hun-sen",), issues=("ukraine-war",)),
    Filter(acts=(Act.VOTE_HELD,)),
)


T = TypeVar("T")
Met = tuple[frozenset[str], tuple[str, ...]]
"""What a set of briefs showed: the messages met, the reasons of those withheld."""


def tried(briefs: Iterator[Briefing]) -> Met:
    met: set[str] = set()
    reasons: list[str] = []
    for brief in briefs:
        met |= {clause.template for clause in brief.document.clauses()}
        if brief.ending is Ending.WITHHELD:
            reasons += brief.reasons
    return frozenset(met), tuple(reasons)


def thinly(asked: Iterable[T], step: int = 4) -> Iterator[T]:
    """One in so many of them."""
    return (each for at, each in enumerate(asked) if picked(at, step))


def positions(archive: Archive, actors: tuple[str, ...], *days: date) -> Iterator[Briefing]:
    issue = issues_on_file(archive)[-1]
    for actor in actors:
        for day in days:
            for length in Length:
                yield briefing.position(archive, actor, issue, day, length)
            yield briefing.position(archive, actor, None, day, Length.LONG)


def acting(archive: Archive) -> tuple[str, ...]:
    """Whoever the events name, and some that nothing names."""
    named = {a for e in archive.events.values() for a in (*e.by, *e.owner)}
    named |= {a for e in archive.events.values() for names in e.named.values() for a in names.of}
    return (*sorted(named), "asean", "eu", "arab-league", "PSE", "NPL", "SSD", "grandi", "JPN")


def states() -> tuple[str, ...]:
    """Members and observers of today, and states whose membership ended with them."""
    return tuple(key for key in shipped().register.actors if key.isupper())


@cache
def members() -> Met:
    """Every other member and observer, today: the goldens hold one position of each."""
    return tried(positions(shipped(), tuple(thinly(states(), 2)), TODAY))


@cache
def everybody() -> Met:
    """Blocs, persons, parties …; members on days of the past; the article alone; invented acts."""
    rest = tuple(key for key in shipped().register.actors if not key.isupper())
    past = (date(2014, 3, 27), date(2022, 3, 2), date(2022, 10, 12), date(2013, 1, 1))
    return tried(
        chain(
            positions(shipped(), rest, TODAY, date(2022, 3, 4)),
            positions(shipped(), states()[::9], *past),
            positions(article(), acting(article()), date(2022, 3, 4), date(2022, 3, 1)),
            positions(specimens(), acting(specimens()), TODAY, date(2022, 3, 2)),
        )
    )


DAYS_FILED = tuple(sorted({date.fromisoformat(row[0]) for row in FILED}))
FILE_DAYS = (date(1989, 12, 31), date(1990, 12, 31), date(1995, 1, 1), date(2013, 1, 1), TODAY)
"""Days on which the invented file holds one call, some, and all."""


@cache
def with_votes() -> Met:
    """Every ninth member, and those a sentence needs, on every issue of the imported file, as of days of the past."""
    archive = imported()
    issues = [issue for issue in archive.register.issues if archive.rolls.from_file(issue)]
    rowless = archive.rolls.matrix.members[8:100:9]  # those of whom some calls of the file have no row
    chosen = ("KHM", "CSK", "USA", "SSD", "RUS", "PSE", "MNE", *states()[4::18], *rowless)
    asked = ((actor, issue, day) for actor in chosen for day in FILE_DAYS for issue in (None, *issues))
    blocs = (("asean", issue, day) for day in FILE_DAYS for issue in (None, *issues))
    return tried(
        briefing.position(archive, actor, issue, day, length)
        for actor, issue, day, length in thinly((*each, length) for each in chain(asked, blocs) for length in Length)
    )


VOTING_BLOCS = ("arab-league", "au", "brics", "eu", "g20")
"""Members without a seat, members the register does not list, a bloc that was none yet, one that grew."""


@cache
def on_calls() -> Met:
    """Every roll call of the imported files and the records, as an event, a vote, a bloc's and its voters, today and on
    a day before some were held."""
    held = (odd(), imported(), shipped())
    texts = [(archive, archive.rolls.measure(n).id) for archive in held for n in range(len(archive.rolls.matrix))]
    asked = [
        (archive, text, bloc, day, length)
        for at, (archive, text) in enumerate(texts)
        for bloc in (None, VOTING_BLOCS[at % len(VOTING_BLOCS)])
        for day in (TODAY, date(1983, 11, 30))
        for length in Length
    ]
    return tried(
        chain(
            (briefing.event(archive, text, day, length) for archive, text, bloc, day, length in asked if not bloc),
            (briefing.vote(*each) for each in asked),
            (
                briefing.voters(a, text, o, bloc, day, length)
                for a, text, bloc, day, length, o in thinly((*each, o) for each in asked for o in VoteOption)
            ),
        )
    )


@cache
def beside_votes() -> Met:
    """Digests of the days of the imported file; votes on parts of texts alone; windows in which it was imported."""
    return tried(
        chain(
            (briefing.digest_of_day(imported(), day, follows, length)
             for day in (*DAYS_FILED, date(1990, 12, 9)) for follows in FILTERS for length in Length),
            (briefing.digest_of_day(crowded(20), date(1990, 12, 10), Filter(), length) for length in Length),
            (briefing.digest_of_day(crowded(40), date(1990, 12, 10), Filter(), length) for length in Length),
            (briefing.digest_of_window(imported(), dict.fromkeys((f"un-votes/10{n}" for n in range(11)), at), at,
                                       at + timedelta(days=1), follows, length)
             for at in (datetime(1991, 1, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC))
             for follows in FILTERS for length in Length),
            (briefing.position(parts_alone(), "KHM", "palestine", TODAY, length) for length in Length),
            (briefing.event(with_file(article(), (7,)), "un-68-262", TODAY, length) for length in Length),
        )
    )  # fmt: skip


@cache
def compared() -> Met:
    """States and others beside the imported files, in all roll calls and on issues; files of one call and of two."""
    sets = (("KHM", "VNM"), ("RUS", "USA"), ("KHM", "SSD"), ("USA", "RUS", "CHN"), ("FRA", "GBR", "DEU", "ITA"),
            ("KHM", "SSD", "TUV"), ("AUS", "USA", "CUB", "HTI", "IND", "CHN", "KHM"), ("KHM", "asean"),
            ("AUS", "PSE"), ("CSK", "RUS"), ("DDR", "KHM", "CSK"))  # fmt: skip
    some = [with_file(article(), calls) for calls in ((0,), (10,), (6, 10))]
    two = list(combinations(("KHM", "VNM", "LAO", "THA", "FRA", "RUS", "AUS", "SSD"), 2))
    small = [*two, *((*pair, "IND") for pair in two)]
    asked = [(a, s, i) for a in (imported(), odd()) for s in sets for i in (None, *a.register.issues) if _asked(a, i)]
    asked += [(archive, actors, issue) for archive in some for actors in small for issue in (None, "palestine")]
    days = (TODAY, date(1990, 12, 31))
    return tried(
        briefing.compare(archive, actors, issue, day, length)
        for archive, actors, issue, day, length in thinly(
            (*each, day, length) for each in asked for day in days for length in Length
        )
    )


def _asked(archive: Archive, issue: str | None) -> bool:
    return issue is None or archive.rolls.from_file(issue) or issue == "ukraine-war"


@cache
def on_many() -> Met:
    """Blocs, shifts and issues over all roll calls held, with an imported file, without one, and with none held."""
    return tried(chain.from_iterable(counted(make()) for make in (imported, odd, wavering, shipped, article)))


def counted(archive: Archive) -> Iterator[Briefing]:
    actors = archive.register.actors.values()
    blocs = [actor.id for actor in actors if actor.kind is ActorKind.BLOC][:: 2 if archive is imported() else 4]
    days = (TODAY, date(2014, 4, 1), date(1985, 11, 7), date(1990, 12, 6), date(2013, 1, 1), date(1960, 1, 1))
    issues = (None, "ukraine-war", "palestine", "iran-human-rights", "climate")
    for day, length in product(days, Length):
        for bloc, issue in product(blocs, issues):
            yield briefing.bloc(archive, bloc, issue, day, length)
        for since, issue in product((None, date(1900, 1, 1), date(1983, 1, 1), date(2022, 3, 3)), issues):
            yield briefing.shifts(archive, issue, since, day, length)
        yield briefing.issues(archive, day, length)


def others(archive: Archive) -> Iterator[Briefing]:
    """Events, comparisons and digests in every form."""
    sets = (["KHM", "VNM", "SGP"], ["KHM", "VNM"], ["USA", "HUN"], ["KHM", "asean"], ["PSE", "KHM"], ["THA", "LAO"],
            ["CHN", "RUS", "IND", "BRA"], ["hun-sen", "cnrp"], ["FRA", "SSD"],
            ["FRA", "RUS", "GBR", "SGP"])  # fmt: skip
    days = [date(2022, 3, 1) + timedelta(days=d) for d in range(6)] + [date(2022, 4, 7), date(2025, 2, 24)]
    for length in Length:
        for about in (*archive.register.measures, *archive.events):
            for as_of in (TODAY, date(2022, 3, 4), date(2014, 1, 1)):
                yield briefing.event(archive, about, as_of, length)
        for actors in sets:
            yield briefing.compare(archive, actors, issues_on_file(archive)[-1], TODAY, length)
            yield briefing.compare(archive, actors, None, date(2022, 3, 4), length)
        for follows in FILTERS:
            yield from (briefing.digest_of_day(archive, day, follows, length) for day in days)
            yield from windows(archive, follows, length)


def windows(archive: Archive, follows: Filter, length: Length) -> Iterator[Briefing]:
    """Scheduled digests: everything recorded the day after it was published, and a window nothing falls into; the same
    posted at once, and what a digest says then."""
    records = {**archive.events, **archive.rollcalls}
    published = {key: archive.sources[record.source].published for key, record in records.items()}
    entered = {key: datetime.combine(day, time(12), UTC) + timedelta(days=1) for key, day in published.items()}
    for day in sorted({at.date() for at in entered.values()}):
        since = datetime.combine(day, time(), UTC)
        until = since + timedelta(days=1)
        made = briefing.digest_of_window(archive, entered, since, until, follows, length)
        yield made
        yield briefing.digest_of_window(archive, entered, until, until + timedelta(hours=1), follows, length)
        yield briefing.alert(archive, entered, since, until, made.news, follows, length)
        yield briefing.digest_of_window(archive, entered, since, until, follows, length, alerted=made.news)


@cache
def rest_of(name: str) -> Met:
    return tried(others({"article": article, "shipped": shipped, "specimens": specimens}[name]()))


def test_positions_of_all_members_are_proved_in_all_lengths() -> None:
    ended = [key for key in states() if shipped().register.actors[key].kind is ActorKind.FORMER]
    assert len(states()) == 195 + len(ended)
    assert len(ended) >= 4
    assert members()[1] == ()


def test_positions_of_blocs_persons_and_parties_and_of_the_past_are_proved() -> None:
    assert everybody()[1] == ()


def test_positions_beside_an_imported_file_are_proved() -> None:
    assert with_votes()[1] == ()


def test_roll_calls_of_an_imported_file_are_proved() -> None:
    assert on_calls()[1] == ()


def test_digests_and_silences_beside_an_imported_file_are_proved() -> None:
    assert beside_votes()[1] == ()


def test_comparisons_beside_an_imported_file_are_proved() -> None:
    assert compared()[1] == ()


def test_blocs_shifts_and_issues_over_all_roll_calls_are_proved() -> None:
    assert on_many()[1] == ()


@pytest.mark.parametrize("name", ["article", "shipped", "specimens"])
def test_events_comparisons_and_digests_are_proved(name: str) -> None:
    assert rest_of(name)[1] == ()


def only_named() -> set[str]:
    """A record that no sentence tells: who sought what, it does not say."""
    archive = held([("one", "act: seek, by: VNM, date: 2024-05-05, about: first")])
    brief = briefing.event(archive, "wire/one", date(2024, 5, 7), Length.LONG)
    assert brief.ending is Ending.ANSWERED, brief.reasons
    return {clause.template for clause in brief.document.clauses()}


def left_out() -> set[str]:
    """Of more than a brief tells: what it says of the others."""
    asked = [briefing.position(busy(), "KHM", issue, date(2026, 1, 1), Length.SHORT) for issue in (None, "ukraine-war")]
    return {clause.template for brief in asked for clause in brief.document.clauses()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digest_of_everything_that_was_taken_up_at_once_is_proved(language: str) -> None:
    published = {source.published for source in shipped().sources.values()}
    reasons: list[str] = []
    for day, length in product(sorted(published), Length):
        at = datetime.combine(day, time(12), UTC) + timedelta(days=1)
        recorded = dict.fromkeys([*shipped().events, *shipped().rollcalls], at)
        made = briefing.told(
            shipped(),
            language,
            lambda spoken, at=at, recorded=recorded, length=length: briefing.digest_of_window(  # type: ignore[misc]
                spoken, recorded, at - timedelta(days=1), at + timedelta(hours=1), Filter(), length
            ),
        )
        reasons += made.reasons
    assert reasons == []


def test_a_day_in_a_digest_says_its_year_where_another_year_was_told_last() -> None:
    at = datetime(2022, 3, 4, 11, tzinfo=UTC)
    recorded = dict.fromkeys([*shipped().events, *shipped().rollcalls], at)
    window = (at - timedelta(days=1), at + timedelta(hours=13))
    made = briefing.digest_of_window(shipped(), recorded, *window, Filter(), Length.SHORT)
    told = " ".join(clause.text for clause in made.document.clauses())
    assert "(27 March 2014): 32 members that had abstained voted in favour." in told
    assert "1 March 2022. 94 sponsors are named" in told
    assert "28 February. Singapore" in told


def test_every_sentence_of_the_catalogue_is_exercised_and_signed() -> None:
    """Messages that stand as whole sentences (they end in a full stop, or are cells, lines and run-ins) are all met."""
    text = files("briefs.wording").joinpath("briefs.en.ftl").read_text("utf-8")
    sentences = set(re.findall(r"^([a-z][a-z0-9-]*) = .*\.$", text, re.MULTILINE))
    sentences |= set(re.findall(r"^([a-z][a-z0-9-]*) = \{ \$n ->\n(?: .*\n)*? .*\.$", text, re.MULTILINE))
    sentences -= {id_ for id_ in sentences if id_.startswith("instead-of-")}  # phrases; test_languages meets them
    sentences -= {"agree-outside", "agree-rounded"}  # phrases: they claim nothing of anybody
    sentences -= {"run-day", "run-day-before", "run-not-earlier", "run-undated"}
    sentences -= {"bloc-outside", "shifts-votes", "shifts-year", "issues-more"}  # what is counted: no claims
    sentences -= {"position-others", "position-older"}  # how to see the rest
    sentences |= set(
        re.findall(
            r"^((?:cell|vote|call)-[a-z-]+|(?:shifts-text|bloc-divided|issues-held|agree-call(?!s))[a-z-]*) = ",
            text,
            re.MULTILINE,
        )
    )
    rest = [rest_of(name)[0] for name in ("article", "shipped", "specimens")]
    met = members()[0].union(
        everybody()[0],
        with_votes()[0],
        on_calls()[0],
        beside_votes()[0],
        compared()[0],
        on_many()[0],
        only_named(),
        left_out(),
        *rest,
    )
    assert sentences - met == set()
