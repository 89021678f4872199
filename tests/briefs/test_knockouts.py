"""No rule of the prover without a text that it alone stops: the table is whole, and a part of it is shown each time.

`make knockouts` shows all of it: it takes each rule away and sees the text pass.
"""

from __future__ import annotations

from itertools import islice

import pytest

from briefs.proof import load_skeletons, verify
from briefs.proof.relations import RELATIONS
from tests.knockouts.code import CodeRule, accepts, piece
from tests.knockouts.document import RULES
from tests.knockouts.hand import by_hand
from tests.knockouts.nearly import Search
from tests.knockouts.seam import Pool, Rule, rules, without
from tests.knockouts.search import refused
from tests.knockouts.table import PAGE, page, read_reasons, read_rows

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


def test_every_condition_has_a_text_that_it_alone_stops_or_a_reason() -> None:
    rows, reasons = read_rows(), read_reasons()
    every = set(rules(SKELETONS))
    assert every - set(rows) == set(), "conditions without a row: run `python -m tests.knockouts --write`"
    assert set(rows) - every == set(), "rows of conditions that are gone"
    assert {row.reason for row in rows.values() if row.reason} == set(reasons)
    assert [row.rule for row in rows.values() if not row.how or not row.text] == []


def test_every_predicate_has_a_text_that_it_alone_stops_but_for_those_that_reading_asks_already() -> None:
    rows = read_rows().values()
    shown = {predicate(row.rule) for row in rows if row.reason is None} | IN_SPANISH
    reasons = {name: {row.reason for row in rows if predicate(row.rule) == name} for name in set(RELATIONS) - shown}
    assert {name for name, keys in reasons.items() if not keys <= {"read", "lead"}} == set()
    assert len(reasons) <= 16


def predicate(rule: Rule) -> str:
    return rule.atom.partition("(")[0]


IN_SPANISH = {"by_one", "by_many"}
"""Predicates that no English line has; the brief of each is in `document`."""


def test_a_condition_that_only_says_the_kind_stands_beside_one_that_asks_it() -> None:
    lines = {skeleton.id: skeleton for skeleton in SKELETONS}
    for row in read_rows().values():
        if row.reason == "kind":
            atoms = [atom for atom in lines[row.rule.line].atoms if str(atom) != row.rule.atom]
            record = row.rule.atom.removeprefix("call(").removesuffix(")")
            assert any((record, "call") in atom.ranges for atom in atoms), row.rule


def test_the_page_tells_how_many_rules_have_a_text() -> None:
    assert PAGE.read_text("utf-8") == page(SKELETONS)


def test_falsehoods_written_by_hand_are_refused_and_pass_without_one_condition() -> None:
    """A few of them, in the way `make knockouts` shows all."""
    for archive, false in islice(by_hand(SKELETONS), 1):
        stopped = Search(SKELETONS, Pool(), archive).verdict(false.line).stopped_by
        assert refused(false.line, SKELETONS)
        assert any(not refused(false.line, without(SKELETONS, rule, archive, Pool())) for rule in stopped)
