"""What words mean here: the terms, how people may type them, and one of them or all as a document.

The texts stand in `glossary.XX.ftl`; they explain the program's own words and claim nothing about the world, so nothing
here is proved.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from functools import cache

from briefs.document import Bullets, Document, Paragraph, Phrase, Strong, Text, say
from briefs.naming.folding import fold, unaccented
from briefs.tongues import LANGUAGES
from briefs.wording.catalogue import words
from briefs.wording.notices import LANG, echo, speaking, word

TERMS = (
    *(
        "favour",
        "against",
        "abstained",
        "absent",
        "no-row",
        "not-member",
        "has-no-vote",
        "roll-call",
        "part",
        "adopted",
    ),
    *("tally", "veto", "agreement", "opposed", "cohesion", "shift", "bloc"),
    *("position", "brief", "digest", "timeline", "record", "source", "cite", "measure", "issue", "co-sponsor"),
    *("quotation", "paraphrase", "among", "silence", "on-file"),
    *("as-of", "known", "recorded", "correction", "embargo", "withheld", "proved"),
)
"""Every term, in the order they are listed."""
MOST_SUGGESTED = 4


def name(term: str, language: str = LANG) -> str:
    """The term as it is printed."""
    return words(language).say(f"gloss-{term}-name", {})


def find(typed: str, language: str = LANG) -> str | None:
    """The term that those words mean, by any of its names: in that language, else in English, else in any other."""
    spoken = dict.fromkeys((language, LANG, *map(speaking, LANGUAGES)))
    return next((term for one in spoken if (term := _names(one).get(_key(typed)))), None)


def like(typed: str, language: str = LANG) -> Sequence[str]:
    """Terms that those words may have meant, likeliest first."""
    key, names = _key(typed), {**_names(LANG), **_names(language)}
    begun = [term for known, term in names.items() if key and (known.startswith(key) or f" {key}" in f" {known}")]
    close = [names[known] for known in difflib.get_close_matches(key, names, n=6, cutoff=0.6)]
    return tuple(dict.fromkeys((*begun, *close)))[:MOST_SUGGESTED]


def completions(typed: str, language: str = LANG) -> Sequence[str]:
    """Terms that begin so, then those that another name of begins so; all of them for nothing."""
    key = _key(typed)
    first = [term for term in TERMS if _key(name(term, language)).startswith(key)]
    return tuple(dict.fromkeys((*first, *(like(typed, language) if key else ()))))


def tell(term: str, language: str = LANG) -> Document:
    """One term."""
    return Document(
        word("glossary-title", language, term=name(term, language)),
        (Paragraph((say(words(language).say(f"gloss-{term}", {})),)),),
    )


def tell_all(usage: str, language: str = LANG) -> Document:
    """Every term by its name, and how one is asked for."""
    names = word("glossary-separator", language).join(name(term, language) for term in TERMS)
    return Document(
        word("glossary-all-title", language),
        (Paragraph((say(names),)), Paragraph((say(word("glossary-ask", language, usage=usage)),))),
    )


def unknown(typed: str, terms: Sequence[str], asked: str, language: str = LANG) -> Document:
    """A term that is not explained here; `asked` is the command before a term."""
    first = Paragraph((say(word("unknown-term", language, typed=echo(typed))),))
    if not terms:
        return Document(
            word("unknown-title", language), (first, Paragraph((say(word("see-help", language, usage=asked)),)))
        )
    offers = tuple(
        Phrase(
            (
                Strong(name(term, language)),
                Text(word("glossary-offer", language, command=f"{asked} {name(term, language)}")),
            )
        )
        for term in terms
    )
    return Document(
        word("unknown-title", language), (first, Paragraph((say(word("did-you-mean", language)),)), Bullets(offers))
    )


@cache
def _names(language: str) -> Mapping[str, str]:
    """Folded name → term: names first, then what else is typed for each."""
    names = {_key(name(term, language)): term for term in TERMS}
    names |= {_key(term): term for term in TERMS if _key(term) not in names}
    for term in TERMS:
        for also in words(language).say(f"gloss-{term}-also", {}).split(", "):
            names.setdefault(_key(also), term)
    return names


def _key(typed: str) -> str:
    return unaccented(fold(typed.replace("_", " ").replace("-", " ")))
