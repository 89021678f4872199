"""Predicates over one event record: each compares what is said with one field, and never with more than it says.

A list named in part is not a list, an act under discussion is not done, what one party claims is not what happened:
such records answer only the predicates that say so (C4, C6).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from briefs.codebook import SPEECH_ACTS, Act, Precision, Status, VoteOption
from briefs.proof.case import Case
from briefs.proof.lexicon import Mention, Partisan
from briefs.proof.relation import Room
from briefs.proof.tongues.registry import table_of
from briefs.records import EventRecord, RollCall, Tally

ROOM = Room()
QUALIFYING_FORMS = frozenset({"unilateral"})
"""Forms that change what an act is: told with it, or it is not told."""
LABEL_HEAD = "the resolution "

# -- The act and whose it is


@ROOM.gives("event", tells_act=True)
def act(_case: Case, event: EventRecord) -> Iterable[str]:
    """The act's codebook id, never graded up."""
    return (event.act.value,)


@ROOM.test("event", tells_act=True)
def speech(_case: Case, event: EventRecord) -> bool:
    """The record holds words (quotes or paraphrases) that stand for themselves, whatever its act; a statement or an
    explanation that was not given has none."""
    ungiven = event.act in (Act.STATEMENT, Act.EXPLAIN) and event.status is not Status.DONE
    return bool(event.quotes or event.says) and not ungiven


@ROOM.gives("event", rule="C6")
def status(_case: Case, event: EventRecord) -> Iterable[str]:
    """How far the act has come."""
    return (event.status.value,)


@ROOM.gives("event", rule="C6")
def condition(_case: Case, event: EventRecord) -> Iterable[str]:
    """On what condition an act would be done, in the record's words."""
    return (event.condition,) if event.condition else ()


@ROOM.test("event", rule="C6")
def unconditional(_case: Case, event: EventRecord) -> bool:
    """The record names no condition, which would have to be told with the act."""
    return event.condition is None


@ROOM.gives("event", rule="C6")
def form(_case: Case, event: EventRecord) -> Iterable[str | None]:
    """The record's form ("unilateral", "audio message")."""
    return (event.form,)


@ROOM.test("event", rule="C6")
def plain_form(case: Case, event: EventRecord) -> bool:
    """No form that changes what the act is."""
    table = table_of(case.lexicon.lang)
    return event.form not in (table.qualifying if table else QUALIFYING_FORMS)


@ROOM.test("event", "any", rule="C4")
def by(_case: Case, event: EventRecord, actor: str) -> bool:
    """One of those who did it."""
    return actor in event.by


@ROOM.test("event", "any", rule="C4")
def not_by(_case: Case, event: EventRecord, actor: str) -> bool:
    """None of those who did it."""
    return actor not in event.by


@ROOM.gives("event", rule="C8")
def by_count(_case: Case, event: EventRecord) -> Iterable[int]:
    """How many did it, in a complete list."""
    return (len(event.by),) if event.complete else ()


@ROOM.test("event", rule="C6")
def complete(_case: Case, event: EventRecord) -> bool:
    """Its list of actors is whole."""
    return event.complete is True


@ROOM.gives("event")
def role(_case: Case, event: EventRecord) -> Iterable[str]:
    """A co-sponsor's role: on the draft, or added."""
    return (event.role.value,) if event.role else ()


@ROOM.test("event", "any", rule="C4")
def owner(_case: Case, event: EventRecord, actor: str) -> bool:
    """Whose act it is: `for`, else `by`. A party's act is never its country's."""
    return actor in event.owner


@ROOM.test("event", "any")
def target(_case: Case, event: EventRecord, actor: str) -> bool:
    """Whom it is aimed at."""
    return event.target == actor


@ROOM.test("event", "any")
def with_(_case: Case, event: EventRecord, actor: str) -> bool:
    """The counterpart."""
    return event.partner == actor


@ROOM.test("event", "any", "any")
def member_then(case: Case, event: EventRecord, bloc: str, actor: str) -> bool:
    """The actor belonged to the bloc on the record's day."""
    held = case.archive.register.actors.get(bloc)
    return held is not None and actor in held.members_on(event.date.last)


# -- Who speaks


@ROOM.test("event", "any", rule="C4")
def speaker(case: Case, event: EventRecord, mention: Mention) -> bool:
    """The person printed did it, with the role held on the record's day."""
    return mention.person in event.by and in_office(case, mention, event.date.last)


@ROOM.test("event", rule="C4")
def named_last(case: Case, event: EventRecord) -> bool:
    """The one person named last did it."""
    return case.focus.person in event.by


@ROOM.test("any", rule="C4")
def pronoun_last(case: Case, word: str) -> bool:
    """The pronoun on record of the one person named last; of a person without one, the name again."""
    return word == (pronoun(case) or case.focus.person)


