"""The shipped rules: the texts each must hold, the texts it must not, and that no rule goes untested."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.issue_rules import Rules, Text, plain
from briefs.records import IssueRule
from briefs.symbols import keys_of
from tests.archives import shipped

REGISTER = shipped().register
RULES = Rules(REGISTER.rules.values())
LINES = (Path(__file__).parents[1] / "specimens" / "issue-texts.tsv").read_text("utf-8").splitlines()
TEXTS = [(line + "\t" * 5).split("\t")[:6] for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize("line", TEXTS, ids=[f"{row[0]}-{row[1]}-{row[2]}" for row in TEXTS])
def test_a_rule_holds_what_it_must_and_not_what_it_must_not(line: list[str]) -> None:
    issue, sign, symbol, title, subjects, agenda = line
    full = f"{title} : resolution / adopted by the General Assembly"
    found = RULES.issues_of(Text(keys_of(symbol), full, agenda, subjects))
    assert (issue in found) is (sign == "holds"), found


def test_at_least_twenty_issues_have_rules_and_each_is_tested_both_ways_twice() -> None:
    assert len(REGISTER.rules) >= 20
    for issue in REGISTER.rules:
        signs = [row[1] for row in TEXTS if row[0] == issue]
        assert min(signs.count("holds"), signs.count("not")) >= 2, issue
    assert {row[0] for row in TEXTS} == set(REGISTER.rules)


def test_every_issue_takes_in_imported_votes() -> None:
    assert list(REGISTER.rules) == list(REGISTER.issues)


def test_the_curated_measures_fall_to_their_own_issue() -> None:
    for measure in REGISTER.measures.values():
        assert measure.issue in RULES.issues_of(Text(keys_of(measure.symbol), measure.title))


def test_words_match_whole_in_order_and_joined_groups_must_all_be_there() -> None:
    rules = Rules([IssueRule("x", titles=("law of the sea", "arms + trade"), unless=("draft",))])

    def held(title: str) -> bool:
        return bool(rules.issues_of(Text((), title)))

    assert held("The LAW of the Sea, 1982")
    assert held("Trade in conventional arms")
    assert not held("The law of the seabed")
    assert not held("sea of the law")
    assert not held("Arms races")
    assert not held("Law of the sea (draft)")


def test_words_that_are_only_marks_hold_nothing() -> None:
    rules = Rules([IssueRule("x", titles=("—", "+"), series=("ES-10",))])
    assert rules.issues_of(Text((), "—")) == ()
    assert rules.issues_of(Text(keys_of("A/RES/ES-10/21"), "—")) == ("x",)


def test_plain_words_know_no_case_accent_or_mark() -> None:
    assert plain("HUMAN RIGHTS--Côte d'Ivoire") == " human rights cote d ivoire "
