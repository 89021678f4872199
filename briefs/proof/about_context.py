"""Predicates over the brief itself: what was asked, what the sentences before said, registers, silence, footer.

Silence is a claim like any other: its stored query is cited, concerns somebody the sentence may speak of, and is run
again (C9).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefs.codebook import Act, ActorKind, VoteOption
from briefs.proof.case import REGISTER, Case
from briefs.proof.queries import found
from briefs.proof.relation import Room, Using
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.imported import FILE_ID

ROOM = Room()

# -- Plain values


@ROOM.test("any", "any")
def same(_case: Case, one: object, other: object) -> bool:
    """Two slots mean the same."""
    return one == other


@ROOM.test("any", rule="C8")
def several(_case: Case, count: int) -> bool:
    """The plural is right."""
    return count > 1


@ROOM.test("any", rule="C8")
def single(_case: Case, count: int) -> bool:
    """The singular is right."""
    return count == 1


@ROOM.test("any", rule="C8")
def plural(_case: Case, listed: tuple[object, ...]) -> bool:
    """More than one is listed."""
    return len(listed) > 1


@ROOM.test("any", rule="C8")
def lone(_case: Case, listed: tuple[object, ...]) -> bool:
    """Just one is listed."""
    return len(listed) == 1


# -- What was asked


@ROOM.gives(rule="C9")
def subject(case: Case) -> Iterable[str]:
    """An actor the user asked for; where the text leaves it out, the only one."""
    return case.brief.subject_actors


@ROOM.gives(rule="C3")
def the_subject(case: Case) -> Iterable[str]:
    """The only actor the user asked for, which the text leaves out."""
    actors = case.brief.subject_actors
    return actors if len(actors) == 1 else ()


@ROOM.gives()
def subjects(case: Case) -> Iterable[tuple[str, ...]]:
    """All actors the user asked for, in that order."""
    return (case.brief.subject_actors,)


@ROOM.gives()
def subject_issue(case: Case) -> Iterable[str]:
    """An issue the user asked for."""
    return case.brief.subject_issues


@ROOM.test("record")
def subject_measure(case: Case, record: EventRecord | RollCall) -> bool:
    """The record, or its measure, is what the user asked for."""
    measure = record.measure if isinstance(record, RollCall) else case.archive.measure_of(record)
    return measure in case.brief.subject_measures or record.id in case.brief.submission.subject


@ROOM.gives()
def asked_about(case: Case) -> Iterable[str]:
    """A measure the user asked for."""
    return case.brief.subject_measures


@ROOM.gives()
def this_issue(case: Case) -> Iterable[str]:
    """The issue named last, else the only one asked for, else the only one there is."""
    if case.focus.issue:
        return (case.focus.issue,)
    issues = case.brief.subject_issues or tuple(case.archive.register.issues)
    return issues if len(issues) == 1 else ()


@ROOM.test("any")
def followed(case: Case, named: object) -> bool:
    """What the digest's channel follows, as its title names it: all its actors in order, or its issue."""
    return named == case.brief.subject_actors or named in case.brief.subject_issues


@ROOM.test("any")
def asked_for(case: Case, actor: str) -> bool:
    """Where actors were asked for, the sentence is about one of them."""
    return not case.brief.subject_actors or actor in case.brief.subject_actors


# -- What the sentences before established


@ROOM.gives()
def it_measure(case: Case) -> Iterable[str]:
    """ "it", "the resolution": the measure established last."""
    return (case.focus.measure,) if case.focus.measure else ()


@ROOM.test("any")
def that_title(case: Case, measure: str) -> bool:
    """ "a text of that title": another text than the one established last, titled like it to the letter."""
    last, held = case.archive.measure(case.focus.measure or ""), case.archive.measure(measure)
    return last is not None and held is not None and last.id != held.id and last.title == held.title


@ROOM.gives()
def it_actor(case: Case) -> Iterable[str]:
    """ "It": the actor that was the last sentence's subject."""
    return (case.focus.actor,) if case.focus.actor else ()


@ROOM.test("any")
def same_measure(case: Case, measure: str) -> bool:
    """The cells of one table speak of one measure."""
    return case.focus.table_measure in (None, measure)


