"""A line with French or Spanish words in it → the same line in English words, for a second reading. Pure.

"voters ES-11/1 abstention", "au 4 mars 2022", "depuis 2015", "sobre ucrania", "corto": words are put for words, one
language at a time, and names are left alone. `bot.binding` asks for it only where a line means nothing as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from unicodedata import normalize

from adapters.contract import Command, ParamKind, Request
from bot.lines import is_option, joined, tokens
from briefs.naming.folding import unaccented

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_READ = frozenset({ParamKind.DAY, ParamKind.LENGTH, ParamKind.OPTION})
"""Kinds of typed options whose words are read again; names and words to look for are not."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What people type in one language, without accents: phrases of several words stand before shorter ones. There is
    one of each language."""

    months: Sequence[str]
    phrases: Mapping[str, str]
    days: Mapping[str, str]
    """What stands before a day, and is read so only there."""
    of: frozenset[str]
    """What stands inside a day ("4 de marzo de 2022") and is left out there."""


FOREIGN: Mapping[str, Words] = {
    "fr": Words(
        ("janvier", "fevrier", "mars", "avril", "mai", "juin",
         "juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
        {
            "n'a pas participe au vote": "did not vote", "n'ont pas participe au vote": "did not vote",
            "n'a pas participe": "did not vote", "n'ont pas participe": "did not vote",
            "pas participe": "did not vote", "absents": "absent",
            "pour": "in favour", "contre": "against", "abstentions": "abstained", "abstenus": "abstained",
            "s'est abstenu": "abstained", "se sont abstenus": "abstained",
            "ligne": "line", "court": "short", "courte": "short", "bref": "short", "longue": "long",
            "depuis le": "since", "depuis": "since", "a partir du": "since", "des le": "since",
            "sur": "on", "a propos de": "on", "concernant": "on", "aujourd'hui": "today", "hier": "yesterday",
        },
        {"a la date du": "as of", "au": "as of", "en date du": "as of", "connu au": "known on",
         "du": "on", "le": "on"},
        frozenset(),
    ),
    "es": Words(
        ("enero", "febrero", "marzo", "abril", "mayo", "junio",
         "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
        {
            "no participo en la votacion": "did not vote", "no participaron en la votacion": "did not vote",
            "no participo": "did not vote", "no participaron": "did not vote", "no voto": "did not vote",
            "no votaron": "did not vote", "ausentes": "absent",
            "a favor": "in favour", "en contra": "against", "contra": "against", "abstencion": "abstained",
            "abstenciones": "abstained", "se abstuvo": "abstained", "se abstuvieron": "abstained",
            "linea": "line", "corto": "short", "corta": "short", "breve": "short", "largo": "long", "larga": "long",
            "desde el": "since", "desde": "since", "a partir del": "since", "sobre": "on", "acerca de": "on",
            "hoy": "today", "ayer": "yesterday",
        },
        {"a fecha de": "as of", "a fecha del": "as of", "al": "as of", "conocido al": "known on",
         "del": "on", "el": "on"},
        frozenset({"de", "del"}),
    ),
}  # fmt: skip
_LONGEST = 5
_NUMBER = re.compile(r"(\d{1,2})(?:er)?|\d{4}", re.ASCII)
_DAY = re.compile(r"\d{1,2}(?:er)?|\d{4}-\d{2}-\d{2}", re.ASCII)
_RELATIVE = frozenset({"today", "yesterday"})


def readings(request: Request, command: Command) -> Iterator[Request]:
    """The request in English words, once for each language that changes it."""
    kinds = {param.name: param.kind for param in command.params}
    words = tokens(request.line)
    for language, said in FOREIGN.items():
        line = joined(_read(words, command, language, said))
        given = {
            name: " ".join(_plain(tuple(value.split()), said)) if kinds.get(name) in _READ else value
            for name, value in request.given.items()
        }
        read = replace(request, line=line, given=given)
        if tokens(line) != words or given != dict(request.given):
            yield read


def _read(words: tuple[str, ...], command: Command, language: str, said: Words) -> tuple[str, ...]:
    return tuple(_option(word, command, language) if is_option(word) else word for word in _plain(words, said))


def _option(word: str, command: Command, language: str) -> str:
    """`--depuis=2015` → `--since=2015`, by what the catalogue calls the parameter."""
    name, equals, value = word.lstrip("-—").partition("=")
    called = {
        _bare(also.name): param.name for param in command.params for also in param.also if also.language == language
    }
    return f"--{called.get(_bare(name), name)}{equals}{value}"


def _plain(words: tuple[str, ...], said: Words) -> tuple[str, ...]:
    """The words, with those of the language put into English; a day's month and its "de" among them."""
    made: list[str] = []
    bare = [_bare(word) for word in words]
    at = 0
    while at < len(words):
        taken, english = _at(bare[at : at + _LONGEST + 1], said)
        made += english if taken else [words[at]]
        at += taken or 1
    return tuple(made)


def _at(bare: Sequence[str], said: Words) -> tuple[int, Sequence[str]]:
    """How many of these words are read at their beginning, and what they are in English."""
    taken, day = _day(bare, said)
    if taken:
        return taken, day
    if bare[0].partition(" ")[0] not in _beginnings(said):
        return 0, ()
    for count in range(min(_LONGEST, len(bare)), 0, -1):
        typed = " ".join(bare[:count])
        if typed in said.days and _day_follows(bare[count:], said):
            return count, said.days[typed].split()
        if typed in said.phrases:
            return count, said.phrases[typed].split()
    return 0, ()


@cache
def _beginnings(said: Words) -> frozenset[str]:
    """First words of all that is read at all."""
    return frozenset(typed.split()[0] for typed in (*said.phrases, *said.days))


def _day_follows(bare: Sequence[str], said: Words) -> bool:
    first = bare[0] if bare else ""
    return bool(_DAY.fullmatch(first)) or said.phrases.get(first) in _RELATIVE


def _day(bare: Sequence[str], said: Words) -> tuple[int, Sequence[str]]:
    """ "4 de marzo de 2022", "1er mars 2022"."""
    number = _NUMBER.fullmatch(bare[0])
    if not number or not number[1]:
        return 0, ()
    kept = [(at, word) for at, word in enumerate(bare[:_LONGEST]) if word not in said.of or at == 0][:3]
    if len(kept) < 2 or kept[1][1] not in said.months:
        return 0, ()
    english = (number[1], _MONTHS[said.months.index(kept[1][1])])
    if len(kept) == 3 and re.fullmatch(r"\d{4}", kept[2][1], re.ASCII):
        return kept[2][0] + 1, (*english, kept[2][1])
    return kept[1][0] + 1, english


def _bare(word: str) -> str:
    return unaccented(normalize("NFKC", word).casefold().replace("’", "'"))
