"""What one record file holds, as frozen values, and where in the file each of them stands.

`FileContent` is what `reading` hands to `assembly`. Its references are still as the curator wrote them (`about: vote`);
`assembly` resolves them against the register and the other files. Cheap to import: see `problems`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefs.reading.problems import Problem
from briefs.records import (
    Actor,
    EventRecord,
    FormerState,
    Issue,
    IssueRule,
    Measure,
    OldCode,
    RollCall,
    Source,
)

Step = str | int
Steps = tuple[Step, ...]
"""A way from the top of a file to one value: `("records", 3, "tally", "favour")`."""
Mark = tuple[int, int]
"""Line and column, both from 1."""

KEY = "\0key"
"""Last step of the way to a key itself instead of its value (no YAML key can hold NUL)."""


class Places:
    """Line and column of every value and key of one file; kept packed until somebody asks, which is seldom."""

    __slots__ = ("_marks", "_packed")

    def __init__(self, marks: Mapping[Steps, Mark] | None = None, packed: str | None = None) -> None:
        self._marks = None if packed is not None and marks is None else dict(marks or {})
        self._packed = packed

    def at(self, *steps: Step) -> Mark:
        """The mark of that value, else of the nearest value around it, else 1:1."""
        marks = self._unpacked()
        for end in range(len(steps), 0, -1):
            found = marks.get(steps[:end])
            if found:
                return found
        return marks.get((), (1, 1))

    def key(self, *steps: Step) -> Mark:
        """The mark of the key that leads to that value."""
        return self._unpacked().get((*steps, KEY)) or self.at(*steps)

    def pack(self) -> str:
        """As one string of JSON, for the cache."""
        if self._packed is None:
            rows = [[*steps, line, column] for steps, (line, column) in self._unpacked().items()]
            self._packed = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        return self._packed

    def _unpacked(self) -> dict[Steps, Mark]:
        if self._marks is None:
            self._marks = {tuple(row[:-2]): (row[-2], row[-1]) for row in json.loads(self._packed or "[]")}
        return self._marks


@dataclass(frozen=True, slots=True)
class FileContent:
    """Everything one file says. Exactly one of three kinds: register entries, events of a source, one roll call.

    With `problems` it is not whole: it holds what could be read, so that the checks across files can go on, and
    nothing of it may enter an archive.
    """

    path: str
    sources: tuple[Source, ...] = ()
    events: tuple[EventRecord, ...] = ()
    rollcalls: tuple[RollCall, ...] = ()
    actors: tuple[Actor, ...] = ()
    issues: tuple[Issue, ...] = ()
    measures: tuple[Measure, ...] = ()
    former: tuple[FormerState, ...] = ()
    codes: tuple[OldCode, ...] = ()
    rules: tuple[IssueRule, ...] = ()
    steps: Mapping[str, Steps] = field(default_factory=dict)
    """Where each value stands in the file, by its id: `{"voa/vote": ("records", 0)}`; for a source by "source:<id>"."""
    places: Places = field(default_factory=Places, compare=False)
    problems: tuple[Problem, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.problems

    def problem(self, code: str, message: str, hint: str, *steps: Step) -> Problem:
        """A problem of this file at the value `steps` leads to."""
        line, column = self.places.at(*steps)
        return Problem(code, self.path, line, column, message, hint)
