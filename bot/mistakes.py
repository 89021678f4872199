"""Mistakes in settings, told one line each: file, key, what is wrong, what to do. All are collected.

`Table` reads one TOML table with types checked; `bot.config` and `bot.standing` say which keys there are. Nothing here
prints, and no line repeats a secret.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, time
from typing import Any, TypeVar

T = TypeVar("T")
_SHOWN = 60


class MistakesError(Exception):
    """Settings that cannot be used. `lines` holds every mistake; `str()` joins them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


class Mistakes:
    """Collects mistakes; `settle` raises them all at once."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, where: str, what: str, mend: str) -> None:
        """`dateline.toml: http.port: 99999 is not a port; write a number from 1 to 65535`."""
        self._lines.append(f"{where}: {what}; {mend}")

    def settle(self) -> None:
        """Raises `MistakesError` if there are any."""
        if self._lines:
            raise MistakesError(self._lines)


def shown(value: object) -> str:
    """A value as the writer wrote it, short and on one line."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    text = "".join(ch if ch.isprintable() else "?" for ch in text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def nearest(word: str, known: Collection[str]) -> str:
    """What to do about an unknown word: the nearest known one, else all of them."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else f"known are {', '.join(sorted(known))}"


class Table:
    """One table of a TOML file. Every reader takes a key and gives its value, or the default after noting a mistake."""

    def __init__(self, file: str, path: str, content: object, mistakes: Mistakes, known: Collection[str]) -> None:
        self._file, self._path, self._mistakes = file, path, mistakes
        self._content: Mapping[str, Any] = content if isinstance(content, dict) else {}
        if not isinstance(content, dict):
            mistakes.add(self._at(""), f"{shown(content)} is not a table", f"write keys under [{path}]")
        for key in self._content:
            if key not in known:
                mistakes.add(self._at(key), "no such key", nearest(key, known))

    def _at(self, key: str) -> str:
        return f"{self._file}: {'.'.join(part for part in (self._path, key) if part)}"

    def wrong(self, key: str, mend: str, what: str | None = None) -> None:
        """Note a mistake about the value under `key`."""
        self._mistakes.add(self._at(key), what or f"{shown(self._content.get(key))} is not usable here", mend)

    def has(self, key: str) -> bool:
        return key in self._content

    def parsed(self, key: str, parse: Callable[[Any], T], default: T, mend: str) -> T:
        """The value through `parse`, which raises ValueError, TypeError or KeyError for what it does not take."""
        if key not in self._content:
            return default
        try:
            return parse(self._content[key])
        except (ValueError, TypeError, KeyError):
            self.wrong(key, mend)
            return default

    def needed(self, key: str, parse: Callable[[Any], T], default: T, mend: str) -> T:
        """Like `parsed`; leaving the key out is a mistake."""
        if key not in self._content:
            self.wrong(key, mend, "is missing")
        return self.parsed(key, parse, default, mend)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of strings; a single string is a list of one."""
        return self.parsed(key, string_list, (), 'write a list of words, like ["cambodia", "asean"]')

    def get(self, key: str) -> object:
        return self._content.get(key)


def string(value: object) -> str:
    """A non-empty string. Raises TypeError."""
    if not isinstance(value, str) or not value.strip():
        raise TypeError(value)
    return value.strip()


def string_list(value: object) -> tuple[str, ...]:
    """Raises TypeError."""
    if isinstance(value, str):
        return (string(value),)
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(string(item) for item in value)


def day(value: object) -> date:
    """A TOML date or "2022-03-03". Raises ValueError or TypeError."""
    if type(value) is date:
        return value
    return date.fromisoformat(string(value))


def time_of_day(value: object) -> time:
    """A TOML time or "08:30", without seconds or zone. Raises ValueError or TypeError."""
    at = value if isinstance(value, time) else time.fromisoformat(string(value))
    if at.second or at.microsecond or at.tzinfo:
        raise ValueError(value)
    return at
