"""Spanish grammar for the catalogue: functions its messages call, and the way numbers, days and lists are written.

    OF($actor)   "de Camboya", "del Reino Unido"          AT($body)    "en la Asamblea General"
    TO($actor)   "a Rusia", "al Reino Unido"              AND($name)   "y", or "e" before its sound
    LOW($issue)  with a small first letter                DEC($share)  "97,9 %", "0,934"
    THE($form)   the article of an office, a man's or a woman's
    N($n, "voto", "votos")  "1 voto", "4297 votos"        VERB($n, "no votó", "no votaron")  "no votó 1"
    CAP($when)   with a capital                           OBJ($object, $kind)  "a Rusia", "la agresión rusa"
    DEED($as, "firmó", "firmaron", "firmar", "firmado")   the form asked for; "si firmar" of what is under discussion
    PL($form, "dijo", "dijeron")                          GEN($form, "listo", "lista", "listos", "listas")
    SUBJ($Speaker, "dijo")  "Noruega dijo", "Dijo"        BY($chain)   "una carta difundida por"
    THAT($form)  "Esa carta", "Ese informe": the form that was named before
    RUN($Actor)  as it runs within a sentence: "la India"

Blanks are plain ones. Numbers of four digits stand together, longer ones in groups of three, as the academies write
them. "El Salvador" holds its article in its name and keeps it apart: "de El Salvador".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from briefs.tongues import tables_of
from briefs.wording.grammar import FORMS, Dates, Grammar, with_article

_JOINED = {("de", "el"): "del", ("a", "el"): "al"}
_LIKE_I = re.compile(r"h?i(?![aeo])|h?í", re.IGNORECASE)
"""How a word begins before which "y" is "e": the sound i, no diphthong."""


@cache
def _articles() -> Mapping[str, str]:
    """Name as lists print it → its article."""
    return {printed.name: printed.article for printed in tables_of("es").names.values()}


def _parted(name: str) -> tuple[str, str]:
    """Article and name, of a name with or without it."""
    if name in _articles():
        return _articles()[name], name
    article, _, bare = name.partition(" ")
    return (article, bare) if article in ("el", "la", "los", "las") else ("", name)


def _with(preposition: str, words: object) -> str:
    name, comma, standing = str(words).partition(", ")
    article, bare = _parted(name)
    joined = _JOINED.get((preposition, article))
    text = f"{joined} {bare}" if joined else f"{preposition} {with_article(article, bare)}"
    return text + comma + standing


def digits(n: int) -> str:
    """ "4297", "12 345"; "2 millones de" where that is what one says."""
    if n >= 1_000_000 and n % 1_000_000 == 0:
        return f"{digits(n // 1_000_000)} {'millón' if n == 1_000_000 else 'millones'} de"
    return str(n) if n < 10_000 else f"{n:,}".replace(",", " ")


def _counted(n: object, one: object, many: object) -> str:
    number = n if isinstance(n, int) else int(str(n).replace(" ", ""))
    return f"{digits(number)} {one if number == 1 else many}".rstrip()


def _verb(n: object, one: object, many: object) -> str:
    number = int(str(n).replace(" ", ""))
    return f"{one if number == 1 else many} {digits(number)}"


def and_before(word: object) -> str:
    """ "y", or "e" before the sound i: "Irán", "Islandia"."""
    return "e" if _LIKE_I.match(str(word)) else "y"


def listed(items: Sequence[str]) -> str:
    """ "Francia, India e Irán"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {and_before(items[-1])} {items[-1]}"


def capital(words: object) -> str:
    return str(words)[:1].upper() + str(words)[1:]


def _running(words: object) -> str:
    """A name that was given a capital to begin a sentence."""
    name = str(words)
    article, _, bare = name.partition(" ")
    lowered = name not in _articles() and _articles().get(bare) == article.lower()
    return name[:1].lower() + name[1:] if lowered else name


def _deed(as_: object, one: object, many: object, infinitive: object, participle: object) -> str:
    forms = {"did-many": many, "would": infinitive, "had": participle, "doing": f"si {infinitive}"}
    return str(forms.get(str(as_), one))


def _done_to(object_: object, kind: object) -> str:
    """An object after its verb: "a" stands before whoever acts or is a person."""
    return _with("a", object_) if kind == "somebody" else str(object_)


def _many(form: object, one: object, many: object) -> str:
    return str(many if str(form).endswith("p") else one)


def _of_gender(form: object, *said: object) -> str:
    return str(dict(zip(FORMS, said, strict=True))[str(form)])


def _subject(who: object, verb: object) -> str:
    """Somebody and the verb; nobody, who was just named, and the verb alone."""
    return f"{who} {verb}" if who else capital(verb)


def _released(noun: object) -> str:
    return f"{noun} {'difundida' if str(noun).startswith('una ') else 'difundido'} por"


def _that(form: object) -> str:
    article, _, noun = str(form).partition(" ")
    return f"{'Esa' if article == 'una' else 'Ese'} {noun}"


FUNCTIONS: Mapping[str, Callable[..., str]] = {
    "OF": lambda words: _with("de", words),
    "AT": lambda words: _with("en", words),
    "TO": lambda words: _with("a", words),
    "AND": and_before,
    "THE": lambda form: "la" if str(form) == "fs" else "el",
    "LOW": lambda words: str(words)[:1].lower() + str(words)[1:],
    "N": _counted,
    "VERB": _verb,
    "CAP": capital,
    "RUN": _running,
    "DEED": _deed,
    "OBJ": _done_to,
    "PL": _many,
    "GEN": _of_gender,
    "SUBJ": _subject,
    "BY": _released,
    "THAT": _that,
    "DEC": lambda share: str(share).replace(".", ",").replace("%", " %"),
}

DATES = Dates(
    full="d 'de' MMMM 'de' y",
    of_year="d 'de' MMMM",
    month="MMMM 'de' y",
    weekday="EEEE d 'de' MMMM 'de' y",
)
SPANISH = Grammar(locale="es", dates=DATES, functions=FUNCTIONS, digits=digits, joined=listed)
