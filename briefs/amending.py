"""(archive, a digest as it was posted, what happened to its records) → what its messages say from now on, and a note.

The digest is told anew for the same window from what is held today, a correction in the place of what it corrects, and
proved. Where that fails, or nothing is left to tell, fixed words stand instead. Nothing is rewritten in silence: the
message says that it was corrected and when, the note names every sentence that is no longer there and every new one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise

from briefs import briefing, digests
from briefs.archive import Archive
from briefs.briefing import Ending
from briefs.changes import Change, Kind, Noted, of_record
from briefs.codebook import Length
from briefs.digests import BACKFILL, Filter, Item, When
from briefs.document import Document
from briefs.history import History, is_filed
from briefs.records import EventRecord, RollCall, Source
from briefs.views import tellable
from briefs.wording import amendments

AGE = timedelta(days=90)
"""A digest due longer ago stays as it is."""
AMENDING = (Kind.CORRECTED, Kind.RETRACTED, Kind.EDITED, Kind.GONE)
"""What may change what was posted; a record that was added does not."""
LISTED = (Kind.CORRECTED, Kind.RETRACTED, Kind.GONE)
"""What the next digest tells by itself: a record changed in its place is told where a sentence changed with it."""
ALWAYS = datetime.max.replace(tzinfo=UTC)
_TOLD_AS = "changes-"
NOTED = (12, 6, 3, 1, 0)
"""Sentences of each side that a note names: the most that one message holds."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the digest told of, as `briefing.digest_of_window` takes it."""

    since: datetime
    until: datetime
    follows: Filter
    length: Length
    lead: bool = False
    alerted: frozenset[str] = frozenset()
    """Records that alerts told: a digest leaves them out."""
    only: frozenset[str] | None = None
    """Of an alert: the records it told, and no others."""


@dataclass(frozen=True, slots=True)
class Amended:
    """`whole` (and `lead`) told anew, None where that cannot be; `withdrawn` are the fixed words for each message that
    was posted; `notes`, the fullest first. `differs`: whether a
    record was corrected or retracted, or any sentence is another."""

    whole: Document | None
    lead: Document | None
    withdrawn: tuple[Document, ...]
    notes: tuple[Document, ...]
    differs: bool


def recent(history: History, since: datetime, until: datetime) -> tuple[Change, ...]:
    """What happened to records held before, in that time, oldest first; each once readers can see it."""
    return tuple(change for change in _ever(history) if since <= change.at <= until)


@lru_cache(maxsize=2)
def _ever(history: History) -> tuple[Change, ...]:
    """The same of all times: a history is played through once for all digests. It never changes; a grown one is
    another."""
    ids = (*history.revisions, *history.refiled)
    found = (change for id_ in ids for change in of_record(history, id_, ALWAYS))
    amending = (change for change in found if change.kind in AMENDING)
    return tuple(sorted(amending, key=lambda change: (change.at, change.revision.id)))


@lru_cache(maxsize=2)
def named(history: History) -> Mapping[str, Change]:
    """What ever happened to records held before, oldest first, each by its name (`marks`): the same in every history
    that holds as much of that record."""
    counts: Counter[str] = Counter()
    return {_counted(mark(change), counts): change for change in _ever(history)}


def aligned(history: History, noted: Collection[str]) -> Mapping[str, str]:
    """Name of a change in this history → its name among those that were noted, by whatever process. Where these know
    more turns of a record to the same words, this history's process was away for the first of them."""
    own: Counter[str] = Counter(map(_content, named(history)))
    last = dict.fromkeys(own, 0)
    for name in noted:
        content = _content(name)
        if content in last:
            last[content] = max(last[content], _number(name))
    found = {}
    for name in named(history):
        content = _content(name)
        number = _number(name) + max(0, last[content] - own[content])
        found[name] = content if number == 1 else f"{content} {number}"
    return found


def news(history: History, noted: Mapping[str, datetime]) -> Mapping[str, datetime]:
    """Name of a change in this history → the instant that was noted of it, for those of which one was."""
    return {name: noted[theirs] for name, theirs in aligned(history, noted).items() if theirs in noted}


def touched(change: Change) -> str:
    """The record that is told otherwise from then on."""
    corrects = change.about.corrects if isinstance(change.about, EventRecord) else None
    return corrects if change.kind is Kind.CORRECTED and corrects else change.revision.id


def concerning(changes: Sequence[Change], cites: Collection[str]) -> tuple[Change, ...]:
    """Those that touch a cited record, or one that corrects it."""
    ids, found = set(cites), []
    for change in changes:
        if touched(change) in ids:
            found.append(change)
            ids.add(change.revision.id)
    return tuple(found)


