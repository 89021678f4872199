"""discord.py's client for this room: intents, caches, the command tree and its sync. Made anew for each connection.

The only module that decides how discord.py runs. `adapters.discord.client` imports it when a connection is opened, so
that a Dateline without Discord never loads the library.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any, Protocol

import discord
from discord import app_commands

from adapters.contract import Command, Complete
from adapters.discord.commands import Asked, Localiser, fingerprint, grow_tree
from briefs.wording.notices import speaking, word

log = logging.getLogger("dateline.discord")

LONGEST_RATE_LIMIT = 30.0
"""Seconds discord.py may sleep for a rate limit before it raises; its own minimum for this setting."""


class SyncState(Protocol):
    """Remembers which commands Discord was told of, across restarts."""

    async def load(self) -> str | None:
        """The last fingerprint saved; None if there is none."""
        ...

    async def save(self, fingerprint: str) -> None:
        """Keep this one instead."""
        ...


class Client(discord.Client):
    """A client that answers slash commands and posts; it reads no messages and keeps no members."""

    def __init__(self, commands: Sequence[Command], asked: Asked, complete: Complete, sync_state: SyncState) -> None:
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
        self.tree: app_commands.CommandTree[Any] = app_commands.CommandTree(self)
        self._sync_state = sync_state
        grow_tree(self.tree, commands, asked, complete)
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

    async def on_ready(self) -> None:
        log.info("discord.ready servers=%d", len(self.guilds))


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
