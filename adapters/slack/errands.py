"""Errands on Slack: /subscription, /settings and /doctor in one line, by buttons and by forms, for those who may.

A slash command → the errand with its line → a form where too little is given, else what came of it. Whether who asks
may is asked of `rights` each time anew: for a command, a button, a form that comes back. In a direct message everybody
looks after their own digest. What an errand means is the application's; what is shown, `errand_replies`'.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from adapters.administration import Administration, Errand, Form
from adapters.contract import Outcome, OutletError, Reply, Request
from adapters.slack.doctor import Health
from adapters.slack.errand_forms import (
    OFFICE,
    Kept,
    errors_at,
    form_view,
    given_in,
    kept,
    options,
    told_view,
    waiting_view,
)
from adapters.slack.errand_replies import Naming, controls, messages
from adapters.slack.places import is_private, link, person_in, personal, team_in
from adapters.slack.questions import Once, team_of
from adapters.slack.render import render
from adapters.slack.rights import ADMINS, Rights
from adapters.slack.webapi import WebApi
from adapters.slack.workspaces import Workspaces
from adapters.tokens import read
from briefs.document import Document, Paragraph, say
from briefs.wording.notices import failed, office, speaking, word

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

log = logging.getLogger("dateline.slack")

SOON: Final = 2.0
"""Seconds a form that came back may take before it is acknowledged: Slack gives 3, the way there and back included."""
MOST: Final = 5
"""Messages to one `response_url`."""
_POINTED: Final = re.compile(r"<([#@!])(?:subteam\^)?([A-Z0-9]+)(?:\|([^>]*))?>")
_IN_PLACE: Final = frozenset({"subscription pause", "subscription resume", "subscription remove"})

Ack = Callable[..., Coroutine[Any, Any, Any]]
Begin = Callable[[Coroutine[Any, Any, None]], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One errand as it came from Slack, how ids are called in its answer, and where that goes: to a `response_url`, or
    into a window, one that is open already or one that the trigger opens."""

    errand: Errand
    naming: Naming
    respond: str
    trigger: str
    in_place: bool = False
    window: str = ""

    @property
    def own(self) -> bool:
        """Whether it is about somebody's own digests."""
        return bool(person_in(self.errand.server))


