"""How long a sentence is: its words, without quotations, titles of texts and issues, offices, parties, names in
brackets and lists of names.

English, French and Spanish are counted alike. Khmer parts phrases by blanks, not words, and nothing here can tell its
words apart: there letters are counted, without the vowels and signs around them, and as many of them are a word as say
what one English word says (`LETTERS_A_WORD`, which `test_sentences_are_short` measures).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefs.document import Document
from briefs.records import Register
from briefs.tongues import ENGLISH, told_in
from tests.archives import shipped, specimens

MOST = 40
LISTS = ("names-", "bloc-", "acts-names", "ranks", "voters-", "vote-", "shifts-text")
"""Messages that are a list after its heading: people read them by the line, not as a sentence."""
SENTENCES = re.compile(r"(?<!\b[A-ZÀ-ÖØ-ÞŒ])\. (?=[A-ZÀ-ÖØ-ÞŒ«])|។ ")
"""Between two sentences of one clause, not after an initial ("U.N. General Assembly")."""
QUOTED = re.compile(r'"[^"]*"|«[^»]*»')
BRACKETS = re.compile(r"\([^)]*\)")
ENGLISH_NAME = r"(?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*"
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""Within a number: "12 345"."""
KHMER_LETTER = re.compile(r"[ក-ឳ]")
LETTERS_A_WORD = 4.0
"""Khmer letters that say what one English word says."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """What does not count among the words of a language."""

    titles: tuple[str, ...]
    """Of texts, issues, offices, and parties with their standings; the longest first."""
    names: re.Pattern[str]
    """Three names or more in a row."""

    def out_of(self, text: str) -> str:
        text = QUOTED.sub("", text)
        for title in self.titles:
            text = text.replace(title, "")
        return BRACKETS.sub("", self.names.sub("they", text))


@cache
def uncounted(language: str) -> Uncounted:
    titles, names = set[str](), set[str]()
    for archive in (shipped(), specimens()):
        register = told_in(archive, language).register
        titles |= set(_titles(register))
        names |= {name for a in register.actors.values() for name in (a.name, *(n.value for n in a.un_names))}
        names |= {former.name for former in register.former.values()}
    titles |= {title[0].lower() + title[1:] for title in titles}
    return Uncounted(tuple(sorted(titles, key=len, reverse=True)), _in_a_row(language, names))


def _titles(register: Register) -> Iterator[str]:
    for actor in register.actors.values():
        yield from (role.title for role in actor.roles)
        if actor.standing:
            yield from (actor.name, actor.standing)
    yield from (issue.title for issue in register.issues.values())
    yield from (measure.title for measure in register.measures.values())


def _in_a_row(language: str, names: set[str]) -> re.Pattern[str]:
    one = ENGLISH_NAME
    if language != ENGLISH:
        known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        one = rf"(?:[Ll]'|(?:[Ll]e|[Ll]a|[Ll]es|[Ee]l|[Ll]os|[Ll]as) )?(?:{known})"
    return re.compile(rf"{one}(?:, {one})+ (?:and|et|y|e|និង) {one}")


@cache
def words(text: str, language: str = ENGLISH) -> float:
    """How many words of a sentence count."""
    pieces = THOUSANDS.sub("", uncounted(language).out_of(text)).split()
    khmer = [KHMER_LETTER.findall(piece) for piece in pieces]
    others = sum(any(map(str.isalnum, piece)) for piece, letters in zip(pieces, khmer, strict=True) if not letters)
    return others + sum(map(len, khmer)) / LETTERS_A_WORD


def khmer_letters(text: str) -> int:
    """How many of those that count are Khmer."""
    return len(KHMER_LETTER.findall(uncounted("km").out_of(text)))


def sentences(document: Document) -> Iterator[str]:
    for clause in document.clauses():
        if not clause.template.startswith(LISTS):
            yield from SENTENCES.split(clause.text)


def too_long(document: Document) -> list[str]:
    return [text for text in sentences(document) if words(text, document.language) > MOST]
