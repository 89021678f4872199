"""Conditions against records: every way a skeleton's atoms hold over the cited records, and the cites each way uses.

Plain backtracking, left to right, over few cites and short conjunctions. A record variable ranges over the cited
records alone, and two variables are two records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from briefs.proof.case import Case
from briefs.proof.relation import Using
from briefs.proof.skeletons import Atom, Const, Skeleton, Term, Var
from briefs.records import EventRecord, RollCall

Env: TypeAlias = Mapping[str, object]
NOTHING: frozenset[str] = frozenset()
KINDS: Mapping[str, type] = {"event": EventRecord, "call": RollCall}
"""What a term of that kind is; of any other it may be anything."""


@dataclass(slots=True)
class Failure:
    """The condition that got furthest before it failed, for the operator's line."""

    depth: int = -1
    stopped: tuple[Skeleton, Atom] | None = None

    def note(self, depth: int, skeleton: Skeleton, atom: Atom) -> None:
        if depth > self.depth:
            self.depth, self.stopped = depth, (skeleton, atom)

    @property
    def rule(self) -> str:
        return "C2" if self.stopped is None else self.stopped[1].relation.rule

    @property
    def why(self) -> str:
        if self.stopped is None:
            return "no signed skeleton reads this"
        skeleton, atom = self.stopped
        return f"{skeleton.id}: {atom} does not hold over the cited records"


Way: TypeAlias = tuple[dict[str, object], frozenset[str]]
"""What the variables mean where conditions hold, and the cites used so far."""


def solve(
    case: Case, skeleton: Skeleton, atoms: tuple[Atom, ...], index: int, env: dict[str, object],
    used: frozenset[str], failure: Failure,
) -> Iterator[Way]:  # fmt: skip
    """Every way the conditions hold from `index` on: all bindings and the cites used."""
    while index < len(atoms):
        ways = _ways(case, atoms[index], env, used)
        if not ways:
            failure.note(index, skeleton, atoms[index])
            return
        index += 1
        if len(ways) > 1:
            for bound, total in ways:
                yield from solve(case, skeleton, atoms, index, bound, total, failure)
            return
        env, used = ways[0]
    yield env, used


def _ways(case: Case, atom: Atom, env: dict[str, object], used: frozenset[str]) -> list[Way]:
    """Every way one condition holds; nearly always there is one, or none."""
    found: list[Way] = []
    for bound, cited in _instances(case, atom, env, used) if atom.ranges else ((env, used),):
        inputs = tuple([bound[term.name] if isinstance(term, Var) else term.value for term in atom.inputs])
        for answer in atom.relation.answers(case, inputs):
            value, total = (answer.value, cited | answer.cites) if isinstance(answer, Using) else (answer, cited)
            after = unify(case, atom, bound, value)
            if after is not None:
                found.append((after, total | record_bound(atom, after) if atom.relation.gives else total))
    return found


def _instances(
    case: Case, atom: Atom, env: dict[str, object], used: frozenset[str]
) -> Iterator[tuple[dict[str, object], frozenset[str]]]:
    """The bindings with every record variable among the inputs bound to a cited record of its kind."""
    for name, kind in atom.ranges:
        if name not in env:
            for record in _pool(case, kind):
                if record.id not in taken(env):
                    yield from _instances(case, atom, {**env, name: record}, used | {record.id})
            return
        if not fits(env[name], kind):
            return
    yield env, used


def _pool(case: Case, kind: str) -> Iterator[EventRecord | RollCall]:
    if kind in ("event", "record"):
        yield from case.events.values()
    if kind in ("call", "record"):
        yield from case.calls.values()


def fits(value: object, kind: str) -> bool:
    return isinstance(value, KINDS.get(kind, object))


def taken(env: Env) -> frozenset[str]:
    """Records that other variables stand for: two variables are two records."""
    return frozenset(value.id for value in env.values() if isinstance(value, EventRecord | RollCall))


def value_of(term: Term, env: Env) -> object:
    return env[term.name] if isinstance(term, Var) else term.value


def unify(case: Case, atom: Atom, env: dict[str, object], value: object) -> dict[str, object] | None:
    """The bindings with the given value in the last term; None where it already means something else."""
    if not atom.relation.gives:
        return env
    term = atom.terms[-1]
    if isinstance(term, Const):
        return env if str(value) == term.value else None
    if not term.is_record:
        if term.name in env:
            return env if env[term.name] == value else None
        return {**env, term.name: value}
    record = case.events.get(str(value)) or case.calls.get(str(value))
    if term.name in env:
        return env if env[term.name] is record else None
    return {**env, term.name: record} if record is not None and record.id not in taken(env) else None


def record_bound(atom: Atom, env: Env) -> frozenset[str]:
    """The record in the last term, if it is one."""
    term = atom.terms[-1] if atom.terms else None
    value = env.get(term.name) if isinstance(term, Var) and term.is_record else None
    return frozenset({value.id}) if isinstance(value, EventRecord | RollCall) else NOTHING
