"""The index of words: what is found, in what order, what slips are forgiven, and what changes with the entries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.search import Entry, SearchIndex

ENTRIES = (
    Entry("un", "Territorial integrity of Ukraine", "A/RES/68/262", "2014"),
    Entry("cuba", "Ending the embargo against Cuba", "A/RES/48/16", "1993"),
    Entry("khm", "Cambodia", "KHM", "Kampuchea Cambodian"),
    Entry("said", "Cambodia could not remain silent", "voa/said", "statement Hun Sen Cambodia"),
    Entry("old", "Question of Palestine", "A/RES/44/41", "1989"),
    Entry("new", "Question of Palestine", "A/RES/75/98", "2020"),
    *(Entry(f"other-{n}", f"Budget estimates {n}", f"A/RES/9{n}/1", "finance") for n in range(10, 30)),
)


@pytest.fixture
def index() -> SearchIndex:
    made = SearchIndex()
    made.hold(ENTRIES)
    return made


def test_all_the_words_are_wanted_wherever_they_stand(index: SearchIndex) -> None:
    assert index.find("silent sen", 5) == ["said"]


def test_a_word_stands_for_those_that_begin_with_it(index: SearchIndex) -> None:
    assert index.find("embarg", 5) == ["cuba"]


@pytest.mark.parametrize("slip", ["cambodai", "camboda", "cambodiaa", "cambodja", "CAMBODAI", "Çambodía"])
def test_one_slip_is_forgiven(index: SearchIndex, slip: str) -> None:
    assert index.find(slip, 1) == ["khm"]


def test_two_slips_in_a_short_word_are_none(index: SearchIndex) -> None:
    assert index.find("kubba", 5) == []


def test_what_matches_in_a_name_comes_before_what_matches_beside_it(index: SearchIndex) -> None:
    assert index.find("cambodia", 5)[0] == "khm"


def test_of_two_alike_the_one_held_last_comes_first(index: SearchIndex) -> None:
    assert index.find("question palestine", 5) == ["new", "old"]


def test_a_year_among_the_words_narrows(index: SearchIndex) -> None:
    assert index.find("palestine 1989", 5) == ["old"]


def test_where_no_entry_has_all_words_those_with_some_are_found(index: SearchIndex) -> None:
    assert set(index.find("embargo silent", 5)) == {"cuba", "said"}


def test_a_little_word_finds_nothing_where_the_telling_ones_are_unknown(index: SearchIndex) -> None:
    assert index.find("of", 5)  # asked alone it is what is asked
    assert index.find("the qqqq of wwww", 5) == []
    assert index.find("question of xyzzy", 5) == ["new", "old"]
    assert "cuba" not in index.find("of palestine", 5)


def test_a_symbol_is_found_in_any_written_form(index: SearchIndex) -> None:
    assert index.find("68/262", 5) == ["un"]
    assert index.find("a res 68 262", 5) == ["un"]


def test_a_word_that_nearly_everything_has_is_no_reason_to_rank() -> None:
    index = SearchIndex()
    index.hold(Entry(str(n), f"report number {n}", "", "grain" if n % 1000 == 7 else "") for n in range(4000))
    assert index.find("report", 3) == ["3999", "3998", "3997"]
    assert index.find("report grain", 9) == ["3007", "2007", "1007", "7"]


def test_only_what_differs_is_entered_and_what_is_gone_is_not_found(index: SearchIndex) -> None:
    index.hold([*ENTRIES[1:], Entry("said", "Laos spoke", "", "")])
    assert len(index) == len(ENTRIES) - 1
    assert index.find("ukraine", 5) == []
    assert index.find("silent", 5) == []
    assert index.find("laos", 5) == ["said"]


def test_an_index_without_entries_finds_nothing() -> None:
    assert SearchIndex().find("anything", 5) == []


@given(st.text(max_size=60))
def test_whatever_is_typed_is_only_words(typed: str) -> None:
    index = SearchIndex()
    index.hold(ENTRIES)
    found = index.find(typed, 4)
    assert len(found) <= 4
    assert set(found) <= {entry.key for entry in ENTRIES}
    index.close()


@pytest.mark.parametrize("typed", ['"', "* OR *", "NEAR(a b)", "name:cuba", "-cuba", "a AND b", "'); DROP TABLE found"])
def test_operators_of_the_engine_are_words(index: SearchIndex, typed: str) -> None:
    assert len(index.find(typed, 9)) <= 9
