"""Which issues an imported text belongs to, by the register's rules (`holds:` in records/register/issues.yaml).

A rule is words and symbols, no code: a curator reviews it, `dateline issues` prints it with what it holds, and tests
name texts it must and must not hold. Words match whole, in order, whatever the case and the punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefs.records import IssueRule
from briefs.symbols import key_of, series_of

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_ACCENTS = str.maketrans("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy")
Group = tuple[str, ...]
Lookup = dict[str, list[tuple[int, Group]]]


@dataclass(frozen=True, slots=True)
class Text:
    """What a rule looks at: the keys of the symbols, and three fields as the record has them."""

    keys: tuple[str, ...]
    title: str
    agenda: str = ""
    subjects: str = ""


class Rules:
    """All rules, ready to be asked. Words are looked up by their first one, so a text meets only what may fit."""

    def __init__(self, rules: Iterable[IssueRule]) -> None:
        held = tuple(rules)
        self.ids = tuple(rule.id for rule in held)
        self._keys = _places((key_of(symbol) or symbol.upper(), n) for n, r in enumerate(held) for symbol in r.symbols)
        self._series = _places((series, n) for n, rule in enumerate(held) for series in rule.series)
        self._titles = _by_first_word(rule.titles for rule in held)
        self._agenda = _by_first_word(rule.agenda for rule in held)
        self._subjects = _by_first_word(rule.subjects for rule in held)
        self._unless = _by_first_word(rule.unless for rule in held)

    def issues_of(self, text: Text) -> tuple[str, ...]:
        """Ids of the issues this text belongs to, in the order of the rules; often none, sometimes several."""
        title, agenda, subjects = plain(text.title), plain(text.agenda), plain(text.subjects)
        found = _met(self._titles, title) | _met(self._agenda, agenda) | _met(self._subjects, subjects)
        for key in text.keys:
            found.update(self._keys.get(key, ()), self._series.get(series_of(key), ()))
        if found:
            found -= _met(self._unless, title) | _met(self._unless, subjects)
        return tuple(self.ids[place] for place in sorted(found))


def plain(words: str) -> str:
    """Lower case, without accents, one space between words and one at each end."""
    return f" {_NOT_WORD.sub(' ', words.lower().translate(_ACCENTS)).strip()} "


def _places(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Key → the places of the rules that have it."""
    kept: dict[str, list[int]] = {}
    for key, place in pairs:
        kept.setdefault(key, []).append(place)
    return kept


def _by_first_word(written: Iterable[Iterable[str]]) -> Lookup:
    """First word → the groups that begin with it, each with the place of its rule."""
    kept: dict[str, list[tuple[int, Group]]] = {}
    for place, groups in enumerate(written):
        for words in groups:
            group = tuple(plain(part) for part in words.split(" + "))
            for first in group[0].split()[:1]:  # none, where a curator wrote only marks: such words fit nothing
                kept.setdefault(first, []).append((place, group))
    return kept


def _met(lookup: Lookup, field: str) -> set[int]:
    """Places of the rules one of whose groups stands in the field."""
    return {
        place
        for word in set(field.split())
        for place, group in lookup.get(word, ())
        if all(words in field for words in group)
    }
