"""The Slack room: connects (Socket Mode, or HTTP behind a proxy), takes questions, posts briefs.

What Slack sends is taken by `listening`, posts are `posting`'s: this is the room's life (sign in, serve, reconnect,
drain) and its two transports. It knows no words, no schedule and no storage. Slack's libraries are imported when a room
is first used, so that a process without Slack does not pay for them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from adapters.administration import Administration
from adapters.contract import Answer, Command, Complete, CredentialsRefused, Menu, TakeReport
from adapters.slack.errors import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from adapters.slack.listening import Listening
from adapters.slack.manifest import PATH
from adapters.slack.posting import Posting
from adapters.slack.webapi import WebApi, quiet
from adapters.slack.workspaces import OneWorkspace
from briefs.wording.notices import LANG, speaking

if TYPE_CHECKING:
    from aiohttp import web
    from slack_bolt.async_app import AsyncApp

log = logging.getLogger("dateline.slack")

BODY_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: for one request, to connect, between looks at the socket, until a lost one is given up, to drain."""

    request: float = 30.0
    connect: float = 20.0
    look: float = 5.0
    patience: float = 60.0
    drain: float = 5.0


class SlackRoom(Posting):
    """Slack as a `Room`. With `app_token` it uses Socket Mode, else it listens on `host:port` and checks signatures.

    `serving` is set while questions are taken; `port` is the bound one from then on. `base_url` is for tests.
    `language` is that of what is said where no answer could be made: Slack does not tell the asker's.
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
        self._trusted = False
        self._api = WebApi(self._bot_token, base_url=base_url, seconds=self._pace.request)
        self._one = workspaces = OneWorkspace(self._api)
        super().__init__(workspaces, clock)
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
        if not self._app_token and not self._signing_secret:
            raise CredentialsRefused(
                f"Slack needs {APP_TOKEN} (Socket Mode) or {SIGNING_SECRET} (HTTP) beside {BOT_TOKEN}"
            )
        self._one.met(await self._api.sign_in("auth.test", self._bot_token, BOT_TOKEN))
        if self._app_token:
            await self._serve_socket(self._listening.bolt())
        else:
            await self._serve_http(self._listening.bolt())

    async def _serve_http(self, bolt: AsyncApp) -> None:
        from aiohttp import web

        async def receive(request: web.Request) -> web.Response:
            return await self._receive(bolt, request)

        app = web.Application(client_max_size=BODY_BYTES)
        app.router.add_post(PATH, receive)
        runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
            self.port = runner.addresses[0][1]
            self._now_serving("http", f"{self.host}:{self.port}{PATH}")
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _receive(self, bolt: AsyncApp, request: web.Request) -> web.Response:
        """A request is Slack's or nobody's: nothing of it is parsed before its signature is found good."""
        from aiohttp import web
        from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

        if not self._genuine(request.headers, await request.read()):
            level = logging.INFO if self._trusted else logging.WARNING
            log.log(
                level, "slack.signature_refused hint=%s", f"if Slack sent this, check {SIGNING_SECRET} and the clock"
            )
            return web.Response(status=401)
        self._trusted = True
        return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    def _genuine(self, headers: Mapping[str, str], body: bytes) -> bool:
        from slack_sdk.signature import SignatureVerifier

        try:
            return SignatureVerifier(self._signing_secret).is_valid(
                body, headers.get("X-Slack-Request-Timestamp"), headers.get("X-Slack-Signature")
            )
        except (TypeError, ValueError):  # no number, or no ASCII, where Slack puts one
            return False

    async def _serve_socket(self, bolt: AsyncApp) -> None:
        from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

        opened = await self._api.sign_in("apps.connections.open", self._app_token, APP_TOKEN)
        handler = AsyncSocketModeHandler(bolt, self._app_token, logger=quiet, web_client=self._api.client())
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
