"""Question → proved brief: trace or gather, tell in words, prove, or withhold. The one path every platform uses.

An archive speaks one language (`tongues`), and a brief of it that language; `told` chooses.

`bot.commands` and `bot.delivery` call these functions; nothing else turns records into text that is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from briefs import (
    agreements,
    blocs,
    breaking,
    comparisons,
    digests,
    holdings,
    movements,
    newest,
    positions,
    silences,
    timelines,
)
from briefs.archive import Archive
from briefs.changes import Change
from briefs.codebook import Act, Length, VoteOption
from briefs.digests import Digest, Filter
from briefs.document import Clause, Document
from briefs.proof import FooterNote, Sentence, Submission, load_skeletons, verify
from briefs.tongues import ENGLISH, NOT_TOLD, asked_in, told_in
from briefs.wording import bloc as tell_bloc
from briefs.wording import changes as tell_changes
from briefs.wording import comparison as tell_comparison
from briefs.wording import digest as tell_digest
from briefs.wording import issues as tell_issues
from briefs.wording import measure as tell_measure
from briefs.wording import notices
from briefs.wording import position as tell_position
from briefs.wording import shifts as tell_shifts
from briefs.wording import source as tell_source
from briefs.wording import timeline as tell_timeline
from briefs.wording import voting as tell_voting
from briefs.wording.catalogue import MissingMessage, Words, words

WEEK = timedelta(days=7)
T = TypeVar("T")


class Ending(StrEnum):
    """How a brief ended."""

    ANSWERED = "answered"
    QUIET = "quiet"
    NOTHING = "nothing"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Briefing:
    """A document that may be shown. `reasons` tell the operator why one was withheld; readers get a calm line."""

    document: Document
    ending: Ending
    reasons: tuple[str, ...] = ()
    lead: Document | None = None
    """Of a digest: a sentence of it for each issue, proved as a brief of its own, where it tells more than that."""
    news: tuple[str, ...] = ()
    """Of a digest of a window and an alert: the records they tell."""


def told(archive: Archive, language: str, make: Callable[[Archive], T]) -> T:
    """What `make` tells of the archive, in that language. Whatever it has no words for yet, a sentence or a curator's
    wording without a translation, makes the whole brief English, which then says so: never two languages in one."""
    if language == ENGLISH:
        return make(archive)
    try:
        return make(told_in(archive, language))
    except MissingMessage:
        return make(asked_in(archive, language))


def _words(archive: Archive) -> Words:
    return words(archive.register.language, archive.register.asked_in)


def position(archive: Archive, actor: str, issue: str | None, as_of: date, length: Length) -> Briefing:
    """What `actor` did on `issue` (None: on every issue held), as of the end of that day."""
    held = archive.as_of(as_of)
    traced = newest.traced(held, actor, issue, tell_position.ISSUES[length])
    told, overall = traced.positions, None if issue else positions.tally(held, actor, None)
    if told or overall:
        document = tell_position.tell(held, actor, issue, traced, overall, length, as_of, _words(archive))
    else:
        document = tell_position.tell_nothing(held, actor, as_of, length, _words(archive))
    ending = Ending.NOTHING if not overall and all(each.empty for each in told) else Ending.ANSWERED
    return prove(document, held, as_of, (actor, *(each.issue for each in told if each.issue)), ending)


def event(archive: Archive, about: str, as_of: date, length: Length) -> Briefing:
    """One measure (register id) or one event record (full id): a vote as a vote, any other act in its own words, and a
    corrected record as it was corrected."""
    held = archive.as_of(as_of)
    asked = held.events.get(about)
    measure = None if asked and asked.act is not Act.VOTE_HELD else held.measure_about(about)
    measure = (silences.called(held, measure) if measure else None) or measure
    document = tell_measure.tell(held, measure, length, as_of, _words(archive)) if measure else None
    if document is None:
        about = archive.call_id(about)
        document = tell_measure.tell_record(held, about, length, as_of, _words(archive))
        untold = {clause.template for clause in document.clauses()} <= {"no-event", "no-such-record"}
        return prove(document, held, as_of, (about,), Ending.NOTHING if untold else Ending.ANSWERED)
    return prove(document, held, as_of, (measure or about,), Ending.ANSWERED)


def vote(archive: Archive, measure: str, bloc: str | None, as_of: date, length: Length) -> Briefing:
    """The roll call on a measure, or how one bloc's members voted in it."""
    held = archive.as_of(as_of)
    document = tell_voting.tell(held, measure, bloc, length, as_of, _words(archive))
    return _on_call(archive, measure, (bloc,) if bloc else (), as_of, length, document)


