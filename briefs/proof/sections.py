"""What stands under the title of an issue in a digest is on that issue."""

from __future__ import annotations

from briefs.proof.about_rolls import place_of
from briefs.proof.case import Case
from briefs.proof.filed import issues_of
from briefs.records import RollCall


def in_section(case: Case) -> bool:
    """Whether the sentence stands under no title, or rests on a record of that issue: a roll call of the file is on
    every issue whose rule holds it."""
    issue = case.focus.section
    if issue is None:
        return True
    events = (case.archive.issue_of(event) for event in case.events.values())
    return issue in events or any(issue in _issues(case, call) for call in case.calls.values())


def _issues(case: Case, call: RollCall) -> frozenset[str]:
    held = case.archive.register.measures.get(call.measure)
    return issues_of(case.archive, place_of(case, call)) | ({held.issue} if held else set())
