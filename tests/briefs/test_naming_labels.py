"""Completion in the asker's language: labels, order and defaults; choosing always gives an id."""

from __future__ import annotations

import time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.aliases import AliasTable, LabelTable
from briefs.naming import Found, Names
from briefs.naming.labels import ENGLISH, LANGUAGES, language_of
from tests.briefs.shipped_names import REGISTER, register


@cache
def names() -> Names:
    return Names.of(
        register(), AliasTable(REGISTER / "aliases.tsv"), LabelTable(REGISTER / "labels.tsv"), ("KHM", "asean")
    )


def offered(typed: str, locale: str) -> list[tuple[str, str]]:
    return list(names().completions("actor", typed, 25, locale))


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en-US", "en"),
        ("en-GB", "en"),
        ("fr", "fr"),
        ("fr_FR.UTF-8", "fr"),
        ("es-419", "es"),
        ("es-ES", "es"),
        ("pt-BR", "pt"),
        ("zh-CN", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh_HK.UTF-8", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant"),
        ("KM", "km"),
        ("de_AT@euro", "de"),
        ("sv-SE", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("", "en"),
        ("-", "en"),
        ("\u202e", "en"),
    ],
)
def test_a_locale_becomes_a_language_held_or_english(locale: str, language: str) -> None:
    assert language_of(locale) == language


@pytest.mark.parametrize(
    ("typed", "locale", "label", "actor"),
    [
        ("camb", "fr", "Cambodge", "KHM"),
        ("all", "fr", "Allemagne", "DEU"),
        ("etats", "fr", "États-Unis", "USA"),
        ("États-u", "fr", "États-Unis", "USA"),
        ("ale", "es-419", "Alemania", "DEU"),
        ("камб", "ru", "Камбоджа", "KHM"),
        ("កម្ពុ", "km", "កម្ពុជា", "KHM"),
        ("柬", "zh-CN", "柬埔寨", "KHM"),
        ("德", "zh-TW", "德國", "DEU"),
        ("カン", "ja", "カンボジア", "KHM"),
        ("deut", "de", "Deutschland", "DEU"),
        ("estados", "pt-BR", "Estados Unidos", "USA"),
        ("كمب", "ar", "كمبوديا", "KHM"),
        ("germ", "fr", "Allemagne", "DEU"),
        ("KHM", "vi", "Campuchia", "KHM"),
        ("eur", "fr", "Union européenne", "eu"),
        ("camb", "sv-SE", "Cambodia", "KHM"),
        ("kambod", "en-GB", "Cambodia", "KHM"),
    ],
)
def test_the_best_candidate_is_labelled_in_the_askers_language(typed: str, locale: str, label: str, actor: str) -> None:
    assert offered(typed, locale)[0] == (label, actor)


def test_nothing_typed_offers_the_prominent_first_then_states_in_the_order_of_that_language() -> None:
    french, english = offered("", "fr"), offered("", "en")
    assert french[:2] == [("Cambodge", "KHM"), ("ASEAN", "asean")]
    assert english[:2] == [("Cambodia", "KHM"), ("ASEAN", "asean")]
    assert [label for label, _ in french[2:6]] == ["Afghanistan", "Afrique du Sud", "Albanie", "Algérie"]
    assert len(french) == len(english) == 25


def test_who_has_no_name_in_a_language_keeps_the_english_one() -> None:
    assert ("Hun Sen", "hun-sen") in offered("hun", "km")


@pytest.mark.parametrize("language", [ENGLISH, *LANGUAGES])
def test_every_candidate_in_every_language_is_an_id(language: str) -> None:
    for typed in ("", "a", "c", "st", "k", "re", "xyzzyq", "ก", "中", "ប", "к"):
        found = offered(typed, language)
        assert len(found) <= 25
        assert len({id_ for _, id_ in found}) == len(found)
        assert all(names().find_actor(id_) == Found(id_) for _, id_ in found)


@given(st.text(max_size=20), st.sampled_from((ENGLISH, *LANGUAGES)) | st.text(max_size=8))
def test_anything_typed_in_any_language_is_completed_or_not_and_never_fails(typed: str, locale: str) -> None:
    assert len(offered(typed, locale)) <= 25


def test_labels_are_read_once_and_only_when_another_language_asks() -> None:
    read: list[str] = []

    class Rows:
        def __iter__(self):  # type: ignore[no-untyped-def]
            read.append("once")
            return iter([("fr", "KHM", "Cambodge")])

    lazy = Names.of(register(), (), Rows())
    lazy.find_actor("Cambodia")
    lazy.completions("actor", "cam")
    lazy.completions("actor", "cam", 25, "en")
    assert read == []
    assert lazy.completions("actor", "cambodg", 25, "fr")[0] == ("Cambodge", "KHM")
    lazy.completions("actor", "", 25, "de")
    assert read == ["once"]


def test_candidates_in_another_language_come_within_three_milliseconds() -> None:
    words = [name[:length] for _, _, name in LabelTable(REGISTER / "labels.tsv") for length in (1, 3)][::7]
    offered("xyzzyq", "fr")
    for language in LANGUAGES:
        offered("x", language)
    took = []
    for number, typed in enumerate(words):
        begun = time.perf_counter()
        offered(typed, LANGUAGES[number % len(LANGUAGES)])
        took.append(time.perf_counter() - begun)
    assert sorted(took)[len(took) // 2] < 0.003
