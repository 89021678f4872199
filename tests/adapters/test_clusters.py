"""What hangs on a letter stays with it: no line and no cut parts a Khmer consonant from its marks and subscripts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from adapters.console.render import render
from adapters.inert import clip, joins, units
from briefs.document import Document, Paragraph, say

WORDS = "ដែលមានកត់ត្រាអំពីសង្គ្រាមរបស់រុស្ស៊ីប្រឆាំងអ៊ុយក្រែននៅមហាសន្និបាតអង្គការសហប្រជាជាតិ"


def broken(before: str, after: str) -> bool:
    return bool(before and after) and joins(before, after[0])


def test_marks_and_subscripts_belong_to_the_letter_before_them() -> None:
    assert joins("ក", "ា")
    assert joins("ក", "\u17d2")
    assert joins("ស\u17d2", "ត")
    assert not joins("ក", "ខ")


@pytest.mark.parametrize("most", range(1, len(WORDS) + 2))
def test_a_cut_leaves_whole_letters(most: int) -> None:
    cut = clip(WORDS, most)
    assert units(cut) <= max(most, 1)
    kept = cut.removesuffix("…")
    assert WORDS.startswith(kept)
    assert not broken(kept, WORDS[len(kept) :])


def test_a_word_longer_than_a_line_is_broken_between_letters() -> None:
    for width in range(20, 60):
        shown = render(Document("·", (Paragraph((say(WORDS),)),)), width).splitlines()
        lines = [line for line in shown if line and line != "·"]
        assert "".join(lines) == WORDS
        assert not any(broken(one, other) for one, other in pairwise(lines))
