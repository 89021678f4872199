"""Finding one text among thousands voted on: by symbol in any written form, by words of its title, while it is typed.

Words are looked for in titles, then in agenda items and subjects; a year among them narrows ("cuba embargo 2019").
What fits several texts is for `briefs.naming` to ask back, newest first. Indexes are made by the first question.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from briefs.issue_rules import plain
from briefs.rollcalls.held import Rolls
from briefs.rollcalls.imported import FILE_ID, measure_id, symbol_of, told_title
from briefs.rollcalls.matrix import HEAD, TAIL, latest_of, mask_of
from briefs.symbols import keys_of

_YEAR = re.compile(r"19[4-9]\d|20\d\d")
_YEARS = re.compile(r"(?:19|20)\d{0,2}")
_SMALL = frozenset({"a", "an", "and", "by", "for", "in", "of", "on", "the", "to", "vote", "resolution"})
_SPOKEN = re.compile(r"RESOLUTION|A/RES/|RES/|A/(?=\d|ES-|S-|DEC/)")
_WORDS_SCANNED = 400
"""Words of titles looked at for one beginning: bounds the work of a single letter."""


@dataclass(frozen=True, eq=False)
class VotedTexts:
    """The texts of all roll calls held. Ids are measure ids: the register's own, or those of the imported file."""

    rolls: Rolls

    def exactly(self, words: str) -> tuple[str, ...]:
        """The whole texts of that id or symbol; votes on parts only where no whole text was voted on."""
        if words.startswith(FILE_ID):
            number = self.rolls.number_of(words)
            return () if number is None else (self._id(number),)
        numbers = self.rolls.matrix.with_symbol(words)
        whole = tuple(n for n in numbers if not self.rolls.matrix.ballots[n].is_part)
        return tuple(dict.fromkeys(self._id(n) for n in whole or numbers))

    def with_words(self, words: str, until: date | None = None) -> tuple[str, ...]:
        """Texts, newest first, in whose title all these words stand, else in title, agenda item or subjects."""
        found = self._with(words, self._in_title, until) or self._with(words, self.rolls.matrix.by_word, until)
        return tuple(dict.fromkeys(map(self._id, latest_of(found))))

    def beginning(self, typed: str, limit: int) -> tuple[str, ...]:
        """Texts for what is typed so far: those whose symbol begins so, then those with its words, the last of which
        may be unfinished; the newest where nothing is typed. Votes on parts are not among them."""
        if not typed.strip():
            numbers: Iterator[int] = latest_of(self.rolls.on())
        else:
            by_symbol = self._symbols_beginning(typed)
            numbers = iter((*by_symbol, *islice(latest_of(self._words_beginning(typed)), limit)))
        ids = dict.fromkeys(map(self._id, islice(numbers, 2 * limit)))
        return tuple(islice(ids, limit))

    def label(self, id_: str) -> str:
        """Symbol, year and title of a text of the file."""
        number = self.rolls.number_of(id_)
        if number is None:
            return id_
        ballot = self.rolls.matrix.ballots[number]
        return f"{symbol_of(ballot)} ({ballot.day.year}): {told_title(ballot.title)}"

    def written(self, id_: str) -> str:
        """Its symbol where that means this text alone, else the id."""
        number = self.rolls.number_of(id_)
        symbol = "" if number is None else symbol_of(self.rolls.matrix.ballots[number])
        return symbol if symbol and " " not in symbol and self.exactly(symbol) == (id_,) else id_

    # --- indexes -------------------------------------------------------------------------------------------------

    def _id(self, number: int) -> str:
        record = self.rolls.records[number]
        return record.measure if record else measure_id(self.rolls.matrix.ballots[number])

    def _with(self, words: str, index: Mapping[str, int], until: date | None) -> int:
        asked = plain(words).split()
        telling = [word for word in asked if word not in _SMALL]
        if not any(len(word) > 2 and not _YEAR.fullmatch(word) for word in telling):
            return 0
        found = self.rolls.on() if until is None else self.rolls.on() & self.rolls.matrix.until(until)
        for word in telling:
            found &= index.get(word, 0) | self._of_year(word)
        return found

    def _of_year(self, word: str) -> int:
        if not _YEAR.fullmatch(word):
            return 0
        year = int(word)
        return self.rolls.matrix.between(date(year, 1, 1), date(year + 1, 1, 1))

    def _of_years(self, begun: str) -> int:
        """The calls of all years that begin so: "201" stands for ten."""
        if not _YEARS.fullmatch(begun):
            return 0
        first, last = int(begun.ljust(4, "0")), int(begun.ljust(4, "9"))
        return self.rolls.matrix.between(date(first, 1, 1), date(last + 1, 1, 1))

    @cached_property
    def _in_title(self) -> Mapping[str, int]:
        titles = (HEAD.sub("", TAIL.sub("", ballot.title)) for ballot in self.rolls.matrix.ballots)
        return _index(plain(title).split() for title in titles)

    @cached_property
    def _vocabulary(self) -> Sequence[str]:
        return sorted(self._in_title)

    @cached_property
    def _symbols(self) -> Sequence[tuple[str, int]]:
        ballots = enumerate(self.rolls.matrix.ballots)
        return sorted((key, n) for n, ballot in ballots if not ballot.is_part for key in keys_of(ballot.symbol))

    def _symbols_beginning(self, typed: str) -> list[int]:
        """Shorter symbols first: 74/7, then 74/70."""
        text = "".join(typed.upper().split())
        if len(text) > 1 and any(spoken.startswith(text) for spoken in ("RESOLUTION", "A/RES/")):
            return list(islice(latest_of(self.rolls.on()), _WORDS_SCANNED))
        key = _SPOKEN.sub("", text, count=1) if _SPOKEN.match(text) else text
        at = bisect_left(self._symbols, (key,))
        found = []
        while key and at < len(self._symbols) and self._symbols[at][0].startswith(key):
            found.append((len(self._symbols[at][0]), *self._symbols[at]))
            at += 1
        return [number for _, _, number in sorted(found)]

    def _words_beginning(self, typed: str) -> int:
        *whole, last = plain(typed).split() or [""]
        if not last:
            return 0
        found = self.rolls.on()
        for word in whole:
            found &= (self._in_title.get(word, 0) | self._of_year(word)) if word not in _SMALL else -1
        at = bisect_left(self._vocabulary, last)
        begun = self._of_years(last)
        for word in islice(self._vocabulary, at, at + _WORDS_SCANNED):
            if not word.startswith(last):
                break
            begun |= self._in_title[word]
        return found & begun


def _index(texts: Iterator[list[str]]) -> Mapping[str, int]:
    """Word → the places of the texts that have it, as bits."""
    places: dict[str, list[int]] = {}
    length = 0
    for number, words in enumerate(texts):
        length = number + 1
        for word in set(words):
            places.setdefault(word, []).append(number)
    return {word: mask_of(found, length) for word, found in places.items()}
