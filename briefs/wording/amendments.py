"""A posted digest amended: what its message says from then on, and the note on what changed.

The sentences and the lines of what happened to records are proved before they come here (`briefs.amending`); added are
service words that say that this was corrected and when. What was posted is repeated in the note as it was, between
quotation marks, and never as a claim of today.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from briefs.changes import Kind
from briefs.document import Block, Bullets, Clause, Document, Heading, Paragraph, say
from briefs.wording.catalogue import words
from briefs.wording.notices import beside

_NUMBER = re.compile(r" \(\d+/\d+\)$")
OUT = (Kind.RETRACTED, Kind.GONE)
"""What is told no longer."""


def corrections(document: Document, lines: Sequence[Clause]) -> Document:
    """The digest with what happened to records that earlier ones told, under a title of its own."""
    if not lines:
        return document
    topics = any(isinstance(block, Heading) and block.topic for block in document.blocks)
    title = Heading(say(beside("amended-section", document.language)), topic=topics)
    return document.with_blocks((*document.blocks, title, Bullets(tuple(lines))))


def retold(document: Document, lines: Sequence[Clause], kinds: Collection[Kind], day: date) -> Document:
    """A digest told anew, which says at its head that it was corrected and when, and at its end in what."""
    out = any(kind in OUT for kind in kinds)
    banner = beside("amended-out" if out else "amended", document.language, day=_day(document.language, day))
    told = corrections(document, lines)
    return told.with_blocks((Paragraph((say(banner),)), *told.blocks))


def withdrawn(was: Document, lines: Sequence[Clause], kind: Kind, day: date, language: str) -> Document:
    """Fixed words in the place of a message that cannot be told anew."""
    said = beside(f"withdrawn-{kind.value}", language, day=_day(language, day))
    blocks: tuple[Block, ...] = (Paragraph((say(said),)), *((Bullets(tuple(lines)),) if lines else ()))
    return Document(was.title, blocks, was.as_of, language=language)


def note(
    was: Document, lines: Sequence[Clause], before: Sequence[str], now: Sequence[Clause], told: Document, most: int
) -> Document:
    """The note on a digest titled like `was`: why, what was posted, what is told now; `most` sentences of each. `told`
    is the document that the new sentences stand in, for their sources and its language."""
    language = told.language
    cites = {cite for clause in now[:most] for cite in clause.cites}
    notes = tuple(note for note in told.sources if cites & set(note.records))
    quoted = [say(beside("note-quoted", language, sentence=sentence)) for sentence in before[:most]]
    shown: tuple[Sequence[Block], ...] = (
        [Paragraph((say(beside("note-lead", language)),))],
        [Bullets(tuple(lines))] if lines else [],
        [Heading(say(beside("note-was", language))), Bullets(tuple(quoted))] if quoted else [],
        [Heading(say(beside("note-now", language))), Bullets(tuple(now[:most]))] if now[:most] else [],
        [Paragraph((say(beside("note-untold", language)),))] if before and not now else [],
        [Paragraph((say(beside("note-more", language, n=rest)),))]
        if (rest := len(before[most:]) + len(now[most:]))
        else [],
    )
    title = beside("note-title", language, title=_NUMBER.sub("", was.title))
    blocks = tuple(block for some in shown for block in some)
    return Document(title, blocks, told.as_of, told.footer if notes else "", notes, language=language)


def _day(language: str, day: date) -> str:
    return words(language).day(day)
