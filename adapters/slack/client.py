"""The Slack room: connects (Socket Mode, or HTTP behind a proxy), takes questions, posts briefs.

What Slack sends is taken by `receiving` (HTTP) and `listening`, posts are `posting`'s: this is the room's life (sign
in, serve, reconnect, drain) and its socket. It serves one workspace, whose token it is given, or every one that
installs the app (`installed`, `installing`). It knows no words, no schedule and no storage. Slack's libraries are
imported when a room is first used, so that a process without Slack does not pay for them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from adapters.administration import Administration
from adapters.contract import Answer, Command, Complete, CredentialsRefused, Menu, TakeReport
from adapters.slack.errors import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from adapters.slack.installed import Distribution, ManyWorkspaces
from adapters.slack.listening import Listening
from adapters.slack.manifest import PATH
from adapters.slack.posting import Posting
from adapters.slack.receiving import Receiving
from adapters.slack.rights import MANAGERS
from adapters.slack.webapi import WebApi, quiet
from adapters.slack.workspaces import OneWorkspace
from briefs.wording.notices import LANG, speaking

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

log = logging.getLogger("dateline.slack")


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: for one request, to connect, between looks at the socket, until a lost one is given up, to drain,
    between pings (a socket that leaves four unanswered is lost); and what an answer may take before its window says
    that it is coming (Slack waits three)."""

    request: float = 30.0
    connect: float = 20.0
    look: float = 5.0
    patience: float = 60.0
    drain: float = 5.0
    ping: float = 10.0
    prompt: float = 1.5


