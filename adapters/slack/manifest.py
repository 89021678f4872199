"""The command catalogue → a Slack app manifest, to paste into "Create app from a manifest".

A pure projection: every command of the catalogue becomes a slash command (under a prefix where the operator sets one,
for workspaces whose other apps own such names already), and `/dateline <any command>` stands beside them. It keeps no
state and asks Slack nothing.

Scopes. `commands` and `chat:write` are all that Dateline needs. Others are asked for as *optional*, each for one thing
that works only with it (`OPTIONAL`). Slack wants optional scopes in both lists
(https://docs.slack.dev/authentication/installing-with-oauth).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from adapters.contract import Command, Menu, Param
from adapters.inert import clip
from adapters.slack import limits
from adapters.slack.builtins import SOURCE, taken

APP = "Dateline"
UMBRELLA = "dateline"
"""The command that reaches every other one."""
NEEDED_SCOPES = ("commands", "chat:write")
OPTIONAL: Final[Mapping[str, str]] = {
    "channels:history": "a post in a public channel whose answer was lost is looked up before anything is sent again",
    "groups:history": "the same in a private channel",
    "channels:read": "whether Dateline is in a public channel is seen before a digest, and who made the channel",
    "groups:read": "the same of a private channel",
    "users:read": "admins may order digests without being listed, and a new one is offered in one's own time zone",
    "app_mentions:read": "a question that mentions Dateline is answered in its thread; no other message is seen",
    "im:history": "a question written to Dateline in a direct message is answered there",
}
"""Scope → what works only with it. Without the first two such a post is reported as unknown and never repeated. The
page of installation tells each in the reader's words (`notice-install-scope-…`)."""
OPTIONAL_SCOPES = tuple(OPTIONAL)
EVENTS: Final[Mapping[str, str]] = {
    "app_home_opened": "the Home tab is made anew; needs no scope",
    "app_mention": "needs app_mentions:read",
    "message.im": "needs im:history",
}
"""Event → what it is wanted for. Those whose scope was not granted never come."""
ASK: Final = "dateline-ask"
"""The shortcut that asks by a form."""
PATH = "/slack/events"
"""Where the HTTP form listens."""
INSTALL, BEGIN, REDIRECT = "/slack/install", "/slack/install/begin", "/slack/oauth_redirect"
"""Where the HTTP form for many workspaces shows the page of installation, sends on to Slack, takes back from Slack."""
ORG_EVENTS = ("team_access_granted", "team_access_revoked")
EVENTS_OF_LIFE = ("app_uninstalled", "tokens_revoked", *ORG_EVENTS)
"""What Slack tells of where the app is installed; the last two of organisations. They need no scope."""


@dataclass(frozen=True, slots=True)
class Distributed:
    """An app that many workspaces install: whether whole organisations may, whether tokens end after 12 hours."""

    org: bool = False
    rotation: bool = False


def manifest(
    commands: Sequence[Command],
    request_url: str | None = None,
    menus: Sequence[Menu] = (),
    prefix: str = "",
    many: Distributed | None = None,
    errands: Sequence[Command] = (),
    summary: Callable[[str], str] = str,
) -> dict[str, Any]:
    """The manifest as plain data. `request_url` is the public address ending in `/slack/events`; None: Socket Mode.
    `errands` are a slash command a group, `summary` says what a group is for. `menus` become shortcuts on a message;
    `prefix` stands before the name of every command but `/dateline`. `many` makes it an app for many workspaces, which
    needs a `request_url`.

    Raises ValueError when a command's name cannot be a slash command on Slack.
    """
    socket = request_url is None
    events: dict[str, Any] = {"bot_events": [*EVENTS, *_events_of_life(many)]}
    asking: dict[str, Any] = {"is_enabled": True}
    if not socket:
        events["request_url"] = asking["request_url"] = asking["message_menu_options_url"] = request_url
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
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": APP, "always_online": False},
            "shortcuts": _shortcuts(menus),
            "slash_commands": [
                *_slash_commands(commands, request_url, prefix, list(_groups(errands))),
                *_errands(errands, summary, request_url, prefix),
            ],
        },
        "oauth_config": {
            **({"redirect_urls": [_redirect(request_url or "")]} if many else {}),
            "scopes": {"bot": [*NEEDED_SCOPES, *OPTIONAL_SCOPES], "bot_optional": list(OPTIONAL_SCOPES)},
        },
        "settings": {
            "event_subscriptions": events,
            "interactivity": asking,
            "org_deploy_enabled": many is not None and many.org,
            "socket_mode_enabled": socket,
            "token_rotation_enabled": many is not None and many.rotation,
        },
    }


