"""Silence beside an imported voting file: "none is recorded" is told only where the file holds nothing either."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from briefs import briefing, silences
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.proof import load_skeletons, verify
from briefs.proof.queries import found, read_query
from tests.archives import FILED, article, imported, parts_alone, shipped, with_file
from tests.briefs.mutation import thinned
from tests.briefs.refusing import refused

TODAY = date(2026, 11, 23)
PALESTINE = (0, 1, 2, 6, 10)


@cache
def palestine() -> Archive:
    """The article's nine records beside votes on another issue, two of them of one day, one on a part of a text."""
    return with_file(article(), PALESTINE)


def asked(archive: Archive, query: str, day: date = TODAY) -> tuple[str, ...]:
    return found(archive.as_of(day), read_query(query))


def words(answer: Briefing) -> str:
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    return " ".join(clause.said for clause in answer.document.clauses())


@pytest.mark.parametrize(
    "query",
    [
        "query:votes?actor=KHM",
        "query:votes?actor=KHM&issue=palestine",
        "query:votes?actor=KHM&about=un-votes-106",
        "query:records?actor=KHM&issue=palestine",
        "query:vote?about=un-votes-106",
        "query:record?id=un-votes/106",
        "query:digest?day=2011-12-01",
    ],
)
def test_a_stored_query_of_every_kind_finds_the_file_s_votes(query: str) -> None:
    assert asked(article(), query) == ()
    assert "un-votes/106" in asked(palestine(), query)


@pytest.mark.parametrize(
    "query", ["query:votes?actor=KHM", "query:digest?day=2011-12-01", "query:record?id=un-votes/106"]
)
def test_a_query_looks_no_further_than_the_day_asked_for(query: str) -> None:
    before = asked(palestine(), query, date(2011, 11, 30))
    assert "un-votes/106" not in before
    assert "un-votes/106" in asked(palestine(), query, date(2011, 12, 1))


def test_a_query_finds_only_rows_of_the_actor_on_the_issue() -> None:
    assert asked(palestine(), "query:votes?actor=SSD", date(2011, 7, 1)) == ()  # a member since 14 July 2011
    assert asked(palestine(), "query:votes?actor=KHM&issue=cuba-embargo") == ()
    assert asked(palestine(), "query:votes?actor=PSE") == ()
    assert asked(palestine(), "query:votes?actor=asean") == ()


def test_a_seat_s_votes_under_a_former_name_are_its_votes() -> None:
    """The Soviet Union's vote of 1989 stands on Russia's seat."""
    assert "un-votes/100" in asked(palestine(), "query:votes?actor=RUS", date(1989, 12, 31))
    assert silences.voted(palestine().as_of(date(1989, 12, 31)), "RUS")


def test_a_text_of_the_register_is_found_in_the_file_by_its_symbol() -> None:
    archive = with_file(article(), (7,))  # A/RES/68/262, of which the article's archive holds no record
    assert asked(archive, "query:vote?about=un-68-262") == ("un-votes/107",)
    assert asked(archive, "query:votes?actor=KHM&about=un-68-262") == ("un-votes/107",)
    told = words(briefing.event(archive, "un-68-262", TODAY, Length.LINE))
    assert "A/RES/68/262" in told
    assert "No vote" not in told
    earlier = words(briefing.event(archive, "un-68-262", date(2014, 3, 26), Length.LINE))
    assert earlier.startswith("No vote on this text is recorded in the sources held")


def test_no_vote_is_told_of_a_state_that_votes_in_the_file_on_another_issue() -> None:
    """Cambodia has no vote on Ukraine in the article, and votes on Palestine in the file."""
    alone = words(briefing.position(article(), "KHM", "ukraine-war", TODAY, Length.LONG))
    assert "No vote by Cambodia is recorded in the sources held." in alone
    beside = words(briefing.position(palestine(), "KHM", "ukraine-war", TODAY, Length.LONG))
    assert "No vote by Cambodia is recorded in the sources held." not in beside
    assert "No vote by Cambodia on Russia's war against Ukraine is recorded in the sources held." in beside


def test_no_vote_is_told_again_as_of_a_day_before_the_file_s_first() -> None:
    told = words(briefing.position(palestine(), "KHM", "palestine", date(1989, 12, 5), Length.LONG))
    assert "Nothing by Cambodia on" in told


@pytest.mark.parametrize("length", list(Length))
def test_votes_on_parts_of_texts_alone_are_neither_silence_nor_votes_on_a_text(length: Length) -> None:
    archive = parts_alone()
    told = words(briefing.position(archive, "KHM", "palestine", TODAY, length))
    assert "are on parts of texts alone" in told
    assert "Nothing by" not in told


@pytest.mark.parametrize("actor", ["KHM", "RUS", "USA"])
def test_mutants_of_the_sentence_about_parts_are_refused(actor: str) -> None:
    archive = parts_alone()
    answer = briefing.position(archive, actor, "palestine", TODAY, Length.LONG)
    brief = briefing.submission(answer.document, TODAY, (actor, "palestine"))
    made = [mutant for mutant in thinned(brief, 80) if mutant.operator != "as-of"]
    assert [m.place for m in made if not refused(m.brief, archive, load_skeletons("en"))] == []
    whole = with_file(article(), (1,))
    assert verify(brief, whole, load_skeletons("en"))


def test_the_writer_s_look_and_the_prover_s_query_agree_on_every_member() -> None:
    """Both look at the same file with code of their own: over all, and on each issue."""
    days = (date(1989, 12, 31), date(1990, 12, 31), TODAY)
    views = [imported().as_of(day) for day in days] + [palestine().as_of(day) for day in days]
    states = [key for key in shipped().register.actors if key.isupper()]
    actors = [*states[::5], "RUS", "KHM", "SSD", "PSE", "asean"]
    for view in views:
        for actor in actors:
            assert silences.voted(view, actor) is bool(found(view, read_query(f"query:votes?actor={actor}")))
            for issue in ("palestine", "iran-human-rights", "ukraine-war", "cuba-embargo"):
                query = read_query(f"query:votes?actor={actor}&issue={issue}")
                assert silences.voted(view, actor, issue) is bool(found(view, query)), (actor, issue)


def test_a_day_on_which_the_file_holds_votes_is_not_quiet() -> None:
    for day in sorted({date.fromisoformat(row[0]) for row in FILED}):
        told = words(briefing.digest_of_day(imported(), day, Filter(), Length.SHORT))
        assert "Nothing" not in told, day
