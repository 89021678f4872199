# ruff: noqa: E501  (a rewrite is read as one line)
"""French briefs made false in one place, one operator a way of going wrong: every one of them is refused.

The operators are French ones (forms that do not agree, articles, guillemets, blanks) beside those of any language: numbers,
options, days, symbols, names, order, cites.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, submission
from briefs.codebook import Length, VoteOption
from briefs.digests import Filter
from briefs.proof import Sentence, Submission, load_skeletons, verify
from briefs.tongues import told_in
from tests.archives import imported, odd, shipped, wavering

TODAY = date(2026, 11, 23)
FRENCH = load_skeletons("fr")

SWAPS = {
    "option": (
        r"a voté pour|a voté contre|ont voté pour|ont voté contre|s'est abstenue?|\bpour(?! cent)\b|\bcontre\b|abstention sur|abstentions?|Pour|Contre|Abstentions|Non-votants|non-votants?",
        (
            "a voté pour",
            "a voté contre",
            "ont voté contre",
            "s'est abstenu",
            "s'est abstenue",
            "pour",
            "contre",
            "abstention sur",
            "abstentions",
            "Contre",
            "Abstentions",
            "Non-votants",
            "non-votants",
            "a adopté",
            "a rejeté",
        ),
    ),
    "agreement": (
        r"s'est abstenue?|se sont abstenue?s|s'était abstenue?|s'étaient abstenue?s|\b(?:a|ont|avait|avaient)(?= voté| aussi)|(?<=, )(?:ils?|elles?)\b|^(?:Ils?|Elles?)\b",
        (
            "s'est abstenu",
            "s'est abstenue",
            "se sont abstenus",
            "se sont abstenues",
            "s'était abstenu",
            "s'était abstenue",
            "s'étaient abstenus",
            "a",
            "ont",
            "avait",
            "avaient",
            "il",
            "elle",
            "ils",
            "elles",
            "Il",
            "Elle",
            "Ils",
            "Elles",
        ),
    ),
    "article": (
        r"\b(?:du |de la |des |de l'|d'|au |aux |à la |à l'|le |la |les |l')(?=[A-ZÉÎ])",
        ("du ", "de la ", "des ", "de l'", "de ", "au ", "aux ", "le ", "la ", "les ", "l'", ""),
    ),
    "name": (
        r"Cambodge|France|Russie|Laos|Vietnam|Tuvalu|Philippines|États-Unis|Chine|ASEAN|Hongrie|Érythrée|Suisse",
        (
            "Cambodge",
            "France",
            "Russie",
            "Laos",
            "Vietnam",
            "Chine",
            "Hongrie",
            "Union soviétique",
            "Cambodia",
            "Thaïlande",
        ),
    ),
    "month": (
        r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|févr\.|avr\.|déc\.",
        ("janvier", "mars", "avril", "décembre", "March", "févr.", "déc."),
    ),
    "number": (r"(?<![\d/.-])\d+(?![\d/])", ("0", "1", "2", "7", "99", "1 234")),
    "symbol": (r"A/RES/[\w/-]+", ("A/RES/ES-11/2", "A/RES/ES-11/7", "A/RES/68/262")),
    "scope": (r"au dossier sur cette question|dans chacun|\bseul\b", ("au dossier", "dans aucun", "premier")),
    "blank": (r" (?=[:;»%])|(?<=«) ", ("", "\u00a0", "\u202f", "  ")),
    "adverb": (r" (?=voté|abstenue?s?)", (" enfin ", " sous pression ", " massivement ", " ne ")),
    "english": (r"ont voté pour|a voté pour|votes nominaux|membres", ("voted in favour", "roll calls", "members")),
}
"""Operator → what it looks for, and what it puts there where that is something else."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A true brief, and the archive it is proved against."""

    brief: Submission
    archive: Archive


Make = Callable[[Archive], Briefing]


def truth(archive: Archive, subject: tuple[str, ...], make: Make, as_of: date = TODAY) -> Truth:
    made = briefing.told(archive, "fr", make)
    assert made.document.language == "fr", made.document.title
    return Truth(submission(made.document, as_of, subject), told_in(archive, "fr").as_of(as_of))


