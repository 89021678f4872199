"""French grammar for the catalogue: functions its messages call, and the way numbers and days are written.

    OF($actor)   "du Cambodge", "de l'ASEAN", "d'Israël"          AT($body)   "à l'Assemblée générale", "au Conseil"
    LOW($issue)  with a small first letter                         N($n, "vote", "votes")   "1 vote", "1 234 votes"
    DEC($share)  "97,9 %", "0,934"                                  QUE($saying)  "que la Russie", "qu'il"
    THE($role, $form)   the article of an office, with its blank: "le ", "la ", "l'"
    RELEASED($chain)    "diffusée", "diffusé", as the form it stands after: "une transcription", "un message audio"
    THAT($form)         the same form, named before: "Cette transcription", "Ce message audio", "Cet entretien"

Blanks are plain ones, in numbers and around signs too: a chat keeps them, a reader can search for them, and the prover
reads no others. Articles run together here by rules that the prover has its own of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from briefs.naming.folding import unaccented
from briefs.tongues import tables_of
from briefs.wording.grammar import Dates, Grammar, with_article

_JOINED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}


@cache
def _articles() -> Mapping[str, str]:
    """Name as lists print it → its article."""
    return {printed.name: printed.article for printed in tables_of("fr").names.values()}


def _parted(name: str) -> tuple[str, str]:
    """Article and name, of a name with or without it."""
    if name in _articles():
        return _articles()[name], name
    for article in ("les ", "le ", "la ", "l'"):
        if name.startswith(article):
            return article.rstrip(), name.removeprefix(article)
    return "", name


def _with(preposition: str, words: object) -> str:
    name, comma, standing = str(words).partition(", ")
    article, bare = _parted(name)
    joined = _JOINED.get((preposition, article))
    if joined:
        text = f"{joined} {bare}"
    elif preposition == "de" and not article and _vowel_first(bare):
        text = f"d'{bare}"
    else:
        text = f"{preposition} {with_article(article, bare)}"
    return text + comma + standing


def digits(n: int) -> str:
    """ "4 297"."""
    return f"{n:,}".replace(",", " ")


def _counted(n: object, one: object, many: object) -> str:
    number = n if isinstance(n, int) else int(str(n).replace(" ", ""))
    return f"{digits(number)} {one if number < 2 else many}".rstrip()


def _vowel_first(words: object) -> bool:
    return unaccented(str(words))[:1].lower() in "aeiouy"


def _the(role: object, form: object) -> str:
    return "l'" if _vowel_first(role) else "la " if str(form) == "fs" else "le "


def _that(form: object) -> str:
    article, _, noun = str(form).partition(" ")
    return f"{'Cette' if article == 'une' else 'Cet' if _vowel_first(noun) else 'Ce'} {noun}"


FUNCTIONS: Mapping[str, Callable[..., str]] = {
    "OF": lambda words: _with("de", words),
    "AT": lambda words: _with("à", words),
    "QUE": lambda words: f"{'qu' + chr(39) if _vowel_first(words) else 'que '}{words}",
    "THE": _the,
    "RELEASED": lambda chain: "diffusée" if str(chain).startswith("une ") else "diffusé",
    "THAT": _that,
    "LOW": lambda words: str(words)[:1].lower() + str(words)[1:],
    "N": _counted,
    "DEC": lambda share: str(share).replace(".", ",").replace("%", " %"),
}


FRENCH = Grammar(locale="fr", parted=" ; ", dates=Dates(first="1er"), functions=FUNCTIONS, digits=digits)
