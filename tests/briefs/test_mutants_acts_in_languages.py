"""Every act of the specimens and the article, told in French, Spanish and Khmer: what is false of it, or none of that
language, is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import islice

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending, submission
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.proof import SkeletonList, Submission, load_skeletons, verify
from briefs.tongues import told_in
from tests.archives import article, specimens
from tests.briefs import rewrites_of_acts_es, rewrites_of_acts_fr, rewrites_of_acts_km
from tests.briefs.languages import TONGUES
from tests.briefs.refusing import refused

REWRITES = {
    "fr": rewrites_of_acts_fr.REWRITES, "es": rewrites_of_acts_es.REWRITES, "km": rewrites_of_acts_km.REWRITES,
}  # fmt: skip
every_language = pytest.mark.parametrize("language", REWRITES)
TODAY, DAY = date(2026, 11, 23), date(2022, 3, 4)
SOME = 8
"""One falsehood in so many is tried of each brief; `make mutants` tries them all."""


@dataclass(frozen=True)
class Truth:
    """A brief and what it rests on."""

    brief: Submission
    archive: Archive
    signed: SkeletonList


def truth(language: str, answer: Briefing, archive: Archive, subject: tuple[str, ...], as_of: date) -> Truth:
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    assert answer.document.language == language, subject
    told = told_in(archive, language).as_of(as_of)
    return Truth(submission(answer.document, as_of, subject), told, load_skeletons(language))


def of_record(language: str, record: str) -> Truth:
    answer = briefing.told(specimens(), language, lambda a: briefing.event(a, record, TODAY, Length.LONG))
    return truth(language, answer, specimens(), (record,), TODAY)


@cache
def of_article(language: str) -> tuple[Truth, ...]:
    made = []
    for actor in ("KHM", "SGP", "LAO"):
        for length in (Length.LINE, Length.LONG):
            told = briefing.told(
                article(), language, lambda a, w=actor, of=length: briefing.position(a, w, "ukraine-war", DAY, of)
            )
            made.append(truth(language, told, article(), (actor, "ukraine-war"), DAY))
    told = briefing.told(article(), language, lambda a: briefing.event(a, "un-es-11-1", DAY, Length.LONG))
    made.append(truth(language, told, article(), ("un-es-11-1",), DAY))
    if "compare" in TONGUES[language].kinds:
        three = ("KHM", "VNM", "SGP")
        told = briefing.told(article(), language, lambda a: briefing.compare(a, three, "ukraine-war", DAY, Length.LONG))
        made.append(truth(language, told, article(), (*three, "ukraine-war"), DAY))
    day = DAY - timedelta(days=1)
    for length in Length:
        told = briefing.told(article(), language, lambda a, of=length: briefing.digest_of_day(a, day, Filter(), of))
        made.append(truth(language, told, article(), ("digest",), DAY))
    return tuple(made)


def falsehoods(language: str, brief: Submission) -> Iterator[tuple[str, str, Submission]]:
    """(operator, the sentence made false, the brief with it)."""
    for place, sentence in enumerate(brief.sentences):
        for operator, rewrite in REWRITES[language].items():
            for text in dict.fromkeys(rewrite(sentence.text)):
                if text != sentence.text:
                    lines = (*brief.sentences[:place], replace(sentence, text=text), *brief.sentences[place + 1 :])
                    yield operator, text, replace(brief, sentences=lines)


def tried(true: Truth, some: int = 1) -> Iterator[tuple[str, bool, str]]:
    """Of one falsehood in so many: its operator, whether it is refused, and what it says."""
    assert verify(true.brief, true.archive, true.signed) == ()
    for operator, text, brief in islice(falsehoods(true.signed.lang, true.brief), 0, None, some):
        yield operator, refused(brief, true.archive, true.signed), text


def survivors(true: Truth, some: int) -> list[str]:
    return [f"{operator}: {text}" for operator, refused_, text in tried(true, some) if not refused_]


@every_language
@pytest.mark.parametrize("record", list(specimens().events))
def test_every_falsehood_about_a_record_is_refused(record: str, language: str) -> None:
    assert survivors(of_record(language, record), SOME) == []


@every_language
def test_every_falsehood_about_the_article_is_refused(language: str) -> None:
    assert [wrong for true in of_article(language) for wrong in survivors(true, SOME)] == []


@every_language
def test_each_way_of_going_wrong_is_tried(language: str) -> None:
    made: Counter[str] = Counter()
    for true in (*(of_record(language, record) for record in specimens().events), *of_article(language)):
        made.update(operator for operator, _, _ in falsehoods(language, true.brief))
    assert set(REWRITES[language]) - set(made) == set()
    assert made.total() >= 5000
