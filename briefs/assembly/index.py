"""Every id that any file of one load defines, with the file it stands in: what references are resolved against.

Ids of files that will be left out are in here too, so that a reference to one of them can be told from a mistyped one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefs.reading.content import FileContent
from briefs.reading.problems import Problem, nearest, shown
from briefs.records import Actor, EventRecord, FormerState, Issue, Measure, RollCall, Source

GUESS = 0.75
"""How like an id a word must be to be taken for a slip of it: "hun-sem" is, "nowhere" is no Norway."""

RegisterEntry = Actor | Issue | Measure | FormerState
Record = EventRecord | RollCall


@dataclass(frozen=True, slots=True)
class Held:
    """Who defines an id. `value` is None where the entry itself is broken."""

    path: str
    value: RegisterEntry | Record | None


@dataclass(slots=True)
class Index:
    """Two name spaces: the register (`KHM`, `un-es-11-1`) and the records (`voa/vote`)."""

    register: dict[str, Held] = field(default_factory=dict)
    records: dict[str, Held] = field(default_factory=dict)
    sources: dict[str, tuple[FileContent, Source]] = field(default_factory=dict)
    rollcall_of: dict[str, tuple[FileContent, RollCall]] = field(default_factory=dict)
    unread: str | None = None
    """A file that could not be parsed at all: nobody knows what it would have defined."""

    def actor(self, key: str) -> Actor | None:
        held = self.register.get(key)
        return held.value if held and isinstance(held.value, Actor) else None

    def actors(self) -> Iterator[Actor]:
        return (held.value for held in self.register.values() if isinstance(held.value, Actor))

    def advice(self, word: str) -> tuple[str, str] | None:
        """For a word that is no id: what it is not, and the id that was surely meant."""
        folded = word.casefold()
        for actor in self.actors():
            if actor.iso2 and actor.iso2.casefold() == folded:
                return f"{shown(word)} is not a state id", f"write {actor.id} for {actor.name}"
        for key, held in self.register.items():
            if key.casefold() == folded or folded in _words_for(held.value):
                return f"{shown(word)} is not an id", f"write {key}"
        return None

    def guess(self, word: str) -> str:
        near = nearest(word, self.register, GUESS)
        return f"did you mean {near}?" if near else "correct it, or add it to the register"


def _words_for(value: object) -> set[str]:
    if isinstance(value, Actor):
        return {word.casefold() for word in (value.name, value.short, *value.names) if word}
    if isinstance(value, Measure):
        return {value.symbol.casefold(), value.symbol.casefold().removeprefix("a/res/")}
    if isinstance(value, Issue):
        return {value.title.casefold(), *(alias.casefold() for alias in value.aliases)}
    return set()


def index(contents: Sequence[FileContent]) -> tuple[Index, list[Problem]]:
    """The index, and a problem for each id, source or roll call that stands in two files: the first file keeps it."""
    made = Index()
    problems: list[Problem] = []
    for content in contents:
        if content.problems and not content.steps:
            made.unread = made.unread or content.path
        problems += _add_ids(made, content)
        problems += _add_sources(made, content)
        problems += _add_rollcalls(made, content)
    return made, problems


def _add_ids(made: Index, content: FileContent) -> Iterator[Problem]:
    values: dict[str, RegisterEntry | Record] = {
        value.id: value
        for values in (
            content.events,
            content.rollcalls,
            content.actors,
            content.issues,
            content.measures,
            content.former,
        )
        for value in values
    }
    for key, steps in content.steps.items():
        if key.startswith("source:"):
            continue
        space = made.records if "/" in key else made.register
        if key in space:
            what = f"{shown(key)} is already defined in {space[key].path}"
            yield content.problem("duplicate-id", what, "give this one another id, or delete one", *steps, "id")
        else:
            space[key] = Held(content.path, values.get(key))


def _add_sources(made: Index, content: FileContent) -> Iterator[Problem]:
    for source in content.sources:
        first, known = made.sources.setdefault(source.id, (content, source))
        if known != source:
            what = f"source {source.id} is described differently in {first.path}"
            yield content.problem("source-differs", what, "make the two blocks alike, or rename one", "source", "id")


def _add_rollcalls(made: Index, content: FileContent) -> Iterator[Problem]:
    for call in content.rollcalls:
        first, known = made.rollcall_of.setdefault(call.measure, (content, call))
        if known.id != call.id:
            what = f"{call.measure} has a roll call already, in {first.path}"
            yield content.problem("second-rollcall", what, "keep one of the two", "rollcall", "measure")
