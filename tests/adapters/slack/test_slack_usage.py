"""What a slash command says to an empty or an odd line: how it is written, by example, in the workspace's tongue."""

from __future__ import annotations

import pytest

from adapters.contract import Command
from bot.catalogue import catalogue, in_language, usage
from bot.commands import Desk
from bot.office.preferences import Preferences
from briefs.wording.notices import word
from tests.adapters.slack import reader
from tests.adapters.slack.rooms import send, slash
from tests.adapters.slack.windows import HELD, NOW, workspace
from tests.faultserver import FaultServer

NEEDY = [command for command in catalogue() if any(param.required for param in command.params)]
CONTENT = [command for command in catalogue() if command not in NEEDY]
tongues = pytest.mark.parametrize("language", ["en", "fr", "es"])


async def told(slack: FaultServer, command: str, line: str, language: str, prefix: str = "") -> str:
    desk = Desk(HELD, lambda: NOW)
    desk.prefers = {("slack", "T1"): Preferences(language=language)}
    desk.prefixes = {"slack": prefix}
    async with workspace(slack, desk=desk, prefix=prefix) as one:
        assert (await send(one.room, slash(command, line, f"{slack.url}/respond/1")))[0] == 200
        [answer] = await slack.wait_for("POST", "/respond/1")
        assert answer.json["response_type"] == "ephemeral"
        return reader.fallback(answer.json).replace("\u00a0", " ")


@tongues
@pytest.mark.parametrize("command", NEEDY, ids=lambda one: one.name)
@pytest.mark.parametrize("line", ["", "   "], ids=["empty", "blanks"])
async def test_an_empty_line_is_told_how_to_write_it_with_an_example(
    slack: FaultServer, command: Command, language: str, line: str
) -> None:
    said = await told(slack, f"/{command.name}", line, language)
    assert word("usage-title", language) in said
    assert usage(command, "slack", language) in said
    first = in_language(command.params[0], language).name
    if command.name != "compare":  # which says that it needs two
        assert word("usage-needs", language, param=first) in said
    assert word("usage-example", language, example=word(f"example-{command.name}", language)) in said


@tongues
@pytest.mark.parametrize("command", CONTENT, ids=lambda one: one.name)
async def test_a_command_that_needs_nothing_answers_an_empty_line(
    slack: FaultServer, command: Command, language: str
) -> None:
    said = await told(slack, f"/{command.name}", "", language)
    assert word("usage-title", language) not in said
    assert len(said) > 80


@pytest.mark.parametrize("command", catalogue(), ids=lambda one: one.name)
@pytest.mark.parametrize("line", ["???", "--nonsense x", "zzyzx qqqq", "x" * 500, "“ ” —"], ids=str)
async def test_an_odd_line_is_told_what_to_do(slack: FaultServer, command: Command, line: str) -> None:
    said = await told(slack, f"/{command.name}", line, "en")
    assert f"/{command.name}" in said or "/help" in said or command.name in ("find", "glossary")
    assert "went wrong on our side" not in said


async def test_under_a_prefix_usage_is_told_with_it(slack: FaultServer) -> None:
    said = await told(slack, "/dl-position", "", "en", prefix="dl-")
    assert "/dl-position cambodia" in said
    assert "/position" not in said
