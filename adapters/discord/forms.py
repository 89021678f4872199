"""Forms that ask for a few words first: with whom to compare, what is wrong with an answer. Made here, read here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import discord

from adapters.contract import Param, ParamKind
from adapters.discord.limits import (
    ARGUMENT_CHARACTERS,
    FORM_HINT,
    FORM_LABEL,
    FORM_TITLE,
    LIST_CHARACTERS,
    REPORT_WORDS,
    SELECT_LABEL,
    SELECT_OPTIONS,
)
from adapters.inert import clip, inert
from adapters.tokens import Token, fingerprint, written
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


def errand_form(token: Token, title: str, fields: Sequence[Param], spoken: str) -> discord.ui.Modal:
    """One field for each parameter, with what it is under its name; lists have room for many names."""
    form = _form(token, title)
    for param in fields:
        long = param.kind in (ParamKind.ISSUE, ParamKind.ACTOR)
        line: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=param.name,
            style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
            required=param.required,
            max_length=LIST_CHARACTERS if long else ARGUMENT_CHARACTERS,
        )
        told = next((also.summary for also in param.also if also.language == spoken), param.summary)
        form.add_item(_asked(office(f"form-{param.name}", spoken), told, line))
    return form


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
