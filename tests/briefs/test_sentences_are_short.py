"""No sentence is longer than forty words, in any language; `length_of_sentences` says how they are counted.

What other tests tell by the thousand is measured where it is told: every question in every other language
(`test_languages`), every form of every act (`test_every_form_in_languages`), archives drawn at random
(`test_random_archives`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import chain, islice, pairwise, product

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Ending
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.document import Document
from briefs.tongues import ENGLISH, LANGUAGES, told_in
from tests.archives import every_way, shipped, specimens
from tests.briefs.length_of_sentences import LETTERS_A_WORD, SENTENCES, khmer_letters, sentences, too_long, words
from tests.briefs.questions import KINDS, Asked, Make, told_in_all
from tests.briefs.test_every_form_in_languages import WORDS
from tests.briefs.test_every_form_of_every_act import CHAINS, DAY, HANDS, held
from tests.briefs.test_every_form_of_every_act import TODAY as LATER
from tests.briefs.test_every_form_of_every_act import WORDS as SAID
from tests.briefs.thinning import picked
from tests.golden import test_goldens as goldens

TODAY = date(2026, 11, 23)
FEWER = 30
"""One answer in so many is told where `test_languages` tells others, and in `make mutants` all."""
every_language = pytest.mark.parametrize("language", LANGUAGES)


def told(language: str, archive: Archive, make: Make) -> Document:
    brief = briefing.told(archive, language, make)
    assert brief.ending is not Ending.WITHHELD, brief.reasons
    assert brief.document.language == language
    return brief.document


@every_language
@pytest.mark.parametrize("length", list(Length))
def test_no_sentence_of_a_position_is_longer_than_forty_words(language: str, length: Length) -> None:
    """Every line, every long one in English; of others one in `FEWER`."""
    whole = length is Length.LINE or (language == ENGLISH and length is Length.LONG)
    for at, actor in enumerate(shipped().register.actors):
        if whole or picked(at, FEWER):
            make: Make = lambda a, w=actor: briefing.position(a, w, "ukraine-war", TODAY, length)  # noqa: E731
            assert too_long(told(language, shipped(), make)) == []


def of_records() -> Iterator[Asked]:
    for length in Length:
        for archive in (shipped(), specimens()):
            for about in (*archive.events, *archive.rollcall_of):
                yield archive, lambda a, r=about, of=length: briefing.event(a, r, TODAY, of)


def digests() -> Iterator[Asked]:
    for length in Length:
        for day in (date(2022, 3, 1) + timedelta(days=n) for n in range(6)):
            yield specimens(), lambda a, d=day, of=length: briefing.digest_of_day(a, d, Filter(), of)


@every_language
def test_no_sentence_about_a_record_or_in_a_digest_is_longer_than_forty_words(language: str) -> None:
    each = [asked for at, asked in enumerate(of_records()) if language == ENGLISH or picked(at, FEWER)]
    assert [text for asked in (*each, *digests()) for text in too_long(told(language, *asked))] == []


@cache
def through_several_hands() -> Archive:
    """Words that came through two and three, and that all sorts of people said or denied."""
    chains = ("[{transcript: kh-gov-spox}, {recording: grandi}]", CHAINS[1])
    each = product(("statement", "deny"), HANDS, SAID, chains)
    lines = [f"act: {act}, {hands}, date: 2024-05-05, {words}, via: {chain}" for act, hands, words, chain in each]
    return replace(held((f"r{at}", line) for at, line in enumerate(lines)), wordings=WORDS)


@every_language
def test_no_sentence_on_words_that_came_through_several_is_longer_than_forty_words(language: str) -> None:
    archive = through_several_hands()
    records = [event.id for event in archive.published if event.via]
    assert len(records) > 150
    asked: list[Make] = [lambda a, r=record: briefing.event(a, r, LATER, Length.LONG) for record in records]
    asked.append(lambda a: briefing.digest_of_day(a, DAY, Filter(), Length.LONG))
    asked += [lambda a, w=who: briefing.timeline(a, w, None, LATER, Length.LONG) for who in ("VNM", "KHM", "FRA")]
    assert [text for make in asked for text in too_long(told(language, archive, make))] == []


@every_language
def test_no_sentence_on_long_names_that_voted_in_every_way_is_longer_than_forty_words(language: str) -> None:
    register = told_in(every_way(), language).register
    states = [actor for actor in register.actors.values() if actor.member]
    longest = [actor.id for actor in sorted(states, key=lambda actor: (-len(actor.name.split()), actor.id))]
    asked = list[Make]()
    for who, length in product(longest[:3], (Length.LINE, Length.LONG)):
        for issue in ("palestine", None):
            asked.append(lambda a, w=who, i=issue, of=length: briefing.position(a, w, i, TODAY, of))
            asked.append(lambda a, w=who, i=issue, of=length: briefing.timeline(a, w, i, TODAY, of))
    asked += [lambda a, s=pair: briefing.compare(a, s, None, TODAY, Length.SHORT) for pair in pairwise(longest[:3])]
    assert [text for make in asked for text in too_long(told(language, every_way(), make))] == []


@pytest.mark.parametrize("name", goldens.ASKED)
def test_no_sentence_of_a_golden_is_longer_than_forty_words(name: str) -> None:
    assert too_long(goldens.asked(name)) == []


def test_no_english_sentence_in_an_answer_to_any_question_is_longer_than_forty_words() -> None:
    kinds = tuple(kind for kind in KINDS if kind != "acts")  # those are told above
    assert [text for brief in told_in_all(ENGLISH, FEWER, kinds) for text in too_long(brief.document)] == []


# --- how they are counted ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "many"),
    [
        ('"We do not support the use of force", Hun Sen said.', "en", 3),
        ("A/RES/ES-11/1 (Aggression against Ukraine) was", "en", 2),
        ("France, the United States and Austria voted; Laos and Vietnam did not.", "en", 7),
        ("« We do not support the use of force », a déclaré Hun Sen ; l'un d'eux", "fr", 6),
        ("Les 12 345 votes sur la question de Palestine : un", "fr", 5),
        ("La France, les États-Unis et l'Autriche ont voté.", "fr", 3),
        ("«We do not support», dijo Hun Sen", "es", 3),
        ("Francia, Estados Unidos e Irán votaron sobre la cuestión de Palestina", "es", 3),
    ],
)
def test_words_in_quotes_and_titles_do_not_count(text: str, language: str, many: int) -> None:
    assert words(text, language) == many


@pytest.mark.parametrize(
    "text",
    [
        "X said so, according to a copy released by the U.N. Office. That copy cites a report. On 5 May 2024. Laos too",
        "X l'a dit, selon un message diffusé par le Laos. Ce message cite un rapport (long). Écrit en 2024. Été",
    ],
)
def test_a_clause_is_measured_a_sentence_at_a_time(text: str) -> None:
    assert len(SENTENCES.split(text)) == 4


def test_a_khmer_word_is_as_many_letters_as_say_what_one_english_word_says() -> None:
    english = khmer = 0.0
    for archive, make in chain(islice(of_records(), 0, None, 4), digests()):
        for text in sentences(told(ENGLISH, archive, make)):
            english += words(text, ENGLISH)
        for text in sentences(told("km", archive, make)):
            letters = khmer_letters(text)
            khmer += letters
            english -= words(text, "km") - letters / LETTERS_A_WORD
    assert abs(khmer / english - LETTERS_A_WORD) < 0.3
