"""What `/find` tells around its records: service words that point at names and texts, and at what to ask next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefs.document import Block, Bullets, Clause, Document, Line, Paragraph, Phrase, Strong, Text, say
from briefs.wording.catalogue import words
from briefs.wording.notices import LANG, echo, word


@dataclass(frozen=True, slots=True)
class Pointer:
    """One thing that is no record: of what kind, its name, the day of its vote, and what to ask about it."""

    kind: str
    name: str
    day: date | None
    command: str


def title(typed: str) -> str:
    return word("find-title", typed=echo(typed))


def blocks(found: Sequence[tuple[Clause | Pointer, str]]) -> tuple[Block, ...]:
    """Findings in order: names and texts that follow each other as a list, each record as its sentence and, after it,
    the command that shows its source."""
    made: list[Block] = []
    listed: list[Line] = []
    for one, command in found:
        if isinstance(one, Pointer):
            listed.append(_line(one))
            continue
        made += [Bullets(tuple(listed))] if listed else []
        listed = []
        made.append(Paragraph((one, say(command))))
    return (*made, Bullets(tuple(listed))) if listed else tuple(made)


def more() -> Phrase:
    return say(word("find-more"))


def nothing(typed: str, usage: str) -> Document:
    """Nothing fits."""
    lines = (say(word("find-nothing", typed=echo(typed))), say(word("see-help", usage=usage)))
    return Document(word("unknown-title"), (Paragraph(lines),))


def _line(one: Pointer) -> Phrase:
    slots = {"kind": word(f"kind-{one.kind}"), "command": one.command}
    rest = word("find-dated", day=words(LANG).day(one.day), **slots) if one.day else word("find-named", **slots)
    return Phrase((Strong(one.name), Text(rest)))
