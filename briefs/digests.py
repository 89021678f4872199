"""(archive, window, filter) → Digest: what is new and worth telling. It may be empty; it never words anything."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.codebook import Act


@dataclass(frozen=True, slots=True)
class Filter:
    """What a channel follows. Empty tuples follow everything; several kinds are joined with "and"."""

    issues: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """Ids of states, persons …; a bloc among them follows its members of the day."""
    acts: tuple[Act, ...] = ()
