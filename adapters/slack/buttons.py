"""A reply → its Slack message: one page of it, and under it what can be done next. Pure.

Which actions there are is said by the reply (`adapters.contract.Action`); here is only how Slack shows them. What a
button remembers stands in its value (`adapters.tokens`); one whose question does not fit there is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from adapters.contract import Action, ActionKind, Pick, Reply
from adapters.inert import clip, inert
from adapters.slack import limits
from adapters.slack.render import Node, answer_parts, packed, pages, render
from adapters.tokens import PRESSES, Press, Token, written
from briefs.wording.notices import beside

PRESSED: Final = "dateline"
"""How the name of every control of ours begins; Slack wants each in a message to differ."""
ORDER: Final = (
    ActionKind.SHARE, ActionKind.SOURCES, ActionKind.TIMELINE, ActionKind.COMPARE, ActionKind.SHORTER,
    ActionKind.LONGER, ActionKind.LANGUAGE, ActionKind.REPORT,
)  # fmt: skip
IN_PUBLIC: Final = (ActionKind.SOURCES, ActionKind.REPORT)
"""What everybody in a channel may press under a shared answer; what comes of it they alone see."""


def private(
    reply: Reply,
    page: int = 1,
    *,
    tongues: bool = False,
    shared: bool = False,
    leaf: Press = Press.SHOW,
    tables: bool = True,
) -> dict[str, Any]:
    """One page of the answer with its buttons. `tongues` shows the languages to choose from; `shared` says that it was
    shared already; `leaf` is what its other pages are shown by; `tables` is False for a window."""
    parts = pages(reply.document)
    page = min(page, len(parts))
    shown = render(parts[page - 1], tables=tables)
    blocks = [
        *shown["blocks"],
        *_leafing(reply, page, len(parts), leaf),
        *_row("next", _buttons(reply, ORDER, page, shared=shared)),
    ]
    lists = _lists(reply, limits.PAYLOAD.value - packed(blocks), tongues=tongues)
    return {**shown, "blocks": [*blocks, *lists]}


def public(reply: Reply, who: str, *, lists: bool = False) -> list[dict[str, Any]]:
    """The answer for the channel, in as many messages as it needs; the last says who asked and has its buttons, and
    with `lists` what there is to choose from."""
    shown = [render(part) for part in answer_parts(reply.document)]
    language = reply.document.language
    asked: Node = {"type": "context", "elements": [{"type": "plain_text", "text": "", "emoji": False}]}
    asked["elements"][0]["text"] = clip(beside("shared-by", language, who=inert(who)), limits.HEADER.value)
    last, under = shown[-1], [asked] if who else []
    blocks = [*last["blocks"], *under, *_row("next", _buttons(reply, IN_PUBLIC, 1))]
    picks = _lists(reply, limits.PAYLOAD.value - packed(blocks), tongues=False) if lists else ()
    shown[-1] = {**last, "blocks": [*blocks, *picks]}
    return shown


def _buttons(reply: Reply, kinds: Sequence[ActionKind], page: int, *, shared: bool = False) -> Iterator[Node]:
    offered = {action.kind: action for action in reply.actions}
    for kind in kinds:
        if kind not in offered or (shared and kind is ActionKind.SHARE):
            continue
        press, action = PRESSES[kind], offered[kind]
        kept = page if press in (Press.SHARE, Press.TONGUES) else 1
        value = written(Token(press, action.question, kept))
        if value is not None:
            style: Node = {"style": "primary"} if kind is ActionKind.SHARE else {}
            yield {**_button(kind.value, action.label, value), **style}


def _leafing(reply: Reply, page: int, count: int, leaf: Press) -> list[Node]:
    """Back and on, and which page this is; only where there are several."""
    if count < 2 or reply.question is None:
        return []
    language, question = reply.document.language, reply.question
    here = beside("page", language, page=page, pages=count)
    turns = []
    for name, other in (("earlier", page - 1), ("further", page + 1)):
        value = written(Token(leaf, question, other)) if 1 <= other <= count else None
        if value is not None:
            turns.append(_button(name, beside(f"do-{name}", language), value))
    told: Node = {"type": "context", "elements": [{"type": "plain_text", "text": here, "emoji": False}]}
    return [told, *_row("pages", iter(turns))]


def _lists(reply: Reply, room: int, *, tongues: bool) -> Iterator[Node]:
    """Lists to choose from, as long as the payload has room for."""
    wanted = {ActionKind.PICK, ActionKind.LANGUAGE} if tongues else {ActionKind.PICK}
    for action in reply.actions:
        if action.kind in wanted:
            listed = list(_list(action, room))
            room -= packed(listed)
            yield from listed


def _list(action: Action, room: int) -> Iterator[Node]:
    menu: Node = {"type": "static_select", "action_id": f"{PRESSED}-{action.kind.value}-list", "options": []}
    menu["placeholder"] = _plain(clip(action.label, limits.HEADER.value))
    shown: Node = {"type": "actions", "block_id": f"{PRESSED}-{action.kind.value}-row", "elements": [menu]}
    room -= packed(shown)
    for option in _options(action.picks):
        room -= packed(option) + 1
        if room < 0 or len(menu["options"]) == limits.OPTIONS.value:
            break
        menu["options"].append(option)
    if menu["options"]:
        yield shown


def _options(picks: Sequence[Pick]) -> Iterator[Node]:
    values: set[str] = set()
    for pick in picks:
        value = written(Token(Press.SHOW, pick.question))
        if value is not None and value not in values:
            values.add(value)
            yield {"text": _plain(clip(inert(pick.label) or "…", limits.OPTION_TEXT.value)), "value": value}


def _row(name: str, elements: Iterator[Node]) -> list[Node]:
    held = list(elements)[: limits.ELEMENTS.value]
    return [{"type": "actions", "block_id": f"{PRESSED}-{name}", "elements": held}] if held else []


def _button(name: str, label: str, value: str) -> Node:
    text = _plain(clip(label, limits.BUTTON_TEXT.value))
    return {"type": "button", "action_id": f"{PRESSED}-{name}", "text": text, "value": value}


def _plain(text: str) -> Node:
    return {"type": "plain_text", "text": text, "emoji": False}
