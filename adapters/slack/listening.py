"""What Slack sends → who takes it: Bolt's listeners, each of which acknowledges at once and works afterwards.

Flow of a question: Bolt → `_on_command` → `questions.asked` → `answer` → `buttons.private` → the command's
`response_url`. It knows no transport: `receiving` hands the requests to the app made here.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Final

from adapters.administration import Administration
from adapters.contract import Answer, Command, Complete, Menu, Outcome, Reply, Report, Request, TakeReport
from adapters.slack.asking import Asking
from adapters.slack.buttons import PRESSED, private, public
from adapters.slack.doctor import Health
from adapters.slack.errands import Errands
from adapters.slack.home import Home
from adapters.slack.manifest import EVENTS_OF_LIFE
from adapters.slack.pressing import Pressing
from adapters.slack.questions import Once, asked
from adapters.slack.rights import MANAGERS, Rights
from adapters.slack.staging import Staging
from adapters.slack.talking import Talking, names_of
from adapters.slack.webapi import WebApi, quiet
from adapters.slack.workspaces import Workspaces
from briefs.wording.notices import failed

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

log = logging.getLogger("dateline.slack")

AT_ONCE: Final = 2
"""Answers made at a time. Each takes the process for some milliseconds: were hundreds begun in one turn of the loop, no
acknowledgement would leave within Slack's three seconds (`bench/slack.py`)."""
YIELDED: Final = 15
"""Turns of the loop left to acknowledgements before each answer: one takes about a dozen, from socket to socket."""


