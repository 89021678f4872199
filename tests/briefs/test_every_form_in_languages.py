"""Every act in every form, told in the languages that tell acts: records of `test_every_form_of_every_act`, each in a
proved sentence, and every sentence of the catalogue of acts met by one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import islice

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.digests import Filter
from tests.briefs.length_of_sentences import too_long
from tests.briefs.questions import told_in_all
from tests.briefs.test_every_form_of_every_act import DAY, ISSUE, SOURCE, STAGES, TODAY, fields, held

WORDS = {
    "fr": {
        ("what", "a plan"): "un plan",
        ("what", "a ban"): "une interdiction",
        ("what", "a pact"): "un pacte",
        ("what", "the Red Square"): "la place Rouge",
        ("label", "a motion"): "une motion",
        ("says", "all should talk"): "tous devaient se parler",
        ("says", "it was ready"): "il était prêt",
        ("denies", "it had fired"): "il avait tiré",
        ("hopes", "peace would come"): "la paix viendrait",
        ("denies", "peace would come"): "la paix viendrait",
        ("condition", "others did so too"): "que d'autres en fassent autant",
        ("form", "report"): "un rapport",
        ("via", "recording"): "un enregistrement",
        ("via", "interview"): "un entretien",
    },
    "es": {
        ("what", "a plan"): "un plan",
        ("what", "a ban"): "una prohibición",
        ("what", "a pact"): "un pacto",
        ("what", "the Red Square"): "la Plaza Roja",
        ("label", "a motion"): "una moción",
        ("says", "all should talk"): "todos deberían hablar",
        ("says", "it was ready"): "estaba preparado",
        ("denies", "it was ready"): "estuviera preparado",
        ("denies", "it had fired"): "hubiera disparado",
        ("hopes", "peace would come"): "llegara la paz",
        ("denies", "peace would come"): "llegara la paz",
        ("condition", "others did so too"): "otros también lo hacían",
        ("form", "report"): "un informe",
        ("via", "recording"): "una grabación",
        ("via", "interview"): "una entrevista",
    },
    "km": {
        ("what", "a plan"): "ផែនការមួយ",
        ("what", "a ban"): "បម្រាមមួយ",
        ("what", "a pact"): "កតិកាសញ្ញាមួយ",
        ("what", "the Red Square"): "ទីលានក្រហម",
        ("label", "a motion"): "ញត្តិមួយ",
        ("says", "all should talk"): "គ្រប់ភាគីគួរពិភាក្សាគ្នា",
        ("says", "it was ready"): "ខ្លួនបានត្រៀមរួចរាល់",
        ("says", "it had fired"): "ខ្លួនបានបាញ់",
        ("says", "peace would come"): "សន្តិភាពនឹងមកដល់",
        ("condition", "others did so too"): "អ្នកដទៃក៏ធ្វើដូច្នេះដែរ",
        ("form", "report"): "របាយការណ៍",
        ("via", "recording"): "ខ្សែអាត់",
        ("via", "interview"): "បទសម្ភាសន៍",
    },
}
"""Curators' words of these records."""
every_language = pytest.mark.parametrize("language", WORDS)
SOME = 8
"""One record in so many is told."""
MORE = (
    "act: statement, by: VNM, date: 2024-05-05, says: {s1: it was ready, s2: all should talk}",
    "act: statement, by: VNM, date: 2024-05-05, says: {s1: {hope: peace would come}}",
    "act: sign, by: [VNM, LAO], complete: false, date: 2024-05-05, what: a pact, status: conditional",
)
"""Beside those: what they leave out."""


@cache
def told(language: str) -> tuple[Briefing, ...]:
    """Each record by itself; a score of them in positions, timelines and a digest; accounts that differ."""
    texts, few = [*islice(fields(), 0, None, SOME), *MORE], [*islice(fields(), 1, None, 83), *MORE]
    many, some = (
        replace(held((f"r{at}", text) for at, text in enumerate(each)), wordings=WORDS) for each in (texts, few)
    )

    def say(archive: Archive, make: Callable[[Archive], Briefing]) -> Briefing:
        return briefing.told(archive, language, make)

    made = [
        say(archive, lambda a, r=event.id: briefing.event(a, r, TODAY, Length.LONG))
        for archive in (many, disputed())
        for event in archive.published
        if re.match(r"wire/[ro]\d", event.id)
    ]
    for archive in (some, disputed()):
        made.append(say(archive, lambda a: briefing.digest_of_day(a, DAY, Filter(), Length.LONG)))
    for actor in ("VNM", "KHM", "LAO"):
        made.append(say(some, lambda a, w=actor: briefing.position(a, w, ISSUE, TODAY, Length.LONG)))
        made.append(say(some, lambda a, w=actor: briefing.timeline(a, w, None, TODAY, Length.LONG)))
    return tuple(made)


@cache
def disputed() -> Archive:
    """Two accounts that differ, at every stage, of what one did and of what some of several did."""
    one: list[tuple[str, str]] = []
    other = (SOURCE % ("post", "The Post")).replace("ev: [x]", "ev: [y]").splitlines()
    for stage in STAGES:
        for hands in ("by: VNM", "by: [VNM, LAO], complete: false"):
            name, what = f"o{len(one)}", f"a plan, in: {'unga' if len(one) % 2 else 'unsc'}"
            one.append((name, f"act: sign, {hands}, date: 2024-05-05, what: {what}, {stage}"))
            act = f"act: sign, {hands}, date: 2024-05-04, what: {what}, same_as: wire/{name}"
            other.append(f"- {{id: {name}, {act}, issue: {ISSUE}, ev: [y]}}")
    return replace(held(one, "\n".join(other)), wordings=WORDS)


@every_language
def test_every_record_is_told_in_a_proved_sentence_of_the_language(language: str) -> None:
    assert len(told(language)) > 250
    for brief in told(language):
        assert brief.ending is not Ending.WITHHELD, brief.reasons
        assert brief.document.language == language, [line.text for line in brief.document.lines()]


@every_language
def test_no_sentence_of_them_is_longer_than_forty_words(language: str) -> None:
    assert [text for brief in told(language) for text in too_long(brief.document)] == []


@every_language
def test_every_sentence_about_acts_is_met(language: str) -> None:
    text = files("briefs.wording").joinpath(f"deeds.{language}.ftl").read_text("utf-8")
    sentences = set(re.findall(r"^((?:digest-)?(?:acts|said|figure|quote|vote)-[a-z-]*) =", text, re.MULTILINE))
    met = {clause.template for brief in told(language) for clause in brief.document.clauses()}
    met |= {clause.template for brief in told_in_all(language, 1, ("acts",)) for clause in brief.document.clauses()}
    assert len(sentences) > 50
    assert sentences - met == set()
