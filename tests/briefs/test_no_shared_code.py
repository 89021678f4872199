"""Prover and writer share no code: no run of six lines stands in both, whatever the names in it are.

The import contract keeps each from calling the other; this keeps each from being a copy of the other, which would carry
one mistake into both. A line is a logical line with its names, strings and numbers levelled, so a copy with other names
is found. Imports and docstrings are no code of ours to copy. A run made of class headers, decorators and field
declarations alone is left out: it decides nothing, and every list of frozen values looks like every other.
"""

import io
import keyword
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_PROVER = _ROOT / "briefs" / "proof"
_WRITER = _ROOT / "briefs" / "wording"
_RUN = 6
_LAYOUT = {tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER}
_LEVEL = {tokenize.STRING: "S", tokenize.NUMBER: "0"}
_DECLARES = re.compile(r"class\b.*|@.*|pass|N : [^=(]+( = (S|0|N|None|True|False|\( \)))?")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each logical line with its number: names, strings and numbers levelled; imports and docstrings left out."""
    number, words = 0, list[str]()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NEWLINE:
            if words[0] not in ("import", "from") and words != ["S"]:
                yield number, " ".join(words)
            words = []
        elif token.type not in _LAYOUT:
            number = number if words else token.start[0]
            named = token.type == tokenize.NAME and not keyword.iskeyword(token.string)
            words.append("N" if named else _LEVEL.get(token.type, token.string))


def _runs(text: str) -> dict[tuple[str, ...], int]:
    """Every run of six lines that does something, with the number of its first line."""
    lines = list(_lines(text))
    runs = ((tuple(line for _, line in lines[i : i + _RUN]), lines[i][0]) for i in range(len(lines) - _RUN + 1))
    return {run: number for run, number in runs if not all(_DECLARES.fullmatch(line) for line in run)}


def _shared(left: dict[str, str], right: dict[str, str]) -> list[str]:
    held = {run: f"{name}:{number}" for name, text in left.items() for run, number in _runs(text).items()}
    return [
        f"{name}:{number} is {held[run]}"
        for name, text in right.items()
        for run, number in _runs(text).items()
        if run in held
    ]


def _modules(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(_ROOT)): path.read_text("utf-8") for path in sorted(folder.rglob("*.py"))}


def test_prover_and_writer_share_no_run_of_six_lines() -> None:
    prover, writer = _modules(_PROVER), _modules(_WRITER)
    assert sum(len(_runs(text)) for text in prover.values()) > 1000
    assert sum(len(_runs(text)) for text in writer.values()) > 1000
    assert _shared(prover, writer) == []


_TOLD = """
def told(votes, day):
    found = []
    for vote in votes:
        if vote.day == day:  # that day alone
            found.append(vote.choice)
    return sorted(found)
"""
_COPIED = """
import re


def weighed(rolls, until):
    'How the sides taken until a day are weighed.'
    chosen = []

    for roll in rolls:
        if roll.held == until:
            chosen.append(
                roll.side)
    return sorted(chosen)
"""
_DECLARED = """
@frozen
class Offer:
    label: str
    count: int = 0
    params: tuple[str, ...] = ()


@frozen
class Form:
    name: str
"""


def test_a_copy_with_other_names_comments_and_layout_is_found() -> None:
    assert _shared({"a.py": _TOLD}, {"b.py": _COPIED}) == ["b.py:5 is a.py:2"]


def test_code_that_does_another_thing_is_no_copy() -> None:
    assert _shared({"a.py": _TOLD}, {"b.py": _COPIED.replace("==", "<=")}) == []


@pytest.mark.parametrize("path", [_WRITER / "pen.py", _PROVER / "matching.py"], ids=lambda path: path.name)
def test_a_module_copied_whole_is_found(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(_shared({"copy.py": text}, {path.name: text})) == len(_runs(text)) > 0


def test_declarations_alone_are_no_copy_until_one_line_among_them_does_something() -> None:
    assert _shared({"a.py": _DECLARED}, {"b.py": _DECLARED}) == []
    decided = _DECLARED + "    kind: str = chosen(name)\n"
    assert "b.py:5 is a.py:5" in _shared({"a.py": decided}, {"b.py": decided})
