"""The language a question is to be answered in, read ahead of all else in it: what asks back speaks it too. Pure.

Asked for ("--language fr", "en français"), else that of the asker's platform where it is one beside English: whoever
left a program in English has chosen nothing. What neither says is the operator's to say.
"""

from __future__ import annotations

from itertools import pairwise

from adapters.contract import Request
from bot.binding.timing import LEADS, language_named
from bot.lines import tokens
from briefs.tongues import ENGLISH, LANGUAGES

_OPTION = "language"


def wished(request: Request) -> str | None:
    """The language asked for; None where the operator's is as good."""
    given = request.given.get(_OPTION, "")
    asked = language_named(given) if given else _in_line(tokens(request.line))
    if asked:
        return asked
    spoken = spoken_in(request.locale)
    return spoken if spoken != ENGLISH else None


def spoken_in(locale: str) -> str | None:
    """The language of a locale ("fr", "es-419", "fr_CA.UTF-8"), if it is one that can be asked in."""
    language = locale.replace("_", "-").partition("-")[0].partition(".")[0].lower()
    return language if language in LANGUAGES else None


def _in_line(words: tuple[str, ...]) -> str | None:
    for before, word in pairwise(("", *words)):
        option, _, value = word.lstrip("-—").partition("=")
        if value and option.lower() == _OPTION and word != option:
            return language_named(value)
        if (before.lstrip("-—").lower() == _OPTION != before.lower()) or before.lower() in LEADS:
            found = language_named(word)
            if found:
                return found
    return None
