"""Where a reader's eye should land: which blocks stand together, what in each is label and what is told of it. Pure.

Shared by the renderers, so that a brief has one hierarchy everywhere. It changes no character, except that the
blank before a label's colon does not break, and knows no markup; the renderers decorate what it tells apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from adapters.inert import NO_BREAK, inert
from briefs.document import Block, Clause, Heading, Inline, Line, Paragraph, Row, Strong, Table, Text, lines_of

AT_A_GLANCE: Final = 120
"""Characters of a table row's cells that still read well as a list in one sentence; longer cells stand alone."""
ONE_LINE: Final = 72
"""Characters that fit one line of a chat on a desk; a longer row has its label on a line of its own."""

GRID_CELL: Final = 40
"""Characters of a cell that still reads well in the column of a real table, on a phone too."""
GRID_COLUMNS: Final = 4
"""Columns beside the labels that such a table has at most."""
GRID_LEFT: Final = 3
"""Longer rows that may follow such a table as points; with more of them, all rows are points."""

LONG_POINT: Final = 120
"""Characters outside brackets from which a point of several statements has each on a line of its own."""
LONG_LIST: Final = 50
"""Names from which a list in order of the alphabet is set in groups, each beginning with a letter of its own."""
NAMES_TOGETHER: Final = 10
"""Names that such a group has at least."""

# Letters, digits and the marks of names and days alone: nothing that a chat could take for markup.
_LABEL = re.compile(r"\d{1,2} [^\W\d_]+ \d{4}(?=, )|(?:[^\W_]|[ ,.'’()/-]){1,64}(?=: |៖ )")
_INSIDE = re.compile(r"\([^()]*\)|\"[^\"]*\"")
_ASIDE = re.compile(r"(.*\S) (\([^()]+\))")


