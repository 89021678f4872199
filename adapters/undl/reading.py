"""Rows → roll calls. One pass, nothing held but the roll calls themselves: one byte a member and the words once.

A row that cannot be taken is rejected with its line and reason and never guessed at. What makes the whole file
unusable (cut, another body's, mostly unreadable) raises `Refused`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from adapters.undl.layout import WHOLE_CALL, Layout, Refused, layout_of
from adapters.undl.opening import Opened
from adapters.undl.rejects import Rejects
from briefs.seats import NoSeat, Seats
from briefs.symbols import is_assembly

VOTES = {"Y": 1, "N": 2, "A": 3, "X": 4, "NV": 4, "": 4}
FIRST_DAY = date(1945, 10, 24)
MOST_CALLS = 50_000
"""The Assembly held fewer than 7,000 recorded votes in its first 80 years."""
_EVERY = 1 << 13
"""Rows between two looks at the progress."""


@dataclass(slots=True)
class Call:
    """One roll call as it is read. `words` are its cells by column; `cells` one byte per seat."""

    words: dict[str, str]
    day: date
    cells: bytearray
    order: int
    contested: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Read:
    """Everything one file says."""

    calls: dict[str, Call] = field(default_factory=dict)
    rows: int = 0
    not_utf8: int = 0
    """Cells with bytes that are no UTF-8, read as Latin-1."""
    last: Call | None = None


class RowReader:
    """Reads one opened file. `today` bounds the days that can be."""

    def __init__(self, seats: Seats, today: date, rejects: Rejects) -> None:
        self._seats = seats
        self._columns = {seat: number for number, seat in enumerate(seats.ids)}
        self._today = today
        self._rejects = rejects
        self._known: dict[tuple[str, str], tuple[date, date, int | NoSeat]] = {}
        self._read = Read()

    def read(self, source: Opened, progress: Callable[[int], None]) -> Read:
        rows = csv.reader(source.text)
        try:
            header = next(rows, [])
            layout = layout_of(header)
            last = self._rows(rows, layout, source, progress)
        except csv.Error as error:
            raise Refused(f"line {rows.line_num}: {error}; a quotation mark is not closed, download again") from error
        self._check_end(last, layout, source)
        return self._read

    def _rows(
        self, rows: Iterator[list[str]], layout: Layout, source: Opened, progress: Callable[[int], None]
    ) -> Sequence[str]:
        """The loop of the million: everything that stays the same from row to row is asked once."""
        at, width, read, rejects = layout.at, layout.width, self._read, self._rejects
        kept = tuple(column for column in WHOLE_CALL if column in at)
        whole, who, vote_at = itemgetter(*(at[c] for c in kept)), itemgetter(at["code"], at["name"]), at["vote"]
        known, votes = self._known, VOTES
        last: tuple[str, ...] = ()
        row: list[str] = []
        call: Call | None = None
        count = 0
        for row in rows:
            count += 1
            if not count % _EVERY:
                progress(source.position())
            if len(row) != width:
                if row:
                    self._reject("columns", rows, f"{len(row)} columns", row)
                else:
                    count -= 1
                continue
            words = whole(row)
            if words != last:
                call, last = self._call(dict(zip(kept, words, strict=True)), rows, row), words
                if call is None:
                    last = ()
                    continue
            assert call is not None
            member = who(row)
            found = known.get(member)
            if found is None or not found[0] <= call.day < found[1]:
                found = self._member(member, call.day)
            column = found[2]
            cell = votes.get(row[vote_at]) or votes.get(row[vote_at].strip().upper())
            if cell is None:
                self._reject("bad-vote", rows, row[vote_at][:40], row)
            elif not isinstance(column, int):
                self._reject(column.code, rows, column.words, row)
            elif call.cells[column] or call.contested:
                self._again(call, column, cell, rows, row)
            else:
                call.cells[column] = cell
        read.rows = count
        read.last = call
        progress(source.total)
        rejects.close()
        return row

    def _call(self, words: dict[str, str], rows: object, row: Sequence[str]) -> Call | None:
        """The roll call of a row whose words differ from the row before; None for a rejected row."""
        self._mend(words)
        key = words["undl_id"] = words["undl_id"].strip().removesuffix(".0")  # a table program's idea of a number
        if not key:
            self._reject("no-id", rows, "", row)
            return None
        try:
            day = date.fromisoformat(words["date"].strip()[:10])
        except ValueError:
            self._reject("bad-date", rows, words["date"][:40], row)
            return None
        if day > self._today or day < FIRST_DAY:
            self._reject("future-date" if day > self._today else "too-early", rows, words["date"], row)
            return None
        call = self._read.calls.get(key)
        if call is None:
            self._check_body(words["resolution"], rows)
            call = Call(words, day, bytearray(len(self._columns)), len(self._read.calls))
            self._read.calls[key] = call
            if len(self._read.calls) > MOST_CALLS:
                raise Refused(f"more than {MOST_CALLS:,} roll calls: this is not the General Assembly's voting file")
        elif call.day != day or call.words["resolution"] != words["resolution"]:
            self._reject("other-call", rows, f"{words['date']} {words['resolution']}", row)
            return None
        return call

    def _check_body(self, symbol: str, rows: object) -> None:
        if not is_assembly(symbol):
            line = getattr(rows, "line_num", 0)
            what = f"line {line}: {symbol[:40]} is no symbol of the General Assembly"
            raise Refused(f"{what}; take the voting file of record 4060887")

    def _member(self, member: tuple[str, str], day: date) -> tuple[date, date, int | NoSeat]:
        code, name = (_mended(words) for words in member)
        found, start, end = self._seats.find_span(code, name, day)
        answer = (start, end, found if isinstance(found, NoSeat) else self._columns[found])
        if len(self._known) < 20_000:  # a file of garbage shall not fill the memory
            self._known[member] = answer
        if (code, name) != member:
            self._read.not_utf8 += 1
        return answer

    def _again(self, call: Call, column: int, cell: int, rows: object, row: Sequence[str]) -> None:
        """A second row of one member: the same vote is a slip of the file, another one leaves us without any."""
        if column in call.contested:
            self._reject("two-votes", rows, row[0][:40], row)
        elif not call.cells[column]:
            call.cells[column] = cell
        elif call.cells[column] == cell:
            self._reject("duplicate", rows, "", row)
        else:
            call.cells[column] = 0
            call.contested.add(column)
            self._reject("two-votes", rows, f"both votes of {self._seats.ids[column]} left out", row)

    def _reject(self, reason: str, rows: object, words: str, row: Sequence[str]) -> None:
        self._rejects.add(reason, getattr(rows, "line_num", 0), words, row)

    def _mend(self, words: dict[str, str]) -> None:
        for column, cell in words.items():
            if not cell.isascii() and (mended := _mended(cell)) != cell:
                words[column] = mended
                self._read.not_utf8 += 1

    def _check_end(self, last: Sequence[str], layout: Layout, source: Opened) -> None:
        """A download that broke off: the last row is short, or its last cell is, or it has fewer rows than it says."""
        read = self._read
        if not read.rows:
            raise Refused("the file has a first line and no row; download it again")
        if len(last) != layout.width or (
            not source.ends_in_a_line_break and read.last and _cut(last, read.last, layout)
        ):
            raise Refused(f"the file ends in the middle of a row, after {read.rows:,} rows; download it again")
        if not read.calls or self._rejects.total * 2 > read.rows:
            reason, count = self._rejects.counts.most_common(1)[0]
            line, what = self._rejects.lines[reason][0], f"{self._rejects.total:,} of {read.rows:,} rows are unusable"
            raise Refused(f"{what}, {count:,} for one reason: {reason}, first in line {line}; check the file")


def _cut(last: Sequence[str], call: Call, layout: Layout) -> bool:
    """Whether the last cell of the file is shorter than the same cell in the roll call's first row."""
    column = next((name for name, number in layout.at.items() if number == layout.width - 1), None)
    return column in call.words and call.words[column] != last[-1]


def _mended(cell: str) -> str:
    """A cell with bytes that are no UTF-8, read as Latin-1 (Windows' form of it); any other cell as it is."""
    if cell.isascii():
        return cell
    try:
        cell.encode("utf-8")
    except UnicodeEncodeError:
        raw = cell.encode("utf-8", "surrogateescape")
        return raw.decode("cp1252", "replace")
    return cell
