"""A correction says so: a sentence that rests on one begins with "Corrected 5 March 2022:", and no other does (C6).

The lead is taken off before the sentence is read; what follows is proved like any other. An actor's own correction of
its words (`correct`, `retract`) is an act and needs no lead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from briefs.codebook import Act
from briefs.proof.case import Case
from briefs.proof.matching import opening
from briefs.proof.skeletons import SkeletonList

OWN = (Act.CORRECT, Act.RETRACT)


def without_lead(case: Case, skeletons: SkeletonList) -> Case | str:
    """The case without its lead, or why the lead is wrong, or missing."""
    corrected = [e for e in case.events.values() if e.corrects and e.act not in OWN]
    days = {case.archive.sources[event.source].published for event in corrected}
    for start, end, day in leads(case, skeletons):
        if days != {day}:
            return f"says that it was corrected on {day.isoformat()}, which no cited record says"
        return replace(case, text=case.text[:start] + case.text[end:], memo={})
    return "rests on a corrected record and does not say so" if days else case


def leads(case: Case, skeletons: SkeletonList) -> Iterator[tuple[int, int, date]]:
    """Where a lead stands: at the beginning, or after a digest's run-in, or where a table's cell begins."""
    for lead in skeletons.by_place.get("lead", ()):
        first = lead.parts[0]
        start = case.text.find(first) if isinstance(first, str) else -1
        cell = " · " in case.text[:start] and case.text.endswith(": ", 0, start)
        if start > -1 and (case.opens(start) or cell):
            for end, env in opening(case, lead, 0, start, {}):
                day = env["d"]
                if isinstance(day, date) and case.text.startswith(" ", end):
                    yield start, end + 1, day