class SlackRoom(Posting):
    """Slack as a `Room`. With `app_token` it uses Socket Mode, else it listens on `host:port` and checks signatures.
    With a `distribution` it serves every workspace that installs the app, by HTTP, and `bot_token` is empty.

    `serving` is set while questions are taken; `port` is the bound one from then on. `base_url` is for tests.
    `language` is that of what is said where no answer could be made: Slack does not tell the asker's. `managers` may
    order digests (`adapters.slack.rights`).
    """

    def __init__(
        self,
        bot_token: str,
        *,
        app_token: str | None = None,
        signing_secret: str | None = None,
        host: str = "127.0.0.1",
        port: int = 3000,
        commands: Sequence[Command],
        answer: Answer,
        complete: Complete,
        base_url: str | None = None,
        pace: Pace | None = None,
        language: str = LANG,
        take_report: TakeReport | None = None,
        administration: Administration | None = None,
        menus: Sequence[Menu] = (),
        prefix: str = "",
        distribution: Distribution | None = None,
        managers: Sequence[str] = MANAGERS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.host, self.port = host, port
        self.commands = tuple(commands)
        self.serving = asyncio.Event()
        self._bot_token = bot_token.strip()
        self._app_token = (app_token or "").strip()
        self._signing_secret = (signing_secret or "").strip()
        self._pace = pace or Pace()
        self._closing = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._api = WebApi(self._bot_token, base_url=base_url, seconds=self._pace.request)
        self._one = OneWorkspace(self._api)
        self._distribution, self._language, self._many = distribution, language, None
        if distribution is not None:
            present = administration.present if administration else None
            self._many = ManyWorkspaces.of(distribution, self._api, present, clock)
        workspaces = self._many or self._one
        super().__init__(workspaces, clock, managers, prefix)
        self._listening = Listening(
            self.commands,
            answer,
            complete,
            workspaces,
            self._api,
            speaking(language),
            take_report=take_report,
            administration=administration,
            menus=menus,
            prefix=prefix,
            prompt=self._pace.prompt,
            rights=self._rights,
            health=self.health,
            transport=lambda: "socket" if self._app_token and self._many is None else "http",
        )

    async def serve(self) -> None:
        """Sign in, take questions until `close`. Raises `CredentialsRefused`, or what broke the connection."""
        if self._closing.is_set():
            return
        self._idle.clear()
        run = asyncio.ensure_future(self._run())
        stop = asyncio.ensure_future(self._closing.wait())
        try:
            await asyncio.wait({run, stop}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stop.cancel()
            run.cancel()
            await asyncio.wait({run})
            self.serving.clear()
            self._idle.set()
        if self._closing.is_set():
            run.cancelled() or run.exception()  # looked at, so that asyncio does not call it forgotten
            return
        run.result()

    async def close(self) -> None:
        """Take no more questions, let answers under way finish, disconnect. Safe to call twice, or before `serve`."""
        self._closing.set()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), self._pace.drain)
        await self._listening.drain(self._pace.drain)
        await self._api.close()

    async def _run(self) -> None:
        if self._many is not None and self._distribution is not None:
            await self._serve_many(self._many, self._distribution)
            return
        if not self._app_token and not self._signing_secret:
            raise CredentialsRefused(
                f"Slack needs {APP_TOKEN} (Socket Mode) or {SIGNING_SECRET} (HTTP) beside {BOT_TOKEN}"
            )
        self._one.met(await self._api.sign_in("auth.test", self._bot_token, BOT_TOKEN))
        if self._app_token:
            await self._serve_socket(self._listening.bolt())
        else:
            await self._serve_http(Receiving(self._listening.bolt(), self._signing_secret))

    async def _serve_http(self, receiving: Receiving) -> None:
        def ready(port: int) -> None:
            self.port = port
            self._now_serving("http", f"{self.host}:{self.port}{PATH}")

        await receiving.serve(self.host, self.port, ready)

    async def _serve_many(self, many: ManyWorkspaces, distribution: Distribution) -> None:
        """No sign-in: there is no token before somebody installs the app."""
        from adapters.slack.installing import Installing

        if not self._signing_secret:
            raise CredentialsRefused(f"Slack needs {SIGNING_SECRET} for an app that many workspaces install")
        bolt = self._listening.bolt()
        bolt.middleware(many.life)
        installing = Installing(distribution, self._api, many.met, self._clock, self._language)
        stop = asyncio.Event()
        settling = asyncio.create_task(_telling(many.settle(stop)))
        try:
            await self._serve_http(Receiving(bolt, self._signing_secret, installing.add_to))
        finally:
            stop.set()
            await asyncio.wait({settling}, timeout=self._pace.drain)  # not cut off in the middle of a transaction
            settling.cancel()

    async def _serve_socket(self, bolt: AsyncApp) -> None:
        from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

        opened = await self._api.sign_in("apps.connections.open", self._app_token, APP_TOKEN)
        handler = AsyncSocketModeHandler(
            bolt, self._app_token, logger=quiet, web_client=self._api.client(), ping_interval=self._pace.ping
        )
        socket: Any = handler.client  # its methods bear no types
        socket.wss_uri = opened.get("url")
        try:
            try:
                await asyncio.wait_for(socket.connect(), self._pace.connect)  # it would try for ever
            except TimeoutError:
                raise ConnectionError("Slack's socket did not open") from None
            self._now_serving("socket", "")
            await self._watch(socket.is_connected)
        finally:
            await socket.close()

    async def _watch(self, connected: Callable[[], Coroutine[Any, Any, bool]]) -> None:
        """The library reconnects by itself, but not always (python-slack-sdk #1110): give up on one that stays lost."""
        good = time.monotonic()
        while time.monotonic() - good < self._pace.patience:
            await asyncio.sleep(self._pace.look)
            if await connected():
                good = time.monotonic()
        raise ConnectionError(f"Slack's socket stayed lost for {self._pace.patience:g} s")

    def _now_serving(self, mode: str, at: str) -> None:
        log.info("slack.serving mode=%s at=%s commands=%d", mode, at, len(self.commands))
        self.serving.set()


async def _telling(work: Coroutine[Any, Any, None]) -> None:
    """Work beside the serving, whose bugs end nothing and are told."""
    try:
        await work
    except Exception as error:
        log.error("slack.settling_failed kind=%s then=it is done at the next start", type(error).__name__)
