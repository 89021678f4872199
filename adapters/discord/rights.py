"""What Dateline needs to post in a place, held against what Discord lets it do there.

It asks Discord's own cache of the server (`Intents.guilds`), which is told of every change, and nobody else.
"""

from __future__ import annotations

from typing import Any, Final

import discord

from adapters.contract import Lack
from adapters.discord.errands import POSTED_IN
from briefs.wording.notices import office, speaking

TO_POST: Final = ("view_channel", "send_messages")
IN_THREADS: Final = ("view_channel", "send_messages_in_threads")
TO_FIND: Final = "read_message_history"
"""How a post whose answer was lost is found again: wanted, yet nothing waits for it."""


def lacking(client: discord.Client, place: int, language: str) -> list[Lack]:
    """Every lack. A place that the cache does not hold is a direct message, or gone: the post itself will tell."""
    channel, spoken = client.get_channel(place), speaking(language)
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return []
    if channel.type not in POSTED_IN:
        return [Lack(office("lacks-kind", spoken))]
    held = channel.permissions_for(channel.guild.me)
    needed = IN_THREADS if isinstance(channel, discord.Thread) else TO_POST
    found = [Lack(_told(one, spoken)) for one in needed if not getattr(held, one)]
    return found if held.read_message_history else [*found, Lack(_told(TO_FIND, spoken), blocks=False)]


def _told(permission: str, spoken: str) -> str:
    return office(f"lacks-{permission.replace('_', '-')}", spoken)


def permissions() -> discord.Permissions:
    """What an invitation asks for."""
    wanted: dict[str, Any] = dict.fromkeys({*TO_POST, *IN_THREADS, TO_FIND}, True)
    return discord.Permissions(**wanted)
