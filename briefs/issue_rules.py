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


@dataclass(frozen=True, slots=True)
class Text:
    """What a rule looks at: the keys of the symbols, and three fields as the record has them."""

    keys: tuple[str, ...]
    title: str
    agenda: str = ""
    subjects: str = ""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A rule with its words folded once."""

    id: str
    keys: frozenset[str]
    series: frozenset[str]
    titles: tuple[Group, ...]
    agenda: tuple[Group, ...]
    subjects: tuple[Group, ...]
    unless: tuple[Group, ...]

    def holds(self, text: Text, title: str, agenda: str, subjects: str) -> bool:
        found = (
            not self.keys.isdisjoint(text.keys)
            or any(series_of(key) in self.series for key in text.keys if self.series)
            or _any(self.titles, title)
            or _any(self.agenda, agenda)
            or _any(self.subjects, subjects)
        )
        return found and not (_any(self.unless, title) or _any(self.unless, subjects))


class Rules:
    """All rules, ready to be asked."""

    def __init__(self, rules: Iterable[IssueRule]) -> None:
        self._ready = tuple(_ready(rule) for rule in rules)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(rule.id for rule in self._ready)

    def issues_of(self, text: Text) -> tuple[str, ...]:
        """Ids of the issues this text belongs to, in the order of the rules; often none, sometimes several."""
        title, agenda, subjects = plain(text.title), plain(text.agenda), plain(text.subjects)
        return tuple(rule.id for rule in self._ready if rule.holds(text, title, agenda, subjects))


def plain(words: str) -> str:
    """Lower case, without accents, one space between words and one at each end."""
    return f" {_NOT_WORD.sub(' ', words.lower().translate(_ACCENTS)).strip()} "


def _ready(rule: IssueRule) -> _Ready:
    return _Ready(
        rule.id,
        frozenset(key_of(symbol) or symbol.upper() for symbol in rule.symbols),
        frozenset(rule.series),
        _groups(rule.titles),
        _groups(rule.agenda),
        _groups(rule.subjects),
        _groups(rule.unless),
    )


def _groups(written: Iterable[str]) -> tuple[Group, ...]:
    return tuple(tuple(plain(part) for part in words.split(" + ")) for words in written)


def _any(groups: tuple[Group, ...], field: str) -> bool:
    for group in groups:
        for words in group:
            if words not in field:
                break
        else:
            return True
    return False