def voters(
    archive: Archive, measure: str, option: VoteOption, bloc: str | None, as_of: date, length: Length
) -> Briefing:
    """Who has that option in the roll call on a measure, of all members or of one bloc."""
    held = archive.as_of(as_of)
    document = tell_voting.tell_voters(held, measure, option, bloc, length, as_of, _words(archive))
    asked = (option.value, bloc) if bloc else (option.value,)
    return _on_call(archive, measure, asked, as_of, length, document)


def _on_call(
    archive: Archive, measure: str, asked: tuple[str, ...], as_of: date, length: Length, document: Document | None
) -> Briefing:
    """Proved; or, where no roll call of it is held as of the day, what is held of the text."""
    if document is None:
        return event(archive, measure, as_of, length)
    return prove(document, archive.as_of(as_of), as_of, (measure, *asked), Ending.ANSWERED)


def compare(archive: Archive, actors: Sequence[str], issue: str | None, as_of: date, length: Length) -> Briefing:
    """Two or more actors side by side; without an issue in all roll calls held, where they are states and an import is
    there, else on the first issue of the register on which any of them is on file."""
    held = archive.as_of(as_of)
    overall = agreements.agreements(held, actors, None) if issue is None else None
    if overall:
        document = tell_comparison.tell_overall(held, overall, length, as_of, _words(archive))
        return prove(document, held, as_of, tuple(actors), Ending.ANSWERED)
    traced = (position for actor in actors for position in positions.trace_all(held, actor))
    on_file = (position.issue for position in traced if position.issue)
    chosen = issue or next(on_file, next(iter((*positions.issues_on_file(held), *held.register.issues))))
    comparison = comparisons.compare(held, actors, chosen)
    document = tell_comparison.tell(held, comparison, length, as_of, _words(archive))
    ending = Ending.NOTHING if comparison.empty else Ending.ANSWERED
    return prove(document, held, as_of, (*actors, chosen), ending)


def bloc(archive: Archive, actor: str, issue: str | None, as_of: date, length: Length) -> Briefing:
    """How alike the members of a bloc vote, on an issue or on all, and where they last did not."""
    held = archive.as_of(as_of)
    traced = blocs.trace(held, actor, issue, as_of, tell_bloc.RANKS[length])
    document = tell_bloc.tell(held, traced, length, as_of, _words(archive))
    ending = Ending.ANSWERED if traced.calls else Ending.NOTHING
    return prove(document, held, as_of, (actor, *_one(issue)), ending)


def shifts(archive: Archive, issue: str | None, since: date | None, as_of: date, length: Length) -> Briefing:
    """Who votes otherwise than last time on the same text; without a day, since a year before the newest roll call."""
    held = archive.as_of(as_of)
    start, told = since or movements.since_when(held, issue), _words(archive)
    if start is None or not held.rolls.on(issue):
        document = tell_shifts.tell_nothing(held, issue, as_of, length, told)
        return prove(document, held, as_of, _one(issue), Ending.NOTHING)
    found = movements.gather(held, issue, start, tell_shifts.TEXTS[length])
    document = tell_shifts.tell(held, found, length, as_of, told, given=since is not None)
    ending = Ending.ANSWERED if found.calls else Ending.NOTHING
    return prove(document, held, as_of, (f"since:{start.isoformat()}", *_one(issue)), ending)


def issues(archive: Archive, as_of: date, length: Length) -> Briefing:
    """The issues one can ask about, and what is held on each."""
    held = archive.as_of(as_of)
    document = tell_issues.tell(held, holdings.holdings(held), length, as_of, _words(archive))
    return prove(document, held, as_of, tuple(held.register.issues), Ending.ANSWERED)


