"""Issues by their names in the languages one can ask in beside English: titles and further names of the tables."""

from __future__ import annotations

from collections import Counter

import pytest

from briefs.naming import Ambiguous, Found, Kind, Names, Unknown
from briefs.naming.folding import fold, unaccented
from briefs.naming.words import without_article
from briefs.records import Issue, Register
from briefs.tongues import ENGLISH, LANGUAGES, words_of
from briefs.tongues.issues import IssueNames
from tests.briefs.shipped_names import ids, names, register

OTHERS = [language for language in LANGUAGES if language != ENGLISH]
NAMED = [language for language in OTHERS if any(kind == "issue.names" for kind, _ in words_of(language))]
each_other = pytest.mark.parametrize("language", OTHERS)
each_named = pytest.mark.parametrize("language", NAMED)


def called(language: str) -> list[tuple[str, str]]:
    return [(id_, name) for spoken, id_, name in IssueNames(register()) if spoken == language]


def titles(language: str) -> dict[str, str]:
    return dict(reversed(called(language)))


@each_other
def test_every_issue_is_found_by_each_of_its_names_accents_and_article_or_not(language: str) -> None:
    assert set(titles(language)) == set(register().issues)
    for id_, name in called(language):
        bare = without_article(name)
        for words in (name, name.upper(), unaccented(fold(name)), bare, unaccented(fold(bare))):
            assert names().find_issue(words) == Found(id_), words
            assert names().exactly(Kind.ISSUE, words) == Found(id_), words


@each_named
def test_every_issue_has_further_names_and_none_twice(language: str) -> None:
    further = Counter(id_ for id_, _ in called(language))
    assert all(further[id_] > 1 for id_ in register().issues)
    folded = Counter((id_, fold(name)) for id_, name in called(language))
    assert [name for name, count in folded.items() if count > 1] == []


@each_named
def test_a_slip_in_a_title_is_forgiven_by_a_suggestion(language: str) -> None:
    for id_, title in titles(language).items():
        word = max(title.split(), key=len)
        slipped = title.replace(word, word[:3] + word[4:])
        answer = names().find_issue(slipped)
        assert isinstance(answer, Unknown), slipped
        assert answer.suggestions[0] == id_, slipped


@each_named
def test_the_article_of_the_language_may_stand_before_any_name(language: str) -> None:
    article = {"l": "la ", "e": "el "}[titles(language)["women"][0].lower()]
    assert names().find_issue(f"{article}palestine") == Found("palestine")
    assert names().find_issue("l'apartheid") == Found("apartheid")


@each_other
def test_completion_labels_issues_in_the_askers_language_in_the_registers_order(language: str) -> None:
    told = titles(language)
    offered = names().completions(Kind.ISSUE, "", 25, language)
    assert [id_ for _, id_ in offered] == list(register().issues)[:25]
    assert [label for label, _ in offered] == [told[id_] for _, id_ in offered]
    for id_ in ("ukraine-war", "nuclear-disarmament", "western-sahara"):
        typed = without_article(told[id_])[:9]
        assert (told[id_], id_) in names().completions(Kind.ISSUE, typed, 3, language), typed


def test_the_first_completion_is_the_title_that_begins_so_its_article_left_out() -> None:
    assert names().completions(Kind.ISSUE, "dés", 1, "fr") == (
        ("Le désarmement et la maîtrise des armements", "disarmament"),
    )
    assert names().completions(Kind.ISSUE, "océ", 1, "es-419") == (
        ("Los océanos y el derecho del mar", "law-of-the-sea"),
    )
    assert names().completions(Kind.ISSUE, "guerre en u", 1) == (("Russia's war against Ukraine", "ukraine-war"),)


def test_an_english_name_answers_before_another_issues_name_in_another_language() -> None:
    held = Register({}, {"sea": Issue("sea", "Mer", ()), "mother": Issue("mother", "Mother", ())}, {})
    named = Names.of(held, (), issue_names=[("fr", "mother", "mer"), ("fr", "sea", "la mer")])
    assert named.find_issue("mer") == Found("sea")


def test_a_name_that_two_issues_bear_in_another_language_is_asked_back() -> None:
    held = Register({}, {"a": Issue("a", "Alpha", ()), "b": Issue("b", "Beta", ())}, {})
    named = Names.of(held, (), issue_names=[("fr", "a", "paix"), ("es", "b", "Paix"), ("fr", "gone", "paix")])
    assert named.find_issue("la paix") == Ambiguous(("a", "b"))


def test_names_of_states_in_other_languages_mean_no_more_issues_than_before() -> None:
    for words in ("birmanie", "siria", "corée du nord", "iran", "cuba"):
        assert ids(names().find_issue(words)) == ids(Names.of(register(), names().aliases).find_issue(words)), words
        assert names().names_issue(words) == Unknown()


def test_an_operators_table_names_issues_of_his_own_register() -> None:
    held = Register({}, {"canal": Issue("canal", "The canal", ())}, {})
    own = {"fr": {("issue", "The canal"): "Le canal", ("issue.names", "The canal"): "voie d'eau | écluses"}}
    named = Names.of(held, (), issue_names=IssueNames(held, own))
    for words in ("le canal", "canal", "voie d'eau", "ecluses"):
        assert named.find_issue(words) == Found("canal"), words
