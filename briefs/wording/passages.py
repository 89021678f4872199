"""Passages of an archived text beside a brief: the source's words, with the exact string in weight. Service text."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.document import Bullets, Document, Heading, Phrase, Strong, Text, say
from briefs.wording.notices import word


def beside(document: Document, found: Sequence[tuple[str, str, str]]) -> Document:
    """The document with (before, exact, after) passages under a heading of their own."""
    lines = tuple(Phrase((Text(before), Strong(exact), Text(after))) for before, exact, after in found)
    return document.with_blocks((*document.blocks, Heading(say(word("passages", document.language))), Bullets(lines)))
