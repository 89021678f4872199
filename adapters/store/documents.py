"""Document ↔ JSON, so that what was rendered before a crash is posted after it, byte for byte.

`pack` gives plain JSON values (lists and strings), `unpack` is its inverse. A node of the document tree that is
missing here fails the type check (`assert_never`), not the reader.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeAlias, assert_never

from briefs.document import (
    Block,
    Bullets,
    Clause,
    Document,
    Em,
    Heading,
    Inline,
    Line,
    Link,
    Paragraph,
    Phrase,
    Row,
    SourceNote,
    Strong,
    Table,
    Text,
)

Json: TypeAlias = Any
ENGLISH = "en"
"""The language of what was kept before languages were."""


def pack(document: Document) -> Json:
    """The document as JSON values."""
    return {
        "title": document.title,
        "blocks": [_pack_block(block) for block in document.blocks],
        "as_of": document.as_of.isoformat() if document.as_of else None,
        "footer": document.footer,
        "sources": [[note.number, note.text, note.url, list(note.records)] for note in document.sources],
        "paste": document.paste,
        **({"known": document.known.isoformat()} if document.known else {}),
        **({"language": document.language} if document.language != ENGLISH else {}),
        **({"calls": document.calls} if document.calls else {}),
    }


def unpack(packed: Json) -> Document:
    """The inverse of `pack`."""
    return Document(
        title=packed["title"],
        blocks=tuple(_unpack_block(block) for block in packed["blocks"]),
        as_of=date.fromisoformat(packed["as_of"]) if packed["as_of"] else None,
        footer=packed["footer"],
        sources=tuple(
            SourceNote(number, text, url, tuple(records)) for number, text, url, records in packed["sources"]
        ),
        paste=packed["paste"],
        known=datetime.fromisoformat(packed["known"]) if "known" in packed else None,
        language=packed.get("language", ENGLISH),
        calls=packed.get("calls", ""),
    )


def _pack_block(block: Block) -> Json:
    match block:
        case Heading(phrase, topic):
            return ["topic" if topic else "heading", _pack_line(phrase)]
        case Paragraph(lines):
            return ["paragraph", [_pack_line(line) for line in lines]]
        case Bullets(lines):
            return ["bullets", [_pack_line(line) for line in lines]]
        case Table(columns, rows):
            cells = [[_pack_line(row.label), [_pack_line(cell) for cell in row.cells]] for row in rows]
            return ["table", [_pack_line(column) for column in columns], cells]
        case _:
            assert_never(block)


def _unpack_block(packed: Json) -> Block:
    match packed:
        case ["heading", phrase]:
            return Heading(_unpack_phrase(phrase))
        case ["topic", phrase]:
            return Heading(_unpack_phrase(phrase), topic=True)
        case ["paragraph", lines]:
            return Paragraph(tuple(_unpack_line(line) for line in lines))
        case ["bullets", lines]:
            return Bullets(tuple(_unpack_line(line) for line in lines))
        case ["table", columns, rows]:
            return Table(
                tuple(_unpack_phrase(column) for column in columns),
                tuple(Row(_unpack_phrase(label), tuple(_unpack_line(cell) for cell in cells)) for label, cells in rows),
            )
        case _:
            raise ValueError(f"the ledger holds a block of a kind this Dateline does not know: {packed[0]!r}")


def _pack_line(line: Line) -> Json:
    inlines = [_pack_inline(inline) for inline in line.inlines]
    if isinstance(line, Phrase):
        return inlines
    return {
        "inlines": inlines,
        "template": line.template,
        "cites": list(line.cites),
        "bindings": dict(line.bindings),
        "under": line.under,
    }


def _unpack_line(packed: Json) -> Line:
    if isinstance(packed, list):
        return _unpack_phrase(packed)
    inlines = tuple(_unpack_inline(inline) for inline in packed["inlines"])
    return Clause(inlines, packed["template"], tuple(packed["cites"]), packed["bindings"], packed["under"])


def _unpack_phrase(packed: Json) -> Phrase:
    return Phrase(tuple(_unpack_inline(inline) for inline in packed))


def _pack_inline(inline: Inline) -> Json:
    match inline:
        case Text(text):
            return ["text", text]
        case Strong(text):
            return ["strong", text]
        case Em(text):
            return ["em", text]
        case Link(text, url):
            return ["link", text, url]
        case _:
            assert_never(inline)


def _unpack_inline(packed: Json) -> Inline:
    match packed:
        case ["text", text]:
            return Text(text)
        case ["strong", text]:
            return Strong(text)
        case ["em", text]:
            return Em(text)
        case ["link", text, url]:
            return Link(text, url)
        case _:
            raise ValueError(f"the ledger holds an inline of a kind this Dateline does not know: {packed[0]!r}")
