"""A line of text → its words. Pure; what they mean is decided in `bot.binding`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')
_BEFORE_A_DAY = {("as", "of"), ("as-of",), ("asof",), ("as_of",)}
_BEFORE_KNOWN = (("as", "known", "on"), ("as", "known", "by"), ("known", "on"), ("known", "by"))
_SINCE = frozenset({"since", "from", "after"})


def tokens(line: str) -> tuple[str, ...]:
    """The words of a line; what stands in quotation marks is one."""
    found = (match[1] or match[2] or match[3] or "" for match in _TOKEN.finditer(line))
    return tuple(word.strip() for word in found if word.strip())


def is_option(word: str) -> bool:
    """`--issue`, also with the long dash that phones make of two hyphens."""
    return word.startswith(("--", "—")) and len(word.lstrip("-—")) > 0


def days_lead(words: Sequence[str]) -> int:
    """How many words announce a day here: 2 for "as of"."""
    for lead in _BEFORE_A_DAY:
        if tuple(word.lower() for word in words[: len(lead)]) == lead:
            return len(lead)
    return 0


def known_lead(words: Sequence[str]) -> int:
    """How many words announce here what was known when: 2 for "known on"."""
    said = tuple(word.lower() for word in words[:3])
    return next((len(lead) for lead in _BEFORE_KNOWN if said[: len(lead)] == lead), 0)


def since_lead(words: Sequence[str]) -> int:
    """How many words announce a beginning here: 1 for "since"."""
    return int(bool(words) and words[0].lower() in _SINCE)


def joined(words: Sequence[str]) -> str:
    """A shell's words as one line; a word that holds blanks is kept together by quotation marks."""
    return " ".join(f'"{word.replace(chr(34), "")}"' if " " in word.strip() else word for word in words)
