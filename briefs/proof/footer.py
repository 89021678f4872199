"""The notes under a brief against its cites: every cited record stands in one note, and nothing else does (C10)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.proof.case import Brief, cite_kind
from briefs.proof.submission import Objection


def note_objections(brief: Brief) -> Iterator[Objection]:
    """What is wrong with the notes' numbers, records and addresses; their words are proved by `engine`."""
    notes, archive = brief.submission.notes, brief.archive
    cited = {c for s in brief.submission.sentences for c in s.cites if cite_kind(c) == "record"}
    noted = [record for note in notes for record in note.records]
    if [note.number for note in notes] != list(range(1, len(notes) + 1)):
        yield Objection("C10", "", "the notes are not numbered 1, 2, 3 …")
    if len(noted) != len(set(noted)):
        yield Objection("C10", "", "a record stands in two notes")
    if cited - set(noted):
        yield Objection("C10", "", f"no note holds {', '.join(sorted(cited - set(noted)))}")
    if set(noted) - cited:
        yield Objection("C10", "", f"a note holds what no sentence cites: {', '.join(sorted(set(noted) - cited))}")
    for note in notes:
        held = [r for r in note.records if archive.holds(r)]
        urls = {archive.source_of(record).url for record in held}
        if note.url not in urls:
            yield Objection("C10", note.text, f"note {note.number} opens {note.url}, not the source of its records")
