"""Forms that ask for a few words first: with whom to compare, what is wrong with an answer, what an errand needs. Made
here, read here.

Discord opens no form in answer to a form. So what was typed in one with a mistake stands under the mistakes, in the
message and nowhere else, and the button there opens the form again with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import discord

from adapters.administration import Field
from adapters.contract import ParamKind
from adapters.discord.buttons import BUTTON, ROW
from adapters.discord.limits import (
    ARGUMENT_CHARACTERS,
    FORM_HINT,
    FORM_LABEL,
    FORM_TEXT,
    FORM_TITLE,
    LIST_CHARACTERS,
    REPORT_WORDS,
    SELECT_LABEL,
    SELECT_OPTIONS,
)
from adapters.discord.render import TEXT_DISPLAY, Payload, fits, marker
from adapters.inert import clip, inert, units
from adapters.tokens import Press, Token, fingerprint, written
from briefs.wording.notices import office, word


def compare_form(token: Token, spoken: str) -> discord.ui.Modal:
    """One line for names."""
    form = _form(token, word("compare-title", spoken))
    line: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id="words", style=discord.TextStyle.short, required=True, max_length=ARGUMENT_CHARACTERS
    )
    form.add_item(_asked(word("compare-with", spoken), word("compare-hint", spoken), line))
    return form


def report_form(token: Token, sentences: Sequence[str], spoken: str) -> discord.ui.Modal:
    """Which sentence, and what is wrong with it."""
    form = _form(token, word("report-title", spoken))
    first = list(dict.fromkeys(sentences))[: SELECT_OPTIONS.value - 1]
    if first:
        options = [discord.SelectOption(label=word("report-any", spoken), value="-", default=True)]
        options += [
            discord.SelectOption(label=clip(inert(one), SELECT_LABEL.value), value=fingerprint(one)) for one in first
        ]
        which: discord.ui.Select[Any] = discord.ui.Select(custom_id="sentence", options=options, required=False)
        form.add_item(_asked(word("report-sentence", spoken), None, which))
    words: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id="words", style=discord.TextStyle.paragraph, required=True, max_length=REPORT_WORDS
    )
    form.add_item(_asked(word("report-words", spoken), word("report-hint", spoken), words))
    return form


def errand_form(token: Token, title: str, fields: Sequence[Field], spoken: str) -> discord.ui.Modal:
    """A list, or one line, for each field, with what it is under its name; lists have room for many names. What a line
    of Discord cannot hold is not asked for, and so stays as it is."""
    form = _form(token, title)
    for field in fields:
        param = field.param
        if units(inert(field.words)) > FORM_TEXT.value:
            continue
        told = next((also.summary for also in param.also if also.language == spoken), param.summary)
        form.add_item(_asked(_label(param.name, spoken), told, _menu(field) if field.choices else _typed(field)))
    return form


def _label(param: str, spoken: str) -> str:
    return office(f"form-{param.replace('_', '-')}", spoken)


def _typed(field: Field) -> discord.ui.TextInput[Any]:
    param, words = field.param, inert(field.words)
    long = param.kind in (ParamKind.ISSUE, ParamKind.ACTOR)
    most = LIST_CHARACTERS if long else ARGUMENT_CHARACTERS
    return discord.ui.TextInput(
        custom_id=param.name,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        required=param.required,
        default=words or None,
        max_length=most if units(words) <= most else FORM_TEXT.value,
    )


def _menu(field: Field) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(
            label=clip(inert(one.label), SELECT_LABEL.value), value=one.value, default=one.value == field.words
        )
        for one in field.choices[: SELECT_OPTIONS.value]
    ]
    return discord.ui.Select(custom_id=field.param.name, options=options, required=field.param.required)


def to_correct(payloads: list[Payload], token: Token, fields: Mapping[str, str], spoken: str) -> list[Payload]:
    """The mistakes of a form, then what was typed in it and the button that opens it again: in the last message where
    it holds them, else in one of their own."""
    again = written(replace(token, press=Press.AGAIN))
    typed: list[Payload] = [
        {"type": TEXT_DISPLAY, "id": _place(name), "content": _kept(_label(name, spoken), words)}
        for name, words in fields.items()
    ]
    button = {"type": BUTTON, "style": 1, "label": office("form-again", spoken), "custom_id": again}
    below = [*typed, {"type": ROW, "components": [button]}]
    *before, last = payloads
    together = {**last, "components": [*last["components"], *below]}
    if fits(together):
        return [*before, together]
    alone = {**last, "components": below}
    return [*payloads, alone] if fits(alone) else payloads


def typed_in(components: Sequence[Any], names: Sequence[str]) -> dict[str, str]:
    """Name of a field → what was typed in it, as `to_correct` kept it in a message."""
    shown = {getattr(one, "id", None): str(getattr(one, "content", "")) for one in components}
    held = {name: shown[_place(name)] for name in names if _place(name) in shown}
    return {name: _read_back(text) for name, text in held.items()}


def _place(name: str) -> int:
    """The component id under which a field's words stand in a message."""
    return marker(f"typed {name}")


_FENCE = "```"
_JOINER = "\u2060"
"""Stands after each backtick, so that nothing typed ends the block; `inert` leaves none in what is typed."""


def _kept(label: str, words: str) -> str:
    """The words as they are, under their field's name: a block in which nothing is markup."""
    shown = inert(words).strip().replace("`", f"`{_JOINER}")
    return f"-# {label}\n{_FENCE}\n{shown}\n{_FENCE}" if shown else f"-# {label}\n–"


def _read_back(text: str) -> str:
    _, fenced, rest = text.partition(f"{_FENCE}\n")
    return rest.removesuffix(_FENCE).strip().replace(_JOINER, "") if fenced else ""


def filled(data: Mapping[str, Any]) -> dict[str, str]:
    """What a form came back with: field → words, or the entry chosen."""
    return dict(_fields(data.get("components", ())))


def _fields(components: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for component in components:
        inner = component.get("component")
        yield from _fields([inner] if inner else component.get("components", ()))
        if "value" in component:
            yield str(component["custom_id"]), str(component["value"])
        elif component.get("values"):
            yield str(component["custom_id"]), str(component["values"][0])


def _form(token: Token, title: str) -> discord.ui.Modal:
    id_ = written(token)
    assert id_ is not None, "it was read from an id of that length"
    return discord.ui.Modal(title=clip(title, FORM_TITLE.value), custom_id=id_, timeout=None)


def _asked(label: str, hint: str | None, field: discord.ui.Item[Any]) -> discord.ui.Label[Any]:
    shown = clip(hint, FORM_HINT.value) if hint else None
    return discord.ui.Label(text=clip(label, FORM_LABEL.value), description=shown, component=field)
