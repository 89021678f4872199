"""What is not on file: the writer's own look before it says "none is recorded".

A silence is told only as wide as it is true: over everything held, else over the issue asked about, else not at all.
The prover runs the query of such a sentence again with code of its own (`briefs/proof/queries.py`).
"""

from __future__ import annotations

from briefs.archive import Archive
from briefs.codebook import SPEECH_ACTS, Act


def voted(archive: Archive, actor: str, issue: str | None = None) -> bool:
    """Any vote of the actor: a row, a name in a list, a veto; on one issue or on any."""
    calls = (c for c in archive.votes if issue in (None, archive.register.measures[c.measure].issue))
    events = (e for e in archive.published if issue in (None, archive.issue_of(e)))
    return any(actor in call.votes for call in calls) or any(
        any(actor in names.of for names in event.named.values())
        or (event.act is Act.VETO and actor in (*event.by, *event.owner))
        for event in events
    )


def spoke(archive: Archive, actor: str) -> bool:
    """Any act in words, or any words on record, on any issue."""
    return any(
        actor in (*event.by, *event.owner) and (event.act in SPEECH_ACTS or event.quotes or event.says)
        for event in archive.published
    )


def sanctioned(archive: Archive, actor: str, target: str) -> bool:
    """Any sanction by the actor against the target, whatever its status."""
    sanctions = (event for event in archive.published if event.act is Act.SANCTION and event.target == target)
    return any(actor in (*event.by, *event.owner) for event in sanctions)
