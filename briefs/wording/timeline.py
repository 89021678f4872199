"""What is held about an actor in the order of days: a line for each act or vote, opened by its day as in a digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefs.archive import Archive
from briefs.codebook import Act, Length, SponsorRole
from briefs.document import Block, Bullets, Clause, Document, Paragraph
from briefs.records import EventRecord, RollCall
from briefs.timelines import Moment, Timeline
from briefs.wording import acts, deeds, reports
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.pen import Pen, Slot

MOMENTS = {Length.LINE: 1, Length.SHORT: 8, Length.LONG: 25}
SHIFTS = {Length.LINE: 1, Length.SHORT: 3, Length.LONG: 10}
"""How many lines are told, and how many of them at most from the imported file."""


def tell(archive: Archive, timeline: Timeline, length: Length, as_of: date, words: Words) -> Document:
    """The moments in their order, and how many records there are beside them."""
    pen = Pen(archive, words)
    slots = {"actor": pen.titled(timeline.actor), "day": words.day(as_of)}
    title = words.say("title-timeline", slots)
    if timeline.issue:
        slots["issue"] = archive.register.issues[timeline.issue].title
        title = words.say("title-timeline-issue", slots)
    lines = tuple(_line(pen, timeline.actor, moment) for moment in timeline.moments)
    blocks: list[Block] = [Paragraph(lines) if length is Length.LINE else Bullets(lines)]
    if timeline.rest and length is not Length.LINE:
        blocks.append(Paragraph((_more(pen, timeline),)))
    if timeline.shifts and length is not Length.LINE:
        blocks.append(Paragraph((pen.phrase("timeline-shifts"),)))
    return frame(pen, title, tuple(blocks), as_of, length)


def _more(pen: Pen, timeline: Timeline) -> Clause:
    query = f"query:records?actor={timeline.actor}" + (f"&issue={timeline.issue}" if timeline.issue else "")
    return pen.clause("timeline-more", [query], n=timeline.rest)


def _line(pen: Pen, actor: str, moment: Moment) -> Clause:
    pen.forget()
    day = moment.event.date.day if moment.event else moment.day
    opened = pen.words.say("run-day", {"day": pen.words.day(day)}) if day else pen.words.say("run-undated", {})
    if moment.call:
        return _vote(pen, actor, moment.call, moment.before, opened)
    assert moment.event is not None
    told = _told(pen, actor, moment.event, opened)
    return told or acts.on_file(pen, moment.event, run_in=opened)


def _told(pen: Pen, actor: str, event: EventRecord, run_in: str) -> Clause | None:
    """The record in one sentence of a digest; None where none tells it, or none that names this actor."""
    if event.act is Act.VOTE_HELD:
        return _named(pen, actor, event, run_in)
    if actor not in (*event.by, *event.owner):
        mine = replace(event, asserts=tuple(claim for claim in event.asserts if actor in claim.of))
        return next(iter(deeds.claimed(pen, mine, run_in=run_in)), None)
    if event.act is Act.BACKGROUND:
        return None
    if event.act is Act.COSPONSOR and event.complete and (sponsor := _sponsor(pen, actor, event, run_in)):
        return sponsor
    if event.act is Act.SEEK and (seeking := acts.seeking(pen, event, dated=False, of=True, run_in=run_in)):
        return seeking
    if deed := deeds.in_digest(pen, event, run_in=run_in):
        return deed
    if quote := acts.quoted(pen, event, of=True, run_in=run_in, digest=True):
        return quote
    return next(iter(reports.sayings(pen, event, of=True, most=1, run_in=run_in)), None)


def _sponsor(pen: Pen, actor: str, event: EventRecord, run_in: str) -> Clause | None:
    """One of the sponsors that a draft names."""
    measure = pen.archive.measure_of(event)
    if measure is None or event.role is not SponsorRole.DRAFT:
        return None
    return pen.clause(
        "timeline-sponsor",
        [event.id],
        run_in=run_in,
        Actor=pen.actor(actor, f"{event.id}.by", start=True),
        n=len(event.by),
        title=Slot(pen.archive.register.measures[measure].title, f"{measure}.title"),
    )


def _named(pen: Pen, actor: str, event: EventRecord, run_in: str) -> Clause | None:
    """A vote that only the press reports."""
    option = next((option for option, listed in event.named.items() if actor in listed.of), None)
    if option is None or not event.label or not event.body:
        return None
    return pen.clause(
        f"timeline-named-{option.value}",
        [event.id],
        run_in=run_in,
        Actor=pen.actor(actor, f"{event.id}.{option.value}.of", start=True),
        label=Slot(event.label, f"{event.id}.label"),
        body=pen.actor(event.body, f"{event.id}.in"),
    )


def _vote(pen: Pen, actor: str, call: RollCall, before: RollCall | None, run_in: str) -> Clause:
    form = pen.form(actor)
    did = pen.words.say(f"voted-{call.votes[actor].value}-of", {"text": pen.symbol(call), "form": form})
    slots = {
        "Actor": pen.actor(actor, f"{call.id}.votes", start=True),
        "did": Slot(did, f"{call.id}.votes"),
        "title": Slot(pen.title(call), f"{call.measure}.title"),
    }
    if before is None:
        return pen.clause("timeline-vote", [call.id], slots, run_in=run_in, links=pen.links(call))
    had = pen.words.say(f"had-{before.votes[actor].value}-of", {"text": pen.symbol(before), "form": form})
    return pen.clause(
        "timeline-shift",
        [call.id, before.id],
        slots,
        run_in=run_in,
        links={**pen.links(before), **pen.links(call)},
        day=pen.full_day(before.date, f"{before.id}.date"),
        had=Slot(had, f"{before.id}.votes"),
    )
