"""What stands around the sentences: title, footer with numbered sources, and the line one can paste.

Sources of one publisher that are voting records share a number, so that nine roll calls do not make nine footers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from briefs.codebook import Length
from briefs.document import Block, Clause, Document, Paragraph, Phrase, SourceNote, lines_of, say
from briefs.history import whole_day
from briefs.records import Source
from briefs.rollcalls.imported import FILE_ID
from briefs.tongues import ENGLISH
from briefs.wording.catalogue import Words
from briefs.wording.pen import Pen

NO_RECORD = ("query:", "register:", "revision:")
"""How cites begin that are no records of a source."""


def frame(
    pen: Pen, title: str, blocks: tuple[Block, ...], as_of: date, length: Length, *, footer: str = "footer-sources"
) -> Document:
    """The whole document. `as_of` is the day asked for; the footer tells the latest publication that was read."""
    notes_ = on_language(pen.words, blocks, titled="«" in title)
    blocks = (*blocks, Paragraph(notes_)) if notes_ else blocks
    cites = cited(blocks)
    notes = tuple(_notes(pen, cites))
    latest = max((pen.archive.source_of(cite).published for cite in cites), default=pen.archive.latest)
    paste = _paste(pen, notes) if length is Length.LONG and notes else ""
    foot, known = _foot(pen, footer if latest else "footer-none", latest), pen.archive.known
    return Document(title, blocks, as_of, foot, notes, paste, known, pen.words.lang)


def _foot(pen: Pen, footer: str, latest: date | None) -> str:
    """Up to which day sources were read; where that was asked for, as known when."""
    words, known, history = pen.words, pen.archive.known, pen.archive.history
    slots: dict[str, str | int] = {"day": words.day_short(latest)} if latest else {}
    if known is None:
        return words.say(footer, slots)
    slots["known"] = known_on(words, known)
    if latest is None and history and known < history.born:
        return words.say("footer-none-begun", {**slots, "born": words.day_short(history.born.astimezone(UTC).date())})
    return words.say(f"{footer}-known", slots)


def known_on(words: Words, known: datetime) -> str:
    """ "5 Mar 2022" for the end of that day, else "5 Mar 2022 at 10:30 UTC"."""
    day = whole_day(known)
    if day:
        return words.day_short(day)
    at = known.astimezone(UTC)
    time = at.strftime("%H:%M:%S" if at.second else "%H:%M")
    return words.say("known-at", {"day": words.day_short(at.date()), "time": time})


def on_language(words: Words, blocks: Iterable[Block], *, titled: bool = False) -> tuple[Phrase, ...]:
    """That titles and quotations keep their language; or that the answer was asked for in another one. `titled`: a
    title is told outside the lines of these blocks."""
    if words.instead_of:
        return (say(words.say(f"instead-of-{words.instead_of}", {})),)
    quoted = titled or any("«" in line.text for block in blocks for line in lines_of(block))
    return (say(words.say("language", {})),) if quoted and words.lang != ENGLISH else ()


def cited(blocks: tuple[Block, ...]) -> list[str]:
    """Record ids that the clauses rest on, in the order of first use; queries and the register are none."""
    clauses = (line for block in blocks for line in lines_of(block) if isinstance(line, Clause))
    every = (cite for clause in clauses for cite in clause.cites if not cite.startswith(NO_RECORD))
    return list(dict.fromkeys(every))


def _grouped(pen: Pen, cites: list[str]) -> list[tuple[list[Source], list[str]]]:
    """Sources with the cited records in them; voting records of one publisher together."""
    groups: dict[tuple[str, str], tuple[list[Source], list[str]]] = {}
    for cite in cites:
        source = pen.archive.source_of(cite)
        votes = pen.archive.is_vote(cite)
        kind = f"{source.publisher}, {source.licence}" if votes else source.id
        sources, records = groups.setdefault((kind, "call" if votes else "event"), ([], []))
        if source not in sources:
            sources.append(source)
        records.append(cite)
    return list(groups.values())


def _notes(pen: Pen, cites: list[str]) -> list[SourceNote]:
    words = pen.words
    notes = []
    for number, (sources, records) in enumerate(_grouped(pen, cites), start=1):
        newest = max(sources, key=lambda source: source.published)
        slots: dict[str, str | int] = {"publisher": newest.publisher, "day": words.day_short(newest.published)}
        message = "note-one"
        if records[0].partition("/")[0] == FILE_ID:
            slots |= {"licence": newest.licence}
            message = "note-file"
        elif records[0] in pen.archive.rollcalls:
            message = "note-record"
            if len(sources) > 1:
                first = min(source.published for source in sources)
                slots |= {"first": words.day_short(first), "last": slots["day"]}
                message = "note-records" if first < newest.published else "note-records-day"
            else:
                slots["symbol"] = pen.symbol(pen.archive.rollcalls[records[0]])
        notes.append(SourceNote(number, words.say(message, slots), newest.url, tuple(records)))
    return notes


def _paste(pen: Pen, notes: tuple[SourceNote, ...]) -> str:
    """One line for somebody's footnote: each source with day, address and the record ids that rest on it."""
    told = []
    for note in notes:
        sources = [pen.archive.source_of(record) for record in note.records]
        newest = max(source.published for source in sources)
        slots = {"publisher": sources[0].publisher, "day": pen.words.day_short(newest), "url": note.url}
        told.append(pen.words.say("paste-source", {**slots, "records": ", ".join(note.records)}))
    return pen.words.say("paste", {"sources": "; ".join(told)})
