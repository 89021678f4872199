"""The desk: what is asked is answered with the right ending, and completion helps to ask it."""

from __future__ import annotations

from datetime import date

import pytest

from adapters.contract import Choice, Outcome, Request
from bot.catalogue import catalogue
from bot.commands import Desk, Held
from briefs.codebook import ActorKind
from briefs.document import Clause
from briefs.naming import Found
from briefs.plain import plain
from tests.bot.conftest import NOW


def ask(desk: Desk, question: str, **given_words: str) -> tuple[Outcome, str]:
    command, _, line = question.partition(" ")
    reply = desk.answer_now(Request(command, line=line, given=given_words))
    return reply.outcome, plain(reply.document)


@pytest.mark.parametrize("command", catalogue(), ids=lambda command: command.name)
def test_the_example_of_every_command_is_answered(desk: Desk, command: object) -> None:
    outcome, text = ask(desk, command.example.removeprefix("/"))  # type: ignore[attr-defined]
    assert outcome is Outcome.ANSWERED, text


def test_the_same_question_by_line_and_by_options_is_one_document(desk: Desk) -> None:
    by_line = desk.answer_now(Request("position", line="cambodia ukraine as of 4 march 2022 short"))
    typed = {"actor": "KHM", "issue": "ukraine-war", "as_of": "2022-03-04", "length": "short"}
    assert by_line == desk.answer_now(Request("position", given=typed, platform="discord"))


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("position cambodia", Outcome.ANSWERED),
        ("position palestine", Outcome.NOTHING),
        ("position tuvalu as of 2014-03-26", Outcome.NOTHING),
        ("position korea", Outcome.AMBIGUOUS),
        ("position atlantis", Outcome.UNKNOWN),
        ("position", Outcome.USAGE),
        ("event un-es-11-3", Outcome.ANSWERED),
        ("event un-es-11-9", Outcome.UNKNOWN),
        ("compare cambodia vietnam", Outcome.ANSWERED),
        ("digest 2022-03-03", Outcome.ANSWERED),
        ("digest 1999-01-01", Outcome.QUIET),
        ("help", Outcome.ANSWERED),
    ],
)
def test_a_question_ends_as_it_must(desk: Desk, question: str, outcome: Outcome) -> None:
    found, text = ask(desk, question)
    assert found is outcome, text


def test_nothing_that_is_not_answered_makes_a_claim_about_the_world(desk: Desk) -> None:
    for question in ("position korea", "position atlantis", "position", "help", "frobnicate"):
        command, _, line = question.partition(" ")
        document = desk.answer_now(Request(command, line=line)).document
        assert not [line for line in document.lines() if isinstance(line, Clause)]


def test_a_digest_without_a_day_tells_the_last_whole_one(desk: Desk) -> None:
    assert ask(desk, "digest") == ask(desk, "digest 2025-05-31")


def test_a_roll_calls_record_id_is_its_measure(desk: Desk) -> None:
    assert ask(desk, "event undl-3959039/un-es-11-1") == ask(desk, "event un-es-11-1")


def test_as_of_hides_what_came_later(desk: Desk) -> None:
    _, text = ask(desk, "position cambodia ukraine as of 2022-03-04")
    assert "ES-11/8" not in text
    assert "ES-11/1" in text


def test_a_swapped_archive_answers_the_next_question(shipped: Held, article: Held) -> None:
    desk = Desk(shipped, lambda: NOW)
    before = ask(desk, "position vietnam")
    desk.swap(article)
    assert ask(desk, "position vietnam") != before
    desk.swap(shipped)
    assert ask(desk, "position vietnam") == before


async def test_answering_is_the_same_on_and_off_the_loop(desk: Desk) -> None:
    request = Request("position", line="laos")
    assert await desk.answer(request) == desk.answer_now(request)


def labels(choices: object) -> list[str]:
    return [choice.label for choice in choices]  # type: ignore[attr-defined]


def test_names_complete_to_ids_that_bind(desk: Desk, shipped: Held) -> None:
    found = desk.complete("position", "actor", "cambo", "en")
    assert found[0] == Choice("Cambodia", "KHM", "Cambodia")
    assert "ukraine-war" in [choice.value for choice in desk.complete("position", "issue", "ukr", "en")]
    for choice in desk.complete("compare", "actor", "", "en"):
        assert choice.value in shipped.archive.register.actors


def test_blocs_complete_to_blocs_alone(desk: Desk, shipped: Held) -> None:
    actors = shipped.archive.register.actors
    for typed in ("", "a", "as", "african", "euro", "cambodia", "g", "Bund"):
        offered = desk.complete("bloc", "bloc", typed, "en")
        assert all(actors[choice.value].kind is ActorKind.BLOC for choice in offered), typed
    assert [choice.value for choice in desk.complete("bloc", "bloc", "asea", "en")] == ["asean"]
    assert len(desk.complete("bloc", "bloc", "", "en")) == sum(a.kind is ActorKind.BLOC for a in actors.values())


def test_several_names_complete_the_last_and_keep_the_rest(desk: Desk) -> None:
    [first, *_] = desk.complete("compare", "others", "vietnam, sing", "en")
    assert first == Choice("vietnam, Singapore", "vietnam, SGP", "vietnam, Singapore")


def test_completion_speaks_the_askers_language_and_words_that_may_be_typed_mean_that_actor(desk: Desk) -> None:
    assert desk.complete("position", "actor", "camb", "fr")[0] == Choice("Cambodge", "KHM", "Cambodia")
    assert desk.complete("compare", "others", "laos, all", "fr")[0].label == "laos, Allemagne"
    for typed in ("geo", "sam", "gui", "con", "nig", "kor"):
        for choice in desk.complete("position", "actor", typed, "en"):
            assert desk.held.shelf.names.find_actor(choice.words) == Found(choice.value), choice


def test_days_lengths_and_commands_complete(desk: Desk) -> None:
    assert desk.complete("position", "as_of", "4 march 2022", "en") == (
        Choice("4 March 2022", "2022-03-04", "2022-03-04"),
    )
    assert desk.complete("digest", "day", "", "en")[0].value == "2025-02-24"
    assert date(2022, 3, 3).isoformat() in [choice.value for choice in desk.complete("digest", "day", "2022-03", "en")]
    assert labels(desk.complete("position", "length", "l", "en")) == ["line", "long"]
    assert labels(desk.complete("help", "command", "p", "en")) == ["position"]


@pytest.mark.parametrize("typed", ["", "@everyone", "\u202e", "x" * 10_000, ",,,,", "\ud800", "2022-"])
def test_completion_takes_anything_and_offers_at_most_twenty_five(desk: Desk, typed: str) -> None:
    for command in catalogue():
        for param in command.params:
            assert len(desk.complete(command.name, param.name, typed, "en")) <= 25


def test_completion_of_nothing_known_is_empty(desk: Desk) -> None:
    assert desk.complete("nope", "actor", "c", "en") == ()
    assert desk.complete("position", "nope", "c", "en") == ()
