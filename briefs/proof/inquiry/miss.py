"""A condition that failed, with the values it failed on, and the words to say what a record has instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefs.codebook import ActorKind, VoteOption
from briefs.proof.inquiry.wide import Wide
from briefs.proof.lexicon import with_article
from briefs.proof.skeletons import Atom, Skeleton
from briefs.proof.slots import LONG, OPTIONS
from briefs.proof.solving import Env, value_of
from briefs.records import EventRecord, RollCall

ANCHORS = frozenset({"label", "label_tail", "quote", "quote_cell", "measure", "what", "says"})
"""Conditions that tell which event a line speaks of: its curated words, or its text."""
DID = {option: words for words, option in OPTIONS["did"].items()}
CAST = {option: words for words, option in OPTIONS["cast"].items()}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`said`: what the records have instead, for a reader. `record` is the one that says so, `kind` about what."""

    said: str
    cites: tuple[str, ...]
    kind: str
    record: str = ""
    press: bool = False
    """By an event record, which a line may mean or not: one contradiction tells, two are another event."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One failed condition of a reading, every term of it bound."""

    case: Wide
    skeleton: Skeleton
    atom: Atom
    env: Env

    @property
    def values(self) -> tuple[object, ...]:
        return tuple(value_of(term, self.env) for term in self.atom.terms)

    def call(self, place: int = 0) -> RollCall:
        found = self.values[place]
        assert isinstance(found, RollCall)
        return found

    def anchored(self, *by: str) -> bool:
        """Whether other conditions say which record the first term is: a roll call its text does."""
        term = self.atom.terms[0]
        anchors = frozenset(by) or ANCHORS
        return any(
            atom.name in anchors and atom.terms[0] == term and atom is not self.atom for atom in self.skeleton.atoms
        )

    def by_call(self, call: RollCall, said: str, kind: str = "vote") -> Contradiction:
        return Contradiction(f"{call.id}: {said}", (call.id,), kind, call.id)

    def by_record(self, record: EventRecord | RollCall, said: str, kind: str) -> Contradiction:
        press = isinstance(record, EventRecord)
        return Contradiction(f"{record.id}: {said}", (record.id,), kind, record.id, press)

    # --- words ---------------------------------------------------------------------------------------------------

    def name(self, actor: str) -> str:
        """An actor as it runs in a sentence; a former state, which the register does not hold, by its id."""
        held = self.case.archive.register.actors.get(actor)
        return with_article(held) if held else actor

    def names(self, actors: Iterable[str]) -> str:
        told = [self.name(actor) for actor in actors]
        return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(told)

    def is_state(self, actor: str) -> bool:
        held = self.case.archive.register.actors.get(actor)
        return held is None or held.kind is ActorKind.STATE


def told_day(day: date) -> str:
    return f"{day.day} {LONG[day.month - 1]} {day.year}"


def options(counts: Iterable[tuple[VoteOption, int]]) -> str:
    """ "6 in favour, 3 abstained"."""
    return ", ".join(f"{n} {CAST[option]}" for option, n in counts if n) or "none"
