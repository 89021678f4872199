"""Who did it or said it, in words: one name with its office, several, a group, somebody on behalf of another.

A party is never named without its standing, and no more is said than the record has: several persons have no sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefs.codebook import Act, ActorKind
from briefs.records import Actor, EventRecord
from briefs.wording.pen import Pen, Slot

NAMED_AT_MOST = 6
"""So many states of a joint act are named; more are counted, and named in a long brief."""
PERSONAL = frozenset({Act.MEET, Act.VISIT, Act.PHONE})
"""Acts of a person rather than of the state: told of the officer by name."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who did it, as the sentence says it: `n` for the verb's number, `again` for a pronoun; `counted`: not named."""

    name: Slot
    n: int
    again: str
    counted: bool = False


def subject(pen: Pen, event: EventRecord, *, start: bool) -> Subject | None:
    """The grammatical subject, with the office of the day, a party's standing and "on behalf of" where they belong."""
    origin = f"{event.id}.{'for' if event.on_behalf else 'by'}"
    if event.on_behalf:
        return _for(pen, event, event.on_behalf, origin, start=start)
    if len(event.by) == 1:
        return _alone(pen, event, event.by[0], origin, start=start)
    return _joint(pen, event, origin, start=start)


def _for(pen: Pen, event: EventRecord, owner: str, origin: str, *, start: bool) -> Subject | None:
    """Whose act it is: its own where an officer of it acted, else through its agent."""
    actors = pen.archive.register.actors
    if actors[owner].standing:
        if len(event.by) == 1 and any(role.of == owner for role in actors[event.by[0]].roles):
            return Subject(_capital(partisan(pen, actors[event.by[0]], actors[owner]), origin, start), 1, "it")
        return Subject(_capital(party(pen, actors[owner]), origin, start), 1, "it")
    officers = all(any(r.of == owner and r.holds(event.date.last) for r in actors[agent].roles) for agent in event.by)
    if officers and event.act in PERSONAL and len(event.by) == 1:
        return _alone(pen, event, event.by[0], origin, start=start)
    if officers:
        return Subject(pen.actor(owner, origin, start=start), 1, "it")
    agent = _alone(pen, event, event.by[0], origin, start=start) if len(event.by) == 1 else None
    agent = agent or _joint(pen, event, origin, start=start)
    if agent is None or agent.counted or (len(event.by) == 1 and actors[event.by[0]].standing):
        return None
    words = pen.words.say("on-behalf", {"agent": agent.name.text, "owner": pen.name(owner)})
    return Subject(Slot(f"{words},", origin), agent.n, "they" if agent.n > 1 else "it")


def _alone(pen: Pen, event: EventRecord, actor: str, origin: str, *, start: bool) -> Subject | None:
    held = pen.archive.register.actors[actor]
    if held.kind is ActorKind.PERSON:
        pen.forget_speaker()
        again = held.pronoun or held.name
        member = next((r for r in held.roles if r.holds(event.date.last)), None)
        if member and pen.archive.register.actors[member.of].standing:
            return None  # a party's officer in nobody's name: whose act it is, the record has to say
        return Subject(Slot(pen.in_full(held, event.date.last, of=True), origin), 1, again)
    if held.standing:
        return Subject(_capital(party(pen, held), origin, start), 1, "it")
    return Subject(pen.actor(actor, origin, start=start), 1, "it")


def _joint(pen: Pen, event: EventRecord, origin: str, *, start: bool) -> Subject | None:
    """Several at once: named up to a size, and states beyond it counted. Persons and parties are never lumped in."""
    held = [pen.archive.register.actors[actor] for actor in event.by]
    if any(actor.kind is ActorKind.PERSON or actor.standing for actor in held):
        return None
    states = all(actor.kind in (ActorKind.STATE, ActorKind.OBSERVER) for actor in held)
    if len(held) > NAMED_AT_MOST and states and event.complete is not False:
        group = _capital(pen.words.say("countries", {"n": len(held)}), origin, start)
        return Subject(group, len(held), "they", counted=True)
    return Subject(pen.actors(event.by, origin, start=start), len(held), "they" if len(held) > 1 else "it")


def party(pen: Pen, held: Actor) -> str:
    """ "the Cambodia National Rescue Party, the exiled opposition,"."""
    return pen.words.say("party-standing", {"party": pen.name(held.id), "standing": held.standing or ""})


def partisan(pen: Pen, person: Actor, held: Actor) -> str:
    """ "Sam Rainsy of the Cambodia National Rescue Party, the exiled opposition,"."""
    pen.forget_speaker()
    slots = {"person": person.name, "party": pen.name(held.id), "standing": held.standing or ""}
    return pen.words.say("party-person", slots)


def _capital(text: str, origin: str, start: bool) -> Slot:
    return Slot(text[:1].upper() + text[1:] if start else text, origin)


def somebody(pen: Pen, key: str, event: EventRecord) -> str:
    """An object or counterpart: an actor by name, a person with the office, or the record's own words."""
    held = pen.archive.register.actors.get(key)
    if held is None:
        return key
    if held.kind is ActorKind.PERSON:
        pen.forget_speaker()
        return pen.in_full(held, event.date.last, of=True)
    return party(pen, held) if held.standing else pen.name(key)


def sayer(pen: Pen, event: EventRecord, *, start: bool, of: bool = True) -> Slot | None:
    """Who spoke: a person as the pen names speakers, a party with its standing, actors by name."""
    actors, origin = pen.archive.register.actors, f"{event.id}.by"
    held = [actors[actor] for actor in event.by]
    if len(held) == 1 and held[0].kind is ActorKind.PERSON:
        whose = actors.get(event.on_behalf or "")
        if whose and whose.standing:
            return _capital(partisan(pen, held[0], whose), origin, start)
        member = next((r for r in held[0].roles if r.holds(event.date.last)), None)
        if member and actors[member.of].standing:
            return None
        return pen.speaker(event.by[0], event.date.last, start=start, of=of)
    pen.forget_speaker()
    if len(held) == 1 and held[0].standing:
        return _capital(party(pen, held[0]), origin, start)
    if not held or any(actor.kind is ActorKind.PERSON or actor.standing for actor in held):
        return None
    return pen.actors(event.by, origin, start=start)
