"""Readings of a line → the cites it can be proved with, found over all that is held and confirmed by the prover.

The conditions are solved as `solving` solves them, with two differences: a variable ranges over what the index gives,
and conditions that a record may *contradict* can be let fail, so that `contradiction` can say what it has instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefs.proof.case import Brief, Focus
from briefs.proof.corrections import leads
from briefs.proof.engine import Reading, mentioned_in, prove, readings
from briefs.proof.inquiry.asked import leans, queries_of, subjects
from briefs.proof.inquiry.contradiction import Contradiction, contradicted, may_fail
from briefs.proof.inquiry.index import Index
from briefs.proof.inquiry.wide import Record, Wide, brief_on, opened_for, wide_case
from briefs.proof.memory import Proof
from briefs.proof.relation import Using
from briefs.proof.skeletons import Atom, Skeleton, SkeletonList
from briefs.proof.solving import NOTHING, Failure, fits, record_bound, taken, unify, value_of
from briefs.proof.submission import Sentence
from briefs.records import EventRecord, RollCall

STEPS = 4_000
"""Conditions tried for one reading; what needs more is not provable here."""
WAYS = 12
"""Sets of cites put before the prover for one reading."""


@dataclass(frozen=True, slots=True)
class Found:
    """A proof, the trial it was made in, and what it cites."""

    proof: Proof
    brief: Brief
    cites: tuple[str, ...]
    missed: tuple[Contradiction, ...] = ()
    """Empty for a proof; for a refutation, what the records have instead."""


@dataclass(frozen=True, slots=True)
class Way:
    """How conditions hold: the meaning of every word, the records used, what a record contradicts."""

    env: dict[str, object]
    used: frozenset[str]
    missed: tuple[Contradiction, ...] = ()


@dataclass(frozen=True)
class Inquiry:
    """What stays the same for all lines of a text."""

    index: Index
    brief: Brief
    skeletons: SkeletonList

    def proof(
        self, focus: Focus, place: str, text: str, given: tuple[str, ...], before: tuple[str, ...] = ()
    ) -> Found | None:
        """The first proof of the text by the ordinary prover. `before`: what the lines so far have cited."""
        for case, reading in self._trials(focus, place, text, given, Sentence("", before)):
            tried: set[frozenset[str]] = set()
            for way in ways(case, reading):
                if way.used not in tried and len(tried) < WAYS:
                    tried.add(way.used)
                    found = self._confirmed(focus, place, case, text, tuple(sorted(way.used)))
                    if found:
                        return found
        return None

    def _confirmed(self, focus: Focus, place: str, case: Wide, text: str, cites: tuple[str, ...]) -> Found | None:
        sentence, asked = Sentence(text, cites), case.brief.submission
        brief = brief_on(self.index, self.brief, asked.subject, sentence, *asked.sentences[1:])
        result = prove(brief, focus, place, sentence, self.skeletons)
        return Found(result, brief, cites) if isinstance(result, Proof) else None

    def refutation(
        self,
        focus: Focus,
        text: str,
        given: tuple[str, ...],
        shaken: frozenset[str] = frozenset(),
        before: tuple[str, ...] | None = None,
    ) -> Found | None:
        """A reading that a record contradicts, the one with the fewest contradictions. `shaken`: what only a refuted
        sentence established, so that nothing is refuted that leans on it. `before`: what the lines so far rest on,
        where each of them was proved; without it no count of what they leave out is refuted."""
        best: Found | None = None
        for case, reading in self._trials(focus, "claim", text, given, Sentence("", before or ())):
            if leans(reading.skeleton) & shaken or (before is None and counts_the_rest(reading.skeleton)):
                continue
            for way in ways(case, reading, soft=True):
                if any(miss.said for miss in way.missed) and (best is None or len(way.missed) < len(best.missed)):
                    proof = Proof(reading.skeleton, way.env, way.used, reading.under, reading.lead)
                    cites = tuple(sorted({cite for miss in way.missed for cite in miss.cites}))
                    best = Found(proof, case.brief, cites, way.missed)
        return best

    def readings(self, focus: Focus, text: str) -> tuple[Skeleton, ...]:
        """The signed sentences that read the text, whatever they would rest on."""
        case = wide_case(self.index, self.brief, focus, text)
        return tuple(reading.skeleton for reading in readings(case, "claim", self.skeletons, Failure()))

    def _trials(
        self, focus: Focus, place: str, text: str, given: tuple[str, ...], *before: Sentence
    ) -> Iterator[tuple[Wide, Reading]]:
        """Each way to read the text, with each subject it may have."""
        case = wide_case(self.index, brief_on(self.index, self.brief, given), focus, text)
        for start, end, _, _ in leads(case, self.skeletons):
            case = replace(case, text=text[:start] + text[end:], memo={})
        for reading in readings(case, place, self.skeletons, Failure()):
            for subject in subjects(case, reading, given):
                brief = brief_on(self.index, self.brief, subject, Sentence(text, ()), *before)
                mentioned = mentioned_in(reading.skeleton, reading.env)
                trial = replace(case, brief=brief, mentioned=mentioned, under=reading.under)
                trial.queries = queries_of(trial, reading)
                if any(atom.name == "stances" for atom in reading.skeleton.atoms):
                    trial.events = opened_for(trial, subject)
                yield trial, reading


def counts_the_rest(skeleton: Skeleton) -> bool:
    """Whether the sentence counts what the lines before it leave out."""
    return any(atom.name == "timeline_untold" for atom in skeleton.atoms)


def ways(case: Wide, reading: Reading, soft: bool = False) -> Iterator[Way]:
    """Every way the reading's conditions hold over the archive. `soft`: some may fail where a record contradicts."""
    return _Search(case, reading.skeleton, soft).ways(0, reading.env, NOTHING, ())


