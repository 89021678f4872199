"""discord.py's client for this room: intents, caches, the command tree and its sync. Made anew for each connection.

The only module that decides how discord.py runs; `connecting` keeps the connection of each shard. It is imported by
`adapters.discord.client` when a connection is opened, so that a Dateline without Discord never loads the library.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import aiohttp
import discord
from discord import app_commands

from adapters.administration import Present
from adapters.contract import Command, Complete, Menu
from adapters.discord.commands import Asked, Localiser, fingerprint, grow_menus, grow_tree
from adapters.discord.connecting import Connection, overhear
from adapters.discord.elsewhere import Elsewhere
from adapters.discord.shards import Shards, shard_of
from adapters.discord.signing_in import A_DAY, Pause, SignIns
from briefs.wording.notices import speaking, word

log = logging.getLogger("dateline.discord")

LONGEST_RATE_LIMIT = 30.0
"""Seconds discord.py may sleep for a rate limit before it raises; its own minimum for this setting."""

LAST_SERVER_SECONDS = 2.0
"""Seconds without a further server after which all of a shard are known; discord.py's own."""

FEW_SESSIONS = 20
"""Sign-ins left by Discord's own count at which Dateline waits until it begins anew."""
COUNT_SECONDS = 5.0
"""How long Discord is asked for it."""

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
        return not isinstance(client, Client) or await client.first_time(interaction)