def asked_for(changes: Sequence[Change], some: Sequence[Change]) -> frozenset[str]:
    """The records that a digest may rest on for `some` of the changes to concern it: those they touch, and what these
    correct themselves."""
    corrects = {change.revision.id: touched(change) for change in changes if change.kind is Kind.CORRECTED}
    found: set[str] = set()
    for change in some:
        id_: str | None = touched(change)
        while id_ is not None and id_ not in found:
            found.add(id_)
            id_ = corrects.get(id_)
    return frozenset(found)


def mark(change: Change) -> str:
    """The name of a change by what the record says from then on: the same wherever and whenever a history takes it up.
    One that turns a record back to what it said before has that name again (`marks`)."""
    content = sha256(repr(change.revision.content).encode()).hexdigest()[:16]
    return f"{change.kind.value} {change.revision.id} {content}"


def unnoted(changes: Sequence[Change], noted: Sequence[Noted]) -> tuple[Change, ...]:
    """Of all that happened, oldest first, what a digest was not amended for: of each record what came after the change
    that was noted last. Histories of two processes may differ in what came between two of their looks; so where ours
    does not know that last one, only what happened after it was noted counts."""
    last: dict[str, Noted] = {_record(one.mark): one for one in noted}
    found: list[Change] = []
    for id_ in dict.fromkeys(change.revision.id for change in changes):
        of, known = [change for change in changes if change.revision.id == id_], last.get(id_)
        if known is not None:
            same = [n for n, change in enumerate(of) if mark(change) == _content(known.mark)]
            of = of[same[-1] + 1 :] if same else [change for change in of if change.at > known.at]
        found += of
    return tuple(change for change in changes if change in found)


def marks(new: Sequence[Change], noted: Sequence[Noted]) -> tuple[str, ...]:
    """The names of the new changes for the digest: one whose name was noted before counts its occurrences, so that the
    same turn taken a second time is another, and the same one for whoever enters it."""
    counts = Counter(_content(one.mark) for one in noted)
    return tuple(_counted(mark(change), counts) for change in new)


def names(noted: str, change: Change) -> bool:
    """Whether that mark, whatever its count, is the change's."""
    return _content(noted) == mark(change)


def _counted(content: str, counts: Counter[str]) -> str:
    """The name of one more of its kind."""
    counts[content] += 1
    return content if counts[content] == 1 else f"{content} {counts[content]}"


def _number(noted: str) -> int:
    """The count of a mark."""
    _, _, _, *number = noted.split(" ")
    return int(number[0]) if number else 1


def _record(noted: str) -> str:
    return noted.split(" ")[1]


def _content(noted: str) -> str:
    """A mark without its count."""
    return " ".join(noted.split(" ")[:3])


def amend(
    archive: Archive,
    recorded: Mapping[str, datetime],
    window: Window,
    was: Sequence[Document],
    changes: Sequence[Change],
    new: Collection[str],
    today: date,
) -> Amended:
    """The digest that stands as `was` (its messages), after all these `changes`; the note is on the `new` ones, named
    by their cites. `archive` speaks the language of the digest."""
    happened = list(_again(archive, changes))
    if not happened:
        return Amended(None, None, (), (), differs=False)
    lines = briefing.change_lines(archive, happened, today)
    noted = briefing.change_lines(archive, [each for each in happened if each.cite in new], today)
    last = happened[-1]
    made = _anew(archive, _in_its_place(recorded, happened), window, happened, today)
    language = archive.register.language
    told = made.ending is Ending.ANSWERED
    stands = made.document if told else Document("", (), today, language=language)
    before, now = _told(was), [clause for clause in stands.clauses() if clause.cites]
    gone = [text for text in before if text not in {clause.text for clause in now}]
    fresh = [clause for clause in now if clause.text not in before]
    kinds = {change.kind for change in happened}
    whole = amendments.retold(made.document, lines, kinds, last.day) if told else None
    lead = amendments.retold(made.lead, lines, kinds, last.day) if told and made.lead else None
    withdrawn = tuple(amendments.withdrawn(each, lines, last.kind, last.day, language) for each in was)
    notes = tuple(amendments.note(was[0], noted, gone, fresh, stands, most) for most in NOTED)
    listed = any(each.kind in LISTED for each in happened if each.cite in new)
    return Amended(whole, lead, withdrawn, notes, listed or bool(gone or fresh) or not told)


