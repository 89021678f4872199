"""The issues one can ask about, in words: what is held on each, and from which day to which."""

from __future__ import annotations

from datetime import date

from briefs.archive import Archive
from briefs.codebook import Length
from briefs.document import Block, Bullets, Clause, Document, Heading, Paragraph
from briefs.holdings import Holding
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.pen import Pen, Slot, capital

IN_SHORT = 10
"""Issues listed in a short brief."""


def tell(archive: Archive, held: tuple[Holding, ...], length: Length, as_of: date, words: Words) -> Document:
    """The issues with anything held, most first; long: all others too."""
    pen = Pen(archive, words)
    parts: list[Block] = [Paragraph((lead(pen, held),))]
    if length is not Length.LINE:
        shown = held if length is Length.LONG else held[:IN_SHORT]
        parts += [Bullets(tuple(_held(pen, each) for each in shown))] if shown else []
    others = [issue for issue in archive.register.issues if issue not in {each.issue for each in held}]
    if length is Length.SHORT and (others or len(held) > IN_SHORT):
        parts.append(Paragraph((pen.phrase("issues-more"),)))
    if length is Length.LONG and others:
        titles = sorted(capital(archive.register.issues[issue].title) for issue in others)
        lines = tuple(pen.phrase("issues-other", issue=title) for title in titles)
        parts += [Heading(pen.phrase("issues-others")), Bullets(lines)]
    return frame(pen, words.say("issues-title", {}), tuple(parts), as_of, length)


def _cites(pen: Pen, held: tuple[Holding, ...]) -> list[str]:
    calls = 0
    for each in held:
        calls |= each.calls
    return [*pen.archive.rolls.cites(calls), *(event for each in held for event in each.events)]


def lead(pen: Pen, held: tuple[Holding, ...]) -> Clause:
    """On how many issues anything is held."""
    if not held:
        return pen.clause("issues-none", ["query:issues?body=unga"], of=len(pen.archive.register.issues))
    return pen.clause("issues-lead", _cites(pen, held), n=len(held), of=len(pen.archive.register.issues))


def _held(pen: Pen, each: Holding) -> Clause:
    return pen.clause(
        "issues-held" if each.first < each.last else "issues-held-day",
        _cites(pen, (each,)),
        issue=Slot(capital(pen.archive.register.issues[each.issue].title), "issue.title"),
        holding=Slot(_holding(pen, each), "count(records)"),
        first=pen.full_day(each.first, "first(record.date)"),
        last=pen.full_day(each.last, "last(record.date)"),
    )


def _holding(pen: Pen, each: Holding) -> str:
    """ "12 roll calls and 9 other records"."""
    calls, events, say = each.calls.bit_count(), len(each.events), pen.words.say
    told = [say("holding-calls", {"n": calls})] if calls else []
    told += [say("holding-others" if calls else "holding-records", {"n": events})] if events else []
    return pen.words.listed(told)
