"""The shipped records as archives, read once per test process by the product's own reading and assembling."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from adapters.files.wordings import read_wordings
from adapters.votefile import masks_of
from briefs.archive import Archive
from briefs.assembly import assemble
from briefs.codebook import SourceClass, VoteOption
from briefs.reading import FileContent, Problem, read
from briefs.records import RollCall, Source, Tally
from briefs.rollcalls import Ballot, Flag
from briefs.rollcalls.imported import FILE_ID, Imported
from briefs.seats import Seats
from briefs.tongues import rows_of

RECORDS = Path(__file__).parent.parent / "records"


def archive_of(*folders: Path) -> Archive:
    """The archive of these folders beside the shipped register; a problem in any file is an error of the test."""
    paths = sorted(path for folder in folders for path in folder.rglob("*.yaml"))
    return beside_register(*(read(path.read_bytes(), path.name) for path in paths))


@cache
def registered() -> tuple[FileContent, ...]:
    """The files of the shipped register, read once."""
    paths = sorted((RECORDS / "register").rglob("*.yaml"))
    return tuple(whole(read(path.read_bytes(), path.name)) for path in paths)


def beside_register(*contents: FileContent | tuple[Problem, ...]) -> Archive:
    """The archive of what these files were read to beside the shipped register."""
    assembled = assemble([*registered(), *map(whole, contents)])
    assert not assembled.problems, assembled.problems
    return assembled.archive


def whole(content: FileContent | tuple[Problem, ...]) -> FileContent:
    assert isinstance(content, FileContent), content
    return content


@cache
def article() -> Archive:
    """The first article alone: nine records, no roll call."""
    return archive_of(RECORDS / "events")


@cache
def shipped() -> Archive:
    """Everything that is shipped: the article, nine roll calls, the sponsors of one draft."""
    return archive_of(RECORDS / "events", RECORDS / "rollcalls", RECORDS / "sponsors")


FILED = (
    ("1989-12-06", "A/RES/44/41A", "Question of Palestine", Flag.OMITS),
    ("1990-12-06", "A/RES/45/67A", "Question of Palestine", Flag(0)),
    ("1990-12-06", "A/RES/45/67B", "The Acting President: we shall now vote on operative paragraph 8", Flag.PART),
    ("1990-12-10", "A/RES/45/83A", "The situation in the Middle East", Flag.DISAGREES),
    ("1991-12-12", "A/RES/46/78", "Law of the sea : resolution / adopted by the General Assembly", Flag.OMITS),
    ("1993-11-03", "A/RES/48/16", "Necessity of ending the embargo imposed by the United States against Cuba", Flag(0)),
    ("2011-12-01", "A/RES/66/17", "Question of Palestine : resolution / adopted by the General Assembly", Flag(0)),
    ("2014-03-27", "A/RES/68/262", "Territorial integrity of Ukraine", Flag(0)),
    ("2019-12-18", "A/RES/74/167", "Situation of human rights in the Islamic Republic of Iran", Flag.OMITS),
    ("2020-12-16", "A/RES/75/191", "Situation of human rights in the Islamic Republic of Iran", Flag(0)),
    ("2020-12-16", "A/RES/75/98", "Question of Palestine : resolution / adopted by the General Assembly", Flag(0)),
)
"""An invented voting file: texts of real titles, and votes nobody cast. One of its calls is also a record."""


@cache
def imported() -> Archive:
    """What is shipped beside an invented voting file of eleven roll calls."""
    return with_file(shipped())


ODD = (
    ("1980-11-05", "A/RES/35/13", "Question of an invented island", Flag.OMITS, 0),
    ("1981-11-04", "A/RES/36/13", "Question of an invented island", Flag.OMITS, 0),
    ("1982-11-03", "A/RES/37/13", "Question of an invented island : resolution", Flag(0), 1),
    ("1983-11-02", "A/RES/38/13", "Question of an invented island", Flag.OMITS | Flag.DISAGREES, 9),
    ("1983-11-02", "A/RES/38/13", "The President: I put to the vote operative paragraph 2", Flag.PART | Flag.OMITS, 0),
    ("1983-11-02", "A/RES/38/13", "The President: I put to the vote the amendment", Flag.PART, 0),
    ("1984-11-07", "A/RES/39/13", "Question of an invented island", Flag.CONTRADICTS | Flag.OMITS, 200),
    ("1985-11-07", "A/RES/40/13A", "Question of an invented island", Flag(0), 0),
    ("1985-11-07", "A/RES/40/13B", "Question of an invented island", Flag.DISAGREES, 1),
    ("1985-11-08", "A/RES/40/14", "An invented text without a title like it", Flag.OMITS, 0),
    ("1985-11-08", "A/RES/40/14", "The President: I put to the vote paragraph 1", Flag.PART | Flag.OMITS, 0),
    ("2019-12-18", "A/RES/74/901", "Invented text that everybody welcomed", Flag(0), -1),
    ("2019-12-18", "A/RES/74/902", "Invented text that nearly everybody welcomed", Flag.OMITS, -1),
)
"""Calls as odd as a file may hold: day, symbol, title, flags, and how many of the first members vote otherwise than
in the calls without any (-1: all in favour)."""


@cache
def odd() -> Archive:
    """What is shipped beside an invented voting file of odd calls, of days when several members had other names."""
    seats = Seats(shipped().register)
    made = []
    for number, (day, symbol, title, flags, moved) in enumerate(ODD):
        ballot, _ = _filed(0, seats)
        held = date.fromisoformat(day)
        cells = (_odd_cell(place, moved, flags) for place in range(len(seats.ids)))
        row = bytes(cell if seats.member(seat, held) else 0 for seat, cell in zip(seats.ids, cells, strict=True))
        counted = [row.count(cell) for cell in (1, 2, 3, 4)]
        printed = (counted[0] + bool(flags & Flag.DISAGREES), *counted[1:])
        ballot = ballot._replace(
            undl_id=f"20{number}", day=held, symbol=symbol, title=title, flags=flags, totals=(*printed, sum(printed)),
            link=f"https://wire.example/odd/{number}",
        )  # fmt: skip
        made.append((ballot, row))
    return with_calls(shipped(), made)


def _odd_cell(place: int, moved: int, flags: Flag) -> int:
    if place % 9 == 8 and not (moved < 0 and not flags & Flag.OMITS):
        return 0 if flags & Flag.OMITS else 4
    return 1 if moved < 0 else 1 + (place + (place < moved and place % 3 == 0)) % 3


WAVERING = ("Question of Palestine", "Situation of human rights in the Islamic Republic of Iran", "Law of the sea")


@cache
def wavering() -> Archive:
    """What is shipped beside an invented file of twenty-four calls on three texts, two of them on one day, in which
    members change their votes, stay away or are left out."""
    seats = Seats(shipped().register)
    made = []
    for number in range(24):
        held = date(1979 + 2 * (number // 2), 12, 5 + (number % 6 // 2))
        title = WAVERING[number % 5 % 3]
        cells = (_wavering_cell(number, place) for place in range(len(seats.ids)))
        row = bytes(cell if seats.member(seat, held) else 0 for seat, cell in zip(seats.ids, cells, strict=True))
        counted = [row.count(cell) for cell in (1, 2, 3, 4)]
        ballot = _filed(1, seats)[0]._replace(
            undl_id=f"30{number}", day=held, symbol=f"A/RES/{34 + number}/{100 + number}", title=title,
            flags=Flag.PART if number == 11 else Flag.OMITS, totals=(*counted, sum(counted)),
            link=f"https://wire.example/wavering/{number}",
        )  # fmt: skip
        made.append((ballot, row))
    return with_calls(shipped(), made)


@cache
def every_way() -> Archive:
    """What is shipped beside an invented file of fifty calls on one text since 1950, in which every member votes in
    every way, stays away and is once left out."""
    seats = Seats(shipped().register)
    made = []
    for number in range(50):
        held = date(1950 + number, 12, 24)
        cells = ((number + place) % 5 if number == 49 else 1 + (number + place) % 4 for place in range(len(seats.ids)))
        row = bytes(cell if seats.member(seat, held) else 0 for seat, cell in zip(seats.ids, cells, strict=True))
        counted = [row.count(cell) for cell in (1, 2, 3, 4)]
        ballot = _filed(1, seats)[0]._replace(
            undl_id=f"50{number}", day=held, symbol=f"A/RES/{number + 5}/{100 + number}", title="Question of Palestine",
            flags=Flag.OMITS, totals=(*counted, sum(counted)), link=f"https://wire.example/every/{number}",
        )  # fmt: skip
        made.append((ballot, row))
    return with_calls(shipped(), made)


def _wavering_cell(number: int, place: int) -> int:
    drawn = zlib.crc32(f"{number}|{place}".encode()) % 40
    if drawn < 4:
        return (0, 0, 4, 4)[drawn]
    return 1 + (place // 20 + (drawn < 6) + 2 * (drawn < 5)) % 3


def with_file(archive: Archive, only: Sequence[int] | None = None) -> Archive:
    """An archive beside the invented voting file, or beside some of its calls."""
    seats = Seats(archive.register)
    return with_calls(archive, [_filed(n, seats) for n in (range(len(FILED)) if only is None else only)])


def with_calls(archive: Archive, made: Sequence[tuple[Ballot, bytes]]) -> Archive:
    """An archive beside a voting file of these calls."""
    seats = Seats(archive.register)
    ballots, rows = [ballot for ballot, _ in made], [row for _, row in made]
    source = Source(
        FILE_ID, "UN Digital Library", SourceClass.PRIMARY, "en", "General Assembly voting data, invented",
        "https://wire.example/votes", ballots[-1].day, "invented, with attribution",
    )  # fmt: skip
    issues = masks_of(ballots, tuple(archive.register.rules.values()))
    at = datetime(2026, 11, 1, tzinfo=UTC)
    return replace(archive, imported=Imported(ballots, seats.ids, rows, issues, source, at))


def parts_alone() -> Archive:
    """The article beside one vote on a part of a text on Palestine."""
    archive = with_file(article(), (1,))
    assert archive.imported is not None
    ballots = [ballot._replace(flags=Flag.PART) for ballot in archive.imported.ballots]
    return replace(archive, imported=replace(archive.imported, ballots=ballots))


@cache
def crowded(many: int) -> Archive:
    """What is shipped beside a file of so many roll calls of one day, 10 December 1990: every third leaves absent
    members out, every fourth is on a part of a text."""
    archive = with_file(shipped(), (3,))
    assert archive.imported is not None
    [ballot], [row] = archive.imported.ballots, archive.imported.rows
    ballots = []
    for number in range(many):
        flags = (Flag.OMITS if number % 3 == 2 else Flag(0)) | (Flag.PART if number % 4 == 3 else Flag(0))
        ballots.append(ballot._replace(undl_id=f"2{number:02}", symbol=f"A/RES/45/{83 + number}", flags=flags))
    return replace(archive, imported=replace(archive.imported, ballots=ballots, rows=[row] * many, issues={}))


def _filed(number: int, seats: Seats) -> tuple[Ballot, bytes]:
    """A call in which each member of the day votes by its place in the register, some otherwise from call to call."""
    day, symbol, title, flags = FILED[number]
    held = date.fromisoformat(day)
    cells = [_cell(number, place, flags) if seats.member(seat, held) else 0 for place, seat in enumerate(seats.ids)]
    row = bytes(cells)
    counted = tuple(row.count(cell) for cell in (1, 2, 3, 4))
    printed = (counted[0] + bool(flags & Flag.DISAGREES), *counted[1:])
    members = sum(printed)
    link = f"https://wire.example/votes/{number}"
    return Ballot(
        f"10{number}",
        held,
        symbol,
        title,
        "",
        "",
        symbol.split("/")[2],
        "",
        "",
        "",
        "",
        link,
        (*printed, members),
        flags,
    ), row


def _cell(number: int, place: int, flags: Flag) -> int:
    if place % 9 == 8:
        return 0 if flags & Flag.OMITS else 4
    return 1 + (place + number * (place % 3 == 1)) % 3


@cache
def specimens() -> Archive:
    """Invented records beside the shipped register: acts in forms that the shipped ones do not show, and roll calls of
    2010, when South Sudan was no member, and of 2012."""
    folder = Path(__file__).parent / "specimens" / "acts"
    written = archive_of(folder)
    sources, calls = dict(written.sources), dict(written.rollcalls)
    for measure, day in (("sp-3", date(2010, 6, 1)), ("sp-4", date(2012, 6, 1))):
        source, call = invented_call(written, measure, day)
        sources[source.id], calls[call.id] = source, call
    wordings = read_wordings([folder])
    assert not wordings.wrong, wordings.wrong
    return Archive(written.register, sources, written.events, calls, wordings=wordings.wordings)


def wordings_in(path: Path) -> dict[tuple[str, str], str]:
    """A table of what curators wrote in another language."""
    return {(kind, english): told for kind, english, told in rows_of(path.read_text("utf-8"))}


def invented_call(archive: Archive, measure: str, day: date) -> tuple[Source, RollCall]:
    """A roll call in which every member of that day has one of the four options in turn."""
    actors = archive.register.actors.values()
    members = [a.id for a in actors if any(m.value == "un" and m.holds(day) for m in a.member)]
    votes = {state: list(VoteOption)[i % 4] for i, state in enumerate(members)}
    counts = [sum(cast is option for cast in votes.values()) for option in VoteOption]
    tally = Tally(*counts[:3], voted=None, members=len(members), absent=counts[3])
    url = f"https://wire.example/{measure}"
    source = Source(f"undl-{measure}", "UN Digital Library", SourceClass.PRIMARY, "en", "Pilots", url, day, "invented")
    return source, RollCall(f"{source.id}/{measure}", source.id, measure, "unga", day, tally, votes)


ISSUES = ("ukraine-war", "palestine", "middle-east", "iran-human-rights", "dprk-human-rights", "myanmar-situation",
          "syria-situation", "nuclear-disarmament", "nuclear-tests", "chemical-weapons", "conventional-arms",
          "outer-space")  # fmt: skip


@cache
def busy() -> Archive:
    """Cambodia with three records on each of many issues, one of the oldest of them a turn and another an act of its
    opposition, and forty on the first issue."""
    acts = []
    for place, issue in enumerate(ISSUES):
        for number in range(40 if place == 0 else 3):
            day = date(2025 - place - number % 2, 1 + number % 12, 1 + number % 28)
            acts.append((f"r{place}-{number}", "sanction", "KHM", day, issue, "RUS"))
    acts.append(("was", "sanction", "KHM", date(2009, 5, 1), ISSUES[-1], "PRK"))
    acts.append(("turned", "lift-sanction", "KHM", date(2010, 5, 1), ISSUES[-1], "PRK"))
    acts.append(("earlier", "sanction", "KHM", date(2007, 5, 1), ISSUES[0], "IRN"))
    acts.append(("later", "lift-sanction", "KHM", date(2008, 5, 1), ISSUES[0], "IRN"))
    acts.append(("party", "sanction", "cnrp", date(2011, 5, 1), ISSUES[-2], "RUS"))
    source = (
        "source: {id: wire, publisher: The Wire, title: T, class: press, lang: en, url: https://wire.example/1,"
        " published: 2025-12-31, licence: invented}\nrecords:\n"
    )
    lines = [
        f"- {{id: {id_}, act: {act}, by: {by}, date: {day}, issue: {issue}, against_actor: {target}, ev: [T]}}\n"
        for id_, act, by, day, issue, target in acts
    ]
    return beside_register(read((source + "".join(lines)).encode(), "wire.yaml"))
