"""Suggestions for words that nobody bears. A suggestion is never an answer.

Names are likened with the ratio of common letters in order (rapidfuzz `ratio`: about 100 ns a name; its default
`WRatio` costs twenty times as much and ranks worse). English names weigh more than the same likeness in another
language.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefs.naming.folding import script, unaccented

_CUTOFF = 58.0
_BEGINNING = 84.0
"""The likeness of words that begin a name ("trinidad")."""
_NEARER = 9.0
"""What an English name gains over one of another language."""
_POOL = 40


@dataclass(frozen=True)
class Likeness:
    """Names that may be suggested: `near` (the register's) weigh more than `far` (all languages)."""

    near: Mapping[str, tuple[str, ...]]
    far: Mapping[str, tuple[str, ...]]

    @cached_property
    def _near(self) -> Mapping[str, tuple[str, ...]]:
        """Near names by their unaccented form, sorted."""
        kept: dict[str, tuple[str, ...]] = {}
        for key in sorted(self.near):
            bare = unaccented(key)
            kept[bare] = tuple(dict.fromkeys(kept.get(bare, ()) + self.near[key]))
        return dict(sorted(kept.items()))

    @cached_property
    def _near_keys(self) -> Sequence[str]:
        return list(self._near)

    @cached_property
    def _far_by_script(self) -> Mapping[str, Sequence[str]]:
        kept: dict[str, list[str]] = {}
        for key in self.far:
            kept.setdefault(script(key), []).append(key)
        return kept

    def nearest(self, key: str, limit: int = 5) -> tuple[str, ...]:
        """At most `limit` ids whose names look like the folded `key`, likeliest first; nothing below three letters."""
        bare = unaccented(key)
        if len(bare) < 3:
            return ()
        scores: dict[str, float] = {}
        _gain(scores, self._near, self._like(bare, self._near_keys), _NEARER)
        _gain(scores, self._near, ((name, _BEGINNING) for name in self._beginning(bare)), _NEARER)
        _gain(scores, self.far, self._like(key, self._far_by_script.get(script(key), ())), 0.0)
        return tuple(sorted(scores, key=lambda actor: (-scores[actor], actor)))[:limit]

    def _like(self, key: str, names: Sequence[str]) -> Iterable[tuple[str, float]]:
        from rapidfuzz import fuzz, process  # 30 ms to import: only a question nobody could answer pays it

        found = process.extract(key, names, scorer=fuzz.ratio, processor=None, score_cutoff=_CUTOFF, limit=_POOL)
        return ((name, score) for name, score, _ in found)

    def _beginning(self, key: str) -> Iterable[str]:
        at = bisect_left(self._near_keys, key)
        while at < len(self._near_keys) and self._near_keys[at].startswith(key):
            yield self._near_keys[at]
            at += 1


def _gain(
    scores: dict[str, float], names: Mapping[str, tuple[str, ...]], found: Iterable[tuple[str, float]], bonus: float
) -> None:
    for name, score in found:
        for actor in names[name]:
            scores[actor] = max(scores.get(actor, 0.0), score + bonus)
