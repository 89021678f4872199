"""What words mean here: the terms, how people may type them, and one of them or all as a document.

The texts stand in `glossary.en.ftl`; they explain the program's own words and claim nothing about the world, so nothing
here is proved.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from functools import cache

from briefs.document import Bullets, Document, Paragraph, Phrase, Strong, Text, say
from briefs.naming.folding import fold, unaccented
from briefs.wording.catalogue import words
from briefs.wording.notices import LANG, echo, word

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


def name(term: str) -> str:
    """The term as it is printed."""
    return words(LANG).say(f"gloss-{term}-name", {})


def find(typed: str) -> str | None:
    """The term that those words mean, by any of its names."""
    return _names().get(_key(typed))


def like(typed: str) -> Sequence[str]:
    """Terms that those words may have meant, likeliest first."""
    key = _key(typed)
    begun = [term for known, term in _names().items() if key and (known.startswith(key) or f" {key}" in f" {known}")]
    close = [_names()[known] for known in difflib.get_close_matches(key, _names(), n=6, cutoff=0.6)]
    return tuple(dict.fromkeys((*begun, *close)))[:MOST_SUGGESTED]


def completions(typed: str) -> Sequence[str]:
    """Terms that begin so, then those that another name of begins so; all of them for nothing."""
    key = _key(typed)
    first = [term for term in TERMS if _key(name(term)).startswith(key)]
    return tuple(dict.fromkeys((*first, *(like(typed) if key else ()))))


def tell(term: str) -> Document:
    """One term."""
    return Document(word("glossary-title", term=name(term)), (Paragraph((say(words(LANG).say(f"gloss-{term}", {})),)),))


def tell_all(usage: str) -> Document:
    """Every term by its name, and how one is asked for."""
    names = word("glossary-separator").join(name(term) for term in TERMS)
    return Document(
        word("glossary-all-title"), (Paragraph((say(names),)), Paragraph((say(word("glossary-ask", usage=usage)),)))
    )


def unknown(typed: str, terms: Sequence[str], asked: str) -> Document:
    """A term that is not explained here; `asked` is the command before a term."""
    first = Paragraph((say(word("unknown-term", typed=echo(typed))),))
    if not terms:
        return Document(word("unknown-title"), (first, Paragraph((say(word("see-help", usage=asked)),))))
    offers = tuple(
        Phrase((Strong(name(term)), Text(word("glossary-offer", command=f"{asked} {name(term)}")))) for term in terms
    )
    return Document(word("unknown-title"), (first, Paragraph((say(word("did-you-mean")),)), Bullets(offers)))


@cache
def _names() -> Mapping[str, str]:
    """Folded name → term: names first, then what else is typed for each."""
    names = {_key(name(term)): term for term in TERMS}
    names |= {_key(term): term for term in TERMS if _key(term) not in names}
    for term in TERMS:
        for also in words(LANG).say(f"gloss-{term}-also", {}).split(", "):
            names.setdefault(_key(also), term)
    return names


def _key(typed: str) -> str:
    return unaccented(fold(typed.replace("_", " ").replace("-", " ")))
