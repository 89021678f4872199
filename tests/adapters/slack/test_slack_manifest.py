"""The app manifest: a projection of the catalogue that Slack would accept."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from adapters.contract import Command, Param, ParamKind
from adapters.slack.builtins import BUILT_IN, SOURCE, taken
from adapters.slack.manifest import UMBRELLA, manifest, usage
from bot.catalogue import catalogue

ACTOR = Param("actor", ParamKind.ACTOR, "who", required=True)
LENGTH = Param("length", ParamKind.LENGTH, "how long", choices=("line", "short", "long"))
POSITION = Command("position", "What a government said and did", (ACTOR, LENGTH), "position cambodia")
COMPARE = Command("compare", "Side by side", (Param("actors", ParamKind.ACTOR, "who", True, many=True),), "compare a b")
HELP = Command("help", "What can be asked", (), "help")
CATALOGUE = (POSITION, COMPARE, HELP)
URL = "https://dateline.example/slack/events"
SCHEMA = "specs/slack-manifest.schema.2.0.0.json"


def commands_of(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {entry["command"]: entry for entry in made["features"]["slash_commands"]}


@pytest.mark.parametrize("url", [None, URL])
def test_every_command_is_there_and_the_one_that_reaches_all(url: str | None) -> None:
    entries = commands_of(manifest(CATALOGUE, url))
    assert list(entries) == ["/position", "/compare", "/help", "/dateline"]
    assert all(entry["description"] and entry.get("url") == url for entry in entries.values())
    assert entries["/position"]["usage_hint"] == "<actor> [length: line|short|long]"
    assert entries["/compare"]["usage_hint"] == "<actors …>"
    assert "usage_hint" not in entries["/help"]
    for command in CATALOGUE:
        assert command.name in entries[f"/{UMBRELLA}"]["description"]


def test_socket_mode_is_on_exactly_where_no_address_is_given() -> None:
    assert manifest(CATALOGUE)["settings"]["socket_mode_enabled"] is True
    assert manifest(CATALOGUE, URL)["settings"]["socket_mode_enabled"] is False


def test_only_two_scopes_are_needed_and_optional_ones_stand_in_both_lists() -> None:
    scopes = manifest(CATALOGUE)["oauth_config"]["scopes"]
    assert set(scopes["bot"]) - set(scopes["bot_optional"]) == {"commands", "chat:write"}
    assert set(scopes["bot_optional"]) == {"channels:history", "groups:history"}
    assert set(scopes["bot_optional"]) <= set(scopes["bot"])
    assert set(scopes) == {"bot", "bot_optional"}


def test_the_manifest_keeps_slacks_lengths() -> None:
    made = manifest(tuple(Command(f"c{n}", "s" * 3000, (ACTOR,) * 400, "c") for n in range(49)), URL)
    assert len(made["display_information"]["name"]) <= 35
    assert len(made["display_information"]["description"]) <= 140
    assert 175 <= len(made["display_information"]["long_description"]) <= 4000
    for entry in made["features"]["slash_commands"]:
        assert 2 <= len(entry["command"]) <= 32
        assert 1 <= len(entry["description"]) <= 2000
        assert 1 <= len(entry["usage_hint"]) <= 1000
    with pytest.raises(ValueError, match="at most 50"):
        manifest(tuple(Command(f"c{n}", "s", (), "c") for n in range(50)))


@pytest.mark.parametrize("name", ["status", "search", "who", "msg", "giphy", "n" * 32, ""])
def test_a_name_slack_would_refuse_stops_the_manifest(name: str) -> None:
    with pytest.raises(ValueError, match="Slack"):
        manifest((Command(name, "s", (), "e"),))


def test_the_names_of_the_issue_are_free_and_slacks_own_are_not() -> None:
    assert not [name for name in ("position", "event", "digest", "compare", "help", UMBRELLA) if taken(name)]
    told = (
        "me status away dnd shrug remind msg feed who collapse expand leave join open search topic mute pro shortcuts"
    )
    assert set(told.split()) <= BUILT_IN
    assert taken("/Status")
    assert SOURCE.startswith("https://slack.com/help/")


def test_the_hint_is_what_one_types() -> None:
    assert usage(Command("x", "s", (LENGTH,), "x")) == "[length: line|short|long]"


@pytest.mark.parametrize("url", [None, URL])
def test_slacks_own_schema_accepts_the_manifest(url: str | None) -> None:
    """The published schema where the samples are at hand, else the part of it that we use, kept here."""
    made = json.loads(json.dumps(manifest(CATALOGUE, url)))
    jsonschema.validate(made, schema())
    broken = {**made, "features": {**made["features"], "slash_commands": [{"command": "no-slash"}]}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema())


@pytest.mark.parametrize("url", [None, URL])
def test_the_shipped_catalogue_makes_a_manifest_slack_accepts(url: str | None) -> None:
    made = manifest(catalogue(), url)
    jsonschema.validate(made, schema())
    assert list(commands_of(made)) == [*(f"/{command.name}" for command in catalogue()), f"/{UMBRELLA}"]
    assert {"/position", "/event", "/digest", "/compare", "/help"} <= set(commands_of(made))
    assert not [command.name for command in catalogue() if taken(command.name)]


def schema() -> dict[str, Any]:
    samples = os.environ.get("DATELINE_SAMPLES")
    path = Path(samples) / SCHEMA if samples else None
    if path is not None and path.is_file():
        return dict(json.loads(path.read_text(encoding="utf-8")))
    return KEPT


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
FLAG = {"type": "boolean"}
SCOPES = {"type": "array", "items": {"type": "string", "maxLength": 50}}
KEPT = closed(
    ["display_information"],
    display_information=closed(["name"], name=TEXT, description=TEXT, long_description={**TEXT, "minLength": 175}),
    features=closed(
        [],
        bot_user=closed(["display_name"], display_name=TEXT, always_online=FLAG),
        slash_commands={
            "type": "array",
            "maxItems": 50,
            "items": closed(
                ["command", "description"],
                command={"type": "string", "pattern": "^/", "maxLength": 32},
                description=TEXT,
                usage_hint=TEXT,
                should_escape=FLAG,
                url={"type": "string", "pattern": "^https?://"},
            ),
        },
    ),
    oauth_config=closed([], scopes=closed([], bot=SCOPES, bot_optional=SCOPES)),
    settings=closed(
        [],
        org_deploy_enabled=FLAG,
        socket_mode_enabled=FLAG,
        token_rotation_enabled=FLAG,
        interactivity=closed(["is_enabled"], is_enabled=FLAG, request_url={"type": "string", "format": "uri"}),
    ),
)
