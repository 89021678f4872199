"""What is not on file: the writer's own look before it says "none is recorded".

A silence is told only as wide as it is true: over everything held, else over the issue asked about, else not at all.
The prover runs the query of such a sentence again with code of its own (`briefs/proof/queries.py`).
"""

from __future__ import annotations

from datetime import date

from briefs.archive import Archive
from briefs.codebook import SPEECH_ACTS, Act, VoteOption


def voted(archive: Archive, actor: str, issue: str | None = None) -> bool:
    """Any vote of the actor: a row, a name in a list, a veto; on one issue or on any. A row of the imported voting file
    is one, also in a vote on a part of a text."""
    calls = (c for c in archive.votes if issue in (None, archive.register.measures[c.measure].issue))
    events = (e for e in archive.concerning.get(actor, ()) if issue in (None, archive.issue_of(e)))
    return (
        bool(rows(archive, actor, issue))
        or any(actor in call.votes for call in calls)
        or any(
            any(actor in names.of for names in event.named.values())
            or (event.act is Act.VETO and actor in (*event.by, *event.owner))
            for event in events
        )
    )


def rows(archive: Archive, actor: str, issue: str | None = None) -> int:
    """The calls in which the actor has a row beside the records' own list of an issue, as bits; 0 without an import."""
    rolls = archive.rolls
    if archive.imported is None or actor not in rolls.matrix.column:
        return 0
    among = rolls.seen if issue is None else rolls.seen & rolls.matrix.issues.get(issue, 0)
    found = 0
    for option in VoteOption:
        found |= rolls.matrix.bits[option][actor]
    return found & among


def filed_on(archive: Archive, day: date) -> int:
    """The imported file's calls of a day, votes on parts of texts among them, as bits."""
    return held_on(archive, day) & archive.rolls.filed if archive.imported else 0


def held_on(archive: Archive, day: date) -> int:
    """The roll calls of a day, of the records and of the imported file, as bits."""
    return archive.rolls.seen & archive.rolls.matrix.until(day) & ~archive.rolls.matrix.between(None, day)


def called(archive: Archive, measure: str) -> str | None:
    """The file's text that is the same as one of the register on which no roll call is recorded, where the file holds
    a vote on the whole of it."""
    held = archive.register.measures.get(measure)
    if held is None or archive.imported is None or measure in archive.rollcall_of:
        return None
    rolls = archive.rolls
    numbers = (n for n in rolls.matrix.with_symbol(held.symbol) if rolls.on() & rolls.filed & 1 << n)
    found = next(numbers, None)
    return None if found is None else rolls.call(found).measure


def spoke(archive: Archive, actor: str) -> bool:
    """Any act in words, or any words on record, on any issue."""
    return any(
        actor in (*event.by, *event.owner) and (event.act in SPEECH_ACTS or event.quotes or event.says)
        for event in archive.concerning.get(actor, ())
    )


def sanctioned(archive: Archive, actor: str, target: str) -> bool:
    """Any sanction by the actor against the target, whatever its status."""
    events = archive.concerning.get(actor, ())
    sanctions = (event for event in events if event.act is Act.SANCTION and event.target == target)
    return any(actor in (*event.by, *event.owner) for event in sanctions)
