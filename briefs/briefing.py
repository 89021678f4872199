"""Question → proved brief: trace or gather, tell in words, prove, or withhold. The one path every platform uses.

`bot.commands` and `bot.delivery` call these functions; nothing else turns records into text that is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from briefs.archive import Archive
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.document import Document


class Ending(StrEnum):
    """How a brief ended."""

    ANSWERED = "answered"
    QUIET = "quiet"
    NOTHING = "nothing"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Briefing:
    """A document that may be shown. `reasons` tell the operator why one was withheld; readers get a calm line."""

    document: Document
    ending: Ending
    reasons: tuple[str, ...] = ()


def position(archive: Archive, actor: str, issue: str | None, as_of: date, length: Length) -> Briefing:
    """What `actor` did on `issue` (None: on every issue held), as of the end of that day."""
    raise NotImplementedError


def event(archive: Archive, about: str, as_of: date, length: Length) -> Briefing:
    """One measure (register id) or one event record (full id)."""
    raise NotImplementedError


def compare(archive: Archive, actors: Sequence[str], issue: str | None, as_of: date, length: Length) -> Briefing:
    """Two or more actors side by side."""
    raise NotImplementedError


def digest_of_day(archive: Archive, day: date, follows: Filter, length: Length) -> Briefing:
    """What sources published by the end of the next day say happened on `day`."""
    raise NotImplementedError


def digest_of_window(
    archive: Archive,
    recorded: Mapping[str, datetime],
    since: datetime,
    until: datetime,
    follows: Filter,
    length: Length,
) -> Briefing:
    """The scheduled digest: records that entered this archive in `[since, until)`.

    `recorded` maps record id → when this archive first held it (aware UTC). What was published more than seven days
    before it was recorded is backfill and no news.
    """
    raise NotImplementedError