@ROOM.test("event")
def move(case: Case, event: EventRecord) -> bool:
    """ "the move": the co-sponsorship spoken of last."""
    return event.act is Act.COSPONSOR and case.focus.move == event.id


@ROOM.test("any", rule="C7")
def digest_of(case: Case, day: date) -> bool:
    """The digest's own day, which its title establishes."""
    return "digest" in case.brief.submission.subject and day <= case.brief.submission.as_of


@ROOM.test("any", rule="C7")
def alert_of(case: Case, day: date) -> bool:
    """The day of an alert, which its title establishes: no digest is called one, and no alert a digest."""
    return "alert" in case.brief.submission.subject and day <= case.brief.submission.as_of


# -- Registers


@ROOM.test("any", rule="C10")
def from_register(case: Case, actor: str) -> Using | bool:
    """The fact stands in the register entry of that actor, cited as `register:ID`."""
    cite = f"{REGISTER}{actor}"
    return Using(None, frozenset({cite})) if cite in case.registers else False


@ROOM.gives("any", rule="C8")
def subjects_in(case: Case, bloc: str) -> Iterable[int]:
    """How many actors were asked for, if all belong to the bloc as of the brief's day."""
    held, actors = case.archive.register.actors.get(bloc), case.brief.subject_actors
    if held is None or not set(actors) <= set(held.members_on(case.brief.submission.as_of)):
        return ()
    return (len(actors),)


@ROOM.test("any", "any", "any")
def chairs(case: Case, bloc: str, actor: str, year: int) -> bool:
    """The actor has the bloc's chair throughout that year."""
    held = case.archive.register.actors.get(bloc)
    days = (date(year, 1, 1), date(year, 12, 31))
    return held is not None and any(c.value == actor and all(c.holds(day) for day in days) for c in held.chair)


@ROOM.test("any")
def observer(case: Case, actor: str) -> bool:
    """An observer state at the United Nations."""
    held = case.archive.register.actors.get(actor)
    return held is not None and held.kind is ActorKind.OBSERVER


@ROOM.test("any")
def assembly(_case: Case, body: str) -> bool:
    """The U.N. General Assembly."""
    return body == "unga"


@ROOM.test("any", "any", "any", rule="C7")
def joined_un(case: Case, actor: str, organisation: str, day: date) -> bool:
    """The state's membership began that day."""
    held = case.archive.register.actors.get(actor)
    return held is not None and any(m.value == organisation and m.start == day for m in held.member)


@ROOM.gives("any")
def title(_case: Case, measure: str) -> Iterable[str]:
    """The measure itself: a title slot reads as the measures that bear it."""
    return (measure,)


# -- Silence


@ROOM.test("any", "any", "any", variadic=True, rule="C9")
def none(case: Case, kind: str, *pairs: str) -> Using | bool:
    """A cited query of that kind with just those keys, run again, finds nothing."""
    keys = dict(zip(pairs[::2], pairs[1::2], strict=True))
    for cite, query in case.queries.items():
        if query.kind == kind and query.keys == keys and not found(case.archive, query):
            return Using(None, frozenset({cite}))
    return False


@ROOM.gives(rule="C9")
def query_about(case: Case) -> Iterable[str]:
    """A measure that a cited query asks about and that was voted on."""
    abouts = {query.keys.get("about") for query in case.queries.values()}
    return tuple(m for m in case.archive.register.measures if m in abouts and _voted(case, m))


def _voted(case: Case, measure: str) -> bool:
    events = (e for e in case.archive.published if e.tally)
    return measure in case.archive.rollcall_of or any(case.archive.measure_of(e) == measure for e in events)


@ROOM.test("any", "any", rule="C4")
def stances(case: Case, measure: str, told: tuple[tuple[str, str, str | None], ...]) -> Using | bool:
    """What each of the brief's actors did on the measure, each by a cited record, claims with their claimant."""
    if tuple(actor for actor, _, _ in told) != case.brief.subject_actors:
        return False
    used = set()
    for actor, verb, claimant in told:
        record = _stance(case, measure, actor, verb, claimant)
        if record is None:
            return False
        used.add(record)
    return Using(None, frozenset(used))