def _one(issue: str | None) -> tuple[str, ...]:
    return (issue,) if issue else ()


def timeline(archive: Archive, actor: str, issue: str | None, as_of: date, length: Length) -> Briefing:
    """Everything held about an actor, newest first; where nothing is, what its position says."""
    held = archive.as_of(as_of)
    most, shifts_ = tell_timeline.MOMENTS[length], tell_timeline.SHIFTS[length]
    gathered = timelines.gather(held, actor, issue, most, shifts_)
    if not gathered.moments:
        return position(archive, actor, issue, as_of, Length.LINE)
    document = tell_timeline.tell(held, gathered, length, as_of, _words(archive))
    return prove(document, held, as_of, ("timeline", actor, *_one(issue)), Ending.ANSWERED)


def source(archive: Archive, about: str, as_of: date, length: Length) -> Briefing:
    """Where a record comes from; `about` is its id, or a text voted on, which means its roll call."""
    held = archive.as_of(as_of)
    measure = held.measure(about)
    call = held.call_on(about) if measure else held.call(about)
    record = call or next((event for event in held.published if event.id == about), None)
    if record is None:
        return event(archive, about, as_of, length)
    document = tell_source.tell(held, record, length, as_of, _words(archive))
    subject = (record.id, call.measure) if call else (record.id,)
    return prove(document, held, as_of, subject, Ending.ANSWERED)


def records(archive: Archive, ids: Sequence[str], as_of: date | None) -> Briefing | None:
    """Event records, each in its first sentence, in the order given; None where there is none to tell."""
    if not ids or as_of is None:
        return None
    held = archive.as_of(as_of)
    document = tell_measure.tell_each(held, ids, as_of, _words(archive))
    return prove(document, held, as_of, tuple(ids), Ending.ANSWERED)


def changes(archive: Archive, first: date | None, until: datetime, length: Length) -> Briefing:
    """What happened to records from that day (by default a week before) until that instant (aware), all of it UTC."""
    day = until.astimezone(UTC).date()
    start = first or day - WEEK
    if archive.history and archive.known is None:  # a clock that was set back must not hide what is recorded
        until = max([until, *(of[-1].at for of in archive.history.revisions.values())])
    document = tell_changes.tell(archive.as_of(day), start, until, length, day, _words(archive))
    subject = ("changes", start.isoformat())
    return prove(document, archive.as_of(day), day, subject, Ending.ANSWERED)


def change_lines(archive: Archive, found: Sequence[Change], as_of: date) -> tuple[Clause, ...]:
    """A proved line for each of these changes; none where one of them cannot be proved."""
    if not found:
        return ()
    held, first = archive.as_of(as_of), min(change.day for change in found)
    document = tell_changes.tell_each(held, found, as_of, _words(archive))
    made = prove(document, held, as_of, ("changes", first.isoformat()), Ending.ANSWERED)
    return tuple(made.document.clauses()) if made.ending is Ending.ANSWERED else ()


def digest_of_day(archive: Archive, day: date, follows: Filter, length: Length) -> Briefing:
    """What sources published by the end of the next day say happened on `day`."""
    until = day + timedelta(days=1)
    held = archive.as_of(until)
    digest = digests.of_day(held, day, follows)
    document = tell_digest.tell(held, digest, length, until, _words(archive))
    subject = ("digest", *_followed(follows))
    return prove(document, held, until, subject, Ending.ANSWERED if digest.items else Ending.QUIET)


def _followed(follows: Filter) -> tuple[str, ...]:
    """A filter in the words of a subject."""
    return (*follows.actors, *follows.issues, *follows.acts, *(("only:changes",) if follows.changes else ()))


