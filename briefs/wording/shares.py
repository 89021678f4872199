"""Shares as they are written: one form for every sentence that has one."""

from __future__ import annotations

from briefs.agreements import tenths


def percent(part: int, whole: int) -> str:
    """ "12.3%": to the tenth, half up."""
    found = tenths(part, whole)
    return f"{found // 10}.{found % 10}%"
