"""Asking on Slack beside slash commands: the form of the shortcut "Ask Dateline", what a message names, and the names
Slack offers while one types into a field.

A form is answered in a window (`staging`); what is wrong in it is told beside the field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from adapters.contract import Complete, Menu, Question
from adapters.slack.manifest import ASK, on_message
from adapters.slack.questions import team_of
from adapters.slack.selects import FIELD, Node, block_of, given, states, suggested
from adapters.slack.staging import OPEN, Ack, Staging, of_body
from adapters.slack.views import ANSWER, COMMAND, MORE, WITHIN, ask_view, kept
from briefs.wording.notices import word

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

_MARK: Final = re.compile(r"<([^<>]*)>")
_CALLS: Final = ("@", "!")


@dataclass(frozen=True, slots=True)
class Asking:
    """Forms that ask, on one room's windows."""

    staging: Staging
    complete: Complete
    menus: Sequence[Menu]

    def listen(self, app: AsyncApp) -> None:
        """Take everything that belongs to asking."""
        app.options(re.compile(f"^{FIELD}-"))(self._on_options)
        app.shortcut(ASK)(self._on_shortcut)
        app.shortcut(re.compile("^dateline-menu-"))(self._on_menu)
        app.action(re.compile(f"^({COMMAND}|{MORE})$"))(self._on_choice)
        app.view(ASK)(self._on_asked)
        app.view(ANSWER)(self._on_shared)
        app.view(WITHIN)(self._on_within)

    async def _on_options(self, ack: Ack, body: dict[str, Any]) -> None:
        """Names for what is typed so far: from memory, well within Slack's three seconds."""
        await ack(options=suggested(body, self.complete, self.staging.spoken(team_of(body))))

    async def _on_shortcut(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        self.staging.begin(self.open_form(body))

    async def open_form(self, body: Mapping[str, Any]) -> None:
        """The empty form."""
        await self.staging.show(body, OPEN, 1, self._form(body))

    async def _form(self, body: Mapping[str, Any]) -> Node:
        return ask_view(self.staging.commands, self.staging.spoken(team_of(body)), more=False)

    async def _on_menu(self, ack: Ack, body: dict[str, Any]) -> None:
        """Something asked of somebody's message: its text alone is read, now, and kept nowhere."""
        await ack()
        menu = next((one for one in self.menus if on_message(one) == body.get("callback_id")), None)
        if menu is not None:
            text = words_of(str((body.get("message") or {}).get("text") or ""))
            self.staging.begin(self.staging.open_answer(body, of_body(body, Question(menu.command, line=text))))

    async def _on_choice(self, ack: Ack, body: dict[str, Any]) -> None:
        """Another command was chosen, or all fields are wanted: the same form with those; what stood in it stays."""
        await ack()
        view: Mapping[str, Any] = body.get("view") or {}
        action: Mapping[str, Any] = next(iter(body.get("actions") or ()), {})
        more = bool(kept(view).get("more")) or action.get("action_id") == MORE
        spoken = self.staging.spoken(team_of(body))
        form = ask_view(self.staging.commands, spoken, _chosen(view, action), states(view), more=more)
        self.staging.begin(self.staging.replace(body, form))

    async def _on_asked(self, ack: Ack, body: dict[str, Any]) -> None:
        """The form came back: the answer on top of it, or what is wrong beside the field."""
        view: Mapping[str, Any] = body.get("view") or {}
        name = _chosen(view, {})
        command = next((one for one in self.staging.commands if one.name == name), self.staging.commands[0])
        asked, spoken = given(command, view), self.staging.spoken(team_of(body))
        missing = {
            block_of(one): word("ask-needed", spoken)
            for one in command.params
            if one.required and one.name not in asked
        }
        if missing:
            await ack(response_action="errors", errors=missing)
            return
        request = of_body(body, Question(command.name, asked))
        await self.staging.answer_form(ack, body, request, {one.name: block_of(one) for one in command.params})

    async def _on_shared(self, ack: Ack, body: dict[str, Any]) -> None:
        await self.staging.shared(ack, body)

    async def _on_within(self, ack: Ack, body: dict[str, Any]) -> None:
        await self.staging.sent(ack, body)


def words_of(text: str) -> str:
    """A message's words as one reads them: links by their words, channels by their names, nobody called."""

    def read(mark: re.Match[str]) -> str:
        target, _, label = mark[1].partition("|")
        if target.startswith(_CALLS):
            return " "
        return label or target.removeprefix("#")

    return unescape(_MARK.sub(read, text)).replace("`", " ").strip()


def _chosen(view: Mapping[str, Any], action: Mapping[str, Any]) -> str:
    """The command that stands in the form, or has just been chosen."""
    block = ((view.get("state") or {}).get("values") or {}).get(COMMAND) or {}
    state = action if action.get("action_id") == COMMAND else block.get(COMMAND) or {}
    return str((state.get("selected_option") or {}).get("value") or "")
