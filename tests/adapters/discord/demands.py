"""What Discord demands of what is sent to it, as its documentation tells: kept apart from the adapter it judges.

`broken(sent)` lists every demand that one request breaks, in words. Discord's published description of its API
(`described`) misses most of these; they are held at all times, for every request that any test of this folder makes.
Pages: docs.discord.com/developers/ components/reference, resources/message, interactions/receiving-and-responding,
interactions/application-commands. Text is counted in UTF-16 units, the stricter way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.adapters.discord import demands_on_commands

ROW, BUTTON, SELECT, INPUT, SECTION, TEXT, CONTAINER, LABEL = 1, 2, 3, 4, 9, 10, 17, 18
GALLERY, SEPARATOR = 12, 14
PICKERS = (5, 6, 7, 8)
V2, EPHEMERAL = 1 << 15, 1 << 6
CREATE, EDIT, FOLLOW_UP = "create", "edit", "follow up"
ROUTES = (
    ("POST", re.compile(r"/channels/\d+/messages"), CREATE),
    ("PATCH", re.compile(r"/channels/\d+/messages/\d+"), EDIT),
    ("POST", re.compile(r"/webhooks/\d+/[^/]+"), FOLLOW_UP),
    ("PATCH", re.compile(r"/webhooks/\d+/[^/]+/messages/(?:@original|\d+)"), EDIT),
)
CALLBACK = re.compile(r"/interactions/\d+/[^/]+/callback")
COMMANDS = re.compile(r"/applications/\d+(?:/guilds/\d+)?/commands")
THREADS = re.compile(r"/channels/\d+/threads")
FOLLOW_UPS = 5


@dataclass(frozen=True, slots=True)
class Sent:
    """One request with a JSON body, its path without the API's prefix."""

    method: str
    path: str
    body: Any

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def broken(sent: Sent) -> list[str]:
    """Every demand it breaks; none for a request that carries no payload we know of."""
    return list(_broken(sent))


def broken_together(requests: Sequence[Sent]) -> list[str]:
    """What no single request shows: follow-ups of one interaction, where the app is a person's own."""
    told = Counter(sent.path for sent in requests if sent.method == "POST" and ROUTES[2][1].fullmatch(sent.path))
    return [f"{count} follow-ups on {path}; {FOLLOW_UPS} at most" for path, count in told.items() if count > FOLLOW_UPS]


def _broken(sent: Sent) -> Iterator[str]:
    for method, path, kind in ROUTES:
        if sent.method == method and path.fullmatch(sent.path):
            yield from message(sent.body, kind)
    if sent.method == "POST" and CALLBACK.fullmatch(sent.path):
        yield from callback(sent.body)
    if sent.method == "POST" and THREADS.fullmatch(sent.path):
        yield from within(sent.body.get("name"), 1, 100, "the thread's name")
        if len(sent.body.get("applied_tags") or ()) > 5:
            yield "more than 5 tags"
        if "message" in sent.body:
            yield from message(sent.body["message"], FOLLOW_UP)
    if sent.method == "PUT" and COMMANDS.fullmatch(sent.path):
        yield from demands_on_commands.broken(sent.body)


def callback(body: Mapping[str, Any]) -> Iterator[str]:
    """A first response to an interaction."""
    data = body.get("data") or {}
    match body.get("type"):
        case 4:
            yield from message(data, FOLLOW_UP)
        case 5:
            if set(data) - {"flags"} or data.get("flags", 0) & ~EPHEMERAL:
                yield "a deferred answer takes the ephemeral flag and nothing else"
        case 6:
            if data:
                yield "a deferred change takes nothing"
        case 7:
            yield from message(data, EDIT)
        case 8:
            yield from _suggestions(data.get("choices"))
        case 9:
            yield from form(data)
        case other:
            yield f"unknown type of response {other!r}"


def message(body: Mapping[str, Any], kind: str) -> Iterator[str]:
    """A message that is sent or changed."""
    components = body.get("components") or []
    others = [name for name in ("content", "embeds", "poll", "sticker_ids") if body.get(name)]
    flags = body.get("flags") or 0
    new = any(one["type"] not in (ROW,) for one in components)
    if flags & V2 and others:
        yield f"Components V2 take no {' and no '.join(others)}"
    if new and not flags & V2:
        yield "components of the new kind want the flag IS_COMPONENTS_V2"
    if kind == EDIT and flags & EPHEMERAL:
        yield "a message cannot be made ephemeral later"
    if kind != EDIT and not components and not others and not body.get("attachments"):
        yield "an empty message"
    if body.get("content"):
        yield from within(body["content"], 1, 2000, "content")
    if kind != EDIT:
        yield from _pings(body.get("allowed_mentions"))
    if kind == CREATE:
        yield from within(body.get("nonce"), 1, 25, "nonce")
        if body.get("enforce_nonce") is not True:
            yield "a post without enforce_nonce may be doubled"
    elif body.get("nonce"):
        yield "a nonce where Discord takes none"
    yield from _tree(components)


def form(body: Mapping[str, Any]) -> Iterator[str]:
    """A modal."""
    yield from within(body.get("title"), 1, 45, "a form's title")
    yield from _id(body)
    top = body.get("components") or []
    if not 1 <= len(top) <= 5:
        yield f"{len(top)} parts in a form; 1 to 5"
    ids = [label.get("component", label).get("custom_id") for label in top if label["type"] != TEXT]
    if len(ids) != len(set(ids)):
        yield "two fields of a form have one custom_id"
    for label in top:
        if label["type"] not in (LABEL, TEXT):
            yield f"component {label['type']} on top of a form"
        elif label["type"] == LABEL:
            yield from within(label.get("label"), 1, 45, "a field's label")
            if label.get("description") is not None:
                yield from within(label["description"], 1, 100, "a field's description")
            yield from _field(label["component"])