class Errands:
    """The listeners of errands. `transport` says how requests come ("socket", "http"); `begin` starts work that goes on
    after the acknowledgement."""

    def __init__(
        self,
        administration: Administration,
        workspaces: Workspaces,
        wire: WebApi,
        rights: Rights,
        health: Health,
        once: Once,
        begin: Begin,
        language: str,
        *,
        prefix: str = "",
        transport: Callable[[], str] = str,
    ) -> None:
        self._administration = administration
        self._workspaces, self._wire = workspaces, wire
        self._rights, self._health = rights, health
        self._once, self._begin = once, begin
        self._language, self._prefix, self._transport = language, prefix, transport
        self._groups = {one.name.partition(" ")[0] for one in administration.errands}

    def listen(self, app: AsyncApp) -> None:
        """Take presses, forms and lists of errands; slash commands come to `ordered`."""
        ours = re.compile(f"^{OFFICE}")
        app.action(ours)(self._on_press)
        app.view(OFFICE)(self._on_form)
        app.options(ours)(self._on_list)

    def takes(self, request: Request) -> bool:
        """Whether a slash command is an errand."""
        return request.command in self._groups

    async def ordered(self, request: Request, body: Mapping[str, Any]) -> None:
        """A slash command: its line is the errand's."""
        line, names = pointed(request.line)
        asked = await self._asked(body, Errand(request.command, line=line, sure=False), names=names)
        await self._carry_out(asked)

    async def _on_press(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        if self._once.first(str(body.get("trigger_id") or "")):
            self._begin(self._pressed(body))

    async def _pressed(self, body: Mapping[str, Any]) -> None:
        action: Mapping[str, Any] = next(iter(body.get("actions") or ()), {})
        token = read(str(action.get("value") or (action.get("selected_option") or {}).get("value") or ""))
        if token is None or not self.takes(Request(token.question.command.partition(" ")[0])):
            await self._say(str(body.get("response_url") or ""), word("old-button", self._language))
            return
        # Slack asks back before a button that ends something counts as pressed, and not before an entry of a list.
        question, sure = token.question, action.get("type") == "button"
        view: Mapping[str, Any] = body.get("view") or {}
        within = kept(view) if view.get("type") == "modal" else Kept("") if view else None
        asked = await self._asked(body, Errand(question.command, question.given, sure=sure), within)
        await self._carry_out(replace(asked, in_place=question.command in _IN_PLACE and _is_private(body)))

    async def _on_form(self, ack: Ack, body: dict[str, Any]) -> None:
        """Acknowledged with the mistakes at their fields, or closed; where it takes long, closed first."""
        view: Mapping[str, Any] = body.get("view") or {}
        remembered = kept(view)
        if remembered is None or not self._once.first(str(body.get("trigger_id") or "")):
            await ack()
            return
        work = asyncio.ensure_future(self._filled(body, view, remembered))
        await asyncio.wait({work}, timeout=SOON)
        if work.done():
            asked, reply = work.result()
            errors = errors_at(view, reply.mistakes)
            if errors:
                await ack(response_action="errors", errors=errors)
                return
            if not remembered.respond:
                await ack(response_action="update", view=self._view(reply, asked))
                return
            await ack()
        elif remembered.respond:
            await ack()
        else:
            await ack(response_action="update", view=waiting_view(self._spoken(team_of(body))))
        self._begin(self._late(work, str(view.get("id") or ""), remembered))

    async def _late(self, work: Awaitable[tuple[Asked, Reply]], view: str, remembered: Kept) -> None:
        """What came of a form that is closed already, or of one that shows that it is worked on."""
        asked, reply = await work
        if remembered.respond:
            await self._tell(asked, reply)
            return
        await self._show(replace(asked, window=view), reply)

    async def _filled(self, body: Mapping[str, Any], view: Mapping[str, Any], form: Kept) -> tuple[Asked, Reply]:
        given = {**form.given, **given_in(view)}
        asked = await self._asked(body, Errand(form.command, given), form)
        return asked, await self._administered(asked.errand)

    async def _on_list(self, ack: Ack, body: dict[str, Any]) -> None:
        """Words for a field of a form."""
        remembered = kept(body.get("view") or {})
        offered: list[dict[str, Any]] = []
        if remembered is not None:
            param = str(body.get("action_id") or "").removeprefix(f"{OFFICE}-")
            asked = await self._asked(body, Errand(remembered.command), remembered)
            try:
                typed = str(body.get("value") or "")
                offered = options(await self._administration.propose(asked.errand, param, typed))
            except Exception as error:  # a bug must not leave an empty answer to Slack
                log.error("slack.list_failed param=%s kind=%s", param, type(error).__name__)
        await ack(options=offered)

    async def _carry_out(self, asked: Asked) -> None:
        """Open the form that asks for the errand, or carry it out and tell what came of it."""
        try:
            form = await self._administration.ask(asked.errand)
        except Exception as error:
            await self._tell(asked, self._bug(error, asked.errand))
            return
        if isinstance(form, Form):
            await self._open(asked, form)
            return
        await self._tell(asked, form or await self._administered(asked.errand))

    async def _open(self, asked: Asked, form: Form) -> None:
        view = form_view(form, Kept(form.command, form.given, asked.errand.place, asked.own, asked.respond))
        try:
            await self._put(asked, view)
        except OutletError as error:
            log.warning("slack.form_lost reason=%s", error)
            await self._say(asked.respond, word("form-late", form.language))

    async def _tell(self, asked: Asked, reply: Reply) -> None:
        """For the eyes of who asked alone."""
        if not asked.respond:
            await self._show(asked, reply)
            return
        for number, payload in enumerate(messages(reply, asked.naming, self._prefix)[:MOST]):
            beside = {"response_type": "ephemeral", "replace_original": asked.in_place and not number}
            if ending := await self._wire.respond(asked.respond, {**payload, **beside}):
                log.warning("slack.answer_undelivered reason=%s", ending)
                return

    async def _say(self, respond: str, line: str) -> None:
        """One sentence, where there is somebody to hear it."""
        said = render(Document("", (Paragraph((say(line),)),), language=self._language))
        beside = {"response_type": "ephemeral", "replace_original": False}
        if respond and (ending := await self._wire.respond(respond, {**said, **beside})):
            log.warning("slack.answer_undelivered reason=%s", ending)

    async def _show(self, asked: Asked, reply: Reply) -> None:
        """In a window of its own, where there is no message to answer (App Home)."""
        try:
            await self._put(asked, self._view(reply, asked))
        except OutletError as error:
            log.warning("slack.answer_undelivered reason=%s", error)

    async def _put(self, asked: Asked, view: dict[str, Any]) -> None:
        """In the window that is open, or in a new one. Raises an `OutletError`."""
        api = await self._workspaces.api(team_in(asked.errand.server))
        if asked.window:
            await api.call("form", "views.update", {"view_id": asked.window, "view": view})
        else:
            await api.call("form", "views.open", {"trigger_id": asked.trigger, "view": view})

    def _view(self, reply: Reply, asked: Asked) -> dict[str, Any]:
        document = reply.document
        shown = messages(replace(reply, next=()), asked.naming, self._prefix)
        every = [block for payload in shown for block in payload["blocks"]]
        here = Kept("", {}, asked.errand.place, asked.own)
        return told_view(document.title, [*every, *controls(reply, asked.naming)], speaking(document.language), here)

    async def _administered(self, errand: Errand) -> Reply:
        try:
            return await self._administration.administer(errand)
        except Exception as error:
            return self._bug(error, errand)

    def _bug(self, error: Exception, errand: Errand) -> Reply:
        reference = secrets.token_hex(4)
        log.error("slack.errand_failed id=%s command=%s kind=%s", reference, errand.command, type(error).__name__)
        return Reply(failed(reference, self._language), Outcome.QUIET)

    async def _asked(
        self,
        body: Mapping[str, Any],
        errand: Errand,
        form: Kept | None = None,
        *,
        names: Mapping[str, str] | None = None,
    ) -> Asked:
        """The errand with who asks, where, and what they may."""
        user = str(body.get("user_id") or (body.get("user") or {}).get("id") or "")
        channel = str(body.get("channel_id") or (body.get("channel") or {}).get("id") or "")
        domain = str(body.get("team_domain") or (body.get("team") or {}).get("domain") or "")
        team, own = team_of(body), form.own if form else is_private(channel)
        seen = None if own else await self._rights.manages(team, user)
        view: Mapping[str, Any] = body.get("view") or {}
        if view.get("type") == "home" and seen is not None and not seen.manages:
            own = errand.command.startswith("subscription")  # who orders nothing for the workspace has their own
        place = user if own else form.place if form else channel
        naming = Naming({**self._named(body), **(names or {})}, office("own-messages", self._spoken(team)))
        known = replace(
            errand,
            platform="slack",
            server=personal(team, user) if own else team,
            place=place,
            manages=own or (seen is not None and seen.manages),
            called=naming.called,
            link=partial(link, domain),
            asker=user,
            roomy=True,
            looks_after=partial(self._rights.looks_after, team, user),
            unseen=seen.unseen if seen and not own else "",
            zone=partial(self._rights.zone, team, user),
            condition=partial(self._condition, team),
        )
        respond = form.respond if form else str(body.get("response_url") or "")
        window = str(view.get("id") or "") if view.get("type") == "modal" else ""
        return Asked(known, naming, respond, str(body.get("trigger_id") or ""), window=window)

    def _spoken(self, team: str) -> str:
        """The language of service words in a workspace."""
        return self._administration.spoken("slack", team)

    def _named(self, body: Mapping[str, Any]) -> Mapping[str, str]:
        """What Slack calls the channel it was asked in, where it says so."""
        channel: Mapping[str, Any] = body.get("channel") or {}
        id_, name = (
            str(body.get("channel_id") or channel.get("id") or ""),
            body.get("channel_name") or channel.get("name"),
        )
        return {id_: f"#{name}"} if name and name not in ("directmessage", "privategroup") else {}

    async def _condition(self, team: str, language: str) -> list[str]:
        admins = ADMINS in self._rights.managers
        return list(await self._health.condition(team, self._transport(), language, admins=admins))


def pointed(line: str) -> tuple[str, dict[str, str]]:
    """A line of Slack's with the ids of what it points at ("#C0123456789", "@S0123456789"), and what these are called
    there."""
    names = {id_: f"{'#' if mark == '#' else ''}{name}" for mark, id_, name in _POINTED.findall(line) if name}
    plain = _POINTED.sub(lambda found: f"{'#' if found[1] == '#' else '@'}{found[2]}", line)
    return unescape(plain), names


def _is_private(body: Mapping[str, Any]) -> bool:
    return bool((body.get("container") or {}).get("is_ephemeral"))
