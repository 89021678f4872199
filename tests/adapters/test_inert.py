"""What acts is taken out of every text, however little is looked at where nothing can be found."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from adapters.inert import inert, unbroken, units

BLANKS = "\t\n\x0b\x0c\r\x85\u2028\u2029"
KEPT = "\u200b\u200c\u200d\u00a0"
"""They do not print either, and carry meaning."""
ACTING = [
    character
    for character in map(chr, range(sys.maxunicode + 1))
    if not character.isprintable() and inert(f"a{character}b") != f"a{character}b"
]
TEXTS = st.text(st.sampled_from(["a", "é", "«", "»", ":", "!", "%", "1", " ", "\u0301", *BLANKS, *KEPT, *ACTING[:60]]))


def test_what_prints_is_left_alone() -> None:
    assert [c for c in map(chr, range(sys.maxunicode + 1)) if c.isprintable() and inert(f"a{c}b") != f"a{c}b"] == []
    assert not set(KEPT) & set(ACTING)


def test_controls_joints_surrogates_and_marks_of_direction_are_gone_and_blanks_are_one_space() -> None:
    assert {inert(f"a{blank}b") for blank in BLANKS} == {"a b"}
    for first, last in (
        (0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0x200E, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
        (0xFFF9, 0xFFFB), (0xD800, 0xDFFF), (0xE0000, 0xE007F),
    ):  # fmt: skip
        assert {inert(f"a{chr(number)}b") for number in range(first, last + 1)} == {"ab"}
    assert {inert(f"a{mark}b") for mark in "\u00ad\u061c\u180e\ufeff"} == {"ab"}


def test_three_marks_are_piled_at_most() -> None:
    for count in range(9):
        assert inert("z" + "\u0301" * count + "a\u20d0") == "z" + "\u0301" * min(count, 3) + "a\u20d0"


@given(TEXTS)
def test_one_line_of_single_blanks_stays_as_it_is(text: str) -> None:
    once = inert(text)
    assert inert(once) == once
    assert "  " not in once
    assert not set(once) & {*ACTING, *BLANKS}


@given(TEXTS)
def test_a_blank_before_a_sign_does_not_break_and_no_other_is_touched(text: str) -> None:
    shown = unbroken(text)
    assert shown.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    for at, (before, after) in enumerate(zip(text, shown, strict=True)):
        if before != " ":
            assert after == before
            continue
        ahead, behind = text[at + 1 : at + 2], text[at - 1 : at] if at else ""
        colon = ahead == ":" and (len(text) == at + 2 or text[at + 2].isspace())
        percent = ahead == "%" and behind.isdecimal()
        assert (after == "\u00a0") is (behind == "«" or ahead in (*"»;!?",) or colon or percent)


@given(st.text())
def test_a_text_is_never_shorter_than_its_code_points(text: str) -> None:
    assert units(text) == sum(1 + (ord(character) > 0xFFFF) for character in text)
