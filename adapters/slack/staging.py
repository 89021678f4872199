"""Windows on Slack: opened, stacked and replaced; what is pressed in them, and answers shared out of them.

A question asked in a window is answered in a window, so that it works everywhere and needs no scope. An answer that
takes longer than Slack waits is announced first and filled in. Nothing is kept here but what was shared lately.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from adapters.contract import Answer, Command, Outcome, OutletError, Question, Reply, Request, TakeReport, View
from adapters.inert import clip, inert
from adapters.slack import limits
from adapters.slack.buttons import public
from adapters.slack.forms import SENTENCE, WORDS, about, block_named, compare_form, filled, report_form
from adapters.slack.questions import Once, asked_again, team_of
from adapters.slack.render import render
from adapters.slack.selects import Node
from adapters.slack.views import (
    DEEPEST,
    answer_view,
    depth_of,
    kept,
    note_view,
    question_in,
    share_block,
    within,
)  # fmt: skip
from adapters.slack.webapi import WebApi
from adapters.slack.workspaces import Workspaces
from adapters.tokens import Press, Token, compared, read, reported
from briefs.document import Document, Paragraph, say
from briefs.wording.notices import word

log = logging.getLogger("dateline.slack")

Ack = Callable[..., Coroutine[Any, Any, Any]]
OPEN: Final = "views.open"
PUSH: Final = "views.push"
UPDATE: Final = "views.update"


@dataclass(frozen=True, slots=True)
class Staging:
    """Shows answers in windows. `spoken`: the language of service words in a workspace."""

    commands: Sequence[Command]
    answered: Answer
    take_report: TakeReport
    workspaces: Workspaces
    wire: WebApi
    spoken: Callable[[str], str]
    once: Once
    begin: Callable[[Coroutine[Any, Any, None]], None]
    prompt: float
    """Seconds an answer may take before its window says that it is coming: Slack waits three."""

    # --- from a press or a shortcut ------------------------------------------------------------------------------

    async def open_answer(self, body: Mapping[str, Any], request: Request) -> None:
        """The answer in a window of its own, on top of what is open."""
        await self.open_reply(body, self.answered(request))

    async def open_reply(self, body: Mapping[str, Any], making: Awaitable[Reply]) -> None:
        """The same with a reply that is made otherwise."""
        method, depth = _on_top(body)
        await self.show(body, method, depth, _answer_of(making, depth))

    async def show(self, body: Mapping[str, Any], method: str, depth: int, making: Coroutine[Any, Any, Node]) -> None:
        """Put a window up; one that is long in the making says so first."""
        task = asyncio.ensure_future(making)
        done, _ = await asyncio.wait({task}, timeout=self.prompt)
        if done:
            await self._put(body, method, task.result())
            return
        waiting = note_view(word("answer-coming", self.spoken(team_of(body))), depth, self.spoken(team_of(body)))
        shown = await self._put(body, method, waiting)
        view = await task
        if shown is not None:
            await self._fill(body, {"view_id": (shown.get("view") or {}).get("id") or ""}, view)

    async def open_note(self, body: Mapping[str, Any], line: str) -> None:
        """One line of service in a window of its own."""
        method, depth = _on_top(body)
        await self._put(body, method, note_view(line, depth, self.spoken(team_of(body))))

    async def replace(self, body: Mapping[str, Any], view: Node) -> None:
        """Another form of the window that something was chosen in."""
        await self._put(body, UPDATE, view)

    async def pressed(self, body: Mapping[str, Any]) -> None:
        """A button or an entry of a list under an answer in a window, or one of Home's."""
        action: Mapping[str, Any] = next(iter(body.get("actions") or ()), {})
        token = read(str(action.get("value") or (action.get("selected_option") or {}).get("value") or ""))
        spoken = self.spoken(team_of(body))
        method, depth = _on_top(body)
        if token is None:
            await self._put(body, method, note_view(word("old-button", spoken), depth, spoken))
            return
        match token.press:
            case Press.COMPARE:
                await self._put(body, method, within(compare_form(token, "", spoken), depth))
            case Press.REPORT:
                await self.show(body, method, depth, self._reporting(body, token, depth))
            case Press.SOURCES:
                request = asked_again(token, body, View.SOURCES)
                await self.show(body, method, depth, self._made(request, depth, sources=True))
            case Press.ASK:
                await self.show(body, method, depth, self._made(asked_again(token, body), depth))
            case _:
                await self._turned(body, token)

    async def _turned(self, body: Mapping[str, Any], token: Token) -> None:
        """The same window told otherwise; on Home there is none yet."""
        view: Mapping[str, Any] = body.get("view") or {}
        method, depth = (UPDATE, depth_of(view)) if depth_of(view) else (OPEN, 1)
        sources = token.press is Press.LEAF
        request = asked_again(token, body, View.SOURCES if sources else View.BRIEF)
        tongues = token.press is Press.TONGUES
        await self.show(
            body, method, depth, self._made(request, depth, page=token.page, sources=sources, tongues=tongues)
        )

    # --- from a window that was sent -----------------------------------------------------------------------------

    async def answer_form(
        self, ack: Ack, body: Mapping[str, Any], request: Request, fields: Mapping[str, str], action: str = "push"
    ) -> None:
        """A form that asks came back: the answer on top of it, or in its place (`update`). What is wrong with one of
        its fields (parameter → block) is told beside that."""
        task = asyncio.ensure_future(self.answered(request))
        done, _ = await asyncio.wait({task}, timeout=self.prompt)
        wrong = _beside_a_field(task.result(), fields) if done else {}
        if wrong:
            await ack(response_action="errors", errors=wrong)
            return
        depth = depth_of(body.get("view") or {}) + (action == "push")
        await self.acknowledge(ack, body, action, _answer_of(task, depth))

    async def acknowledge(self, ack: Ack, body: Mapping[str, Any], action: str, making: Awaitable[Node]) -> None:
        """Answer a window that was sent with the next one (`push` or `update`), or with one that says it is coming."""
        task = asyncio.ensure_future(making)
        done, _ = await asyncio.wait({task}, timeout=self.prompt)
        if done:
            await ack(response_action=action, view=task.result())
            return
        depth = depth_of(body.get("view") or {}) + (action == "push")
        spoken, id_ = self.spoken(team_of(body)), secrets.token_hex(16)
        waiting = note_view(word("answer-coming", spoken), depth, spoken)
        await ack(response_action=action, view={**waiting, "external_id": id_})
        self.begin(self._fill_in(body, id_, task))

    async def sent(self, ack: Ack, body: Mapping[str, Any]) -> None:
        """A form on top of an answer that came back: with whom to compare, or what is wrong."""
        view: Mapping[str, Any] = body.get("view") or {}
        token, _ = about(view)
        fields, depth = filled(view), depth_of(view)
        if token is None:
            await ack()
        elif token.press is Press.COMPARE:
            question = compared(token.question, fields.get(WORDS, ""), self.commands)
            beside = {
                name: block_named(WORDS)
                for name, said in question.given.items()
                if said != token.question.given.get(name)
            }
            await self.answer_form(ack, body, of_body(body, question), beside, "update")
        else:
            await self.acknowledge(ack, body, "update", self._reported(body, token, fields, depth))

    async def shared(self, ack: Ack, body: Mapping[str, Any]) -> None:
        """An answer's window that was sent: the answer goes to the conversation chosen in it."""
        view: Mapping[str, Any] = body.get("view") or {}
        question, spoken = question_in(view), self.spoken(team_of(body))
        held = kept(view)
        times = int(held.get("shared") or 0)
        chosen: Mapping[str, Any] = next(iter(body.get("response_urls") or ()), {})
        respond, where = str(chosen.get("response_url") or ""), share_block(times)
        if question is None or not respond:
            await ack(response_action="errors", errors={where: word("ask-needed", spoken)})
            return
        key = f"shared {view.get('id')} {chosen.get('channel_id')}"
        if not self.once.first(key):
            await ack(response_action="errors", errors={where: word("shared-once", spoken)})
            return
        sending = asyncio.ensure_future(self._send_public(respond, of_body(body, question), body))
        done, _ = await asyncio.wait({sending}, timeout=self.prompt)
        if not done:
            self.begin(_ended(sending))
            await ack(response_action="errors", errors={where: word("share-coming", spoken)})
            return
        reply, trouble = sending.result()
        if trouble:
            if trouble == "share-lost":
                self.once.forget(key)
            await ack(response_action="errors", errors={where: word(trouble, spoken)})
            return
        page, depth = int(held.get("page") or 1), depth_of(view)
        await ack(response_action="update", view=answer_view(reply, depth, page=page, shared=times + 1))

    async def _send_public(self, respond: str, request: Request, body: Mapping[str, Any]) -> tuple[Reply, str]:
        """Answer for all; the answer, and "" where it stands, else the word for what became of it."""
        reply = await self.answered(request)
        user: Mapping[str, Any] = body.get("user") or {}
        who = str(user.get("username") or user.get("name") or "")
        for number, payload in enumerate(public(reply, f"@{who}" if who else "")):
            ending = await self.wire.respond(respond, {**payload, "response_type": "in_channel"})
            if ending:
                log.warning("slack.share_lost sent=%d reason=%s", number, ending)
                return reply, "share-lost" if number == 0 and ending.startswith("HTTP 4") else "share-unsure"
        return reply, ""

    # --- making ----------------------------------------------------------------------------------------------

    async def _made(
        self, request: Request, depth: int, *, page: int = 1, sources: bool = False, tongues: bool = False
    ) -> Node:
        reply = await self.answered(request)
        return answer_view(reply, depth, page=page, sources=sources, tongues=tongues)

    async def _reporting(self, body: Mapping[str, Any], token: Token, depth: int) -> Node:
        reply = await self.answered(asked_again(token, body))
        sentences = [clause.said for clause in reply.document.clauses()]
        return within(report_form(token, "", sentences, self.spoken(team_of(body))), depth)

    async def _reported(self, body: Mapping[str, Any], token: Token, fields: Mapping[str, str], depth: int) -> Node:
        document = (await self.answered(asked_again(token, body))).document
        report = reported("slack", token.question, document, fields.get(SENTENCE, ""), fields.get(WORDS, ""))
        number = await self.take_report(report)
        spoken = self.spoken(team_of(body))
        line = word("reported", spoken, number=number) if number else word("report-lost", spoken)
        return note_view(line, depth, spoken)

    # --- the wire --------------------------------------------------------------------------------------------

    async def _put(self, body: Mapping[str, Any], method: str, view: Node) -> Mapping[str, Any] | None:
        """Open, push or update; None where Slack did not take it."""
        now: Mapping[str, Any] = body.get("view") or {}
        if method == UPDATE:
            return await self._fill(body, {"view_id": now.get("id") or "", "hash": now.get("hash") or ""}, view)
        asking = {"trigger_id": str(body.get("trigger_id") or ""), "view": view}
        return await self._call(body, method, asking)

    async def _fill(self, body: Mapping[str, Any], which: Mapping[str, str], view: Node) -> Mapping[str, Any] | None:
        return await self._call(body, UPDATE, {**{name: id_ for name, id_ in which.items() if id_}, "view": view})

    async def _fill_in(self, body: Mapping[str, Any], external_id: str, making: Awaitable[Node]) -> None:
        await self._fill(body, {"external_id": external_id}, await making)

    async def _call(self, body: Mapping[str, Any], method: str, asking: Mapping[str, Any]) -> Mapping[str, Any] | None:
        try:
            api = await self.workspaces.api(team_of(body))
            return await api.call("window", method, asking)
        except OutletError as error:
            newer = "(hash_conflict)" in str(error)  # somebody pressed twice: the newer one stands
            log.log(logging.INFO if newer else logging.WARNING, "slack.window_lost method=%s reason=%s", method, error)
            if body.get("response_url") and method != UPDATE:
                await self._say_late(body)
            return None

    async def _say_late(self, body: Mapping[str, Any]) -> None:
        """Where Slack lets us say it: no window could be opened."""
        spoken = self.spoken(team_of(body))
        line = Document("", (Paragraph((say(word("form-late", spoken)),)),), language=spoken)
        told = {**render(line), "response_type": "ephemeral", "replace_original": False}
        if ending := await self.wire.respond(str(body["response_url"]), told):
            log.warning("slack.answer_undelivered reason=%s", ending)


def of_body(body: Mapping[str, Any], question: Question) -> Request:
    """A question as whoever is behind this body asks it."""
    return asked_again(Token(Press.ASK, question), body)


def _on_top(body: Mapping[str, Any]) -> tuple[str, int]:
    """How a further window is shown, and how deep it then stands: the deepest one is replaced."""
    depth = depth_of(body.get("view") or {"type": "home"})
    if depth == 0:
        return OPEN, 1
    return (PUSH, depth + 1) if depth < DEEPEST else (UPDATE, DEEPEST)


def _beside_a_field(reply: Reply, fields: Mapping[str, str]) -> dict[str, str]:
    """Block → what is wrong there; nothing where the answer has more to offer than that."""
    if reply.outcome not in (Outcome.USAGE, Outcome.UNKNOWN) or reply.actions:
        return {}
    wrong = ((fields.get(name), line) for name, line in reply.mistakes.items())
    return {block: clip(inert(line), limits.MISTAKE.value) for block, line in wrong if block}


async def _answer_of(making: Awaitable[Reply], depth: int) -> Node:
    return answer_view(await making, depth)


async def _ended(work: Awaitable[Any]) -> None:
    await work
