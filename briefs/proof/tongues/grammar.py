"""French articles as the prover reads them: where "de" and "à" run together with them, and where they are elided.

The writer has rules of its own (`wording.french`); a test holds the two against each other over all names.
"""

from __future__ import annotations

import unicodedata

_VOWELS = frozenset("aeiouy")
_RUN_TOGETHER = {"de": {"le": "du", "les": "des"}, "à": {"le": "au", "les": "aux"}}


def running(article: str, name: str) -> str:
    """ "le Cambodge", "l'Albanie", "Cuba"."""
    return f"{article}{'' if article.endswith(chr(39)) else ' '}{name}" if article else name


def after(preposition: str, article: str, name: str) -> str:
    """ "du Cambodge", "de l'Albanie", "des États-Unis", "d'Israël"; "au Cambodge", "à Cuba"."""
    joined = _RUN_TOGETHER[preposition].get(article)
    if joined:
        return f"{joined} {name}"
    elided = preposition == "de" and not article and _begins_with_vowel(name)
    return f"d'{name}" if elided else f"{preposition} {running(article, name)}"


def _begins_with_vowel(name: str) -> bool:
    return unicodedata.normalize("NFD", name)[:1].lower() in _VOWELS
