"""Finding by words: an index of SQLite's FTS5, in memory, that ranks and forgives slips. It knows no records.

A word typed matches itself and what begins with it. A word that no entry has is read as those it looks like (one
letter too many, two swapped). Entries with all the words are found; where none has them all, those with some. What
matches in a name weighs more than what matches in the words beside it. `bot.finding` decides what is entered and tells
what is found.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
MOST_WORDS = 12
"""Words of a line looked for; further ones are passed over."""
_ALTERNATIVES = 4
_LONG = 8
"""Letters from which on two slips are forgiven."""
_SHORTEST = 4
"""Letters a word needs to be read as another one."""
_STEM = 2
"""Words longer than this also stand for those that begin with them."""
_COMMON, _FEW = 0.1, 2000
"""A word is common that more than this share of all entries has, and more than so many."""
_LITTLE = frozenset(
    ("a", "an", "and", "by", "d", "de", "del", "des", "du", "el", "en", "et", "for", "in", "l", "la", "las", "le",
     "les", "los", "of", "on", "the", "to", "un", "una", "une", "y")
)  # fmt: skip
"""Words that say nothing alone ("El Salvador" is found by both of its words, "alto el fuego" by none)."""
_LAST = "\U0010ffff"
_NONE: Mapping[str, int] = {}
_NAME, _SYMBOL, _WORDS = 6.0, 8.0, 1.0
"""What a match weighs in each column."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: `key` is the caller's, `symbol` a short name of its own, `words` all the rest."""

    key: str
    name: str
    symbol: str = ""
    words: str = ""


class SearchIndex:
    """Entries to be found by words. One thread at a time; `close` gives its memory back."""

    def __init__(self) -> None:
        self._held: dict[str, Entry] = {}
        self._rows: dict[str, int] = {}
        self._counts: Mapping[str, int] = _NONE
        """In how many entries each word stands; counted by the first question."""
        self._sorted: Sequence[str] = ()
        self._database = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._database.executescript(
            "PRAGMA journal_mode = OFF;"
            "CREATE TABLE entries (number INTEGER PRIMARY KEY, key TEXT NOT NULL);"
            "CREATE VIRTUAL TABLE found USING fts5(symbol, name, words, content='',"
            " tokenize='unicode61 remove_diacritics 2', prefix='3');"
            "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(found, 'row');"
        )

    def __len__(self) -> int:
        return len(self._held)

    def hold(self, entries: Iterable[Entry]) -> None:
        """Hold just these from now on; what is held already is not entered again."""
        wanted = {entry.key: entry for entry in entries}
        gone = [entry for key, entry in self._held.items() if wanted.get(key) != entry]
        new = [entry for key, entry in wanted.items() if self._held.get(key) != entry]
        if not gone and not new:
            return
        self._database.execute("BEGIN")
        for entry in gone:
            self._leave(entry)
        for entry in new:
            self._enter(entry)
        self._database.execute("COMMIT")
        self._held, self._counts = wanted, _NONE

    def find(self, line: str, limit: int) -> list[str]:
        """Keys of what fits the words, best first; nothing for a line without a letter or digit.

        Words that a good part of all entries have say little: they only count where nothing else is asked, and then the
        entries held last come first.
        """
        words = list(dict.fromkeys(_WORD.findall(_bare(line))))[:MOST_WORDS]
        known = {word: terms for word in words if (terms := self._read_as(word))}
        read = list(known.values())
        if len(read) < len(words) and known.keys() <= _LITTLE:
            return []
        saying = [terms for word, terms in known.items() if word not in _LITTLE] or read
        telling = [_any_of(terms) for terms in saying if sum(self._times(term) for term in terms) <= self._common]
        every = " AND ".join(map(_any_of, read))
        if not telling:
            return self._latest(every, limit) if read else []
        found = self._matching(every, limit) if len(read) == len(words) else []
        return found or self._matching(" OR ".join(telling), limit)

    def close(self) -> None:
        self._database.close()

    def _matching(self, query: str, limit: int) -> list[str]:
        return self._keys(
            "SELECT key FROM (SELECT rowid AS number, bm25(found, ?, ?, ?) AS weight FROM found WHERE found MATCH ?"
            " ORDER BY weight, number DESC LIMIT ?) JOIN entries USING (number) ORDER BY weight, number DESC",
            (_SYMBOL, _NAME, _WORDS, query, limit),
        )

    def _latest(self, query: str, limit: int) -> list[str]:
        return self._keys(
            "SELECT key FROM (SELECT rowid AS number FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT ?)"
            " JOIN entries USING (number) ORDER BY number DESC",
            (query, limit),
        )

    def _keys(self, query: str, given: Sequence[object]) -> list[str]:
        return [str(row[0]) for row in self._database.execute(query, given)]

    @property
    def _common(self) -> float:
        return max(_COMMON * len(self._held), _FEW)

    def _times(self, word: str) -> int:
        """How many entries have a word that begins so."""
        begun = self._sorted[bisect_left(self._sorted, word) : bisect_left(self._sorted, word + _LAST)]
        return sum(self._counts[term] for term in begun) if len(word) > _STEM else self._counts.get(word, 0)

    def _read_as(self, word: str) -> list[str]:
        """The words it stands for: itself, or where no entry has it or a longer one, those it looks like."""
        if self._counts is _NONE:
            self._counts = dict(self._database.execute("SELECT term, doc FROM vocabulary"))
            self._sorted = sorted(self._counts)
        forms = [word, *((word[:-1],) if len(word) > _SHORTEST and word.endswith("s") else ())]
        if any(self._times(form) for form in forms):
            return forms
        return self._like(word) if len(word) >= _SHORTEST else []

    def _like(self, word: str) -> list[str]:
        """Words one slip away, from eight letters on two: a letter missing, added, wrong, swapped."""
        from rapidfuzz import process  # 30 ms to import: only a slip pays it
        from rapidfuzz.distance import OSA

        most = 1 if len(word) < _LONG else 2
        found = process.extract(
            word, self._sorted, scorer=OSA.distance, processor=None, score_cutoff=most, limit=_ALTERNATIVES
        )
        return [term for term, distance, _ in found if distance == found[0][1]]

    def _enter(self, entry: Entry) -> None:
        number = self._database.execute("INSERT INTO entries (key) VALUES (?)", (entry.key,)).lastrowid
        assert number is not None
        self._rows[entry.key] = number
        self._database.execute(
            "INSERT INTO found (rowid, symbol, name, words) VALUES (?, ?, ?, ?)",
            (number, entry.symbol, entry.name, entry.words),
        )

    def _leave(self, entry: Entry) -> None:
        number = self._rows.pop(entry.key)
        self._database.execute("DELETE FROM entries WHERE number = ?", (number,))
        self._database.execute(
            "INSERT INTO found (found, rowid, symbol, name, words) VALUES ('delete', ?, ?, ?, ?)",
            (number, entry.symbol, entry.name, entry.words),
        )


def _any_of(words: Sequence[str]) -> str:
    """Quoted, so that no word is an operator; a star after words long enough that their beginning says something."""
    asked = [f'"{word}"*' if len(word) > _STEM else f'"{word}"' for word in words]
    return f"({' OR '.join(asked)})"


def _bare(line: str) -> str:
    """Small letters without accents, as the index holds them."""
    parted = unicodedata.normalize("NFKD", line.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign))
