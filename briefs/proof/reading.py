"""Small readers that slots are made of: alternatives and lists, with every way to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias, TypeVar

Found: TypeAlias = tuple[int, object]
T = TypeVar("T")


def one_of(words: Mapping[str, T], text: str, start: int) -> Iterator[tuple[int, T]]:
    """The phrases that stand at `start`, longest first."""
    for word in sorted(words, key=len, reverse=True):
        if text.startswith(word, start):
            yield start + len(word), words[word]


def sequence(
    item: Callable[[int], Iterator[tuple[int, T]]], text: str, start: int, comma: str = ", ", last: str = " and "
) -> Iterator[tuple[int, tuple[T, ...]]]:
    """ "A", "A and B", "A, B and C": every reading, those with more items first."""

    def more(at: int, got: tuple[T, ...]) -> Iterator[tuple[int, tuple[T, ...]]]:
        if text.startswith(comma, at):
            for end, value in item(at + len(comma)):
                yield from more(end, (*got, value))
        if text.startswith(last, at):
            for end, value in item(at + len(last)):
                yield end, (*got, value)

    for end, value in item(start):
        yield from more(end, (value,))
        yield end, (value,)


def joined(
    item: Callable[[int], Iterator[tuple[int, T]]], text: str, start: int, between: tuple[str, ...]
) -> Iterator[tuple[int, tuple[T, ...]]]:
    """Items with any of the separators between them, longest reading first."""
    for end, value in item(start):
        for separator in between:
            if text.startswith(separator, end):
                for stop, rest in joined(item, text, end + len(separator), between):
                    yield stop, (value, *rest)
        yield end, (value,)
