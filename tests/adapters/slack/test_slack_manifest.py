"""The app manifest: a projection of the catalogue that Slack would accept."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from adapters.contract import Command, Menu, Param, ParamKind
from adapters.slack.builtins import BUILT_IN, SOURCE, taken
from adapters.slack.manifest import ASK, OPTIONAL, UMBRELLA, Distributed, manifest, usage
from bot.catalogue import catalogue, menus
from bot.office.catalogue import errands, group_summary

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
    assert set(scopes["bot_optional"]) == {
        "channels:history", "groups:history", "channels:read", "groups:read", "users:read", "app_mentions:read",
        "im:history",
    }  # fmt: skip
    assert all(reason for reason in OPTIONAL.values())
    assert set(scopes["bot_optional"]) <= set(scopes["bot"])
    assert set(scopes) == {"bot", "bot_optional"}


@pytest.mark.parametrize("url", [None, URL])
def test_events_and_menus_come_where_questions_come(url: str | None) -> None:
    settings = manifest(CATALOGUE, url)["settings"]
    assert settings["event_subscriptions"]["bot_events"] == ["app_home_opened", "app_mention", "message.im"]
    assert settings["event_subscriptions"].get("request_url") == url
    assert settings["interactivity"].get("request_url") == url
    assert settings["interactivity"].get("message_menu_options_url") == url


def test_shortcuts_ask_by_a_form_and_about_a_message() -> None:
    ask, message = manifest(CATALOGUE, menus=menus())["features"]["shortcuts"]
    assert (ask["name"], ask["type"], ask["callback_id"]) == ("Ask Dateline", "global", ASK)
    assert (message["name"], message["type"]) == ("Find countries and texts", "message")
    with pytest.raises(ValueError, match="24 characters"):
        manifest(CATALOGUE, menus=[Menu("spot", "x" * 25, "s")])


def test_under_a_prefix_every_command_bears_it_and_dateline_stays() -> None:
    entries = commands_of(manifest(CATALOGUE, prefix="dl-"))
    assert list(entries) == ["/dl-position", "/dl-compare", "/dl-help", "/dateline"]
    assert list(commands_of(manifest((Command("who", "s", (), "e"),), prefix="dl-"))) == ["/dl-who", "/dateline"]


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
    made = manifest(catalogue(), url, menus(), errands=errands(), summary=group_summary)
    jsonschema.validate(made, schema())
    ordered = ["/subscription", "/settings", "/doctor"]
    assert list(commands_of(made)) == [*(f"/{command.name}" for command in catalogue()), f"/{UMBRELLA}", *ordered]
    assert {"/position", "/event", "/digest", "/compare", "/help"} <= set(commands_of(made))
    assert not [command.name for command in catalogue() if taken(command.name)]


@pytest.mark.parametrize("many", [Distributed(), Distributed(org=True), Distributed(rotation=True)])
def test_an_app_for_many_workspaces_names_where_slack_sends_back_to_and_hears_who_leaves(many: Distributed) -> None:
    made = manifest(catalogue(), URL, menus(), many=many)
    jsonschema.validate(made, schema())
    alone = manifest(catalogue(), URL, menus())
    assert made["oauth_config"]["redirect_urls"] == ["https://dateline.example/slack/oauth_redirect"]
    assert made["oauth_config"]["scopes"] == alone["oauth_config"]["scopes"]
    events = set(made["settings"]["event_subscriptions"]["bot_events"])
    heard = events - set(alone["settings"]["event_subscriptions"]["bot_events"])
    assert heard == {"app_uninstalled", "tokens_revoked"} | (
        {"team_access_granted", "team_access_revoked"} if many.org else set()
    )
    assert made["settings"]["org_deploy_enabled"] is many.org
    assert made["settings"]["token_rotation_enabled"] is many.rotation
    assert made["settings"]["socket_mode_enabled"] is False
    assert "redirect_urls" not in alone["oauth_config"]


@pytest.mark.parametrize("url", [None, "https://dateline.example/elsewhere"])
def test_an_app_for_many_workspaces_needs_its_address(url: str | None) -> None:
    with pytest.raises(ValueError, match="/slack/events"):
        manifest(CATALOGUE, url, many=Distributed())


def test_what_servers_order_is_one_command_a_group_whose_line_names_channels_by_id() -> None:
    entries = commands_of(manifest(CATALOGUE, prefix="dl-", errands=errands(), summary=group_summary))
    subscription = entries["/dl-subscription"]
    assert subscription["usage_hint"].split(" | ")[:3] == ["schedule", "form", "list"]
    assert subscription["description"] == group_summary("subscription")
    assert entries["/dl-settings"]["usage_hint"].startswith("[answers_language: en|fr|es|km]")
    assert all(entries[f"/dl-{name}"]["should_escape"] for name in ("subscription", "settings", "doctor"))
    assert not entries["/dl-position"]["should_escape"]
    assert "subscription" in entries["/dateline"]["description"]
    with pytest.raises(ValueError, match="at most 50"):
        manifest(tuple(Command(f"c{n}", "s", (), "c") for n in range(47)), errands=errands())


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
ADDRESS = {"type": "string", "pattern": "^https?://", "maxLength": 3500}
SCOPES = {"type": "array", "items": {"type": "string", "maxLength": 50}}
KEPT = closed(
    ["display_information"],
    display_information=closed(["name"], name=TEXT, description=TEXT, long_description={**TEXT, "minLength": 175}),
    features=closed(
        [],
        app_home=closed([], home_tab_enabled=FLAG, messages_tab_enabled=FLAG, messages_tab_read_only_enabled=FLAG),
        bot_user=closed(["display_name"], display_name=TEXT, always_online=FLAG),
        shortcuts={
            "type": "array",
            "minItems": 1,
            "maxItems": 10,
            "items": closed(
                ["name", "type", "callback_id", "description"],
                name={**TEXT, "maxLength": 24},
                type={"enum": ["message", "global"]},
                callback_id={**TEXT, "maxLength": 255},
                description={**TEXT, "maxLength": 150},
            ),
        },
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
    oauth_config=closed(
        [],
        scopes=closed([], bot=SCOPES, bot_optional=SCOPES),
        redirect_urls={"type": "array", "uniqueItems": True, "items": {"type": "string", "maxLength": 2500}},
    ),
    settings=closed(
        [],
        org_deploy_enabled=FLAG,
        socket_mode_enabled=FLAG,
        token_rotation_enabled=FLAG,
        event_subscriptions=closed(
            [], request_url=ADDRESS, bot_events={"type": "array", "uniqueItems": True, "items": TEXT, "maxItems": 100}
        ),
        interactivity=closed(["is_enabled"], is_enabled=FLAG, request_url=ADDRESS, message_menu_options_url=ADDRESS),
    ),
)
