"""Every roll call held, of the records and of the imported file, as one matrix that an archive looks through.

A call that stands in both is the record's: its votes were checked by hand. Without an import the matrix holds the
records alone, so every question has one answer. Nothing is built before somebody asks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from briefs.records import Measure, Register, RollCall, Source
from briefs.rollcalls import imported as file
from briefs.rollcalls.imported import FILE_ID, Imported
from briefs.rollcalls.matrix import CELL, Ballot, Flag, Matrix, latest_of, matrix_of, numbers_of
from briefs.seats import Seats
from briefs.symbols import keys_of


class _Entry(NamedTuple):
    """One call in its place: its record (None: of the file) and its number in the file (-1: not in it)."""

    ballot: Ballot
    row: bytes
    record: RollCall | None
    number: int


class _Told(NamedTuple):
    """A call of the file as the values the briefs speak of."""

    call: RollCall
    measure: Measure
    source: Source


@dataclass(frozen=True, eq=False)
class Rolls:
    """The roll calls an archive sees: of `calls` (the records', oldest first) and `imported`, those of `only` (ids of
    records seen) and up to `day`."""

    register: Register
    sources: Mapping[str, Source]
    calls: tuple[RollCall, ...]
    imported: Imported | None = None
    day: date | None = None
    only: frozenset[str] | None = None
    _base: Rolls | None = field(default=None, repr=False, compare=False)

    def as_of(self, day: date, records: frozenset[str]) -> Rolls:
        """The same calls as seen from that day, of the records those given."""
        return replace(self, day=day, only=records, _base=self._base or self)

    # --- what is held --------------------------------------------------------------------------------------------

    @cached_property
    def matrix(self) -> Matrix:
        return self._base.matrix if self._base else self._made[0]

    @cached_property
    def records(self) -> Sequence[RollCall | None]:
        """For each call of the matrix its record; None for a call of the file."""
        return self._base.records if self._base else self._made[1]

    @cached_property
    def twins(self) -> Mapping[str, str]:
        """Records of roll calls that stand in the file as well: record id → the id of the file's call."""
        return self._base.twins if self._base else self._made[2]

    @cached_property
    def seen(self) -> int:
        """The calls seen, parts of texts among them."""
        matrix = self.matrix
        seen = matrix.all if self.day is None else matrix.until(self.day)
        if self.only is not None:
            for number, record in enumerate(self.records) if len(self.only) < len(self.calls) else ():
                if record is not None and record.id not in self.only:
                    seen &= ~(1 << number)
        return seen

    @cached_property
    def filed(self) -> int:
        """The calls that come from the imported file, whatever the day."""
        if self._base:
            return self._base.filed
        if self.imported is None:
            return 0
        return int("".join("0" if record else "1" for record in reversed(self.records)) or "0", 2)

    def on(self, issue: str | None = None) -> int:
        """The calls seen on whole texts of an issue (None: on any)."""
        among = self.seen & self.matrix.whole
        return among if issue is None else among & self.matrix.issues.get(issue, 0)

    def from_file(self, issue: str | None = None) -> bool:
        """Whether any of them comes from the imported file, or belongs to the issue by its rule alone."""
        return self.imported is not None and bool(self.on(issue) & ~self._recorded(issue))

    def _recorded(self, issue: str | None) -> int:
        """The calls of the records, of an issue those whose text bears it."""
        if issue is None:
            return ~self.filed
        return self._by_record.get(issue, 0)

    @cached_property
    def _by_record(self) -> Mapping[str, int]:
        if self._base:
            return self._base._by_record
        masks: dict[str, int] = {}
        for number, record in enumerate(self.records):
            if record:
                issue = self.register.measures[record.measure].issue
                masks[issue] = masks.get(issue, 0) | 1 << number
        return masks

    @cached_property
    def newest_filed(self) -> date | None:
        """The day of the newest call seen of the file."""
        held = next(latest_of(self.seen & self.filed), None)
        return None if held is None else self.matrix.ballots[held].day

    @cached_property
    def oldest_filed(self) -> date | None:
        """The day of the oldest call of the file."""
        held = next(numbers_of(self.seen & self.filed), None)
        return None if held is None else self.matrix.ballots[held].day

    @cached_property
    def days_filed(self) -> tuple[date, ...]:
        """The days of the file's calls seen, each once, oldest first."""
        if self.imported is None:
            return ()
        return tuple(dict.fromkeys(self.matrix.ballots[number].day for number in numbers_of(self.seen & self.filed)))

    # --- one call ------------------------------------------------------------------------------------------------

    def id_of(self, number: int) -> str:
        """The record id of a call."""
        record = self.records[number]
        return record.id if record else file.record_id(self.matrix.ballots[number])

    def call(self, number: int) -> RollCall:
        """A call of the matrix as a value."""
        return self.records[number] or self._told(number).call

    def number_of(self, id_: str) -> int | None:
        """The call with that record id, or on the text of that measure id; None where none is seen."""
        number = self._numbers.get(id_)
        return number if number is not None and self.seen >> number & 1 else None

    def cites(self, calls: int) -> tuple[str, ...]:
        """What a claim over these calls cites: each record, and the file as a whole."""
        records = tuple(self.id_of(number) for number in numbers_of(calls & ~self.filed))
        return (*records, FILE_ID) if calls & self.filed else records

    def measure(self, number: int) -> Measure:
        """The text of a call."""
        record = self.records[number]
        if record:
            return self.register.measures[record.measure]
        return self._told(number).measure

    def source(self, id_: str) -> Source | None:
        """The source behind the file as a whole or one call of it; None for any other id, or one that is not seen."""
        if self.imported is None or not id_.startswith(FILE_ID):
            return None
        if id_ == FILE_ID:
            day = self.newest_filed
            return replace(self.imported.source, published=day) if day else None
        number = self.number_of(id_)
        return None if number is None else self._told(number).source

    def _told(self, number: int) -> _Told:
        """A call of the file with its text and source; kept, since the newest are told again and again."""
        kept = (self._base or self)._kept
        if number not in kept:
            assert self.imported is not None
            matrix, ballot = self.matrix, self.matrix.ballots[number]
            issue = next((key for key, mask in matrix.issues.items() if mask >> number & 1), "")
            kept[number] = _Told(
                file.roll_call(ballot, matrix.rows[number], matrix.column),
                file.text_of(ballot, issue),
                file.source_of(ballot, self.imported.source),
            )
        return kept[number]

    @cached_property
    def _kept(self) -> dict[int, _Told]:
        return {}

    # --- making it -----------------------------------------------------------------------------------------------

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        if self._base:
            return self._base._numbers
        found: dict[str, int] = {}
        for number, record in enumerate(self.records):
            ballot = self.matrix.ballots[number]
            for key in (record.id, record.measure) if record else (file.record_id(ballot), file.measure_id(ballot)):
                found[key] = number
        return found

    @cached_property
    def _made(self) -> tuple[Matrix, tuple[RollCall | None, ...], Mapping[str, str]]:
        seats = Seats(self.register)
        members = self.imported.members if self.imported else seats.ids
        entries = self._entries(members)
        issues = self._issues(entries)
        matrix = matrix_of([e.ballot for e in entries], members, [e.row for e in entries], seats, issues)
        twins = {
            e.record.id: file.record_id(self.imported.ballots[e.number])
            for e in entries
            if self.imported and e.record and e.number >= 0
        }
        return matrix, tuple(entry.record for entry in entries), twins

    def _entries(self, members: Sequence[str]) -> list[_Entry]:
        """The calls of both in the order of their days; of one day the file's come before the records'."""
        filed = self.imported
        ballots, rows = (filed.ballots, filed.rows) if filed else ((), ())
        entries = [_Entry(ballot, row, None, n) for n, (ballot, row) in enumerate(zip(ballots, rows, strict=True))]
        same = {
            (e.ballot.day, key): e.number for e in entries if not e.ballot.is_part for key in keys_of(e.ballot.symbol)
        }
        added: list[_Entry] = []
        for call in self.calls:
            measure = self.register.measures[call.measure]
            made = _Entry(_ballot(call, measure, self.sources[call.source]), _row(call, members), call, -1)
            twin = next((same[call.date, key] for key in keys_of(measure.symbol) if (call.date, key) in same), None)
            if twin is None:
                added.append(made)
            else:
                entries[twin] = made._replace(number=twin)
        days = [entry.ballot.day for entry in entries]
        for entry in reversed(added):  # the last first: places before it stay what they were
            entries.insert(bisect_right(days, entry.ballot.day), entry)
        return entries

    def _issues(self, entries: Sequence[_Entry]) -> dict[str, int]:
        """Issue id → its calls: those of the file by the rules, those of the records as their measure says."""
        masks = dict.fromkeys(self.register.issues, 0)
        for issue, mask in (self.imported.issues if self.imported else {}).items():
            masks[issue] = _moved(mask, entries)
        for number, entry in enumerate(entries):
            if entry.record:
                issue = self.register.measures[entry.record.measure].issue
                masks[issue] = masks.get(issue, 0) | 1 << number
        return masks


def _moved(mask: int, entries: Sequence[_Entry]) -> int:
    """The bits of the file's calls, each in its new place."""
    places = [number for number, entry in enumerate(entries) if entry.number < 0]
    for place in places:
        low = mask & ((1 << place) - 1)
        mask = low | (mask >> place) << (place + 1)
    return mask


def _ballot(call: RollCall, measure: Measure, source: Source) -> Ballot:
    tally = call.tally
    totals = (tally.favour, tally.against, tally.abstained, tally.absent, tally.members)
    return Ballot(
        undl_id=call.id, day=call.date, symbol=measure.symbol, title=measure.title, agenda="", subjects="", session="",
        meeting=call.meeting or "", draft="", report="", note="", link=source.url, totals=totals, flags=Flag(0),
    )  # fmt: skip


def _row(call: RollCall, members: Sequence[str]) -> bytes:
    return bytes(CELL[cast] if (cast := call.votes.get(seat)) else 0 for seat in members)
