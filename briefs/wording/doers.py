"""Who did it or said it, in words: one name with its office, several, a group, somebody on behalf of another.

A party is never named without its standing, and no more is said than the record has. Persons and parties are named
one by one, never counted and never lumped in with states.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from briefs.codebook import Act, ActorKind
from briefs.records import Actor, EventRecord
from briefs.wording.pen import Pen, Slot, capital

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
        if len(event.by) == 1 and of_party(actors[event.by[0]], actors[owner]):
            agent = actors[event.by[0]]
            name = _capital(partisan(pen, agent, actors[owner]), origin, start, pen.form(agent.id))
            return Subject(name, 1, agent.pronoun or agent.name)
        return Subject(_capital(party(pen, actors[owner]), origin, start, pen.form(owner)), 1, "it")
    officers = all(any(r.of == owner and r.holds(event.date.last) for r in actors[agent].roles) for agent in event.by)
    if officers and event.act in PERSONAL and len(event.by) == 1:
        return _alone(pen, event, event.by[0], origin, start=start)
    if officers:
        return Subject(pen.actor(owner, origin, start=start), 1, "it")
    if len(event.by) == 1:
        through = _alone(pen, event, event.by[0], origin, start=start)
    else:
        through = _joint(pen, event, origin, start=start, counts=False)
    if through is None or (len(event.by) == 1 and actors[event.by[0]].standing):
        return None
    words = pen.words.say("on-behalf", {"agent": through.name.text.removesuffix(","), "owner": pen.name(owner)})
    return Subject(Slot(f"{words},", origin, through.name.form), through.n, "they" if through.n > 1 else "it")


def _alone(pen: Pen, event: EventRecord, actor: str, origin: str, *, start: bool) -> Subject | None:
    held = pen.archive.register.actors[actor]
    if held.kind is ActorKind.PERSON:
        pen.forget_speaker()
        again = held.pronoun or held.name
        if _of_party(pen, held, event):
            return None  # a party's officer in nobody's name: whose act it is, the record has to say
        return Subject(Slot(pen.in_full(held, event.date.last, of=True), origin, pen.form(actor)), 1, again)
    if held.standing:
        return Subject(_capital(party(pen, held), origin, start, pen.form(actor)), 1, "it")
    return Subject(pen.actor(actor, origin, start=start), 1, "it")


def _of_party(pen: Pen, person: Actor, event: EventRecord) -> bool:
    """Whether the first office the person held that day is one of a party with a standing."""
    office = next((role for role in person.roles if role.holds(event.date.last)), None)
    return office is not None and bool(pen.archive.register.actors[office.of].standing)


def _joint(pen: Pen, event: EventRecord, origin: str, *, start: bool, counts: bool = True) -> Subject | None:
    """Several at once: named up to a size, and states beyond it counted (where `counts`). Persons and parties are
    named one by one."""
    held = [pen.archive.register.actors[actor] for actor in event.by]
    if any(actor.kind is ActorKind.PERSON or actor.standing for actor in held):
        name = _together(pen, event, held)
        form = pen.form(*event.by)
        return Subject(_capital(name, origin, start, form), len(held), "they") if name else None
    states = all(actor.kind in (ActorKind.STATE, ActorKind.OBSERVER) for actor in held)
    if counts and len(held) > NAMED_AT_MOST and states and event.complete is not False:
        group = _capital(pen.words.say("countries", {"n": len(held)}), origin, start, "ms")
        return Subject(group, len(held), "they", counted=True)
    return Subject(pen.actors(event.by, origin, start=start), len(held), "they" if len(held) > 1 else "it")


def _together(pen: Pen, event: EventRecord, held: Sequence[Actor]) -> str | None:
    """ "Prime Minister Hun Sen of Cambodia and Foreign Minister Vivian Balakrishnan of Singapore". Where a name has
    commas of its own, "and" stands between all, so that nobody takes a standing or an office for a further name."""
    names = []
    pen.forget_speaker()
    for actor in held:
        if actor.kind is ActorKind.PERSON and _of_party(pen, actor, event):
            return None
        names.append(somebody(pen, actor.id, event))
    if any(name.endswith(",") for name in names):
        return reduce(lambda before, name: pen.words.listed([before, name]), names)
    return pen.words.listed(names)


def party(pen: Pen, held: Actor) -> str:
    """ "the Cambodia National Rescue Party, the exiled opposition,"."""
    return pen.words.say("party-standing", {"party": pen.name(held.id), "standing": held.standing or ""})


def of_party(person: Actor, party_: Actor) -> bool:
    """Whether the register has the person in an office of the party, whenever that was."""
    return any(role.of == party_.id for role in person.roles)


def partisan(pen: Pen, person: Actor, held: Actor) -> str:
    """ "Sam Rainsy of the Cambodia National Rescue Party, the exiled opposition,"."""
    pen.forget_speaker()
    slots = {"person": person.name, "party": pen.name(held.id), "standing": held.standing or ""}
    return pen.words.say("party-person", slots)


def _capital(text: str, origin: str, start: bool, form: str = "") -> Slot:
    return Slot(capital(text) if start else text, origin, form)


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
            if not of_party(held[0], whose):
                return None  # nobody says that the person is one of them
            return _capital(partisan(pen, held[0], whose), origin, start, pen.form(held[0].id))
        member = next((r for r in held[0].roles if r.holds(event.date.last)), None)
        if member and actors[member.of].standing:
            return None
        return pen.speaker(event.by[0], event.date.last, start=start, of=of)
    pen.forget_speaker()
    if len(held) == 1 and held[0].standing:
        return _capital(party(pen, held[0]), origin, start, pen.form(held[0].id))
    if any(actor.kind is ActorKind.PERSON or actor.standing for actor in held):
        names = _together(pen, event, held)
        return _capital(names, origin, start, pen.form(*event.by)) if names else None
    return pen.actors(event.by, origin, start=start)
