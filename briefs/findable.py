"""What can be found by words: every record, text voted on, actor and issue, with the words it is found by. Pure.

`adapters.search` ranks; `bot.finding` asks and tells. What is found is only pointed at here, never told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefs.archive import Archive
from briefs.records import Actor, EventRecord, Issue, Measure
from briefs.tongues.issues import IssueNames


class Shelf(StrEnum):
    """Where a thing stands; the first part of its key."""

    ACTOR = "actor"
    ISSUE = "issue"
    TEXT = "text"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Findable:
    """One thing: its shelf and id, its name, a symbol of its own, and other words it is found by."""

    shelf: Shelf
    id: str
    name: str
    symbol: str = ""
    words: str = ""
    day: date | None = None


def findables(archive: Archive) -> Iterator[Findable]:
    """Everything, records and texts oldest first: of two that fit alike the newer one is found first. Drafts and what
    is under embargo are among it: whoever tells a finding looks whether a reader may see it."""
    register, called = archive.register, _called(archive)
    yield from (_issue(issue, called.get(issue.id, ())) for issue in register.issues.values())
    events = sorted(archive.events.values(), key=lambda event: (event.date.last, event.id))
    yield from (_record(archive, event) for event in events)
    yield from (_text(measure, None) for measure in register.measures.values() if not archive.call_on(measure.id))
    for number, ballot in enumerate(archive.rolls.matrix.ballots):
        if not ballot.is_part:
            yield _text(archive.rolls.measure(number), ballot.day)
    yield from (_actor(archive, actor) for actor in register.actors.values())


def _called(archive: Archive) -> Mapping[str, Sequence[str]]:
    """Id → what issues are called in the languages one can ask in, beside English."""
    called: dict[str, list[str]] = {}
    for _, id_, name in IssueNames(archive.register, archive.wordings):
        called.setdefault(id_, []).append(name)
    return called


def _actor(archive: Archive, actor: Actor) -> Findable:
    former = (entry.value for entry in actor.un_names)
    seats = (state.name for state in archive.register.former.values() if state.seat == actor.id)
    roles = (role.title for role in actor.roles)
    words = (*actor.names, *actor.demonyms, actor.people or "", actor.short or "", *former, *seats, *roles)
    return Findable(Shelf.ACTOR, actor.id, actor.name, actor.id, " ".join(words))


def _issue(issue: Issue, called: Sequence[str]) -> Findable:
    return Findable(Shelf.ISSUE, issue.id, issue.title, "", " ".join((*issue.aliases, *called)))


def _text(measure: Measure, day: date | None) -> Findable:
    return Findable(Shelf.TEXT, measure.id, measure.title, measure.symbol, str(day.year) if day else "", day)


def _record(archive: Archive, event: EventRecord) -> Findable:
    register = archive.register
    source, issue = archive.sources[event.source], archive.issue_of(event)
    said_so = [said.text for said in event.says] + [quote.text for quote in event.quotes]
    told = [event.what, event.label, event.condition, *said_so]
    actors = [*event.by, event.on_behalf, event.target, event.partner, event.to, event.body]
    names = (register.actors[a].name if a in register.actors else a for a in actors if a)
    year = str(event.date.last.year)
    words = (event.act.value, *names, register.issues[issue].title if issue else "", source.publisher, year)
    name = " ".join(filter(None, [*told, source.title]))
    return Findable(Shelf.RECORD, event.id, name, event.id, " ".join(words), event.date.last)
