"""Buttons, lists and forms under an answer on Slack: what was pressed → a question asked anew → a message.

Every press carries its question (`adapters.tokens`) and Slack gives each a `response_url` of its own, so that nothing
is kept here but which answers were shared lately: two quick presses share once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from adapters.contract import Answer, Command, Outcome, OutletError, Reply, TakeReport, View
from adapters.slack.buttons import private, public
from adapters.slack.forms import SENTENCE, WORDS, about, compare_form, filled, report_form
from adapters.slack.questions import Once, asked_again, team_of
from adapters.slack.webapi import WebApi
from adapters.slack.workspaces import Workspaces
from adapters.tokens import Press, Token, compared, read, reported
from briefs.document import Document, Paragraph, say
from briefs.wording.notices import speaking, word

log = logging.getLogger("dateline.slack")

Shown = Callable[[Reply], dict[str, Any]]
HERE: Final = {"replace_original": True}
BESIDE: Final = {"response_type": "ephemeral", "replace_original": False}
FOR_ALL: Final = {"response_type": "in_channel", "replace_original": False}


@dataclass(frozen=True, slots=True)
class Pressing:
    """Answers presses. `commands` say which parameter of a command takes several names."""

    commands: Sequence[Command]
    answered: Answer
    take_report: TakeReport
    workspaces: Workspaces
    wire: WebApi
    """Answers go out here: a `response_url` wants no token."""
    spoken: Callable[[str], str]
    """The language of service words in a workspace."""
    once: Once

    async def pressed(self, body: Mapping[str, Any]) -> None:
        """A button or an entry of a list of ours."""
        respond = str(body.get("response_url") or "")
        action: Mapping[str, Any] = next(iter(body.get("actions") or ()), {})
        token = read(str(action.get("value") or (action.get("selected_option") or {}).get("value") or ""))
        if token is None:
            await self._tell(respond, "old-button", self.spoken(team_of(body)))
            return
        spoken = self._spoken(token, body)
        match token.press:
            case Press.COMPARE:
                await self._open(body, compare_form(token, respond, spoken), respond, spoken)
            case Press.REPORT:
                reply = await self.answered(asked_again(token, body))
                sentences = [clause.said for clause in reply.document.clauses()]
                await self._open(body, report_form(token, respond, sentences, spoken), respond, spoken)
            case Press.SHARE:
                await self._share(body, token, respond, spoken)
            case _:
                await self._answer(body, token, respond)

    async def filled(self, body: Mapping[str, Any]) -> None:
        """A form of ours that came back."""
        view: Mapping[str, Any] = body.get("view") or {}
        token, respond = about(view)
        fields = filled(view)
        if token is None:
            return
        if token.press is Press.COMPARE:
            question = compared(token.question, fields.get(WORDS, ""), self.commands)
            reply = await self.answered(asked_again(Token(Press.ASK, question), body))
            await self._send(respond, {**private(reply), **BESIDE})
        elif token.press is Press.REPORT:
            await self._reported(body, token, fields, respond)

    async def _answer(self, body: Mapping[str, Any], token: Token, respond: str) -> None:
        sources = token.press in (Press.SOURCES, Press.LEAF)
        reply = await self.answered(asked_again(token, body, View.SOURCES if sources else View.BRIEF))
        leaf = Press.LEAF if sources else Press.SHOW
        show = partial(private, page=token.page, tongues=token.press is Press.TONGUES, leaf=leaf)
        in_place = token.press not in (Press.ASK, Press.SOURCES) and _is_private(body)
        await self._send(respond, {**show(reply), **(HERE if in_place else {**BESIDE, **_thread(body)})})

    async def _share(self, body: Mapping[str, Any], token: Token, respond: str, spoken: str) -> None:
        """First the private message says so, then the channel gets it."""
        message = str((body.get("container") or {}).get("message_ts") or "")
        if not self.once.first(f"shared {message}"):
            await self._tell(respond, "shared-once", spoken)
            return
        reply = await self.answered(asked_again(token, body))
        await self._send(respond, {**private(reply, token.page, shared=True), **HERE})
        who = str((body.get("user") or {}).get("username") or (body.get("user") or {}).get("name") or "")
        for payload in public(reply, f"@{who}" if who else ""):
            if not await self._send(respond, {**payload, **FOR_ALL, **_thread(body)}):
                return

    async def _reported(self, body: Mapping[str, Any], token: Token, fields: Mapping[str, str], respond: str) -> None:
        document = (await self.answered(asked_again(token, body))).document
        report = reported("slack", token.question, document, fields.get(SENTENCE, ""), fields.get(WORDS, ""))
        number = await self.take_report(report)
        spoken = self._spoken(token, body)
        if number:
            await self._tell(respond, "reported", spoken, number=number)
        else:
            await self._tell(respond, "report-lost", spoken)

    async def _open(self, body: Mapping[str, Any], view: dict[str, Any], respond: str, spoken: str) -> None:
        try:
            api = await self.workspaces.api(team_of(body))
            await api.call("form", "views.open", {"trigger_id": str(body.get("trigger_id") or ""), "view": view})
        except OutletError as error:
            log.warning("slack.form_lost reason=%s", error)
            await self._tell(respond, "form-late", spoken)

    async def _tell(self, respond: str, message: str, spoken: str, **slots: str | int) -> None:
        """A service sentence for whoever pressed."""
        line = say(word(message, spoken, **slots))
        document = Document("", (Paragraph((line,)),), language=spoken)
        await self._send(respond, {**private(Reply(document, Outcome.QUIET)), **BESIDE})

    async def _send(self, respond: str, payload: dict[str, Any]) -> bool:
        ending = await self.wire.respond(respond, payload)
        if ending:
            log.warning("slack.answer_undelivered reason=%s", ending)
        return not ending

    def _spoken(self, token: Token, body: Mapping[str, Any]) -> str:
        """The language of the answer that was pressed, else the workspace's: Slack does not tell the asker's."""
        usual = self.spoken(team_of(body))
        return speaking(token.question.given.get("language") or usual, usual)


def _thread(body: Mapping[str, Any]) -> dict[str, str]:
    """What belongs to a message in a thread stays there.

    https://docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread
    """
    thread = (body.get("container") or {}).get("thread_ts")
    return {"thread_ts": str(thread)} if thread else {}


def _is_private(body: Mapping[str, Any]) -> bool:
    """Whether nobody else reads the message: only who asked sees it, or it stands in a direct message."""
    container: Mapping[str, Any] = body.get("container") or {}
    place = str(container.get("channel_id") or (body.get("channel") or {}).get("id") or "")
    return bool(container.get("is_ephemeral")) or place.startswith("D")
