"""Predicates over what was done: who did it and for whom, the phrase of the act, its object, and accounts that differ.

A phrase is held against one record alone, and the object it names is the one the record's act has: what stands beside
it (a place, an addressee) is no object. What a third party claims is held against the claim, never against the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefs.codebook import SPEECH_ACTS, ActorKind, Precision, Status
from briefs.proof.about_events import in_office, pronoun
from briefs.proof.case import Case
from briefs.proof.lexicon import Mention
from briefs.proof.relation import Room
from briefs.proof.subjects import Deed, Doer, Thing, When
from briefs.proof.tongues.agreement import FORMS, form_of
from briefs.records import EventRecord

ROOM = Room()

# -- Who did it


def _persons(case: Case, actors: Iterable[str]) -> bool:
    return any(case.brief.is_person(actor) for actor in actors)


def _in_office_of(case: Case, event: EventRecord) -> bool:
    """Whether all who acted are persons who held an office of the one they acted for, on that day."""
    actors = case.archive.register.actors
    agents = [actors[agent] for agent in event.by if agent in actors]
    return all(any(r.of == event.on_behalf and r.holds(event.date.last) for r in agent.roles) for agent in agents)


PERSONAL = frozenset({"meet", "visit", "phone"})
"""Acts that a person does and no state."""


def _is_doer(case: Case, event: EventRecord, told: Doer) -> bool:
    if told.countries is not None:
        kinds = {case.archive.register.actors[actor].kind for actor in event.by}
        only = kinds <= {ActorKind.STATE, ActorKind.OBSERVER} and event.on_behalf is None
        return only and told.countries == len(event.by) > 1
    if told.owner is not None:
        return told.owner == event.on_behalf and _is_sayer(case, event, replace(told, owner=None))
    if told.party is not None:
        return event.owner == (told.party,)
    if told.partisan is not None:
        return event.by == (told.partisan.person,) and event.owner == (told.partisan.party,)
    if told.mention is not None:
        return event.on_behalf in (None, told.mention.of) and _is_sayer(case, event, told)
    if told.together:
        return event.on_behalf is None and _is_sayer(case, event, told)
    if event.on_behalf is not None:
        personal = event.act.value in PERSONAL and len(event.by) == 1
        return told.actors == (event.on_behalf,) and _in_office_of(case, event) and not personal
    return bool(told.actors) and len(told.actors) == len(event.by) and set(told.actors) == set(event.by)


def _is_sayer(case: Case, event: EventRecord, told: Doer) -> bool:
    """Those printed are just those who acted or spoke, whoever it was for."""
    if told.pronoun is not None:
        return event.by == (case.focus.person,) and pronoun(case) == told.pronoun
    if told.mention is not None:
        return event.by == (told.mention.person,) and in_office(case, told.mention, event.date.last)
    if told.party is not None:
        return event.by == (told.party,)
    if told.partisan is not None:
        return _is_doer(case, event, told)
    if told.together:
        return _are_all(case, event, told.together)
    return bool(told.actors) and len(told.actors) == len(event.by) and set(told.actors) == set(event.by)


def _are_all(case: Case, event: EventRecord, told: tuple[Doer, ...]) -> bool:
    """Those printed one by one are all who acted, each person with the office of the day."""
    ids = [id_ for one_ in told for id_ in one_.ids]
    persons = [one_.mention for one_ in told if one_.mention is not None]
    officers = all(in_office(case, mention, event.date.last) for mention in persons)
    partisans = any(one_.partisan is not None for one_ in told)
    return officers and not partisans and len(ids) == len(event.by) and set(ids) == set(event.by)


@ROOM.test("event", "any", rule="C4")
def doer(case: Case, event: EventRecord, told: Doer) -> bool:
    """Those printed did it, all of them and nobody else; "on behalf of" is said of an agent without an office there."""
    return event.complete is not False and _is_doer(case, event, told)


@ROOM.test("event", "any", rule="C6")
def doers_some(case: Case, event: EventRecord, told: Doer) -> bool:
    """Those printed are all that the source names of more who did it: "among"."""
    return event.complete is False and told.countries is None and _is_doer(case, event, told)


@ROOM.test("event", "any", rule="C4")
def sayer(case: Case, event: EventRecord, told: Doer) -> bool:
    """Those printed spoke, with the office of the day, the party's standing, or as "He"."""
    return _is_sayer(case, event, told)


@ROOM.test("any", rule="C8")
def one(_case: Case, told: Doer) -> bool:
    """The subject is one: "was"."""
    return told.countries is None and len(told.ids) < 2


