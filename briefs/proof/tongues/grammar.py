"""Articles as the prover reads them: where words for "of" and "at" run together with them, and where they are elided.

The writer has rules of its own, a module a language; a test holds the two against each other over all names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
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
        if not article and unicodedata.normalize("NFD", name)[:1].lower() in self.before:
            return f"{self.elided}{name}"
        return f"{self.word} {running(article, name)}"


@dataclass(frozen=True, slots=True)
class Prepositions:
    """Those of one language that run together with articles, or stand in a slot of their own."""

    of: Preposition
    at: Preposition
    to: Preposition


PREPOSITIONS: Mapping[str, Prepositions] = {
    "fr": Prepositions(
        of=Preposition("de", {"le": "du", "les": "des"}, "d'", frozenset("aeiouy")),
        at=Preposition("à", {"le": "au", "les": "aux"}),
        to=Preposition("à", {"le": "au", "les": "aux"}),
    ),
    "es": Prepositions(
        of=Preposition("de", {"el": "del"}),
        at=Preposition("en"),
        to=Preposition("a", {"el": "al"}),
    ),
    "km": Prepositions(of=Preposition("នៃ"), at=Preposition("នៅ"), to=Preposition("ដល់")),
}
"""Of each language in which they stand beside names in signed sentences; English writes them out there."""
