"""What one record file holds, as frozen values, and where in the file each of them stands.

`FileContent` is what `reading` hands to `assembly`. Its references are still as the curator wrote them (`about: vote`);
`assembly` resolves them against the register and the other files. Cheap to import: see `problems`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    """Line and column of every value and key of one file. Where they were not kept, `found` looks them up in the file
    again once somebody asks, which is seldom: only a problem does."""

    __slots__ = ("_found", "_marks")

    def __init__(
        self, marks: Mapping[Steps, Mark] | None = None, found: Callable[[], Mapping[Steps, Mark]] | None = None
    ) -> None:
        self._marks = None if found is not None and marks is None else dict(marks or {})
        self._found = found

    def at(self, *steps: Step) -> Mark:
        """The mark of that value, else of the nearest value around it, else 1:1."""
        marks = self.marks()
        for end in range(len(steps), 0, -1):
            found = marks.get(steps[:end])
            if found:
                return found
        return marks.get((), (1, 1))

    def key(self, *steps: Step) -> Mark:
        """The mark of the key that leads to that value."""
        return self.marks().get((*steps, KEY)) or self.at(*steps)

    def marks(self) -> Mapping[Steps, Mark]:
        """Every mark, by the way to its value."""
        if self._marks is None:
            self._marks = dict(self._found()) if self._found else {}
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
