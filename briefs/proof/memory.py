"""What a reader holds in mind after a proved sentence: whom "He" means, what "it" is, which year and day it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from briefs.codebook import SPEECH_ACTS, Act
from briefs.proof.case import Brief, Focus, Under
from briefs.proof.lexicon import Mention, Partisan
from briefs.proof.matching import Deed
from briefs.proof.skeletons import Skeleton, Var
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


@dataclass(frozen=True, slots=True)
class Proof:
    """How a sentence was proved: its skeleton, what its slots and variables mean, the cites used."""

    skeleton: Skeleton
    env: Env
    used: frozenset[str]
    under: Under | None = None
    lead: Env = field(default_factory=dict)


def moved_on(brief: Brief, focus: Focus, proof: Proof) -> Focus:
    """What a reader holds in mind after that sentence."""
    env, slots = proof.env, proof.skeleton.slots
    days = [proof.lead.get("d"), *(_day(env[slot.name]) for slot in slots if slot.type in DATED)]
    year = next((day.year for day in reversed(days) if isinstance(day, date)), focus.year)
    issue = next((str(env[slot.name]) for slot in slots if slot.type == "issue"), focus.issue)
    people = [person for value in env.values() for person in _people(value)]
    person = focus.person if not people else (people[0].person if len({p.person for p in people}) == 1 else None)
    if people or (year, issue) != (focus.year, focus.issue):
        introduced = focus.introduced | {p.person for p in people}
        focus = replace(focus, year=year, issue=issue, person=person, introduced=introduced)
    if proof.skeleton.place == "claim":
        focus = _claimed(brief, focus, proof)
    return _dated(focus, proof)


def _day(value: object) -> object:
    return value.day if isinstance(value, When) else value


def _people(value: object) -> tuple[Mention | Partisan, ...]:
    """The persons a slot names."""
    if isinstance(value, Mention | Partisan):
        return (value,)
    return value.people if isinstance(value, Doer | Deed) else ()


def _claimed(brief: Brief, focus: Focus, proof: Proof) -> Focus:
    """Subject, measure and co-sponsorship of a proved claim."""
    archive = brief.archive
    events = [archive.events[cite] for cite in proof.used if cite in archive.events]
    calls = [call for cite in proof.used if (call := archive.call(cite))]
    measures = {measure for event in events if (measure := archive.measure_of(event))} | {c.measure for c in calls}
    measure = focus.measure
    if len(measures) == 1:
        measure = next(iter(measures))
    elif measures and measure not in measures:
        measure = None
    moves = [event.id for event in events if event.act.value == "cosponsor"]
    actor = next(
        (str(proof.env[s.name]) for s in proof.skeleton.slots if s.name == "a" and s.type in NAMING), focus.actor
    )
    table = focus.table_measure
    if any(atom.name == "same_measure" for atom in proof.skeleton.atoms):
        table = str(proof.env["?m"])
    counted = any(isinstance(value, Doer) and value.countries for value in proof.env.values())
    alone = events[0].id if len(events) == 1 else None
    words = any(atom.name in ("sayer", "spoken_last") for atom in proof.skeleton.atoms)
    focus = replace(focus, counted=alone if counted else None, spoke=alone if words else None)
    focus = _heard(brief, focus, proof)
    told = focus.told
    if proof.skeleton.id.startswith("digest.voted"):
        told = told | {call.id for call in calls}
    move = moves[0] if len(moves) == 1 else focus.move
    return replace(focus, measure=measure, actor=actor, move=move, table_measure=table, told=told)


def _heard(brief: Brief, focus: Focus, proof: Proof) -> Focus:
    """Whose words were told last, and which: what "the statement" can mean."""
    for atom in proof.skeleton.atoms:
        names = [term.name for term in atom.terms if isinstance(term, Var) and term.is_record]
        events = [event for name in names[:1] if isinstance(event := proof.env.get(name), EventRecord)]
        for event in events:
            if atom.name in TELLING or (atom.name in ("deed", "act") and event.act in GIVEN):
                focus = _spoken(brief, focus, event, reported=atom.name in REPORTED)
    other = any(atom.name in FIGURES for atom in proof.skeleton.atoms)
    things = [thing for value in proof.env.values() for thing in _things(value)]
    other = other or any(thing.kind in STATED for thing in things)
    return replace(focus, heard=frozenset(), voices=frozenset()) if other else focus


def _things(value: object) -> tuple[Thing, ...]:
    """The objects a slot names, its own or those of a phrase."""
    if isinstance(value, Deed):
        return tuple(thing for thing in value.env.values() if isinstance(thing, Thing))
    return (value,) if isinstance(value, Thing) else ()


def _same_source(brief: Brief, focus: Focus, event: EventRecord) -> bool:
    return all(brief.archive.events[id_].source == event.source for id_ in focus.heard)


def _spoken(brief: Brief, focus: Focus, event: EventRecord, *, reported: bool) -> Focus:
    """What the same speakers say in the same source goes on; another statement, even of theirs, is another."""
    voices = frozenset((event.asked_by.per,) if reported and event.asked_by else event.by)
    goes_on = voices == focus.voices and (
        event.id in focus.heard or ((reported or event.act not in SPEECH_ACTS) and _same_source(brief, focus, event))
    )
    return replace(focus, heard=(focus.heard if goes_on else frozenset()) | {event.id}, voices=voices)


def _dated(focus: Focus, proof: Proof) -> Focus:
    """The digest's own day, and the title and the run-in that its next sentences stand under."""
    for atom in proof.skeleton.atoms:
        if atom.name in ("digest_of", "alert_of", "timeline_to"):
            day = value_of(atom.terms[0], proof.env)
            assert isinstance(day, date)
            return replace(focus, digest_day=day)
    if focus.digest_day and proof.skeleton.place == "phrase":
        titled = (str(proof.env[slot.name]) for slot in proof.skeleton.slots if slot.type == "issue")
        return replace(focus, section=next(titled, None))
    return replace(focus, under=proof.under) if focus.digest_day else focus
