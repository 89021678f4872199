"""What `/find` tells around its records: service words that point at names and texts, and at what to ask next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefs.document import Block, Bullets, Clause, Document, Line, Paragraph, Phrase, Strong, Text, say
from briefs.wording.catalogue import words
from briefs.wording.frame import on_language
from briefs.wording.notices import LANG, echo, word

TEXT = "text"
"""The kind of pointers whose name is a title, and keeps its language."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """One thing that is no record: of what kind, its name, the day of its vote, and what to ask about it."""

    kind: str
    name: str
    day: date | None
    command: str


def title(typed: str, language: str = LANG) -> str:
    return word("find-title", language, typed=echo(typed))


def blocks(
    found: Sequence[tuple[Clause | Pointer, str]], language: str = LANG, asked_in: str = ""
) -> tuple[Block, ...]:
    """Findings in order: names and texts that follow each other as a list, each record as its sentence and, after it,
    the command that shows its source; last what is not in that language, or that it was asked for in another."""
    made: list[Block] = []
    listed: list[Line] = []
    for one, command in found:
        if isinstance(one, Pointer):
            listed.append(line(one, language))
            continue
        made += [Bullets(tuple(listed))] if listed else []
        listed = []
        made.append(Paragraph((one, say(command))))
    made += [Bullets(tuple(listed))] if listed else []
    titled = any(isinstance(one, Pointer) and one.kind == TEXT for one, _ in found)
    notes = on_language(words(language, asked_in), made, titled=titled)
    return (*made, Paragraph(notes)) if notes else tuple(made)


def more(language: str = LANG) -> Phrase:
    return say(word("find-more", language))


def nothing(typed: str, usage: str, language: str = LANG) -> Document:
    """Nothing fits."""
    lines = (say(word("find-nothing", language, typed=echo(typed))), say(word("see-help", language, usage=usage)))
    return Document(word("unknown-title", language), (Paragraph(lines),), language=language)


def line(one: Pointer, language: str) -> Phrase:
    """What it is called, of what kind it is, and what to ask."""
    slots = {"kind": word(f"kind-{one.kind}", language), "command": one.command}
    if one.day:
        rest = word("find-dated", language, day=words(language).day(one.day), **slots)
    else:
        rest = word("find-named", language, **slots)
    return Phrase((Strong(one.name), Text(rest)))
