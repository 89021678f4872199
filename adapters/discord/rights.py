"""What Dateline needs to post in a place, held against what Discord lets it do there.

It asks Discord's own cache of the server (`Intents.guilds`), which is told of every change, and nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import discord

from adapters.contract import Address, Lack
from adapters.discord.errands import POSTED_IN
from briefs.wording.notices import office, speaking

TO_POST: Final = ("view_channel", "send_messages")
IN_THREADS: Final = ("view_channel", "send_messages_in_threads")
IN_FORUMS: Final = ("view_channel", "send_messages", "send_messages_in_threads")
FOR_THREADS: Final = ("create_public_threads", "send_messages_in_threads")
"""For further messages in a thread: wanted; without it they stand in the channel."""
TO_FIND: Final = "read_message_history"
"""How a post whose answer was lost is found again: wanted, yet nothing waits for it."""


def lacking(client: discord.Client, address: Address, language: str) -> list[Lack]:
    """Every lack. A place that nobody knows is a direct message, or gone; of one on another process's shard it may only
    be known what it is: the post itself will tell."""
    channel, spoken = client.get_channel(int(address.place)), speaking(language)
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return []
    if channel.type not in POSTED_IN:
        return [Lack(office("lacks-kind", spoken))]
    held = may(channel)
    forum = isinstance(channel, discord.ForumChannel)
    needed = IN_THREADS if isinstance(channel, discord.Thread) else IN_FORUMS if forum else TO_POST
    found = [Lack(_told(one, spoken, forum=forum)) for one in needed if not getattr(held, one)]
    if address.thread and channel.type in (discord.ChannelType.text, discord.ChannelType.news):
        missing = (one for one in FOR_THREADS if not getattr(held, one))
        found += [Lack(_told(one, spoken), blocks=False) for one in missing]
    if address.publish and channel.type is not discord.ChannelType.news:
        found.append(Lack(office("lacks-announcements", spoken), blocks=False))
    if isinstance(channel, discord.ForumChannel):
        found += _tags(channel, address.tag, spoken)
    return found if held.read_message_history else [*found, Lack(_told(TO_FIND, spoken), blocks=False)]


def threads(client: discord.Client, address: Address) -> bool:
    """Whether a thread on a message can be made there, or the place is a forum, whose posts are threads."""
    channel = client.get_channel(int(address.place)) if address.place.isdecimal() else None
    if not address.thread or not isinstance(channel, discord.TextChannel | discord.ForumChannel):
        return False
    held = may(channel, unknown=False)
    return isinstance(channel, discord.ForumChannel) or all(getattr(held, one) for one in FOR_THREADS)


def may(channel: discord.abc.GuildChannel | discord.Thread, *, unknown: bool = True) -> discord.Permissions:
    """What Dateline may do there; all or nothing where that is unknown."""
    me: Any = channel.guild.me  # None in a server that was only asked for
    if me is None:
        return discord.Permissions.all() if unknown else discord.Permissions.none()
    return channel.permissions_for(me)


def _tags(forum: discord.ForumChannel, tag: str, spoken: str) -> Iterator[Lack]:
    """A forum may want a tag on every post; one that it has not is left out."""
    names = [one.name for one in forum.available_tags]
    if tag.casefold() in (name.casefold() for name in names):
        return
    shown = ", ".join(names)
    if forum.flags.require_tag:
        yield Lack(office("lacks-tag", spoken, tags=shown))
    elif tag:
        yield Lack(office("lacks-that-tag", spoken, tag=tag, tags=shown), blocks=False)


def _told(permission: str, spoken: str, *, forum: bool = False) -> str:
    named = "create-posts" if forum and permission == "send_messages" else permission.replace("_", "-")
    return office(f"lacks-{named}", spoken)


def permissions() -> discord.Permissions:
    """What an invitation asks for."""
    wanted: dict[str, Any] = dict.fromkeys({*TO_POST, *IN_THREADS, *FOR_THREADS, TO_FIND}, True)
    return discord.Permissions(**wanted)
