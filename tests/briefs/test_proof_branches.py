"""Branches of the prover that no whole answer takes: odd cites, odd counts, tables out of order, a wrong list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.codebook import Length
from briefs.proof import Sentence, Submission, load_skeletons, verify
from briefs.proof.case import Brief, Case, Focus
from briefs.proof.lexicon import lexicon_of
from briefs.proof.queries import found, read_query
from briefs.proof.relation import Room
from briefs.proof.shares import all_few, of_calls, opposed, percent
from briefs.proof.tables import table_objections
from briefs.tongues import told_in
from tests.archives import article, imported, shipped
from tests.briefs.gold import COSPONSORED, GOLD, held

SKELETONS = load_skeletons("en")


def brief_with(*cites: str) -> Submission:
    """A true brief whose co-sponsoring sentence has other cites."""
    gold = next(brief for brief in GOLD.values() if COSPONSORED in brief.sentences)
    told = tuple(Sentence(s.text, cites) if s == COSPONSORED else s for s in gold.sentences)
    return replace(gold, sentences=told)


def objections_to(brief: Submission) -> list[tuple[str, str]]:
    answer = verify(brief, held(article(), brief), SKELETONS)
    return [(o.rule, o.why) for o in answer if o.sentence == COSPONSORED.text]


# -- Cites


def test_with_its_own_cites_the_sentence_is_proved() -> None:
    assert objections_to(brief_with(*COSPONSORED.cites)) == []


@pytest.mark.parametrize(
    ("cite", "rule", "why"),
    [
        (COSPONSORED.cites[0], "C10", "a cite stands twice"),
        ("query:nonsense", "C9", "there is no query kind 'nonsense'"),
        ("register:ATLANTIS", "C10", "register:ATLANTIS is no register entry"),
        ("revision:voa/vote@2022-03-04T00:00:00+00:00", "C10", "is no revision that this archive had recorded"),
        ("voa/never-written", "C10", "voa/never-written is no record held as of"),
    ],
)
def test_one_odd_cite_beside_the_true_ones_is_refused_and_named(cite: str, rule: str, why: str) -> None:
    answer = objections_to(brief_with(*COSPONSORED.cites, cite))
    assert [(given, why in told) for given, told in answer] == [(rule, True)], answer


def test_a_list_in_another_language_than_the_names_proves_nothing() -> None:
    gold = next(iter(GOLD.values()))
    answer = verify(gold, held(article(), gold), load_skeletons("fr"))
    assert [(o.rule, o.why) for o in answer] == [("C2", "names are in 'en', the signed list is in 'fr'")]


def test_an_archive_that_looks_past_the_day_asked_for_proves_nothing_of_it() -> None:
    """Whoever hands in the archive as it is now, and not as of that day."""
    gold = GOLD["position.line"]
    early = replace(gold, as_of=date(2022, 3, 3))
    assert [o.why for o in verify(gold, article(), SKELETONS)] == []
    objections = {o.why for o in verify(early, article(), SKELETONS)}
    assert "the archive holds sources published after 2022-03-03" in objections
    assert any(why.endswith("had not happened and been published by 2022-03-03") for why in objections)


def test_a_record_stands_in_one_note_alone() -> None:
    gold = GOLD["position.line"]
    notes = (*gold.notes, replace(gold.notes[0], number=2))
    found = {o.why for o in verify(replace(gold, notes=notes), held(article(), gold), SKELETONS)}
    assert "a record stands in two notes" in found


def test_a_line_to_paste_is_not_proved_beside_a_note_of_a_record_that_nobody_holds() -> None:
    gold = GOLD["position.line"]
    notes = (replace(gold.notes[0], records=("voa/never-written",)),)
    found = {o.sentence for o in verify(replace(gold, notes=notes), held(article(), gold), SKELETONS)}
    assert gold.paste in found
    assert gold.paste not in {o.sentence for o in verify(gold, held(article(), gold), SKELETONS)}


def test_a_brief_in_french_tells_the_language_of_its_quotations_and_only_then() -> None:
    archive = told_in(imported(), "fr")
    made = briefing.position(archive, "KHM", "palestine", date(2026, 1, 1), Length.SHORT)
    brief = briefing.submission(made.document, date(2026, 1, 1), ("KHM", "palestine"))
    signed, note = load_skeletons("fr"), [s for s in brief.sentences if s.text.startswith("Les titres")]
    assert verify(brief, archive.as_of(date(2026, 1, 1)), signed) == ()
    assert len(note) == 1
    without = replace(brief, sentences=tuple(s for s in brief.sentences if s not in note))
    told = [(o.rule, o.why) for o in verify(without, archive.as_of(date(2026, 1, 1)), signed)]
    assert told == [("C5", "tells titles or quotations and not their language, or the reverse")]


# -- Stored queries

ENTERED = datetime(2026, 3, 2, 12, tzinfo=UTC)
WINDOW = "since=2026-03-02T00:00:00%2B00:00&until=2026-03-03T00:00:00%2B00:00".replace("%2B", "+")


def entered() -> Archive:
    """What is shipped, one record and one roll call of it noted at an instant, the others before."""
    events, calls = dict(shipped().events), dict(shipped().rollcalls)
    events["voa/veto"] = replace(events["voa/veto"], recorded=ENTERED)
    events["voa/cnrp"] = replace(events["voa/cnrp"], recorded=ENTERED - timedelta(days=1))
    first = next(iter(calls))
    calls[first] = replace(calls[first], recorded=ENTERED)
    return replace(shipped(), events=events, rollcalls=calls)


@pytest.mark.parametrize(
    ("cite", "finds"),
    [
        ("query:quotes?actor=SGP", {"voa/sg-sanct"}),
        ("query:quotes?actor=VNM", set()),
        ("query:vote?about=un-68-262", {"undl-767565/un-68-262"}),
        ("query:rollcalls?body=unga", {call.id for call in shipped().votes}),
        ("query:rollcalls?body=unsc", set()),
        ("query:issues?body=unsc", {event.id for event in shipped().published}),
        ("query:record?id=voa/veto", {"voa/veto"}),
        ("query:record?id=undl-767565/un-68-262", {"undl-767565/un-68-262"}),
        ("query:digest?day=2014-03-27", {"undl-767565/un-68-262"}),
        (f"query:recorded?{WINDOW}", {"voa/veto", "undl-767565/un-68-262"}),
        (f"query:changes?{WINDOW}", set()),
    ],
)
def test_a_stored_query_finds_what_it_asks_for_among_acts_and_roll_calls(cite: str, finds: set[str]) -> None:
    assert set(found(entered(), read_query(cite))) == finds


# -- Counts


def case(text: str) -> Case:
    archive = shipped()
    nothing = Submission("", (), "", (), "", date(2026, 1, 1), ("KHM",))
    return Case(Brief(nothing, archive, lexicon_of(archive.register)), Focus(), text, {})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 of the 1,204 roll calls", [(3, 1204)]),
        ("0 of the 7 roll calls", [(0, 7)]),
        ("7 of the 7 roll calls", []),  # "all 7"
        ("8 of the 7 roll calls", []),
        ("all 7 roll calls", [(7, 7)]),
        ("all 1 roll calls", []),  # "the 1 roll call"
        ("the 1 roll call", [(1, 1)]),
        ("the 1 roll calls", []),
        ("many roll calls", []),
    ],
)
def test_a_count_of_roll_calls_is_read_in_its_one_right_form(text: str, meant: list[tuple[int, int]]) -> None:
    assert [value for end, value in of_calls(case(text), text, 0) if end == len(text)] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("In none did one vote in favour and the other against", [0]),
        ("In 0 one voted in favour and the other against", []),
        ("In 1,012 one voted in favour and the other against", [1012]),
        ("In some one voted in favour and the other against", []),
    ],
)
def test_none_opposed_is_said_in_words_and_never_as_nought(text: str, meant: list[int]) -> None:
    assert [value for _, value in opposed(case(text), text, 0)] == meant


@pytest.mark.parametrize(("text", "meant"), [("66.7%", [667]), ("0.0%", [0]), ("66%", []), ("06.7%", [])])
def test_a_share_has_one_decimal_and_no_leading_nought(text: str, meant: list[int]) -> None:
    assert [value for _, value in percent(case(text), text, 0)] == meant


@pytest.mark.parametrize(("text", "meant"), [("all three", [3]), ("all ten", [10]), ("all eleven", []), ("all 3", [])])
def test_all_of_a_few_is_written_out(text: str, meant: list[int]) -> None:
    assert [value for end, value in all_few(case(text), text, 0) if end == len(text)] == meant


# -- Tables

Lines = Sequence[tuple[str, str]]
HEADS: Lines = [("Cambodia", "phrase.name"), ("Vote", "phrase.head"), ("Said", "phrase.head")]
ROW: Lines = [("Vietnam", "phrase.name"), ("Vietnam · Vote: abstained", "cell.x"), ("Vietnam · Said: no", "cell.x")]


def cells_named(lines: Lines) -> list[str]:
    return [objection.sentence for objection in table_objections(lines)]


def test_cells_in_their_row_and_column_are_let_through() -> None:
    assert cells_named([*HEADS[1:], *ROW]) == []


def test_cells_that_change_places_are_both_refused() -> None:
    row, vote, said = ROW
    assert cells_named([*HEADS[1:], row, said, vote]) == [said[0], vote[0]]


def test_a_sentence_between_heads_and_row_ends_the_table() -> None:
    """What stood before it is not the head of what follows, so no cell has a column."""
    claim = ("Cambodia voted in favour.", "vote.cast")
    assert cells_named([*HEADS[1:], claim, *ROW]) == [ROW[1][0], ROW[2][0]]


def test_a_cell_without_a_row_is_refused() -> None:
    assert cells_named(ROW[1:]) == [ROW[1][0], ROW[2][0]]


# -- The prover's own tables


def test_a_predicate_defined_twice_stops_the_prover_from_loading() -> None:
    room = Room()

    @room.test("event")
    def told(_case: object, _event: object) -> bool:
        return True

    with pytest.raises(ValueError, match="the predicate told is defined twice"):
        room.test("event")(told)
    assert set(room) == {"told"}
