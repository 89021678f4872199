"""Briefs in other languages than English made false in one place: every one of them is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs import briefing
from briefs.briefing import submission
from briefs.codebook import Length
from briefs.proof import Sentence, load_skeletons, verify
from briefs.tongues import told_in
from briefs.wording.catalogue import words
from tests.archives import shipped
from tests.briefs.falsehoods import SWAPS, TODAY, changed, mutants, thinned, truths
from tests.briefs.refusing import refused

OFTEN = {"number", "name", "article", "hidden"}
"""Operators that make many mutants of each brief."""
STEPS = {"fr": (59, 7), "es": (227, 31), "km": (127, 7)}
"""Every how many mutants is tried by default: of those that are many, and of others."""
every_language = pytest.mark.parametrize("language", SWAPS)


@every_language
def test_the_truths_are_true(language: str) -> None:
    signed = load_skeletons(language)
    assert [wrong for true in truths(language) if (wrong := verify(true.brief, true.archive, signed))] == []


@pytest.mark.parametrize(("language", "operator"), [(lang, each) for lang, swaps in SWAPS.items() for each in swaps])
def test_a_brief_made_false_in_one_place_is_refused(language: str, operator: str) -> None:
    signed, many, few = load_skeletons(language), *STEPS[language]
    made, alive = 0, []
    for true in truths(language):
        for mutant in thinned(mutants(language, operator, true.brief), many if operator in OFTEN else few):
            made += 1
            if not refused(mutant, true.archive, signed):
                alive.append(changed(true.brief, mutant))
    assert made > 4
    assert alive == []


TRANSLATED = {"fr": "Agression contre l'Ukraine", "es": "Agresión contra Ucrania", "km": "ការឈ្លានពានអ៊ុយក្រែន"}


@every_language
def test_a_title_in_another_language_or_without_the_line_on_it_is_refused(language: str) -> None:
    note, signed = words(language).say("language", {}), load_skeletons(language)
    met = 0
    for true in truths(language):
        without = tuple(s for s in true.brief.sentences if s.text != note)
        if len(without) < len(true.brief.sentences):
            assert refused(replace(true.brief, sentences=without), true.archive, signed)
            translated = tuple(
                replace(s, text=s.text.replace("Aggression against Ukraine", TRANSLATED[language]))
                for s in true.brief.sentences
            )
            if translated != true.brief.sentences:
                met += 1
                assert refused(replace(true.brief, sentences=translated), true.archive, signed)
        else:
            assert refused(replace(true.brief, sentences=(*without, Sentence(note, ()))), true.archive, signed)
    assert met


@every_language
def test_a_brief_is_of_no_other_language(language: str) -> None:
    english, signed = load_skeletons("en"), load_skeletons(language)
    made = briefing.position(shipped(), "FRA", "ukraine-war", TODAY, Length.LONG)
    brief = submission(made.document, TODAY, ("FRA", "ukraine-war"))
    assert verify(brief, told_in(shipped(), language), signed)
    assert verify(brief, shipped(), signed)
    for true in truths(language)[:6]:
        assert refused(true.brief, true.archive, english)
        for other in set(SWAPS) - {language}:
            assert refused(true.brief, told_in(shipped(), other), load_skeletons(other))


@every_language
def test_every_cite_of_a_sentence_is_needed(language: str) -> None:
    signed = load_skeletons(language)
    for true in truths(language)[::4]:
        for place, sentence in enumerate(true.brief.sentences):
            for cite in sentence.cites[:2]:
                fewer = Sentence(sentence.text, tuple(one for one in sentence.cites if one != cite))
                sentences = (*true.brief.sentences[:place], fewer, *true.brief.sentences[place + 1 :])
                assert refused(replace(true.brief, sentences=sentences), true.archive, signed)