def _field(field: Mapping[str, Any]) -> Iterator[str]:
    yield from _id(field)
    if field["type"] == SELECT:
        yield from _select(field)
        if field.get("disabled"):
            yield "a disabled list in a form"
    elif field["type"] == INPUT:
        least, most = field.get("min_length") or 0, field.get("max_length") or 4000
        if not 0 <= least <= most <= 4000:
            yield f"a field of {least} to {most} characters"
        if field.get("value"):
            yield from within(field["value"], least, most, "a field's value")
        if field.get("placeholder"):
            yield from within(field["placeholder"], 1, 100, "a field's placeholder")
        if field.get("style") not in (1, 2):
            yield "a field of text without a style"


def _suggestions(choices: Sequence[Mapping[str, Any]] | None) -> Iterator[str]:
    if choices is None or len(choices) > 25:
        yield "completion gives a list of at most 25"
    for choice in choices or ():
        yield from within(choice.get("name"), 1, 100, "a suggestion's name")
        yield from within(choice.get("value"), 1, 100, "a suggestion's value")


def _tree(components: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    every = list(walk(components))
    if len(every) > 40:
        yield f"{len(every)} components; 40 at most, nested ones counted"
    text = sum(units(one.get("content", "")) for one in every if one["type"] == TEXT)
    if text > 4000:
        yield f"{text} characters of text; 4000 at most"
    ids = [one["id"] for one in every if one.get("id")]
    if len(ids) != len(set(ids)) or not all(0 < id_ < 2**31 for id_ in ids):
        yield "component ids are 32 bits wide, positive, and differ"
    custom = [one["custom_id"] for one in every if "custom_id" in one]
    if len(custom) != len(set(custom)):
        yield "two components have one custom_id"
    for one in components:
        if one["type"] in (BUTTON, SELECT, *PICKERS, LABEL, INPUT):
            yield f"component {one['type']} on top of a message"
    for one in every:
        yield from _component(one)


def _component(one: Mapping[str, Any]) -> Iterator[str]:
    held = one.get("components") or ()
    match one["type"]:
        case 1:
            kinds = [child["type"] for child in held]
            buttons = set(kinds) == {BUTTON} and len(kinds) <= 5
            if not buttons and not (len(kinds) == 1 and kinds[0] in (SELECT, *PICKERS)):
                yield f"a row holds 1 to 5 buttons or one list, not {kinds}"
        case 2:
            yield from _button(one)
        case 3:
            yield from _id(one)
            yield from _select(one)
        case 9:
            if not 1 <= len(held) <= 3 or any(child["type"] != TEXT for child in held) or not one.get("accessory"):
                yield "a section holds 1 to 3 texts and one accessory"
        case 10:
            if not one.get("content"):
                yield "an empty text"
        case 12:
            if not 1 <= len(one.get("items") or ()) <= 10:
                yield "a gallery holds 1 to 10 pictures"
            for item in one.get("items") or ():
                if item.get("description"):
                    yield from within(item["description"], 1, 1024, "a picture's description")
        case 17:
            if not held or any(child["type"] not in (ROW, SECTION, TEXT, GALLERY, 13, SEPARATOR) for child in held):
                yield "a container holds rows, sections, texts, pictures, files and separators, at least one"


def _button(one: Mapping[str, Any]) -> Iterator[str]:
    if one.get("label"):
        yield from within(one["label"], 1, 80, "a button's label")
    elif not one.get("emoji"):
        yield "a button without label and emoji"
    if one.get("style") == 5:
        yield from within(one.get("url"), 1, 512, "a button's address")
        if "custom_id" in one:
            yield "a link has no custom_id"
    else:
        yield from _id(one)
        if "url" in one:
            yield "only a link has an address"


def _select(one: Mapping[str, Any]) -> Iterator[str]:
    options = one.get("options") or ()
    if not 1 <= len(options) <= 25:
        yield f"{len(options)} entries in a list; 1 to 25"
    if one.get("placeholder"):
        yield from within(one["placeholder"], 1, 150, "a list's placeholder")
    values = [option.get("value") for option in options]
    if len(values) != len(set(values)):
        yield "two entries of a list have one value"
    if sum(bool(option.get("default")) for option in options) > (one.get("max_values") or 1):
        yield "more entries chosen beforehand than may be"
    for option in options:
        yield from within(option.get("label"), 1, 100, "an entry's label")
        yield from within(option.get("value"), 1, 100, "an entry's value")
        if option.get("description"):
            yield from within(option["description"], 1, 100, "an entry's description")


def _pings(mentions: Mapping[str, Any] | None) -> Iterator[str]:
    """Our own: whoever is pinged is named; Discord: roles are named or parsed, not both."""
    if mentions is None:
        yield "no allowed_mentions: anything in the text could ping"
        return
    if set(mentions.get("parse") or ()):
        yield f"pings whatever the text mentions: {mentions['parse']}"
    if len(mentions.get("roles") or ()) > 100:
        yield "more than 100 roles to ping"


def _id(one: Mapping[str, Any]) -> Iterator[str]:
    yield from within(one.get("custom_id"), 1, 100, "custom_id")


def walk(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Every component, nested ones and accessories too."""
    for one in components:
        yield one
        yield from walk(one.get("components") or ())
        yield from walk([one["accessory"]] if one.get("accessory") else ())


def within(text: Any, least: int, most: int, what: str) -> Iterator[str]:
    if not isinstance(text, str) or not least <= units(text) <= most:
        long = units(text) if isinstance(text, str) else text
        yield f"{what} has {long!r} characters; {least} to {most}"


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
