"""One request of every kind that Slack sends: as it travels by HTTP, signed, and as it travels over a socket."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from adapters.contract import Choice, Command, Param, ParamKind
from adapters.slack.buttons import PRESSED
from adapters.slack.forms import WORDS
from adapters.slack.manifest import ASK
from tests.adapters.slack.rooms import ACTOR
from tests.adapters.slack.rooms import CATALOGUE as FEW

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
OTHERS = Param("others", ParamKind.ACTOR, "more", required=True, many=True)
CATALOGUE = (*FEW, Command("compare", "two actors", (ACTOR, OTHERS), ""))
LONGER = "d1|e|1|position?actor=KHM"
COMPARED = "d1|c|1|compare?actor=KHM"


@dataclass(frozen=True, slots=True)
class Kind:
    """`payload` is made with the address of answers and a number that makes it new; `envelope` is its type on a socket.

    `taken` is what it is acknowledged with, "" for nothing; `heard` the calls that then come, by path.
    """

    envelope: str
    payload: Callable[[str, int], dict[str, Any]]
    taken: Callable[[Any], bool] = lambda body: body == ""
    heard: tuple[str, ...] = ()
    again: bool = field(default=True)
    """Whether Slack may send it a second time, and it is then done once."""

    def http(self, respond: str, number: int) -> tuple[str, str]:
        """Body and content type."""
        payload = self.payload(respond, number)
        if self.envelope == "slash_commands":
            return urlencode(payload), FORM
        if self.envelope == "interactive":
            return urlencode({"payload": json.dumps(payload)}), FORM
        return json.dumps(payload), JSON

    def socket(self, respond: str, number: int, **more: Any) -> dict[str, Any]:
        """The envelope."""
        replies = self.envelope in ("slash_commands", "interactive")
        return {
            "envelope_id": f"E-{number}",
            "type": self.envelope,
            "accepts_response_payload": replies,
            "payload": self.payload(respond, number),
            **more,
        }


def _from(number: int) -> dict[str, Any]:
    """Who, where and by what trigger."""
    return {
        "trigger_id": f"T-{number}", "user": {"id": "U2", "username": "reader", "team_id": "T1"}, "team": {"id": "T1"},
        "api_app_id": "A1", "token": "gone",
    }  # fmt: skip


def _command(respond: str, number: int) -> dict[str, Any]:
    return {
        "command": "/position", "text": "cambodia", "user_id": "U2", "team_id": "T1", "channel_id": "C1",
        "trigger_id": f"T-{number}", "response_url": respond, "api_app_id": "A1",
    }  # fmt: skip


def _press(respond: str, number: int) -> dict[str, Any]:
    value = {"type": "button", "action_id": f"{PRESSED}-longer", "value": LONGER}
    where = {"type": "message", "message_ts": "1.2", "channel_id": "C1", "is_ephemeral": True}
    return {**_from(number), "type": "block_actions", "response_url": respond, "actions": [value], "container": where}


def _submission(respond: str, number: int) -> dict[str, Any]:
    """A form for comparing, opened from an answer in a channel."""
    token = {"token": COMPARED, "respond": respond}
    state = {"values": {WORDS: {WORDS: {"type": "plain_text_input", "value": "vietnam"}}}}
    form = {"id": "V1", "type": "modal", "callback_id": PRESSED, "private_metadata": json.dumps(token), "state": state}
    return {**_from(number), "type": "view_submission", "view": {**form, "blocks": []}}


def _mistaken(respond: str, number: int) -> dict[str, Any]:
    """The form of the shortcut, sent with nothing in it."""
    blocks = [{"type": "input", "block_id": one} for one in ("dateline-command", "dateline-field-actor")]
    which = {"type": "static_select", "selected_option": {"value": "position"}}
    state = {"values": {"dateline-command": {"dateline-command": which}}}
    form = {"id": "V1", "type": "modal", "callback_id": ASK, "private_metadata": json.dumps({"depth": 1})}
    return {**_from(number), "type": "view_submission", "view": {**form, "state": state, "blocks": blocks}}


def _shortcut(respond: str, number: int) -> dict[str, Any]:
    return {**_from(number), "type": "shortcut", "callback_id": ASK, "action_ts": "1.2"}


def _suggestion(respond: str, number: int) -> dict[str, Any]:
    field = {"action_id": "dateline-field-position-actor", "block_id": "dateline-field-position-actor", "value": "cam"}
    return {**_from(number), "type": "block_suggestion", **field, "view": {"type": "modal", "callback_id": ASK}}


def _event(**event: Any) -> Callable[[str, int], dict[str, Any]]:
    def made(respond: str, number: int) -> dict[str, Any]:
        inside = {"user": "U2", "ts": f"{number}.1", "event_ts": f"{number}.1", **event}
        return {
            "type": "event_callback", "team_id": "T1", "api_app_id": "A1", "event_id": f"Ev{number}",
            "event_time": 1646208000, "event": inside,
        }  # fmt: skip

    return made


def _options(body: Any) -> bool:
    return isinstance(body, dict) and [one["value"] for one in body["options"]] == ["KHM"]


def _errors(body: Any) -> bool:
    return isinstance(body, dict) and body["response_action"] == "errors" and bool(body["errors"])


KINDS: Mapping[str, Kind] = {
    "slash command": Kind("slash_commands", _command, heard=("/respond/1",)),
    "block_actions": Kind("interactive", _press, heard=("/respond/1",)),
    "view_submission": Kind("interactive", _submission, heard=("/respond/1",)),
    "view_submission with a mistake": Kind("interactive", _mistaken, _errors, again=False),
    "shortcut": Kind("interactive", _shortcut, heard=("/views.open",), again=False),
    "block_suggestion": Kind("interactive", _suggestion, _options, again=False),
    "app_mention": Kind(
        "events_api", _event(type="app_mention", text="<@U1> position cambodia", channel="C1"),
        heard=("/chat.postMessage",),
    ),
    "message.im": Kind(
        "events_api", _event(type="message", channel_type="im", text="position cambodia", channel="D1"),
        heard=("/chat.postMessage",),
    ),
    "app_home_opened": Kind(
        "events_api", _event(type="app_home_opened", tab="home", channel="D1"), heard=("/views.publish",), again=False
    ),
}  # fmt: skip


def complete(command: str, parameter: str, typed: str, locale: str) -> tuple[Choice, ...]:
    """One name for what is typed."""
    return (Choice("Cambodia", "KHM", "cambodia"),)
