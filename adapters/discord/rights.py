"""What Dateline needs to post in a place, held against what Discord lets it do there.

It asks Discord's own cache of the server (`Intents.guilds`), which is told of every change, and nobody else.
"""

from __future__ import annotations

from typing import Any, Final

import discord

from adapters.discord.errands import POSTED_IN
from briefs.wording.notices import office

NEEDED: Final = ("view_channel", "send_messages", "read_message_history")
"""Reading its history is how a post whose answer was lost is found again."""
IN_THREADS: Final = ("view_channel", "send_messages_in_threads", "read_message_history")


def lacking(client: discord.Client, place: int, language: str = "en") -> list[str]:
    """Every lack, in plain words.

    A place that the cache does not hold is one that Dateline cannot see."""
    channel = client.get_channel(place)
    if channel is None:
        return [office("lacks-view-channel", language)]
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return []
    if channel.type not in POSTED_IN:
        return [office("lacks-kind", language)]
    held = channel.permissions_for(channel.guild.me)
    needed = IN_THREADS if isinstance(channel, discord.Thread) else NEEDED
    return [office(f"lacks-{one.replace('_', '-')}", language) for one in needed if not getattr(held, one)]


def permissions() -> discord.Permissions:
    """What an invitation asks for."""
    wanted: dict[str, Any] = dict.fromkeys({*NEEDED, *IN_THREADS}, True)
    return discord.Permissions(**wanted)
