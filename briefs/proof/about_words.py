"""Predicates over what was said and reported: whole quotes, paraphrases with their hedge, requests, claims (C4–C6)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.proof.about_events import in_office
from briefs.proof.case import Case
from briefs.proof.lexicon import Mention
from briefs.proof.relation import Room
from briefs.proof.subjects import Link
from briefs.proof.tongues.agreement import FORMS, form_of
from briefs.records import EventRecord

ROOM = Room()

# -- Words


@ROOM.gives("event", rule="C5")
def quote(_case: Case, event: EventRecord) -> Iterator[str]:
    """Whole quotes, to the byte."""
    return (q.text for q in event.quotes)


@ROOM.gives("event", tells_act=True, rule="C5")
def quote_cell(_case: Case, event: EventRecord) -> Iterator[str]:
    """A whole quote in a table cell, where the chain it came through is left to the record page."""
    return (q.text for q in event.quotes)


@ROOM.test("event", "any", rule="C5")
def chain_of(case: Case, event: EventRecord, links: tuple[Link, ...]) -> bool:
    """All the links the words came through, the nearest to us first, each released by whom the record says."""
    if not links or len(links) != len(event.via):
        return False
    pairs = zip(links, reversed(event.via), strict=True)
    return all(told.form == via.form and _released(case, event, told, via.by) for told, via in pairs)


def _released(case: Case, event: EventRecord, told: Link, by: str) -> bool:
    if isinstance(told.by.value, Mention):
        return told.by.value.person == by and in_office(case, told.by.value, event.date.last)
    return told.by.kind == "actor" and told.by.value == by and not case.brief.is_person(by)


@ROOM.test("event", rule="C5")
def no_chain(_case: Case, event: EventRecord) -> bool:
    """The words came through nobody."""
    return not event.via


@ROOM.test("event", rule="C4")
def spoken_last(case: Case, event: EventRecord) -> bool:
    """The sentence before told other words of the same record, with who spoke and when."""
    return case.focus.spoke == event.id


@ROOM.test("event", rule="C7")
def same_day(case: Case, event: EventRecord) -> bool:
    """It is of the day of the words told last, which were the same speaker's: so its day is not said again."""
    told = (case.archive.events[id_].date for id_ in case.focus.heard)
    return case.focus.voices == set(event.by) and event.date in told


@ROOM.test("event", "any", rule="C4")
def speakers_again(case: Case, event: EventRecord, word: str) -> bool:
    """The pronoun of those who spoke, or one of their gender and number."""
    if word in FORMS:
        return word == form_of(case, event.by)
    if len(event.by) != 1:
        return word == "they"
    held = case.archive.register.actors[event.by[0]]
    return word == (held.pronoun if case.brief.is_person(held.id) else "it")


@ROOM.gives("event", rule="C6")
def says(_case: Case, event: EventRecord) -> Iterator[str]:
    """Paraphrases without a hedge."""
    return (saying.text for saying in event.says if saying.hedge is None)


@ROOM.gives("event", rule="C6")
def says_again(_case: Case, event: EventRecord) -> Iterator[str]:
    """Paraphrases in the form for a sentence that has just named the act; the plain one where there is none."""
    return (saying.again or saying.text for saying in event.says if saying.hedge is None)


@ROOM.gives("event", rule="C6")
def hopes(_case: Case, event: EventRecord) -> Iterator[str]:
    """Paraphrases of what was hoped."""
    return (saying.text for saying in event.says if saying.hedge == "hope")


# -- Reports and claims


@ROOM.test("event", "any", rule="C4")
def asked(_case: Case, event: EventRecord, actors: tuple[str, ...]) -> bool:
    """All who are reported to have asked, and nobody else."""
    return event.asked_by is not None and set(actors) == set(event.asked_by.of)


@ROOM.test("event", "any", rule="C4")
def asked_per(case: Case, event: EventRecord, mention: Mention) -> bool:
    """Who reports the request."""
    return (
        event.asked_by is not None
        and event.asked_by.per == mention.person
        and in_office(case, mention, event.date.last)
    )


@ROOM.test("event", rule="C4")
def asked_of_last(case: Case, event: EventRecord) -> bool:
    """The one person named last reports the request."""
    return event.asked_by is not None and event.asked_by.per == case.focus.person


@ROOM.gives("event", "any", "any", tells_act=True, rule="C4")
def asserted(case: Case, event: EventRecord, act_: str, actor: str) -> Iterator[str]:
    """The measure on which the record's own actor says that `actor` did that act."""
    for claim in event.asserts:
        if claim.act.value == act_ and actor in claim.of and claim.about:
            nearer = case.archive.events.get(claim.about)
            found = case.archive.measure_of(nearer) if nearer else claim.about
            if found:
                yield found
