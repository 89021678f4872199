"""Where one record comes from: its act in its own sentence, then its source's publisher, day, licence and hash.

Each line is proved. The quotations in their context are laid beside it by `bot.quoting`, out of the archived text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefs.archive import Archive
from briefs.codebook import Length
from briefs.document import Bullets, Clause, Document, Paragraph
from briefs.records import EventRecord, RollCall
from briefs.wording import calls, changes
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.measure import account, is_account, sentences
from briefs.wording.pen import Pen, Slot


def tell(archive: Archive, record: EventRecord | RollCall, length: Length, as_of: date, words: Words) -> Document:
    """The record's sentence; at short length its source, at full length all of its sentences and its own history."""
    pen = Pen(archive, words)
    if isinstance(record, RollCall):
        text = archive.text(record)
        title = words.say("title-measure", {"symbol": text.symbol, "title": text.title})
        told = [calls.voted(pen, record)]
    else:
        title = record.id
        told = [account(pen, record)] if is_account(record) else []
        told = told or list(sentences(pen, record, Length.LONG if length is Length.LONG else Length.LINE))
    blocks = (Paragraph(tuple(told)), Bullets(tuple(_lines(pen, record, long=length is Length.LONG))))
    return frame(pen, title, blocks[:1] if length is Length.LINE else blocks, as_of, length)


def _lines(pen: Pen, record: EventRecord | RollCall, *, long: bool) -> Iterator[Clause]:
    source, cite = pen.archive.source_of(record.id), [record.id]
    filed = record.id not in pen.archive.events and record.id not in pen.archive.rollcalls
    slots = {
        "publisher": Slot(source.publisher, f"{source.id}.publisher"),
        "day": pen.full_day(source.published, f"{source.id}.published"),
    }
    if filed:
        yield pen.clause("source-filed", cite, slots)
    else:
        title = Slot(source.title, f"{source.id}.title")
        yield pen.clause("source-published", cite, {**slots, "title": title}, links={source.title: source.url})
    yield pen.clause("source-terms", cite, terms=Slot(source.licence, f"{source.id}.licence"))
    if source.sha256:
        message = "source-hash-file" if filed else "source-hash"
        yield pen.clause(message, cite, hash=Slot(source.sha256, f"{source.id}.sha256"))
    else:
        yield pen.clause("source-unhashed", cite)
    if source.retrieved and long:
        yield pen.clause("source-fetched", cite, day=pen.full_day(source.retrieved, f"{source.id}.retrieved"))
    yield from changes.recorded(pen, record.id)
    if isinstance(record, EventRecord) and record.corrects and record.reason:
        reason = Slot(record.reason, f"{record.id}.reason")
        yield pen.clause("source-replaces", cite, record=Slot(record.corrects, f"{record.id}.corrects"), reason=reason)