@ROOM.test("any", rule="C8")
def many(_case: Case, told: Doer) -> bool:
    """The subject is several: "were"."""
    return told.countries is not None or len(told.ids) > 1


@ROOM.test("event", rule="C8")
def by_one(_case: Case, event: EventRecord) -> bool:
    """One alone did it, or spoke: the verb that does not name the subject again."""
    return len(event.by) == 1


@ROOM.test("event", rule="C8")
def by_many(_case: Case, event: EventRecord) -> bool:
    """Several did it, or spoke."""
    return len(event.by) > 1


@ROOM.test("any", "any", rule="C3")
def again(case: Case, word: str, told: Doer) -> bool:
    """The pronoun of the subject; of a person without one, the name again. Where pronouns are of a gender and number,
    these are the subject's."""
    if word in FORMS:
        return word == form_of(case, told)
    if told.countries is not None or len(told.ids) > 1:
        return word == "they"
    if told.pronoun is not None:
        return word == told.pronoun
    person = told.mention or told.partisan
    if person is None or told.owner is not None:
        return word == "it"
    held = case.archive.register.actors.get(person.person)
    return held is not None and word == (held.pronoun or held.id)


@ROOM.test("event", "any", tells_act=True)
def countries(case: Case, event: EventRecord, names: tuple[str, ...]) -> bool:
    """The names are all who did it, whom the sentence before counted."""
    return case.focus.counted == event.id and len(names) == len(event.by) and set(names) == set(event.by)


@ROOM.test("event", rule="C4")
def concerns(case: Case, event: EventRecord) -> bool:
    """Where actors were asked for, one of them did it, or it was done about them, or a party of theirs did it."""
    asked, actors = set(case.brief.subject_actors), case.archive.register.actors
    about = case.archive.events.get(event.about or "")
    near = {*event.by, *event.owner, event.target, event.partner, event.about, *(about.owner if about else ())}
    near |= {actor for claim in event.asserts for actor in claim.of}
    near |= {actors[owner].country for owner in event.owner if owner in actors}
    return not asked or bool(asked & near)


# -- What was done


@ROOM.test("event", "any", tells_act=True)
def deed(case: Case, event: EventRecord, told: Deed) -> bool:
    """The record is of that act, with the objects the phrase names."""
    return told.holds(case, event)


@ROOM.test("event", "any", "any", tells_act=True, rule="C4")
def claims(case: Case, event: EventRecord, actors: Doer, told: Deed) -> bool:
    """The record's own actor says that all those did that."""
    claimed = (event.claimed(claim) for claim in event.asserts)
    return any(bool(c.by) and _is_doer(case, c, actors) and told.holds(case, c) for c in claimed)


OBJECTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("condemn", "deplore", "oppose", "regret"), ("what", "target", "about")),
    **dict.fromkeys(("support", "praise", "recognise", "withdraw"), ("what", "partner", "about")),
    **dict.fromkeys(("adopted", "rejected", "cosponsor", "introduce"), ("about", "label", "what")),
    **dict.fromkeys(("sign", "ratify", "welcome"), ("what", "about")),
    **dict.fromkeys(("meet", "phone"), ("partner", "to")),
    "veto": ("label", "about", "what"),
    "accede": ("what", "about", "partner", "to"),
    "visit": ("to", "body", "partner"),
    "suspend": ("what", "partner", "target"),
    "expel": ("what", "target", "partner"),
    "seek": ("what", "about"),
}
"""Act → the fields that can be its object, the first given is it. Any other act's object is `what`."""


@ROOM.test("event", "any")
def thing(case: Case, event: EventRecord, told: Thing) -> bool:
    """The object printed is that of the act: the first of the fields it can have."""
    given = next((f for f in OBJECTS.get(event.act.value, ("what",)) if _given(case, event, f)), None)
    return given is not None and _field_is(case, event, given, told)


def _given(case: Case, event: EventRecord, name: str) -> bool:
    value = getattr(event, name)
    if name == "about" and value is not None:
        if (before := _reacted_to(case, event)) is not None:
            return _nameable(case, before)
        return bool(case.archive.measure_of(event)) or value in case.archive.register.actors
    return value is not None


ANSWERS = frozenset({"condemn", "deplore", "regret", "welcome", "praise", "support", "oppose"})
"""Acts that answer what somebody said or did: then that is their object, and not the text it was about."""


def _reacted_to(case: Case, event: EventRecord) -> EventRecord | None:
    before = case.archive.events.get(event.about or "") if event.act.value in ANSWERS else None
    return before if before is not None and before.act.value != "vote.held" else None


