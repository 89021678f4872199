"""What a reader holds in mind after a proved sentence: whom "He" means, what "it" is, which year and day it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

from briefs.codebook import SPEECH_ACTS, Act
from briefs.proof.case import Brief, Focus, Under
from briefs.proof.lexicon import Mention, Partisan
from briefs.proof.matching import Deed
from briefs.proof.skeletons import Atom, Skeleton, Term, Var
from briefs.proof.slots import DATED, NAMING
from briefs.proof.solving import Env, value_of
from briefs.proof.subjects import Doer, Thing, When
from briefs.records import EventRecord

TELLING = frozenset(
    {"speech", "quote_cell", "claims", "asserted", "asked_per", "asked_of_last", "named_last", "speaker", "sayer"}
)
"""Conditions of sentences that tell words: the record's own, or what somebody in it reports."""
REPORTED = frozenset({"asked_per", "asked_of_last"})
"""Here the one who spoke is the one who reports the request, not the one asked."""
GIVEN = frozenset({Act.STATEMENT, Act.EXPLAIN, Act.CALL, Act.DENY, Act.CORRECT, Act.RETRACT})
"""Acts that give a statement: told as an act, they are words told too."""
STATED = frozenset({"statement", "announcement"})
"""Objects after which "the statement" would be that one."""
FIGURES = frozenset({"figured", "figured_one", "figure_per"})
"""What somebody counted: words of theirs, which no record welcomes."""
WHO_SPOKE = frozenset({"sayer", "spoken_last"})
"""Conditions of sentences that say who spoke."""
KEPT = 4096
"""Lines of the signed lists that are remembered as looked at."""

Moved: TypeAlias = dict[str, Any]
"""Fields of a `Focus` and what they are now."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How a sentence was proved: its skeleton, what its slots and variables mean, the cites used."""

    skeleton: Skeleton
    env: Env
    used: frozenset[str]
    under: Under | None = None
    lead: Env = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Telling:
    """A condition after which the words of a record were told: of any, or only (`given`) where its act gives them."""

    record: str
    given: bool
    reported: bool


@dataclass(frozen=True, slots=True)
class Line:
    """What a signed line moves on, whatever its slots mean: names of slots and variables, and conditions."""

    dated: tuple[str, ...]
    issue: str | None
    subject: str | None
    telling: tuple[Telling, ...]
    day: Term | None
    """The digest's own day."""


@lru_cache(maxsize=KEPT)
def line_of(skeleton: Skeleton) -> Line:
    """Looked at once a line: a brief has hundreds of sentences of the same."""
    slots, atoms = skeleton.slots, skeleton.atoms
    return Line(
        tuple(slot.name for slot in slots if slot.type in DATED),
        next((slot.name for slot in slots if slot.type == "issue"), None),
        next((s.name for s in slots if s.name == "a" and s.type in NAMING), None),
        tuple(telling for atom in atoms if (telling := _telling(atom)) is not None),
        next((atom.terms[0] for atom in atoms if atom.name in ("digest_of", "alert_of", "timeline_to")), None),
    )


def _telling(atom: Atom) -> Telling | None:
    record = next((term.name for term in atom.terms if isinstance(term, Var) and term.is_record), None)
    if record is None or not (atom.name in TELLING or atom.name in ("deed", "act")):
        return None
    return Telling(record, atom.name not in TELLING, atom.name in REPORTED)


def moved_on(brief: Brief, focus: Focus, proof: Proof) -> Focus:
    """What a reader holds in mind after that sentence."""
    line = line_of(proof.skeleton)
    moved = _named(focus, line, proof)
    if proof.skeleton.place == "claim":
        moved |= _claimed(brief, focus, line, proof) | _heard(brief, focus, line, proof)
    moved |= _dated(focus, line, proof)
    return focus._replace(**moved) if moved else focus


def _named(focus: Focus, line: Line, proof: Proof) -> Moved:
    """The year, the issue and the persons of a proved sentence."""
    env = proof.env
    days = [proof.lead.get("d"), *(_day(env[name]) for name in line.dated)]
    year = next((day.year for day in reversed(days) if isinstance(day, date)), focus.year)
    issue = focus.issue if line.issue is None else str(env[line.issue])
    people = [person for value in env.values() for person in _people(value)]
    if not people:
        return {"year": year, "issue": issue} if (year, issue) != (focus.year, focus.issue) else {}
    named = {person.person for person in people}
    person = people[0].person if len(named) == 1 else None
    return {"year": year, "issue": issue, "person": person, "introduced": focus.introduced | named}


