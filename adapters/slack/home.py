"""App Home on Slack: ask at once, what comes next here, what is followed, help and settings. Made anew when opened.

It shows a person what holds for the whole workspace, in its language; a channel's name is Slack's to show to those who
may see it. What is asked here is answered in a window.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from adapters.administration import Administration, Outlook, Upcoming
from adapters.contract import Command, OutletError, Param, ParamKind, Pick, Question
from adapters.inert import clip, inert
from adapters.slack import limits
from adapters.slack.asking import Asking, words_of
from adapters.slack.buttons import PRESSED
from adapters.slack.errand_forms import OFFICE
from adapters.slack.manifest import APP
from adapters.slack.places import personal
from adapters.slack.questions import HELP, team_of
from adapters.slack.selects import FIELD, Node, element, plain_text
from adapters.slack.selects import parted as parted_field
from adapters.slack.staging import Ack, of_body
from adapters.slack.talking import Talking
from adapters.tokens import Press, Token, written
from briefs.wording.notices import word

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

log = logging.getLogger("dateline.slack")

HOME: Final = "dateline-home"
LINE: Final = f"{HOME}-line"
GO: Final = f"{HOME}-go"
FORM: Final = f"{HOME}-form"
SETTINGS: Final = f"{HOME}-settings"
ORDERS: Final = {"home-schedule": "subscription form", "home-settings": "settings form"}
"""Errands that ask by a form, of the groups of these names, by what their buttons say."""
QUICK: Final = (("position", ParamKind.ACTOR, "home-actor"), ("vote", ParamKind.MEASURE, "home-text"),
                ("shifts", ParamKind.ISSUE, "home-issue"))  # fmt: skip
"""Commands asked by one choice: which of their parameters is chosen, and what the field says."""


@dataclass(frozen=True, slots=True)
class Home:
    """Home tabs of one room."""

    asking: Asking
    talking: Talking
    administration: Administration | None

    def listen(self, app: AsyncApp) -> None:
        """Take the opening of Home and what is asked on it."""
        app.event("app_home_opened")(self._on_opened)
        app.action(re.compile(f"^({HOME}|{FIELD})-"))(self._on_action)

    async def _on_opened(self, body: dict[str, Any]) -> None:
        event: Mapping[str, Any] = body.get("event") or {}
        if event.get("tab", "home") == "home":
            self.asking.staging.begin(self.publish(body))

    async def publish(self, body: Mapping[str, Any]) -> None:
        """Home for who opened it. A newer one that stands there already is left alone."""
        event: Mapping[str, Any] = body.get("event") or {}
        team, person, own = team_of(body), str(event.get("user") or ""), str(event.get("channel") or "")
        staging = self.asking.staging
        outlook = Outlook()
        if self.administration is not None:
            outlook = await self.administration.outlook(
                "slack", (team, personal(team, person)), lambda place: is_channel(place) or place in (own, person)
            )
        orders = {one.name.partition(" ")[0] for one in self.administration.errands} if self.administration else ()
        view = home_view(staging.commands, outlook, staging.spoken(team), orders)
        asking: dict[str, Any] = {"user_id": person, "view": view}
        if shown := str((event.get("view") or {}).get("hash") or ""):
            asking["hash"] = shown
        try:
            api = await staging.workspaces.api(team)
            await api.call("Home", "views.publish", asking)
        except OutletError as error:
            newer = "(hash_conflict)" in str(error)
            log.log(logging.INFO if newer else logging.WARNING, "slack.home_lost reason=%s", error)

    async def _on_action(self, ack: Ack, body: dict[str, Any]) -> None:
        """A question typed or chosen on Home; a field of a form that was filled in asks nothing yet."""
        await ack()
        staging = self.asking.staging
        view: Mapping[str, Any] = body.get("view") or {}
        action: Mapping[str, Any] = next(iter(body.get("actions") or ()), {})
        if view.get("type") != "home" or not staging.once.first(str(body.get("trigger_id") or "")):
            return
        id_ = str(action.get("action_id") or "")
        if id_ == FORM:
            staging.begin(self.asking.open_form(body))
        elif id_ == SETTINGS:
            staging.begin(self._open_settings(body))
        elif id_ in (LINE, GO):
            typed = ((view.get("state") or {}).get("values") or {}).get(LINE, {}).get(LINE, {}).get("value")
            asker, text = of_body(body, Question(HELP)), words_of(str(action.get("value") or typed or ""))
            staging.begin(staging.open_reply(body, self.talking.reply(asker, text)))
        elif question := self._asked(id_, action):
            staging.begin(staging.open_answer(body, of_body(body, question)))

    def _asked(self, id_: str, action: Mapping[str, Any]) -> Question | None:
        name, param = parted_field(id_)
        command_ = next((one for one in self.asking.staging.commands if one.name == name), None)
        chosen = (action.get("selected_option") or {}).get("value")
        return Question(name, {param: str(chosen)}) if command_ and chosen else None

    async def _open_settings(self, body: Mapping[str, Any]) -> None:
        staging = self.asking.staging
        spoken = staging.spoken(team_of(body))
        await staging.open_note(body, word("home-settings-how", spoken))


def home_view(commands: Sequence[Command], outlook: Outlook, spoken: str, orders: Collection[str] = ()) -> Node:
    """The whole tab, well within Slack's hundred blocks. `orders` are the groups of errands that there are."""
    blocks = [
        {"type": "header", "text": plain_text(APP)},
        _section(word("home-lead", spoken)),
        *_quick(commands, spoken),
        {"type": "divider"},
        {"type": "header", "text": plain_text(word("home-next", spoken))},
        *_next(outlook.upcoming, spoken),
        *_followed("home-issues", outlook.issues, spoken),
        *_followed("home-actors", outlook.actors, spoken),
        *([_buttons(f"{HOME}-order", [_order("home-schedule", spoken)])] if "subscription" in orders else []),
        {"type": "divider"},
        {"type": "header", "text": plain_text(word("home-help", spoken))},
        _section(word("home-how", spoken)),
        _buttons(f"{HOME}-more", [_help(spoken), _settings(spoken, orders)]),
    ]
    return {"type": "home", "blocks": blocks[: limits.VIEW_BLOCKS.value]}