def together(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Every block in order, grouped: headings, and a paragraph that ends in a colon, with the block they lead to."""
    group: tuple[Block, ...] = ()
    for block in blocks:
        group = (*group, block)
        if not _leads_on(block):
            yield group
            group = ()
    if group:
        yield group


def topics(blocks: Sequence[Block]) -> tuple[tuple[tuple[Block, ...], ...], tuple[Block, ...]]:
    """The blocks of each topic, what comes before the first one by itself; and apart the service lines that end it all
    and belong to none. Without topics, all blocks are of the latter."""
    starts = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.topic]
    if not starts:
        return (), tuple(blocks)
    end = len(blocks)
    while not any(isinstance(line, Clause) for line in lines_of(blocks[end - 1])) and end - 1 > starts[-1]:
        end -= 1
    cuts = [*([0] if starts[0] else []), *starts, end]
    return tuple(tuple(blocks[a:b]) for a, b in pairwise(cuts)), tuple(blocks[end:])


def heading(text: str) -> tuple[str, str]:
    """A heading's words and, apart from them, the parenthesis it ends in ("" if there is none): a key to what follows
    is not shouted with it."""
    found = _ASIDE.fullmatch(inert(text).strip())
    return (found[1], found[2]) if found else (text, "")


def points(lines: Sequence[Line]) -> tuple[tuple[Inline, ...], ...]:
    """The inlines of each point. Where every point begins with a label ("7 April 2022: …"), the labels are strong."""
    found = [_LABEL.match(line.inlines[0].text) if _begins_plain(line) else None for line in lines]
    if not all(found):
        return tuple(line.inlines for line in lines)
    return tuple(_labelled(line.inlines, label.end()) for line, label in zip(lines, found, strict=True) if label)


def branches(point: Sequence[Inline]) -> tuple[tuple[Inline, ...], ...]:
    """A point too long to take in at once, as its head and what hangs from it; else the point alone.

    Of "In favour: Afghanistan, Albania …" hang groups of names that end with a letter, so that one can be looked up; of
    "… compared with …: 5 members …; 1 member …" each statement.
    """
    text = "".join(inline.text for inline in point)
    ends = _ends_of_letters(text) or _ends_of_statements(text)
    return tuple(_cut(point, [0, *ends, len(text)])) if ends else (tuple(point),)


def _ends_of_letters(text: str) -> list[int]:
    """Where groups of names begin in a long list in order of the alphabet, after its label."""
    label = _LABEL.match(text)
    start = label.end() + 2 if label else 0
    names = text[start:].split(", ")
    initials = [_initial(name) for name in names]
    if not label or len(names) < LONG_LIST or initials != sorted(initials):
        return []
    ends, at, held = [start], start, 0
    for place, name in enumerate(names):
        if held >= NAMES_TOGETHER <= len(names) - place and initials[place] != initials[place - 1]:
            ends.append(at)
            held = 0
        at += len(name) + 2
        held += 1
    return ends


def _ends_of_statements(text: str) -> list[int]:
    """Where the statements begin that semicolons part: after a colon, and after each semicolon outside brackets."""
    bare = _INSIDE.sub(lambda found: "·" * len(found[0]), text)
    if len(bare.replace("·", "")) < LONG_POINT or text.endswith("."):  # a sentence is read through
        return []
    breaks = [found.end() for found in re.finditer("; ", bare)]
    head = bare.rfind(": ", 0, breaks[0]) if breaks else -1
    return [head + 2, *breaks] if head > 0 else []


def _initial(name: str) -> str:
    return unicodedata.normalize("NFD", name[:1]).upper()[:1]


def _cut(point: Sequence[Inline], places: Sequence[int]) -> Iterator[tuple[Inline, ...]]:
    """The inlines between each two places; blanks stay at the end of a piece."""
    for start, end in pairwise(places):
        at, piece = 0, []
        for inline in point:
            words = inline.text[max(start - at, 0) : max(end - at, 0)]
            at += len(inline.text)
            if words:
                piece.append(replace(inline, text=words))
        yield tuple(piece)


def at_a_glance(row: Row) -> bool:
    """Whether the row's cells read well in one line, one after the other."""
    return sum(len(inert(cell.text)) for cell in row.cells) <= AT_A_GLANCE


def is_number(row: Row) -> bool:
    """Whether the row's label only counts, and so needs no line of its own."""
    return inert(row.label.text).strip().isdecimal()


def one_line(table: Table) -> bool:
    """Whether every row that is read at a glance fits one line with its label; then all of them are set so."""
    names = sum(len(inert(column.text)) + len(":  ;") for column in table.columns)
    rows = [row for row in table.rows if at_a_glance(row)]
    return all(names + sum(len(inert(line.text)) for line in (row.label, *row.cells)) <= ONE_LINE for row in rows)


def grid(table: Table) -> int:
    """How many rows, from the first on, a platform with real tables sets as one; 0 where points are read more easily.

    What somebody said does not fit a column: such rows follow as points.
    """
    short = 0
    for row in table.rows:
        if any(len(inert(line.text)) > GRID_CELL for line in (row.label, *row.cells)):
            break
        short += 1
    alike = short >= 2 and len(table.rows) - short <= GRID_LEFT and 2 <= len(table.columns) <= GRID_COLUMNS
    return short if alike and all(0 < len(inert(name.text).strip()) <= GRID_CELL for name in table.columns) else 0


def _leads_on(block: Block) -> bool:
    match block:
        case Heading():
            return True
        case Paragraph(lines):
            return bool(lines) and lines[-1].text.endswith(":")
        case _:
            return False


def _begins_plain(line: Line) -> bool:
    return bool(line.inlines) and isinstance(line.inlines[0], Text)


def _labelled(inlines: tuple[Inline, ...], end: int) -> tuple[Inline, ...]:
    first, *rest = inlines
    label = first.text[:end]
    if label.endswith(" "):  # French, before its colon: `inert.unbroken` cannot see from here to there
        label = label[:-1] + NO_BREAK
    return Strong(label), replace(first, text=first.text[end:]), *rest
