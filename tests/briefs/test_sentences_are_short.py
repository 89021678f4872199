"""No sentence is longer than forty words; quotations, titles of texts and issues, offices, parties, names in brackets
and lists of names do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from briefs import briefing
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.document import Document
from tests.archives import shipped, specimens
from tests.golden import test_goldens as goldens

MOST = 40
TODAY = date(2026, 11, 23)
OFFICES = {role.title for actor in specimens().register.actors.values() for role in actor.roles}
ISSUES = {issue.title for issue in specimens().register.issues.values()}
MEASURES = {measure.title for measure in specimens().register.measures.values()}
PARTIES = {
    name for actor in specimens().register.actors.values() if actor.standing for name in (actor.name, actor.standing)
}
TITLES = sorted({*MEASURES, *ISSUES, *OFFICES, *PARTIES}, key=len, reverse=True)
_NAME = r"(?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*"
NAMES = re.compile(rf"{_NAME}(?:, {_NAME})+ and {_NAME}")
"""Three names or more in a row."""
LISTS = ("names-", "bloc-", "acts-names", "ranks", "voters-", "vote-", "shifts-text")
"""Messages that are a list after its heading: people read them by the line, not as a sentence."""


def words(text: str) -> int:
    text = re.sub(r'"[^"]*"', "", text)
    for title in TITLES:
        text = text.replace(title, "")
    text = NAMES.sub("they", text)
    return len(re.sub(r"\([^)]*\)", "", text).split())


SENTENCES = re.compile(r"(?<=[a-z)])\. (?=[A-Z])")
"""Between two sentences of one clause: what words came through may take a second one."""


def too_long(document: Document) -> list[str]:
    clauses = (clause for clause in document.clauses() if not clause.template.startswith(LISTS))
    return [text for clause in clauses for text in SENTENCES.split(clause.text) if words(text) > MOST]


@pytest.mark.parametrize("length", list(Length))
def test_no_sentence_of_a_position_is_longer_than_forty_words(length: Length) -> None:
    for actor in shipped().register.actors:
        assert too_long(briefing.position(shipped(), actor, "ukraine-war", TODAY, length).document) == []


def answers() -> Iterator[Document]:
    for length in Length:
        for archive in (shipped(), specimens()):
            for about in (*archive.events, *archive.rollcalls):
                yield briefing.event(archive, about, TODAY, length).document
        for day in (date(2022, 3, 1) + timedelta(days=n) for n in range(6)):
            yield briefing.digest_of_day(specimens(), day, Filter(), length).document


def test_no_sentence_about_a_record_or_in_a_digest_is_longer_than_forty_words() -> None:
    assert [text for document in answers() for text in too_long(document)] == []


@pytest.mark.parametrize("name", [*goldens.ARTICLE, *goldens.SHIPPED])
def test_no_sentence_of_a_golden_is_longer_than_forty_words(name: str) -> None:
    assert too_long(goldens.asked(name)) == []


def test_words_in_quotes_and_titles_do_not_count() -> None:
    assert words('"We do not support the use of force", Hun Sen said.') == 4
    assert words("A/RES/ES-11/1 (Aggression against Ukraine) was") == 2
    assert words("France, the United States and Austria voted; Laos and Vietnam did not.") == 7
