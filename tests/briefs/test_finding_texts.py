"""Texts of an imported voting file, found by symbol in any written form, by words and years, and while typed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from adapters.contract import Outcome, Reply, Request
from bot.commands import Desk, Held
from briefs.naming import Ambiguous, Found, Kind, Names, Unknown
from briefs.plain import plain
from briefs.rollcalls.finding import VotedTexts
from tests.archives import imported, odd, shipped


def names(which: str = "imported") -> Names:
    archive = imported() if which == "imported" else odd()
    return Names.of(archive.register, (), texts=VotedTexts(archive.rolls))


@pytest.mark.parametrize(
    "typed", ["A/RES/75/191", "a/res/75/191", "75/191", "A/RES/75/191.", "un-votes-109", "resolution 75/191"]
)
def test_a_symbol_is_found_in_any_written_form(typed: str) -> None:
    assert names().find_measure(typed) == Found("un-votes-109")


@pytest.mark.parametrize("typed", ["A/RES/45/67A", "45/67 A", "A/RES/45/67[A]", "45/67/a"])
def test_a_symbol_with_a_letter_is_found_in_any_written_form(typed: str) -> None:
    assert names().find_measure(typed) == Found("un-votes-101")


def test_the_whole_text_answers_for_its_symbol() -> None:
    assert names("odd").find_measure("A/RES/38/13") == Found("un-votes-203")


def test_a_part_answers_where_no_whole_text_was_voted_on() -> None:
    assert names().find_measure("A/RES/45/67B") == Found("un-votes-102")


def test_words_that_fit_one_text_find_it() -> None:
    assert names().find_measure("cuba embargo") == Found("un-votes-105")
    assert names().find_measure("The embargo against Cuba") == Found("un-votes-105")


def test_a_year_narrows_what_words_fit() -> None:
    assert names().find_measure("question palestine 2011") == Found("un-votes-106")
    assert names().find_measure("human rights iran 2020") == Found("un-votes-109")
    assert isinstance(names().find_measure("human rights iran 2018"), Unknown)
    assert isinstance(names().find_measure("2020"), Unknown)


def test_several_that_fit_are_asked_back_newest_first() -> None:
    assert names().find_measure("question of palestine") == Ambiguous(
        ("un-votes-1010", "un-votes-106", "un-votes-101", "un-votes-100")
    )


def test_of_many_that_fit_the_newest_five_are_offered_and_the_rest_counted() -> None:
    found = names("odd").find_measure("invented")
    assert isinstance(found, Ambiguous)
    assert found.ids[:2] == ("un-votes-2012", "un-votes-2011")
    assert (len(found.ids), found.more) == (5, 5)


def test_only_texts_up_to_the_day_asked_for_fit() -> None:
    assert names().find_measure("question of palestine", date(1990, 1, 1)) == Found("un-votes-100")


def test_a_text_of_the_records_comes_first_and_stands_once() -> None:
    assert names().find_measure("A/RES/68/262") == Found("un-68-262")
    assert names().find_measure("territorial integrity") == Ambiguous(("un-68-262", "un-es-11-4"))
    rights = names().find_measure("rights")
    assert isinstance(rights, Ambiguous)
    assert rights.ids == ("un-es-11-3", "un-votes-109", "un-votes-108")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("75/1", "un-votes-109"),
        ("a/res/75/98", "un-votes-1010"),
        ("pales", "un-votes-1010"),
        ("question of pales", "un-votes-1010"),
        ("palestine 2011", "un-votes-106"),
        ("palestine 201", "un-votes-106"),
        ("cuba emb", "un-votes-105"),
        ("aggression", "un-es-11-1"),
    ],
)
def test_texts_are_completed_by_symbol_and_words(typed: str, first: str) -> None:
    assert names().completions(Kind.MEASURE, typed)[0][1] == first


def test_completion_offers_the_records_then_the_newest_and_no_part() -> None:
    offered = [id_ for _, id_ in names().completions(Kind.MEASURE, "")]
    assert offered[:9] == list(shipped().register.measures)[:9]
    assert offered[9:][:1] == ["un-votes-1010"]
    assert "un-votes-102" not in offered
    assert "un-votes-204" not in [id_ for _, id_ in names("odd").completions(Kind.MEASURE, "38/13")]


def test_what_is_completed_is_found_by_what_stands_for_it() -> None:
    for which in ("imported", "odd"):
        held = names(which)
        for _, id_ in held.completions(Kind.MEASURE, ""):
            assert held.find_measure(id_) == Found(id_)
            assert held.find_measure(held.measure_written(id_)) == Found(id_)


@pytest.mark.parametrize("typed", ["", " ", "/", "A/RES/", "res", "\u202ex", "a" * 500, "%", "199", "(", "[A]", "ü"])
def test_nothing_typed_breaks_the_completion(typed: str) -> None:
    assert len(names().completions(Kind.MEASURE, typed)) <= 25
    names().find_measure(typed)


def asked(line: str) -> Reply:
    desk = Desk(Held.of(odd(), ()), lambda: datetime(2026, 11, 23, tzinfo=UTC))
    return desk.answer_now(Request("event", line=line))


def test_many_texts_are_asked_back_with_their_commands_and_the_rest_counted() -> None:
    reply = asked("invented as of 2019-12-31 line")
    words = plain(reply.document)
    assert reply.outcome is Outcome.AMBIGUOUS
    assert "Several texts fit “invented”. Ask for one of them:" in words
    assert (
        "• A/RES/74/902 (2019): Invented text that nearly everybody welcomed: "
        "/event A/RES/74/902 --as-of 2019-12-31 --length line"
    ) in words
    assert "5 more texts fit. Add a word of the title or the year, or ask by symbol." in words


@pytest.mark.parametrize(
    "line", ["35/13 line", "35/13 as of 2020-01-01 line", "line A/RES/35/13", "--event 35/13 line"]
)
def test_a_bare_symbol_is_no_day(line: str) -> None:
    assert plain(asked(line).document).startswith("A/RES/35/13 · Question of an invented island\n")


def test_what_is_neither_a_symbol_nor_a_day_is_still_told_as_no_day() -> None:
    assert asked("35/13 as of 40/50").outcome is Outcome.USAGE
    assert asked("12/13/2022").outcome is Outcome.USAGE
