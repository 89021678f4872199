"""Articles as the prover reads them: where words for "of" and "at" run together with them, and where they are elided.

The writer has rules of its own, a module a language; a test holds the two against each other over all names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


def running(article: str, name: str) -> str:
    """ "the United States", "le Cambodge", "l'Albanie", "Cuba"."""
    return f"{article}{'' if article.endswith(chr(39)) else ' '}{name}" if article else name


@dataclass(frozen=True, slots=True)
class Preposition:
    """A word that stands before names: how it runs together with articles, and what it is before some letters."""

    word: str
    joined: Mapping[str, str] = field(default_factory=dict)
    """Article → both in one word ("le" → "du")."""
    elided: str = ""
    """Its form before a name that has no article and begins with one of `before` ("d'")."""
    before: frozenset[str] = frozenset()

    def __call__(self, article: str, name: str) -> str:
        """ "du Cambodge", "de l'Albanie", "d'Israël"; "au Cambodge"."""
        if article in self.joined:
            return f"{self.joined[article]} {name}"
        if not article and self._elides(name):
            return f"{self.elided}{name}"
        return f"{self.word} {running(article, name)}"

    def without(self, text: str, start: int) -> Iterator[tuple[str, int]]:
        """The text as it would be without this word at `start`, with the article it ran together with apart; and by
        how many letters that is shorter."""
        for article, both in self.joined.items():
            if text.startswith(f"{both} ", start):
                yield f"{text[:start]}{article} {text[start + len(both) + 1 :]}", len(both) - len(article)
        if self.elided and text.startswith(self.elided, start) and self._elides(text[start + len(self.elided) :]):
            yield text[:start] + text[start + len(self.elided) :], len(self.elided)
        if text.startswith(f"{self.word} ", start):
            rest = text[start + len(self.word) + 1 :]
            if not self._elides(rest) and not rest.startswith(tuple(f"{article} " for article in self.joined)):
                yield text[:start] + rest, len(self.word) + 1

    def _elides(self, name: str) -> bool:
        return bool(self.before) and unicodedata.normalize("NFD", name[:1])[:1].lower() in self.before


@dataclass(frozen=True, slots=True)
class Prepositions:
    """Those of one language that run together with articles, or stand in a slot of their own."""

    of: Preposition
    at: Preposition
    to: Preposition
    that: Preposition
    """Before what somebody said."""


PREPOSITIONS: Mapping[str, Prepositions] = {
    "fr": Prepositions(
        of=Preposition("de", {"le": "du", "les": "des"}, "d'", frozenset("aeiouy")),
        at=Preposition("à", {"le": "au", "les": "aux"}),
        to=Preposition("à", {"le": "au", "les": "aux"}),
        that=Preposition("que", {}, "qu'", frozenset("aeiouy")),
    ),
    "es": Prepositions(
        of=Preposition("de", {"el": "del"}),
        at=Preposition("en"),
        to=Preposition("a", {"el": "al"}),
        that=Preposition("que"),
    ),
    "km": Prepositions(of=Preposition("នៃ"), at=Preposition("នៅ"), to=Preposition("ដល់"), that=Preposition("ថា")),
}
"""Of each language in which they stand beside names in signed sentences; English writes them out there."""
