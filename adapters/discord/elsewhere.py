"""Places of servers that another process's shards hear of: asked for, and remembered for a while.

Posts are made by one process for all shards. What kind of channel a place is, and its tags, costs one request; what
Dateline may do there costs two more, and is asked only where a wrong guess could not be put right afterwards: before a
thread is made, and to know whether an empty channel is empty. Else Discord's own refusal of the post tells the rest.

That a place takes messages is remembered for longer, in a few bytes, so that posting to more places than are held whole
costs no request more: a channel for messages never becomes a forum. It may become an announcement channel, or be one no
longer; who publishes there asks anew.
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
"""Seconds a place is remembered whole."""
KEPT: Final = 2000
"""Places held whole at most; the oldest give way."""
DAYS: Final = 8 * 24 * HOUR
"""Seconds it is remembered that a place takes messages: a weekly digest finds it."""
PLACES: Final = 200_000
"""Such places at most, some 50 MB; those not asked about for longest give way."""
MESSAGES: Final = (discord.ChannelType.text, discord.ChannelType.news)
LOST: Final = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, KeyError)


class Elsewhere:
    """What was learnt of such places."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._held: OrderedDict[int, tuple[float, Any]] = OrderedDict()
        self._kinds: OrderedDict[int, tuple[float, discord.ChannelType, int]] = OrderedDict()
        """Place → since when it is known, what it is, in which server."""

    def get(self, place: int) -> Any:
        """The channel or thread; None where nobody has asked of late."""
        return self._whole(place) or self._bare(place)

    def _whole(self, place: int) -> Any:
        at, channel = self._held.get(place, (-HOUR, None))
        return channel if asyncio.get_running_loop().time() - at < HOUR else None

    def _bare(self, place: int) -> Any:
        """A channel of which it is known that it takes messages, and no more."""
        at, kind, server = self._kinds.get(place, (-DAYS, discord.ChannelType.text, 0))
        if asyncio.get_running_loop().time() - at >= DAYS:
            return None
        told: Any = {"id": str(place), "type": kind.value, "name": "", "position": 0, "permission_overwrites": []}
        state = self._client._connection
        return discord.TextChannel(state=state, guild=state._get_or_create_unavailable_guild(server), data=told)

    async def ask(self, place: int, *, rights: bool, publishes: bool = False) -> None:
        """Learn what it is, and with `rights` what Dateline may do there; where one `publishes`, as it is of late.
        Where that fails, nothing is known of it."""
        known = self._whole(place)
        if known is not None and (not rights or known.guild.me is not None):
            return
        if not rights and not publishes and self._bare(place) is not None:
            self._kinds.move_to_end(place)
            return
        try:
            channel = known or await self._client.fetch_channel(place)
            if isinstance(channel, discord.abc.GuildChannel | discord.Thread):
                if rights:
                    channel.guild = await self._server(channel)
                self._keep(place, channel)
        except LOST as error:
            log.info("discord.place_unknown reason=%s", type(error).__name__)

    def _keep(self, place: int, channel: discord.abc.GuildChannel | discord.Thread) -> None:
        now = asyncio.get_running_loop().time()
        self._held[place] = (now, channel)
        self._held.move_to_end(place)
        if channel.type in MESSAGES:
            self._kinds[place] = (now, channel.type, channel.guild.id)
            self._kinds.move_to_end(place)
        for memory, most in ((self._held, KEPT), (self._kinds, PLACES)):
            while len(memory) > most:
                memory.popitem(last=False)

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
