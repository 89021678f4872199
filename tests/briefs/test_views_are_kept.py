"""Views of the past are made once and kept, and a sentence is held against the few that can read it: neither changes
what is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from briefs import briefing
from briefs.archive import VIEWS, Archive
from briefs.briefing import submission
from briefs.codebook import Length, State
from briefs.proof import load_skeletons
from briefs.proof.skeletons import in_order, words_needed
from briefs.tongues import asked_in, told_in
from tests.archives import busy, imported, shipped, specimens

TODAY = date(2026, 1, 1)
NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


def holding(**fields: object) -> Archive:
    """The shipped records, one of them a draft or under embargo."""
    first = next(iter(shipped().events.values()))
    return replace(shipped(), events={**shipped().events, first.id: replace(first, **fields)})  # type: ignore[arg-type]


def test_a_past_day_is_looked_at_through_one_view_and_many_days_through_the_newest_few() -> None:
    archive, days = holding(), [date(2022, 3, 1) + timedelta(days=n) for n in range(VIEWS + 1)]
    first = archive.as_of(days[0])
    assert archive.as_of(days[0]) is first
    assert first is not archive
    told = [frozenset(archive.as_of(day).events) for day in days]
    assert archive.as_of(days[0]) is not first
    assert [frozenset(holding().as_of(day).events) for day in reversed(days)] == told[::-1]


def test_where_a_draft_is_held_today_is_one_view_and_the_draft_not_in_it() -> None:
    archive = holding(state=State.DRAFT)
    assert archive.as_of(TODAY) is archive.as_of(TODAY)
    assert set(archive.events) - set(archive.as_of(TODAY).events) == {next(iter(shipped().events))}


def test_an_embargo_ends_at_its_instant_and_what_it_let_go_is_one_view() -> None:
    archive = holding(embargo=NOW)
    held = next(iter(shipped().events))
    assert archive.released(NOW - timedelta(seconds=1)) is archive
    assert archive.released(NOW) is archive.released(NOW + timedelta(days=1))
    assert archive.released(NOW).events[held].embargo is None
    assert archive.events[held].embargo == NOW


def test_a_second_embargo_that_ends_makes_another_view() -> None:
    first, second = list(shipped().events.values())[:2]
    later = NOW + timedelta(hours=1)
    embargoed = {first.id: replace(first, embargo=NOW), second.id: replace(second, embargo=later)}
    archive = replace(shipped(), events={**shipped().events, **embargoed})
    for at, waiting in ((NOW, {second.id}), (later, set()), (NOW, {second.id})):
        events = archive.released(at).events
        assert {id_ for id_, event in events.items() if event.embargo} == waiting


def test_what_is_asked_in_another_language_and_told_in_english_is_one_archive() -> None:
    archive = holding()
    assert asked_in(archive, "fr") is asked_in(archive, "fr")
    assert asked_in(archive, "fr").register.asked_in == "fr"
    assert asked_in(archive, "es").register.asked_in == "es"


def lines(language: str) -> Iterator[tuple[str, str]]:
    """Titles and sentences of the positions and calls of a few, each with where it stands."""
    for archive in (busy(), shipped(), specimens(), imported()):
        for actor in ("KHM", "RUS", "FRA", "asean"):
            made = briefing.position(told_in(archive, language), actor, None, TODAY, Length.LONG)
            brief = submission(made.document, TODAY, (actor,))
            yield "title", brief.title
            yield from ((place, s.text) for s in brief.sentences for place in ("claim", "phrase"))
            yield "footer", brief.footer
            yield from (("note", note.text) for note in brief.notes)


@pytest.mark.parametrize("language", ["en", "fr", "es", "km"])
def test_the_few_sentences_a_text_is_held_against_are_all_whose_literals_it_holds(language: str) -> None:
    signed, seen = load_skeletons(language), 0
    for place, text in dict.fromkeys(lines(language)):
        opening = "0" if text[0].isdigit() else '"' if text[0] in '"«' else "a"
        every = [
            skeleton
            for skeleton in signed
            if skeleton.place == place
            and skeleton.opens_with in ("", opening)
            and in_order(tuple(part for part in skeleton.parts if isinstance(part, str)), text, 0, len(text))
        ]
        few = signed.candidates(place, text)
        assert [each for each in every if each in few] == list(few)
        for left_out in (each for each in every if each not in few):
            first, last = left_out.parts[0], left_out.parts[-1]
            begins = not isinstance(first, str) or text.startswith(first)
            assert not begins or (isinstance(last, str) and not text.endswith(last)) or _overlap(left_out.parts, text)
        seen += len(few)
    assert seen > 50


def _overlap(parts: tuple[object, ...], text: str) -> bool:
    """Whether the literals between the first and the last stand in the text, and not between those two."""
    begin, end = (len(part) if isinstance(part, str) else 0 for part in (parts[0], parts[-1]))
    between = tuple(part for part in parts[1:-1] if isinstance(part, str))
    return not in_order(between, text, begin, len(text) - end)


def test_most_sentences_are_found_by_a_word() -> None:
    for language in ("en", "fr", "es", "km"):
        claims = [each for each in load_skeletons(language) if each.place == "claim"]
        assert sum(any(words_needed(each)) for each in claims) > 0.9 * len(claims)
