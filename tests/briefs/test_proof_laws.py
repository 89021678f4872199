# ruff: noqa: E501
"""Laws of the prover: it never fails on what it is handed, never changes its mind, and proves nothing it cannot read."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs import briefing
from briefs.codebook import Length
from briefs.proof import Sentence, load_skeletons, verify
from briefs.proof.queries import KINDS
from tests.archives import article, imported
from tests.briefs.gold import GOLD, held
from tests.briefs.mutation import mutants
from tests.briefs.refusing import refused

SKELETONS = load_skeletons("en")
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PIECES = st.sampled_from(
    sorted({word for brief in GOLD.values() for s in brief.sentences for word in s.text.split(" ")})
)
CITES = st.sampled_from(sorted({cite for brief in GOLD.values() for s in brief.sentences for cite in s.cites}))
ODD = st.one_of(
    st.text(max_size=30),
    st.builds(
        "query:{}?{}={}&{}={}".format,
        st.sampled_from([*KINDS, "x"]),
        *[
            st.sampled_from(["actor", "about", "issue", "day", "since", "until", "id", "against"]),
            st.text(string.ascii_letters + "-:0123456789", max_size=12),
        ]
        * 2,
    ),
    st.builds("register:{}".format, st.text(max_size=5)),
)
NAMES = st.sampled_from(sorted(GOLD))


@QUICK
@given(NAMES, st.lists(PIECES, max_size=25).map(" ".join), st.lists(st.one_of(CITES, ODD), max_size=4).map(tuple))
def test_any_words_and_cites_are_answered_and_never_proved_by_chance(
    name: str, text: str, cites: tuple[str, ...]
) -> None:
    brief = GOLD[name]
    true = {(s.text, frozenset(s.cites)) for each in GOLD.values() for s in each.sentences}
    strange = replace(brief, sentences=(*brief.sentences, Sentence(text, cites)))
    objections = verify(strange, held(article(), brief), SKELETONS)
    assert objections or (text, frozenset(cites)) in true or cites == ()


@QUICK
@given(NAMES, st.text(max_size=60), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_any_frame_is_answered(name: str, text: str, day: date) -> None:
    brief = GOLD[name]
    note = replace(brief.notes[0], text=text, url=text, records=(text, *brief.notes[0].records))
    for odd in (
        replace(brief, title=text),
        replace(brief, footer=text),
        replace(brief, paste=text or "x"),
        replace(brief, notes=(note,)),
    ):
        if text not in (brief.title, brief.footer, brief.paste):
            assert verify(odd, held(article(), brief), SKELETONS) != ()
    verify(replace(brief, as_of=day), article().as_of(day), SKELETONS)


def test_the_same_brief_gets_the_same_verdict() -> None:
    for brief in GOLD.values():
        wrong = replace(brief, title="Vietnam")
        assert verify(wrong, held(article(), brief), SKELETONS) == verify(wrong, held(article(), brief), SKELETONS)


def test_sentences_of_one_gold_brief_do_not_depend_on_what_follows_them() -> None:
    """Proof goes forward: whatever is cut off behind a sentence, the sentences before stay proved."""
    for brief in GOLD.values():
        table = any(" · " in sentence.text for sentence in brief.sentences)  # half a row is no table
        for n in range(1, 0 if table else len(brief.sentences)):
            cut = replace(brief, sentences=brief.sentences[:n])
            objections = verify(cut, held(article(), brief), SKELETONS)
            assert {o.sentence for o in objections}.isdisjoint({s.text for s in cut.sentences})


def test_lines_proved_before_and_remembered_change_no_verdict() -> None:
    """`refused`, which the tests of mutants ask, against `verify`: of made-up falsehoods, and of lines that rest on the
    same records and change places, or one of which is said twice and the other not."""
    day, trio = date(2026, 11, 23), ("KHM", "VNM", "LAO")
    answer = briefing.compare(imported(), trio, "palestine", day, Length.LONG)
    compared = briefing.submission(answer.document, day, (*trio, "palestine"))
    several = [(brief, held(article(), brief)) for brief in GOLD.values()] + [(compared, imported())]
    verdicts = set()
    for brief, archive in several:
        lines, tried = brief.sentences, [brief, *[mutant.brief for mutant in mutants(brief)][::61]]
        for one, other in combinations(range(len(lines)), 2):
            if lines[one].cites == lines[other].cites:
                for first, second in ((lines[other], lines[one]), (lines[one], lines[one])):
                    put = {one: first, other: second}
                    tried.append(replace(brief, sentences=tuple(put.get(n, line) for n, line in enumerate(lines))))
        for trial in tried:
            verdicts.add(verdict := refused(trial, archive, SKELETONS))
            assert verdict is bool(verify(trial, archive, SKELETONS)), trial
    assert verdicts == {True, False}
