"""The generated tables of names (records/register/aliases.tsv, labels.tsv) → rows for `briefs.naming`.

Reading is put off until the rows are first asked for: most questions are answered by the register's own English names.
`adapters/cldr.py` and `adapters/labels.py` write the tables; nobody edits them by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class AliasTableBroken(Exception):
    """A table is missing or a row is not its columns. The message says which and how to mend it."""


@dataclass(frozen=True, slots=True)
class AliasTable:
    """Rows (folded name, alpha-3 id), read anew at each iteration. Raises `AliasTableBroken` while iterating."""

    path: Path

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for row in _rows(self.path, 2, "a name, a tab and an id", "adapters.cldr"):
            yield row[0], row[1]


@dataclass(frozen=True, slots=True)
class LabelTable:
    """Rows (language, id, name), read anew at each iteration. Raises `AliasTableBroken` while iterating."""

    path: Path

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        for row in _rows(self.path, 3, "a language, an id and a name, parted by tabs", "adapters.labels"):
            yield row[0], row[1], row[2]


def _rows(path: Path, columns: int, shape: str, maker: str) -> Iterator[list[str]]:
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise AliasTableBroken(f"{path}: cannot be read ({error}); make it anew: python -m {maker}") from error
    for number, line in enumerate(lines, 1):
        if not line or line[0] == "#":
            continue
        row = line.split("\t")
        if len(row) != columns or not all(row):
            raise AliasTableBroken(f"{path}:{number}: a row is {shape}; make it anew: python -m {maker}")
        yield row