def digest_of_window(
    archive: Archive,
    recorded: Mapping[str, datetime],
    since: datetime,
    until: datetime,
    follows: Filter,
    length: Length,
    *,
    lead: bool = False,
    today: date | None = None,
    alerted: Collection[str] = (),
) -> Briefing:
    """The scheduled digest: records that entered this archive in `[since, until)`, both aware, and that are not among
    the `alerted`, which alerts told.

    `recorded` maps record id → when this archive first held it (aware UTC). What was published more than seven days
    before it was recorded is backfill and no news. `until` is given in the subscriber's zone: its local day is told.
    With `lead`, what a channel shows while the whole stands in a thread comes along. With `today`, it is told anew from
    what had been published by then.
    """
    held, as_of = _recorded_by(archive, recorded, until.date(), today)
    digest = digests.of_window(held, since, until, follows, until.date(), alerted)
    return _of_window(held, digest, length, as_of, lead=lead)


def alert(
    archive: Archive,
    recorded: Mapping[str, datetime],
    since: datetime,
    until: datetime,
    records: Collection[str],
    follows: Filter,
    length: Length,
    *,
    lead: bool = False,
    today: date | None = None,
) -> Briefing:
    """These records of a window, posted at once (`breaking.found`); the rest as for a digest. With none of them there
    it is quiet, and there is nothing to show."""
    held, as_of = _recorded_by(archive, recorded, until.date(), today)
    found = breaking.of_records(held, since, until, follows, until.date(), records)
    if not found.items:
        return Briefing(Document("", (), as_of), Ending.QUIET)
    return _of_window(held, found, length, as_of, lead=lead)


def _recorded_by(
    archive: Archive, recorded: Mapping[str, datetime], day: date, today: date | None
) -> tuple[Archive, date]:
    """The archive with when it first held each record, as of the day after the later of the two."""
    as_of = max(day, today or day) + timedelta(days=1)
    return archive.as_of(as_of).recorded_at(recorded), as_of


def _of_window(held: Archive, digest: Digest, length: Length, as_of: date, *, lead: bool) -> Briefing:
    document = tell_digest.tell(held, digest, length, digest.day, _words(held))
    kind = "alert" if digest.alert else "digest"
    subject = (kind, *_followed(digest.follows), *(f"alerted:{record}" for record in digest.alerted))
    made = prove(document, held, as_of, subject, Ending.ANSWERED if digest.items else Ending.QUIET)
    if made.ending is Ending.WITHHELD:
        return made
    made = replace(made, news=tuple(item.record for item in digest.items))
    answered = lead and made.ending is Ending.ANSWERED
    short = tell_digest.lead(held, document, digest.day, _words(held)) if answered else None
    proved = prove(short, held, as_of, subject, made.ending) if short else made
    return made if proved is made or proved.ending is Ending.WITHHELD else replace(made, lead=proved.document)


def prove(document: Document, archive: Archive, as_of: date, subject: tuple[str, ...], ending: Ending) -> Briefing:
    """The document if every sentence of it is proved, else a calm line and the reasons (C12)."""
    submitted = submission(document, as_of, subject)
    if any(NOT_TOLD in text for text in (submitted.title, *(sentence.text for sentence in submitted.sentences))):
        raise MissingMessage(f"{archive.register.language}: wording of the records has no translation")
    objections = verify(submitted, archive, load_skeletons(archive.register.language))
    if not objections:
        return Briefing(document, ending)
    records = sorted({record for note in document.sources for record in note.records})
    reasons = tuple(f"{o.rule}: {o.why}: {o.sentence}" for o in objections)
    return Briefing(
        _withheld(records, archive.register.asked_in or archive.register.language), Ending.WITHHELD, reasons
    )


def _withheld(records: Sequence[str], asked_in: str) -> Document:
    spoken = notices.speaking(asked_in)
    return replace(notices.withheld(records, spoken), language=spoken)


def submission(document: Document, as_of: date, subject: tuple[str, ...]) -> Submission:
    """A document as the prover takes it: characters and cites, nothing else."""
    return Submission(
        title=document.title,
        sentences=tuple(
            Sentence(line.said, line.cites) if isinstance(line, Clause) else Sentence(line.text, ())
            for line in document.lines()
        ),
        footer=document.footer,
        notes=tuple(FooterNote(n.number, n.text, n.url, n.records) for n in document.sources),
        paste=document.paste,
        as_of=as_of,
        subject=subject,
        known=document.known,
    )
