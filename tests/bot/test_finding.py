"""`/find`, `/source`, `/timeline` and `/glossary` as they are asked: bound, completed, answered and told to nobody who
may not read it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from adapters.contract import Outcome, Reply, Request
from adapters.files.archived import ArchivedTexts
from bot.commands import Desk, Held
from briefs.archive import Archive
from briefs.briefing import Ending, timeline
from briefs.codebook import ActorKind, Length, State
from briefs.document import Clause, Phrase
from briefs.plain import plain
from briefs.wording import glossary, notices
from tests.archives import imported, shipped, wavering

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def desk(archive: Archive | None = None) -> Desk:
    return Desk(Held.of(archive or shipped(), ()), lambda: NOW)


def asked(command: str, line: str = "", archive: Archive | None = None, **given: str) -> Reply:
    return desk(archive).answer_now(Request(command, line, given))


def told(command: str, line: str = "", archive: Archive | None = None, **given: str) -> str:
    return plain(asked(command, line, archive, **given).document)


# --- /find -----------------------------------------------------------------------------------------------------------


def test_what_bears_the_words_as_its_name_comes_first() -> None:
    assert plain(asked("find", "cambodia").document).split("\n")[2] == "• Cambodia (state): /position Cambodia"
    assert "A/RES/ES-11/1, Aggression against Ukraine (text, 2 March 2022)" in told("find", "ES-11/1").split("\n")[2]


def test_a_record_found_is_told_in_its_proved_sentence_with_what_says_it() -> None:
    reply = asked("find", "force readiness")
    clauses = list(reply.document.clauses())
    assert [clause.cites for clause in clauses] == [("voa/kh-msg",)]
    assert "Hun Sen of Cambodia said" in clauses[0].text
    assert reply.document.sources[0].records == ("voa/kh-msg",)


def test_names_and_texts_are_pointed_at_in_the_words_of_the_register() -> None:
    phrases = [line.text for line in asked("find", "ukraine").document.lines() if isinstance(line, Phrase)]
    assert "Ukraine (state): /position Ukraine" in phrases
    assert "Russia's war against Ukraine (issue): /shifts --issue ukraine-war" in phrases


def test_a_text_of_the_imported_file_is_found_with_its_day() -> None:
    assert "(text, 3 November 1993): /vote" in told("find", "embargo cuba", imported())


def test_words_are_words_even_where_they_look_like_days_and_lengths() -> None:
    assert told("find", "force 2022 short").startswith("Found for “force 2022 short”")


def test_nothing_is_found_as_of_a_day_before_it_was_published() -> None:
    assert asked("find", "force readiness --as-of 2022-03-01").outcome is Outcome.NOTHING
    assert asked("find", "force readiness", as_of="2022-03-04").outcome is Outcome.ANSWERED


@pytest.mark.parametrize("state", [State.DRAFT, State.REVIEWED])
def test_a_record_that_is_not_published_is_found_by_nobody(state: State) -> None:
    events = {**shipped().events, "voa/kh-msg": replace(shipped().events["voa/kh-msg"], state=state)}
    archive = replace(shipped(), events=events)
    assert "voa/kh-msg" not in told("find", "force readiness", archive)
    assert "voa/kh-msg" not in {choice.value for choice in desk(archive).complete("source", "record", "kh-msg", "en")}


def test_an_embargo_hides_a_record_from_finding_until_it_ends() -> None:
    later = NOW.replace(hour=13)
    events = {**shipped().events, "voa/kh-msg": replace(shipped().events["voa/kh-msg"], embargo=later)}
    held = Held.of(replace(shipped(), events=events), ())
    ask = Request("find", "force readiness")
    assert "voa/kh-msg" not in plain(Desk(held, lambda: NOW).answer_now(ask).document)
    assert "voa/kh-msg" in plain(Desk(held, lambda: later).answer_now(ask).document)


def test_finding_goes_on_with_the_next_archive() -> None:
    first = Held.of(shipped(), ())
    first.finder.ready()
    events = {key: event for key, event in shipped().events.items() if key != "voa/kh-msg"}
    second = Held.of(replace(shipped(), events=events), (), before=first)
    second.finder.ready()
    assert "voa/kh-msg" not in plain(Desk(second, lambda: NOW).answer_now(Request("find", "readiness")).document)


@pytest.mark.parametrize("kind", list(ActorKind))
def test_every_kind_of_actor_has_a_word(kind: ActorKind) -> None:
    assert notices.word(f"kind-{kind.value}")


def test_find_without_words_asks_for_them() -> None:
    assert "<words> is missing" in told("find")


# --- /source ---------------------------------------------------------------------------------------------------------


def test_a_records_source_is_told_with_its_licence_and_hash() -> None:
    text = told("source", "voa/kh-msg")
    assert "Published by VOA on 4 March 2022: “Cambodian Leader Defends UN Vote on Ukraine Invasion”" in text
    assert "Licence: public domain" in text
    assert "09b951f79b09663f48d746b0b6b86df6e2c375f9ced8a130b6f7a2a538b11f88" in text


def test_quotations_stand_in_the_context_of_the_archived_text(tmp_path: Path) -> None:
    quote = shipped().events["voa/kh-msg"].quotes[0].text
    text = f"Before it, in a hall.\n\n“{quote},” he said\nafter it.".encode()
    source = replace(shipped().sources["voa"], sha256=hashlib.sha256(text).hexdigest())
    (tmp_path / "an article.txt").write_bytes(text)
    archive = replace(shipped(), sources={**shipped().sources, "voa": source})
    held = replace(Held.of(archive, ()), texts=ArchivedTexts(tmp_path))
    reply = Desk(held, lambda: NOW).answer_now(Request("source", "voa/kh-msg"))
    assert f"Before it, in a hall. “{quote},” he said after it." in plain(reply.document)
    (tmp_path / "an article.txt").write_bytes(text + b".")
    assert "In the archived text" not in plain(
        Desk(held, lambda: NOW).answer_now(Request("source", "voa/kh-msg")).document
    )


def test_the_roll_call_of_a_file_names_the_file() -> None:
    text = told("source", "75/191", imported())
    assert "in its voting file" in text
    assert "Licence: " in text


def test_a_record_is_completed_by_its_id_and_by_its_words() -> None:
    assert desk().complete("source", "record", "kh-m", "en")[0].value == "voa/kh-msg"
    assert "voa/kh-msg" in [c.value for c in desk().complete("source", "record", "force readiness", "en")]
    assert "un-es-11-1" in [c.value for c in desk().complete("source", "record", "aggression against", "en")]


def test_no_record_of_that_name_is_answered_with_suggestions() -> None:
    reply = asked("source", "voa/kh-mgs")
    assert reply.outcome is Outcome.UNKNOWN
    assert "/source voa/kh-msg" in plain(reply.document)


# --- /timeline -------------------------------------------------------------------------------------------------------


def test_a_timeline_is_newest_first_and_says_how_much_more_is_held() -> None:
    lines = [line.text for line in asked("timeline", "cambodia").document.lines() if isinstance(line, Clause)]
    assert lines[0].startswith("24 February 2025. Cambodia voted in favour of A/RES/ES-11/7")
    assert lines[-1] == "5 more records of its acts and votes are held."
    long = told("timeline", "cambodia long")
    assert "27 March 2014. Cambodia abstained on A/RES/68/262" in long
    assert "more record" not in long


def test_a_shift_of_the_imported_file_stands_for_its_many_votes() -> None:
    made = timeline(wavering(), "IDN", None, date(2026, 11, 23), Length.LONG)
    texts = [clause.text for clause in made.document.clauses()]
    shifts = [text for text in texts if "; on " in text]
    assert made.ending is Ending.ANSWERED
    assert shifts
    assert len(shifts) == 2


def test_who_did_nothing_on_file_is_told_so() -> None:
    assert asked("timeline", "holy see").outcome is Outcome.NOTHING


# --- /glossary -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("term", glossary.TERMS)
def test_every_term_is_found_by_each_of_its_names(term: str) -> None:
    assert glossary.find(glossary.name(term)) == term
    assert glossary.find(glossary.name(term).upper()) == term
    assert told("glossary", glossary.name(term)).startswith(glossary.name(term))


@pytest.mark.parametrize(
    ("typed", "term"),
    [("abstention", "abstained"), ("absent", "absent"), ("as_of", "as-of"), ("cosponsor", "co-sponsor")],
)
def test_a_term_is_found_by_what_people_type(typed: str, term: str) -> None:
    assert glossary.find(typed) == term


def test_a_slip_is_answered_with_suggestions() -> None:
    reply = asked("glossary", "cohesoin")
    assert reply.outcome is Outcome.UNKNOWN
    assert "cohesion: /glossary cohesion" in plain(reply.document)


def test_terms_are_completed_by_their_beginning_and_by_other_names() -> None:
    complete = desk().complete
    assert complete("glossary", "term", "abs", "en")[0].value == "abstained"
    assert "did not vote" in [choice.value for choice in complete("glossary", "term", "absen", "en")]
    assert len(complete("glossary", "term", "", "en")) == 25
    assert complete("find", "words", "x", "en") == ()


def test_without_a_term_all_are_listed() -> None:
    text = told("glossary")
    assert all(glossary.name(term) in text for term in glossary.TERMS)
