"""Predicates over the third clock: by when all of a brief had been recorded, and what was recorded since a day.

The history is played through revision by revision, as in `known`; nothing of `briefs.changes` is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TypeAlias

from briefs.codebook import Act, State
from briefs.history import Revision, is_filed
from briefs.proof.case import Brief, Case
from briefs.proof.queries import BadQueryError, Query, read_query
from briefs.proof.reading import Found, one_of, sequence
from briefs.proof.relation import Room, Using
from briefs.proof.tallies import number
from briefs.records import EventRecord, RollCall, Source
from briefs.rollcalls.imported import FILE_ID

ROOM = Room()
Reader: TypeAlias = Callable[[Case, str, int], Iterator[Found]]

# -- What was known


@ROOM.test(rule="C7")
def known_now(case: Case) -> bool:
    """Nobody asked what was known at some instant of the past."""
    return case.brief.submission.known is None


@ROOM.test("any", rule="C7")
def known_on(case: Case, instant: datetime) -> bool:
    """The instant by which all of it had been recorded."""
    return case.brief.submission.known == instant


@ROOM.test("any", rule="C7")
def not_begun(case: Case, day: date) -> bool:
    """The archive began on that day, after the instant asked for."""
    history, known = case.archive.history, case.brief.submission.known
    begun = history.born.astimezone(UTC) if history else None
    return begun is not None and known is not None and known < begun and begun.date() == day


# -- What happened to records


@dataclass(frozen=True, slots=True)
class Turn:
    """What readers saw happen to a record: `of` is what it says now, or what one that is gone said."""

    word: str
    at: datetime
    of: EventRecord | RollCall

    @property
    def day(self) -> date:
        return self.at.astimezone(UTC).date()


Key: TypeAlias = tuple[str, datetime]
"""A revision by its record and its instant."""
ORDER = ("added", "corrected", "retracted", "edited", "gone")


def turns(brief: Brief) -> Mapping[Key, Turn]:
    """Every turn up to the instant the brief is asked for, or that its stored query names."""
    kept = brief.counted.get(("turns", ""))
    if isinstance(kept, dict):
        return kept
    found: dict[Key, Turn] = {}
    history = brief.archive.history
    end = brief.submission.known or max((until for _, until in _asked(brief)), default=None)
    for id_, revisions in history.revisions.items() if history else ():
        if "/" in id_:
            _play(revisions, end, found)
    brief.counted[("turns", "")] = found
    return found


def _play(revisions: Sequence[Revision], end: datetime | None, found: dict[Key, Turn]) -> None:
    """One record from its first content on; what readers never came to see is passed over."""
    before: EventRecord | RollCall | None = None
    for revision, following in zip(revisions, (*revisions[1:], None), strict=True):
        now = revision.content
        assert not isinstance(now, Source)
        waits = isinstance(now, EventRecord) and now.state is State.PUBLISHED and now.embargo is not None
        at = max(revision.at, now.embargo) if waits and isinstance(now, EventRecord) and now.embargo else revision.at
        if (following is not None and following.at <= at) or (end is not None and at > end):
            continue
        word, of = _word(before, now), now or before
        if word and of:
            found[_key(revision)] = Turn(word, at, of)
        before = now


def _key(revision: Revision) -> Key:
    return revision.id, revision.at


def _word(before: EventRecord | RollCall | None, now: EventRecord | RollCall | None) -> str:
    was_told = before is not None and not _withdrawn(before)
    if now is None:
        return "gone" if before is not None else ""
    if _withdrawn(now):
        return "retracted" if was_told else ""
    if was_told:
        return "edited"
    corrects = isinstance(now, EventRecord) and now.corrects is not None
    own = isinstance(now, EventRecord) and now.act in (Act.CORRECT, Act.RETRACT)
    return "corrected" if corrects and not own else "added"


def _withdrawn(record: EventRecord | RollCall) -> bool:
    return isinstance(record, EventRecord) and record.state is State.RETRACTED


def _asked(brief: Brief) -> Iterator[tuple[datetime, datetime]]:
    """The times that the brief's stored queries for changes name."""
    for sentence in brief.submission.sentences:
        for cite in sentence.cites:
            if cite.startswith("query:changes?"):
                try:
                    yield _times(read_query(cite))
                except BadQueryError:
                    continue


def _times(query: Query) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(query.keys["since"]), datetime.fromisoformat(query.keys["until"])


