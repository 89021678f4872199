"""Bytes of a YAML file → plain mappings, lists and strings, with the place of every one of them.

Every scalar stays the string the curator typed: `no`, `NO`, `on` and `12:30` are words here, and what a value means is
decided by the model of its place (`models`). PyYAML's C parser gives the events and nothing else: no tags, no anchors,
no constructors, so a file can neither run anything nor unfold into something larger than itself.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from briefs.reading.content import KEY, Places, Step, Steps
from briefs.reading.problems import Problem, shown
from briefs.reading.syntax import explain_syntax, last_line, spot

MAX_BYTES = 2_000_000
MAX_DEPTH = 20
"""The deepest honest record uses 7 levels."""
MAX_VALUES = 50_000
"""Ten times the largest shipped file; it bounds the time a hostile one can take to some seconds."""

Value = dict[str, "Value"] | list["Value"] | str
_Event = Any
"""PyYAML types the marks of its events as optional; both parsers always set them."""
_Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The C parser where PyYAML was built with it, else the pure one: same events, about 10 times slower."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Everything YAML 1.2 does not print (§5.1), a byte order mark inside the text, and three line ends (U+0085, U+2028,
U+2029) that YAML 1.1 parsers count as lines and no editor does."""
_LEADING_TAB = re.compile(r"^ *\t", re.MULTILINE)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Tree:
    """One file as plain values. `value` is None if it could not be parsed; `broken`: values to say no more about."""

    value: Value | None
    places: Places
    problems: list[Problem] = field(default_factory=list)
    broken: set[Steps] = field(default_factory=set)