def _stance(case: Case, measure: str, actor: str, verb: str, claimant: str | None) -> str | None:
    for event in case.events.values():
        claims = (c for c in event.asserts if c.act.value == verb and actor in c.of and c.about)
        if claimant is not None:
            if claimant in event.by and any(_measure_of(case, c.about) == measure for c in claims):
                return event.id
            continue
        if case.archive.measure_of(event) != measure:
            continue
        listed = None if verb == Act.COSPONSOR.value else event.named.get(VoteOption(verb))
        if (event.act.value == verb and actor in event.by) or (listed and actor in listed.of):
            return event.id
    if claimant is None and verb != Act.COSPONSOR.value:
        calls = (c.id for c in case.calls.values() if c.measure == measure and c.votes.get(actor) == verb)
        return next(calls, None)
    return None


def _measure_of(case: Case, about: str | None) -> str | None:
    event = case.archive.events.get(about or "")
    return case.archive.measure_of(event) if event else about


# -- Footer


@ROOM.test("any", rule="C7")
def latest_cited(case: Case, day: date) -> bool:
    """The newest publication among the sources cited; among all held, where none is cited."""
    noted = tuple(record for note in case.brief.submission.notes for record in note.records)
    days = [source.published for source in case.sources(noted)]
    return day == (max(days) if days else case.archive.latest)


@ROOM.test("any", rule="C7")
def as_of(case: Case, day: date) -> bool:
    """The day the brief was asked for."""
    return case.brief.submission.as_of == day


def _published(case: Case) -> tuple[date, ...]:
    records = case.note.records if case.note else ()
    return tuple(sorted(source.published for source in case.sources(records)))


@ROOM.test("any", rule="C10")
def note_publisher(case: Case, publisher: str) -> bool:
    """All records of the note come from that publisher."""
    return case.note is not None and {s.publisher for s in case.sources(case.note.records)} == {publisher}


@ROOM.test("any", rule="C10")
def note_date(case: Case, day: date) -> bool:
    """The one day on which the note's sources were published."""
    return set(_published(case)) == {day}


@ROOM.test("any", rule="C10")
def note_first(case: Case, day: date) -> bool:
    """The earliest publication in the note."""
    return _published(case)[:1] == (day,)


@ROOM.test("any", rule="C10")
def note_last(case: Case, day: date) -> bool:
    """The latest publication in the note."""
    return _published(case)[-1:] == (day,)


@ROOM.test(rule="C10")
def note_file(case: Case) -> bool:
    """All records of the note are calls of the imported voting file, or the file."""
    return case.note is not None and all(r.partition("/")[0] == FILE_ID for r in case.note.records)


@ROOM.test(rule="C10")
def note_votes(case: Case) -> bool:
    """All records of the note are voting records, or the file of them."""
    return case.note is not None and all(map(case.archive.is_vote, case.note.records))


@ROOM.test("any", rule="C10")
def note_title(case: Case, text: str) -> bool:
    """The title of the note's one source."""
    return case.note is not None and {s.title for s in case.sources(case.note.records)} == {text}


@ROOM.test("any", rule="C10")
def note_licence(case: Case, text: str) -> bool:
    """The terms of the note's sources."""
    return case.note is not None and {s.licence for s in case.sources(case.note.records)} == {text}


@ROOM.test("any", rule="C10")
def note_measure(case: Case, measure: str) -> bool:
    """The note's one record is the roll call of that measure."""
    if case.note is None:
        return False
    return [call.measure for record in case.note.records if (call := case.archive.call(record))] == [measure]


@ROOM.test("any", rule="C10")
def pasted(case: Case, entries: tuple[tuple[str, date, str, tuple[str, ...]], ...]) -> bool:
    """One entry a note, in order: publisher, newest publication, address, record ids."""
    made = []
    for note in case.notes:
        sources = case.sources(note.records)
        if not sources:
            return False
        made.append((sources[0].publisher, max(s.published for s in sources), note.url, note.records))
    return entries == tuple(made)
