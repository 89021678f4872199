"""Candidates for what is typed so far: names whose words begin so, by bisection; likeness only where there are none.

Rank: the name in the asker's language begins so, one of its later words does, the usual English name, another English
name, a name in another language. Whoever bears exactly the typed words comes before all. Labels are in the asker's
language; every candidate's value is an id, so a chosen candidate always resolves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import islice

from briefs.naming.folding import acceptable, fold, unaccented
from briefs.naming.labels import Labels, beginnings

LONGEST_LABEL = 100
"""Characters of a label (Discord: 100, https://docs.discord.com/developers/interactions/application-commands)."""
_FAR_SCANNED = 3000
"""Names of other languages looked at for one prefix: bounds the work of a single letter."""

Candidate = tuple[str, str]
"""(label, id)"""


@dataclass(frozen=True)
class Completions:
    """Candidates of one kind. `names` yields per id its names, the usual one first; `defaults` answers empty words, and
    the first `prominent` of them stay first in every language."""

    labels: Mapping[str, str]
    names: Callable[[str], Iterable[str]]
    far: Callable[[], Mapping[str, tuple[str, ...]]]
    exact: Callable[[str], Sequence[str]]
    like: Callable[[str], Sequence[str]]
    defaults: Sequence[str]
    prominent: int = 0

    @cached_property
    def _near(self) -> Sequence[tuple[str, int, int, str]]:
        """(beginning, rank, place, id), sorted: one row per word a name may be entered by."""
        place = {id_: at for at, id_ in enumerate(self.defaults)}
        rows: dict[tuple[str, str], int] = {}
        for id_ in self.labels:
            for which, name in enumerate(self.names(id_)):
                for word, beginning in enumerate(beginnings(name)):
                    rank = (2 if which else 0) + (1 if word else 0)
                    rows[beginning, id_] = min(rank, rows.get((beginning, id_), 9))
        return sorted((text, rank, place.get(id_, len(place)), id_) for (text, id_), rank in rows.items())

    @cached_property
    def _far_keys(self) -> Sequence[str]:
        return sorted(self.far())

    def best(self, typed: str, limit: int, spoken: Labels, *, guess: bool = True) -> tuple[Candidate, ...]:
        """At most `limit` candidates, best first; the defaults where nothing is typed; none for hostile words.

        `spoken`: what they are called in the asker's language. Without `guess` nothing that is only like the words.
        """
        if not acceptable(typed):
            return ()
        key = fold(typed)
        empty = spoken.defaults(self.defaults, self.prominent)
        ids = dict.fromkeys(self._ranked(typed, key, limit, spoken, guess) if key else empty)
        return tuple((shortened(spoken.names.get(id_, self.labels[id_])), id_) for id_ in islice(ids, limit))

    def _ranked(self, typed: str, key: str, limit: int, spoken: Labels, guess: bool) -> Iterator[str]:
        yield from self.exact(typed)
        bare = unaccented(key)
        rows: list[tuple[int, int | str, str]] = []
        rows += ((rank, place, id_) for _, rank, place, id_ in self._beginning_so(bare))
        rows += (row for row in spoken.beginning_so(bare) if row[2] in self.labels)
        yield from (id_ for _, _, id_ in nsmallest(4 * limit, rows))
        if len({id_ for _, _, id_ in rows}) < limit:
            far = list(self._far_beginning_so(key))
            yield from far
            if guess and not rows and not far:
                yield from self.like(key)

    def _beginning_so(self, key: str) -> Iterator[tuple[str, int, int, str]]:
        at = bisect_left(self._near, (key,))
        while at < len(self._near) and self._near[at][0].startswith(key):
            yield self._near[at]
            at += 1

    def _far_beginning_so(self, key: str) -> Iterator[str]:
        at = bisect_left(self._far_keys, key)
        for name in islice(self._far_keys, at, at + _FAR_SCANNED):
            if not name.startswith(key):
                return
            yield from self.far()[name]


def shortened(label: str) -> str:
    """A label within the limit, cut at a word."""
    if len(label) <= LONGEST_LABEL:
        return label
    return label[: LONGEST_LABEL - 1].rsplit(" ", 1)[0] + "…"
