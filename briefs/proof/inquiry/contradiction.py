"""What a record says otherwise: a condition that fails, on a record that the line clearly speaks of.

A record contradicts only where it has an answer of its own and no other can be true beside it: a member casts one vote
on a text, a vote has one tally and one day, words have their speaker. That nothing is recorded contradicts nothing, and
what can happen twice (sanctions, a request, a paraphrase) is never refuted by another day or another actor.
Which conditions can be contradicted stands in the tables of `over_votes` and `over_counts`.
"""

from __future__ import annotations

from briefs.proof.inquiry import over_counts, over_votes
from briefs.proof.inquiry.miss import Contradiction, Miss
from briefs.proof.inquiry.wide import Wide
from briefs.proof.skeletons import Atom, Skeleton, Var
from briefs.proof.solving import Env

__all__ = ["Contradiction", "contradicted", "may_fail"]

TABLE = {**over_votes.TABLE, **over_counts.TABLE}


def may_fail(atom: Atom) -> bool:
    """Whether records can contradict that condition."""
    return atom.name in TABLE


def contradicted(case: Wide, skeleton: Skeleton, atom: Atom, env: Env) -> Contradiction | None:
    """What a record has instead of what the line says; None where none contradicts it."""
    answer = TABLE.get(atom.name)
    if answer is None or any(isinstance(term, Var) and term.name not in env for term in atom.terms):
        return None
    return answer(Miss(case, skeleton, atom, env))
