"""A person who spoke is told of again as the register has it, "He", "She", "They" or the name, by writer and prover; no
other word for the same person is proved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Ending, submission
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.proof import load_skeletons, verify
from briefs.proof.skeletons import SkeletonError, read_skeletons
from briefs.tongues import ENGLISH, told_in
from tests.archives import article, shipped

TODAY, DAY = date(2026, 11, 24), date(2022, 3, 3)
AGAIN = {
    ("en", "he"): "He said ",
    ("en", "she"): "She said ",
    ("en", "they"): "They said ",
    ("en", None): "Hun Sen said ",
    ("fr", "he"): "Il a déclaré ",
    ("fr", "she"): "Elle a déclaré ",
    ("es", "he"): "Dijo que ",
    ("es", "she"): "Dijo que ",
    ("km", "he"): "លោក បានថ្លែង",
    ("km", "she"): "លោកស្រី បានថ្លែង",
    ("km", "they"): "បុគ្គលនេះ បានថ្លែង",
    ("km", None): "ហ៊ុន សែន បានថ្លែង",
}


def spoken_of(archive: Archive, pronoun: str | None) -> Archive:
    actors = archive.register.actors
    hun_sen = replace(actors["hun-sen"], pronoun=pronoun)
    return replace(archive, register=replace(archive.register, actors={**actors, "hun-sen": hun_sen}))


def position(archive: Archive, language: str, length: Length) -> briefing.Briefing:
    return briefing.told(archive, language, lambda a: briefing.position(a, "KHM", "ukraine-war", TODAY, length))


@pytest.mark.parametrize(("language", "pronoun"), AGAIN)
def test_who_spoke_is_told_of_again_by_the_pronoun_on_record(language: str, pronoun: str | None) -> None:
    for held in (shipped(), article()):
        archive = spoken_of(held, pronoun)
        answers = [position(archive, language, length) for length in Length]
        answers += [
            briefing.told(archive, language, lambda a, n=length: briefing.digest_of_day(a, DAY, Filter(), n))
            for length in (Length.SHORT, Length.LONG)
        ]
        assert {(a.ending, a.document.language) for a in answers} == {(Ending.ANSWERED, language)}
        for answer in (answers[2], answers[-1]):
            again = [line.text for line in answer.document.lines() if line.text.startswith(AGAIN[language, pronoun])]
            assert len(again) == 2, again


@pytest.mark.parametrize("pronoun", ["they", None])
@pytest.mark.parametrize("language", ["fr", "es"])
def test_where_grammar_needs_a_gender_that_nobody_recorded_the_answer_is_english(
    language: str, pronoun: str | None
) -> None:
    answer = position(spoken_of(shipped(), pronoun), language, Length.LONG)
    assert (answer.ending, answer.document.language) == (Ending.ANSWERED, ENGLISH)
    assert any(line.text.startswith(AGAIN[ENGLISH, pronoun]) for line in answer.document.lines())


@pytest.mark.parametrize(("language", "pronoun"), [key for key in AGAIN if key[0] != "es"])
def test_another_word_for_the_same_person_is_refused(language: str, pronoun: str | None) -> None:
    archive = spoken_of(shipped(), pronoun)
    brief = submission(position(archive, language, Length.LONG).document, TODAY, ("KHM", "ukraine-war"))
    held, signed, true = told_in(archive, language), load_skeletons(language), AGAIN[language, pronoun]
    assert verify(brief, held, signed) == ()
    others = {words for (tongue, told), words in AGAIN.items() if tongue == language and told and words != true}
    places = [at for at, sentence in enumerate(brief.sentences) if sentence.text.startswith(true)]
    assert len(places) >= 2
    for at in places:
        for other in others:
            sentence = replace(brief.sentences[at], text=other + brief.sentences[at].text.removeprefix(true))
            sentences = (*brief.sentences[:at], sentence, *brief.sentences[at + 1 :])
            assert verify(replace(brief, sentences=sentences), held, signed) != (), sentence.text


def test_a_line_with_a_pronoun_that_nothing_proves_is_no_line_of_the_list() -> None:
    line = "x.said\t{h:Personal} said {s:saying}.\tspeech($m); named_last($m); says($m,s)"
    with pytest.raises(SkeletonError, match="no condition proves h"):
        read_skeletons("en", line)