def _since(case: Case, day: date) -> tuple[str, list[tuple[Key, Turn]]] | None:
    """The cited query that asks from the beginning of that day until now, and what it finds; None where none does.

    "Now" is the instant the brief is asked for, else one after everything that was recorded."""
    history, known = case.archive.history, case.brief.submission.known
    for cite, query in case.queries.items():
        if query.kind != "changes":
            continue
        since, until = _times(query)
        last = max((of[-1].at for of in history.revisions.values()), default=until) if history else until
        whole = until == known if known else until >= last
        if whole and since == datetime(day.year, day.month, day.day, tzinfo=UTC):
            began = history.born if history else until
            return cite, [(key, t) for key, t in turns(case.brief).items() if t.at >= since and t.at > began]
    return None


@ROOM.test("any")
def changes_since(case: Case, day: date) -> bool:
    """Changes since that day were asked for."""
    subject = case.brief.submission.subject
    return "changes" in subject and day.isoformat() in subject


@ROOM.test("any", rule="C9")
def no_changes(case: Case, day: date) -> Using | bool:
    """The cited query, played through again, finds nothing."""
    asked = _since(case, day)
    return Using(None, frozenset({asked[0]})) if asked and not asked[1] else False


@ROOM.test("any", "any", rule="C8")
def change_counts(case: Case, day: date, counts: tuple[tuple[str, int], ...]) -> Using | bool:
    """How many were added, corrected, retracted, changed in place and are gone: all kinds there are, in that order."""
    asked = _since(case, day)
    if asked is None or not asked[1]:
        return False
    words = [turn.word for _, turn in asked[1]]
    held = tuple((word, words.count(word)) for word in ORDER if word in words)
    return Using(None, frozenset({asked[0]})) if counts == held else False


@ROOM.gives(rule="C8")
def changes_untold(case: Case) -> Iterable[Using]:
    """How many of what the cited query finds no line of the brief rests on."""
    cited = {cite for sentence in case.brief.submission.sentences for cite in sentence.cites}
    for _, start in ((cite, _times(query)[0]) for cite, query in case.queries.items() if query.kind == "changes"):
        asked = _since(case, start.date())
        if asked:
            told = [id_ for (id_, at), _ in asked[1] if f"revision:{id_}@{at.astimezone(UTC).isoformat()}" in cited]
            yield Using(len(asked[1]) - len(told), frozenset({asked[0]}))


@ROOM.test("any", "any", rule="C7")
def began_with(case: Case, day: date, n: int) -> Using | bool:
    """The archive began on that day, within the time asked for, and held so many records then."""
    history = case.archive.history
    if history is None or history.born.astimezone(UTC).date() != day:
        return False
    held = [of for id_, of in history.revisions.items() if "/" in id_ and of[0].at == history.born]
    for cite, query in case.queries.items():
        if query.kind == "changes" and _times(query)[0] <= history.born <= _times(query)[1] and len(held) == n:
            return Using(None, frozenset({cite}))
    return False


@ROOM.test("any", rule="C7")
def began_empty(case: Case, day: date) -> Using | bool:
    """The archive began on that day, within the time asked for, and held no record then."""
    found: Using | bool = began_with(case, day, 0)
    return found


@ROOM.test("any", "any", rule="C7")
def imported_on(case: Case, day: date, n: int) -> Using | bool:
    """The voting file held was imported that day, and holds so many roll calls."""
    filed = case.archive.imported
    if filed is None or filed.at.astimezone(UTC).date() != day or len(filed.ballots) != n or FILE_ID not in case.files:
        return False
    return Using(None, frozenset({FILE_ID}))


@ROOM.test("any", "any", "any", rule="C7")
def turned_so(case: Case, word: str, day: date, ids: tuple[str, ...]) -> Using | bool:
    """The cited revisions are those records', in that order, and each turned so on that day; none is of the day the
    archive began with."""
    if tuple(revision.id for revision in case.revisions.values()) != ids or len(set(ids)) != len(ids):
        return False
    history, told = case.archive.history, [_turn(case, revision) for revision in case.revisions.values()]
    good = history and all(turn and turn.word == word and turn.day == day and turn.at > history.born for turn in told)
    return Using(None, frozenset(case.revisions)) if good else False


@ROOM.test()
def turned_calls(case: Case) -> bool:
    """All of them are voting records."""
    return all(isinstance(turn.of, RollCall) for turn in _told(case))


@ROOM.test()
def turned_events(case: Case) -> bool:
    """None of them is a voting record."""
    return not any(isinstance(turn.of, RollCall) for turn in _told(case))