def _nameable(case: Case, before: EventRecord) -> bool:
    """One act of a day, of somebody who is no person, that was done or announced."""
    alone = len(before.owner) == 1 and not _persons(case, before.owner) and before.date.day is not None
    return alone and before.status in (Status.DONE, Status.ANNOUNCED)


def _step_is(before: EventRecord, told: Thing) -> bool:
    kind = "step" if before.act not in SPEECH_ACTS else "statement"
    wanted = "announcement" if before.status is Status.ANNOUNCED else kind
    return told.kind == wanted and told.value == (before.owner[0], before.date.day)


def _field_is(case: Case, event: EventRecord, name: str, told: Thing) -> bool:
    value = getattr(event, name)
    if name == "about" and (before := _reacted_to(case, event)) is not None:
        return _step_is(before, told)
    if name == "about" and (measure := case.archive.measure_of(event)):
        return _text_is(case, measure, told)
    if isinstance(told.value, Mention):
        return bool(told.value.person == value and in_office(case, told.value, event.date.last))
    kind = "label" if name == "label" else "actor" if value in case.archive.register.actors else "words"
    return told.kind == kind and told.value == value and not (kind == "actor" and _persons(case, (str(value),)))


def _text_is(case: Case, measure: str, told: Thing) -> bool:
    """A text by symbol and title where its roll call is held, else as a draft."""
    if told.kind == "text":
        return told.value == measure and measure in case.archive.rollcall_of
    return told.kind == "draft" and told.value == measure and measure not in case.archive.rollcall_of


@ROOM.test("event", rule="C6")
def objectless(case: Case, event: EventRecord) -> bool:
    """None of the fields that can be the act's object has anything that can be printed."""
    return not any(_given(case, event, field) for field in OBJECTS.get(event.act.value, ("what",)))


@ROOM.test("event", "any")
def aimed(case: Case, event: EventRecord, told: Thing) -> bool:
    """Whom it is aimed at: an actor, a person with the office, a party with its standing."""
    return event.target is not None and _field_is(case, event, "target", told)


@ROOM.test("event", "any")
def counterpart(case: Case, event: EventRecord, told: Thing) -> bool:
    """Who stands beside the object: with whom, to or from whom, or against whom."""
    given = next((f for f in ("partner", "to", "target") if getattr(event, f) is not None), None)
    return given is not None and _field_is(case, event, given, told)


@ROOM.test("event", rule="C6")
def unaccompanied(_case: Case, event: EventRecord) -> bool:
    """The record names nobody with whom, to or from whom, or against whom."""
    return event.partner is None and event.to is None and event.target is None


@ROOM.test("event", "any")
def thing_with(_case: Case, event: EventRecord, told: Thing) -> bool:
    """The object in its form beside a counterpart."""
    return told.kind == "words" and told.value == event.what_forms.get("with", event.what)


@ROOM.test("event", "any")
def recognised(case: Case, event: EventRecord, told: Thing) -> bool:
    """Whom recognition was refused: the counterpart, the record having no other object."""
    return event.what is None and event.partner is not None and _field_is(case, event, "partner", told)


@ROOM.test("event", rule="C6")
def no_object(_case: Case, event: EventRecord) -> bool:
    """The record names no object in words."""
    return event.what is None


@ROOM.gives("event")
def earlier_words(case: Case, event: EventRecord) -> Iterable[object]:
    """The day of the statement it corrects or takes back: the same actor's own words."""
    before = case.archive.events.get(event.corrects or event.about or "")
    own = before is not None and before.owner == event.owner and before.act in SPEECH_ACTS
    return (before.date.day,) if own and before and before.date.day and event.what is None else ()


@ROOM.test("event", "any")
def text_of(case: Case, event: EventRecord, told: Thing) -> bool:
    """The text that an explanation of vote is about, itself and not somebody's act on it."""
    return event.about in case.archive.register.measures and _text_is(case, event.about or "", told)


# -- When


@ROOM.test("event", "any", rule="C7")
def when(_case: Case, event: EventRecord, told: When) -> bool:
    """The date, just as exactly as the source gives it."""
    day = event.date.first if event.date.precision is Precision.WEEK else event.date.last
    return told.precision is event.date.precision and told.day == day


@ROOM.gives("event", rule="C7")
def latest(_case: Case, event: EventRecord) -> Iterable[object]:
    """The latest day it can have been: "as of"."""
    return (event.date.last,)
