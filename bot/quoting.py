"""`/source`: the exact strings of a record in the context of its archived text, where an operator keeps that text.

The passages stand beside the proved brief and are no part of it: they are the source's own words, cut out of a file
whose SHA-256 is the one in the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from adapters.files.archived import ArchivedTexts, Passage
from briefs.archive import Archive
from briefs.codebook import Length
from briefs.document import Document
from briefs.records import Evidence, Quote
from briefs.wording import passages


def in_context(document: Document, archive: Archive, record: str, texts: ArchivedTexts, length: Length) -> Document:
    """The document with the record's quotations in context; at full length with all of its evidence."""
    event = archive.events.get(record)
    source = archive.sources[event.source] if event else None
    if event is None or source is None or source.sha256 is None or length is Length.LINE:
        return document
    exact: tuple[Quote | Evidence, ...] = (*event.quotes, *event.evidence)
    if length is Length.SHORT and event.quotes:
        exact = event.quotes
    found = tuple(_found(texts, source.sha256, exact))
    return passages.beside(document, [(one.before, one.exact, one.after) for one in found]) if found else document


def _found(texts: ArchivedTexts, sha256: str, exact: tuple[Quote | Evidence, ...]) -> Iterator[Passage]:
    for string in exact:
        yield from texts.passages(sha256, string.text, string.n)
