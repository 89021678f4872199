"""What each sentence of an answer rests on: the answer's sentences in their order, each beside its records.

The sentences are the answer's own proved clauses, word for word and in their order, since "it" in one may mean what the
one before it named. Around them stands service text alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefs.document import Clause, Document, Paragraph, Row, SourceNote, Table, Text, say
from briefs.wording.notices import speaking, word

SHOWN = 3
"""How many records of one source stand by name beside a sentence."""


def basis(document: Document, source: str) -> Document:
    """The document with the records beside its sentences. `source`: how the command is typed that shows a record."""
    spoken = speaking(document.language)
    rows = tuple(
        Row(say(str(number)), (clause, say(_rests_on(clause, document.sources, spoken))))
        for number, clause in enumerate(_sentences(document), 1)
    )
    if not rows:
        return replace(document, blocks=(Paragraph((say(word("basis-none", spoken)),)),))
    table = Table((say(word("basis-sentence", spoken)), say(word("basis-records", spoken))), rows)
    how = Paragraph((say(word("basis-how", spoken, command=source)),))
    title = word("basis-title", spoken, title=document.title)
    return replace(document, title=title, blocks=(table, how), paste="")


def _sentences(document: Document) -> list[Clause]:
    """Each once; what stood in a cell says what it stood under."""
    told = {clause.said: clause for clause in document.clauses()}
    return [replace(one, inlines=(Text(one.said),), under="") if one.under else one for one in told.values()]


def _rests_on(clause: Clause, notes: Sequence[SourceNote], spoken: str) -> str:
    """ "[1] undl-1/a, undl-1/b; [2] voa/c"; a search is told as one."""
    parts = []
    for note in notes:
        cited = [cite for cite in clause.cites if cite in note.records]
        if cited:
            more = len(cited) - SHOWN
            shown = ", ".join(cited[:SHOWN])
            parts.append(
                f"[{note.number}] " + (word("basis-more", spoken, records=shown, count=more) if more > 0 else shown)
            )
    noted = {record for note in notes for record in note.records}
    if not noted.issuperset(clause.cites) or not parts:
        parts.append(word("basis-search", spoken))
    return "; ".join(parts)
