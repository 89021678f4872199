"""The rules of a signed list, and the list with one of them taken away.

A rule is one condition of one line, those that the loader adds among them. Taken away, it asks for nothing: where it
would only compare, it holds; where it would say what a value is, the value may be any that it ever says in that
archive; and what it would have used of queries, registers and calls counts as used. Nothing of the prover is changed:
a list is a value, and the prover takes the one it is handed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefs.proof.case import Case
from briefs.proof.relation import Using
from briefs.proof.skeletons import Atom, Skeleton, SkeletonList, Var


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """The line's id, the condition as it is written, and which of its like on that line it is."""

    line: str
    atom: str
    nth: int = 1

    def __str__(self) -> str:
        return f"{self.line}\t{self.atom}" + (f" #{self.nth}" if self.nth > 1 else "")


def rules_of(skeleton: Skeleton) -> tuple[Rule, ...]:
    """One rule for each condition, in order."""
    met: Counter[str] = Counter()
    found = []
    for atom in skeleton.atoms:
        met[str(atom)] += 1
        found.append(Rule(skeleton.id, str(atom), met[str(atom)]))
    return tuple(found)


def rules(skeletons: SkeletonList) -> tuple[Rule, ...]:
    """All of a list, each once: the forms of a phrase have theirs in common."""
    return tuple(dict.fromkeys(rule for skeleton in skeletons for rule in rules_of(skeleton)))


@dataclass
class Pool:
    """What each predicate ever said, archive by archive; and which predicates use cites of their own."""

    said: dict[tuple[str, str], list[object]] = field(default_factory=dict)
    using: set[str] = field(default_factory=set)

    def note(self, archive: str, atom: Atom, value: object, cites: frozenset[str]) -> None:
        if cites:
            self.using.add(atom.name)
        if atom.relation.gives:
            held = self.said.setdefault((archive, atom.name), [])
            if len(held) < MOST and not any(value is other or value == other for other in held):
                held.append(value)

    def of(self, archive: str, name: str) -> Sequence[object]:
        return self.said.get((archive, name), ())


MOST = 40
"""Values of one predicate that are tried in the place of its own."""


def binds(skeleton: Skeleton, place: int) -> bool:
    """Whether that condition is the first to say what its last term is."""
    atom = skeleton.atoms[place]
    last = atom.terms[-1] if atom.relation.gives else None
    if not isinstance(last, Var):
        return False
    before = {slot.name for slot in skeleton.slots}
    before |= {t.name for a in skeleton.atoms[:place] for t in a.terms if isinstance(t, Var)}
    return last.name not in before and last not in atom.inputs


def widened(atom: Atom) -> Atom:
    """The condition over records of any kind."""
    return replace(atom, ranges=tuple((name, "record") for name, _ in atom.ranges))


def anything(case: Case, atom: Atom, fresh: bool, archive: str, pool: Pool) -> Iterator[Using]:
    """The answers of a condition that asks for nothing."""
    cites = case.cites if atom.name in pool.using else frozenset()
    if not fresh:
        yield Using(None, cites)
    elif isinstance(atom.terms[-1], Var) and atom.terms[-1].is_record:
        yield from (Using(record, cites) for record in (*case.events, *case.calls))
    else:
        yield from (Using(value, cites) for value in pool.of(archive, atom.name))


def without(skeletons: SkeletonList, rule: Rule, archive: str, pool: Pool) -> SkeletonList:
    """The list with that rule taken away."""
    places: dict[str, tuple[Skeleton, ...]] = {}
    for name, group in skeletons.by_place.items():
        touched = any(skeleton.id == rule.line for skeleton in group)
        places[name] = tuple(_knocked(s, rule, archive, pool) for s in group) if touched else group
    return SkeletonList(skeletons.lang, places)


def _knocked(skeleton: Skeleton, rule: Rule, archive: str, pool: Pool) -> Skeleton:
    if skeleton.id != rule.line or rule not in rules_of(skeleton):
        return skeleton
    place = rules_of(skeleton).index(rule)
    atom, fresh = skeleton.atoms[place], binds(skeleton, place)

    def run(case: Case, *_inputs: object) -> Iterable[Using] | Using:
        answers = list(anything(case, atom, fresh, archive, pool))
        return answers if fresh else answers[0]

    relation = replace(atom.relation, run=run, gives=1 if fresh else 0)
    opened = replace(widened(atom), relation=relation)
    return replace(skeleton, atoms=(*skeleton.atoms[:place], opened, *skeleton.atoms[place + 1 :]))
