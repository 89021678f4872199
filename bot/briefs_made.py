"""Briefs told and proved lately, by their question: many people ask the same thing on the same day.

A brief rests on the archive, the bound question and the day alone. An archive is never changed, only replaced, so that
what was made from it stays true of it; what comes of another is another entry. Two kinds are made anew each time: those
that ask what was known by an instant or what has changed until now, and those that were withheld.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from bot.asked import Asked
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending

KEPT = 256
_OF_NOW = frozenset({"changed"})
_Key: TypeAlias = tuple[int, Asked, date]


class Made:
    """The newest briefs. Each holds its archive, whose identity is part of its name."""

    def __init__(self) -> None:
        self._held: OrderedDict[_Key, tuple[Archive, Briefing]] = OrderedDict()

    def get(self, archive: Archive, asked: Asked, today: date) -> Briefing | None:
        """The brief, if it was made; None otherwise."""
        key = _key(archive, asked, today)
        found = self._held.get(key) if key else None
        if key is None or found is None:
            return None
        self._held.move_to_end(key)
        return found[1]

    def keep(self, archive: Archive, asked: Asked, today: date, made: Briefing) -> None:
        """Keep what was made for the next who ask it. The oldest goes where there are too many, and with it its
        archive."""
        key = _key(archive, asked, today)
        if key is None or made.ending is Ending.WITHHELD:
            return
        self._held[key] = (archive, made)
        if len(self._held) > KEPT:
            self._held.popitem(last=False)

    def clear(self) -> None:
        """Keep nothing: the archive was replaced."""
        self._held.clear()


def _key(archive: Archive, asked: Asked, today: date) -> _Key | None:
    if asked.known is not None or asked.command.name in _OF_NOW:
        return None
    return id(archive), replace(asked, language=None), today
