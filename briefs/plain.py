"""Document → plain text: the reference rendering, the golden format and what every platform's post also carries.

A pure function without limits: `wide` wraps nothing and lays tables out as rows of "column: cell", so that a screen
reader and a log read the same words in the same order.
"""

from __future__ import annotations

from typing import assert_never

from briefs.document import Block, Bullets, Document, Heading, Paragraph, Row, SourceNote, Table


def plain(document: Document) -> str:
    """The whole document as text, blocks parted by a blank line, sources last."""
    parts = [document.title, *(plain_block(block) for block in document.blocks), *plain_tail(document)]
    return "\n\n".join(part for part in parts if part)


def plain_block(block: Block) -> str:
    """One block as text."""
    match block:
        case Heading(phrase):
            return phrase.text
        case Paragraph(lines):
            return " ".join(line.text for line in lines)
        case Bullets(lines):
            return "\n".join(f"• {line.text}" for line in lines)
        case Table(columns, rows):
            names = [column.text for column in columns]
            return "\n".join(plain_row(names, row) for row in rows)
        case _:
            assert_never(block)


def plain_row(columns: list[str], row: Row) -> str:
    """One row of a table as one line: label, then each cell under its column's name."""
    cells = "; ".join(f"{name}: {cell.text}" for name, cell in zip(columns, row.cells, strict=True))
    return f"{row.label.text} – {cells}"


def plain_source(note: SourceNote) -> str:
    """One numbered source as it stands in the footer."""
    return f"[{note.number}] {note.text}"


def plain_tail(document: Document) -> list[str]:
    """Footer with its sources, then the line to paste."""
    notes = " · ".join(plain_source(note) for note in document.sources)
    footer = " · ".join(part for part in (document.footer, notes) if part)
    return [part for part in (footer, document.paste) if part]
