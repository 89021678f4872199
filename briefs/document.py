"""The neutral message: a small closed tree between the words and the chats. Never markup, never a payload.

A `Clause` is one proved sentence with its bindings and cites; a `Phrase` is service text (a heading, a hint, a name in
a title) that claims nothing about the world. What the prover reads is `Clause.text`, and what a reader sees is the same
characters: inlines only decorate. Text is only text; escaping is the renderer's duty. Unions are closed: match them
with `assert_never`, so that a new node breaks the type check of every renderer until it is answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeAlias, assert_never


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Weight, for the few words that carry a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Em:
    """A quiet run-in, such as the day before a digest item."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that open a page; `url` is http(s)."""

    text: str
    url: str


Inline: TypeAlias = Text | Strong | Em | Link


@dataclass(frozen=True, slots=True)
class Phrase:
    """Service text: claims nothing, cites nothing."""

    inlines: tuple[Inline, ...]

    @property
    def text(self) -> str:
        return "".join(inline.text for inline in self.inlines)


@dataclass(frozen=True, slots=True)
class Clause:
    """One proved sentence (or table cell). `template` is its message id, `bindings` slot → `record.field`, `cites` the
    record ids it rests on (`query:…` for silence). `under` is what a table cell stands under: "Said · Cambodia"."""

    inlines: tuple[Inline, ...]
    template: str
    cites: tuple[str, ...]
    bindings: Mapping[str, str] = field(default_factory=dict)
    under: str = ""

    @property
    def text(self) -> str:
        return "".join(inline.text for inline in self.inlines)

    @property
    def said(self) -> str:
        """The whole claim in words: what is proved, and what `--json` prints."""
        return f"{self.under}: {self.text}" if self.under else self.text


Line: TypeAlias = Clause | Phrase


@dataclass(frozen=True, slots=True)
class Heading:
    """A short label over the blocks that follow it. A `topic` stands for itself, with all blocks to the next topic: an
    issue of a digest, which a chat may show as a card of its own."""

    phrase: Phrase
    topic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that run on in one paragraph."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """One line a point, e.g. the list of votes."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its label, then a cell for each column."""

    label: Phrase
    cells: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns side by side. Renderers without tables print a row at a time, each cell under its column's name."""

    columns: tuple[Phrase, ...]
    rows: tuple[Row, ...]


Block: TypeAlias = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One numbered source in the footer; `records` are the cited record ids that stand in it."""

    number: int
    text: str
    url: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One answer or digest. `sources` follow `footer` ("Sources to 4 Mar 2022"); `paste` is the line one can paste."""

    title: str
    blocks: tuple[Block, ...]
    as_of: date | None = None
    footer: str = ""
    sources: tuple[SourceNote, ...] = ()
    paste: str = ""
    known: datetime | None = None
    """The instant (aware) by which all of it had been recorded, where that was asked for."""
    language: str = "en"
    calls: str = ""
    """The platform's id of a group to call with this message; nothing else in it ever calls anybody."""

    def lines(self) -> Iterator[Line]:
        """Every line in reading order."""
        for block in self.blocks:
            yield from lines_of(block)

    def clauses(self) -> Iterator[Clause]:
        """Every claim in reading order."""
        return (line for line in self.lines() if isinstance(line, Clause))

    def with_blocks(self, blocks: tuple[Block, ...]) -> Document:
        return replace(self, blocks=blocks)


def lines_of(block: Block) -> Iterator[Line]:
    """The lines of one block in reading order."""
    match block:
        case Heading(phrase):
            yield phrase
        case Paragraph(lines) | Bullets(lines):
            yield from lines
        case Table(columns, rows):
            yield from columns
            for row in rows:
                yield row.label
                yield from row.cells
        case _:
            assert_never(block)


def say(text: str) -> Phrase:
    """Service text as a phrase."""
    return Phrase((Text(text),))
