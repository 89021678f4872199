"""One catalogue, its projections: Discord's tree, Slack's manifest, the console's help, the docs page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands

from adapters.contract import Command, ParamKind, Request
from adapters.discord.commands import grow_tree
from adapters.slack.builtins import taken
from adapters.slack.manifest import UMBRELLA, manifest
from bot.catalogue import catalogue, usage
from bot.commands import Desk
from briefs.plain import plain
from docs.build import page

NAMES = [command.name for command in catalogue()]
each_command = pytest.mark.parametrize("command", catalogue(), ids=NAMES)


@pytest.fixture(scope="module")
def tree() -> dict[str, dict[str, Any]]:
    """What Discord is told, by command name."""

    async def asked(*_: object) -> None: ...

    client = discord.Client(intents=discord.Intents.none())
    grown = app_commands.CommandTree(client)
    grow_tree(grown, catalogue(), asked, lambda *_: ())
    return {command.name: command.to_dict(grown) for command in grown.get_commands()}


@pytest.fixture(scope="module")
def slack() -> dict[str, dict[str, Any]]:
    """What Slack is told, by command name."""
    made = manifest(catalogue())["features"]["slash_commands"]
    return {entry["command"].removeprefix("/"): entry for entry in made}


def test_the_issue_names_these_commands() -> None:
    assert " ".join(NAMES) == (
        "position event vote voters digest compare bloc shifts issues timeline find source changed glossary help"
    )


def test_every_projection_has_the_same_commands(
    tree: dict[str, dict[str, Any]], slack: dict[str, dict[str, Any]], desk: Desk
) -> None:
    assert set(tree) == set(NAMES)
    assert set(slack) == {*NAMES, UMBRELLA}
    told = plain(desk.answer_now(Request("help")).document)
    assert all(usage(command) in told for command in catalogue())


@each_command
def test_every_projection_has_the_same_words_and_parameters(
    command: Command, tree: dict[str, dict[str, Any]], slack: dict[str, dict[str, Any]], desk: Desk
) -> None:
    options = tree[command.name].get("options", [])
    assert [(o["name"], o["description"], o["required"]) for o in options] == [
        (param.name, param.summary, param.required) for param in command.params
    ]
    assert tree[command.name]["description"] == slack[command.name]["description"] == command.summary
    told = plain(desk.answer_now(Request("help", line=command.name)).document)
    docs = page([command])
    for words in (command.summary, command.example, *(param.summary for param in command.params)):
        assert words in told
        assert words in docs
    for param in command.params:
        assert param.name in slack[command.name]["usage_hint"]


@each_command
def test_discord_offers_exactly_the_closed_choices(command: Command, tree: dict[str, dict[str, Any]]) -> None:
    for param, option in zip(command.params, tree[command.name].get("options", []), strict=True):
        assert [choice["value"] for choice in option.get("choices", [])] == list(param.choices)
        assert bool(option.get("autocomplete")) != bool(param.choices)


@each_command
def test_no_name_is_a_command_of_slacks_own(command: Command) -> None:
    assert not taken(command.name)


@each_command
def test_needed_parameters_come_first(command: Command) -> None:
    needed = [param.required for param in command.params]
    assert needed == sorted(needed, reverse=True)


def test_only_lengths_languages_and_ways_to_vote_are_closed() -> None:
    closed = {param.kind for command in catalogue() for param in command.params if param.choices}
    assert closed == {ParamKind.LENGTH, ParamKind.LANGUAGE, ParamKind.OPTION}


def test_the_docs_page_is_the_catalogues(root: Path) -> None:
    assert (root / "docs" / "commands.md").read_text("utf-8") == page(catalogue())


def test_what_is_typed_bears_the_operators_prefix_wherever_it_is_told(desk: Desk) -> None:
    desk.prefixes = {"slack": "dl-"}
    for command, line in (("help", ""), ("position", ""), ("position", "korea"), ("nope", ""), ("spot", "Cambodia")):
        on_slack = plain(desk.answer_now(Request(command, line, platform="slack")).document)
        elsewhere = plain(desk.answer_now(Request(command, line, platform="discord")).document)
        assert "/dl-" in on_slack
        assert "/dl-" not in elsewhere
        assert on_slack.replace("/dl-", "/") == elsewhere
