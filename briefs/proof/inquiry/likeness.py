"""Quotations that are nearly what is on record: some words changed, or only a part.

Changed words are refuted where the sentence is proved with the record's own words in their place. A part of a quotation
was said, and may mean the opposite of the whole: it is neither proved nor refuted, and the reader is told the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefs.proof.inquiry.index import Index

QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”')
ALIKE = 0.75
"""Share of words in common from which two quotations are one, altered."""
LEAST = 5
"""Words of a quotation that can be told to be altered; shorter ones are like too many others."""


@dataclass(frozen=True, slots=True)
class Altered:
    """The text with the record's words in their place, those words, and the records that hold them."""

    mended: str
    words: str
    records: tuple[str, ...]
    part: bool
    """Only cut, not changed."""


def altered(index: Index, text: str) -> Iterator[Altered]:
    """What each quotation of the text may have been, likest first."""
    for found in QUOTED.finditer(text):
        said = found[1] or found[2]
        if said in index.quotes:
            continue
        for words in _alike(index, said):
            mended = f'{text[: found.start()]}"{words}"{text[found.end() :]}'
            yield Altered(mended, words, index.quotes[words], _part(said, words))


def _alike(index: Index, said: str) -> list[str]:
    told = said.casefold().split()
    found = []
    for words in index.quotes_with(told):
        whole = words.casefold().split()
        share = SequenceMatcher(None, told, whole, autojunk=False).ratio()
        cut = len(told) >= 3 and _part(said, words)
        if cut or (share >= ALIKE and min(len(told), len(whole)) >= LEAST):
            found.append((share, words))
    return [words for _, words in sorted(found, reverse=True)][:3]


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w'’-]+", text.casefold()))


def _part(said: str, words: str) -> bool:
    """Whether the one is a run of whole words of the other."""
    return f" {_words(said)} " in f" {_words(words)} "
