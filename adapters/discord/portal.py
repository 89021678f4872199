"""What Discord says of the application behind a token, and the steps to set one up: `dateline doctor discord`.

It signs in to no gateway, tells Discord of no command and changes nothing. `bot.operating` prints what is made here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import aiohttp
import discord

from adapters.contract import CredentialsRefused, Unavailable
from adapters.discord.rights import permissions
from adapters.discord.shards import SERVERS_EACH, Shards

SCOPES: Final = ("bot", "applications.commands")
TOKEN: Final = "DATELINE_DISCORD_TOKEN"  # noqa: S105  the name of a variable
PORTAL: Final = "https://discord.com/developers/applications"
PRIVILEGED: Final = {
    "Presence Intent": 1 << 12 | 1 << 13,
    "Server Members Intent": 1 << 14 | 1 << 15,
    "Message Content Intent": 1 << 18 | 1 << 19,
}
"""Flags of an application (https://docs.discord.com/developers/resources/application#application-object)."""


@dataclass(frozen=True, slots=True)
class Application:
    """One application as Discord tells of it; what it does not tell is None."""

    id: int
    name: str
    servers: int | None = None
    people: int | None = None
    """Who installed it for themselves."""
    endpoint: str | None = None
    """Where Discord sends interactions instead of the gateway."""
    flags: int = 0
    for_people: bool | None = None
    """Whether people may install it for themselves."""
    sign_ins: tuple[int, int] | None = None
    """How many are left, of how many in a day."""
    shards: int | None = None
    """Connections that Discord advises."""
    at_once: int = 1
    """How many of them may sign in side by side."""
    held: Shards | None = None
    """Those that are set for this process; None: all that Discord advises."""


async def look(token: str, held: Shards | None = None) -> Application:
    """Ask Discord; `held` are the shards that are set. Raises `CredentialsRefused` or `Unavailable`."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    try:
        async with discord.Client(intents=discord.Intents(guilds=True)) as client:
            await client.login(token)
            told = await client.http.request(discord.http.Route("GET", "/applications/@me"))
            gateway = await client.http.request(discord.http.Route("GET", "/gateway/bot"))
    except discord.LoginFailure as error:
        raise CredentialsRefused(
            f"Discord does not accept the token in {TOKEN}: {PORTAL}, your application, Bot, Reset Token"
        ) from error
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        raise Unavailable(f"Discord cannot be asked ({type(error).__name__}): check the network, try again") from error
    return replace(_read(told, gateway), held=held)


def _read(told: Mapping[str, Any], gateway: Mapping[str, Any]) -> Application:
    kinds, left = told.get("integration_types_config"), gateway.get("session_start_limit") or {}
    return Application(
        int(told["id"]),
        str(told.get("name", "")),
        told.get("approximate_guild_count"),
        told.get("approximate_user_install_count"),
        told.get("interactions_endpoint_url") or None,
        told.get("flags") or 0,
        None if kinds is None else "1" in kinds,
        (left["remaining"], left["total"]) if {"remaining", "total"} <= left.keys() else None,
        gateway.get("shards"),
        left.get("max_concurrency") or 1,
    )


def invitation(application: int) -> str:
    """The address that invites it, asking for what it needs and no more."""
    return discord.utils.oauth_url(application, permissions=permissions(), scopes=SCOPES)


def faults(application: Application) -> list[str]:
    """What keeps Dateline from working, each with where to click."""
    found = []
    held, servers = application.held, application.servers or 0
    if held is not None and servers > held.count * SERVERS_EACH:
        most, more = held.count * SERVERS_EACH, max(application.shards or 1, held.count + 1)
        found.append(
            f'shards = "{held}" serves up to {most} servers, and Dateline is in {servers}: '
            f"Discord closes such connections. Divide {more} or more."
        )
    if application.endpoint is None:
        return found
    return [
        *found,
        "Interactions Endpoint URL is set, so Discord sends commands there and none to Dateline: "
        "General Information → Interactions Endpoint URL → empty it.",
    ]


def hints(application: Application) -> Iterator[str]:
    """What works, and would be better otherwise."""
    needless = [name for name, bits in PRIVILEGED.items() if application.flags & bits]
    if needless:
        yield f"{', '.join(needless)}: on and not needed. Bot → Privileged Gateway Intents → off."
    if application.for_people is False:
        yield "User Install is off, so nobody has it outside of servers: Installation → tick User Install."
    held = application.held
    if held is not None and (application.shards or 1) > held.count and not faults(application):
        yield f'shards = "{held}" are fewer than Discord advises: divide {application.shards}.'


def _shards(application: Application) -> str:
    """What Discord advises, and what is set."""
    held, advised = application.held, application.shards or 1
    connections = "1 connection" if advised == 1 else f"{advised} connections, {application.at_once} at a time"
    if held is None:
        return f"   Discord advises {connections}; this process makes what is advised"
    others = "" if held.all else "; other processes make the rest"
    return f'   Discord advises {connections}; set here: shards = "{held}"{others}'


def screen(application: Application | None) -> list[str]:
    """The set-up on one screen: with the invitation where the application is known, else with what to put where."""
    held = permissions()
    rights = ", ".join(_named(name) for name, on in held if on)
    asks = [f"   scopes       {', '.join(SCOPES)}", f"   permissions  {held.value}", f"                {rights}"]
    link = invitation(application.id) if application else "run `dateline doctor discord` again: it prints the link"
    portal = PORTAL if application is None else f"{PORTAL}/{application.id}"
    return [
        *(_known(application) if application else [f"Discord: {TOKEN} is not set."]),
        "",
        f"1. {portal}" + (" → New Application" if application is None else ""),
        "   Bot: Reset Token gives the token. Leave the three Privileged Gateway Intents off; Guilds is enough.",
        "   Installation: tick User Install and Guild Install.",
        "   General Information: leave Interactions Endpoint URL empty.",
        f"2. Put the token into .env: {TOKEN}=…  (copy .env.example)",
        "3. Invite Dateline to a server:",
        f"   {link}",
        *asks,
        "4. `make run`; then /help in any channel, /subscription schedule for digests, /doctor for what is missing.",
    ]


def _known(application: Application) -> Iterator[str]:
    yield f"Discord: the token is good. {application.name}, application {application.id}"
    counts = ((application.servers, "servers"), (application.people, "people who installed it for themselves"))
    told = [f"{count} {what}" for count, what in counts if count is not None]
    if told:
        yield "   in " + ", with ".join(told)
    if application.sign_ins:
        yield "   {} of {} sign-ins left today".format(*application.sign_ins)
    yield _shards(application)
    yield from (f"   to mend: {fault}" for fault in faults(application))
    yield from (f"   note: {hint}" for hint in hints(application))


def _named(permission: str) -> str:
    """As the portal spells it."""
    if permission in ("read_messages", "view_channel"):
        return "View Channels"
    return permission.replace("_", " ").title().replace(" In ", " in ")