class Listening:
    """The listeners of one room. `language` is that of what is said where no answer could be made."""

    def __init__(
        self,
        commands: Sequence[Command],
        answer: Answer,
        complete: Complete,
        workspaces: Workspaces,
        wire: WebApi,
        language: str,
        take_report: TakeReport | None = None,
        administration: Administration | None = None,
        menus: Sequence[Menu] = (),
        prefix: str = "",
        prompt: float = 1.5,
        rights: Rights | None = None,
        health: Health | None = None,
        transport: Callable[[], str] = str,
    ) -> None:
        self._administration = administration
        self._answer = answer
        self._prefix = prefix
        self._workspaces = workspaces
        self._wire = wire
        self._language = language
        self._once = Once(time.monotonic)
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._errands: Errands | None = None
        if administration is not None:
            self._errands = Errands(
                administration,
                workspaces,
                wire,
                rights or Rights(MANAGERS, workspaces),
                health or Health(workspaces),
                self._once,
                self._begin,
                language,
                prefix=prefix,
                transport=transport,
            )
        reports = take_report or _not_kept
        self._pressing = Pressing(commands, self._answered, reports, workspaces, wire, self._spoken, self._once)
        self._staging = Staging(
            commands, self._answered, reports, workspaces, wire, self._spoken, self._once, self._begin, prompt
        )
        self._asking = Asking(self._staging, complete, menus)
        self._talking = Talking(
            names_of(commands), self._answered, workspaces, self._spoken, self._once, self._begin, menus, prefix
        )
        self._home = Home(self._asking, self._talking, administration)

    def bolt(self) -> AsyncApp:
        from slack_bolt.async_app import AsyncApp
        from slack_bolt.authorization import AuthorizeResult

        async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
            me = await self._workspaces.me(team_id or "", enterprise_id or "")
            return AuthorizeResult(  # Bolt drops what Dateline itself says, by these two
                enterprise_id=enterprise_id,
                team_id=team_id,
                bot_user_id=me.user or None,
                bot_id=me.bot or None,
                bot_token=None,
            )

        app = AsyncApp(
            name="slack-bolt",  # Bolt sets the level of the logger of this name: never one of ours
            logger=quiet,
            # With `authorize` of ours, Bolt asks Slack nothing within a command's three seconds.
            client=self._wire.tokenless(),
            authorize=authorize,
            # Signatures are checked in `_receive`, before anything parses the body; Socket Mode has none.
            request_verification_enabled=False,
            raise_error_for_unhandled_request=True,
        )
        app.error(self._on_error)
        self._asking.listen(app)
        self._home.listen(app)
        self._talking.listen(app)
        app.middleware(self._once_each)
        app.command(re.compile("^/"))(self._on_command)
        app.action(re.compile(f"^{PRESSED}"))(self._on_press)
        app.view(PRESSED)(self._on_form)
        if self._errands is not None:
            self._errands.listen(app)
        return app

    async def drain(self, seconds: float) -> None:
        """Let answers under way finish; what takes longer is cut."""
        if self._tasks:
            _, late = await asyncio.wait(set(self._tasks), timeout=seconds)
            for task in late:
                task.cancel()
            if late:
                log.warning("slack.answers_cut count=%d seconds=%g", len(late), seconds)

    async def _once_each(self, body: dict[str, Any], next_: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        """Events that Slack sends again are dropped, whichever replica took them first. Not those that tell where
        Dateline is installed: taking these twice changes nothing, missing one would."""
        from slack_bolt.response import BoltResponse

        kind = str((body.get("event") or {}).get("type") or "")
        event = str(body.get("event_id") or "") if body.get("type") == "event_callback" else ""
        if event and kind not in EVENTS_OF_LIFE and not await self._workspaces.first(event):
            log.info("slack.duplicate_dropped")
            return BoltResponse(status=200, body="")
        return await next_()

    async def _on_command(self, ack: Callable[[], Coroutine[Any, Any, Any]], body: dict[str, Any]) -> None:
        """Acknowledge within Slack's three seconds, whatever the answer takes; the answer is a task of its own."""
        await ack()
        if not self._once.first(str(body.get("trigger_id") or "")):
            log.info("slack.duplicate_dropped")
            return
        request = asked(body, self._prefix)
        if self._errands is not None and self._errands.takes(request):
            self._begin(self._errands.ordered(request, body))
            return
        self._begin(self._reply(request, str(body.get("response_url") or "")))

    async def _on_press(self, ack: Callable[[], Coroutine[Any, Any, Any]], body: dict[str, Any]) -> None:
        await ack()
        if self._once.first(str(body.get("trigger_id") or "")):
            pressing = self._staging if body.get("view") else self._pressing
            self._begin(pressing.pressed(body))

    async def _on_form(self, ack: Callable[[], Coroutine[Any, Any, Any]], body: dict[str, Any]) -> None:
        await ack()
        if self._once.first(str(body.get("trigger_id") or "")):
            self._begin(self._pressing.filled(body))

    def _spoken(self, team: str) -> str:
        """The language of service words in a workspace."""
        return self._administration.spoken("slack", team) if self._administration else self._language

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Something to do after the acknowledgement, which `close` waits for."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """Slack has its acknowledgement already: what broke afterwards is told in the log, without anybody's words."""
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("slack.request_failed kind=%s at=%s", type(error).__name__, _where(error))

    async def _on_error(self, error: Exception) -> Any:
        """What no listener takes, or a listener breaks on. Bolt's own words would log the whole request."""
        from slack_bolt.response import BoltResponse

        log.info("slack.request_unhandled kind=%s", type(error).__name__)
        return BoltResponse(status=404, body="")

    async def _reply(self, request: Request, response_url: str) -> None:
        """Answer for the asker alone; for the channel where its workspace wants that."""
        async with self._turns:
            for _ in range(YIELDED):
                await asyncio.sleep(0)
            reply = await self._answered(request)
            payloads = [{**private(reply), "response_type": "ephemeral"}]
            if reply.public:
                payloads = [{**payload, "response_type": "in_channel"} for payload in public(reply, "")]
        for payload in payloads:
            if ending := await self._wire.respond(response_url, payload):
                log.warning("slack.answer_undelivered reason=%s", ending)
                return

    async def _answered(self, request: Request) -> Reply:
        """The answer; a bug in it is one calm sentence with a number that the log has too."""
        try:
            return await self._answer(request)
        except Exception as error:
            reference = secrets.token_hex(4)
            log.error("slack.answer_failed id=%s kind=%s at=%s", reference, type(error).__name__, _where(error))
            return Reply(failed(reference, self._spoken(request.server)), Outcome.QUIET)


async def _not_kept(report: Report) -> str | None:  # noqa: ARG001
    return None


def _where(error: BaseException) -> str:
    """File and line of the innermost frame: what a log needs of a bug, with no word of a reader in it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "?" if trace is None else f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}"
