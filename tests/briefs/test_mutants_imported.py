"""Positions beside an imported file, made false in one place each: all refused. A digit counts as a place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from briefs import briefing
from briefs.briefing import Ending
from briefs.codebook import Length
from briefs.proof import Sentence, Submission, load_skeletons, verify
from tests.archives import imported
from tests.briefs.mutation import same_meaning, thinned
from tests.briefs.refusing import refused

SKELETONS = load_skeletons("en")
TODAY = date(2026, 11, 24)
ASKED = (
    ("KHM", None), ("RUS", "palestine"), ("USA", "palestine"), ("SSD", "palestine"), ("SSD", "iran-human-rights"),
    ("COD", None), ("MNE", "cuba-embargo"), ("asean", "palestine"), ("KHM", "ukraine-war"),
    ("CZE", "iran-human-rights"),
)  # fmt: skip


def told(actor: str, issue: str | None, length: Length) -> Submission:
    answer = briefing.position(imported(), actor, issue, TODAY, length)
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    issues = (issue,) if issue else ("ukraine-war",)
    return briefing.submission(answer.document, TODAY, (actor, *issues))


@pytest.mark.parametrize(("actor", "issue"), ASKED)
@pytest.mark.parametrize("length", [Length.LINE, Length.LONG])
def test_every_mutant_is_refused(actor: str, issue: str | None, length: Length) -> None:
    brief = told(actor, issue, length)
    made, survivors = Counter[str](), []
    for mutant in thinned(brief, 120):
        made[mutant.operator] += 1
        if not refused(mutant.brief, imported(), SKELETONS) and not same_meaning(mutant, brief):
            survivors.append(f"{mutant.operator}: {mutant.place}")
    assert survivors == []
    assert made.total() >= 10


@pytest.mark.parametrize(("actor", "issue"), ASKED)
def test_every_other_number_is_refused(actor: str, issue: str | None) -> None:
    """Each number of each sentence, one more and one less: counts, tallies, days, years."""
    brief = told(actor, issue, Length.LONG)
    survivors = []
    for place, sentence in enumerate(brief.sentences):
        for found in re.finditer(r"\d+", sentence.text):
            for step in (1, -1):
                other = str(max(int(found[0]) + step, 0))
                if other == found[0]:
                    continue
                text = sentence.text[: found.start()] + other + sentence.text[found.end() :]
                changed = list(brief.sentences)
                changed[place] = Sentence(text, sentence.cites)
                if not refused(replace(brief, sentences=tuple(changed)), imported(), SKELETONS):
                    survivors.append(text)
    assert survivors == []


def test_a_count_over_all_calls_needs_every_cite_and_no_other() -> None:
    brief = told("KHM", None, Length.LONG)
    sentence = next(s for s in brief.sentences if "roll calls held," in s.text)
    assert len(sentence.cites) == len(imported().votes) + 1
    for cite in sentence.cites:
        fewer = tuple(other for other in sentence.cites if other != cite)
        changed = tuple(Sentence(s.text, fewer) if s is sentence else s for s in brief.sentences)
        assert verify(replace(brief, sentences=changed), imported(), SKELETONS), cite
    more = tuple(Sentence(s.text, (*s.cites, "un-votes/101")) if s is sentence else s for s in brief.sentences)
    assert verify(replace(brief, sentences=more), imported(), SKELETONS)


def test_a_vote_the_file_leaves_out_is_never_told_as_one() -> None:
    """Who has no row did not "not vote", abstain or stay away: the file does not say."""
    call = imported().call("un-votes/108")
    assert call is not None
    seats = imported().rolls.matrix.seats
    states = (actor.id for actor in imported().register.actors.values() if actor.id.isupper() and actor.member)
    rowless = next(state for state in states if seats.member(state, call.date) and state not in call.votes)
    brief = told(rowless, "iran-human-rights", Length.LONG)
    line = next(s for s in brief.sentences if "no vote by it in the voting file" in s.text)
    for words in ("did not vote on", "abstained on", "in favour of", "against"):
        text = line.text.replace("no vote by it in the voting file,", words)
        changed = tuple(Sentence(text, s.cites) if s is line else s for s in brief.sentences)
        assert verify(replace(brief, sentences=changed), imported(), SKELETONS), words
    text = line.text.replace("no vote by it in the voting file,", "not a member then,")
    changed = tuple(Sentence(text, s.cites) if s is line else s for s in brief.sentences)
    assert verify(replace(brief, sentences=changed), imported(), SKELETONS)


def test_todays_brief_is_refused_as_of_a_day_before_its_votes() -> None:
    brief = told("USA", "palestine", Length.LONG)
    early = replace(brief, as_of=date(1995, 1, 1))
    assert verify(early, imported().as_of(date(1995, 1, 1)), SKELETONS)
