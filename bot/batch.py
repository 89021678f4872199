"""`dateline names`: one name a line in, one line of tab-separated answers out; never more, never fewer.

Columns: query, outcome (`actor`, `ambiguous`, `unknown`), id (empty unless one is found), then up to five ids: whom
an ambiguous name may mean, or who is suggested for an unknown one. No header. Memory does not grow with the input.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import BinaryIO

from briefs.naming import Ambiguous, Found, Names, Unknown

LONGEST_LINE = 4096
"""Bytes of a line that are read; what goes beyond is passed over, and the name is nobody's anyway."""
_MOST = 5
REMEMBERED = 50_000


def lines_of(stream: BinaryIO) -> Iterator[str]:
    """The lines of a file as text, whatever bytes it holds. Only a line feed (or CR LF) ends one.

    Bytes that are no UTF-8 are told as U+FFFD; a byte order mark before the first line is dropped.
    """
    first = True
    while line := stream.readline(LONGEST_LINE):
        while not line.endswith(b"\n") and (more := stream.readline(LONGEST_LINE)):
            if more.endswith(b"\n"):
                break
        text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")
        yield text.removeprefix("\ufeff") if first else text
        first = False


def answers(names: Names, lines: Iterable[str]) -> Iterator[str]:
    """One row for each line, without its line feed."""

    @lru_cache(maxsize=REMEMBERED)
    def row(words: str) -> str:
        return "\t".join((shown(words), *_columns(names, words)))

    return map(row, lines)


def _columns(names: Names, words: str) -> tuple[str, ...]:
    match names.find_actor(words):
        case Found(id_):
            return ("actor", id_)
        case Ambiguous(ids):
            return ("ambiguous", "", *ids[:_MOST])
        case Unknown(suggestions):
            return ("unknown", "", *suggestions[:_MOST])


def shown(words: str) -> str:
    """The query on one line and in one column: control characters and separators of lines become spaces."""
    if words.isprintable():
        return words
    return "".join(
        " " if char < " " or char in "\x7f\x85\u2028\u2029" or "\x80" <= char <= "\x9f" else char for char in words
    )