@dataclass
class _Search:
    case: Wide
    skeleton: Skeleton
    soft: bool
    steps: int = field(default=0)

    def ways(
        self, index: int, env: dict[str, object], used: frozenset[str], missed: tuple[Contradiction, ...]
    ) -> Iterator[Way]:
        if index == len(self.skeleton.atoms):
            yield Way(env, used, missed)
            return
        atom = self.skeleton.atoms[index]
        for bound, cited in self._instances(atom, env, used):
            self.steps += 1
            if self.steps > STEPS:
                return
            held = False
            for after, further in self._answers(atom, bound):
                held = True
                yield from self.ways(index + 1, after, cited | further, missed)
            if not held and self.soft:
                miss = contradicted(self.case, self.skeleton, atom, bound)
                if miss is not None and not _another(miss, missed):
                    yield from self.ways(index + 1, bound, cited, (*missed, miss))

    def _answers(self, atom: Atom, env: dict[str, object]) -> Iterator[tuple[dict[str, object], frozenset[str]]]:
        """The bindings after a condition that holds, and the cites it adds."""
        inputs = tuple(value_of(term, env) for term in atom.inputs)
        for answer in atom.relation.answers(self.case, inputs):
            value, further = (answer.value, answer.cites) if isinstance(answer, Using) else (answer, NOTHING)
            after = unify(self.case, atom, env, value)
            if after is not None:
                yield after, further | record_bound(atom, after) if atom.relation.gives else further

    def _instances(
        self, atom: Atom, env: dict[str, object], used: frozenset[str]
    ) -> Iterator[tuple[dict[str, object], frozenset[str]]]:
        """The bindings with every record variable among the inputs bound to a record that is held."""
        for name, kind in atom.ranges:
            if name not in env:
                for record in self.case.pool(kind, name, self.skeleton, env, self._hard):
                    if _of_kind(record, kind) and record.id not in taken(env):
                        yield from self._instances(atom, {**env, name: record}, used | {record.id})
                return
            if not fits(env[name], kind):
                return
        yield env, used

    def _hard(self, atom: Atom) -> bool:
        """A condition that must hold, and so may choose the records."""
        return not (self.soft and may_fail(atom))


def _of_kind(record: Record, kind: str) -> bool:
    return isinstance(record, {"event": EventRecord, "call": RollCall}.get(kind, object))


def _another(miss: Contradiction, missed: tuple[Contradiction, ...]) -> bool:
    """Whether an event record that is contradicted in two respects is another event than the line speaks of."""
    return miss.press and any(each.record == miss.record and each.kind != miss.kind for each in missed)