class Client(discord.AutoShardedClient):
    """A client that answers slash commands and posts; it reads no messages and keeps no members.

    `shards` are those it connects; None: as many as Discord advises, all of them. What is done once for all processes
    of a bot is done by the one with shard 0.
    """

    def __init__(
        self,
        commands: Sequence[Command],
        asked: Asked,
        pressed: Pressed,
        complete: Complete,
        sync_state: SyncState,
        menus: Sequence[Menu] = (),
        sign_ins: SignIns | None = None,
        pause: Pause | None = None,
        shards: Shards | None = None,
        claim: Callable[[discord.Interaction[Any]], Awaitable[bool]] | None = None,
    ) -> None:
        self._claim = claim
        self._fixed, self.held = shards is not None, shards or Shards()
        # Dateline does not speak; without this discord.py warns at each start that voice will not work.
        discord.VoiceClient.warn_nacl = False
        discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=LAST_SERVER_SECONDS,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_RATE_LIMIT,
            shard_count=self.held.count,
            shard_ids=list(self.held.ids),
        )
        self._seen = Seen()
        self._sign_ins = sign_ins or SignIns()
        self._leaving = asyncio.Event()
        self._pause = pause or self._until_left
        self._connections: dict[int, Connection] = {}
        self._elsewhere = Elsewhere(self)
        self.http.ws_connect = overhear(self.http.ws_connect)  # type: ignore[method-assign,assignment]
        parsers = self._connection.parsers
        self._connection.parsers = {
            name: parse if name in SESSION else _unharmed(name, parse) for name, parse in parsers.items()
        } | {"READY": self._anew(parsers["READY"])}
        self.present: Present | None = None
        self.tree: app_commands.CommandTree[Any] = _Tree(self)
        self._sync_state = sync_state
        self._pressed = pressed
        grow_tree(self.tree, commands, asked, complete)
        grow_menus(self.tree, menus, asked)
        self.tree.error(_refused)

    async def setup_hook(self) -> None:
        """Tell Discord of the commands if they changed; once per connection, never at each reconnect, and by one
        process for all: a later one of an older version would take them back.

        A failed sync ends the connection only if Discord never knew our commands; otherwise the old ones serve on.
        """
        if not self.held.leads:
            return
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

    async def connect(self, *, reconnect: bool = True) -> None:  # noqa: ARG002  each connection is kept anyway
        """Connect every shard and stay connected until `close`. Raises what no further try would mend."""
        await self._heed_discords_count()
        self.shard_count = self._connection.shard_count = self.held.count
        self.shard_ids = self._connection.shard_ids = list(self.held.ids)
        self._connections = {
            shard: Connection(self, shard, self._sign_ins, self._pause, self._leaving) for shard in self.held.ids
        }
        keeping = [asyncio.create_task(one.keep()) for one in self._connections.values()]
        left = asyncio.create_task(self._leaving.wait())
        try:
            await asyncio.wait({*keeping, left}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (*keeping, left):
                task.cancel()
            ended = await asyncio.gather(*keeping, return_exceptions=True)
        for error in ended:
            if isinstance(error, Exception) and not self._leaving.is_set():
                raise error

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002
        """A session could not be taken up again, or is the first."""
        assert shard_id is not None, "every connection is a shard's"
        await self._connections[shard_id].identifying()

    async def close(self) -> None:
        """Leave, whatever is being waited for. Not by AutoShardedClient's own way, which fails before it was set up."""
        self._leaving.set()
        await asyncio.gather(*(one.close() for one in self._connections.values()))
        await discord.Client.close(self)

    async def _heed_discords_count(self) -> None:
        """How many shards Discord advises, and how many sign-ins are left: another process with the same token may
        have used them up. Not knowing keeps nobody from trying."""
        try:
            async with asyncio.timeout(COUNT_SECONDS):
                advised, _, left = await self.http.get_bot_gateway()
            remaining, seconds = int(left["remaining"]), int(left["reset_after"]) / 1000
            self._sign_ins.heed(int(left.get("total", A_DAY)), int(left.get("max_concurrency", 1)))
            self._heed_advice(int(advised))
        except (discord.DiscordException, aiohttp.ClientError, OSError, KeyError, TypeError, ValueError) as error:
            log.info("discord.sign_ins_unknown reason=%s", type(error).__name__)
            return
        if remaining < FEW_SESSIONS:
            log.warning("discord.sign_ins_used_up left=%d then=waits seconds=%d", remaining, seconds)
            await self._pause(seconds)

    def _heed_advice(self, advised: int) -> None:
        if not self._fixed:
            self.held = Shards.of(advised)
        elif advised > self.held.count:
            log.warning("discord.few_shards set=%s advised=%d do=divide more", self.held, advised)

    async def _until_left(self, seconds: float) -> None:
        """So long, or until the client leaves."""
        try:
            await asyncio.wait_for(self._leaving.wait(), seconds)
        except TimeoutError:
            return

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Presses and forms; commands and completion have come to the tree already."""
        kinds = (discord.InteractionType.component, discord.InteractionType.modal_submit)
        if interaction.type in kinds and await self.first_time(interaction):
            try:
                await self._pressed(interaction)
            except Exception:
                log.exception("discord.press_broken")

    async def first_time(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether this interaction is new: after a lost connection, or from an old process still there, the same one
        can come twice; and another process may have it too. Of completion any answer is as good."""
        if not self._seen.add(interaction.id):
            return False
        completion = interaction.type is discord.InteractionType.autocomplete
        return completion or self._claim is None or await self._claim(interaction)

    def get_channel(self, id_: int, /) -> Any:
        """As the cache has it, which is told of every change; else as it was when `seek` asked."""
        return super().get_channel(id_) or self._elsewhere.get(id_)

    async def seek(self, place: int, *, rights: bool = False, publishes: bool = False) -> None:
        """Let `get_channel` know this place even if its server is on a shard of another process; with `rights` what
        Dateline may do there, too; for one that `publishes` there as it is of late."""
        if not self.held.all and super().get_channel(place) is None:
            await self._elsewhere.ask(place, rights=rights, publishes=publishes)

    async def on_ready(self) -> None:
        log.info("discord.ready servers=%d shards=%s", len(self.guilds), self.held)

    async def on_shard_ready(self, shard_id: int) -> None:
        """All servers of this shard are known; those of another one are its process's matter."""
        count = self.held.count
        here = {str(guild.id) for guild in self.guilds if shard_of(guild.id, count) == shard_id}
        await self._tell_where(here, Shards(shard_id, shard_id, count).hold)

    def _anew(self, parse: Callable[[Any], None]) -> Callable[[Any], None]:
        """discord.py's reader of READY, which keeps a shard's servers of the session before: some may be gone."""

        def read(told: Any) -> None:
            shard, here = told["shard"][0], {int(guild["id"]) for guild in told["guilds"]}
            for guild in self.guilds:
                if guild.id not in here and shard_of(guild.id, self.held.count) == shard:
                    self._connection._remove_guild(guild)
            parse(told)

        return read

    async def on_guild_join(self, guild: discord.Guild) -> None:
        log.info("discord.joined servers=%d", len(self.guilds))
        await self._tell_where({str(guild.id)}, str(guild.id).__eq__)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Removed from it; an outage of Discord's is another event."""
        log.info("discord.left servers=%d", len(self.guilds))
        await self._tell_where((), str(guild.id).__eq__)

    async def _tell_where(self, here: Collection[str], known: Callable[[str], bool]) -> None:
        if self.present is not None:
            try:
                await self.present("discord", here, known)
            except Exception:
                log.exception("discord.presence_failed")


SESSION = ("READY", "RESUMED")
"""Events without which there is no session: what is wrong with them ends the connection."""


def _unharmed(name: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """discord.py's reader of an event, whose failure ends nothing but the event.

    A server with something that the library cannot read is sent anew at each sign-in: it would keep all others out.
    """

    def read(told: Any) -> None:
        try:
            parse(told)
        except Exception as error:
            # Only where it failed: the error's own text may quote what somebody wrote.
            where = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(where.filename).name}:{where.lineno}"
            log.error("discord.event_unread name=%s reason=%s at=%s", name, type(error).__name__, place)

    return read


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
