"""What Slack demands of what is sent to it, as its reference tells: kept apart from the adapter it judges.

`broken(sent)` lists every demand that one request, or one answer to a request of Slack's, breaks, in words. All that
any test of this folder sends is held against it (`conftest`). Besides Slack's demands stand a few of our own: every
message carries its words as top-level text, nothing in it pings, formats or unfurls. Blocks: `demands_on_blocks`.
https://docs.slack.dev/reference/methods, /reference/views, /interactivity/handling-user-interaction
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.views import View

from tests.adapters.slack import demands_on_blocks
from tests.adapters.slack.demands_on_blocks import HOME, MESSAGE, MODAL, elements, of_groups, of_options, plain, within

RESPONSE_URL = "response_url"
ACK = "acknowledgement"
INERT = {"mrkdwn": False, "parse": "none", "link_names": False, "unfurl_links": False, "unfurl_media": False}
TEXT = 4000
"""Slack cuts at 40,000; a little over 4000 has been seen split into several messages."""
RESPONSES = 5
METADATA = 8000
"""Our own: Slack names no number and answers `metadata_too_large`."""
VIEW_BYTES = 250_000
HISTORY = 15
CHANNEL = re.compile(r"[CDGU][A-Z0-9]*")


@dataclass(frozen=True, slots=True)
class Sent:
    """One thing that left the room.

    `method` is a method of the Web API, `RESPONSE_URL` or `ACK`; `to` is the address of a response, or what Slack had
    asked (a slash command's body, an interaction's payload, an event) for an acknowledgement.
    """

    method: str
    body: Any
    to: Any = ""
    status: int = 200

    def __str__(self) -> str:
        return f"{self.method} {self.to if isinstance(self.to, str) else self.to.get('type', '')}".strip()


def broken(sent: Sent) -> list[str]:
    """Every demand it breaks; none for a request that carries no payload we know of."""
    return list(_broken(sent))


def broken_together(requests: Sequence[Sent]) -> list[str]:
    """What no single request shows: a response_url used too often, a trigger used twice."""
    responses = Counter(sent.to for sent in requests if sent.method == RESPONSE_URL)
    triggers = Counter(sent.body.get("trigger_id") for sent in requests if sent.method in ("views.open", "views.push"))
    return [
        *(f"{count} messages to one response_url; {RESPONSES} at most" for count in responses.values() if count > 5),
        *(f"one trigger opened {count} views" for count in triggers.values() if count > 1),
    ]


def _broken(sent: Sent) -> Iterator[str]:
    body = sent.body if isinstance(sent.body, Mapping) else {}
    match sent.method:
        case "chat.postMessage" | "chat.postEphemeral":
            yield from _place(body)
            digest = body.get("metadata") is not None  # a digest alone may call a group, where its order says so
            yield from (why for why in message(body) if not (digest and why == "a usergroup, which pings"))
            yield from _metadata(body.get("metadata"))
            if sent.method == "chat.postEphemeral" and not body.get("user"):
                yield "a message for nobody"
        case "chat.update":
            yield from _place(body)
            if not re.fullmatch(r"\d+\.\d+", str(body.get("ts"))):
                yield f"a change of no message: ts {body.get('ts')!r}"
            bare = body.get("blocks") == [] and body.get("text")  # an empty list takes the blocks away that stand there
            yield from message({key: body[key] for key in body if key != "blocks"} if bare else body)
        case "views.open" | "views.push":
            yield from within(body.get("trigger_id"), 1, 200, "trigger_id")
            yield from view(body.get("view") or {}, MODAL)
        case "views.update":
            if ("view_id" in body) == ("external_id" in body):
                yield "a view is named by its id or by ours"
            yield from view(body.get("view") or {}, str((body.get("view") or {}).get("type")))
        case "views.publish":
            if not str(body.get("user_id", "")).startswith(("U", "W")):
                yield f"a home of nobody: {body.get('user_id')!r}"
            yield from view(body.get("view") or {}, HOME)
        case "conversations.history" | "conversations.replies":
            if not 1 <= int(body.get("limit", 100)) <= HISTORY:
                yield f"asks for {body.get('limit', 100)} messages; {HISTORY} at most for an app of many workspaces"
        case method if method == RESPONSE_URL:
            yield from response(body)
        case method if method == ACK:
            yield from acknowledgement(sent)


def _place(body: Mapping[str, Any]) -> Iterator[str]:
    if not CHANNEL.fullmatch(str(body.get("channel", ""))):
        yield f"no channel: {body.get('channel')!r}"
    if "thread_ts" in body and not re.fullmatch(r"\d+\.\d+", str(body["thread_ts"])):
        yield f"no thread: {body['thread_ts']!r}"


def message(body: Mapping[str, Any]) -> Iterator[str]:
    """A message that is sent or changed."""
    yield from within(body.get("text"), 1, TEXT, "text")
    if re.search(r"[<>]", str(body.get("text", ""))):
        yield "text with a control sequence"
    if "attachments" in body:
        yield "attachments, which Slack wants no more"
    for switch, wanted in INERT.items():
        if body.get(switch, not wanted) != wanted:
            yield f"{switch} is {body.get(switch)!r}: something in the text could act"
    if "blocks" in body:
        yield from demands_on_blocks.broken(body["blocks"], MESSAGE)


def response(body: Mapping[str, Any]) -> Iterator[str]:
    """What is sent to a response_url."""
    if body.get("delete_original"):
        return
    if body.get("response_type", "ephemeral") not in ("ephemeral", "in_channel"):
        yield f"response_type {body.get('response_type')!r}"
    yield from message(body)


def _metadata(metadata: Any) -> Iterator[str]:
    if metadata is None:
        return
    if not isinstance(metadata, Mapping) or set(metadata) != {"event_type", "event_payload"}:
        yield "metadata has an event_type and an event_payload"
        return
    if not re.fullmatch(r"[a-z0-9_]{1,255}", str(metadata["event_type"])):
        yield f"event_type {metadata['event_type']!r}"
    if len(json.dumps(metadata)) > METADATA:
        yield "metadata too large"


def view(body: Mapping[str, Any], surface: str) -> Iterator[str]:
    """A modal or somebody's home."""
    if body.get("type") != surface or surface not in (MODAL, HOME):
        yield f"a view of type {body.get('type')!r} where a {surface} is due"
        return
    if surface == MODAL:
        yield from plain(body.get("title"), 24, "a form's title")
        for name in ("submit", "close"):
            if name in body:
                yield from plain(body[name], 24, f"a form's {name}")
        inputs = [block for block in body.get("blocks") or () if block.get("type") == "input"]
        if inputs and "submit" not in body:
            yield "a form with fields and no way to send it"
    for name, most in (("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)):
        if name in body:
            yield from within(body[name], 0 if name == "private_metadata" else 1, most, name)
    if len(json.dumps(body).encode()) > VIEW_BYTES:
        yield "a view of more than 250 kB"
    yield from demands_on_blocks.broken(body.get("blocks"), surface)
    yield from _of_the_library(body)


def _of_the_library(body: Mapping[str, Any]) -> Iterator[str]:
    try:
        View(**body).validate_json()
    except (SlackObjectFormationError, TypeError, ValueError, AttributeError) as error:
        yield f"slack_sdk refuses the view: {error}"


def acknowledgement(sent: Sent) -> Iterator[str]:
    """What is answered to Slack within its three seconds. Empty is always good, save where something is asked for."""
    asked: Mapping[str, Any] = sent.to if isinstance(sent.to, Mapping) else {}
    if sent.status != 200:
        return  # what nobody takes, and what is refused
    kind = str(asked.get("type", "command" if "command" in asked else ""))
    if kind == "url_verification":
        if (sent.body.get("challenge") if isinstance(sent.body, Mapping) else sent.body) != asked.get("challenge"):
            yield "a challenge that is not given back"
    elif kind == "block_suggestion":
        yield from _suggestions(sent.body)
    elif kind == "view_submission":
        yield from _submitted(sent.body, asked.get("view") or {})
    elif kind == "command" and sent.body:
        yield from response(sent.body) if isinstance(sent.body, Mapping) else within(sent.body, 1, TEXT, "text")
    elif sent.body:
        yield f"an acknowledgement of {kind} with words in it: {str(sent.body)[:60]}"


def _suggestions(body: Any) -> Iterator[str]:
    if not isinstance(body, Mapping) or ("options" in body) == ("option_groups" in body):
        yield "a list that Slack fetches has options or option_groups"
        return
    if "options" in body:
        yield from of_options(body["options"], 0)
    else:
        yield from of_groups(body["option_groups"], 0)


def _submitted(body: Any, form: Mapping[str, Any]) -> Iterator[str]:
    """What becomes of a form that was sent."""
    if not body:
        return
    if not isinstance(body, Mapping):
        yield "a form is answered with JSON or with nothing"
        return
    match body.get("response_action"):
        case "errors":
            fields = {block.get("block_id") for block in form.get("blocks") or () if elements(block)}
            errors = body.get("errors") or {}
            if not errors:
                yield "errors, and none named"
            for name, words in errors.items():
                yield from within(words, 1, 2000, "what is wrong with a field")
                if fields and name not in fields:
                    yield f"an error of a field that the form has not: {name}"
        case "update" | "push":
            yield from view(body.get("view") or {}, MODAL)
        case "clear":
            pass
        case other:
            yield f"response_action {other!r}"
