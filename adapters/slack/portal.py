"""What Slack says of the app behind the tokens, and the steps to set one up: `dateline doctor slack`.

It opens no socket (the address of one that it is given ends unused), posts nothing and changes nothing. No line of its
own holds a token. `bot.operating` prints what is made here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import fill
from typing import Final

from adapters.contract import CredentialsRefused, OutletError, Unavailable
from adapters.slack.errors import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from adapters.slack.manifest import NEEDED_SCOPES, OPTIONAL, PATH
from adapters.slack.webapi import WebApi

PORTAL: Final = "https://api.slack.com/apps"
_KINDS: Final = {
    "xoxb-": "a bot token", "xoxe.xoxb-": "a bot token", "xoxp-": "a user token", "xapp-": "an app-level token",
}  # fmt: skip
_OF_USE: Final = {"users:read", "channels:read", "groups:read", "files:write", "chat:write.public"}
"""Scopes that something of Dateline can use, though the manifest asks for none of them."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What the environment holds; "" where it holds nothing."""

    bot: str = field(default="", repr=False)
    app: str = field(default="", repr=False)
    signing: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class App:
    """One app in one workspace, as Slack tells of it."""

    workspace: str
    user: str
    id: str = ""
    """Of the app, where its app-level token names it."""
    scopes: frozenset[str] | None = None
    """Granted; None where Slack did not list them."""
    socket: bool = False
    """Whether Slack gives it an address for Socket Mode."""


def misplaced(keys: Keys) -> list[str]:
    """Tokens that are of another kind than their place wants; nobody is asked."""
    wanted = ((BOT_TOKEN, keys.bot, "a bot token"), (APP_TOKEN, keys.app, "an app-level token"))
    return [
        f"{variable} holds {_kind(token)}, and wants {kind} ({next(one for one in _KINDS if _KINDS[one] == kind)}…)"
        for variable, token, kind in wanted
        if token and _kind(token) != kind
    ]


def _kind(token: str) -> str:
    return next((name for start, name in _KINDS.items() if token.startswith(start)), "no token of Slack's")


async def look(keys: Keys, base_url: str | None = None) -> App:
    """Ask Slack. Raises `CredentialsRefused` or `Unavailable`."""
    api = WebApi(keys.bot, base_url=base_url)
    try:
        said = await api.sign_in("auth.test", keys.bot, BOT_TOKEN)
        _, headers = await api.answered("Slack", "auth.test", {})
        opened = await api.sign_in("apps.connections.open", keys.app, APP_TOKEN) if keys.app else {}
    except CredentialsRefused as error:
        raise CredentialsRefused(f"{error}: {_where(str(error), keys)}") from None
    except (ConnectionError, OutletError) as error:
        raise Unavailable(f"{error}: check the network, try again") from error
    finally:
        await api.close()
    granted = headers.get("x-oauth-scopes")
    return App(
        str(said.get("team") or ""),
        str(said.get("user") or ""),
        _app_id(keys.app),
        frozenset(one.strip() for one in granted.split(",") if one.strip()) if granted is not None else None,
        bool(opened.get("url")),
    )


def _where(refusal: str, keys: Keys) -> str:
    """Where to click for a token that Slack did not take."""
    if APP_TOKEN in refusal:
        return f"{_page(_app_id(keys.app))}, Basic Information, App-Level Tokens, with the scope connections:write"
    return f"{_page(_app_id(keys.app))}, Install App, copy the Bot User OAuth Token anew"


def _app_id(token: str) -> str:
    """An app-level token names its app: xapp-1-A0123456789-…"""
    found = re.match(r"xapp-\d+-(A[A-Z0-9]+)-", token)
    return found[1] if found else ""


def _page(app: str) -> str:
    return f"{PORTAL}/{app}" if app else f"{PORTAL}, your app"


def faults(keys: Keys, app: App) -> list[str]:
    """What keeps Dateline from working, each with where to click."""
    told = []
    missing = [one for one in NEEDED_SCOPES if app.scopes is not None and one not in app.scopes]
    if missing:
        told.append(
            f"scope {', '.join(missing)} is not granted: OAuth & Permissions → Bot Token Scopes → Add, then Install "
            "App → Reinstall (or paste the manifest anew)"
        )
    if not keys.app and not keys.signing:
        told.append(f"neither {APP_TOKEN} (Socket Mode) nor {SIGNING_SECRET} (HTTP) is set: no question would come")
    if keys.app and not app.socket:
        told.append("Slack gives no address for Socket Mode: Socket Mode → Enable Socket Mode")
    return told


def hints(keys: Keys, app: App) -> Iterator[str]:
    """What works, and would be better otherwise."""
    scopes = app.scopes if app.scopes is not None else frozenset(OPTIONAL)
    for scope, use in OPTIONAL.items():
        if scope not in scopes:
            told = OPTIONAL["channels:history"].replace("public", "private") if use.startswith("the same") else use
            yield f"{scope} is not granted; with it {told}"
    needless = sorted(scopes - {*NEEDED_SCOPES, *OPTIONAL, *_OF_USE})
    if needless:
        yield f"granted and not used: {', '.join(needless)}. OAuth & Permissions → Bot Token Scopes → remove"
    if keys.app and keys.signing:
        yield f"{APP_TOKEN} and {SIGNING_SECRET} are both set: Socket Mode is used"


def screen(keys: Keys, app: App | None) -> list[str]:
    """The set-up on one screen, and before it what Slack tells where it was asked."""
    page = _page(app.id) if app else PORTAL
    return [
        *(_known(keys, app) if app else [f"Slack: {BOT_TOKEN} is not set."]),
        "",
        f"1. {page}" + ("" if app else " → Create New App → From a manifest → your workspace."),
        "   `dateline manifest slack` prints it: paste it under JSON"
        + (" (App Manifest), Save Changes." if app else ", Next, Create."),
        "2. Install App → Install to your workspace → Allow. Bot User OAuth Token → .env (a copy of .env.example):",
        f"   {BOT_TOKEN}=xoxb-…",
        "3. Basic Information → App-Level Tokens → Generate Token and Scopes → Add Scope connections:write → Generate:",
        f"   {APP_TOKEN}=xapp-…",
        f"   (instead, with an https address of your own: `dateline manifest slack --url https://…{PATH}`, and",
        f"   Basic Information → Signing Secret as {SIGNING_SECRET}; many workspaces: docs/slack.md)",
        "4. `make run`; /invite @Dateline in a channel; then /dateline help, /subscription schedule, /doctor.",
    ]


def _known(keys: Keys, app: App) -> Sequence[str]:
    how = "Socket Mode" if keys.app else "HTTP" if keys.signing else "no way in"
    known = f", app {app.id}" if app.id else ""
    told = [f"Slack: the bot token is good. {app.user} in {app.workspace}{known}, by {how}"]
    if app.scopes is not None:
        listed = fill(", ".join(sorted(app.scopes)) or "none", 110, initial_indent=" " * 13, subsequent_indent=" " * 13)
        told += f"   scopes    {listed[13:]}".split("\n")
    told += [f"   to mend: {fault}" for fault in faults(keys, app)]
    told += [f"   note: {hint}" for hint in hints(keys, app)]
    return told
