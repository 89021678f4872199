"""Predicates over where a record comes from: its source's publisher, title, day, licence and hash, and its own history.

They serve `/source`, where each is about the one record that was asked for; and the order of days in `/timeline`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from briefs.proof.case import Case
from briefs.proof.queries import recorded
from briefs.proof.reading import Found
from briefs.proof.relation import Room, Using
from briefs.records import EventRecord, RollCall, Source

ROOM = Room()
Reader: TypeAlias = Callable[[Case, str, int], Iterator[Found]]


@ROOM.test("record")
def source_asked(case: Case, record: EventRecord | RollCall) -> bool:
    """The record itself was asked for."""
    return record.id in case.brief.submission.subject


@ROOM.gives("record", tells_act=True)
def source_publisher(case: Case, record: EventRecord | RollCall) -> Iterable[str]:
    """Who published its source; nothing of what it says is told."""
    return (_source(case, record).publisher,)


@ROOM.gives("record")
def source_titled(case: Case, record: EventRecord | RollCall) -> Iterable[str]:
    """The title of its source, to the byte."""
    return (_source(case, record).title,)


@ROOM.gives("record", rule="C7")
def source_day(case: Case, record: EventRecord | RollCall) -> Iterable[date]:
    """When its source was published."""
    return (_source(case, record).published,)


@ROOM.gives("record", tells_act=True)
def source_terms(case: Case, record: EventRecord | RollCall) -> Iterable[str]:
    """The licence or terms of its source."""
    return (_source(case, record).licence,)


@ROOM.gives("record", tells_act=True)
def source_hash(case: Case, record: EventRecord | RollCall) -> Iterable[str]:
    """The SHA-256 of the source's archived text, or of the imported file."""
    found = _source(case, record).sha256
    return (found,) if found else ()


@ROOM.test("record", tells_act=True)
def source_unhashed(case: Case, record: EventRecord | RollCall) -> bool:
    """No hash of an archived text of its source is on file."""
    return _source(case, record).sha256 is None


@ROOM.test("call")
def source_filed(case: Case, call: RollCall) -> bool:
    """It was asked for, and is a call of the imported voting file."""
    return bool(source_asked(case, call)) and call.id not in case.archive.rollcalls


@ROOM.test("call")
def source_of_call(case: Case, call: RollCall) -> bool:
    """It was asked for, and is a record of its own."""
    return bool(source_asked(case, call)) and call.id in case.archive.rollcalls


@ROOM.test("event")
def source_of_event(case: Case, event: EventRecord) -> bool:
    """It was asked for: an event record, whatever it says."""
    return bool(source_asked(case, event))


@ROOM.gives("record", rule="C7", tells_act=True)
def source_fetched(case: Case, record: EventRecord | RollCall) -> Iterable[date]:
    """When its source was read."""
    found = _source(case, record).retrieved
    return (found,) if found else ()


@ROOM.gives("event", tells_act=True)
def source_replaced(_case: Case, event: EventRecord) -> Iterable[str]:
    """The record it takes the place of."""
    return (event.corrects,) if event.corrects else ()


@ROOM.gives("event")
def source_reason(_case: Case, event: EventRecord) -> Iterable[str]:
    """Why, in the curator's words, to the byte."""
    return (event.reason,) if event.reason else ()


def _source(case: Case, record: EventRecord | RollCall) -> Source:
    return case.archive.source_of(record.id)


# -- Timelines


@ROOM.test("any", rule="C7")
def timeline_to(case: Case, day: date) -> bool:
    """A timeline was asked for, up to the brief's own day, which its title establishes."""
    return "timeline" in case.brief.submission.subject and day == case.brief.submission.as_of


@ROOM.test(rule="C3")
def names_no_issue(case: Case) -> bool:
    """No issue was asked for that the title would have to name."""
    return not case.brief.subject_issues


@ROOM.test(rule="C3")
def names_no_actor(case: Case) -> bool:
    """No actor was asked for that the title would have to name."""
    return not case.brief.subject_actors


@ROOM.gives(rule="C3")
def in_timeline(case: Case) -> Iterable[str]:
    """The one actor whose timeline it is."""
    asked = case.brief.subject_actors
    return asked if len(asked) == 1 and "timeline" in case.brief.submission.subject else ()


@ROOM.gives("any", rule="C8")
def timeline_untold(case: Case, actor: str) -> Iterable[Using]:
    """How many records of the actor, on the issue asked for, no line of the brief cites: the stored query is cited, and
    run again. Calls of the imported file are not among them."""
    asked = case.brief.subject_issues
    return _untold(case, {"actor": actor, "issue": asked[0]} if asked else {"actor": actor})


@ROOM.gives("any", rule="C8")
def untold(case: Case, actor: str) -> Iterable[Using]:
    """How many records of the actor, on whatever issue, no line of a position cites; the stored query is run again."""
    return _untold(case, {"actor": actor})


@ROOM.gives("any", "any", rule="C8")
def untold_on(case: Case, actor: str, issue: str) -> Iterable[Using]:
    """How many records of the actor on that issue no line of a position cites; the stored query is run again."""
    return _untold(case, {"actor": actor, "issue": issue})


def _untold(case: Case, keys: Mapping[str, str]) -> Iterator[Using]:
    cited = {cite for sentence in case.brief.submission.sentences for cite in sentence.cites}
    for cite, query in case.queries.items():
        if query.kind == "records" and query.keys == keys:
            held = recorded(case.archive, query)
            yield Using(len(held) - len(held & cited), frozenset({cite}))


# -- Slots: words that stand in the cited records' sources alone


def _words(field: str) -> Reader:
    def read(case: Case, text: str, start: int) -> Iterator[Found]:
        cited = case.sources((*case.events, *case.calls))
        for word in sorted({str(getattr(source, field)) for source in cited}, key=lambda word: (-len(word), word)):
            if text.startswith(word, start):
                yield start + len(word), word

    return read


def _history(field: str) -> Reader:
    def read(case: Case, text: str, start: int) -> Iterator[Found]:
        for event in case.events.values():
            word = getattr(event, field)
            if word and text.startswith(word, start):
                yield start + len(word), word

    return read


READS: Mapping[str, Reader] = {
    "src_publisher": _words("publisher"),
    "src_title": _words("title"),
    "src_terms": _words("licence"),
    "src_hash": _words("sha256"),
    "src_replaced": _history("corrects"),
    "src_reason": _history("reason"),
}
