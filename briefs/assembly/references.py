"""The references of one file: each resolved to a full id, or a problem at its place, or a need of a file left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefs.assembly.index import GUESS, Held, Index
from briefs.codebook import ActorKind
from briefs.reading.content import FileContent, Steps
from briefs.reading.problems import Problem, nearest, shown
from briefs.records import Actor, EventRecord, Issue, Measure

_GATHERINGS = (ActorKind.BODY, ActorKind.BLOC, ActorKind.ORGANISATION, ActorKind.ORGAN)
"""Where something can be voted on or brought `in`."""


@dataclass(slots=True)
class References:
    """Collects while it resolves: `problems`, and in `needs` the ids taken from each other file."""

    content: FileContent
    index: Index
    problems: list[Problem] = field(default_factory=list)
    needs: dict[str, dict[str, Steps]] = field(default_factory=dict)

    def actor(self, key: str, *steps: str | int) -> Actor | None:
        """An actor's id; nothing else will do."""
        held = self.index.register.get(key)
        if held is None:
            self._unknown(key, "an actor", steps)
            return None
        self._need(key, held, steps)
        if held.value is not None and not isinstance(held.value, Actor):
            self._fault("wrong-kind", f"{key} is not an actor", "write who acts", steps)
            return None
        return held.value

    def state(self, key: str, *steps: str | int) -> Actor | None:
        actor = self.actor(key, *steps)
        if actor is not None and actor.kind not in (ActorKind.STATE, ActorKind.OBSERVER):
            self._fault("wrong-kind", f"{key} is not a state", "write three capitals: KHM", steps)
            return None
        return actor

    def gathering(self, key: str, *steps: str | int) -> None:
        actor = self.actor(key, *steps)
        if actor is not None and actor.kind not in _GATHERINGS:
            what = f"{key} is {_a(actor.kind)}, and `in` names a body"
            self._fault("wrong-kind", what, "write one like unga or unsc", steps)

    def issue(self, key: str, *steps: str | int) -> None:
        self._entry(key, Issue, "an issue", steps)

    def measure(self, key: str, *steps: str | int) -> None:
        self._entry(key, Measure, "a measure", steps)

    def record(self, key: str, *steps: str | int) -> str:
        """The full id of a record, by its full id or by its short one within this file."""
        full = self._own(key) or key
        held = self.index.records.get(full)
        if held is None:
            own = [known.rpartition("/")[2] for known in self.content.steps if "/" in known]
            near = nearest(key, [*own, *self.index.records], GUESS)
            hint = f"did you mean {near}?" if near else "write source/id, or the short id of a record of this file"
            self._unknown_word(key, f"{shown(key)} is not the id of a record", hint, steps)
            return key
        self._need(full, held, steps)
        return full

    def thing(self, key: str, *steps: str | int) -> str:
        """What an act is about: a record, a measure, an issue, an actor, or words. The full id, or the words."""
        own = self._own(key)
        if own and key in self.index.register:
            hint = f"write {own} for the record, or rename it"
            self._fault("ambiguous-id", f"{key} is a record here and an id of the register", hint, steps)
        if own or ("/" in key and key in self.index.records):
            return self.record(key, *steps)
        return self.party(key, *steps)

    def party(self, key: str, *steps: str | int) -> str:
        """Somebody or something of the register, or words (which have a space)."""
        held = self.index.register.get(key)
        if held is not None:
            self._need(key, held, steps)
        elif " " not in key:
            self._unknown(key, "an id", steps)
        return key

    def _own(self, short: str) -> str | None:
        return next((key for key in self.content.steps if "/" in key and key.rpartition("/")[2] == short), None)

    def _entry(self, key: str, kind: type[Issue] | type[Measure], what: str, steps: Steps) -> None:
        held = self.index.register.get(key)
        if held is None:
            self._unknown(key, what, steps)
            return
        self._need(key, held, steps)
        if held.value is not None and not isinstance(held.value, kind):
            self._fault("wrong-kind", f"{key} is not {what}", f"write the id of {what}", steps)

    def _need(self, key: str, held: Held, steps: Steps) -> None:
        if held.path != self.content.path:
            self.needs.setdefault(held.path, {}).setdefault(key, steps)

    def _unknown(self, key: str, what: str, steps: Steps) -> None:
        advice = self.index.advice(key)
        if advice:
            self._fault("unknown-id", *advice, steps)
            return
        message = f"{shown(key)} is not {what if what == 'an id' else f'the id of {what}'}"
        self._unknown_word(key, message, self.index.guess(key), steps)

    def _unknown_word(self, key: str, message: str, hint: str, steps: Steps) -> None:
        if self.index.unread and self.index.unread != self.content.path:
            self.needs.setdefault(self.index.unread, {}).setdefault(key, steps)
        else:
            self._fault("unknown-id", message, hint, steps)

    def _fault(self, code: str, message: str, hint: str, steps: Iterable[str | int]) -> None:
        self.problems.append(self.content.problem(code, message, hint, *steps))


