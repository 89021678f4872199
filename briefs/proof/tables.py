"""A table's cells against their labels: what was proved as "Row · Column: cell" stands there for the reader too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefs.proof.submission import Objection

CELLS = ("cell.", "rollcall.cell")
"""How the ids of skeletons of table cells begin."""


@dataclass(slots=True)
class _Row:
    """The phrases before a run of cells (the last is the row's label), and the cells' texts."""

    phrases: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)


def table_objections(lines: Sequence[tuple[str, str]]) -> Iterator[Objection]:
    """`lines` are (text, skeleton id) of all proved sentences in order; a table begins with its column names."""
    columns: list[str] = []
    for row in _rows(lines):
        label, n = (row.phrases[-1] if row.phrases else ""), len(row.cells)
        if len(row.phrases) > n:
            columns = row.phrases[-1 - n : -1]
        for cell, column in zip(row.cells, (*columns, *[""] * n), strict=False):
            if not cell.startswith(f"{label} · {column}: "):
                yield Objection("C3", cell, f"the cell stands in row {label!r} and column {column!r} of its table")


def _rows(lines: Sequence[tuple[str, str]]) -> Iterator[_Row]:
    row = _Row()
    for text, skeleton in lines:
        if skeleton.startswith(CELLS):
            row.cells.append(text)
            continue
        if row.cells:
            yield row
            row = _Row()
        if skeleton.startswith("phrase."):
            row.phrases.append(text)
        else:
            row.phrases.clear()
    if row.cells:
        yield row
