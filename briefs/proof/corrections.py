"""A correction says so: a sentence that rests on one begins with "Corrected 5 March 2022:", and no other does (C6).

The lead is taken off before the sentence is read; what follows is proved like any other. An actor's own correction of
its words (`correct`, `retract`) is an act and needs no lead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefs.proof.about_accounts import corrected
from briefs.proof.case import Case
from briefs.proof.matching import opening
from briefs.proof.skeletons import Skeleton, SkeletonList
from briefs.proof.solving import NOTHING, Failure, solve


def without_lead(case: Case, skeletons: SkeletonList) -> Case | str:
    """The case without its lead, or why the lead is wrong, or missing."""
    for start, end, lead, env in leads(case, skeletons):
        if not any(solve(case, lead, lead.atoms, 0, env, NOTHING, Failure())):
            return f"says {case.text[start:end].rstrip(': ')!r}, which is not when what it cites was corrected"
        return replace(case, text=case.text[:start] + case.text[end:], memo={})
    return "rests on a corrected record and does not say so" if corrected(case) else case


def leads(case: Case, skeletons: SkeletonList) -> Iterator[tuple[int, int, Skeleton, dict[str, object]]]:
    """Where a lead stands, and what it means: at the beginning, or after a digest's run-in, or where a table's cell
    begins."""
    for lead in skeletons.by_place.get("lead", ()):
        first = lead.parts[0]
        start = case.text.find(first) if isinstance(first, str) else -1
        cell = " · " in case.text[:start] and case.text.endswith(": ", 0, start)
        if start > -1 and (case.opens(start) or cell):
            for end, env in opening(case, lead, start):
                if case.text.startswith(" ", end):
                    yield start, end + 1, lead, env
