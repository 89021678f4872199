"""(history, since) → what was added, corrected, retracted, changed in its place or is no longer held, newest first.

Only what readers could be told counts, from the instant they could: a draft is nothing yet, an embargoed record is new
when its embargo ends. What was held when the archive began is no change. `briefs/wording/changes` tells the result.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from briefs.codebook import Act, State
from briefs.history import Content, History, Revision
from briefs.records import EventRecord, Source


class Kind(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    EDITED = "edited"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One revision that readers are told of. `at` is when they could first be; `about` is its content, or for a record
    that is gone the content it had."""

    kind: Kind
    at: datetime
    revision: Revision
    about: Content
    source: Source

    @property
    def day(self) -> date:
        return self.at.astimezone(UTC).date()

    @property
    def cite(self) -> str:
        return f"revision:{self.revision.id}@{self.revision.at.astimezone(UTC).isoformat()}"


@dataclass(frozen=True, slots=True)
class Noted:
    """A change that a digest was amended for, by its mark (`briefs.amending`), and when that was entered."""

    mark: str
    at: datetime


def since(history: History, first: date, until: datetime) -> tuple[Change, ...]:
    """Every change from that day (UTC) until that instant, newest first; of one instant in the order of ids."""
    found = (c for id_ in history.revisions for c in of_record(history, id_, until) if c.day >= first)
    return tuple(sorted(sorted(found, key=lambda change: change.revision.id), key=lambda c: c.at, reverse=True))


def of_record(history: History, id_: str, until: datetime) -> Iterator[Change]:
    """What happened to one record, oldest first."""
    revisions = history.revisions_of(id_)
    steps = [step for step in _readable(revisions) if step[0] <= until]
    held: Content | None = None
    for at, now in steps:
        kind, about = _kind(held, now.content), held if now.content is None else now.content
        held = now.content
        if kind is None or about is None or isinstance(about, Source) or at <= history.born:
            continue
        source = source_of(history, about.source, until)
        if source:
            yield Change(kind, at, now, about, source)


def _readable(revisions: tuple[Revision, ...]) -> Iterator[tuple[datetime, Revision]]:
    """The revisions with the instant from which readers could see them; none that was replaced before it came."""
    ends = [later.at for later in revisions[1:]]
    for number, revision in enumerate(revisions):
        content = revision.content
        embargo = content.embargo if isinstance(content, EventRecord) and content.state is State.PUBLISHED else None
        at = max(revision.at, embargo) if embargo else revision.at
        if number >= len(ends) or at < ends[number]:
            yield at, revision


def _kind(before: Content | None, now: Content | None) -> Kind | None:
    if isinstance(now, Source) or isinstance(before, Source):
        return None
    if now is None:
        return Kind.GONE if before else None
    if isinstance(now, EventRecord) and now.state is State.RETRACTED:
        return Kind.RETRACTED if before and not _retracted(before) else None
    if before and not _retracted(before):
        return Kind.EDITED
    corrects = isinstance(now, EventRecord) and now.corrects and now.act not in (Act.CORRECT, Act.RETRACT)
    return Kind.CORRECTED if corrects else Kind.ADDED


def _retracted(content: Content) -> bool:
    return isinstance(content, EventRecord) and content.state is State.RETRACTED


def source_of(history: History, id_: str, until: datetime) -> Source | None:
    """The source as it was described last by then, also where nothing of it is held any more."""
    told = (r.content for r in reversed(history.revisions.get(id_, ())) if r.at <= until)
    return next((content for content in told if isinstance(content, Source)), history.page_of(id_))
