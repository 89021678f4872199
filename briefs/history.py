"""The third clock: what this archive held of each record from when on, and what it held at one past instant.

A history is a list of revisions that only grows. `adapters.revisions` keeps it on disk; `Archive.known_by` looks
through it. Here is no file and no clock, and nothing is worded. The register is not replayed: its entries carry their
own days, and names are told as they are called now.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from briefs.codebook import State
from briefs.records import EventRecord, RollCall, Source
from briefs.rollcalls.imported import FILE_ID, Imported
from briefs.rollcalls.refiled import Altered

Content: TypeAlias = EventRecord | RollCall | Source


@dataclass(frozen=True, slots=True)
class Revision:
    """What was held under an id (a record's, or a source's) from `at` on; None: from then on nothing any more."""

    id: str
    at: datetime
    content: Content | None


def _none_altered() -> Mapping[str, Altered]:
    return {}


@dataclass(frozen=True, slots=True)
class Import:
    """One imported voting file: when it came, how to open it, and which calls it tells otherwise than the file before
    it (record id → the call in both)."""

    at: datetime
    open: Callable[[], Imported | None]
    altered: Callable[[], Mapping[str, Altered]] = _none_altered


@dataclass(frozen=True, eq=False)
class History:
    """Every revision since the archive began at `born` (aware): what it held then has that instant. `read` gives the
    revisions in the order in which they were recorded and is asked once, when a question needs them."""

    born: datetime
    read: Callable[[], Iterable[Revision]]
    imports: Sequence[Import] = ()
    """The voting files that were imported, oldest first."""

    @cached_property
    def revisions(self) -> Mapping[str, tuple[Revision, ...]]:
        """Id → its revisions, oldest first."""
        found: dict[str, list[Revision]] = {}
        for revision in self.read():
            found.setdefault(revision.id, []).append(revision)
        return {id_: tuple(of) for id_, of in found.items()}

    @cached_property
    def refiled(self) -> Mapping[str, tuple[Revision, ...]]:
        """Id of a call that some voting file told otherwise than the one before → its contents, oldest first."""
        found: dict[str, list[Revision]] = {}
        for earlier, later in pairwise(self.imports):
            for id_, call in later.altered().items():
                of = found.setdefault(id_, [])
                if not of or of[-1].content != call.before:
                    of.append(Revision(id_, earlier.at, call.before))
                of.append(Revision(id_, later.at, call.now))
        return {id_: tuple(of) for id_, of in found.items()}

    def revisions_of(self, id_: str) -> tuple[Revision, ...]:
        """What was held of a record, or of a call that a later voting file told otherwise, one after the other."""
        return self.refiled.get(id_, ()) if is_filed(id_) else self.revisions.get(id_, ())

    def page_of(self, id_: str) -> Source | None:
        """The source of such a call, as the last file names it that holds it; None for any other id."""
        pages = (each.altered().get(id_) for each in reversed(self.imports)) if is_filed(id_) else ()
        return next((call.source for call in pages if call), None)

    def at(self, instant: datetime) -> dict[str, Content]:
        """All that was held at that instant."""
        held = {}
        for id_, revisions in self.revisions.items():
            number = bisect_right(revisions, instant, key=lambda revision: revision.at)
            content = revisions[number - 1].content if number else None
            if content is not None:
                held[id_] = content
        return held

    def import_at(self, instant: datetime) -> Import | None:
        """The voting file that was imported last by then."""
        return next((each for each in reversed(self.imports) if each.at <= instant), None)


def is_filed(id_: str) -> bool:
    """Whether it is the record id of a call of a voting file."""
    return id_.startswith(f"{FILE_ID}/")


def noted(content: Content) -> bool:
    """Whether a history takes it up: a draft is on file only once it is published."""
    return not isinstance(content, EventRecord) or content.state in (State.PUBLISHED, State.RETRACTED)


def bare(content: Content) -> Content:
    """Without what the tool itself fills in."""
    if isinstance(content, Source) or content.recorded is None:
        return content
    return replace(content, recorded=None)


def revised(held: Mapping[str, Content], now: Mapping[str, Content], at: datetime) -> tuple[Revision, ...]:
    """What a history that ends with `held` takes up of `now`: new and changed contents, then those that are gone."""
    changed = (Revision(id_, at, c) for id_, c in sorted(now.items()) if held.get(id_) != c)
    gone = (Revision(id_, at, None) for id_ in sorted(held) if id_ not in now)
    return (*changed, *gone)


def end_of(day: date) -> datetime:
    """The last instant of a day, in UTC: what was known "on" it."""
    return datetime.combine(day, time.max, UTC)


def whole_day(instant: datetime) -> date | None:
    """The day whose end this instant is; None for an instant within a day."""
    told = instant.astimezone(UTC)
    return told.date() if told == end_of(told.date()) else None


__all__ = ["Content", "History", "Import", "Revision", "bare", "end_of", "is_filed", "noted", "revised", "whole_day"]
