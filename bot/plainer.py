"""A document a platform found too long → short plain parts. Pure; every claim keeps its words, cites and source
notes."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from adapters.fitting import split
from briefs.document import Block, Bullets, Clause, Document, Heading, Line, Paragraph, Phrase, Table, Text
from briefs.plain import plain

LONGEST = 1200
"""Characters of one part: well under every platform's limit for the simplest kind of message."""


def plainly(document: Document) -> tuple[Document, ...]:
    """The same words without links, weight or tables, in parts of at most `LONGEST` characters."""
    blocks = tuple(_plain_block(block) for block in document.blocks)
    first, *further = split(document.with_blocks(blocks), lambda part: len(plain(part)) <= LONGEST)
    return first, *(replace(part, calls="") for part in further)  # whoever is called is called once


def _plain_block(block: Block) -> Block:
    match block:
        case Heading(phrase):
            return Paragraph((_plain_line(phrase),))
        case Paragraph(lines):
            return Paragraph(tuple(_plain_line(line) for line in lines))
        case Bullets(lines):
            return Bullets(tuple(_plain_line(line) for line in lines))
        case Table(_, rows):
            # A cell says what it stands under (`Clause.said`), so it may leave its table.
            return Bullets(tuple(_plain_line(line) for row in rows for line in (row.label, *row.cells)))
        case _:
            assert_never(block)


def _plain_line(line: Line) -> Line:
    if isinstance(line, Phrase):
        return Phrase((Text(line.text),))
    return Clause((Text(line.said),), line.template, line.cites, line.bindings)