@cache
def truths() -> tuple[Truth, ...]:
    """Briefs of every kind."""
    made = []
    for who in ("FRA", "PHL", "TUV", "CUB", "LAO", "ERI", "MMR", "asean"):
        for of in (Length.LINE, Length.LONG):
            made.append(
                truth(
                    shipped(),
                    (who, "ukraine-war"),
                    lambda a, w=who, of=of: briefing.position(a, w, "ukraine-war", TODAY, of),
                )
            )
    for who in ("DEU", "COD", "SSD", "FRA"):
        made.append(
            truth(
                imported(),
                (who, "palestine"),
                lambda a, w=who: briefing.position(a, w, "palestine", TODAY, Length.LONG),
            )
        )
    for text in ("un-es-11-1", "un-es-11-3"):
        made.append(truth(shipped(), (text,), lambda a, t=text: briefing.vote(a, t, None, TODAY, Length.SHORT)))
        made.append(
            truth(shipped(), (text, "asean"), lambda a, t=text: briefing.vote(a, t, "asean", TODAY, Length.SHORT))
        )
        made.append(truth(shipped(), (text,), lambda a, t=text: briefing.event(a, t, TODAY, Length.SHORT)))
    for option in ("favour", "against", "abstained"):
        made.append(
            truth(
                shipped(),
                ("un-es-11-3", option, "asean"),
                lambda a, o=option: briefing.voters(a, "un-es-11-3", VoteOption(o), "asean", TODAY, Length.LONG),
            )
        )
    for actors in (("FRA", "CHE"), ("KHM", "VNM"), ("USA", "IND", "CHN")):
        made.append(
            truth(
                imported(),
                (*actors, "palestine"),
                lambda a, s=actors: briefing.compare(a, s, "palestine", TODAY, Length.LONG),
            )
        )
    made.append(
        truth(
            shipped(),
            ("FRA", "VNM", "ukraine-war"),
            lambda a: briefing.compare(a, ("FRA", "VNM"), "ukraine-war", TODAY, Length.SHORT),
        )
    )
    for bloc in ("asean", "eu"):
        made.append(truth(imported(), (bloc,), lambda a, b=bloc: briefing.bloc(a, b, None, TODAY, Length.LONG)))
    made.append(
        truth(
            wavering(), ("since:1900-01-01",), lambda a: briefing.shifts(a, None, date(1900, 1, 1), TODAY, Length.LONG)
        )
    )
    for number in (2, 3, 7):
        text = odd().rolls.measure(number).id
        made.append(truth(odd(), (text,), lambda a, t=text: briefing.event(a, t, TODAY, Length.SHORT)))
    for actors in ((), ("asean",), ("FRA", "CHE", "HUN")):
        made.append(
            truth(
                shipped(),
                ("digest", *actors),
                lambda a, w=actors: briefing.digest_of_day(a, date(2025, 2, 24), Filter(actors=w), Length.LONG),
                date(2025, 2, 25),
            )
        )
    return tuple(made)


def test_the_truths_are_true() -> None:
    assert [
        verify(true.brief, true.archive, FRENCH) for true in truths() if verify(true.brief, true.archive, FRENCH)
    ] == []


def rewritten(operator: str, text: str) -> Iterator[str]:
    pattern, others = SWAPS[operator]
    for found in re.finditer(pattern, text):
        if (
            "«" in text[: found.start()]
            and text.rfind("«", 0, found.start()) > text.rfind("»", 0, found.start())
            and operator != "blank"
        ):
            continue  # a title is another language's text: changed below
        for other in others:
            if other != found[0]:
                yield text[: found.start()] + other + text[found.end() :]


def mutants(operator: str, brief: Submission) -> Iterator[Submission]:
    """Every sentence, the title and the footer, changed once."""
    for place, sentence in enumerate(brief.sentences):
        for text in rewritten(operator, sentence.text):
            changed = (*brief.sentences[:place], Sentence(text, sentence.cites), *brief.sentences[place + 1 :])
            yield replace(brief, sentences=changed)
    for text in rewritten(operator, brief.title):
        yield replace(brief, title=text)
    for text in rewritten(operator, brief.footer):
        yield replace(brief, footer=text)


def thinned(every: Iterator[Submission], step: int) -> Iterator[Submission]:
    return (one for place, one in enumerate(every) if place % step == 0)


@pytest.mark.parametrize("operator", SWAPS)
def test_a_french_brief_made_false_in_one_place_is_refused(operator: str) -> None:
    made, alive = 0, []
    for true in truths():
        for mutant in thinned(mutants(operator, true.brief), 13 if operator in ("number", "name", "article") else 3):
            made += 1
            if not verify(mutant, true.archive, FRENCH):
                alive.append(_changed(true.brief, mutant))
    assert made > 10
    assert alive == []


def _changed(true: Submission, mutant: Submission) -> tuple[str, str]:
    """What was said, and what is said now."""
    pairs = [(a.text, b.text) for a, b in zip(true.sentences, mutant.sentences, strict=True)]
    return next((a, b) for a, b in (*pairs, (true.title, mutant.title), (true.footer, mutant.footer)) if a != b)


def test_a_title_in_another_language_or_without_the_line_on_it_is_refused() -> None:
    for true in truths():
        note = "Les titres des textes et les citations sont en anglais, langue de leur source."
        without = tuple(s for s in true.brief.sentences if s.text != note)
        if len(without) < len(true.brief.sentences):
            assert verify(replace(true.brief, sentences=without), true.archive, FRENCH)
            translated = tuple(
                replace(s, text=s.text.replace("Aggression against Ukraine", "Agression contre l'Ukraine"))
                for s in true.brief.sentences
            )
            if translated != true.brief.sentences:
                assert verify(replace(true.brief, sentences=translated), true.archive, FRENCH)
        else:
            assert verify(replace(true.brief, sentences=(*without, Sentence(note, ()))), true.archive, FRENCH)


def test_a_french_brief_is_no_english_one_and_an_english_one_no_french_one() -> None:
    english = load_skeletons("en")
    for true in truths()[:6]:
        assert verify(true.brief, true.archive, english)
        made = briefing.position(shipped(), "FRA", "ukraine-war", TODAY, Length.LONG)
        brief = submission(made.document, TODAY, ("FRA", "ukraine-war"))
        assert verify(brief, told_in(shipped(), "fr"), FRENCH)
        assert verify(brief, shipped(), FRENCH)


def test_every_cite_of_a_french_sentence_is_needed() -> None:
    for true in truths()[::4]:
        for place, sentence in enumerate(true.brief.sentences):
            for cite in sentence.cites[:2]:
                fewer = tuple(one for one in sentence.cites if one != cite)
                changed = (
                    *true.brief.sentences[:place],
                    Sentence(sentence.text, fewer),
                    *true.brief.sentences[place + 1 :],
                )
                assert verify(replace(true.brief, sentences=changed), true.archive, FRENCH)