def _quick(commands: Sequence[Command], spoken: str) -> Iterator[Node]:
    """A line for whoever knows the words, lists for whoever does not."""
    line = {
        "type": "plain_text_input", "action_id": LINE, "max_length": limits.ARGUMENT.value,
        "placeholder": plain_text(word("home-example", spoken)),
        "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
    }  # fmt: skip
    yield {
        "type": "input", "block_id": LINE, "dispatch_action": True, "optional": True, "element": line,
        "label": plain_text(word("home-ask", spoken)), "hint": plain_text(word("home-hint", spoken)),
    }  # fmt: skip
    go = {**_button(GO, word("home-ask", spoken)), "style": "primary"}
    yield _buttons(f"{HOME}-ask", [go, _button(FORM, word("home-form", spoken))])
    lists = [
        {**element(command, param, spoken), "placeholder": plain_text(word(message, spoken))}
        for command, param, message in _offered(commands)
    ]
    if lists:
        yield _buttons(f"{HOME}-lists", lists)


def _offered(commands: Sequence[Command]) -> Iterator[tuple[Command, Param, str]]:
    for name, kind, message in QUICK:
        for command in commands:
            param = next((one for one in command.params if one.kind is kind), None)
            if command.name == name and param is not None:
                yield command, param, message


def _next(upcoming: Sequence[Upcoming], spoken: str) -> Iterator[Node]:
    if not upcoming:
        yield _section(word("home-none", spoken))
    for one in upcoming:
        place: Node = {"type": "text", "text": word("home-own", spoken)}
        if is_channel(one.place):
            place = {"type": "channel", "channel_id": one.place}
        said: Node = {"type": "text", "text": f" – {inert(one.when)} {inert(one.follows)}"}
        yield {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [place, said]}]}


def is_channel(place: str) -> bool:
    """Whether an id is a channel's; everything else is somebody's own."""
    return place.startswith(("C", "G"))


def _followed(title: str, picks: Sequence[Pick], spoken: str) -> Iterator[Node]:
    """What is followed, each a button that asks about it, pressed as those under an answer are."""
    buttons = []
    for number, pick in enumerate(picks):
        value = written(Token(Press.ASK, pick.question))
        if value is not None:
            buttons.append({**_button(f"{PRESSED}-followed-{title}-{number}", pick.label), "value": value})
    if buttons:
        yield {"type": "context", "elements": [plain_text(word(title, spoken))]}
        yield _buttons(f"{HOME}-{title}", buttons[: limits.ELEMENTS.value])


def _help(spoken: str) -> Node:
    value = written(Token(Press.ASK, Question(HELP)))
    return {**_button(f"{PRESSED}-help", word("home-help", spoken)), "value": value}


def _settings(spoken: str, orders: Collection[str]) -> Node:
    """The form of the office where there is one, else how settings are changed."""
    if "settings" in orders:
        return _order("home-settings", spoken)
    return _button(SETTINGS, word("home-settings", spoken))


def _order(label: str, spoken: str) -> Node:
    """A button that errands take, as those under their answers; who may not is told so by them."""
    value = written(Token(Press.FORM, Question(ORDERS[label])))
    return {**_button(f"{OFFICE}-{label}", word(label, spoken)), "value": value}


def _section(text: str) -> Node:
    return {"type": "section", "text": plain_text(text)}


def _button(name: str, label: str) -> Node:
    return {"type": "button", "action_id": name, "text": plain_text(clip(inert(label), limits.BUTTON_TEXT.value))}


def _buttons(name: str, elements: Sequence[Node]) -> Node:
    return {"type": "actions", "block_id": name, "elements": list(elements)}
