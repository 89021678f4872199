"""Sentences that all conditions but one would prove: the search for texts that one rule alone stops.

`verdict` reads a sentence as the engine does and solves its conditions with at most one of them unheeded. It says
whether the sentence is proved as it stands, and else by which single rules it is stopped. What it finds is confirmed
by the real prover with a list that lacks the rule (`confirm`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefs.proof.case import Brief, Case, Focus
from briefs.proof.corrections import without_lead
from briefs.proof.engine import mentioned_in, readings
from briefs.proof.evidence import case_of, strange_character
from briefs.proof.matching import PLAIN, Deed
from briefs.proof.relation import Using
from briefs.proof.skeletons import Atom, Skeleton, SkeletonList
from briefs.proof.solving import NOTHING, Failure, fits, record_bound, taken, unify, value_of
from briefs.proof.submission import FooterNote, Objection, Sentence
from briefs.records import EventRecord
from tests.knockouts.seam import Pool, Rule, anything, binds, rules_of, widened


@dataclass
class Verdict:
    """Whether some reading holds in full, the lines that prove it, and the rules each of which alone stops it."""

    proved: bool = False
    lines: dict[str, tuple[Skeleton, Skeleton | None]] = field(default_factory=dict)
    """Id → the line; of a phrase also the line it stands in."""
    spare: bool = False
    stopped_by: dict[Rule, None] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """A text of a brief with what was established before it."""

    brief: Brief
    focus: Focus
    place: str
    sentence: Sentence
    note: FooterNote | None = None


@dataclass(frozen=True)
class Search:
    """The signed list, what its predicates ever said, and the name of the archive at hand."""

    skeletons: SkeletonList
    pool: Pool
    archive: str
    strict: bool = False
    """Only full proofs: what true sentences need."""

    def verdict(self, line: Line) -> Verdict:
        found = Verdict()
        place, case = line.place, _case(line)
        if case is None:
            return found
        if place == "claim" and not line.sentence.cites:
            place = "phrase"
        bare = without_lead(case, self.skeletons)
        if isinstance(bare, str):
            return found
        for read in readings(bare, place, self.skeletons, Failure()):
            bare.mentioned, bare.under = mentioned_in(read.skeleton, read.env), read.under
            for env, used, spent in self._solve(bare, read.skeleton, read.skeleton.atoms, 0, read.env, NOTHING, None):
                if spent is None:
                    found.proved |= used == bare.cites
                    found.spare |= used != bare.cites
                    if used == bare.cites:
                        found.lines[read.skeleton.id] = (read.skeleton, None)
                        _note_phrases(found, read.skeleton, env)
                elif used == bare.cites:
                    for rule in spent:
                        found.stopped_by.setdefault(rule)
        return found

    def _solve(
        self, case: Case, skeleton: Skeleton, atoms: tuple[Atom, ...], index: int, env: dict[str, object],
        used: frozenset[str], spent: tuple[Rule, ...] | None,
    ) -> Iterator[tuple[dict[str, object], frozenset[str], tuple[Rule, ...] | None]]:  # fmt: skip
        if index == len(atoms):
            yield env, used, spent
            return
        atom = atoms[index]
        for bound, cited in _instances(case, atom, env, used):
            inputs = tuple(value_of(term, bound) for term in atom.inputs)
            held = False
            for answer in atom.relation.answers(case, inputs):
                value, further = (answer.value, answer.cites) if isinstance(answer, Using) else (answer, NOTHING)
                if self.strict:
                    self.pool.note(self.archive, atom, value, further)
                after = unify(case, atom, bound, value)
                if after is not None:
                    held = True
                    total = cited | further | (record_bound(atom, after) if atom.relation.gives else NOTHING)
                    yield from self._solve(case, skeleton, atoms, index + 1, after, total, spent)
            if self.strict or spent is not None or atom.name == "call":
                continue
            fresh = binds(skeleton, index)
            if held and not fresh:
                continue
            rules = self._spent(case, skeleton, index, bound, inputs)
            for answer in anything(case, atom, fresh, self.archive, self.pool) if rules else ():
                after = unify(case, atom, bound, answer.value) if fresh else bound
                if after is not None:
                    total = cited | answer.cites | (record_bound(atom, after) if fresh else NOTHING)
                    yield from self._solve(case, skeleton, atoms, index + 1, after, total, rules)

        if atom.name == "call" and not self.strict and spent is None:
            rule = (rules_of(skeleton)[index],)
            for bound, cited in _instances(case, widened(atom), env, used):
                yield from self._solve(case, skeleton, atoms, index + 1, bound, cited, rule)

    def _spent(
        self, case: Case, skeleton: Skeleton, index: int, env: dict[str, object], inputs: tuple[object, ...]
    ) -> tuple[Rule, ...]:
        """The rule that would go unheeded; of a phrase that does not hold also its own, each if it alone stops it."""
        rules = [rules_of(skeleton)[index]]
        deed = next((value for value in inputs if isinstance(value, Deed)), None)
        event = next((value for value in inputs if isinstance(value, EventRecord)), None)
        if skeleton.atoms[index].name == "deed" and deed is not None and event is not None:
            rules += self.phrase_rules(case, deed, event)
        return tuple(rules)

    def phrase_rules(self, case: Case, deed: Deed, event: EventRecord) -> list[Rule]:
        atoms = list(zip(deed.phrase.atoms, rules_of(deed.phrase), strict=True))
        if deed.manner is not None:
            atoms = [(atom, rule) for atom, rule in atoms if atom.name != PLAIN]
            atoms += list(zip(deed.manner.atoms, rules_of(deed.manner), strict=True))
        env = {**deed.env, "$e": event}
        failed = [rule for atom, rule in atoms if not self._holds(case, deed.phrase, atom, env)]
        return failed if len(failed) == 1 else []

    def _holds(self, case: Case, phrase: Skeleton, atom: Atom, env: dict[str, object]) -> bool:
        return any(self._solve(case, phrase, (atom,), 0, env, NOTHING, ()))


def _note_phrases(found: Verdict, host: Skeleton, env: Mapping[str, object]) -> None:
    for value in env.values():
        if isinstance(value, Deed):
            found.lines.setdefault(value.phrase.id, (value.phrase, host))
            if value.manner is not None:
                found.lines.setdefault(value.manner.id, (value.manner, host))


def _case(line: Line) -> Case | None:
    if strange_character(line.sentence.text) is not None:
        return None
    if line.note is not None:
        return Case(line.brief, line.focus, line.sentence.text, note=line.note)
    case = case_of(line.brief, line.focus, line.sentence)
    return None if isinstance(case, Objection) else case


def _instances(
    case: Case, atom: Atom, env: dict[str, object], used: frozenset[str]
) -> Iterator[tuple[dict[str, object], frozenset[str]]]:
    for name, kind in atom.ranges:
        if name not in env:
            for record in (*case.events.values(), *case.calls.values()):
                if fits(record, kind) and record.id not in taken(env):
                    yield from _instances(case, atom, {**env, name: record}, used | {record.id})
            return
        if not fits(env[name], kind):
            return
    yield env, used
