"""discord.py's client for this room: intents, caches, the command tree and its sync. Made anew for each connection.

The only module that decides how discord.py runs. `adapters.discord.client` imports it when a connection is opened, so
that a Dateline without Discord never loads the library.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any, Protocol, TypeAlias

import discord
from discord import app_commands

from adapters.contract import Command, Complete, Menu, Present
from adapters.discord.commands import Asked, Localiser, fingerprint, grow_menus, grow_tree
from briefs.wording.notices import speaking, word

log = logging.getLogger("dateline.discord")

LONGEST_RATE_LIMIT = 30.0
"""Seconds discord.py may sleep for a rate limit before it raises; its own minimum for this setting."""


Pressed: TypeAlias = Callable[[discord.Interaction[Any]], Awaitable[None]]
"""What is done with a press."""


class SyncState(Protocol):
    """Remembers which commands Discord was told of, across restarts."""

    async def load(self) -> str | None:
        """The last fingerprint saved; None if there is none."""
        ...

    async def save(self, fingerprint: str) -> None:
        """Keep this one instead."""
        ...


class Seen:
    """The newest ids that came."""

    KEPT = 2048

    def __init__(self) -> None:
        self._ids: OrderedDict[int, None] = OrderedDict()

    def add(self, id_: int) -> bool:
        """Whether it had not come before."""
        if id_ in self._ids:
            return False
        self._ids[id_] = None
        if len(self._ids) > self.KEPT:
            self._ids.popitem(last=False)
        return True


class _Tree(app_commands.CommandTree[Any]):
    """Answers each interaction once."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        client = interaction.client
        return not isinstance(client, Client) or client.first_time(interaction)


class Client(discord.Client):
    """A client that answers slash commands and posts; it reads no messages and keeps no members."""

    def __init__(
        self,
        commands: Sequence[Command],
        asked: Asked,
        pressed: Pressed,
        complete: Complete,
        sync_state: SyncState,
        menus: Sequence[Menu] = (),
    ) -> None:
        # Dateline does not speak; without this discord.py warns at each start that voice will not work.
        discord.VoiceClient.warn_nacl = False
        discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_RATE_LIMIT,
        )
        self._seen = Seen()
        self.present: Present | None = None
        self.tree: app_commands.CommandTree[Any] = _Tree(self)
        self._sync_state = sync_state
        self._pressed = pressed
        grow_tree(self.tree, commands, asked, complete)
        grow_menus(self.tree, menus, asked)
        self.tree.error(_refused)

    async def setup_hook(self) -> None:
        """Tell Discord of the commands if they changed; once per connection, never at each reconnect.

        A failed sync ends the connection only if Discord never knew our commands; otherwise the old ones serve on.
        """
        await self.tree.set_translator(Localiser())
        known, ours = await self._sync_state.load(), await fingerprint(self.tree, self.application_id)
        if known == ours:
            return
        try:
            synced = await self.tree.sync()
        except discord.HTTPException as error:
            if known is None:
                raise
            log.warning("discord.sync_failed status=%s code=%s", error.status, error.code)
            return
        await self._sync_state.save(ours)
        log.info("discord.synced commands=%d", len(synced))

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Presses and forms; commands and completion have come to the tree already."""
        kinds = (discord.InteractionType.component, discord.InteractionType.modal_submit)
        if interaction.type in kinds and self.first_time(interaction):
            try:
                await self._pressed(interaction)
            except Exception:
                log.exception("discord.press_broken")

    def first_time(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether this interaction is new: after a lost connection, or from an old process still there, the same one
        can come twice."""
        return self._seen.add(interaction.id)

    async def on_ready(self) -> None:
        log.info("discord.ready servers=%d", len(self.guilds))
        await self._tell_where({str(guild.id) for guild in self.guilds}, None)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        log.info("discord.joined servers=%d", len(self.guilds))
        await self._tell_where({str(guild.id)}, ())

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Removed from it; an outage of Discord's is another event."""
        log.info("discord.left servers=%d", len(self.guilds))
        await self._tell_where((), {str(guild.id)})

    async def _tell_where(self, here: Collection[str], left: Collection[str] | None) -> None:
        if self.present is not None:
            try:
                await self.present("discord", here, left)
            except Exception:
                log.exception("discord.presence_failed")


async def _refused(interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
    """discord.py itself could not call a command: usually an old client whose options differ from ours. A bug of ours
    after the answer was made has no answer left to spoil; it is only logged."""
    if isinstance(error, app_commands.CommandInvokeError):
        log.error("discord.answer_broken command=%s", error.command.name, exc_info=error.original)
        return
    log.warning("discord.command_refused reason=%s", type(error).__name__)
    if not interaction.response.is_done():
        sentence = word("old-form", speaking(interaction.locale.value))
        await interaction.response.send_message(sentence, ephemeral=True)


def direct(base_url: str) -> None:
    """Send every REST call of this process to `base_url` instead of Discord: a proxy, or a test's server."""
    discord.http.Route.BASE = base_url


def refused_token(error: BaseException) -> bool:
    """Whether this error means that Discord does not accept the token: at sign-in, or on the gateway (code 4004)."""
    if isinstance(error, discord.ConnectionClosed):
        return error.code == 4004
    return isinstance(error, discord.LoginFailure)
