"""What is wrong with a curator's file: one `Problem` a fault, each with its place and what to do about it.

Cheap to import on purpose: start-up from the compiled cache needs these values and neither YAML nor the models.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_PLAIN = re.compile(r"[\w./-]+\Z")
_SHOWN = 60
"""A message quotes at most this many characters of what the curator wrote."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one file. `line` and `column` count from 1; 1:1 stands for the file as a whole.

    `code` is a fixed slug for tools ("unknown-key"), `message` says what is wrong, `hint` what to do.
    """

    code: str
    path: str
    line: int
    column: int
    message: str
    hint: str

    def __str__(self) -> str:
        advice = f"; {self.hint}" if self.hint else ""
        path = _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", self.path)
        return f"{path}:{self.line}:{self.column}: {self.code}: {self.message}{advice}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file and place, each fault once."""
    return tuple(sorted(set(problems), key=lambda p: (p.path, p.line, p.column, p.code, p.message)))


def shown(value: object) -> str:
    """A value of the file as a message may quote it: one line, no control characters, not endless."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", str(value))
    if len(text) > _SHOWN:
        text = text[: _SHOWN - 1] + "…"
    return text if _PLAIN.match(text) else f'"{text}"'


def nearest(word: str, words: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The likeliest word meant, or None when nothing is near (0 to 1, as difflib counts). Case does not count."""
    from difflib import get_close_matches

    folded = {known.casefold(): known for known in words}
    match = get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
    return folded[match[0]] if match else None