def _a(kind: ActorKind) -> str:
    return f"an {kind.value}" if kind.value[0] in "aeiou" else f"a {kind.value}"


def resolve_events(references: References) -> Iterator[EventRecord]:
    """The events of the file with full ids in every reference; what fails is noted in `references`."""
    for event in references.content.events:
        yield _resolve(event, references, references.content.steps[event.id])


def _resolve(event: EventRecord, to: References, at: Steps) -> EventRecord:
    by = len(event.by) > 1
    for number, actor in enumerate(event.by):
        to.actor(actor, *at, "by", *((number,) if by else ()))
    _resolve_single(event, to, at)
    for option, named in event.named.items():
        for number, actor in enumerate(named.of):
            to.state(actor, *at, option.value, "of", number)
    if event.asked_by:
        for number, actor in enumerate(event.asked_by.of):
            to.actor(actor, *at, "asked_by", "of", number)
        to.actor(event.asked_by.per, *at, "asked_by", "per")
    for key, figure in event.figures.items():
        if figure.per:
            to.actor(figure.per, *at, "figures", key, "per")
    if event.cosponsors and event.cosponsors.per:
        to.actor(event.cosponsors.per, *at, "cosponsors", "per")
    for number, link in enumerate(event.via):
        to.actor(link.by, *at, "via", number, link.form)
    about = to.thing(event.about, *at, "about") if event.about else None
    party = to.party(event.to, *at, "to") if event.to else None
    partner = to.party(event.partner, *at, "with") if event.partner else None
    same_as = to.record(event.same_as, *at, "same_as") if event.same_as else None
    corrects = to.record(event.corrects, *at, "corrects") if event.corrects else None
    asserts = tuple(_resolve_assertions(event, to, at)) if event.asserts else ()
    told = (event.about, event.to, event.partner, event.same_as, event.corrects, event.asserts)
    if told == (about, party, partner, same_as, corrects, asserts):
        return event  # most refer to nothing that has a longer name
    return replace(event, about=about, to=party, partner=partner, same_as=same_as, corrects=corrects, asserts=asserts)


def _resolve_single(event: EventRecord, to: References, at: Steps) -> None:
    if event.on_behalf:
        to.actor(event.on_behalf, *at, "for")
    if event.target:
        to.actor(event.target, *at, "against_actor")
    if event.body:
        to.gathering(event.body, *at, "in")
    if event.issue:
        to.issue(event.issue, *at, "issue")


def _resolve_assertions(event: EventRecord, to: References, at: Steps) -> Iterator:  # type: ignore[type-arg]
    for number, claim in enumerate(event.asserts):
        for place, actor in enumerate(claim.of):
            to.actor(actor, *at, "asserts", number, "of", place)
        about = to.thing(claim.about, *at, "asserts", number, "about") if claim.about else None
        partner = to.party(claim.partner, *at, "asserts", number, "with") if claim.partner else None
        if claim.target:
            to.actor(claim.target, *at, "asserts", number, "against_actor")
        yield replace(claim, about=about, partner=partner)