def _anew(
    archive: Archive, recorded: Mapping[str, datetime], window: Window, changes: Sequence[Change], today: date
) -> briefing.Briefing:
    span = (archive, recorded, window.since, window.until)
    if window.only is not None:
        records = _corrected(window.only, changes)
        return briefing.alert(*span, records, window.follows, window.length, lead=window.lead, today=today)
    alerted = _corrected(window.alerted, changes)
    return briefing.digest_of_window(
        *span, window.follows, window.length, lead=window.lead, today=today, alerted=alerted
    )


def earlier(
    archive: Archive,
    recorded: Mapping[str, datetime],
    noted: Mapping[str, datetime],
    window: Window,
    begun: datetime,
) -> tuple[Change, ...]:
    """What happened to records that were told to a subscription before, by digests of windows since `begun` and before
    this one, and by alerts: the changes whose instant (`noted`, by their names) is in the window."""
    history = archive.history
    if history is None:
        return ()
    names = [name for name, at in noted.items() if window.since <= at < window.until]
    happened = [named(history)[name] for name in names if name in named(history)] if names else []
    return tuple(
        change
        for change in happened
        if change.kind in LISTED or _voted_otherwise(history, change)
        if touched(change) in window.alerted or begun <= recorded.get(touched(change), window.since) < window.since
        if _followed(archive, recorded.get(touched(change), window.since), change, window.follows)
    )


def with_corrections(
    made: briefing.Briefing, archive: Archive, found: Sequence[Change], today: date
) -> briefing.Briefing:
    """The digest with a line for each change, where they can be proved; one with nothing else to tell tells them."""
    lines = briefing.change_lines(archive, list(_again(archive, found)), today)
    if not lines or made.ending is Ending.WITHHELD:
        return made
    return replace(made, document=amendments.corrections(made.document, lines), ending=Ending.ANSWERED)


def _again(archive: Archive, changes: Sequence[Change]) -> Iterator[Change]:
    """The same changes as this archive, in its language, holds them."""
    for change in changes:
        found = of_record(archive.history, change.revision.id, change.at) if archive.history else ()
        yield from (each for each in found if each.cite == change.cite)


def _in_its_place(recorded: Mapping[str, datetime], changes: Sequence[Change]) -> dict[str, datetime]:
    """A correction counts as recorded when what it corrects was: it is told in the window of that."""
    moved = dict(recorded)
    for change in changes:
        if change.kind is Kind.CORRECTED and touched(change) in moved:
            moved[change.revision.id] = moved[touched(change)]
    return moved


def _corrected(records: frozenset[str], changes: Sequence[Change]) -> frozenset[str]:
    """These records, and those that correct them: the correction of what was told stands in its place."""
    found = set(records)
    for change in changes:
        if change.kind is Kind.CORRECTED and touched(change) in found:
            found.add(change.revision.id)
    return frozenset(found)


def _told(was: Sequence[Document]) -> list[str]:
    """What the messages say, each sentence once, without the lines on earlier changes."""
    clauses = (clause for document in was for clause in document.clauses())
    return list(dict.fromkeys(clause.text for clause in clauses if not clause.template.startswith(_TOLD_AS)))


def _voted_otherwise(history: History, change: Change) -> bool:
    """Whether a later voting file has another vote, or another count, in a call that it still has."""
    of = history.revisions_of(change.revision.id) if is_filed(change.revision.id) else ()
    return any(now == change.revision and now.content != was.content for was, now in pairwise(of) if now.content)


def _followed(archive: Archive, at: datetime, change: Change, follows: Filter) -> bool:
    """Whether the record as it was told had been news for who follows this."""
    id_ = touched(change)
    if is_filed(id_):
        return at.date() - change.source.published <= BACKFILL and _filed_followed(archive, change, follows)
    content = archive.events.get(id_) or archive.rollcalls.get(id_) or change.about
    if isinstance(content, EventRecord) and not tellable(content, archive.register):
        return False
    if isinstance(content, RollCall) and content.measure not in archive.register.measures:
        return False
    if isinstance(content, Source):
        return False
    source = archive.sources.get(content.source, change.source)
    if at.date() - source.published > BACKFILL:
        return False
    event = content if isinstance(content, EventRecord) else None
    call = content if isinstance(content, RollCall) else None
    day = event.date.last if event else call.date if call else at.date()
    return digests.wanted(archive, Item(When.TODAY, day, event=event, call=call), follows)


def _filed_followed(archive: Archive, change: Change, follows: Filter) -> bool:
    """The same of a call of the voting file; the text of one that is gone stands in the file that held it last."""
    held = archive.known_by(change.at - timedelta.resolution) if change.kind is Kind.GONE else archive
    call = held.call(change.revision.id)
    return call is not None and digests.wanted(held, digests.of_file(held, call), follows)
