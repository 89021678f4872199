"""Which language a reader is asked in, and what actors are called in it. Pure; the rows come from the generated table.

Platforms name a language in their own way ("zh-CN", "es-419", "fr_FR.UTF-8"): `language_of` makes one of ours of it,
and English of any other. Only states, the European Union and the United Nations have names in other languages;
everybody else keeps the English one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefs.naming.folding import fold, unaccented
from briefs.naming.words import without_article

ENGLISH = "en"
LANGUAGES = ("fr", "es", "ru", "ar", "zh", "zh-Hant", "km", "pt", "de", "ja", "id", "vi", "th", "lo", "my", "ms")
"""Beside English; `records/register/labels.tsv` has a name for every state in each."""
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_BEGINS, _CONTAINS = -2, -1
"""Ranks before those of English names (`completion`): a reader's own language comes first."""


def language_of(locale: str) -> str:
    """The language of a platform's locale: one of `LANGUAGES`, or English for what is none of them."""
    first, *rest = locale.partition(".")[0].replace("_", "-").lower().split("-")
    if first == "zh" and _TRADITIONAL & set(rest):
        return "zh-Hant"
    return first if first in LANGUAGES else ENGLISH


def beginnings(name: str) -> Iterator[str]:
    """The folded name from each of its words on: "south korea", "korea"."""
    words = unaccented(fold(name)).split()
    return (" ".join(words[at:]) for at in range(len(words)))


@dataclass(frozen=True)
class Labels:
    """What actors are called in one language; `names` leaves out whoever has no name of its own in it."""

    names: Mapping[str, str]

    @cached_property
    def _rows(self) -> Sequence[tuple[str, int, str]]:
        rows: dict[tuple[str, str], int] = {}
        for id_, name in self.names.items():
            for begun in dict.fromkeys((name, without_article(name))):
                for word, beginning in enumerate(beginnings(begun)):
                    rank = _CONTAINS if word else _BEGINS
                    rows[beginning, id_] = min(rank, rows.get((beginning, id_), rank))
        return sorted((text, rank, id_) for (text, id_), rank in rows.items())

    def beginning_so(self, key: str) -> Iterator[tuple[int, str, str]]:
        """(rank, name, id) of those whose name, its article left out or not, or a later word of it, begins with the
        folded key."""
        at = bisect_left(self._rows, (key,))
        while at < len(self._rows) and self._rows[at][0].startswith(key):
            _, rank, id_ = self._rows[at]
            yield rank, self.names[id_], id_
            at += 1

    def defaults(self, ids: Sequence[str], fixed: int) -> tuple[str, ...]:
        """The same ids with those named in this language in its order, the first `fixed` where they are."""
        head, tail = ids[:fixed], ids[fixed:]
        named = sorted((id_ for id_ in tail if id_ in self.names), key=lambda id_: unaccented(fold(self.names[id_])))
        return (*head, *named, *(id_ for id_ in tail if id_ not in self.names))
