"""One file's bytes → `FileContent`: recognise the kind, shape every item, repeat nothing, collect every problem.

This module brings PyYAML and pydantic with it; `briefs.reading` imports it only when a file has to be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefs.codebook import VoteOption
from briefs.reading import models, values
from briefs.reading.content import FileContent, Steps
from briefs.reading.explain import M, keys_at, shaped, unknown_key
from briefs.reading.nodes import Tree, Value, parse
from briefs.reading.problems import Problem, in_order, nearest, shown
from briefs.records import Actor, EventRecord, FormerState, Issue, IssueRule, Measure, OldCode

_FOR_VOTES = ("former", "codes")
_TOP_KEYS = ("source", "records", "rollcall", *models.RegisterFile.model_fields)


def inspect(raw: bytes, path: str) -> FileContent:
    """What the file holds and everything wrong with it; see `briefs.reading`."""
    tree = parse(raw, path)
    if tree.value is None:
        return FileContent(path, places=tree.places, problems=in_order(tree.problems))
    reading = _Reading(path, tree, list(tree.problems))
    content = reading.whole_file(tree.value)
    return replace(content, places=tree.places, problems=in_order(reading.problems))


@dataclass(slots=True)
class _Reading:
    path: str
    tree: Tree
    problems: list[Problem]
    steps: dict[str, Steps] = field(default_factory=dict)

    def whole_file(self, value: Value) -> FileContent:
        if not isinstance(value, dict):
            self._fault("not-a-mapping", "the file does not begin with keys", "begin with `source:` and `records:`")
            return FileContent(self.path)
        kind = _kind(value)
        if kind is None:
            self._unrecognised(value)
            return FileContent(self.path)
        shape = models.FILES[kind]
        known = keys_at(shape, ())
        for key in value:
            if key not in known and (key,) not in self.tree.broken:
                self._fault("unknown-key", *unknown_key(key, known), key, key=True)
        if kind == "register":
            return self._register(value)
        return self._events(value) if kind == "events" else self._rollcall(value)

    def _unrecognised(self, value: dict[str, Value]) -> None:
        first = next(iter(value), "")
        near = nearest(first, _TOP_KEYS) if first else None
        hint = (
            f"did you mean {near}?"
            if near and near != first
            else "a file has `records:`, `rollcall:` or register lists"
        )
        self._fault("unknown-file", "no key says what kind of file this is", hint, *([first] if near else []), key=True)

    def _fault(self, code: str, message: str, hint: str, *steps: str | int, key: bool = False) -> None:
        line, column = self.tree.places.key(*steps) if key and steps else self.tree.places.at(*steps)
        if not steps:
            line, column = 1, 1
        self.problems.append(Problem(code, self.path, line, column, message, hint))

    def _shape(self, shape: type[M], value: Value, steps: Steps) -> M | None:
        made, problems = shaped(shape, value, self.tree, self.path, steps)
        self.problems += problems
        return made if not problems else None

    def _source(self, value: dict[str, Value]) -> tuple[models.SourceShape | None, str]:
        """The source and the id its records take; with a broken source a name nobody can refer to."""
        if "source" not in value:
            self._fault("missing-key", "`source:` is missing", "say where the records come from")
            return None, "?"
        made = self._shape(models.SourceShape, value["source"], ("source",))
        if made:
            self.steps[f"source:{made.id}"] = ("source",)
            return made, made.id
        raw = value["source"].get("id") if isinstance(value["source"], dict) else None
        return None, raw if isinstance(raw, str) and raw else "?"

    def _items(self, value: Value, *steps: str | int) -> Iterator[tuple[Steps, Value]]:
        """The items of a list, or one problem where no list stands."""
        if isinstance(value, list):
            yield from (((*steps, index), item) for index, item in enumerate(value))
        elif tuple(steps) not in self.tree.broken:
            hint = "write one item a line, each beginning with `- `"
            self._fault("not-a-list", f"{shown(value)} stands where a list belongs", hint, *steps)

    def _events(self, value: dict[str, Value]) -> FileContent:
        source, source_id = self._source(value)
        records = value["records"]
        if records == []:
            self._fault("empty-list", "`records:` is empty", "add a record, or delete the file", "records")
        events: list[EventRecord] = []
        for steps, item in self._items(records, "records"):
            self._repeated(item, steps, "by", ("asked_by", "of"), *((option.value, "of") for option in VoteOption))
            made = self._shape(models.EventShape, item, steps)
            if made:
                events.append(values.event(made, source_id))
            self._remember(made.id if made else _raw_id(item), steps, f"{source_id}/")
        sources = (values.source(source),) if source else ()
        return FileContent(self.path, sources, tuple(events), steps=self.steps)

    def _rollcall(self, value: dict[str, Value]) -> FileContent:
        source, source_id = self._source(value)
        item, steps = value["rollcall"], ("rollcall",)
        if isinstance(item, dict):
            self._repeated_rows(item.get("votes"))
        made = self._shape(models.RollCallShape, item, steps)
        self._remember(made.id if made else _raw_id(item), steps, f"{source_id}/")
        calls = (values.rollcall(made, source_id),) if made else ()
        sources = (values.source(source),) if source else ()
        return FileContent(self.path, sources, rollcalls=calls, steps=self.steps)

    def _register(self, value: dict[str, Value]) -> FileContent:
        actors: list[Actor] = []
        issues: list[Issue] = []
        rules: list[IssueRule] = []
        measures: list[Measure] = []
        others: list[FormerState | OldCode] = []
        for key, items in value.items():
            if key not in models.RegisterFile.model_fields:
                continue
            for steps, item in self._items(items, key):
                if key in _FOR_VOTES:
                    self._for_votes(key, item, steps, others)
                    continue
                if key == "issues":
                    self._issue(item, steps, issues, rules)
                    continue
                made = self._entry(key, item, steps)
                self._remember(made.id if made else _raw_id(item), steps)
                if isinstance(made, Actor):
                    actors.append(made)
                elif made:
                    measures.append(made)
        return FileContent(
            self.path,
            actors=tuple(actors),
            issues=tuple(issues),
            measures=tuple(measures),
            former=tuple(made for made in others if isinstance(made, FormerState)),
            codes=tuple(made for made in others if isinstance(made, OldCode)),
            rules=tuple(rules),
            steps=self.steps,
        )

    def _issue(self, item: Value, steps: Steps, issues: list[Issue], rules: list[IssueRule]) -> None:
        """An issue and, where it `holds` imported texts, its rule: one entry, two values."""
        made = self._shape(models.IssueShape, item, steps)
        self._remember(made.id if made else _raw_id(item), steps)
        if made:
            issues.append(values.issue(made))
            rules += [rule] if (rule := values.rule(made)) else []

    def _for_votes(self, key: str, item: Value, steps: Steps, others: list[FormerState | OldCode]) -> None:
        """One entry of the lists that only imported roll calls need. A code may stand several times, each for its
        years."""
        if key == "former":
            if made := self._shape(models.FormerShape, item, steps):
                others.append(values.former(made))
            self._remember(made.id if made else _raw_id(item), steps)
        elif code := self._shape(models.CodeShape, item, steps):
            others.append(values.code(code))

    def _entry(self, key: str, item: Value, steps: Steps) -> Actor | Measure | None:
        if key == "states":
            return values.state(made) if (made := self._shape(models.StateShape, item, steps)) else None
        if key == "blocs":
            return values.bloc(bloc) if (bloc := self._shape(models.BlocShape, item, steps)) else None
        if key == "persons":
            return values.person(who) if (who := self._shape(models.PersonShape, item, steps)) else None
        if key == "measures":
            return values.measure(text) if (text := self._shape(models.MeasureShape, item, steps)) else None
        actor = self._shape(models.ActorShape, item, steps)
        return values.actor(actor, values.KINDS[key]) if actor else None

    def _remember(self, short: str | None, steps: Steps, prefix: str = "") -> None:
        """An id is an id once: a second one in the same file is a fault at its place."""
        if short is None:
            return
        full = prefix + short
        if full in self.steps:
            line = self.tree.places.at(*self.steps[full])[0]
            what = f"{shown(short)} is already the id of the entry in line {line}"
            self._fault("duplicate-id", what, "give this one another id", *steps, "id")
            return
        self.steps[full] = steps

    def _repeated(self, item: Value, steps: Steps, *lists: str | tuple[str, str]) -> None:
        """The same actor twice in one list."""
        for way in lists:
            inner = (way,) if isinstance(way, str) else way
            value: Value | None = item
            for step in inner:
                value = value.get(step) if isinstance(value, dict) else None
            if isinstance(value, list):
                self._report_repeats([((*steps, *inner, index), word) for index, word in enumerate(value)])

    def _repeated_rows(self, votes: Value | None) -> None:
        """A member twice in one roll call, under one option or under two."""
        rows: list[tuple[Steps, Value]] = []
        if isinstance(votes, dict):
            for option, members in votes.items():
                if isinstance(members, list):
                    rows += [(("rollcall", "votes", option, index), word) for index, word in enumerate(members)]
        self._report_repeats(rows)

    def _report_repeats(self, rows: list[tuple[Steps, Value]]) -> None:
        seen: dict[str, Steps] = {}
        for steps, word in rows:
            if not isinstance(word, str) or not word:
                continue
            if word in seen:
                line, column = self.tree.places.at(*seen[word])
                what = f"{shown(word)} stands here a second time (first at {line}:{column})"
                self._fault("repeated", what, "keep one of the two", *steps)
            seen.setdefault(word, steps)


def _kind(value: dict[str, Value]) -> str | None:
    if "records" in value:
        return "events"
    if "rollcall" in value:
        return "rollcall"
    return "register" if any(key in value for key in models.RegisterFile.model_fields) else None


def _raw_id(item: Value) -> str | None:
    """The id of an item that has other faults, so that references to it are no faults of their own."""
    raw = item.get("id") if isinstance(item, dict) else None
    return raw if isinstance(raw, str) and raw else None
