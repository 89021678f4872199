"""Rows that were not taken: counted by reason, the first lines of each remembered, all of them in rejects.csv."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

REASONS = {
    "columns": "another number of columns than the first line",
    "no-id": "no undl_id",
    "bad-date": "no day like 2022-03-02",
    "future-date": "a day that has not come",
    "too-early": "a day before the United Nations",
    "bad-vote": "a vote that is not Y, N, A, X, NV or empty",
    "unknown-member": "a member nobody knows",
    "not-a-member": "not a member on that day",
    "two-members": "code and name mean two members",
    "duplicate": "the same row a second time",
    "two-votes": "another vote of the same member (neither is taken)",
    "other-call": "another day or symbol than this roll call's first row",
}
_SHOWN = 5


class Rejects:
    """Writes `path` as rows are rejected; without any there is no file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.counts: Counter[str] = Counter()
        self.lines: dict[str, list[int]] = {}
        self._file: IO[str] | None = None
        self._writer: Any = None

    @property
    def total(self) -> int:
        return self.counts.total()

    def add(self, reason: str, line: int, words: str, row: Sequence[str]) -> None:
        if self._file is None:
            self._file = self.path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
            self._writer = csv.writer(self._file)
            self._writer.writerow(["line", "reason", "what", "row"])
        self.counts[reason] += 1
        kept = self.lines.setdefault(reason, [])
        if len(kept) < _SHOWN:
            kept.append(line)
        self._writer.writerow([line, reason, words, *row])

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def told(self) -> tuple[str, ...]:
        """One line for each reason, the most frequent first."""
        return tuple(
            f"  {count:,}: {REASONS[reason]} (line {', '.join(map(str, self.lines[reason]))}"
            + (" …)" if count > len(self.lines[reason]) else ")")
            for reason, count in self.counts.most_common()
        )
