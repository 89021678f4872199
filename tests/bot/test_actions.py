"""What can be done with an answer: questions in ids that ask for the very same thing again, on every platform."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from adapters.contract import ActionKind, Outcome, Question, Reply, Request, View
from bot.actions import OWN_NAMES
from bot.catalogue import catalogue
from bot.commands import Desk, Held
from briefs.plain import plain
from briefs.tongues import LANGUAGES
from tests.archives import shipped

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DESK = Desk(Held.of(shipped(), ()), lambda: NOW)
LINES = (
    *(command.example.removeprefix("/") for command in catalogue()),
    "position cambodia ukraine as of 4 march 2022 long",
    "compare cambodia vietnam laos on ukraine line",
    "voters A/RES/ES-11/1 did not vote asean",
    "shifts since 2015 on ukraine",
    "changed since 2022",
    "glossary abstained in french",
    "vote A/RES/ES-11/1 eu in spanish",
)


def asked(question: Question, platform: str = "console", view: View = View.BRIEF) -> Reply:
    return DESK.answer_now(Request(question.command, question.line, question.given, platform, view=view))


def reply(line: str, platform: str = "console") -> Reply:
    command, _, rest = line.partition(" ")
    return DESK.answer_now(Request(command, rest, platform=platform))


def offered(answer: Reply) -> dict[ActionKind, Question]:
    return {action.kind: action.question for action in answer.actions}


@pytest.mark.parametrize("line", LINES)
def test_the_question_of_an_answer_asks_for_that_answer_again(line: str) -> None:
    first = reply(line)
    assert first.question is not None
    again = asked(first.question)
    if first.question.command == "find":  # its commands to type say the language once that is asked for
        assert list(again.document.clauses()) == list(first.document.clauses())
    else:
        assert again.document == first.document
    assert again.question == first.question


@pytest.mark.parametrize("line", LINES)
def test_every_action_is_a_question_that_is_understood(line: str) -> None:
    for action in reply(line).actions:
        if action.fills:
            continue  # a name is still to be typed
        for question in (action.question, *(pick.question for pick in action.picks)):
            assert asked(question).outcome is not Outcome.USAGE


def test_longer_and_shorter_go_one_step_and_end() -> None:
    line = reply("position cambodia ukraine line")
    assert ActionKind.SHORTER not in offered(line)
    short = asked(offered(line)[ActionKind.LONGER])
    long = asked(offered(short)[ActionKind.LONGER])
    assert short.document == reply("position cambodia ukraine").document
    assert long.document == reply("position cambodia ukraine long").document
    assert ActionKind.LONGER not in offered(long)
    assert asked(offered(long)[ActionKind.SHORTER]).document == short.document


def test_an_answer_is_offered_in_every_language_but_its_own() -> None:
    assert set(OWN_NAMES) == set(LANGUAGES)
    for language in LANGUAGES:
        told = reply(f"vote A/RES/ES-11/1 --language {language}")
        [action] = [action for action in told.actions if action.kind is ActionKind.LANGUAGE]
        wanted = [pick.question.given["language"] for pick in action.picks]
        assert wanted == [other for other in LANGUAGES if other != language]
        for other, pick in zip(wanted, action.picks, strict=True):
            assert asked(pick.question).document.language == other


def test_a_comparison_takes_one_more_until_ten_are_compared() -> None:
    some = reply("compare cambodia vietnam")
    assert ActionKind.COMPARE in offered(some)
    ten = reply("compare cambodia vietnam laos thailand myanmar malaysia singapore indonesia philippines brunei")
    assert ten.outcome is Outcome.ANSWERED
    assert ActionKind.COMPARE not in offered(ten)


def test_nothing_that_claims_nothing_is_shared_or_reported() -> None:
    for line in ("help", "glossary", "position atlantis", "position korea", "vote"):
        assert not {ActionKind.SHARE, ActionKind.SOURCES, ActionKind.REPORT} & set(offered(reply(line)))


def test_a_name_that_several_bear_is_picked_with_the_rest_of_the_question_kept() -> None:
    back = reply("position korea ukraine as of 4 march 2022 long")
    assert back.outcome is Outcome.AMBIGUOUS
    [action] = back.actions
    assert [pick.label for pick in action.picks] == ["South Korea", "North Korea"]
    told = asked(action.picks[1].question)
    assert told.document == reply("position PRK ukraine as of 4 march 2022 long").document


def test_given_options_keep_the_rest_of_the_question_wherever_they_stand() -> None:
    given = {"actor": "korea", "issue": "ukraine", "length": "line"}
    back = DESK.answer_now(Request("position", given=given))
    [action] = back.actions
    assert action.picks[0].question.given == {"actor": "KOR", "issue": "ukraine-war", "length": "line"}
    assert "/position South Korea --issue ukraine-war --length line" in plain(back.document)


@pytest.mark.parametrize("line", ["position cambodia ukraine", "compare cambodia vietnam ukraine", "event ES-11/1"])
def test_sources_hold_every_sentence_in_order_beside_its_records(line: str) -> None:
    told = reply(line)
    assert told.question is not None
    sources = asked(told.question, view=View.SOURCES)
    sentences = list(dict.fromkeys(clause.said for clause in told.document.clauses()))
    assert [clause.text for clause in sources.document.clauses()] == sentences
    text = plain(sources.document)
    for clause in told.document.clauses():
        assert any(cite in text for cite in clause.cites) or "a search of all records" in text
    assert sources.actions == ()
