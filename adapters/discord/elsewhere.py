"""Places of servers that another process's shards hear of: asked for, and remembered for a while.

Posts are made by one process for all shards. What kind of channel a place is, and its tags, costs one request; what
Dateline may do there costs two more, and is asked only where a wrong guess could not be put right afterwards: before a
thread is made, and to know whether an empty channel is empty. Else Discord's own refusal of the post tells the rest.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from typing import Any, Final

import aiohttp
import discord

log = logging.getLogger("dateline.discord")

HOUR: Final = 3600.0
"""Seconds a place is remembered."""
KEPT: Final = 2000
"""Places at most; the oldest give way."""
LOST: Final = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, KeyError)


class Elsewhere:
    """What was learnt of such places."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._held: OrderedDict[int, tuple[float, Any]] = OrderedDict()

    def get(self, place: int) -> Any:
        """The channel or thread; None where nobody has asked of late."""
        at, channel = self._held.get(place, (0.0, None))
        return channel if channel is not None and asyncio.get_running_loop().time() - at < HOUR else None

    async def ask(self, place: int, *, rights: bool) -> None:
        """Learn what it is, and with `rights` what Dateline may do there. Where that fails, nothing is known of it."""
        known = self.get(place)
        if known is not None and (not rights or known.guild.me is not None):
            return
        try:
            channel = known or await self._client.fetch_channel(place)
            if isinstance(channel, discord.abc.GuildChannel | discord.Thread):
                if rights:
                    channel.guild = await self._server(channel)
                self._held[place] = (asyncio.get_running_loop().time(), channel)
                self._held.move_to_end(place)
        except LOST as error:
            log.info("discord.place_unknown reason=%s", type(error).__name__)
        while len(self._held) > KEPT:
            self._held.popitem(last=False)

    async def _server(self, channel: discord.abc.GuildChannel | discord.Thread) -> discord.Guild:
        """Its server with roles, ourselves in it, and a thread's channel."""
        assert self._client.user is not None, "it has signed in"
        guild = await self._client.fetch_guild(channel.guild.id, with_counts=False)
        guild._add_member(await guild.fetch_member(self._client.user.id))
        if isinstance(channel, discord.Thread):
            parent = await self._client.fetch_channel(channel.parent_id)
            assert isinstance(parent, discord.abc.GuildChannel), "threads stand in channels"
            parent.guild = guild
            guild._add_channel(parent)
        return guild
