"""What one import of the Library's voting file holds, and how one of its calls becomes the values the briefs speak of.

    Imported     the calls of the file, their votes and issues, and the source to name
    roll_call    one of them as a `RollCall`: its votes stay in their row of bytes until somebody asks
    text_of      one of them as a `Measure`, under a title that can be told

`adapters.votefile` makes an `Imported`; `briefs.rollcalls.held` lays it beside the roll calls of the records.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import ItemsView, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from briefs.codebook import VoteOption
from briefs.records import Measure, RollCall, Source, Tally
from briefs.rollcalls.matrix import CELL, HEAD, OPTION, TAIL, Ballot, Flag

FILE_ID = "un-votes"
"""The id of the file as a source, and of a claim that counts over all of it."""
BODY = "unga"
LONGEST_TITLE = 140
"""Characters of a title told: some cells of the file hold a page of a meeting's record instead of a title."""


@dataclass(frozen=True)
class Imported:
    """One imported file. `ballots` run in the order of their days; `rows[n]` holds a byte a member (`matrix.CELL`);
    `issues` maps issue id → its calls as bits; `at` is the aware instant of the import."""

    ballots: Sequence[Ballot]
    members: Sequence[str]
    rows: Sequence[bytes]
    issues: Mapping[str, int]
    source: Source
    at: datetime


class RowVotes(Mapping[str, VoteOption]):
    """The votes of one call out of its row of bytes: seat → option. Who has no row in it is not in it."""

    __slots__ = ("_column", "_row")

    def __init__(self, row: bytes, column: Mapping[str, int]) -> None:
        self._row = row
        self._column = column

    def __getitem__(self, seat: str) -> VoteOption:
        return OPTION[self._row[self._column[seat]]]

    def get(self, seat: str, default: VoteOption | None = None) -> VoteOption | None:  # type: ignore[override]
        number = self._column.get(seat)
        return default if number is None else OPTION.get(self._row[number], default)

    def __contains__(self, seat: object) -> bool:
        number = self._column.get(str(seat))
        return number is not None and self._row[number] != 0

    def __iter__(self) -> Iterator[str]:
        return (seat for seat, number in self._column.items() if self._row[number])

    def items(self) -> ItemsView[str, VoteOption]:
        """As the mapping's own, made at once: whole roll calls are told by name."""
        row = self._row
        return {seat: OPTION[row[number]] for seat, number in self._column.items() if row[number]}.items()

    def __len__(self) -> int:
        return len(self._row) - self._row.count(0)

    def __repr__(self) -> str:
        return repr(dict(self))


def record_id(ballot: Ballot) -> str:
    """The id a claim about that call cites."""
    return f"{FILE_ID}/{ballot.undl_id}"


def measure_id(ballot: Ballot) -> str:
    """The id of its text."""
    return f"{FILE_ID}-{ballot.undl_id}"


def roll_call(ballot: Ballot, row: bytes, column: Mapping[str, int]) -> RollCall:
    """One call of the file as the briefs speak of it."""
    return RollCall(
        id=record_id(ballot),
        source=record_id(ballot),
        measure=measure_id(ballot),
        body=BODY,
        date=ballot.day,
        tally=tally_of(ballot, row),
        votes=RowVotes(row, column),
        meeting=ballot.meeting or None,
    )


def tally_of(ballot: Ballot, row: bytes) -> Tally:
    """The totals as the file prints them, else as its rows count. A file that leaves out absent members knows neither
    how many did not vote nor how many members there were."""
    counted = [row.count(CELL[option]) for option in VoteOption]
    favour, against, abstained, absent = (
        counted[i] if total is None else total for i, total in enumerate(ballot.totals[:4])
    )
    if ballot.flags & Flag.OMITS:
        return Tally(favour, against, abstained)
    members = ballot.totals[4] or favour + against + abstained + absent
    return Tally(favour, against, abstained, members=members, absent=absent)


def text_of(ballot: Ballot, issue: str) -> Measure:
    """The text voted on. Several symbols in one cell are one text: the first is told."""
    return Measure(measure_id(ballot), symbol_of(ballot), title_of(ballot), BODY, issue)


def title_of(ballot: Ballot) -> str:
    """Its title as told; some cells begin with the symbol again."""
    return told_title(ballot.title.removeprefix(f"{symbol_of(ballot)}, "))


def symbol_of(ballot: Ballot) -> str:
    """The text's symbol as printed; its draft's, or the Library's number, where it has none."""
    words = next((s for s in (*ballot.symbol.split("|"), *ballot.draft.split("|")) if s.strip()), "")
    return _printable(words) or f"record {ballot.undl_id}"


def source_of(ballot: Ballot, file: Source) -> Source:
    """The page of one call: a voting record counts as published on the day of the vote."""
    return replace(
        file,
        id=record_id(ballot),
        title=title_of(ballot),
        url=ballot.link or file.url,
        published=ballot.day,
    )


@lru_cache(maxsize=8192)
def told_title(title: str) -> str:
    """A title without the catalogue's tail ("… : resolution / adopted by the General Assembly"), cut at a word where
    the cell holds more than a title."""
    words = _printable(HEAD.sub("", TAIL.sub("", title))) or "no title in the file"
    if len(words) <= LONGEST_TITLE:
        return words.rstrip(" .;:,/") or words
    return words[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" .;:,/(") + " …"


def _printable(words: str) -> str:
    """In normal form, on one line, without characters that nobody sees."""
    kept = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", words))
    return re.sub(r"\s+", " ", kept).strip()
