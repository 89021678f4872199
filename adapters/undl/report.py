"""What an import says at its end: everything that was read, everything that was not, what changed, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from adapters.votefile import WHERE

ATTRIBUTION = "United Nations Dag Hammarskjöld Library, General Assembly Voting Data, record 4060887"
TERMS = "Copyright, United Nations; non-commercial use, with attribution"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Changes:
    """The new archive against the old: symbols of roll calls that are new, altered, gone; `votes` single votes."""

    new: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    votes: int = 0
    vanished: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One import. `rejected` are lines ready to print; symbols stand for roll calls."""

    file: str
    sha256: str
    unchanged: bool = False
    rows: int = 0
    calls: int = 0
    votes: int = 0
    members: int = 0
    first: date | None = None
    last: date | None = None
    rejects: int = 0
    rejected: tuple[str, ...] = ()
    rejects_file: str = ""
    disagreeing: tuple[str, ...] = ()
    contradicting: tuple[str, ...] = ()
    incomplete: int = 0
    omits_absent: bool = False
    parts: int = 0
    parted: int = 0
    not_utf8: int = 0
    changes: Changes | None = None

    def lines(self) -> tuple[str, ...]:
        """The report as the operator reads it."""
        if self.unchanged:
            done = f"{self.file}: this very file is imported already; nothing to do."
            return (done, f"SHA-256: {self.sha256}", *_terms())
        lines = [
            f"Imported {self.file}: {self.rows:,} rows, {self.calls:,} roll calls"
            f" from {self.first} to {self.last}, {self.members} members, {self.votes:,} votes."
        ]
        lines += self._oddities()
        if self.rejects:
            lines += [f"Rejected rows: {self.rejects:,}, all of them in {self.rejects_file}", *self.rejected]
        else:
            lines.append("Rejected rows: none.")
        if self.changes is not None:
            lines += _changed(self.changes)
        return (*lines, f"SHA-256: {self.sha256}", *_terms())

    def _oddities(self) -> list[str]:
        lines = []
        if self.omits_absent:
            lines.append(
                "The file has no row for members that did not vote:"
                f' they are told as "no vote in this file" ({self.incomplete:,} roll calls).'
            )
        elif self.incomplete:
            lines.append(f'Roll calls without a row for some member ("no vote in this file"): {self.incomplete:,}.')
        if self.disagreeing:
            lines.append(f"Rows disagree with printed totals (kept, and told so): {_some(self.disagreeing)}")
        if self.contradicting:
            lines.append(f"Two different votes of one member (neither taken): {_some(self.contradicting)}")
        if self.parts:
            lines.append(f"Votes on parts of a text: {self.parts:,}; {self.parted:,} symbols have several votes.")
        if self.not_utf8:
            lines.append(f"Cells that are not UTF-8, read as Latin-1: {self.not_utf8:,}.")
        return lines


def _changed(changes: Changes) -> list[str]:
    if not (changes.new or changes.altered or changes.vanished):
        return ["Against the archive before: no vote changed."]
    lines = [f"Against the archive before: {len(changes.new):,} new, {len(changes.altered):,} altered"]
    lines[0] += f" ({changes.votes:,} votes), {len(changes.vanished):,} vanished."
    for word, symbols in (("New", changes.new), ("Altered", changes.altered), ("Vanished", changes.vanished)):
        if symbols:
            lines.append(f"  {word}: {_some(symbols)}")
    return lines


def _some(symbols: Sequence[str]) -> str:
    shown = ", ".join(symbols[:_SHOWN])
    return f"{len(symbols):,} ({shown}{' …' if len(symbols) > _SHOWN else ''})"


def _terms() -> tuple[str, str]:
    return f"Source: {ATTRIBUTION} ({WHERE})", f"Licence: {TERMS}."
