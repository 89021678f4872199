"""A digest on several issues: each under its title and beginning anew, all of it proved, and a lead for the channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from briefs import briefing, digests
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.document import Bullets, Document, Heading, say
from briefs.plain import plain
from briefs.proof import Objection, load_skeletons, verify
from briefs.tongues import LANGUAGES
from tests.archives import imported, shipped, specimens

ALL = Filter()
DAY = date(2020, 12, 16)
"""Of two roll calls on two issues in the invented file."""
UNTIL = datetime(2026, 11, 23, 8, tzinfo=UTC)
TITLES = {
    "en": ["Human rights in Iran", "Question of Palestine"],
    "fr": ["Les droits humains en Iran", "La question de Palestine"],
    "es": ["Los derechos humanos en Irán", "La cuestión de Palestina"],
}


def of_the_file(language: str = "en", follows: Filter = ALL) -> Briefing:
    return briefing.told(imported(), language, lambda held: briefing.digest_of_day(held, DAY, follows, Length.LONG))


def news(language: str = "en", length: Length = Length.SHORT) -> Briefing:
    """All specimens as if published and recorded on one day: acts on two issues, and some on none."""
    held = specimens()
    fresh = replace(held, sources={id_: replace(one, published=UNTIL.date()) for id_, one in held.sources.items()})
    recorded = dict.fromkeys((*held.events, *held.rollcalls), UNTIL - timedelta(hours=2))
    since = UNTIL - timedelta(days=1)
    return briefing.told(
        fresh,
        language,
        lambda told: briefing.digest_of_window(told, recorded, since, UNTIL, ALL, length, lead=True),
    )


def titles(document: Document) -> list[str]:
    return [block.phrase.text for block in document.blocks if isinstance(block, Heading) and block.topic]


def objections(document: Document, archive: Archive | None = None) -> tuple[Objection, ...]:
    day = DAY + timedelta(days=1)
    held = (archive or imported()).as_of(day)
    return verify(briefing.submission(document, day, ("digest",)), held, load_skeletons("en"))


@pytest.mark.parametrize("language", TITLES)
def test_each_issue_stands_under_its_title_in_the_language_of_the_digest(language: str) -> None:
    answer = of_the_file(language)
    assert (answer.ending, answer.reasons) == (Ending.ANSWERED, ())
    assert titles(answer.document) == TITLES[language]
    first, second = (block for block in answer.document.blocks if isinstance(block, Bullets))
    assert "75/191" in first.lines[0].text
    assert "75/98" in second.lines[0].text
    days = [line.inlines[0].text for line in (*first.lines, *second.lines)]
    assert days[0] == days[1], "each begins anew with its day"


def test_a_digest_on_one_issue_has_no_titles() -> None:
    assert titles(of_the_file(follows=Filter(issues=("palestine",))).document) == []
    answer = briefing.digest_of_day(shipped(), date(2022, 4, 7), ALL, Length.LONG)
    assert titles(answer.document) == []


def test_a_roll_call_of_several_issues_stands_under_one_that_is_followed() -> None:
    held = imported().as_of(DAY + timedelta(days=1))
    item = next(item for item in digests.of_day(held, DAY, ALL).items if item.call and item.call.id.endswith("09"))
    assert digests.issue_of(held, item, ALL) == "iran-human-rights"
    assert digests.issue_of(held, item, Filter(issues=("palestine", "human-rights"))) == "human-rights"


def test_what_is_on_no_issue_comes_last_under_a_title_of_its_own() -> None:
    answer = briefing.digest_of_day(imported(), date(1990, 12, 6), ALL, Length.LONG)
    assert titles(answer.document) == ["Question of Palestine", "Other matters"]


# --- proof ---------------------------------------------------------------------------------------------------------


def test_a_sentence_under_the_title_of_another_issue_is_not_proved() -> None:
    document = of_the_file().document
    assert objections(document) == ()
    one, told, other, more = document.blocks
    wrong = objections(document.with_blocks((other, told, one, more)))
    assert [(o.rule, o.why) for o in wrong] == [
        ("C3", "rests on no record of the issue under whose title it stands")
    ] * 2


def test_a_title_stands_once_and_in_digests_alone() -> None:
    document = of_the_file().document
    one, told, _, _ = document.blocks
    assert isinstance(told, Bullets)
    twice = objections(replace(document, blocks=(one, told, one, *document.blocks[2:])))
    assert {o.sentence for o in twice} == {"Human rights in Iran"}
    elsewhere = briefing.vote(imported(), "un-votes/109", None, DAY, Length.SHORT).document
    subject = ("un-votes/109",)
    for title in ("Human rights in Iran", "Other matters"):
        headed = replace(elsewhere, blocks=(replace(one, phrase=replace(one.phrase, inlines=(replace(
            one.phrase.inlines[0], text=title),))), *elsewhere.blocks))  # type: ignore[union-attr]  # fmt: skip
        made = briefing.submission(headed, DAY, subject)
        assert title in {o.sentence for o in verify(made, imported().as_of(DAY), load_skeletons("en"))}


def test_the_title_for_what_is_on_no_issue_ends_the_issue_before() -> None:
    document = briefing.digest_of_day(imported(), date(1990, 12, 6), ALL, Length.LONG).document
    day = date(1990, 12, 7)
    for blocks, proved in ((document.blocks, True), (document.blocks[:2] + document.blocks[3:], False)):
        made = briefing.submission(document.with_blocks(blocks), day, ("digest",))
        assert (verify(made, imported().as_of(day), load_skeletons("en")) == ()) is proved


# --- the lead ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lead_has_the_first_sentence_of_each_issue_and_no_word_of_its_own(language: str) -> None:
    answer = news(language)
    assert (answer.ending, answer.reasons) == (Ending.ANSWERED, ())
    lead, whole = answer.lead, answer.document
    assert lead is not None
    assert len(titles(lead)) > 1
    assert (lead.title, titles(lead), lead.language) == (whole.title, titles(whole), whole.language)
    firsts = [block.lines[0] for block in whole.blocks if isinstance(block, Bullets)]
    assert list(lead.clauses()) == firsts
    assert set(plain(lead).split("\n")) - set(plain(whole).split("\n")) <= {plain(lead).split("\n")[-1]}, "its sources"
    named = {record for note in lead.sources for record in note.records}
    assert {cite for clause in lead.clauses() for cite in clause.cites} == named


def test_a_digest_of_one_sentence_for_each_issue_is_its_own_lead() -> None:
    assert news(length=Length.LINE).lead is None
    recorded = dict.fromkeys(("un-votes/109", "un-votes/1010"), datetime(2020, 12, 17, tzinfo=UTC))
    span = datetime(2020, 12, 16, tzinfo=UTC), datetime(2020, 12, 18, tzinfo=UTC)
    made = briefing.digest_of_window(imported(), recorded, *span, ALL, Length.SHORT, lead=True)
    assert (len(titles(made.document)), made.lead) == (2, None)


def test_a_quiet_digest_has_no_lead() -> None:
    span = datetime(2020, 12, 16, tzinfo=UTC), datetime(2020, 12, 18, tzinfo=UTC)
    quiet = briefing.digest_of_window(imported(), {}, *span, ALL, Length.SHORT, lead=True)
    assert (quiet.ending, quiet.lead) == (Ending.QUIET, None)


def named_small() -> Archive:
    """The invented file, whose register calls two of its issues by words that begin with a small letter."""
    held = imported()
    issues = dict(held.register.issues)
    for id_, title in (("palestine", "the question of Palestine"), ("ukraine-war", "the war against Ukraine")):
        issues[id_] = replace(issues[id_], title=title)
    return replace(held, register=replace(held.register, issues=issues), view=None)


def test_a_title_begins_with_a_capital_though_the_issue_is_called_otherwise() -> None:
    held = named_small()
    answer = briefing.digest_of_day(held, DAY, ALL, Length.LONG)
    assert titles(answer.document) == ["Human rights in Iran", "The question of Palestine"]
    told = briefing.position(held, "KHM", None, DAY, Length.LONG)
    assert "The war against Ukraine" in [b.phrase.text for b in told.document.blocks if isinstance(b, Heading)]
    listed = briefing.issues(held, DAY, Length.LONG)
    lines = [line.text for line in listed.document.lines()]
    assert any(line.startswith("The question of Palestine: ") for line in lines)
    assert [each.ending for each in (answer, told, listed)] == [Ending.ANSWERED] * 3, "proved"


def test_a_title_with_a_small_letter_is_not_proved() -> None:
    held = named_small()
    document = briefing.digest_of_day(held, DAY, ALL, Length.LONG).document
    blocks = [
        replace(block, phrase=say("the question of Palestine"))
        if isinstance(block, Heading) and block.phrase.text == "The question of Palestine"
        else block
        for block in document.blocks
    ]
    assert objections(document, held) == ()
    assert objections(document.with_blocks(tuple(blocks)), held)
