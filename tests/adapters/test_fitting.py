"""Splitting by any measure: what stands in each message, and how seldom a message is rendered to find out."""

from __future__ import annotations

from itertools import pairwise

import pytest

from adapters.fitting import fit, split, split_at_most
from briefs.document import Bullets, Document, SourceNote
from briefs.plain import plain
from tests.contract.documents import claim


class Room:
    """A measure that counts how often it is asked."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.asked = 0

    def __call__(self, document: Document) -> bool:
        self.asked += 1
        return len(plain(document)) <= self.most


def lines(count: int, *, words: int = 10, sources: int = 0) -> Document:
    """So many lines of about so many words, each with a source of its own of so many characters, if any."""
    points = tuple(claim(f"{number} " + "word " * (words + number % 3), f"r{number}") for number in range(count))
    notes = tuple(
        SourceNote(number, f"{number} ".ljust(sources, "s"), "https://example.org", (f"r{number}",))
        for number in range(count if sources else 0)
    )
    return Document("A title", (Bullets(points),), footer="Footer", sources=notes)


@pytest.mark.parametrize("count", [60, 100, 400])
@pytest.mark.parametrize("sources", [0, 40])
def test_a_message_of_many_is_rendered_a_few_times(count: int, sources: int) -> None:
    room = Room(1000)
    parts = split(lines(count, sources=sources), room)
    assert len(parts) > 2
    assert room.asked <= 20 + 6 * len(parts)


def test_what_is_left_out_is_found_in_a_few_steps() -> None:
    room = Room(1000)
    assert len(split_at_most(lines(400), room, 3)) == 3
    full = room.asked
    document, like = lines(400), split(lines(400), Room(1000))[:1]
    room.asked = 0
    assert fit(document, room, about=like) == fit(document, Room(1000))
    assert room.asked < 8 < full


@pytest.mark.parametrize("most", [300, 500, 1000])
@pytest.mark.parametrize(("words", "sources"), [(10, 0), (10, 30), (1, 30), (30, 10)])
def test_a_message_takes_as_many_lines_as_fit_with_their_sources(most: int, words: int, sources: int) -> None:
    document = lines(90, words=words, sources=sources)
    parts = split(document, Room(most))
    assert [line.text for part in parts for line in part.lines()] == [line.text for line in document.lines()]
    for part in parts:
        assert len(plain(part)) <= most
        assert {cite for clause in part.clauses() for cite in clause.cites} >= {
            record for note in part.sources for record in note.records
        }
    for part, after in pairwise(parts):
        points, notes = (*part.clauses(), next(after.clauses())), (*part.sources, *after.sources[:1])
        longer = Document(f"{document.title} (99/99)", (Bullets(points),), footer=document.footer, sources=notes)
        assert len(plain(longer)) > most
