"""The second clock (C7): that the archive a brief was made from holds just what had been recorded by the instant asked
for. The history is played through again here, revision by revision; the archive's own view is not believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from briefs.archive import Archive
from briefs.history import Content, History
from briefs.proof.submission import Objection, Submission
from briefs.records import EventRecord, RollCall, Source
from briefs.views import tellable

Record: TypeAlias = EventRecord | RollCall
LAST = timedelta(days=1, microseconds=-1)


def last_of(day: date) -> datetime:
    """The last instant of a day in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + LAST


def view_objections(submission: Submission, archive: Archive) -> Iterator[Objection]:
    """What the archive holds though it was recorded later, or otherwise; and what it lacks though it was known."""
    known = submission.known
    if known is None:
        if archive.known is not None:
            yield Objection("C7", submission.title, "the archive is a view of the past, and the brief does not say so")
        return
    if archive.history is None:
        yield Objection("C7", submission.title, "the archive keeps no history, so nobody knows what was known when")
        return
    by, replay = known.isoformat(), replayed(archive.history, known)
    told = {id_: bare for id_, content in replay.items() if (bare := _told(content, known, archive)) is not None}
    records: dict[str, Record] = {**archive.events, **archive.rollcalls}
    for id_, record in records.items():
        if _as_recorded(record, told) != told.get(id_) or archive.sources[record.source] != told.get(record.source):
            yield Objection("C7", submission.title, f"{id_} was not recorded like this by {by}")
    for id_, content in told.items():
        if not isinstance(content, Source) and id_ not in records and _past(content, told) <= submission.as_of:
            yield Objection("C7", submission.title, f"{id_} was recorded by {by}, and the archive lacks it")
    voting = max((each.at for each in archive.history.imports if each.at <= known), default=None)
    if (archive.imported.at if archive.imported else None) != voting:
        yield Objection("C7", submission.title, f"the voting file is not the one imported last by {by}")


def replayed(history: History, known: datetime) -> dict[str, Content]:
    """What was held once every revision up to that instant had been recorded."""
    held: dict[str, Content] = {}
    for id_, revisions in history.revisions.items():
        for revision in revisions:
            if revision.at > known:
                continue
            if revision.content is None:
                held.pop(id_, None)
            else:
                held[id_] = revision.content
    return held


def _told(content: Content, known: datetime, archive: Archive) -> Content | None:
    """What readers could be told of it: an embargo ends when it says, and a register that lost a name tells nothing."""
    if isinstance(content, EventRecord):
        lifted = content if content.embargo is None or content.embargo > known else replace(content, embargo=None)
        return lifted if lifted.readable and tellable(lifted, archive.register) else None
    untold = isinstance(content, RollCall) and content.measure not in archive.register.measures
    return None if untold else content


def _as_recorded(record: Record, told: Mapping[str, Content]) -> Record:
    """The record as it was taken up: without the instant, and with the references it had. In a view these may be led on
    to what corrects them; they count as its own where they lead to just that."""
    bare = replace(record, recorded=None)
    kept = told.get(record.id)
    if not isinstance(bare, EventRecord) or not isinstance(kept, EventRecord):
        return bare
    claims = tuple(
        replace(claim, about=was.about) if _corrects(claim.about, was.about, told) else claim
        for claim, was in zip(bare.asserts, kept.asserts, strict=False)
    )
    if len(bare.asserts) == len(kept.asserts):
        bare = replace(bare, asserts=claims)
    if _corrects(bare.about, kept.about, told):
        bare = replace(bare, about=kept.about)
    return replace(bare, same_as=kept.same_as) if _corrects(bare.same_as, kept.same_as, told) else bare


def _corrects(newer: str | None, older: str | None, told: Mapping[str, Content]) -> bool:
    """Whether one record corrects the other, perhaps over others between them."""
    seen: set[str] = set()
    while newer is not None and newer != older and newer not in seen:
        seen.add(newer)
        held = told.get(newer)
        newer = held.corrects if isinstance(held, EventRecord) else None
    return newer is not None and newer == older


def _past(record: Record, told: Mapping[str, Content]) -> date:
    """The day by which it had happened and been published."""
    source = told[record.source]
    assert isinstance(source, Source)
    happened = record.date if isinstance(record, RollCall) else record.date.first or record.date.last
    return max(happened, source.published)