def _events_of_life(many: Distributed | None) -> tuple[str, ...]:
    if many is None:
        return ()
    return EVENTS_OF_LIFE if many.org else tuple(event for event in EVENTS_OF_LIFE if event not in ORG_EVENTS)


def _redirect(request_url: str) -> str:
    if not request_url.endswith(PATH):
        raise ValueError(f"the address of an app for many workspaces ends in {PATH}")
    return request_url.removesuffix(PATH) + REDIRECT


def usage(command: Command) -> str:
    """The hint Slack shows while one types: `<actor> [issue] [length: line|short|long]`."""
    return " ".join(_hint(param) for param in command.params)[: limits.USAGE_HINT.value]


def _shortcuts(menus: Sequence[Menu]) -> list[dict[str, str]]:
    """The form that asks, from anywhere; and what can be asked of a message."""
    ask = {"name": f"Ask {APP}", "type": "global", "callback_id": ASK, "description": "Choose what to ask, of whom"}
    return [ask, *(_on_message(menu) for menu in menus)]


def _on_message(menu: Menu) -> dict[str, str]:
    if len(menu.label) > limits.SHORTCUT_NAME.value:
        raise ValueError(f'"{menu.label}" is longer than the {limits.SHORTCUT_NAME.value} characters Slack shows')
    summary = clip(menu.summary, limits.SHORTCUT_SUMMARY.value)
    return {"name": menu.label, "type": "message", "callback_id": on_message(menu), "description": summary}


def on_message(menu: Menu) -> str:
    """How Slack names this menu when somebody chooses it."""
    return f"dateline-menu-{menu.command}"


def _groups(errands: Sequence[Command]) -> dict[str, list[Command]]:
    """First word of its name → the errands of a group, or the one that stands alone."""
    found: dict[str, list[Command]] = {}
    for one in errands:
        found.setdefault(one.name.partition(" ")[0], []).append(one)
    return found


def _errands(
    errands: Sequence[Command], summary: Callable[[str], str], request_url: str | None, prefix: str
) -> Iterator[dict[str, Any]]:
    """One slash command a group. Slack names what is pointed at in their line by its id, so that #channel and @group
    are known without any scope."""
    for group, held in _groups(errands).items():
        alone = held[0].name == group
        hint = usage(held[0]) if alone else " | ".join(one.name.partition(" ")[2] for one in held)
        told = held[0].summary if alone else summary(group)
        yield {**_entry(prefix + group, told, hint, request_url), "should_escape": True}


def _slash_commands(
    commands: Sequence[Command], request_url: str | None, prefix: str, further: Sequence[str]
) -> list[dict[str, Any]]:
    names = ", ".join([*(command.name for command in commands), *further])
    entries = [_entry(prefix + c.name, c.summary, usage(c), request_url) for c in commands]
    umbrella = _entry(UMBRELLA, f"Any command of Dateline: {names}", "help | position cambodia", request_url)
    every = [*entries, umbrella]
    if len(every) + len(further) > limits.COMMANDS.value:
        raise ValueError(f"{len(every) + len(further)} commands, but a Slack app has at most {limits.COMMANDS.value}")
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
