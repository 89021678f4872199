"""Discord as a room: it serves the catalogue's commands and it posts digests. Importing it does not load discord.py.

It owns the life of a connection and nothing else: `render` and `buttons` make payloads, `commands` the command tree,
`answering` and `pressing` answer, `posting` posts and looks, `wire` is the library's client. `bot.app` makes one room
and supervises `serve`.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from adapters.administration import Administration, Errand, Form
from adapters.contract import (
    Address,
    Answer,
    Command,
    Complete,
    CredentialsRefused,
    Lack,
    Menu,
    Outcome,
    Receipt,
    Reply,
    Report,
    Request,
    TakeReport,
    Unavailable,
)
from adapters.discord.render import parts, render
from adapters.discord.shards import Shards
from adapters.discord.signing_in import SignIns
from briefs.document import Document
from briefs.wording.notices import LANG, failed, restarting, speaking

if TYPE_CHECKING:
    import discord

    from adapters.discord.posting import Patience
    from adapters.discord.pressing import Pressing
    from adapters.discord.signing_in import Pause
    from adapters.discord.wire import Client, SyncState

log = logging.getLogger("dateline.discord")

Claim: TypeAlias = Callable[[str, bool], Awaitable[bool]]
"""(an interaction's id, whether it has an effect beside its answer) → whether no other process has taken it up, which
has then been done by this one. One with an effect is claimed twice: as asked, and as one that acts."""

DRAIN_SECONDS: Final = 5.0
"""How long `close` waits for answers under way."""


class DiscordRoom:
    """A `Room` for Discord.

    `token` is the bot token, `sync_state` remembers across restarts which commands Discord was told of. `base_url`
    sends all REST calls of the process elsewhere, for a proxy or a test; `take_report` keeps what readers report;
    `administration` is what those who look after a server can do; `menus` what can be asked of a message. Several
    processes may serve one bot: `shards` are those of this one (None: all), `sign_ins` and `claim` are shared by all.
    """

    platform: Final = "discord"

    def __init__(
        self,
        token: str,
        commands: Sequence[Command],
        answer: Answer,
        complete: Complete,
        sync_state: SyncState,
        *,
        base_url: str | None = None,
        patience: Patience | None = None,
        language: str = LANG,
        take_report: TakeReport | None = None,
        administration: Administration | None = None,
        menus: Sequence[Menu] = (),
        sign_ins: SignIns | None = None,
        pause: Pause | None = None,
        shards: Shards | None = None,
        claim: Claim | None = None,
    ) -> None:
        self._token = token
        self._commands = tuple(commands)
        self._answer = answer
        self._complete = complete
        self._sync_state = sync_state
        self._base_url = base_url
        self._patience = patience
        self._language = language
        self._take_report = take_report or _not_kept
        self._administration = administration
        self._menus = tuple(menus)
        self._sign_ins = sign_ins or SignIns()
        self._pause = pause
        self._shards = shards
        self._claim = claim or _alone
        self._client: Client | None = None
        self._pressing: Pressing | None = None
        self._turn = asyncio.Lock()
        self._under_way: set[asyncio.Task[Any]] = set()
        self._closing = False

    def __repr__(self) -> str:
        return "DiscordRoom()"

    def parts(self, document: Document) -> Sequence[Document]:
        """The document as messages that each keep Discord's limits."""
        return parts(document)

    def open(self) -> Client:
        """A fresh client bound to this room; a closed one cannot be used again."""
        from adapters.discord import wire

        if self._base_url is not None:
            wire.direct(self._base_url)
        from adapters.discord.pressing import Pressing

        if self._pressing is None:
            self._pressing = Pressing(
                self._commands,
                self._answered,
                self._take_report,
                self._language,
                self._administration,
                self._carried_out,
                self._form_asked,
                claim=partial(self._claim_of, effect=True),
            )
        self._client = client = wire.Client(
            self._commands,
            self._asked,
            self._pressed,
            self._complete,
            self._sync_state,
            self._menus,
            self._sign_ins,
            self._pause,
            self._shards,
            partial(self._claim_of, effect=False),
        )
        if self._administration is not None:
            from adapters.discord.errands import grow_groups

            held = self._administration
            grow_groups(client.tree, held.errands, held.summary, self._sent, held.propose)
            client.present = held.present
        return client

    async def serve(self) -> None:
        """Connect and answer until `close`. Raises `CredentialsRefused` for a wrong token; anything else is a lost
        connection, which the supervisor mends by calling again."""
        if self._closing:
            return
        from adapters.discord.wire import refused_token

        client = self.open()
        try:
            async with client:
                await client.start(self._token)
        except Exception as error:
            if refused_token(error):
                raise CredentialsRefused(
                    "Discord does not accept the bot token; put a valid one in DATELINE_DISCORD_TOKEN "
                    "(discord.com/developers, your application, Bot, Reset Token)"
                ) from error
            if not self._closing:
                raise
        if not self._closing:
            raise ConnectionError("Discord's connection ended without a reason")

    async def close(self) -> None:
        """Take no more questions, give answers under way a few seconds, disconnect."""
        self._closing = True
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=DRAIN_SECONDS)
        if self._client is not None:
            await self._client.close()

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        """Post one part under its key. Raises an `OutletError`; the part must come from `parts`."""
        from adapters.discord import posting

        patience = self._patience or posting.Patience()
        payload = render(document, key)
        client = await self._knowing(address)
        return await posting.post(client, address, payload, key, patience, document.calls, document.title)

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        """The post with this key among the channel's newest messages. Raises `Ambiguous` where it cannot know."""
        from adapters.discord import posting

        client = await self._knowing(address, rights=True)
        return await posting.find(client, address, key, since, self._patience or posting.Patience())

    def keeps(self, address: Address) -> bool:
        """Whether Discord gives back the first post for a repeat there."""
        from adapters.discord import posting

        return self._client is not None and posting.keeps(self._client, address)

    def threads(self, address: Address) -> bool:
        """Whether further messages stand in a thread there: wanted, and Dateline may make one."""
        from adapters.discord import rights

        return self._client is not None and rights.threads(self._client, address)

    async def publish(self, address: Address, message: str) -> None:
        """Publish a post of an announcement channel. Raises an `OutletError`."""
        from adapters.discord import posting

        client = await self._knowing(address)
        await posting.publish(client, address, message, self._patience or posting.Patience())

    async def edit(self, address: Address, message: str, document: Document) -> None:
        """Put the document in the place of a post of ours. Raises an `OutletError`."""
        from adapters.discord import editing, posting

        client = await self._knowing(address)
        await editing.replaced(client, address, message, render(document), self._patience or posting.Patience())

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        """What Dateline needs to post there and has not, by Discord's own word."""
        from adapters.discord import rights

        client = self._client
        if not address.place.isdecimal() or client is None or client.user is None or client.is_closed():
            return ()
        return rights.lacking(await self._knowing(address, rights=address.thread), address, language)

    async def warn(self, server: str, document: Document) -> bool:
        """A direct message to the server's owner, or to the one person whose conversation it is."""
        from adapters.discord import posting

        if self._client is None or self._client.user is None:
            return False
        return await posting.warn(self._client, server, render(document))

    def _connected(self) -> Client:
        """The client, once it has signed in."""
        if self._client is None or self._client.user is None or self._client.is_closed():
            raise Unavailable("Discord is not connected; it is being tried again")
        return self._client

    async def _claim_of(self, interaction: discord.Interaction[Any], *, effect: bool) -> bool:
        return await self._claim(str(interaction.id), effect)

    async def _knowing(self, address: Address, *, rights: bool = False) -> Client:
        """The client, which knows this place even if it is on a shard of another process."""
        client = self._connected()
        if address.place.isascii() and address.place.isdecimal():
            await client.seek(int(address.place), rights=rights, publishes=address.publish)
        return client

    async def _asked(self, interaction: discord.Interaction[Any], request: Request) -> None:
        from adapters.discord.answering import answer

        with self._counted():
            await answer(interaction, request, self._answered)

    async def _pressed(self, interaction: discord.Interaction[Any]) -> None:
        assert self._pressing is not None, "a client was opened"
        with self._counted():
            await self._pressing.pressed(interaction)

    async def _sent(self, interaction: discord.Interaction[Any], errand: Errand) -> None:
        """Carry an errand out, or open the form that asks for it."""
        assert self._pressing is not None, "a client was opened"
        with self._counted():
            await self._pressing.begin(interaction, errand)

    async def _form_asked(self, errand: Errand) -> Form | Reply | None:
        """A form cannot be acknowledged first and opened later, so that it waits for no answer under way."""
        held = self._administration
        assert held is not None, "a group of errands was grown"
        try:
            return await held.ask(errand)
        except Exception:
            return self._bug(errand.command, speaking(errand.locale, self._language))

    async def _carried_out(self, errand: Errand) -> Reply:
        held = self._administration
        assert held is not None, "a group of errands was grown"
        return await self._guarded(errand.command, errand.locale, lambda: held.administer(errand))

    async def _answered(self, request: Request) -> Reply:
        return await self._guarded(request.command, request.locale, lambda: self._answer(request))

    async def _guarded(self, command: str, locale: str, make: Callable[[], Awaitable[Reply]]) -> Reply:
        """The answer; a bug in it is one calm sentence with a number that the log has too."""
        spoken = speaking(locale, self._language)
        if self._closing:
            return Reply(restarting(spoken), Outcome.QUIET)
        try:
            async with self._turn:  # one answer at a time, so that all who wait are acknowledged meanwhile
                await asyncio.sleep(0)
                return await make()
        except Exception:
            return self._bug(command, spoken)

    def _bug(self, command: str, spoken: str) -> Reply:
        """The exception at hand as one calm sentence."""
        number = uuid.uuid4().hex[:8]
        log.exception("discord.answer_failed id=%s command=%s", number, command)
        return Reply(failed(number, spoken), Outcome.QUIET)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """An answer under way, which `close` waits for."""
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        try:
            yield
        finally:
            self._under_way.discard(task)


async def _alone(interaction: str, effect: bool) -> bool:  # noqa: ARG001
    return True


async def _not_kept(report: Report) -> str | None:  # noqa: ARG001
    return None
