"""What can stand next on the prompt's line: commands, names, issues, lengths. Pure; `client` shows it.

The line is free ("position united states ukraine short"), so the last words are tried as the beginning of a name, the
most words first; what the application offers for them is kept only if it really begins so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from adapters.contract import Choice, Command, Complete, Param, ParamKind

_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text` takes the place of the last `replaces` characters; `label` is shown in the menu."""

    text: str
    replaces: int
    label: str


def candidates(line: str, commands: Sequence[Command], complete: Complete, locale: str) -> list[Candidate]:
    """Candidates for the end of the line, best first; labels in the language of the terminal's locale."""
    head, blank, rest = line.lstrip().partition(" ")
    if not blank:
        return [
            Candidate(f"/{one.name} ", len(head), f"/{one.name}")
            for one in commands
            if one.name.startswith(head.removeprefix("/").lower())
        ]
    command = next((one for one in commands if one.name == head.removeprefix("/").lower()), None)
    if command is None:
        return []
    for typed in _tails(rest):
        found = list(_offered(command, rest, typed, complete, locale))
        if found:
            return found
    return []


def _tails(rest: str) -> Iterator[str]:
    """The last words of the line, the most first; at a blank, nothing typed yet."""
    words = rest.split(" ")
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        tail = " ".join(words[-count:])
        if tail.strip() or count == 1:
            yield tail.lstrip()


def _offered(command: Command, rest: str, typed: str, complete: Complete, locale: str) -> Iterator[Candidate]:
    seen: set[str] = set()
    before = rest[: len(rest) - len(typed)].strip()
    for param in command.params:
        if not typed and not _next(param, before, command):
            continue
        for choice in complete(command.name, param.name, typed, locale):
            text = _inserted(choice, typed)
            if text.lower() not in seen and _begins(choice, typed):
                seen.add(text.lower())
                yield Candidate(text + ("" if param.kind is ParamKind.MEASURE else " "), len(typed), choice.label)


def _next(param: Param, before: str, command: Command) -> bool:
    """With nothing typed: offer the first parameter on an empty line, the others after it."""
    first = param is command.params[0]
    return first if not before else not first


def _begins(choice: Choice, typed: str) -> bool:
    """Whether the typed words begin the label, one of its words, or what else one may type for it."""
    start = typed.lower()
    seen = (choice.label.lower(), choice.words.lower())
    return any(f" {start}" in f" {words}" for words in seen) or choice.value.lower().startswith(start)


def _inserted(choice: Choice, typed: str) -> str:
    """What people write for it; letters already typed keep their case, so that what several candidates have in common
    is put in at once."""
    text = choice.words
    return typed + text[len(typed) :] if text.lower().startswith(typed.lower()) else text
