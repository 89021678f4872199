"""The Slack room: connects (Socket Mode, or HTTP behind a proxy), takes slash commands, posts briefs.

Flow of a question: Slack → Bolt → `_on_command`, which acknowledges at once → `questions.asked` → `answer` → `render` →
the command's `response_url`. Flow of a digest: `post` → `chat.postMessage`, never repeated by the library; after an
`Ambiguous` ending, `find` looks the message up by the key in its metadata.

It knows no words, no schedule and no storage. Slack's libraries are imported when a room is first used, so that a
process without Slack does not pay for them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
import secrets
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from adapters.contract import (
    Address,
    Ambiguous,
    Answer,
    Command,
    Complete,
    CredentialsRefused,
    Lack,
    Outcome,
    OutletError,
    RateLimited,
    Receipt,
    Reply,
    Report,
    Request,
    TakeReport,
    TooLong,
)
from adapters.slack import limits
from adapters.slack.buttons import PRESSED, private, public
from adapters.slack.errors import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from adapters.slack.manifest import PATH
from adapters.slack.pressing import Pressing
from adapters.slack.questions import Once, asked
from adapters.slack.render import parts, render, render_text
from adapters.slack.webapi import WebApi, quiet
from briefs.document import Document
from briefs.wording.notices import LANG, failed, speaking

if TYPE_CHECKING:
    from aiohttp import web
    from slack_bolt.async_app import AsyncApp

log = logging.getLogger("dateline.slack")

EVENT_TYPE = "brief_posted"
HISTORY_PAGES = 4
CLOCK_SKEW_SECONDS = 60.0
"""How far our clock may run ahead of Slack's before a look-up misses a post."""
BODY_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: for one request, to connect, between looks at the socket, until a lost one is given up, to drain."""

    request: float = 30.0
    connect: float = 20.0
    look: float = 5.0
    patience: float = 60.0
    drain: float = 5.0


class SlackRoom:
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
        complete: Complete,  # noqa: ARG002 - Slack completes no argument of a slash command
        base_url: str | None = None,
        pace: Pace | None = None,
        language: str = LANG,
        take_report: TakeReport | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.host, self.port = host, port
        self.commands = tuple(commands)
        self.serving = asyncio.Event()
        self._bot_token = bot_token.strip()
        self._app_token = (app_token or "").strip()
        self._signing_secret = (signing_secret or "").strip()
        self._answer = answer
        self._pace = pace or Pace()
        self._language = speaking(language)
        self._clock = clock
        self._once = Once(time.monotonic)
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._api = WebApi(self._bot_token, base_url=base_url, seconds=self._pace.request)
        self._trusted = False
        self._pressing = Pressing(
            self.commands, self._answered, take_report or _not_kept, self._api, self._language, self._once
        )

    @property
    def platform(self) -> str:
        return "slack"

    # -- outlet ---------------------------------------------------------------------------------------------------

    def parts(self, document: Document) -> Sequence[Document]:
        """The document as messages that each keep Slack's limits."""
        return parts(document)

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        """One message with `key` in its metadata. Where Slack refuses the blocks, the same words go out as text."""
        try:
            return await self._post(address.place, _marked(render(document), key), key)
        except TooLong as error:
            log.error("slack.payload_refused place=%s reason=%s then=text", address.place, error)
            return await self._post(address.place, render_text(document), key)

    def keeps(self, address: Address) -> bool:  # noqa: ARG002
        """Slack knows no such key: a post in doubt is looked for."""
        return False

    async def publish(self, address: Address, message: str) -> None:
        """No place of Slack's is followed from elsewhere."""

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:  # noqa: ARG002
        """Slack says what is missing when a post is tried; nothing is asked ahead yet."""
        return ()

    async def warn(self, server: str, document: Document) -> bool:  # noqa: ARG002
        """Nobody is told in private on Slack yet; the log has it."""
        return False

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        """The post with this key among the messages since then; `Ambiguous` where Slack does not let us see."""
        oldest = since.timestamp() - CLOCK_SKEW_SECONDS
        cursor = ""
        for _ in range(HISTORY_PAGES):
            page = await self._history(address.place, oldest, cursor)
            messages = page.get("messages") or []
            for message in messages:
                if float(message["ts"]) >= oldest and _carries(message, key):
                    return Receipt(str(message["ts"]), self._clock())
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor or any(float(message["ts"]) < oldest for message in messages):
                return None
        raise Ambiguous(f"{address.place} had too many messages since the post to be sure that ours is not among them")

    async def _post(self, place: str, payload: Mapping[str, Any], key: str) -> Receipt:
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"key": key}}
        answer = await self._api.call(place, "chat.postMessage", {"channel": place, "metadata": metadata, **payload})
        if not answer.get("ts"):
            raise Ambiguous(f"Slack accepted the post to {place} but named no message")
        return Receipt(str(answer["ts"]), self._clock())

    async def _history(self, place: str, oldest: float, cursor: str) -> Mapping[str, Any]:
        asking: dict[str, Any] = {"channel": place, "oldest": f"{oldest:.6f}", "limit": limits.HISTORY_PAGE.value}
        asking |= {"include_all_metadata": True} | ({"cursor": cursor} if cursor else {})
        try:
            return await self._api.call(place, "conversations.history", asking)
        except RateLimited:
            raise  # delivery waits as long as Slack asks, then looks again
        except OutletError as error:
            raise Ambiguous(
                f"cannot look into {place} ({error}); the optional scopes channels:history and groups:history allow it"
            ) from error

    # -- room -----------------------------------------------------------------------------------------------------

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
        if self._tasks:
            _, late = await asyncio.wait(set(self._tasks), timeout=self._pace.drain)
            for task in late:
                task.cancel()
            if late:
                log.warning("slack.answers_cut count=%d seconds=%g", len(late), self._pace.drain)
        await self._api.close()

    async def _run(self) -> None:
        if not self._app_token and not self._signing_secret:
            raise CredentialsRefused(
                f"Slack needs {APP_TOKEN} (Socket Mode) or {SIGNING_SECRET} (HTTP) beside {BOT_TOKEN}"
            )
        await self._api.sign_in("auth.test", self._bot_token, BOT_TOKEN)
        if self._app_token:
            await self._serve_socket(self._bolt())
        else:
            await self._serve_http(self._bolt())

    def _bolt(self) -> AsyncApp:
        from slack_bolt.async_app import AsyncApp
        from slack_bolt.authorization import AuthorizeResult

        async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
            return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=self._bot_token)

        app = AsyncApp(
            name="slack-bolt",  # Bolt sets the level of the logger of this name: never one of ours
            logger=quiet,
            # With `authorize` of ours, Bolt asks Slack nothing within a command's three seconds.
            client=self._api.tokenless(),
            authorize=authorize,
            # Signatures are checked in `_receive`, before anything parses the body; Socket Mode has none.
            request_verification_enabled=False,
            raise_error_for_unhandled_request=True,
        )
        app.error(self._on_error)
        app.command(re.compile("^/"))(self._on_command)
        app.action(re.compile(f"^{PRESSED}"))(self._on_press)
        app.view(PRESSED)(self._on_form)
        return app

    # -- transports -----------------------------------------------------------------------------------------------

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

    # -- questions ------------------------------------------------------------------------------------------------

    async def _on_command(self, ack: Callable[[], Coroutine[Any, Any, Any]], body: dict[str, Any]) -> None:
        """Acknowledge within Slack's three seconds, whatever the answer takes; the answer is a task of its own."""
        await ack()
        if not self._once.first(str(body.get("trigger_id") or "")):
            log.info("slack.duplicate_dropped")
            return
        self._begin(self._reply(asked(body), str(body.get("response_url") or "")))

    async def _on_press(self, ack: Callable[[], Coroutine[Any, Any, Any]], body: dict[str, Any]) -> None:
        await ack()
        if self._once.first(str(body.get("trigger_id") or "")):
            self._begin(self._pressing.pressed(body))

    async def _on_form(self, ack: Callable[[], Coroutine[Any, Any, Any]], body: dict[str, Any]) -> None:
        await ack()
        if self._once.first(str(body.get("trigger_id") or "")):
            self._begin(self._pressing.filled(body))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Something to do after the acknowledgement, which `close` waits for."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _on_error(self, error: Exception) -> Any:
        """What no listener takes, or a listener breaks on. Bolt's own words would log the whole request."""
        from slack_bolt.response import BoltResponse

        log.info("slack.request_unhandled kind=%s", type(error).__name__)
        return BoltResponse(status=404, body="")

    async def _reply(self, request: Request, response_url: str) -> None:
        """Answer for the asker alone; for the channel where its workspace wants that."""
        reply = await self._answered(request)
        payloads = [{**private(reply), "response_type": "ephemeral"}]
        if reply.public:
            payloads = [{**payload, "response_type": "in_channel"} for payload in public(reply, "")]
        for payload in payloads:
            if ending := await self._api.respond(response_url, payload):
                log.warning("slack.answer_undelivered reason=%s", ending)
                return

    async def _answered(self, request: Request) -> Reply:
        """The answer; a bug in it is one calm sentence with a number that the log has too."""
        try:
            return await self._answer(request)
        except Exception as error:
            reference = secrets.token_hex(4)
            log.error("slack.answer_failed id=%s kind=%s at=%s", reference, type(error).__name__, _where(error))
            return Reply(failed(reference, self._language), Outcome.QUIET)


async def _not_kept(report: Report) -> str | None:  # noqa: ARG001
    return None


def _marked(payload: dict[str, Any], key: str) -> dict[str, Any]:
    """The key as id of the first block too: a reader of the history who is shown no metadata still sees it there."""
    first, *rest = payload["blocks"]
    return {**payload, "blocks": [{**first, "block_id": key}, *rest]}


def _carries(message: Mapping[str, Any], key: str) -> bool:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") == EVENT_TYPE and (metadata.get("event_payload") or {}).get("key") == key:
        return True
    return any(block.get("block_id") == key for block in message.get("blocks") or [])


def _where(error: BaseException) -> str:
    """File and line of the innermost frame: what a log needs of a bug, with no word of a reader in it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "?" if trace is None else f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}"
