"""A YAML parser's complaint → one problem in a curator's words, at the place where the mending has to be done."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from briefs.reading.problems import Problem


@dataclass(frozen=True, slots=True)
class _Rule:
    """What the parsers say (the C one and the pure one differ a little) → code, message, hint."""

    said: str
    code: str
    message: str
    hint: str
    at_opening: bool = False
    """Point at the beginning of the open thing instead of where reading failed."""


_QUOTES = "put the text in quotes"
_RULES = (
    _Rule(r"expected ',' or '\]'", "unclosed", "this list is not closed", "add the missing ] or comma", True),
    _Rule(r"expected ',' or '\}'", "unclosed", "this mapping is not closed", "add the missing } or comma", True),
    _Rule(
        r"quoted scalar.*(end of stream|document)", "unclosed", "this quotation mark is not closed", "close it", True
    ),
    _Rule(
        r"expected (the )?node content",
        "unclosed",
        "a value is missing here, or a bracket is open",
        "write or close it",
    ),
    _Rule(
        r"[Ee]scape|hexa?decimal", "bad-escape", "\\ begins an escape that YAML does not know", "write \\\\ for one \\"
    ),
    _Rule(r"mapping values are not allowed", "second-colon", "a second `: ` in one line", _QUOTES),
    _Rule(r"could not find expected ':'", "no-colon", "no `key: value` here", "add the colon, or indent the line"),
    _Rule(
        r"block sequence entries are not", "stray-dash", "a list item cannot begin here", "give it a line of its own"
    ),
    _Rule(
        r"expected (key|<block end>|'-')|did not find expected (key|'-')",
        "indentation",
        "this line does not belong to what stands above it",
        "indent it like its neighbours",
    ),
    _Rule(r"%YAML|YAML document|directive", "directive", "a % line that YAML does not know", "delete it"),
    _Rule(r"\btag\b", "tag", "a tag (!…) that YAML cannot read", "delete it; a text that begins with ! needs quotes"),
    _Rule(r"anchor|alias", "anchor", "an anchor or alias (& or *)", _QUOTES),
)


def explain_syntax(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """`text` is what was parsed; line and column count code points."""
    context, said = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    last = last_line(text)
    line, column = spot(mark, last)
    tab = _tab_before(text, line, column)
    if tab is not None:
        return Problem("tab", path, line, tab, "a tab stands where only spaces may", "use spaces")
    if "cannot start any token" in said:
        sign = _sign(text, line, column)
        return Problem("needs-quotes", path, line, column, f"no text may begin with {sign}", "put it in quotes")
    for rule in _RULES:
        if re.search(rule.said, f"{context} {said}"):
            if rule.at_opening and opened is not None:
                failed = f"{rule.message} (reading failed in line {line})"
                return Problem(rule.code, path, *spot(opened, last), failed, rule.hint)
            return Problem(rule.code, path, line, column, rule.message, rule.hint)
    detail = " ".join(f"{context} {said}".split()) or "not YAML"
    return Problem(
        "not-yaml", path, line, column, f"YAML cannot be read here ({detail})", "mend this line or the one above"
    )


def spot(mark: yaml.Mark | None, last: int) -> tuple[int, int]:
    """Line and column from 1; what is missing at the very end is missing in the last line, not after it."""
    if mark is None:
        return 1, 1
    return (mark.line + 1, mark.column + 1) if mark.line < last else (last, 1)


def last_line(text: str) -> int:
    """The number of the last line with anything in it to point at."""
    return max(1, text.count("\n") + (0 if text.endswith("\n") else 1))


def _line(text: str, line: int) -> str:
    lines = text.split("\n")
    return lines[line - 1] if line <= len(lines) else ""


def _tab_before(text: str, line: int, column: int) -> int | None:
    """Column of a tab in the indentation of that line, or right where the parser stopped."""
    shown = _line(text, line)
    indent = shown[: len(shown) - len(shown.lstrip(" \t"))]
    if "\t" in indent:
        return indent.index("\t") + 1
    return column if shown[column - 1 : column] == "\t" else None


def _sign(text: str, line: int, column: int) -> str:
    return _line(text, line)[column - 1 : column] or "this sign"
