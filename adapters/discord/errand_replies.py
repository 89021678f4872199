"""What is answered to an errand → its Discord messages: the whole answer, the reader's clock, what may be ordered next.
Pure.

A button or an entry of a list carries its errand (`adapters.tokens`). One that ends something is asked for twice: the
first press gets an answer that asks back, and only there does its button carry it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from adapters.contract import Next, Question, Reply
from adapters.discord.buttons import BUTTON, PLAIN, ROW, SELECT
from adapters.discord.limits import BUTTON_LABEL, BUTTONS, ERRAND_ROWS, PLACEHOLDER, SELECT_LABEL, SELECT_OPTIONS
from adapters.discord.render import TEXT_DISPLAY, Payload, answer_parts, render
from adapters.inert import clip, inert
from adapters.tokens import Press, Token, written
from briefs.wording.notices import office, speaking

DANGER: Final = 4
"""A button's style: it ends something."""


def messages(reply: Reply, asked: str = "") -> list[Payload]:
    """The whole answer in as many messages as it takes; the last says when by the reader's clock, and what may be
    ordered next. `asked` is the errand that it answers."""
    payloads = [render(part) for part in answer_parts(reply.document)]
    below = [*_clock(reply), *_rows(reply, asked), *_list(reply)]
    last = payloads[-1]
    return [*payloads[:-1], {**last, "components": [*last["components"], *below]}]


def _clock(reply: Reply) -> Iterator[Payload]:
    """The instant the answer speaks of, by the clock of whoever reads it."""
    if reply.moment is not None:
        at = int(reply.moment.timestamp())
        told = office("moment", speaking(reply.document.language), when=f"<t:{at}:F> (<t:{at}:R>)")
        yield {"type": TEXT_DISPLAY, "content": f"-# {told}"}


def _rows(reply: Reply, asked: str) -> Iterator[Payload]:
    made = (_button(one, asked) for one in reply.next if not one.lists)
    buttons = iter([button for button in made if button is not None][: ERRAND_ROWS * BUTTONS.value])
    while row := list(islice(buttons, BUTTONS.value)):
        yield {"type": ROW, "components": row}


def _button(one: Next, asked: str) -> Payload | None:
    """None where its errand does not fit into an id."""
    # The same errand in answer to itself asks back whether it is meant.
    id_ = _id(one, Press.SURE if one.ends and one.command == asked else Press.FORM)
    if id_ is None:
        return None
    style = DANGER if one.ends else PLAIN
    return {"type": BUTTON, "style": style, "label": clip(one.label, BUTTON_LABEL.value), "custom_id": id_}


def _list(reply: Reply) -> Iterator[Payload]:
    options = list(_options([one for one in reply.next if one.lists]))[: SELECT_OPTIONS.value]
    id_ = written(Token(Press.PICKED, Question("next")))  # each entry has its own errand
    if options and id_ is not None:
        hint = clip(office("do-choose", speaking(reply.document.language)), PLACEHOLDER.value)
        yield {"type": ROW, "components": [{"type": SELECT, "custom_id": id_, "placeholder": hint, "options": options}]}


def _options(listed: Sequence[Next]) -> Iterator[Payload]:
    for one in listed:
        if value := _id(one):
            yield {"label": clip(inert(one.label) or "…", SELECT_LABEL.value), "value": value}


def _id(one: Next, press: Press = Press.FORM) -> str | None:
    return written(Token(press, Question(one.command, one.given)))
