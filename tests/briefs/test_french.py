"""French grammar: articles, the first of a month, blanks. What holds of every language is in `test_languages`."""

from __future__ import annotations

from datetime import date

import pytest

from briefs.proof.tongues.grammar import PREPOSITIONS, running
from briefs.tongues import tables_of
from briefs.wording.catalogue import words
from briefs.wording.french import FUNCTIONS
from briefs.wording.grammar import with_article


def test_a_form_is_a_gender_and_a_number_and_an_article_agrees_with_it() -> None:
    for printed in tables_of("fr").names.values():
        assert printed.form in ("ms", "fs", "mp", "fp")
        expected = {"le": "ms", "la": "fs"}.get(printed.article, printed.form)
        assert printed.form == expected, printed
        assert (printed.article == "les") is (printed.form[1] == "p"), printed


def test_writer_and_prover_run_articles_together_alike() -> None:
    for printed in tables_of("fr").names.values():
        assert with_article(printed.article, printed.name) == running(printed.article, printed.name)
        for name in (printed.name, running(printed.article, printed.name)):
            assert FUNCTIONS["OF"](name) == PREPOSITIONS["fr"].of(printed.article, printed.name)
            assert FUNCTIONS["AT"](name) == PREPOSITIONS["fr"].at(printed.article, printed.name)


@pytest.mark.parametrize(
    ("name", "of", "at"),
    [
        ("le Cambodge", "du Cambodge", "au Cambodge"),
        ("les États-Unis", "des États-Unis", "aux États-Unis"),
        ("la France", "de la France", "à la France"),
        ("ASEAN", "de l'ASEAN", "à l'ASEAN"),
        ("Israël", "d'Israël", "à Israël"),
        ("Oman", "d'Oman", "à Oman"),
        ("Cuba", "de Cuba", "à Cuba"),
        ("Hun Sen", "de Hun Sen", "à Hun Sen"),
        ("le Yémen", "du Yémen", "au Yémen"),
        ("les Îles Marshall", "des Îles Marshall", "aux Îles Marshall"),
    ],
)
def test_of_and_at_read_as_french_writes_them(name: str, of: str, at: str) -> None:
    assert (FUNCTIONS["OF"](name), FUNCTIONS["AT"](name)) == (of, at)


def test_days_and_numbers_have_plain_blanks_and_the_first_is_premier() -> None:
    french = words("fr")
    assert french.day(date(2022, 3, 1)) == "1er mars 2022"
    assert french.day(date(2022, 8, 11), year=False) == "11 août"
    assert french.day_short(date(2022, 2, 1)) == "1er févr. 2022"
    assert french.weekday(date(2022, 3, 3)) == "Jeudi 3 mars 2022"
    assert french.number(1_234_567) == "1 234 567"
    assert french.listed(["A", "B", "C"]) == "A, B et C"
