"""Predicates over the third clock: by when all of a brief had been recorded, and what was recorded since a day.

The history is played through revision by revision, as in `known`; nothing of `briefs.changes` is believed.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from briefs.proof.case import Case
from briefs.proof.relation import Room

ROOM = Room()

# -- What was known


@ROOM.test(rule="C7")
def known_now(case: Case) -> bool:
    """Nobody asked what was known at some instant of the past."""
    return case.brief.submission.known is None


@ROOM.test("any", rule="C7")
def known_on(case: Case, instant: datetime) -> bool:
    """The instant by which all of it had been recorded."""
    return case.brief.submission.known == instant


@ROOM.test("any", rule="C7")
def not_begun(case: Case, day: date) -> bool:
    """The archive began on that day, after the instant asked for."""
    history, known = case.archive.history, case.brief.submission.known
    begun = history.born.astimezone(UTC) if history else None
    return begun is not None and known is not None and known < begun and begun.date() == day
