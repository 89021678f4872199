"""Finding of issues, measures and records by id, symbol, title or a few of its words.

Issues answer to exact names only. A measure is also found by words of its title, as one searches for a text: if they
fit one title it is found, if they fit several they are asked back. Likeness suggests and never answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from briefs.naming.folding import acceptable, fold, unaccented
from briefs.naming.likeness import Likeness
from briefs.naming.outcomes import Ambiguous, Finding, Found, Unknown, finding
from briefs.naming.words import without_article
from briefs.records import Issue, Measure

_PREFIXES = frozenset({"a", "res", "resolution", "resolutions", "un", "unga", "general", "assembly"})
LONGEST_TITLE = 300
"""Characters of a title looked at. Titles of resolutions are longer than names of actors."""
_SMALL = frozenset({"a", "an", "and", "in", "of", "on", "the", "to", "for"})


class Texts(Protocol):
    """Texts beyond the register's: those of an imported voting file, found by symbol, words and beginnings."""

    def exactly(self, words: str) -> tuple[str, ...]: ...
    def with_words(self, words: str, until: date | None = None) -> tuple[str, ...]: ...
    def beginning(self, typed: str, limit: int) -> tuple[str, ...]: ...
    def label(self, id_: str) -> str: ...
    def written(self, id_: str) -> str: ...


@dataclass(frozen=True)
class Titles:
    """Texts by their folded names. `names` maps id → every name it answers to, its title first; `near` → further words
    that are only likened and completed."""

    names: Mapping[str, tuple[str, ...]]
    by_words: bool
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    far: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Id → what it is called in further languages; a name of the register's own answers before these."""

    @classmethod
    def of_issues(
        cls, issues: Mapping[str, Issue], near: Mapping[str, tuple[str, ...]], named: Mapping[str, Sequence[str]]
    ) -> Titles:
        """`named`: what they are called in further languages; the article before it may be left out."""
        names = {issue.id: (issue.title, issue.id, *issue.aliases) for issue in issues.values()}
        far = {
            id_: tuple(bare for name in called for bare in (name, without_article(name)))
            for id_, called in named.items()
        }
        return cls(names, by_words=False, near=near, far=far)

    @classmethod
    def of_measures(cls, measures: Mapping[str, Measure]) -> Titles:
        return cls(
            {text.id: (text.title, text.id, *_symbols(text.symbol)) for text in measures.values()}, by_words=True
        )

    @cached_property
    def exact(self) -> Mapping[str, tuple[str, ...]]:
        return _by_key(self.names)

    @cached_property
    def foreign(self) -> Mapping[str, tuple[str, ...]]:
        """The same for names in further languages, with their accents and without."""
        kept = _by_key(self.far)
        for key, ids in tuple(kept.items()):
            bare = unaccented(key)
            kept[bare] = tuple(dict.fromkeys((*kept.get(bare, ()), *ids)))
        return kept

    @cached_property
    def likeness(self) -> Likeness:
        return Likeness({**_by_key(self.near), **self.exact}, self.foreign)

    @cached_property
    def _bearing(self) -> Mapping[str, frozenset[str]]:
        """Word of a title → ids whose title has it."""
        kept: dict[str, set[str]] = {}
        for id_, names in self.names.items():
            for word in fold(names[0]).split():
                kept.setdefault(word, set()).add(id_)
        return {word: frozenset(ids) for word, ids in kept.items()}

    def exactly(self, words: str) -> Found | Ambiguous | None:
        """Who bears exactly that name or symbol."""
        key = fold(words)
        ids = self.exact.get(key) or (self.exact.get(_bare_symbol(key)) if self.by_words else self._called(words))
        return finding(ids) if ids else None

    def _called(self, words: str) -> tuple[str, ...] | None:
        """Who is called so in a further language, accents given or not; any name with an article of theirs before."""
        key, bare = unaccented(fold(words)), unaccented(fold(without_article(words)))
        return (self.foreign.get(key) or self.foreign.get(bare) or self.exact.get(bare)) if self.far else None

    def find(self, words: str) -> Finding:
        """By exact name, then (measures) by words of the title, else the likeliest."""
        if not acceptable(words, LONGEST_TITLE):
            return Unknown()
        answer = self.exactly(words)
        if answer is None and self.by_words:
            ids = self.by_title(words)
            answer = finding(ids) if ids else None
        return answer or Unknown(self.likeness.nearest(fold(words)))

    def by_title(self, words: str) -> tuple[str, ...]:
        """Those in whose title all these words stand."""
        asked = [word for word in fold(words).split() if word not in _SMALL]
        if not asked or max(map(len, asked)) < 4:
            return ()
        bearing = frozenset.intersection(*(self._bearing.get(word, frozenset()) for word in asked))
        return tuple(id_ for id_ in self.names if id_ in bearing)


def _by_key(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Folded name → ids that bear it."""
    kept: dict[str, tuple[str, ...]] = {}
    for id_, words in names.items():
        for key in dict.fromkeys(map(fold, words)):
            kept[key] = (*kept.get(key, ()), id_)
    kept.pop("", None)
    return kept


def _symbols(symbol: str) -> tuple[str, ...]:
    """A symbol and its short form: "A/RES/ES-11/1" is also asked for as "ES-11/1"."""
    return (symbol, _bare_symbol(fold(symbol)))


def _bare_symbol(key: str) -> str:
    """A folded symbol without "A/RES" and the words people put before it."""
    words = key.split()
    while len(words) > 1 and words[0] in _PREFIXES:
        del words[0]
    return " ".join(words)


def find_record(words: str, records: Collection[str]) -> Finding:
    """A record by its full id (`source/short`) or by the short id where only one source has it."""
    asked = words.strip()
    if not acceptable(asked) or not asked:
        return Unknown()
    if asked in records:
        return Found(asked)
    low = asked.casefold()
    ids = tuple(sorted(_bearing_short(low, records)))
    if ids:
        return finding(ids)
    names = {fold(record): (record,) for record in records} | {fold(_short(record)): (record,) for record in records}
    return Unknown(Likeness(names, {}).nearest(fold(asked)))


def _bearing_short(low: str, records: Iterable[str]) -> Iterable[str]:
    return (record for record in records if low in {record.casefold(), _short(record).casefold()})


def _short(record: str) -> str:
    return record.rpartition("/")[2]
