"""The lengths, days and language of a request: "short", "as of 4 march 2022", "since 2015", wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from adapters.contract import ParamKind
from bot.binding.binder import Binder
from bot.catalogue import LENGTHS
from bot.lines import days_lead, known_lead, since_lead
from briefs.codebook import Length
from briefs.days import NotADay, leading_beginning, leading_day, read_beginning, read_day, read_instant
from briefs.history import end_of
from briefs.naming.folding import fold, unaccented
from briefs.symbols import key_of

LANGUAGE_NAMES: Mapping[str, tuple[str, ...]] = {
    "en": ("english", "anglais", "inglés"),
    "fr": ("french", "français", "francés"),
    "es": ("spanish", "espagnol", "español"),
    "km": ("khmer", "jemer", "ខ្មែរ"),
}
"""What one may type for a language beside its code, with or without accents."""
LEADS = ("in", "en")
"""What stands before it at the end of a line: "in french", "en français"."""
LED: Mapping[str, str] = {"ជាភាសាខ្មែរ": "km"}
"""One word for both, in languages that write no blank between them."""


def language_named(word: str) -> str | None:
    """The language that somebody typed: its code, or a name of it."""
    typed = unaccented(fold(word))
    names = ((code, (code, *map(unaccented, named))) for code, named in LANGUAGE_NAMES.items())
    return next((code for code, named in names if typed in named), None)


class Timed(Binder):
    """Binds lengths, days and the language."""

    def bind_length(self) -> None:
        """A bare "short" at either end of the line."""
        if "length" not in self.params or self.asked.length is not None:
            return
        for at in (-1, 0):
            if self.words and self.words[at].lower() in LENGTHS:
                self.asked = replace(self.asked, length=self.length(self.words[at]))
                self.words = self.words[:-1] if at else self.words[1:]
                return

    def bind_language(self) -> None:
        """ "in french", "en français" at the end of the line."""
        if "language" not in self.params or not self.words or self.asked.language is not None:
            return
        led = len(self.words) > 1 and self.words[-2].lower() in LEADS
        language = language_named(self.words[-1]) if led else LED.get(fold(self.words[-1]))
        if language:
            self.asked = replace(self.asked, language=language)
            self.words = self.words[: -2 if led else -1]

    def language(self, word: str) -> str:
        found = language_named(word)
        if found is None:
            raise self.usage("bad-language", typed=word)
        return found

    def length(self, word: str) -> Length:
        try:
            return Length(word.strip().lower())
        except ValueError:
            raise self.usage("bad-length", typed=word) from None

    def bind_days(self) -> None:
        """ "as of 4 march 2022", or a bare day, wherever it stands."""
        if "as_of" not in self.params:
            return
        for at in range(len(self.words)):
            lead = days_lead(self.words[at:])
            led = leading_day(self.words[at + lead :], self.today)
            if led is None and lead:
                raise self.usage("bad-day", typed=" ".join(self.words[at + lead :]))
            if led is None or (isinstance(led[0], NotADay) and not lead and self._is_symbol(self.words[at])):
                continue
            if self.asked.as_of is not None:
                raise self.usage("option-twice", typed="as_of")
            reading, rest = led
            self._set_day("as_of", reading, " ".join(self.words[at + lead : len(self.words) - len(rest)]))
            before = self.words[:at]
            self.words = (before[:-1] if before and before[-1].lower() == "on" else before) + rest
            self.bind_days()  # a second day is told, not ignored
            return

    def _is_symbol(self, word: str) -> bool:
        """ "33/75" is a text to a command that takes one, where it is no day that anybody could mean."""
        takes = any(param.kind is ParamKind.MEASURE for param in self.params.values())
        return takes and key_of(word) is not None

    def bind_since(self) -> None:
        """ "since 2015", or where no "as of" stands before it a bare day or year: the day to begin with."""
        at = 0
        while "since" in self.params and self.asked.since is None and at < len(self.words):
            if days_lead(self.words[at:]):
                at += days_lead(self.words[at:])
                led = leading_day(self.words[at:], self.today)
                at = len(self.words) - len(led[1]) if led else at
                continue
            lead = since_lead(self.words[at:])
            led = leading_beginning(self.words[at + lead :], self.today)
            if led is None and lead:
                raise self.usage("bad-day", typed=" ".join(self.words[at + lead :]))
            if led is not None:
                self._set_day("since", led[0], " ".join(self.words[at + lead : len(self.words) - len(led[1])]))
                self.words = self.words[:at] + led[1]
                return
            at += 1

    def bind_known(self) -> None:
        """ "as known on 5 march 2022", wherever it stands."""
        for at in range(len(self.words)) if "known" in self.params else ():
            lead = known_lead(self.words[at:])
            if lead and self.words[at + lead :]:
                if self.asked.known is not None:
                    raise self.usage("option-twice", typed="known")
                taken = self.bind_day("known", self.words[at + lead :], whole=False)
                self.words = self.words[:at] + self.words[at + lead + taken :]
                return

    def bind_digest_day(self) -> None:
        """A digest's line is its day and nothing else."""
        words = self.words[1:] if self.words[:1] and self.words[0].lower() in ("on", "of", "for") else self.words
        if words:
            if self.asked.day is not None:
                raise self.usage("option-twice", typed="day")
            self.bind_day("day", (" ".join(words),), whole=True)
        self.words = ()

    def bind_day(self, name: str, words: tuple[str, ...], *, whole: bool) -> int:
        instant = read_instant(words[0]) if name == "known" else None
        if instant is not None:
            self.asked = replace(self.asked, known=instant)
            return 1
        read, lead = (read_beginning, leading_beginning) if name == "since" else (read_day, leading_day)
        led = None if whole else lead(words, self.today)
        reading, rest = led or (read(words[0], self.today), words[1:])
        self._set_day(name, reading, " ".join(words[: len(words) - len(rest)]))
        return len(words) - len(rest)

    def _set_day(self, name: str, reading: date | NotADay, typed: str) -> None:
        if isinstance(reading, NotADay):
            raise self.usage("not-a-day", typed=typed, reason=reading.reason)
        if reading > self.today:
            raise self.usage("future-day", typed=typed)
        match name:
            case "as_of":
                self.asked = replace(self.asked, as_of=reading)
            case "known":
                self.asked = replace(self.asked, known=end_of(reading) if reading < self.today else None)
            case "since":
                self.asked = replace(self.asked, since=reading)
            case _:
                self.asked = replace(self.asked, day=reading)
