"""Small readers that slots are made of: alternatives and lists, with every way to read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

Found: TypeAlias = tuple[int, object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Junction:
    """What stands before the last of several, and in its place before some sounds."""

    usual: str
    other: str = ""
    before: re.Pattern[str] | None = None
    """How a word begins that takes the other one."""

    def after(self, text: str, at: int) -> int | None:
        """Where it ends, if the right one of the two stands at `at`."""
        word = self.usual
        for each in (self.usual, self.other):
            if each and text.startswith(each, at):
                word = self.other if self.before and self.before.match(text, at + len(each)) else self.usual
        return at + len(word) if text.startswith(word, at) else None


def past(mark: str | Junction, text: str, at: int) -> int | None:
    """Where a separator that stands at `at` ends."""
    if isinstance(mark, Junction):
        return mark.after(text, at)
    return at + len(mark) if text.startswith(mark, at) else None


def one_of(words: Mapping[str, T], text: str, start: int) -> Iterator[tuple[int, T]]:
    """The phrases that stand at `start`, longest first."""
    standing = [word for word in words if text.startswith(word, start)]
    for word in sorted(standing, key=len, reverse=True):
        yield start + len(word), words[word]


def sequence(
    item: Callable[[int], Iterable[tuple[int, T]]],
    text: str,
    start: int,
    comma: str = ", ",
    last: str | Junction = " and ",
) -> Iterator[tuple[int, tuple[T, ...]]]:
    """ "A", "A and B", "A, B and C": every reading, those with more items first."""

    def more(at: int, got: tuple[T, ...]) -> Iterator[tuple[int, tuple[T, ...]]]:
        if text.startswith(comma, at):
            for end, value in item(at + len(comma)):
                yield from more(end, (*got, value))
        after = past(last, text, at)
        for end, value in item(after) if after is not None else ():
            yield end, (*got, value)

    for end, value in item(start):
        yield from more(end, (value,))
        yield end, (value,)


def joined(
    item: Callable[[int], Iterable[tuple[int, T]]], text: str, start: int, between: tuple[str | Junction, ...]
) -> Iterator[tuple[int, tuple[T, ...]]]:
    """Items with any of the separators between them, longest reading first."""
    for end, value in item(start):
        for separator in between:
            after = past(separator, text, end)
            for stop, rest in joined(item, text, after, between) if after is not None else ():
                yield stop, (value, *rest)
        yield end, (value,)