@ROOM.test("any", "any", rule="C10")
def turned_source(case: Case, publisher: str, day: date) -> bool:
    """All rest on one source, of that publisher and day, as it was described last."""
    return {(source.publisher, source.published) for source in _sources(case)} == {(publisher, day)}


@ROOM.test("any", rule="C10")
def turned_title(case: Case, text: str) -> bool:
    """That one source has this title, to the byte."""
    return {source.title for source in _sources(case)} == {text} and len(_sources(case)) == 1


@ROOM.test("any", rule="C6")
def turned_reason(case: Case, text: str) -> bool:
    """Why, in the curator's words, to the byte."""
    return _strings(case, lambda event: event.reason) == {text}


@ROOM.test("any", rule="C6")
def turned_older(case: Case, record: str) -> bool:
    """The record whose place it takes."""
    return _strings(case, lambda event: event.corrects) == {record}


def _strings(case: Case, field: Callable[[EventRecord], str | None]) -> set[str]:
    contents = (revision.content for revision in case.revisions.values())
    return {text for content in contents if isinstance(content, EventRecord) and (text := field(content))}


def _told(case: Case) -> list[Turn]:
    return [turn for revision in case.revisions.values() if (turn := _turn(case, revision))]


def _turn(case: Case, revision: Revision) -> Turn | None:
    """What readers saw happen by it; a call of the voting file turns where a later file has it otherwise."""
    history = case.archive.history
    if history is None or not is_filed(revision.id):
        return turns(case.brief).get(_key(revision))
    found: dict[Key, Turn] = {}
    _play(history.refiled[revision.id], case.brief.submission.known, found)
    return found.get(_key(revision))


def _sources(case: Case) -> frozenset[Source]:
    """The sources of what turned, each as it was described last by the instant the brief is asked for."""
    history, known, filed = case.archive.history, case.brief.submission.known, case.archive.imported
    told = _told(case)
    last = {
        turn.of.id: replace(filed.source, id=turn.of.id, published=turn.of.date)
        for turn in told
        if isinstance(turn.of, RollCall) and is_filed(turn.of.id) and filed
    }
    for id_ in {turn.of.source for turn in told}:
        for revision in history.revisions.get(id_, ()) if history else ():
            if isinstance(revision.content, Source) and (known is None or revision.at <= known):
                last[id_] = revision.content
    return frozenset(last.values())


@ROOM.gives("record", rule="C7", tells_act=True)
def recorded_on(case: Case, record: EventRecord | RollCall) -> Iterable[date]:
    """When this archive first held it; nothing of what it says is told."""
    revisions = case.archive.history.revisions.get(record.id, ()) if case.archive.history else ()
    return (min(revision.at for revision in revisions).astimezone(UTC).date(),) if revisions else ()


# -- Slots: ids and strings of the cited revisions, and counts of what happened

COUNTS = {
    "added": ("record added", "records added"), "corrected": ("corrected",) * 2, "retracted": ("retracted",) * 2,
    "edited": ("changed in place",) * 2, "gone": ("no longer held",) * 2,
}  # fmt: skip


def _counts(case: Case, text: str, start: int) -> Iterator[Found]:
    def item(at: int) -> Iterator[tuple[int, tuple[str, int]]]:
        for end, n in number(case, text, at):
            forms = {f" {words[n != 1]}": word for word, words in COUNTS.items()}
            for stop, word in one_of(forms, text, end):
                if isinstance(n, int) and n:
                    yield stop, (word, n)

    return sequence(item, text, start)


def _ids(case: Case, text: str, start: int) -> Iterator[Found]:
    ids = {revision.id: revision.id for revision in case.revisions.values()}
    return sequence(lambda at: one_of(ids, text, at), text, start)


def _among(strings: Callable[[Case], Iterable[str]]) -> Reader:
    def read(case: Case, text: str, start: int) -> Iterator[Found]:
        return one_of({string: string for string in strings(case) if string}, text, start)

    return read


READS: Mapping[str, Reader] = {
    "turn_counts": _counts,
    "turned": _ids,
    "turn_publisher": _among(lambda case: (source.publisher for source in _sources(case))),
    "turn_title": _among(lambda case: (source.title for source in _sources(case))),
    "turn_reason": _among(lambda case: _strings(case, lambda event: event.reason)),
    "turn_older": _among(lambda case: _strings(case, lambda event: event.corrects)),
}
