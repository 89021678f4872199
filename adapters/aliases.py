"""The generated alias table (records/register/aliases.tsv) → rows (folded name, alpha-3 id) for `briefs.naming`.

Reading is put off until the rows are first asked for: most questions are answered by the register's own English names.
`adapters/cldr.py` writes the table; nobody edits it by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class AliasTableBroken(Exception):
    """The table is missing or a row is not two columns. The message says which and how to mend it."""


@dataclass(frozen=True, slots=True)
class AliasTable:
    """The rows of one table, read anew at each iteration. Raises `AliasTableBroken` while iterating."""

    path: Path

    def __iter__(self) -> Iterator[tuple[str, str]]:
        try:
            lines = self.path.read_text("utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise AliasTableBroken(
                f"{self.path}: cannot be read ({error}); make it anew: python -m adapters.cldr"
            ) from error
        for number, line in enumerate(lines, 1):
            if not line or line[0] == "#":
                continue
            name, tab, actor = line.partition("\t")
            if not (name and tab and actor) or "\t" in actor:
                raise AliasTableBroken(
                    f"{self.path}:{number}: a row is a name, a tab and an id; make it anew: python -m adapters.cldr"
                )
            yield name, actor
