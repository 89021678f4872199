"""Spanish grammar: articles, "y" and "e", days, numbers. What holds of every language is in `test_languages`."""

from __future__ import annotations

from datetime import date

import pytest

from briefs.proof.tongues.grammar import PREPOSITIONS, running
from briefs.proof.tongues.spanish import SPANISH
from briefs.tongues import tables_of
from briefs.wording.catalogue import words
from briefs.wording.grammar import with_article
from briefs.wording.spanish import FUNCTIONS, and_before, listed


def test_an_article_agrees_with_gender_and_number() -> None:
    articles = {"el": "ms", "la": "fs", "los": "mp", "las": "fp"}
    for printed in tables_of("es").names.values():
        assert printed.article in ("", *articles), printed
        assert articles.get(printed.article, printed.form) == printed.form, printed
        assert printed.article or printed.form.endswith("s"), f"{printed}: a name without article takes the singular"


def test_writer_and_prover_run_articles_together_alike() -> None:
    words_of = PREPOSITIONS["es"]
    for printed in tables_of("es").names.values():
        assert with_article(printed.article, printed.name) == running(printed.article, printed.name)
        for name in (printed.name, running(printed.article, printed.name)):
            assert FUNCTIONS["OF"](name) == words_of.of(printed.article, printed.name)
            assert FUNCTIONS["AT"](name) == words_of.at(printed.article, printed.name)
            assert FUNCTIONS["TO"](name) == words_of.to(printed.article, printed.name)


@pytest.mark.parametrize(
    ("name", "of", "at", "to"),
    [
        ("Camboya", "de Camboya", "en Camboya", "a Camboya"),
        ("Estados Unidos", "de Estados Unidos", "en Estados Unidos", "a Estados Unidos"),
        ("el Reino Unido", "del Reino Unido", "en el Reino Unido", "al Reino Unido"),
        ("los Países Bajos", "de los Países Bajos", "en los Países Bajos", "a los Países Bajos"),
        ("la India", "de la India", "en la India", "a la India"),
        ("El Salvador", "de El Salvador", "en El Salvador", "a El Salvador"),
        ("Asamblea General de las Naciones Unidas", "de la Asamblea General de las Naciones Unidas",
         "en la Asamblea General de las Naciones Unidas", "a la Asamblea General de las Naciones Unidas"),
        ("Consejo de Seguridad de las Naciones Unidas", "del Consejo de Seguridad de las Naciones Unidas",
         "en el Consejo de Seguridad de las Naciones Unidas", "al Consejo de Seguridad de las Naciones Unidas"),
        ("Hun Sen", "de Hun Sen", "en Hun Sen", "a Hun Sen"),
    ],
)  # fmt: skip
def test_prepositions_read_as_spanish_writes_them(name: str, of: str, at: str, to: str) -> None:
    assert (FUNCTIONS["OF"](name), FUNCTIONS["AT"](name), FUNCTIONS["TO"](name)) == (of, at, to)


@pytest.mark.parametrize(
    ("word", "and_"),
    [("Irán", "e"), ("India", "e"), ("Islandia", "e"), ("Islas Marshall", "e"), ("la India", "y"), ("Hungría", "y"),
     ("Haití", "y"), ("Yemen", "y"), ("Yibuti", "y"), ("hijos", "e"), ("hielo", "y"), ("Hiato", "y"), ("ítems", "e"),
     ("3 votos", "y"), ("Ucrania", "y")],
)  # fmt: skip
def test_and_is_e_before_the_sound_i_for_writer_and_prover(word: str, and_: str) -> None:
    assert and_before(word) == and_
    for written in ("y", "e"):
        end = SPANISH.and_.after(f"A {written} {word}", 1)
        assert (end == 4) is (written == and_), (written, word)


def test_every_name_takes_the_same_and_from_writer_and_prover() -> None:
    for printed in tables_of("es").names.values():
        assert SPANISH.and_.after(f"A {and_before(printed.name)} {printed.name}", 1) == 4


def test_days_numbers_and_lists() -> None:
    spanish = words("es")
    assert spanish.day(date(2022, 3, 1)) == "1 de marzo de 2022"
    assert spanish.day(date(2022, 8, 11), year=False) == "11 de agosto"
    assert spanish.month(date(2022, 9, 1)) == "septiembre de 2022"
    assert spanish.day_short(date(2022, 9, 1)) == "1 sept 2022"
    assert spanish.weekday(date(2022, 3, 3)) == "Jueves 3 de marzo de 2022"
    assert [spanish.number(n) for n in (0, 999, 4297, 12_345, 1_234_567)] == [
        "0", "999", "4297", "12 345", "1 234 567",
    ]  # fmt: skip
    assert [listed(names) for names in (["A"], ["A", "Irán"], ["A", "B", "C"])] == ["A", "A e Irán", "A, B y C"]


def test_months_and_weekdays_of_the_prover_are_those_the_writer_prints() -> None:
    spanish = words("es")
    for month in range(1, 13):
        day = date(2022, month, 2)
        assert spanish.month(day) == f"{SPANISH.months[month - 1]} de 2022"
        assert spanish.day_short(day) == f"2 {SPANISH.short_months[month - 1]} 2022"
    assert {spanish.weekday(date(2022, 3, 7 + n)).split()[0] for n in range(7)} == set(SPANISH.weekdays)
