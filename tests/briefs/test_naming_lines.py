"""Lines taken apart, texts found by symbol and words, and completion."""

from __future__ import annotations

import pytest

from briefs.naming import Ambiguous, Found, Kind, Names, Unknown
from briefs.naming.completion import LONGEST_LABEL
from briefs.records import Measure, Register
from briefs.tongues.issues import IssueNames
from tests.briefs.shipped_names import ids, names, register, states

ALL = (Kind.ACTOR, Kind.ISSUE, Kind.MEASURE)


def taken(line: str, *kinds: Kind) -> list[tuple[str, tuple[str, ...]]]:
    """Every segment of a line: words and the ids found."""
    found, words = [], tuple(line.split())
    while segment := names().segment(words, kinds or (Kind.ACTOR,)):
        found.append((segment.words, ids(segment.answer)))
        words = segment.rest
    return found


@pytest.mark.parametrize(
    ("line", "actors"),
    [
        ("cambodia vietnam singapore", [("KHM",), ("VNM",), ("SGP",)]),
        ("united states united kingdom", [("USA",), ("GBR",)]),
        ("north korea south korea", [("PRK",), ("KOR",)]),
        ("dr congo", [("COD",)]),
        ("bosnia and herzegovina and trinidad and tobago", [("BIH",), ("TTO",)]),
        ("cambodia and vietnam", [("KHM",), ("VNM",)]),
        ("Cambodia, Vietnam, and Laos", [("KHM",), ("VNM",), ("LAO",)]),
        ("the united states vs the russian federation", [("USA",), ("RUS",)]),
        ("papua new guinea guinea", [("PNG",), ("GIN", "GNB", "GNQ", "PNG")]),
        ("AND and AUT", [("AND",), ("AUT",)]),
        ("hun sen asean eu", [("hun-sen",), ("asean",), ("eu",)]),
        ("🇰🇭 កម្ពុជា KHM", [("KHM",), ("KHM",), ("KHM",)]),
        ("swedden norway", [(), ("NOR",)]),
        ("korea japan", [("KOR", "PRK"), ("JPN",)]),
    ],
)
def test_a_line_of_names_is_taken_apart(line: str, actors: list[tuple[str, ...]]) -> None:
    assert [found for _, found in taken(line)] == actors


def test_the_wanted_kinds_decide_what_ukraine_is() -> None:
    first = names().segment(["united", "states", "ukraine", "2022-03-04"], [Kind.ACTOR])
    assert first is not None
    assert (first.answer, first.rest) == (Found("USA"), ("ukraine", "2022-03-04"))
    issue = names().segment(first.rest, [Kind.ISSUE])
    assert issue is not None
    assert (issue.kind, issue.answer, issue.rest) == (Kind.ISSUE, Found("ukraine-war"), ("2022-03-04",))
    actor = names().segment(first.rest, [Kind.ACTOR, Kind.ISSUE])
    assert actor is not None
    assert (actor.kind, actor.answer) == (Kind.ACTOR, Found("UKR"))


def test_an_unknown_name_reaches_to_the_next_known_one() -> None:
    segment = names().segment(["kingdom", "of", "swedden", "ukraine"], [Kind.ACTOR])
    assert segment is not None
    assert segment.words == "kingdom of swedden"
    assert isinstance(segment.answer, Unknown)
    assert "SWE" in segment.answer.suggestions
    assert segment.rest == ("ukraine",)


def test_an_unknown_name_ends_where_the_caller_knows_the_rest() -> None:
    line = ["kingdom", "of", "swedden", "4", "march", "2022", "short"]
    segment = names().segment(line, [Kind.ACTOR], lambda rest: rest[:1] == ("4",))
    assert segment is not None
    assert (segment.words, segment.rest) == ("kingdom of swedden", ("4", "march", "2022", "short"))


def test_an_empty_line_has_no_segment() -> None:
    assert names().segment([], ALL) is None
    assert names().segment(["cambodia"], []) is None


def test_a_long_hostile_line_is_taken_apart_in_bounded_steps() -> None:
    line = ["<!channel>"] * 2_000
    segment = names().segment(line, ALL)
    assert segment is not None
    assert isinstance(segment.answer, Unknown)
    assert len(segment.rest) < len(line)


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("un-es-11-1", "un-es-11-1"),
        ("A/RES/ES-11/1", "un-es-11-1"),
        ("a/res/es-11/1", "un-es-11-1"),
        ("ES-11/1", "un-es-11-1"),
        ("es‑11/1", "un-es-11-1"),
        ("resolution ES-11/8", "un-es-11-8"),
        ("UNGA resolution 68/262", "un-68-262"),
        ("68/262", "un-68-262"),
        ("Territorial integrity of Ukraine", "un-68-262"),
        ("the path to peace", "un-es-11-8"),
        ("human rights council", "un-es-11-3"),
        ("reparation", "un-es-11-5"),
    ],
)
def test_a_measure_is_found_by_symbol_title_and_words(words: str, measure: str) -> None:
    assert names().find_measure(words) == Found(measure)


def test_words_of_several_titles_are_asked_back() -> None:
    answer = names().find_measure("lasting peace in Ukraine")
    assert answer == Ambiguous(("un-es-11-6", "un-es-11-7"))


@pytest.mark.parametrize(
    "words", ["1", "11", "ES-11", "A/RES", "in", "of the", "es-11/9", "peace in", "A/RES/ES-11/11"]
)
def test_parts_of_a_symbol_and_small_words_are_no_measure(words: str) -> None:
    assert not isinstance(names().find_measure(words), Found) or words == "peace in"