@ROOM.test("event", "any", rule="C6")
def partisan(_case: Case, event: EventRecord, mention: Partisan) -> bool:
    """The person printed with a party did it for that party."""
    return mention.person in event.by and event.owner == (mention.party,)


@ROOM.test("any", "any")
def office_of(_case: Case, mention: Mention, actor: str) -> bool:
    """ "its Foreign Minister": the office is that actor's."""
    return mention.of == actor


@ROOM.test("event", "any")
def by_office(_case: Case, event: EventRecord, mention: Mention) -> bool:
    """ "it" is whose office the person printed holds, and did the act."""
    return mention.of in event.by


@ROOM.test("any", "any")
def speaks_as(case: Case, mention: Mention, word: str) -> bool:
    """The pronoun of the person printed."""
    person = case.archive.register.actors.get(mention.person)
    return person is not None and person.pronoun == word


def pronoun(case: Case) -> str | None:
    """The pronoun of the person in focus."""
    person = case.archive.register.actors.get(case.focus.person or "")
    return person.pronoun if person else None


def in_office(case: Case, mention: Mention, day: date) -> bool:
    """Whether the printed role was held that day, and the reader can tell whose it is; a name alone will do only for
    somebody introduced before, or without an office that day."""
    person = case.archive.register.actors[mention.person]
    held = [office for office in person.roles if office.holds(day)]
    if mention.role is None:
        partisan_ = any(_has_standing(case, office.of) for office in held)
        return not partisan_ and (not held or mention.person in case.focus.introduced)
    if not any((office.title, office.of) == (mention.role, mention.of) for office in held):
        return False
    return mention.says_whose or mention.of in {*case.brief.subject_actors, case.focus.actor, *case.mentioned}


def _has_standing(case: Case, actor: str) -> bool:
    held = case.archive.register.actors.get(actor)
    return held is not None and held.standing is not None


# -- What it is about


@ROOM.gives("event")
def about(_case: Case, event: EventRecord) -> Iterable[str]:
    """The record (or register id) it is about."""
    return (event.about,) if event.about else ()


@ROOM.test("event")
def of_words(case: Case, event: EventRecord) -> bool:
    """ "The statement" is the words told last: those the record is about, and nobody else's since."""
    words = case.archive.events.get(event.about or "")
    given = words is not None and words.act in SPEECH_ACTS and words.status is Status.DONE
    return given and event.about in case.focus.heard


@ROOM.test("event", "any")
def about_people(_case: Case, event: EventRecord, actor: str) -> bool:
    """The people printed are those of the state it is about."""
    return event.about == actor


@ROOM.gives("record")
def measure(case: Case, record: EventRecord | RollCall) -> Iterable[str]:
    """The measure it is about, through other records if need be."""
    if isinstance(record, RollCall):
        return (record.measure,)
    found = case.archive.measure_of(record)
    return (found,) if found else ()


@ROOM.gives("record")
def in_(_case: Case, record: EventRecord | RollCall) -> Iterable[str]:
    """The body it happened in."""
    return (record.body,) if record.body else ()


@ROOM.test("event")
def un_body(_case: Case, event: EventRecord) -> bool:
    """It happened in a principal organ of the United Nations."""
    return event.body in ("unga", "unsc")


@ROOM.gives("event")
def label(_case: Case, event: EventRecord) -> Iterable[str]:
    """The source's own description of it, to the byte."""
    return (event.label,) if event.label else ()


@ROOM.gives("event")
def label_tail(_case: Case, event: EventRecord) -> Iterable[str]:
    """The label after "the resolution "."""
    if event.label and event.label.startswith(LABEL_HEAD):
        return (event.label.removeprefix(LABEL_HEAD),)
    return ()


@ROOM.gives("event", "any")
def what(_case: Case, event: EventRecord, which: str) -> Iterable[str]:
    """The object in one of its reviewed forms: `whole`, `with` (beside a counterpart), `brief` (for a headline)."""
    found = event.what if which == "whole" else event.what_forms.get(which)
    return (found,) if found else ()


# -- When


@ROOM.gives("record", rule="C7")
def date_(_case: Case, record: EventRecord | RollCall) -> Iterable[date]:
    """The day, where the source gives one."""
    day = record.date if isinstance(record, RollCall) else record.date.day
    return (day,) if day else ()


@ROOM.gives("event", rule="C7")
def no_later(_case: Case, event: EventRecord) -> Iterable[date]:
    """The latest day it can have been, where the source gives no more."""
    return (event.date.last,) if event.date.precision is Precision.NO_LATER_THAN else ()


@ROOM.test("event", "event", rule="C7")
def week_before(_case: Case, earlier: EventRecord, later: EventRecord) -> bool:
    """The one's whole span lies in the calendar week before the other's day."""
    day = later.date.day
    if day is None or earlier.date.first is None:
        return False
    monday = day - timedelta(days=day.weekday() + 7)
    return monday <= earlier.date.first and earlier.date.last < monday + timedelta(days=7)


