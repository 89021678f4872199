"""One line of text → an errand with its parameters, on platforms that have no typed options. Pure.

    /subscription schedule 08:30 paris mon-fri issues ukraine, palestine length long in #desk

The name of a parameter opens its value, which lasts until the next name; before the first name a line may hold the
order meant, a channel, a group, a time, a zone and days, in any order. The same words are bound whatever the platform;
what they mean is read in `drafts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from adapters.administration import Errand
from adapters.contract import Command, Param, ParamKind
from bot.office.catalogue import errand_named, errands, used
from bot.office.doubts import names_slot
from bot.office.drafts import weekdays
from bot.office.hours import times
from bot.office.zones import find_zone

LIST = "subscription list"
LONGEST = 2000
"""Characters of a line that are read; longer than any that means something."""
_WORD = re.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')
_NAMED = re.compile(r"(?:--|—)?([a-z][a-z_-]*)(?:([:=])(.*))?", re.IGNORECASE | re.DOTALL)
_ALSO = {"settings": {"language": "answers_language", "issues": "follow"}}
"""Shorter names of parameters, where they are free."""
_LEADS = frozenset({"at", "in", "to", "on", "for", "every"})
_FREE: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("time", times), ("zone", find_zone), ("weekdays", weekdays), ("slot", names_slot),
)  # fmt: skip
"""What may stand without its name, and what tells it."""
_JOINED = ("send-now", "send-again", "mark-sent", "try-again")
"""Errands of two words, which one may part."""
_PLACE = re.compile(r"#?[CDG][A-Z0-9]{7,}")
_GROUP = re.compile(r"@?S[A-Z0-9]{7,}")


@dataclass(frozen=True, slots=True)
class Bound:
    """The errand of a line; `odd` are words that are nothing in it, `unknown` a first word that names no errand."""

    errand: Errand
    odd: str = ""
    unknown: str | None = None


def bound(errand: Errand) -> Bound:
    """The errand with its line bound; one without a line is itself."""
    if not errand.line and not is_group(errand.command):
        return Bound(errand)
    words = [(quoted or curly or plain, bool(quoted or curly)) for quoted, curly, plain in _WORD.findall(errand.line)]
    command, rest = _named(errand.command, words)
    if command is None:
        return Bound(replace(errand, line=""), unknown=words[0][0] if words else "")
    parts = _Parts({param.name: param for param in used(command, errand.platform)}, _ALSO.get(command.name, {}))
    parts.read(rest)
    given = {name: value for name, value in parts.given.items() if value}
    return Bound(replace(errand, command=command.name, given={**errand.given, **given}, line=""), " ".join(parts.odd))


def usage(errand: Command, platform: str) -> str:
    """How it is typed in one line: "/subscription pause <subscription>"."""
    words = (f"<{one.name}>" if one.required else f"[{one.name} …]" for one in used(errand, platform))
    return " ".join((f"/{errand.name}", *words))


def is_group(name: str) -> bool:
    """Whether errands begin with this word, so that a line names which."""
    return any(one.name.startswith(f"{name} ") for one in errands())


def _named(command: str, words: list[tuple[str, bool]]) -> tuple[Command | None, list[tuple[str, bool]]]:
    """Which errand is meant, and the words after its name."""
    if not is_group(command):
        return errand_named(command), words
    if not words:
        return errand_named(LIST), []
    first = words[0][0].lower().replace("_", "-")
    joined = f"{first}-{words[1][0].lower()}" if len(words) > 1 else ""
    if joined in _JOINED:
        return errand_named(f"{command} {joined}"), words[2:]
    return errand_named(f"{command} {first}"), words[1:]


@dataclass(slots=True)
class _Parts:
    """What a line gives; `odd` are words that are nothing in it."""

    params: Mapping[str, Param]
    also: Mapping[str, str]
    given: dict[str, str] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)

    def read(self, words: Sequence[tuple[str, bool]]) -> None:
        """Free words first, then each name with its value."""
        name, value, free = "", list[str](), list[str]()
        for word, quoted in (*words, ("", True)):
            chosen = bool(name) and not value and word.lower() in self.params[name].choices
            opened = None if quoted or chosen else self._opens(word)
            if opened is None:
                self._add(value if name else free, word, named=name)
                continue
            self._close(name, value)
            name, value = opened[0], [opened[1]] if opened[1] else []
        self._close(name, value)
        self._free([word for word in free if word])

    def _add(self, words: list[str], word: str, *, named: str) -> None:
        """One more word of a value, or of the free ones; a channel or group that is pointed at ends no value."""
        elsewhere = named and self.params[named].kind not in (ParamKind.PLACE, ParamKind.GROUP)
        if elsewhere and word[:1] in ("#", "@") and self._pointed(word):
            if words and words[-1].lower() in _LEADS:
                words.pop()
            return
        words.append(word)

    def _opens(self, word: str) -> tuple[str, str] | None:
        """The parameter whose name this is, and what stands in the same word behind it."""
        found = _NAMED.fullmatch(word)
        if found is None:
            return None
        name = found[1].lower().replace("-", "_")
        name = self.also.get(name, name)
        return (name, found[3] or "") if name in self.params else None

    def _close(self, name: str, words: Sequence[str]) -> None:
        if not name:
            return
        value, param = " ".join(word for word in words if word).strip(), self.params[name]
        if not value and param.choices:  # its name alone: yes, or told with what there is to choose
            value = "yes" if param.choices[0] == "yes" else name
        self.given[name] = value.lstrip("#@") if param.kind in (ParamKind.PLACE, ParamKind.GROUP) else value

    def _free(self, words: list[str]) -> None:
        words = self._order_meant(words)
        while words:
            taken = self._pointed(words[0]) or next(filter(None, (self._run(words, *one) for one in _FREE)), 0)
            if not taken and words[0].lower() not in _LEADS:
                self.odd.append(words[0])
            words = words[taken or 1 :]
        self._missing()

    def _order_meant(self, words: list[str]) -> list[str]:
        """The first word names the order, where one is asked for."""
        if "subscription" in self.params and "subscription" not in self.given and words:
            self.given["subscription"] = words[0]
            return words[1:]
        return words

    def _pointed(self, word: str) -> int:
        """A channel or a group, as the platform points at one."""
        for name, pattern in (("channel", _PLACE), ("mention", _GROUP)):
            if name in self.params and name not in self.given and pattern.fullmatch(word):
                self.given[name] = word.lstrip("#@")
                return 1
        return 0

    def _run(self, words: Sequence[str], name: str, means: Callable[[str], object]) -> int:
        """The longest run of words from here that is a value of this parameter."""
        if name not in self.params or name in self.given:
            return 0
        for count in range(min(len(words), 8), 0, -1):
            if means(" ".join(words[:count])):
                self.given[name] = " ".join(words[:count])
                return count
        return 0

    def _missing(self) -> None:
        """Words that are nothing else are a misspelt time, then a misspelt zone, where these are missing."""
        if self.odd and "time" in self.params and "time" not in self.given and self.odd[0][0].isdecimal():
            self.given["time"] = self.odd.pop(0)
        if self.odd and "zone" in self.params and "zone" not in self.given:
            self.given["zone"] = " ".join(self.odd)
            self.odd = []
