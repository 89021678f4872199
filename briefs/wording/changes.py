"""What changed in this archive since a day, in words: counts first, then one line for each day, kind and source.

Records are named by id, with the source they rest on; what they say is for `/source` and `/event`. Short tells the
newest lines, long many; the rest is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time

from briefs.archive import Archive
from briefs.changes import Change, Kind, of_record, since
from briefs.codebook import Length
from briefs.document import Block, Bullets, Clause, Document, Paragraph
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.imported import FILE_ID
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.pen import Pen, Slot

LINES = {Length.LINE: 0, Length.SHORT: 12, Length.LONG: 60}
ALWAYS = datetime.max.replace(tzinfo=UTC)
IDS = 10
"""Records named in one line."""


def tell(archive: Archive, first: date, until: datetime, length: Length, as_of: date, words: Words) -> Document:
    """What changed from that day until that instant; an archive without a history says that it keeps none."""
    pen = Pen(archive, words)
    title = words.say("title-changes", {"day": words.day(first)})
    return frame(pen, title, tuple(_blocks(pen, first, until, length)), as_of, length)


def tell_each(archive: Archive, changes: Sequence[Change], as_of: date, words: Words) -> Document:
    """A line for each of these changes, in their order, titled with the day of the first."""
    pen = Pen(archive, words)
    title = words.say("title-changes", {"day": words.day(min(change.day for change in changes))})
    return frame(pen, title, (Bullets(tuple(line(pen, [change]) for change in changes)),), as_of, Length.SHORT)


def _blocks(pen: Pen, first: date, until: datetime, length: Length) -> Iterator[Block]:
    history = pen.archive.history
    changes = since(history, first, until) if history else ()
    start = datetime.combine(first, time(), UTC)
    query = f"query:changes?since={start.isoformat()}&until={until.astimezone(UTC).isoformat()}"
    lead = [_lead(pen, changes, first, query)]
    if history and length is not Length.LINE and start <= history.born <= until:
        born = pen.full_day(history.born.astimezone(UTC).date(), "history.born")
        held = sum(1 for id_, of in history.revisions.items() if "/" in id_ and of[0].at == history.born)
        lead.append(pen.clause("changes-began", [query], day=born, n=held, count=pen.words.number(held)))
    lead += _imported(pen, first)
    yield Paragraph(tuple(lead))
    groups = list(_groups(changes))
    told = groups[: LINES[length]]
    lines = [line(pen, group) for group in told]
    rest = len(changes) - sum(map(len, told))
    if rest and length is not Length.LINE:
        lines.append(pen.clause("changes-more", [query], n=rest, count=pen.words.number(rest)))
    if lines:
        yield Bullets(tuple(lines))


def _lead(pen: Pen, changes: tuple[Change, ...], first: date, query: str) -> Clause:
    day = pen.full_day(first, "request.since")
    if not changes:
        return pen.clause("changes-none", [query], day=day)
    counts = [(kind, sum(change.kind is kind for change in changes)) for kind in Kind]
    parts = [
        pen.words.say(f"changes-count-{kind.value}", {"n": n, "count": pen.words.number(n)}) for kind, n in counts if n
    ]
    return pen.clause("changes-counts", [query], day=day, counts=Slot(pen.words.listed(parts), "history"))


def _imported(pen: Pen, first: date) -> Iterator[Clause]:
    """The voting file, where the one held was imported since then."""
    filed = pen.archive.imported
    day = filed.at.astimezone(UTC).date() if filed else None
    if filed and day and day >= first:
        n = len(filed.ballots)
        slots = {"day": pen.full_day(day, "un-votes.at"), "count": Slot(pen.words.number(n), "un-votes")}
        yield pen.clause("changes-imported", [FILE_ID], slots, n=n)


def _groups(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Records added on one day from one source stand together (voting records of one day too), ten at most; what
    happened to a record that was held stands alone."""
    latest: dict[tuple[date, str], list[Change]] = {}
    groups: list[list[Change]] = []
    for change in changes:
        key = (change.day, "" if isinstance(change.about, RollCall) else change.source.id)
        group = latest.get(key, []) if change.kind is Kind.ADDED else []
        if not group or len(group) == IDS:
            group = []
            groups.append(group)
        if change.kind is Kind.ADDED:
            latest[key] = group
        group.append(change)
    yield from groups


def of_one(pen: Pen, record: str, *kinds: Kind) -> list[Clause]:
    """What happened to one record in this archive, of those kinds, oldest first."""
    history = pen.archive.history
    changes = of_record(history, record, pen.archive.known or ALWAYS) if history else ()
    return [line(pen, [change]) for change in changes if change.kind in kinds]


def retracted(pen: Pen, record: str) -> Clause | None:
    """That a record was retracted, and why; None where it was not, or is held again."""
    history = pen.archive.history
    last = list(of_record(history, record, pen.archive.known or ALWAYS))[-1:] if history else []
    return next((line(pen, [change]) for change in last if change.kind is Kind.RETRACTED), None)


def recorded(pen: Pen, record: str) -> Iterator[Clause]:
    """When it was recorded here, and what of it was changed in place since."""
    revisions = pen.archive.history.revisions.get(record, ()) if pen.archive.history else ()
    if revisions:
        day = pen.full_day(revisions[0].at.astimezone(UTC).date(), f"{record}.recorded")
        yield pen.clause("record-since", [record], day=day)
        yield from of_one(pen, record, Kind.EDITED)


def line(pen: Pen, group: list[Change]) -> Clause:
    """One line of what happened on one day."""
    change, source = group[0], group[0].source
    slots = {
        "day": pen.full_day(change.day, f"{change.revision.id}.recorded"),
        "records": Slot(pen.words.listed([each.revision.id for each in group]), "id"),
        "publisher": Slot(source.publisher, f"{source.id}.publisher"),
        "published": pen.full_day(source.published, f"{source.id}.published"),
    }
    message = f"changes-{change.kind.value}"
    if change.kind is Kind.ADDED and isinstance(change.about, RollCall):
        message = "changes-added-calls"
    elif change.kind is Kind.ADDED:
        slots["title"] = Slot(source.title, f"{source.id}.title")
    elif isinstance(change.about, EventRecord) and change.kind in (Kind.CORRECTED, Kind.RETRACTED):
        slots["reason"] = Slot(change.about.reason or "", f"{change.revision.id}.reason")
        slots["older"] = Slot(change.about.corrects or "", f"{change.revision.id}.corrects")
    return pen.clause(message, [each.cite for each in group], slots)
