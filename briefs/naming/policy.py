"""What actors are called in briefs: the register under other display names ("Viet Nam" for "Vietnam"). Pure.

A policy changes names and nothing else. It is applied to the register before anybody reads it (`bot.archives`), so that
writer, prover, completion and offers say the same; who is a state, a member, an observer stays as the register has it,
and every name an actor had before still finds it. A policy is a list of lines, `id`, name and perhaps the article
"the", parted by tabs: the shipped lists (records/register/names/policy-*.tsv) and a team's own file read alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from briefs.naming.actors import names_of
from briefs.naming.folding import fold
from briefs.records import Actor, Register

LONGEST_NAME = 80
"""Characters of a display name; the longest of the United Nations has 52."""
_MARKS = frozenset(" '’.()-–/&")
"""What may stand in a name beside letters and their marks: nothing that a chat reads as markup, and no comma, which
would make one actor look like two in a list."""


@dataclass(frozen=True, slots=True)
class Display:
    """What one actor is called, and the article a sentence wants before it."""

    name: str
    article: str = ""


class PolicyRefused(Exception):
    """A list of names that cannot be used. `lines` holds every mistake with its line."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        super().__init__("\n".join(lines))


def shown_as(register: Register, displays: Mapping[str, Display]) -> Register:
    """The same register with these names shown; whom the mapping leaves out keeps the name it has."""
    if not displays:
        return register
    actors = {id_: _called(actor, displays.get(id_)) for id_, actor in register.actors.items()}
    return replace(register, actors=actors)


def _called(actor: Actor, display: Display | None) -> Actor:
    if display is None or (display.name, display.article) == (actor.name, actor.article):
        return actor
    known = tuple(name for name in dict.fromkeys((actor.name, *actor.names)) if name != display.name)
    return replace(actor, name=display.name, article=display.article, names=known)


def read_policy(text: str, file: str, register: Register) -> Mapping[str, Display]:
    """The lines of one list. Empty lines and lines that begin with # say nothing. Raises `PolicyRefused`."""
    reading = _Reading(file, register)
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            reading.take(number, line)
    if reading.mistakes:
        raise PolicyRefused(tuple(reading.mistakes))
    return reading.kept


class _Reading:
    """Takes line after line; keeps the good ones and one sentence for each that is not."""

    def __init__(self, file: str, register: Register) -> None:
        self.kept: dict[str, Display] = {}
        self.mistakes: list[str] = []
        self._file, self._register = file, register
        self._bearers = _bearers(register)
        self._lines: dict[str, int] = {}
        self._shown: dict[str, tuple[str, int]] = {}

    def take(self, number: int, line: str) -> None:
        id_, *columns = (unicodedata.normalize("NFC", " ".join(column.split())) for column in line.split("\t"))
        mistake = next(self._mistakes(id_, columns), None)
        if mistake:
            self.mistakes.append(f"{self._file}:{number}: {mistake}")
            return
        name, article = columns[0], columns[1] if len(columns) == 2 else ""
        self.kept[id_] = Display(name, article)
        self._lines[id_] = number
        self._shown[fold(name)] = (id_, number)

    def _mistakes(self, id_: str, columns: list[str]) -> Iterator[str]:
        """The first is told: those after it follow from it."""
        if not 1 <= len(columns) <= 2:
            yield "a line is an id, a tab, a name and perhaps a tab and the article; write KHM, a tab, Cambodia"
        if id_ not in self._register.actors:
            yield f'no actor has the id "{_seen(id_)}"; {self._nearest(id_, *columns[:1])}'
        if id_ in self._lines:
            yield f"{id_} has a name already in line {self._lines[id_]}; keep one of the two lines"
        name, *article = columns
        yield from _unusable(name)
        if article and article[0] not in ("", "the"):
            yield f'"{_seen(article[0])}" is no article a name can have; write the, or leave the column out'
        key = fold(name)
        if key in self._shown:
            other, line = self._shown[key]
            yield f'"{name}" is what line {line} calls {other}; give each a name of its own'
        others = self._bearers.get(key, frozenset()) - {id_}
        if others:
            yield f'"{name}" is a name of {" and ".join(sorted(others))}; give each a name of its own'

    def _nearest(self, id_: str, name: str = "") -> str:
        """Who bears the name of that line, else whose id looks like the one given."""
        ids = self._register.actors
        close = (
            *self._bearers.get(fold(name), ()),
            *get_close_matches(id_.upper(), ids, 1),
            *get_close_matches(id_, ids, 1),
        )
        return f"did you mean {close[0]}?" if close else "states go by three letters (KHM), others by a slug (asean)"


def _bearers(register: Register) -> Mapping[str, frozenset[str]]:
    """Folded name → who bears it in the register. Demonyms are adjectives, and some are shared on purpose."""
    kept: dict[str, set[str]] = {}
    for actor in register.actors.values():
        for name in set(names_of(actor)) - set(actor.demonyms):
            kept.setdefault(fold(name), set()).add(actor.id)
    return {key: frozenset(ids) for key, ids in kept.items()}


def _unusable(name: str) -> Iterator[str]:
    if not name:
        yield "the name is empty; write one, or take the line out"
    elif len(name) > LONGEST_NAME:
        yield f"the name has {len(name)} characters; {LONGEST_NAME} fit"
    elif not name[0].isalpha():
        yield f'"{_seen(name)}" does not begin with a letter; a sentence could not be read with it'
    elif wrong := next((char for char in name if not _fits(char)), None):
        yield f'"{_seen(name)}" holds {_spelt(wrong)}; a name is letters, spaces and {"".join(sorted(_MARKS - {" "}))}'
    elif name.lower().startswith("the "):
        yield f'"{_seen(name)}" begins with its article; write it in the third column: {name[4:]}, a tab, the'


def _fits(char: str) -> bool:
    return char in _MARKS or unicodedata.category(char)[0] in "LM"


def _spelt(char: str) -> str:
    return f'"{char}"' if char.isprintable() else f"the character U+{ord(char):04X}"


def _seen(text: str) -> str:
    shown = "".join(char if char.isprintable() else "?" for char in text)
    return shown if len(shown) <= LONGEST_NAME else shown[: LONGEST_NAME - 1] + "…"
