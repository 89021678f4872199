"""One script of questions through console, Discord and Slack: the same document comes back on each.

Console: a typed line. Slack: the body of a slash command, its own and through /dateline. Discord: a slash command with
typed options, through discord.py's real machinery against simcord.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from adapters.console.client import asked as console_asked
from adapters.contract import Outcome, Reply, Request
from adapters.discord.client import DiscordRoom
from adapters.slack.asking import words_of
from adapters.slack.questions import asked as slack_asked
from adapters.slack.questions import parted
from adapters.slack.selects import element, given
from bot.archives import Shelves
from bot.catalogue import catalogue
from bot.commands import Desk, Held
from bot.config import NamePolicy
from briefs.plain import plain
from tests.adapters.discord.conftest import all_that_is_sent_is_as_discord_demands, outgoing  # noqa: F401  fixtures
from tests.bot.conftest import NOW

SCRIPT: list[tuple[str, dict[str, str], Outcome]] = [
    ("/position cambodia", {"actor": "cambodia"}, Outcome.ANSWERED),
    (
        "/position united states ukraine as of 4 march 2022 long",
        {"actor": "USA", "issue": "ukraine-war", "as_of": "2022-03-04", "length": "long"},
        Outcome.ANSWERED,
    ),
    ("/position korea", {"actor": "korea"}, Outcome.AMBIGUOUS),
    ("/position atlantis", {"actor": "atlantis"}, Outcome.UNKNOWN),
    ("/position palestine", {"actor": "PSE"}, Outcome.NOTHING),
    ("/event A/RES/ES-11/3", {"event": "un-es-11-3"}, Outcome.ANSWERED),
    ("/vote A/RES/ES-11/1 asean", {"text": "un-es-11-1", "bloc": "asean"}, Outcome.ANSWERED),
    ("/vote ES-11/1 cambodia", {"text": "ES-11/1", "bloc": "cambodia"}, Outcome.USAGE),
    (
        "/voters ES-11/1 did not vote african union line",
        {"text": "un-es-11-1", "option": "did not vote", "bloc": "au", "length": "line"},
        Outcome.ANSWERED,
    ),
    ("/digest 3 march 2022", {"day": "2022-03-03"}, Outcome.ANSWERED),
    ("/digest 1999-01-01", {"day": "1 january 1999"}, Outcome.QUIET),
    (
        "/compare cambodia vietnam singapore",
        {"actor": "KHM", "others": "vietnam, singapore"},
        Outcome.ANSWERED,
    ),
    ("/compare cambodia korea", {"actor": "KHM", "others": "korea"}, Outcome.AMBIGUOUS),
    ("/bloc asean on ukraine", {"bloc": "asean", "issue": "ukraine-war"}, Outcome.ANSWERED),
    ("/bloc cambodia", {"bloc": "KHM"}, Outcome.USAGE),
    ("/shifts since 2015", {"since": "2015"}, Outcome.ANSWERED),
    ("/shifts palestine", {"issue": "palestine"}, Outcome.NOTHING),
    ("/issues line", {"length": "line"}, Outcome.ANSWERED),
    ("/timeline cambodia on ukraine", {"actor": "KHM", "issue": "ukraine-war"}, Outcome.ANSWERED),
    ("/timeline holy see", {"actor": "VAT"}, Outcome.NOTHING),
    ("/find cambodai cease fire", {"words": "cambodai cease fire"}, Outcome.ANSWERED),
    ("/find xyzzyqqq", {"words": "xyzzyqqq"}, Outcome.NOTHING),
    ("/source voa/kh-msg", {"record": "voa/kh-msg"}, Outcome.ANSWERED),
    ("/source ES-11/1 long", {"record": "un-es-11-1", "length": "long"}, Outcome.ANSWERED),
    ("/changed since 2022-03-02", {"since": "2022-03-02"}, Outcome.ANSWERED),
    ("/glossary did not vote", {"term": "did not vote"}, Outcome.ANSWERED),
    ("/glossary abstane", {"term": "abstane"}, Outcome.UNKNOWN),
    ("/glossary", {}, Outcome.ANSWERED),
    ("/help", {}, Outcome.ANSWERED),
    ("/help digest", {"command": "digest"}, Outcome.ANSWERED),
    ("/position @everyone", {"actor": "@everyone"}, Outcome.UNKNOWN),
    ("/digest 30 february 2022", {"day": "30 february 2022"}, Outcome.USAGE),
]
each_question = pytest.mark.parametrize(("line", "options", "outcome"), SCRIPT, ids=[line for line, _, _ in SCRIPT])


@dataclass
class Recorder:
    """A desk that remembers what it was asked and what it replied."""

    desk: Desk
    replies: list[Reply] = field(default_factory=list)

    async def answer(self, request: Request) -> Reply:
        reply = await self.desk.answer(request)
        self.replies.append(reply)
        return reply


class NothingTold:
    """Discord was never told of commands."""

    async def load(self) -> str | None:
        return None

    async def save(self, fingerprint: str) -> None: ...


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    return Shelves((), tmp_path_factory.mktemp("data"), NamePolicy()).open()


@pytest.fixture
def recorder(held: Held) -> Recorder:
    return Recorder(Desk(held, lambda: NOW))


@pytest.fixture
def simcord_bot(recorder: Recorder) -> Any:
    room = DiscordRoom("a.test.token", catalogue(), recorder.answer, recorder.desk.complete, NothingTold())
    return room.open()


@each_question
def test_console_and_slack_give_one_document(held: Held, line: str, options: dict[str, str], outcome: Outcome) -> None:
    desk = Desk(held, lambda: NOW)
    typed = desk.answer_now(console_asked(line))
    command, _, text = line.partition(" ")
    direct = desk.answer_now(slack_asked({"command": command, "text": text, "user_id": "U1"}))
    umbrella = desk.answer_now(slack_asked({"command": "/dateline", "text": line, "user_id": "U1"}))
    by_options = desk.answer_now(Request(command.removeprefix("/"), given=options, platform="discord"))
    assert typed.outcome is outcome, plain(typed.document)
    assert typed == direct == umbrella
    assert typed == by_options or outcome in (Outcome.USAGE, Outcome.AMBIGUOUS)
    assert by_options.outcome is outcome


@each_question
def test_a_mention_on_slack_asks_what_the_console_asks(
    held: Held, line: str, options: dict[str, str], outcome: Outcome
) -> None:
    desk = Desk(held, lambda: NOW)
    command, rest = parted(words_of(f"<@U0> {line}"))
    assert desk.answer_now(Request(command, rest, platform="slack")) == desk.answer_now(console_asked(line))


@each_question
def test_slacks_form_asks_with_the_options_of_discord(
    held: Held, line: str, options: dict[str, str], outcome: Outcome
) -> None:
    """What stands in the fields, as Slack sends it: an entry, several, a day or words, by the kind of the field."""
    name = line.partition(" ")[0].removeprefix("/")
    command = next(one for one in catalogue() if one.name == name)
    values = {}
    for param in command.params:
        field = element(command, param, "en")
        said = options.get(param.name, "")
        state: dict[str, Any] = {
            "external_select": {"selected_option": {"value": said}},
            "static_select": {"selected_option": {"value": said}},
            "multi_external_select": {"selected_options": [{"value": one.strip()} for one in said.split(",")]},
            "datepicker": {"selected_date": said}, "plain_text_input": {"value": said},
        }[field["type"]]  # fmt: skip
        values[f"block {param.name}"] = {field["action_id"]: state if said else {}}
    asked = given(command, {"state": {"values": values}})
    assert asked == options
    reply = Desk(held, lambda: NOW).answer_now(Request(name, given=asked, platform="slack"))
    assert reply.outcome is outcome


@each_question
async def test_discord_gives_that_document_too(
    simcord_env: Any, recorder: Recorder, line: str, options: dict[str, str], outcome: Outcome
) -> None:
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("general")
    person = guild.add_member(simcord_env.create_user("alice"))
    command = line.partition(" ")[0].removeprefix("/")
    await person.slash(channel, command, **options)
    [reply] = recorder.replies
    assert reply.outcome is outcome
    assert reply.document.title == recorder.desk.answer_now(console_asked(line)).document.title


def test_the_script_asks_every_command(root: Path) -> None:
    assert {line.split()[0].removeprefix("/") for line, _, _ in SCRIPT} == {one.name for one in catalogue()}