class _Stop(Exception):
    """Reading cannot go on; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(raw: bytes, path: str) -> Tree:
    """The plain values of `raw`, or one problem where it is no UTF-8 YAML. Never raises for anything in the bytes."""
    try:
        text = _decode(raw, path)
        builder = _Builder(path, text)
        builder.build()
    except _Stop as stop:
        return Tree(None, Places(), [stop.problem])
    return Tree(builder.top, Places(builder.marks), builder.problems, builder.broken)


def _decode(raw: bytes, path: str) -> str:
    if len(raw) > MAX_BYTES:
        raise _Stop(
            _whole(path, "too-large", f"the file is larger than {MAX_BYTES:,} bytes", "split it into several files")
        )
    for mark, name in _BOMS:
        if raw.startswith(mark):
            raise _Stop(_whole(path, "encoding", f"the file is {name}", "save it as UTF-8"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "ignore")
        line, column = _place(before, len(before))
        what = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise _Stop(Problem("encoding", path, line, column, what, "save the file as UTF-8")) from None
    control = _CONTROL.search(text)
    if control:
        line, column = _place(text, control.start())
        wide = control.group() == "\0" and text.count("\0") * 3 > len(text)
        what = f"control character U+{ord(control.group()):04X}"
        hint = "the file looks like UTF-16 without a mark: save it as UTF-8" if wide else "delete it"
        raise _Stop(Problem("control-character", path, line, column, what, hint))
    if not text.strip():
        raise _Stop(_whole(path, "empty", "the file is empty", "write `source:` and `records:`, or delete the file"))
    return text


def _whole(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(code, path, 1, 1, message, hint)


def _place(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


@dataclass(slots=True)
class _Frame:
    """One open mapping or list."""

    holds: dict[str, Value] | list[Value]
    steps: Steps
    key: str | None = None
    skip: bool = False
    """The value of a repeated key: read, checked, thrown away."""


class _Builder:
    """Turns parser events into values without recursion, so that no depth of nesting can break it."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.top: Value | None = None
        self.marks: dict[Steps, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.broken: set[Steps] = set()
        self._frames: list[_Frame] = []
        self._last = last_line(text)
        self._documents = self._values = 0
        self._scalar_lines: set[int] = set()

    def build(self) -> None:
        parser = _Parser(self.text)
        try:
            while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
                self._take(event)
        except yaml.YAMLError as error:
            raise _Stop(explain_syntax(error, self.text, self.path)) from None
        finally:
            parser.dispose()
        if self.top is None:
            raise _Stop(
                _whole(self.path, "empty", "the file holds comments and no content", "write content, or delete it")
            )
        self._check_tabs()

    def _take(self, event: _Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._frames.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "second-document", "`---` begins a second document", "put it into a file of its own")

    def _scalar(self, event: _Event) -> None:
        self._dress(event)
        first, last = event.start_mark.line, event.end_mark.line
        if last > first:
            self._scalar_lines.update(range(first + 1, last + 1))
        frame = self._frames[-1] if self._frames else None
        if frame and isinstance(frame.holds, dict) and frame.key is None:
            self._key(frame, event)
            return
        steps = self._place_value(event.value, event)
        self._excuse(event, steps)
        control = _CONTROL.search(event.value)
        if control:  # written as an escape: "\0"
            what = f"control character U+{ord(control.group()):04X} in a text"
            self._fault(event, "control-character", what, "delete it", steps)
        plain = event.implicit[0] and event.tag is None
        if plain and event.value in _NULLS and (self._frames or event.value):
            what = "has no value" if not event.value else f"{event.value} is not a value"
            key = steps[-1] if steps and isinstance(steps[-1], str) else "this item"
            self._fault(event, "no-value", f"{shown(key)}: {what}", "write a value, or leave it out", steps)

    def _key(self, frame: _Frame, event: _Event) -> None:
        name = event.value
        assert isinstance(frame.holds, dict)
        frame.key, frame.skip = name, name in frame.holds
        if frame.skip:
            first = self.marks[(*frame.steps, name, KEY)][0]
            what = f"{shown(name)} stands twice; the first is in line {first}"
            self._fault(event, "duplicate-key", what, "keep one of the two")
            return
        if name == "<<":
            self._fault(event, "merge-key", "`<<` merges are not used here", "write the keys out", (*frame.steps, name))
        control = _CONTROL.search(name)
        if control:
            what = f"control character U+{ord(control.group()):04X} in a key"
            self._fault(event, "control-character", what, "delete it", (*frame.steps, name))
        self.marks[(*frame.steps, name, KEY)] = spot(event.start_mark, self._last)

    def _open(self, event: _Event) -> None:
        self._dress(event)
        if len(self._frames) >= MAX_DEPTH:
            self._stop(
                event, "too-deep", f"nested more than {MAX_DEPTH} levels deep", "no record needs that: flatten it"
            )
        if self._frames and isinstance(self._frames[-1].holds, dict) and self._frames[-1].key is None:
            self._stop(event, "key-not-text", "a key must be a word, not a list or mapping", "put the text in quotes")
        holds: dict[str, Value] | list[Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
        steps = self._place_value(holds, event)
        self._excuse(event, steps)
        self._frames.append(_Frame(holds, steps))

    def _alias(self, event: _Event) -> None:
        if self._frames and isinstance(self._frames[-1].holds, dict) and self._frames[-1].key is None:
            self._stop(event, "alias", f"alias *{event.anchor} as a key", "write the text out")
        steps = self._place_value("", event)
        what = f"alias *{event.anchor}: a value must stand where it is used"
        self._fault(event, "alias", what, "write it out; a text that begins with * needs quotes", steps)

    def _dress(self, event: _Event) -> None:
        """Anchors and tags: refused, the value itself is kept."""
        if event.anchor is not None:
            what = f"anchor &{event.anchor}"
            self._fault(event, "anchor", what, "delete it; a text that begins with & needs quotes")
        if event.tag is not None:
            what = f"tag {shown(event.tag.replace('tag:yaml.org,2002:', '!!'))}: the place of a value gives its type"
            self._fault(event, "tag", what, "delete it; a text that begins with ! needs quotes")

    def _excuse(self, event: _Event, steps: Steps) -> None:
        """A value whose tag was refused is no fault a second time for being what it is."""
        if event.tag is not None:
            self.broken.add(steps)

    def _place_value(self, value: Value, event: _Event) -> Steps:
        """Put a value where the parser stands and remember its mark."""
        self._values += 1
        if self._values > MAX_VALUES:
            self._stop(event, "too-large", f"more than {MAX_VALUES:,} values", "split it into several files")
        if not self._frames:
            self.top = value
            steps: Steps = ()
        else:
            steps = self._into(self._frames[-1], value)
        self.marks.setdefault(steps, spot(event.start_mark, self._last))
        return steps

    def _into(self, frame: _Frame, value: Value) -> Steps:
        if isinstance(frame.holds, list):
            frame.holds.append(value)
            return (*frame.steps, len(frame.holds) - 1)
        name: Step = frame.key if frame.key is not None else ""
        frame.key = None
        if frame.skip:
            return (*frame.steps, name, "\0again")
        frame.holds[str(name)] = value
        return (*frame.steps, name)

    def _fault(self, event: _Event, code: str, message: str, hint: str, broken: Steps | None = None) -> None:
        line, column = spot(event.start_mark, self._last)
        self.problems.append(Problem(code, self.path, line, column, message, hint))
        if broken is not None:
            self.broken.add(broken)

    def _stop(self, event: _Event, code: str, message: str, hint: str) -> None:
        line, column = spot(event.start_mark, self._last)
        raise _Stop(Problem(code, self.path, line, column, message, hint))

    def _check_tabs(self) -> None:
        """YAML lets tabs pass inside brackets; no two editors show their columns alike, so they are refused here."""
        if not _LEADING_TAB.search(self.text):
            return
        for number, line in enumerate(self.text.split("\n")):
            found = _LEADING_TAB.match(line)
            if found and number not in self._scalar_lines:
                what = "a tab indents this line"
                self.problems.append(Problem("tab", self.path, number + 1, found.end(), what, "use spaces"))
