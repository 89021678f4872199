"""Text against the signed list: every way a skeleton reads a text from a place on, and the phrases of acts inside one.

A phrase (`deed.…` of the list) is a skeleton within a sentence: "imposed sanctions on Russia". It is read like one, and
its conditions are held against the record that the sentence is about (`about_deeds.deed`). Sentences are `engine`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from briefs.proof.case import Case
from briefs.proof.lexicon import Mention
from briefs.proof.skeletons import Skeleton, SkeletonList, Slot
from briefs.proof.solving import NOTHING, Env, Failure, solve, value_of
from briefs.proof.subjects import Thing
from briefs.proof.tongues.agreement import SPELT, agrees
from briefs.proof.tongues.registry import slots_of, table_of
from briefs.records import EventRecord

PLAIN = "plain_form"
"""The condition that a phrase has where it names no form of the act."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What an actor did, as read: a phrase of the list and what its slots mean."""

    phrase: Skeleton
    env: Env
    form: str
    """Which form of its verb was read: a slot type."""
    manner: Skeleton | None = None
    """How it was done, where that is said beside the phrase ("unilaterally")."""

    @property
    def people(self) -> tuple[Mention, ...]:
        """Persons named in it."""
        things = (value for value in self.env.values() if isinstance(value, Thing))
        return tuple(thing.value for thing in things if isinstance(thing.value, Mention))

    @property
    def act(self) -> str:
        """The act's id in the codebook."""
        atom = next(atom for atom in self.phrase.atoms if atom.name == "act")
        return str(value_of(atom.terms[1], self.env))

    def holds(self, case: Case, event: EventRecord) -> bool:
        """Whether the record says so: every condition of the phrase over that record alone."""
        env, atoms = {**self.env, "$e": event}, self.phrase.atoms
        if self.manner is not None:
            atoms = (*(atom for atom in atoms if atom.name != PLAIN), *self.manner.atoms)
        return any(solve(case, self.phrase, atoms, 0, env, NOTHING, Failure()))


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one signed list, as a case reads them."""

    skeletons: SkeletonList

    def read(self, case: Case, form: str, start: int) -> Iterator[tuple[int, object]]:
        """Every phrase in that form of the verb that stands at `start`: (its end, the deed). How it was done stands
        before the phrase, or behind it, where the signed line of it begins with a blank."""
        manners = self.skeletons.by_place.get("manner", ())
        for end, phrase, env in self._phrases(case, form, start):
            yield end, Deed(phrase, env, form)
            for manner in (held for held in manners if _is_behind(held) and _is_plain(phrase)):
                for stop, _ in opening(case, manner, end):
                    yield stop, Deed(phrase, env, form, manner)
        for manner in (held for held in manners if not _is_behind(held)):
            for begin, _ in opening(case, manner, start):
                for end, phrase, env in self._phrases(case, form, begin):
                    if _is_plain(phrase):
                        yield end, Deed(phrase, env, form, manner)

    def _phrases(self, case: Case, form: str, start: int) -> Iterator[tuple[int, Skeleton, Env]]:
        for phrase in self.skeletons.phrases(form, case.text, start):
            for end, env in opening(case, phrase, start):
                yield end, phrase, env


def _is_behind(manner: Skeleton) -> bool:
    return manner.text.startswith(" ")


def _is_plain(phrase: Skeleton) -> bool:
    return PLAIN in phrase.conditions


def match(case: Case, skeleton: Skeleton, start: int) -> Iterator[dict[str, object]]:
    """Every reading of the text from `start` to its end as that skeleton: slot → value. In a language with a
    table also what each slot's words are (under its name with `SPELT` before it), and only readings that agree."""
    table, whole = table_of(case.lexicon.lang), len(case.text)
    for end, env in _stretches(case, skeleton, start, spelt=table is not None):
        if end == whole and (table is None or agrees(table, case, skeleton, env)):
            yield env


def opening(case: Case, lead: Skeleton, start: int) -> list[Stretch]:
    """Where a skeleton that begins at `start` ends, whatever follows it, and what it means."""
    return _stretches(case, lead, start, spelt=False)


Stretch: TypeAlias = tuple[int, dict[str, object]]
"""As far as a text has been read, and what the slots so far mean."""


def _stretches(case: Case, skeleton: Skeleton, start: int, *, spelt: bool) -> list[Stretch]:
    """Every way to read the text from `start` on, slot by slot, each with the literal behind it."""
    text = case.text
    if not text.startswith(skeleton.head, start):
        return []
    found: list[Stretch] = [(start + len(skeleton.head), {})]
    for slot, literal in skeleton.gaps:
        further: list[Stretch] = []
        for at, env in found:
            for end, value in read(case, slot, at):
                if text.startswith(literal, end):
                    bound = {**env, slot.name: value}
                    if spelt:
                        bound[SPELT + slot.name] = text[at:end]
                    further.append((end + len(literal), bound))
        found = further
    return found


def read(case: Case, slot: Slot, start: int) -> tuple[tuple[int, object], ...]:
    """Every way to read a slot's type at a place, each read once a sentence."""
    key = (slot.type, start)
    found = case.memo.get(key)
    if found is None:
        found = case.memo[key] = tuple(slots_of(case.lexicon.lang)[slot.type](case, case.text, start))
    return found
