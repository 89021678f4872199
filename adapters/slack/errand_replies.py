"""What is answered to an errand → its Slack messages: channels by their own names, the reader's clock, what may be
ordered next. Pure.

A channel stands in a brief as "#C0123456789", which only Slack can name to this reader: it becomes an element of rich
text. Nothing else of the answer's words is ever more than characters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from adapters.contract import Next, Question, Reply
from adapters.inert import clip, inert, units
from adapters.slack import limits
from adapters.slack.errand_forms import OFFICE
from adapters.slack.places import is_person
from adapters.slack.render import answer_parts, escape, render
from adapters.tokens import Press, Token, written
from briefs.wording.notices import office, speaking

Node = dict[str, Any]
_CHANNEL: Final = re.compile(r"#([CDG][A-Z0-9]+)\b")
_GROUPS: Final = re.compile(r"/(subscription|settings|doctor)\b")
CLOCK: Final = "{date_long_pretty} {time}"


@dataclass(slots=True)
class Naming:
    """How ids are called in one answer. `names` are those that are known already; `channels` fills with those that
    Slack is to name."""

    names: Mapping[str, str]
    own: str
    """What somebody's direct messages with Dateline are called, in their language."""
    channels: set[str] = field(default_factory=set)

    def called(self, id_: str) -> str:
        """`Errand.called`."""
        if is_person(id_):
            return self.own
        if id_[:1] in ("C", "D", "G"):
            self.channels.add(id_)
            return f"#{id_}"
        return self.names.get(id_, id_)


def messages(reply: Reply, naming: Naming, prefix: str = "") -> list[Node]:
    """The whole answer in as many messages as it takes; the last says when by the reader's clock, and what may be
    ordered next."""
    shown = [_finished(render(part), naming, prefix) for part in answer_parts(reply.document)]
    last = shown[-1]
    clock = _clock(reply)
    if clock is not None:
        told, line = clock
        text = f"{last['text']}\n{escape(told)}"
        fits = units(text) <= limits.TEXT.value
        last = {**last, "text": text if fits else last["text"], "blocks": [*last["blocks"], line]}
    shown[-1] = {**last, "blocks": [*last["blocks"], *controls(reply, naming)]}
    return shown


def prefixed(payload: Node, prefix: str) -> Node:
    """A message whose commands bear the prefix that they have here."""
    return _finished(payload, Naming({}, ""), prefix)


def controls(reply: Reply, naming: Naming) -> list[Node]:
    """Buttons and the list of what may be ordered next."""
    spoken = speaking(reply.document.language)
    buttons = list(_buttons([one for one in reply.next if not one.lists], spoken))[: limits.ELEMENTS.value]
    listed = [one for one in reply.next if one.lists]
    shown: list[Node] = [{"type": "actions", "block_id": f"{OFFICE}-row", "elements": buttons}] if buttons else []
    entries = list(_entries(listed, naming))
    if entries:
        hint = _plain(office("do-choose", spoken))
        menu: Node = {"type": "static_select", "action_id": f"{OFFICE}-list", "placeholder": hint, "options": entries}
        shown.append({"type": "actions", "block_id": f"{OFFICE}-lists", "elements": [menu]})
    return shown


def _buttons(nexts: Sequence[Next], spoken: str) -> Iterator[Node]:
    for number, one in enumerate(nexts):
        value = _value(one)
        if value is None:
            continue
        button: Node = {"type": "button", "action_id": f"{OFFICE}-do-{number}", "value": value}
        button["text"] = _plain(clip(one.label, limits.BUTTON_TEXT.value))
        if one.ends:
            button |= {"style": "danger", "confirm": _confirm(one, spoken)}
        yield button


def _confirm(one: Next, spoken: str) -> Node:
    """Slack asks back before the button counts as pressed."""
    named = one.given.get("subscription", "")
    return {
        "title": _plain(clip(office("sure-title", spoken), limits.BUTTON_TEXT.value)),
        "text": _plain(clip(f"{named}. {office('sure-line', spoken)}", limits.CONFIRM_TEXT.value)),
        "confirm": _plain(clip(one.label, limits.CONFIRM_BUTTON.value)),
        "deny": _plain(clip(office("do-cancel", spoken), limits.CONFIRM_BUTTON.value)),
        "style": "danger",
    }


def _entries(listed: Sequence[Next], naming: Naming) -> Iterator[Node]:
    for one in listed[: limits.OPTIONS.value]:
        value = _value(one)
        if value is not None:
            label = _CHANNEL.sub(lambda found: naming.names.get(found[1], found[0]), one.label)
            yield {"text": _plain(clip(inert(label), limits.OPTION_TEXT.value)), "value": value}


def _value(one: Next) -> str | None:
    return written(Token(Press.FORM, Question(one.command, one.given)))


def _clock(reply: Reply) -> tuple[str, Node] | None:
    """The instant the answer speaks of, by the clock of whoever reads it."""
    if reply.moment is None:
        return None
    spoken = speaking(reply.document.language)
    before, _, after = office("moment", spoken, when="\0").partition("\0")
    otherwise = f"{reply.moment:%Y-%m-%d %H:%M} UTC"
    date: Node = {"type": "date", "timestamp": int(reply.moment.timestamp()), "format": CLOCK, "fallback": otherwise}
    nodes = [{"type": "text", "text": words} if words else None for words in (inert(before), inert(after))]
    run = [one for one in (nodes[0], date, nodes[1]) if one is not None]
    line: Node = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": run}]}
    return f"{before}{otherwise}{after}", line


def _finished(payload: Node, naming: Naming, prefix: str) -> Node:
    """Channels as Slack names them, commands with the prefix that they bear here."""
    text = _CHANNEL.sub(lambda found: _known(found, naming), str(payload["text"]))
    return {
        **payload,
        "text": _typed(text, prefix),
        "blocks": [_walked(one, naming, prefix) for one in payload["blocks"]],
    }


def _walked(node: Any, naming: Naming, prefix: str) -> Any:
    if isinstance(node, list):
        return [_walked(one, naming, prefix) for one in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") in ("rich_text_section", "rich_text_preformatted"):
        runs = [part for one in node["elements"] for part in _split(one, naming.channels, prefix)]
        return {**node, "elements": runs}
    return {key: _walked(value, naming, prefix) for key, value in node.items()}


def _split(node: Node, channels: Collection[str], prefix: str) -> Iterator[Node]:
    """A run of characters, with an element for each channel in it."""
    if node.get("type") != "text":
        yield node
        return
    text, at = str(node["text"]), 0
    for found in _CHANNEL.finditer(text):
        if found[1] in channels:
            if text[at : found.start()]:
                yield {**node, "text": _typed(text[at : found.start()], prefix)}
            yield {"type": "channel", "channel_id": found[1]}
            at = found.end()
    if text[at:] or not at:
        yield {**node, "text": _typed(text[at:], prefix)}


def _known(found: re.Match[str], naming: Naming) -> str:
    return escape(inert(naming.names.get(found[1], found[0]))) if found[1] in naming.channels else found[0]


def _typed(text: str, prefix: str) -> str:
    return _GROUPS.sub(rf"/{prefix}\1", text) if prefix else text


def _plain(text: str) -> Node:
    return {"type": "plain_text", "text": text, "emoji": False}
