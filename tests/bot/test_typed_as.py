"""A command is offered as one types it where one reads it: by options on Discord, in a line on Slack, else by `--`."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from adapters.contract import ActionKind, Question, Reply, Request
from bot.asked import NotBoundError, question_of
from bot.binding import bind
from bot.catalogue import command_named, in_language
from bot.commands import Held
from briefs.plain import plain
from tests.bot.test_binding import TODAY, asked, refused

QUESTIONS = (
    ("position", {"actor": "korea", "issue": "ukraine", "as_of": "2022-03-04", "length": "long"}),
    ("position", {"actor": "congo", "language": "es"}),
    ("position", {"actor": "korea", "known": "2025-03-05", "issue": "palestine", "language": "fr", "length": "line"}),
    ("compare", {"actor": "cambodia", "others": "viet nam, korea", "issue": "ukraine", "length": "short"}),
    ("timeline", {"actor": "guinea", "issue": "ukraine", "known": "2025-03-05T10:30Z"}),
)


def given_in(typed: str, command: str, language: str = "en") -> dict[str, str]:
    """What a command typed by options gives: parameter → words."""
    held = command_named(command)
    assert held is not None
    names = {in_language(param, language).name: param.name for param in held.params}
    parts = re.split(rf"(?:^| )({'|'.join(map(re.escape, names))}):", typed)
    assert parts[0] == ""
    return {names[name]: words for name, words in zip(parts[1::2], parts[2::2], strict=True)}


def offers(reply: Reply) -> list[tuple[str, Question]]:
    """Each command that is offered in words, and the question that the list beside it asks."""
    [picks] = [action.picks for action in reply.actions if action.kind is ActionKind.PICK]
    lines = [line.text.partition(": ")[2] for line in reply.document.lines() if ": /" in line.text]
    return list(zip(lines, (pick.question for pick in picks), strict=True))


@pytest.mark.parametrize(
    ("platform", "told"),
    [
        ("discord", "/position actor:South Korea issue:ukraine-war as_of:2022-03-04 length:long"),
        ("slack", "/position South Korea on ukraine-war as of 2022-03-04 long"),
        ("slack/dl-", "/dl-position South Korea on ukraine-war as of 2022-03-04 long"),
        ("console", "/position South Korea --issue ukraine-war --as-of 2022-03-04 --length long"),
        ("cli", 'dateline ask position "South Korea" --issue ukraine-war --as-of 2022-03-04 --length long'),
    ],
)
def test_a_name_that_several_bear_is_asked_back_in_the_way_of_the_platform(
    shipped: Held, platform: str, told: str
) -> None:
    command, given = QUESTIONS[0]
    assert told in plain(refused(shipped, command, platform, **given).document).splitlines()[-2]


@pytest.mark.parametrize(("command", "given"), QUESTIONS)
@pytest.mark.parametrize("platform", ["slack", "console"])
def test_what_is_offered_for_a_line_asks_the_very_question_of_the_list_beside_it(
    shipped: Held, platform: str, command: str, given: dict[str, str]
) -> None:
    for typed, question in offers(refused(shipped, command, platform, **given)):
        assert question_of(asked(shipped, typed.removeprefix("/"), platform)) == question


@pytest.mark.parametrize(("command", "given"), QUESTIONS)
def test_what_is_offered_by_options_fills_those_that_there_are(
    shipped: Held, command: str, given: dict[str, str]
) -> None:
    reply = refused(shipped, command, "discord", **given)
    for typed, question in offers(reply):
        assert typed.startswith(f"/{command} ")
        options = given_in(typed.removeprefix(f"/{command} "), command)
        assert question_of(asked(shipped, command, "discord", **options)) == question


def test_by_options_each_is_called_what_its_reader_calls_it(shipped: Held) -> None:
    request = Request("position", given={"actor": "korea", "issue": "ukraine", "length": "long"}, platform="discord")
    with pytest.raises(NotBoundError) as caught:
        bind(request, shipped.shelf, TODAY, "fr")
    [(first, question), _] = offers(caught.value.reply)
    assert first == "/position acteur:South Korea question:ukraine-war longueur:long"
    options = given_in(first.removeprefix("/position "), "position", "fr")
    assert question_of(bind(replace(request, given=options), shipped.shelf, TODAY, "fr")) == question
