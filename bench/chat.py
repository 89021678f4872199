"""Discord under load, for `make bench`: Dateline beside a bare discord.py bot that answers with a constant.

Both run in a process of their own against one loopback gateway and REST server here. Measured are the wall time from a
slash command's leaving the gateway to its first response, at a hundred a second, and resident megabytes with servers of
forty channels and twenty-five roles each.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import psutil
from aiohttp import web

RATE, SECONDS = 100, 5
GUILDS = (0, 100, 1000)
ME = {"id": "42", "username": "dateline", "discriminator": "0", "avatar": None, "bot": True}
BARE, OURS = "a bare bot", "Dateline"
APPLICATION = {
    "id": "42", "name": "dateline", "icon": None, "description": "", "bot_public": True, "flags": 0, "owner": ME,
    "bot_require_code_grant": False, "verify_key": "",
}  # fmt: skip
MESSAGE = {
    "id": "9", "channel_id": "7", "author": ME, "content": "", "timestamp": "2026-01-01T00:00:00+00:00", "tts": False,
    "edited_timestamp": None, "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [],
    "embeds": [], "pinned": False, "type": 0, "flags": 64, "components": [],
}  # fmt: skip


@dataclass
class Discord:
    """The loopback Discord: one bot at a time."""

    guilds: int = 0
    asks: Sequence[str] = ("KHM",)
    socket: web.WebSocketResponse | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    sent: dict[str, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    sequence: int = 0

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        self.socket = socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 45_000}, "s": None, "t": None})
        async for message in socket:
            said = message.json()
            if said["op"] == 1:
                await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
            elif said["op"] == 2:
                await self._welcome()
        return socket

    async def _welcome(self) -> None:
        known = [{"id": str(1000 + n), "unavailable": True} for n in range(self.guilds)]
        await self.say("READY", {
            "v": 10, "user": ME, "guilds": known, "session_id": "s", "resume_gateway_url": "ws://127.0.0.1:9",
            "application": {"id": "42", "flags": 0}, "shard": [0, 1],
        })  # fmt: skip
        for number in range(self.guilds):
            await self.say("GUILD_CREATE", guild(1000 + number))
        self.ready.set()

    async def say(self, name: str, what: dict[str, Any]) -> None:
        assert self.socket is not None
        self.sequence += 1
        await self.socket.send_json({"op": 0, "d": what, "s": self.sequence, "t": name})

    async def ask(self, number: int) -> None:
        id_ = str(10_000 + number)
        self.sent[id_] = time.perf_counter()
        await self.say("INTERACTION_CREATE", {
            "id": id_, "application_id": "42", "type": 2, "token": f"t{id_}", "version": 1, "channel_id": "7",
            "channel": {"id": "7", "type": 1},
            "user": {"id": "5", "username": "a", "discriminator": "0", "avatar": None},
            "data": {"id": "1", "name": "position", "type": 1, "options": asked(number, self.asks)},
            "locale": "en-GB", "entitlements": [],
            "authorizing_integration_owners": {"1": "5"}, "context": 1, "attachment_size_limit": 1000,
        })  # fmt: skip

    async def rest(self, request: web.Request) -> web.Response:
        path = request.path
        if path.endswith("/users/@me"):
            return _json(ME)
        if path.endswith("/oauth2/applications/@me"):
            return _json(APPLICATION)
        if path.endswith("/callback"):
            id_ = path.split("/")[-3]
            self.took.append(time.perf_counter() - self.sent[id_])
            if len(self.took) == len(self.sent):
                self.answered.set()
            of = {"id": id_, "type": 2, "response_message_id": "9", "response_message_ephemeral": True}
            return _json({"interaction": of, "resource": {"type": 4, "message": MESSAGE}})
        return _json([])


def asked(number: int, asks: Sequence[str]) -> list[dict[str, Any]]:
    """The options of one question: each actor in its turn."""
    at, turn = number % len(asks), number // len(asks) if len(asks) > 1 else 0
    given = {"actor": asks[at], "issue": "ukraine-war", "length": ("short", "line", "long")[turn % 3]}
    return [{"name": name, "type": 3, "value": value} for name, value in given.items()]


def _json(value: Any) -> web.Response:
    # discord.py takes for JSON what says so in these very words, without a charset.
    return web.Response(body=json.dumps(value).encode(), headers={"Content-Type": "application/json"})


def guild(id_: int) -> dict[str, Any]:
    """A server of forty channels and twenty-five roles."""
    channels = [
        {"id": str(id_ * 1000 + n), "type": 0, "name": f"channel-{n}", "position": n, "permission_overwrites": [],
         "topic": None, "nsfw": False, "last_message_id": None, "parent_id": None, "rate_limit_per_user": 0}
        for n in range(40)
    ]  # fmt: skip
    roles = [
        {"id": str(id_ * 1000 + 500 + n if n else id_), "name": f"role-{n}", "color": 0, "hoist": False, "position": n,
         "permissions": "1071698660929", "managed": False, "mentionable": False, "flags": 0,
         "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}}
        for n in range(25)
    ]  # fmt: skip
    return {
        "id": str(id_), "name": f"server-{id_}", "owner_id": "5", "channels": channels, "roles": roles, "members": [],
        "threads": [], "emojis": [], "stickers": [], "features": [], "member_count": 500, "presences": [],
        "voice_states": [], "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
        "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0,
        "nsfw_level": 0, "premium_tier": 0, "system_channel_flags": 0, "preferred_locale": "en-US", "afk_timeout": 0,
        "premium_progress_bar_enabled": False, "large": False, "unavailable": False,
    }  # fmt: skip


@asynccontextmanager
async def served(guilds: int, asks: Sequence[str] = ("KHM",)) -> AsyncIterator[tuple[Discord, str]]:
    discord = Discord(guilds, asks)
    app = web.Application()
    app.router.add_get("/gateway", discord.gateway)
    app.router.add_route("*", "/{rest:.*}", discord.rest)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield discord, f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def measured(which: str, guilds: int, rate: int, asks: Sequence[str] = ("KHM",)) -> tuple[float, list[float]]:
    """Resident megabytes once all servers are known, and how long each command took."""
    async with served(guilds, asks) as (discord, url):
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bench.chat", which, url, stdout=asyncio.subprocess.PIPE
        )
        try:
            assert child.stdout is not None
            await asyncio.wait_for(discord.ready.wait(), 30)
            await asyncio.wait_for(child.stdout.readline(), 60)  # it says that it is ready
            size = psutil.Process(child.pid).memory_info().rss / 1e6
            for number in range(rate * SECONDS):
                begun = time.perf_counter()
                await discord.ask(number)
                await asyncio.sleep(max(0.0, 1 / rate - (time.perf_counter() - begun)))
            if len(discord.took) < rate * SECONDS:
                discord.answered.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(discord.answered.wait(), 20)
        finally:
            child.kill()
            await child.wait()
    return size, discord.took


def figures() -> Iterator[str]:
    """One line a figure, Dateline's beside the bare bot's."""
    bare = asyncio.run(measured(BARE, 0, RATE))[1]
    for what, asks in (("one question", ("KHM",)), ("questions, none asked before", tuple(_members()))):
        ours = asyncio.run(measured(OURS, 0, RATE, asks))[1]
        for name, share in (("median", 50), ("99th percentile", 99)):
            mine, other = (statistics.quantiles(times, n=100)[share - 1] * 1000 for times in (ours, bare))
            line = f"Discord: {RATE} a second of {what}, to first response, {name}"
            yield f"{line:76} {mine:7.1f} ms   bare bot {other:5.1f} ms   {len(ours)} of {RATE * SECONDS} answered"
    for guilds in GUILDS:
        ours, bare = (asyncio.run(measured(which, guilds, 0))[0] for which in (OURS, BARE))
        yield f"{f'Discord: resident with {guilds} servers':76} {ours:7.1f} MB   bare bot {bare:5.1f} MB"


def _members() -> Iterator[str]:
    from tests.archives import shipped

    return (actor.id for actor in shipped().register.actors.values() if actor.kind.value == "state")


async def run(which: str, url: str) -> None:
    """The child: connect to the loopback Discord and answer until killed."""
    import discord
    import yarl

    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url.replace("http", "ws") + "/gateway")
    make = _ours if which == OURS else _bare
    await make(url, lambda: print("ready", flush=True))


async def _ours(url: str, ready: Callable[[], None]) -> None:
    from datetime import UTC, datetime

    from adapters.administration import Administration
    from adapters.discord.client import DiscordRoom
    from bot.catalogue import catalogue
    from bot.commands import Desk, Held
    from bot.serving import settle_down
    from tests.adapters.discord.conftest import SyncMemory
    from tests.archives import shipped

    desk = Desk(Held.of(shipped(), ()), lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    desk.held.warm(desk.today())
    settle_down()
    administration = Administration(
        (), lambda *_: "", _nothing, _nothing, _nothing, _told(ready), _nothing, lambda *_: "en"
    )
    room = DiscordRoom(
        "bench", catalogue(), desk.answer, desk.complete, SyncMemory(), base_url=url, administration=administration
    )
    await room.serve()


def _told(ready: Callable[[], None]) -> Any:
    async def present(*_: object) -> None:
        ready()

    return present


async def _nothing(*_: object) -> Any:
    raise AssertionError("nothing is ordered here")


async def _bare(url: str, ready: Callable[[], None]) -> None:
    import discord

    discord.http.Route.BASE = url
    client = discord.Client(
        intents=discord.Intents(guilds=True), member_cache_flags=discord.MemberCacheFlags.none(),
        chunk_guilds_at_startup=False, max_messages=None,
    )  # fmt: skip
    tree = discord.app_commands.CommandTree(client)

    @tree.command(name="position", description="A constant.")
    async def position(interaction: discord.Interaction[Any], actor: str, issue: str = "", length: str = "") -> None:  # noqa: ARG001
        view = discord.ui.LayoutView()
        view.add_item(discord.ui.TextDisplay("a constant"))
        await interaction.response.send_message(view=view, ephemeral=True)

    @client.event
    async def on_ready() -> None:
        ready()

    await client.start("bench")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        asyncio.run(run(*sys.argv[1:]))
    else:
        for line in figures():
            print(line, flush=True)
