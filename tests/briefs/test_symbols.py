"""Symbols in every writing, and words that are none."""

from __future__ import annotations

import pytest

from briefs.symbols import is_assembly, key_of, keys_of, series_of


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("33/28/A", ("A/RES/33/28[A]", "A/RES/33/28A", "a/res/33/28 a", "33/28 A", "A/RES/33/28/A", "A/RES/33/28 [A]")),
        ("2430(XXVIII)", ("A/RES/2430(XXVIII)", "2430 (XXVIII)", "A/RES/2430 (xxviii)", "Resolution 2430 (XXVIII)")),
        ("2202(XXI)/A", ("A/RES/2202[A](XXI)", "A/RES/2202A(XXI)", "A/RES/2202(XXI)[A]")),
        ("377(V)", ("A/RES/377(V)",)),
        ("ES-11/1", ("A/RES/ES-11/1", "es-11/1", "A/RES/ES‑11/1")),
        ("S-17/2", ("A/RES/S-17/2",)),
        ("DEC/80/506", ("A/DEC/80/506",)),
        ("35/217/XV", ("A/RES/35/217/XV",)),
        ("36/9/B/VII", ("A/RES/36/9B/VII",)),
        ("77/260/A-B", ("A/RES/77/260[A-B]",)),
        ("1000(ES-I)", ("A/RES/1000(ES-I)",)),
    ],
)
def test_all_writings_of_a_symbol_are_one_key(key: str, written: tuple[str, ...]) -> None:
    assert {key_of(symbol) for symbol in written} == {key}


@pytest.mark.parametrize(
    "words", ["", "Ukraine", "77", "2022-03-02", "S/RES/2623 (2022)", "A/RES/", "ES-11", "1/2/3/4"]
)
def test_other_words_are_no_symbol(words: str) -> None:
    assert key_of(words) is None


def test_a_cell_may_hold_several() -> None:
    assert keys_of("A/RES/33/28[A]|A/RES/33/28[B] | odd") == ("33/28/A", "33/28/B", "ODD")
    assert keys_of("") == ()


@pytest.mark.parametrize(
    ("key", "series"),
    [("ES-11/1", "ES-11"), ("77/1", "77"), ("2430(XXVIII)", "XXVIII"), ("DEC/80/506", "80"), ("ODD", "")],
)
def test_a_key_says_its_session(key: str, series: str) -> None:
    assert series_of(key) == series


def test_another_bodys_symbol_is_told() -> None:
    assert is_assembly("A/RES/1(I)|A/L.2")
    assert is_assembly("")
    assert not is_assembly("S/RES/1")
