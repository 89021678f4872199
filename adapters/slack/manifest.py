"""The command catalogue → a Slack app manifest, to paste into "Create app from a manifest".

A pure projection: every command of the catalogue becomes a slash command, and `/dateline <any command>` stands beside
them, because another app may already own `/help` in a workspace. It keeps no state and asks Slack nothing.

Scopes. `commands` and `chat:write` are all that Dateline needs. `channels:history` and `groups:history` are asked for
as *optional*: with them, a post whose answer was lost is looked up by its metadata before anything is sent again;
without them such a post is reported as unknown and never repeated. Slack wants optional scopes in both lists
(https://docs.slack.dev/authentication/installing-with-oauth).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from adapters.contract import Command, Param
from adapters.slack import limits
from adapters.slack.builtins import SOURCE, taken

APP = "Dateline"
UMBRELLA = "dateline"
"""The command that reaches every other one."""
NEEDED_SCOPES = ("commands", "chat:write")
OPTIONAL_SCOPES = ("channels:history", "groups:history")
PATH = "/slack/events"
"""Where the HTTP form listens."""


def manifest(commands: Sequence[Command], request_url: str | None = None) -> dict[str, Any]:
    """The manifest as plain data. `request_url` is the public address ending in `/slack/events`; None: Socket Mode.

    Raises ValueError when a command's name cannot be a slash command on Slack.
    """
    socket = request_url is None
    return {
        "display_information": {
            "name": APP,
            "description": "Sourced, proved briefs on what governments say and do.",
            "long_description": (
                "Dateline answers what a government has said and done on an issue, from curated records with their "
                "sources. Each sentence is re-read against those records before it is shown. It can also post digests."
            ),
        },
        "features": {
            "bot_user": {"display_name": APP, "always_online": False},
            "slash_commands": _slash_commands(commands, request_url),
        },
        "oauth_config": {
            "scopes": {"bot": [*NEEDED_SCOPES, *OPTIONAL_SCOPES], "bot_optional": list(OPTIONAL_SCOPES)},
        },
        "settings": {
            "interactivity": {"is_enabled": True, **({} if socket else {"request_url": request_url})},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket,
            "token_rotation_enabled": False,
        },
    }


def usage(command: Command) -> str:
    """The hint Slack shows while one types: `<actor> [issue] [length: line|short|long]`."""
    return " ".join(_hint(param) for param in command.params)[: limits.USAGE_HINT.value]


def _slash_commands(commands: Sequence[Command], request_url: str | None) -> list[dict[str, Any]]:
    names = ", ".join(command.name for command in commands)
    entries = [_entry(c.name, c.summary, usage(c), request_url) for c in commands]
    umbrella = _entry(UMBRELLA, f"Any command of Dateline: {names}", "help | position cambodia", request_url)
    every = [*entries, umbrella]
    if len(every) > limits.COMMANDS.value:
        raise ValueError(f"{len(every)} commands, but a Slack app has at most {limits.COMMANDS.value}")
    return every


def _entry(name: str, summary: str, hint: str, request_url: str | None) -> dict[str, Any]:
    if taken(name):
        raise ValueError(f"/{name} is a command of Slack's own ({SOURCE}): give it another name")
    if not 1 <= len(name) < limits.COMMAND_NAME.value:
        raise ValueError(f"/{name} is longer than Slack's {limits.COMMAND_NAME.value} characters")
    entry: dict[str, Any] = {"command": f"/{name}", "description": summary[: limits.COMMAND_SUMMARY.value]}
    if hint:
        entry["usage_hint"] = hint
    entry["should_escape"] = False  # we want the words as typed; nothing of them is ever sent back unescaped
    if request_url is not None:
        entry["url"] = request_url
    return entry


def _hint(param: Param) -> str:
    words = f"{param.name}: {'|'.join(param.choices)}" if param.choices else param.name
    words = f"{words} …" if param.many else words
    return f"<{words}>" if param.required else f"[{words}]"