@ROOM.test("event", "any", rule="C7")
def before_measure(case: Case, event: EventRecord, measure_: str) -> bool:
    """It happened before the day the measure was voted on."""
    days = [v.date.last for v in case.archive.published if v.tally and case.archive.measure_of(v) == measure_]
    call = case.archive.rollcall_of.get(measure_)
    return all(event.date.last < day for day in (*days, *((call.date,) if call else ()))) and bool(days or call)


# -- Counts and lists


def tally_part(tally: Tally, option: VoteOption) -> int | None:
    """One number of a tally; those that did not vote also as members less votes."""
    if option is VoteOption.ABSENT:
        if tally.absent is None and tally.members is not None and tally.voted is not None:
            return tally.members - tally.voted
        return tally.absent
    return {VoteOption.FAVOUR: tally.favour, VoteOption.AGAINST: tally.against, VoteOption.ABSTAINED: tally.abstained}[
        option
    ]


@ROOM.gives("record", "any", rule="C8")
def tally(_case: Case, record: EventRecord | RollCall, option: str) -> Iterable[int]:
    """How many voted so; `absent` is recomputed where the source gives members and votes."""
    number = tally_part(record.tally, VoteOption(option)) if record.tally else None
    return (number,) if number is not None else ()


@ROOM.gives("record", rule="C8")
def members(_case: Case, record: EventRecord | RollCall) -> Iterable[int]:
    """How many members there were."""
    return (record.tally.members,) if record.tally and record.tally.members is not None else ()


@ROOM.test("event", "any", "any")
def named(_case: Case, event: EventRecord, option: str, actor: str) -> bool:
    """The source names the actor under that option."""
    listed = event.named.get(VoteOption(option))
    return listed is not None and actor in listed.of


@ROOM.test("event", "any", "any", rule="C6")
def named_all(_case: Case, event: EventRecord, option: str, actors: tuple[str, ...]) -> bool:
    """The actors are the complete list under that option."""
    listed = event.named.get(VoteOption(option))
    if listed is None or not listed.complete or event.tally is None:
        return False
    return set(actors) == set(listed.of) and len(actors) == tally_part(event.tally, VoteOption(option))


@ROOM.test("event", "any", "any", rule="C6")
def named_some(_case: Case, event: EventRecord, option: str, actors: tuple[str, ...]) -> bool:
    """The actors are all that the source names of a longer list: "among"."""
    listed = event.named.get(VoteOption(option))
    return listed is not None and not listed.complete and set(actors) == set(listed.of)


@ROOM.test("event", "any", "any", "any")
def named_in_bloc(case: Case, event: EventRecord, option: str, bloc: str, actors: tuple[str, ...]) -> bool:
    """The actors are all that the source names under that option of the bloc's members of the day."""
    listed, held = event.named.get(VoteOption(option)), case.archive.register.actors.get(bloc)
    if listed is None or held is None:
        return False
    return set(actors) == set(listed.of) & set(held.members_on(event.date.last))


@ROOM.gives("event", "any", rule="C8")
def named_share(_case: Case, event: EventRecord, option: str) -> Iterable[tuple[int, int]]:
    """(how many the source names under that option, how many voted so)."""
    listed = event.named.get(VoteOption(option))
    total = tally_part(event.tally, VoteOption(option)) if event.tally else None
    return ((len(listed.of) if listed else 0, total),) if total is not None else ()


@ROOM.test("event", rule="C9")
def only_source(case: Case, event: EventRecord) -> bool:
    """No other record names who voted how on its measure, so that its lists are all the sources held name."""
    measure_ = case.archive.measure_of(event)
    others = (e for e in case.archive.published if e.id != event.id and e.named)
    return measure_ not in case.archive.rollcall_of and all(case.archive.measure_of(e) != measure_ for e in others)


@ROOM.gives("event", rule="C6")
def cosponsors(_case: Case, event: EventRecord) -> Iterable[tuple[int, str | None]]:
    """The number of co-sponsors with its qualifier."""
    return ((event.cosponsors.n, event.cosponsors.approx),) if event.cosponsors and not event.cosponsors.per else ()


@ROOM.gives("event", "any", rule="C6")
def figure(_case: Case, event: EventRecord, key: str) -> Iterable[tuple[int, str | None]]:
    """A figure with its qualifier."""
    count = event.figures.get(key)
    return ((count.n, count.approx),) if count else ()


@ROOM.test("event", "any", "any", rule="C4")
def figure_per(case: Case, event: EventRecord, key: str, mention: Mention) -> bool:
    """Whose figure it is; the role is the one of the day the source was published."""
    count = event.figures.get(key)
    published = case.archive.sources[event.source].published
    return count is not None and count.per == mention.person and in_office(case, mention, published)
