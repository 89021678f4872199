"""A reply → its message: one page of it, and under it rows of what can be done next. Pure.

Which actions there are is said by the reply (`adapters.contract.Action`); here is only how Discord shows them. What a
button remembers stands in its id (`adapters.tokens`); one whose question does not fit there is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from adapters.contract import Action, ActionKind, Pick, Question, Reply
from adapters.discord.limits import BUTTON_LABEL, BUTTONS, PLACEHOLDER, SELECT_LABEL, SELECT_OPTIONS
from adapters.discord.render import TEXT_DISPLAY, Payload, answer_parts, pages, render
from adapters.inert import clip, inert
from adapters.tokens import PRESSES, Press, Token, written
from briefs.wording.notices import beside

ROW: Final = 1
BUTTON: Final = 2
SELECT: Final = 3
FIRST: Final = 1
"""A button's style: the one thing most readers want next."""
PLAIN: Final = 2

ROWS: Final = (
    (ActionKind.SHARE, ActionKind.SOURCES, ActionKind.TIMELINE, ActionKind.COMPARE, ActionKind.REPORT),
    (ActionKind.SHORTER, ActionKind.LONGER, ActionKind.LANGUAGE),
)
"""Which buttons stand beside each other, in order."""
IN_PUBLIC: Final = (ActionKind.SOURCES, ActionKind.REPORT)
"""What everybody in a channel may press under a shared answer; what comes of it they alone see."""


def private(
    reply: Reply, page: int = 1, *, tongues: bool = False, shared: bool = False, leaf: Press = Press.SHOW
) -> Payload:
    """One page of the answer with its buttons. `tongues` shows the languages to choose from; `shared` says that it was
    shared already; `leaf` is what its other pages are shown by."""
    parts = pages(reply.document)
    page = min(page, len(parts))
    payload = render(parts[page - 1])
    rows = [
        *_leafing(reply, page, len(parts), leaf),
        *_rows(reply, page, shared=shared),
        *_lists(reply, tongues=tongues),
    ]
    return {**payload, "components": [*payload["components"], *rows]}


def public(reply: Reply, who: str = "") -> list[Payload]:
    """The answer for the channel, in as many messages as it needs; the last says who asked and has its buttons.
    `who` is a mention; nobody is pinged."""
    parts = answer_parts(reply.document)
    payloads = [render(part) for part in parts]
    told = beside("shared-by", reply.document.language, who=who) if who else ""
    asked = [{"type": TEXT_DISPLAY, "content": f"-# {told}"}] if told else []
    row = _row(_button(action, 1) for action in reply.actions if action.kind in IN_PUBLIC)
    last = payloads[-1]
    payloads[-1] = {**last, "components": [*last["components"], *asked, *row]}
    return payloads


def _rows(reply: Reply, page: int, *, shared: bool) -> Iterator[Payload]:
    offered = {action.kind: action for action in reply.actions}
    for kinds in ROWS:
        yield from _row(_button(offered[kind], page, shared=shared) for kind in kinds if kind in offered)


def _row(buttons: Iterator[Payload | None]) -> list[Payload]:
    held = [button for button in buttons if button is not None][: BUTTONS.value]
    return [{"type": ROW, "components": held}] if held else []


def _button(action: Action, page: int, *, shared: bool = False) -> Payload | None:
    press = PRESSES[action.kind]
    kept = page if press in (Press.SHARE, Press.TONGUES) else 1
    id_ = written(Token(press, action.question, kept))
    if id_ is None:
        return None
    made = _plain(action.label, id_)
    if action.kind is ActionKind.SHARE:
        made["style"] = FIRST
    return {**made, "disabled": True} if shared and action.kind is ActionKind.SHARE else made


def _leafing(reply: Reply, page: int, count: int, leaf: Press) -> Iterator[Payload]:
    """Back, where one is, and on; only where there are several pages."""
    if count < 2 or reply.question is None:
        return
    spoken, question = reply.document.language, reply.question
    # The first page has none before it: that button only stands there, under an id of its own.
    back = written(Token(leaf, question, page - 1) if page > 1 else Token(Press.STILL, question, 0))
    here, on = written(Token(Press.STILL, question, page)), written(Token(leaf, question, page + 1))
    if back is None or here is None or on is None:
        return
    told = beside("page", spoken, page=page, pages=count)
    row = [
        {**_plain(beside("do-earlier", spoken), back), "disabled": page == 1},
        {**_plain(told, here), "disabled": True},
        {**_plain(beside("do-further", spoken), on), "disabled": page == count},
    ]
    yield {"type": ROW, "components": row}


def _plain(label: str, id_: str) -> Payload:
    return {"type": BUTTON, "style": PLAIN, "label": clip(label, BUTTON_LABEL.value), "custom_id": id_}


def _lists(reply: Reply, *, tongues: bool) -> Iterator[Payload]:
    wanted = {ActionKind.PICK, ActionKind.LANGUAGE} if tongues else {ActionKind.PICK}
    for action in reply.actions:
        if action.kind in wanted:
            yield from _list(action)


def _list(action: Action) -> Iterator[Payload]:
    options = list(_options(action.picks))[: SELECT_OPTIONS.value]
    # Its own id holds no question, since each entry has one: however long the first is, the list stands.
    id_ = written(Token(Press.PICKED, Question(action.kind.value)))
    if options and id_ is not None:
        shown = {"placeholder": clip(action.label, PLACEHOLDER.value), "options": options}
        yield {"type": ROW, "components": [{"type": SELECT, "custom_id": id_, **shown}]}


def _options(picks: Sequence[Pick]) -> Iterator[Payload]:
    values: set[str] = set()
    for pick in picks:
        value = written(Token(Press.SHOW, pick.question))
        if value is not None and value not in values:
            values.add(value)
            yield {"label": clip(inert(pick.label) or "…", SELECT_LABEL.value), "value": value}