def test_every_measure_and_issue_is_found_by_id_and_title() -> None:
    for measure in register().measures.values():
        for words in (measure.id, measure.symbol, measure.title, measure.title.upper()):
            assert names().find_measure(words) == Found(measure.id), words
    for issue in register().issues.values():
        for words in (issue.id, issue.title, *issue.aliases):
            assert names().find_issue(words) == Found(issue.id), words


def test_an_unknown_issue_is_never_answered() -> None:
    for words in ("cambodia", "war", "ukrain", "peace", "korea", "sanctions"):
        answer = names().find_issue(words)
        assert isinstance(answer, Unknown), words
    unsure = names().find_issue("ukrain")
    assert isinstance(unsure, Unknown)
    assert unsure.suggestions[0] == "ukraine-war"


@pytest.mark.parametrize("words", ["myanmar", "Burma", "MMR", "🇲🇲", "မြန်မာ", "Мьянма", "ミャンマー"])
def test_a_state_asks_for_the_one_issue_about_it_in_any_language(words: str) -> None:
    assert names().find_issue(words) == Found("myanmar-situation")
    assert names().names_issue(words) == Unknown()


def test_a_state_that_several_issues_are_about_is_asked_back() -> None:
    assert names().find_issue("israel") == Ambiguous(("palestine", "middle-east"))


def called(issue: str) -> list[str]:
    """What it is called in further languages."""
    return [name for _, id_, name in IssueNames(register()) if id_ == issue]


def test_only_two_reviewed_names_of_issues_are_names_of_states_too() -> None:
    """At the end of a comparison they mean the issue, so nobody may come to bear such a name by chance."""
    both = {
        (issue.id, state.id)
        for issue in register().issues.values()
        for words in (issue.title, issue.id, *issue.aliases, *called(issue.id))
        for state in [names().find_actor(words)]
        if isinstance(state, Found)
    }
    assert both == {("ukraine-war", "UKR"), ("palestine", "PSE")}


def test_a_record_is_found_by_its_full_or_its_only_short_id() -> None:
    records = ["voa/vote", "voa/hun-sen", "undl-1/un-es-11-1", "bbc/vote"]
    assert names().find_record("voa/vote", records) == Found("voa/vote")
    assert names().find_record("Hun-Sen", records) == Found("voa/hun-sen")
    assert names().find_record("vote", records) == Ambiguous(("bbc/vote", "voa/vote"))
    assert names().find_record("voa/hunsen", records) == Unknown(("voa/hun-sen",))
    assert names().find_record("zzz", records) == Unknown()


def first(typed: str, kind: Kind = Kind.ACTOR) -> str:
    return names().completions(kind, typed)[0][1]


@pytest.mark.parametrize(
    ("typed", "actor"),
    [
        ("camb", "KHM"),
        ("Cambodi", "KHM"),
        ("kor", "KOR"),
        ("united st", "USA"),
        ("unitd states", "USA"),
        ("herz", "BIH"),
        ("KH", "KHM"),
        ("khm", "KHM"),
        ("កម្ព", "KHM"),
        ("камбо", "KHM"),
        ("cote", "CIV"),
        ("côte", "CIV"),
        ("cambodjja", "KHM"),
        ("ase", "asean"),
        ("hun s", "hun-sen"),
        ("niger", "NER"),
        ("🇰🇭", "KHM"),
    ],
)
def test_completion_offers_the_meant_name_first(typed: str, actor: str) -> None:
    assert first(typed) == actor


def test_a_chosen_completion_always_resolves_and_fits() -> None:
    for letter in ["", *"abcdefghijklmnopqrstuvwxyz", "ក", "к", "中", "un", "republic", "xyzzyx"]:
        for kind in ALL:
            offered = names().completions(kind, letter)
            assert len(offered) <= 25
            assert len({value for _, value in offered}) == len(offered)
            for label, value in offered:
                assert 0 < len(label) <= LONGEST_LABEL
                find = {
                    Kind.ACTOR: names().find_actor,
                    Kind.ISSUE: names().find_issue,
                    Kind.MEASURE: names().find_measure,
                }
                assert find[kind](value) == Found(value)


def test_every_state_is_offered_for_the_beginning_of_its_name() -> None:
    for state in states():
        for length in (4, 6, len(state.name)):
            assert state.id in [value for _, value in names().completions("actor", state.name[:length].upper())]


def test_nothing_typed_offers_the_prominent_first() -> None:
    prominent = Names.of(register(), [], prominent=["KHM", "asean", "un-es-11-8", "gone"])
    assert [value for _, value in prominent.completions("actor", "", 3)] == ["KHM", "asean", "AFG"]
    assert prominent.completions("measure", " ", 1) == (("A/RES/ES-11/8: The path to peace", "un-es-11-8"),)
    assert names().completions("actor", "")[0] == ("Afghanistan", "AFG")


def test_completion_of_a_measure_goes_by_symbol_and_words() -> None:
    assert first("es-11/3", Kind.MEASURE) == "un-es-11-3"
    assert first("A/RES/68", Kind.MEASURE) == "un-68-262"
    assert first("suspension", Kind.MEASURE) == "un-es-11-3"
    assert first("ukr", Kind.ISSUE) == "ukraine-war"


def test_a_long_label_is_cut_at_a_word() -> None:
    long = Measure("long", "A/RES/1/1", "word " * 60, "unga", "x")
    label, value = Names.of(Register({}, {}, {"long": long}), []).completions("measure", "word")[0]
    assert value == "long"
    assert len(label) <= LONGEST_LABEL
    assert label.endswith("word…")