def _day(value: object) -> object:
    return value.day if isinstance(value, When) else value


def _people(value: object) -> tuple[Mention | Partisan, ...]:
    """The persons a slot names."""
    if isinstance(value, Mention | Partisan):
        return (value,)
    return value.people if isinstance(value, Doer | Deed) else ()


def _claimed(brief: Brief, focus: Focus, line: Line, proof: Proof) -> Moved:
    """Subject, measure and co-sponsorship of a proved claim."""
    archive, conditions = brief.archive, proof.skeleton.conditions
    events = [archive.events[cite] for cite in proof.used if cite in archive.events]
    calls = [call for cite in proof.used if (call := archive.call(cite))]
    measures = {measure for event in events if (measure := archive.measure_of(event))} | {c.measure for c in calls}
    measure = focus.measure
    if len(measures) == 1:
        measure = next(iter(measures))
    elif measures and measure not in measures:
        measure = None
    moves = [event.id for event in events if event.act is Act.COSPONSOR]
    actor = focus.actor if line.subject is None else str(proof.env[line.subject])
    table = str(proof.env["?m"]) if "same_measure" in conditions else focus.table_measure
    counted = any(isinstance(value, Doer) and value.countries for value in proof.env.values())
    alone = events[0].id if len(events) == 1 else None
    words = not conditions.isdisjoint(WHO_SPOKE)
    told = focus.told
    if proof.skeleton.id.startswith("digest.voted"):
        told = told | {call.id for call in calls}
    move = moves[0] if len(moves) == 1 else focus.move
    said: Moved = {"counted": alone if counted else None, "spoke": alone if words else None, "told": told}
    return said | {"measure": measure, "actor": actor, "move": move, "table_measure": table}


def _heard(brief: Brief, focus: Focus, line: Line, proof: Proof) -> Moved:
    """Whose words were told last, and which: what "the statement" can mean."""
    things = (thing for value in proof.env.values() for thing in _things(value))
    if not proof.skeleton.conditions.isdisjoint(FIGURES) or any(thing.kind in STATED for thing in things):
        return {"heard": frozenset(), "voices": frozenset()}
    heard, voices = focus.heard, focus.voices
    for telling in line.telling:
        event = proof.env.get(telling.record)
        if isinstance(event, EventRecord) and (event.act in GIVEN or not telling.given):
            heard, voices = _spoken(brief, heard, voices, event, reported=telling.reported)
    return {"heard": heard, "voices": voices}


def _things(value: object) -> tuple[Thing, ...]:
    """The objects a slot names, its own or those of a phrase."""
    if isinstance(value, Deed):
        return tuple(thing for thing in value.env.values() if isinstance(thing, Thing))
    return (value,) if isinstance(value, Thing) else ()


def _same_source(brief: Brief, heard: frozenset[str], event: EventRecord) -> bool:
    return all(brief.archive.events[id_].source == event.source for id_ in heard)


def _spoken(
    brief: Brief, heard: frozenset[str], before: frozenset[str], event: EventRecord, *, reported: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """What the same speakers say in the same source goes on; another statement, even of theirs, is another."""
    voices = frozenset((event.asked_by.per,) if reported and event.asked_by else event.by)
    goes_on = voices == before and (
        event.id in heard or ((reported or event.act not in SPEECH_ACTS) and _same_source(brief, heard, event))
    )
    return (heard if goes_on else frozenset()) | {event.id}, voices


def _dated(focus: Focus, line: Line, proof: Proof) -> Moved:
    """The digest's own day, and the title and the run-in that its next sentences stand under."""
    if line.day is not None:
        day = value_of(line.day, proof.env)
        assert isinstance(day, date)
        return {"digest_day": day}
    if focus.digest_day and proof.skeleton.place == "phrase":
        return {"section": None if line.issue is None else str(proof.env[line.issue])}
    return {"under": proof.under} if focus.digest_day else {}
