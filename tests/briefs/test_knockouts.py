"""No rule of the prover without a text that it alone stops: the table is whole, and a part of it is shown each time.

`make knockouts` shows all of it: it takes each rule away and sees the text pass.
"""

from __future__ import annotations

import pytest

from briefs.proof import load_skeletons, verify
from tests.knockouts.code import CodeRule, accepts, piece
from tests.knockouts.document import RULES

SKELETONS = load_skeletons("en")
TRIED = tuple(rule for rule in RULES if rule.false is not None)
SHOWN = ("a record in two notes",)
"""Taken away each time: it means importing the prover anew."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_of_a_whole_brief_is_one_piece_of_the_prover_and_has_a_brief_or_a_reason(rule: CodeRule) -> None:
    assert piece(rule) != rule.new
    assert (rule.false is None) is bool(rule.why)


@pytest.mark.parametrize("rule", TRIED, ids=lambda rule: rule.name)
def test_the_brief_of_a_rule_is_refused(rule: CodeRule) -> None:
    assert rule.false is not None
    trial = rule.false()
    assert verify(trial.brief, trial.archive, load_skeletons(trial.lang)) != ()


@pytest.mark.parametrize("name", SHOWN)
def test_without_its_rule_the_brief_passes(name: str) -> None:
    rule = next(rule for rule in TRIED if rule.name == name)
    assert rule.false is not None
    assert accepts(rule, rule.false())
    assert verify(rule.false().brief, rule.false().archive, SKELETONS) != (), "the prover in use is as it was"
