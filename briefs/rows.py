"""(archive, what was asked) → rows: the records behind an answer, one a row, each with its citation and its licence.

A brief shows a handful and counts the rest; rows hold them all, in the order of days, newest first. Only selection of
fields: no sentence, nothing proved. `bot.as_csv` writes them.

    votes       what each of some states did in each of some roll calls
    shifts      votes that differ from the same member's vote before
    members     one roll call, member by member; those of a bloc, or with one option
    acts        the event records that are an actor's own
    cited       whatever an answer rests on, for answers without rows of their own
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date

from briefs.archive import Archive
from briefs.codebook import ActorKind, VoteOption
from briefs.records import EventRecord, RollCall, Source, Tally
from briefs.rollcalls.imported import FILE_ID
from briefs.rollcalls.matrix import Flag, latest_of
from briefs.rollcalls.shifts import moved, shifts_in
from briefs.rollcalls.votes import Cast, cast_in

REMARKS = {
    Flag.PART: "part", Flag.DISAGREES: "totals-differ", Flag.OMITS: "rows-missing", Flag.CONTRADICTS: "two-votes",
}  # fmt: skip
VOTE = "vote"
"""What stands as `act` of a roll call; of an event record its own act does."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record, as cells of text in this order; empty where the record does not say."""

    day: str
    symbol: str
    title: str
    issues: str
    """Ids, parted by blanks."""
    actor_id: str
    actor: str
    """The name of the day."""
    option: str
    """`favour`, `against`, `abstained`, `absent` (did not vote), `no-row` (none in the file), `not-a-member`."""
    favour: str
    against: str
    abstained: str
    absent: str
    members: str
    remarks: str
    """`part` (a vote on a part of the text), `totals-differ` (rows and printed totals), `rows-missing` (the file leaves
    members out), `two-votes` (of one member, neither taken)."""
    act: str
    status: str
    """How far an act has come ("done", "in discussion" …); empty for votes."""
    words: str
    """A label, a quotation or a curator's paraphrase, as the record has it."""
    before: str
    """Of a shift: the vote before on a text of the same title, its day and its record."""
    before_day: str
    before_record: str
    record: str
    publisher: str
    published: str
    url: str
    citation: str
    licence: str


HEADER = tuple(field.name for field in fields(Row))


def votes(archive: Archive, actors: Sequence[str], issue: str | None) -> Iterator[Row]:
    """Each roll call on an issue (None: all held), newest first, with what each of these did in it; of a bloc its
    members of the day. Observers, persons and parties have no votes."""
    rolls = archive.rolls
    blocs = {actor for actor in actors if archive.register.actors[actor].kind is ActorKind.BLOC}
    seats = {actor for actor in actors if actor in rolls.matrix.column}
    for number in latest_of(rolls.on(issue)) if blocs or seats else ():
        call = _Call(archive, number)
        for actor in actors:
            if actor in blocs:
                yield from call.rows(archive.register.actors[actor].members_on(call.day))
            elif actor in seats:
                yield call.row(actor)


def members(archive: Archive, measure: str, bloc: str | None = None, option: VoteOption | None = None) -> Iterator[Row]:
    """The roll call on a text, member by member of its day; those of a bloc, or those that stand so, alone."""
    call = archive.call_on(measure)
    number = archive.rolls.number_of(call.id) if call else None
    if number is None:
        return
    held = _Call(archive, number)
    seats = archive.rolls.matrix
    then = [seat for seat in seats.members if seats.was_member[seat] >> number & 1]
    chosen = archive.register.actors[bloc].members_on(held.day) if bloc else then
    rows = sorted(held.rows(chosen), key=lambda row: row.actor)
    yield from (row for row in rows if option is None or row.option == option.value)


def day(archive: Archive, day: date) -> Iterator[Row]:
    """The roll calls of a day, without members, then the events of it."""
    rolls = archive.rolls
    calls = rolls.seen & rolls.matrix.until(day) & ~rolls.matrix.between(None, day)
    yield from (_Call(archive, number).row() for number in latest_of(calls))
    yield from (event_row(archive, event) for event in archive.published if event.date.day == day)


def shifts(archive: Archive, issue: str | None, since: date) -> Iterator[Row]:
    """Every vote since a day that differs from the same member's last one on a text of that title, newest first."""
    rolls = archive.rolls
    matrix = rolls.matrix
    found = moved(matrix, rolls.on(), rolls.on(issue) & matrix.between(since, None))
    for number in sorted(found, reverse=True):
        call = _Call(archive, number)
        for shift in shifts_in(matrix, number, rolls.on()):
            last = (shift.before.value, matrix.ballots[shift.last].day.isoformat(), rolls.id_of(shift.last))
            yield call.row(shift.seat, last)


def acts(archive: Archive, actor: str, issue: str | None) -> Iterator[Row]:
    """The event records that are the actor's own or name it, on an issue (None: on any), newest first."""
    for event in reversed(archive.published):
        named = any(actor in names.of for names in event.named.values())
        if (actor in (*event.by, *event.owner) or named) and issue in (None, archive.issue_of(event)):
            yield event_row(archive, event, actor)


def cited(archive: Archive, cites: Iterable[str]) -> Iterator[Row]:
    """The records an answer rests on, each once, in the order given; the file as a whole is no row."""
    for cite in dict.fromkeys(cites):
        number = archive.rolls.number_of(cite)
        if number is not None:
            yield _Call(archive, number).row()
        elif cite in archive.events:
            yield event_row(archive, archive.events[cite])


def event_row(archive: Archive, event: EventRecord, actor: str | None = None) -> Row:
    """One event record, of all whose act it is or of one actor; the vote by it that a list in the record names."""
    source, measure = archive.source_of(event.id), archive.measure_of(event)
    text = archive.measure(measure) if measure else None
    who = (actor,) if actor else event.owner or event.by
    option = next((option.value for option, names in event.named.items() if actor in names.of), "")
    said = [quote.text for quote in event.quotes] + [saying.text for saying in event.says]
    return Row(
        event.date.day.isoformat() if event.date.day else "",
        text.symbol if text else "",
        text.title if text else "",
        archive.issue_of(event) or "",
        "; ".join(who),
        "; ".join(archive.register.actors[actor].name for actor in who),
        option,
        *_counts(event.tally),
        "",
        event.act.value,
        event.status.value,
        event.label or event.what or next(iter(said), ""),
        "",
        "",
        "",
        event.id,
        *_cited(source, f"{source.publisher}: {source.title}"),
    )


class _Call:
    """One roll call, its cells made once for all its members."""

    def __init__(self, archive: Archive, number: int) -> None:
        self._archive, self._number = archive, number
        call = archive.rolls.call(number)
        self.day = call.date
        source, text = archive.source_of(call.id), archive.text(call)
        flags = archive.rolls.matrix.ballots[number].flags
        held = (issue for issue, calls in archive.rolls.matrix.issues.items() if calls >> number & 1)
        self._head = (call.date.isoformat(), text.symbol, text.title, " ".join(held))
        remarks = " ".join(word for flag, word in REMARKS.items() if flags & flag)
        credit = f"{_credit(archive, call, source)}: {text.symbol}"
        self._counts = (*_counts(call.tally), remarks, VOTE, "", "")
        self._tail = (call.id, *_cited(source, credit))

    def row(self, actor: str | None = None, before: tuple[str, str, str] = ("", "", "")) -> Row:
        """The call, and what one member did in it and `before`; without a member the call alone."""
        who = ("", "", "")
        if actor is not None:
            matrix = self._archive.rolls.matrix
            cast = cast_in(matrix, actor, self._number) if actor in matrix.column else Cast.NOT_MEMBER
            who = (actor, matrix.seats.told(actor, self.day).name, cast.value)
        return Row(*self._head, *who, *self._counts, *before, *self._tail)

    def rows(self, actors: Iterable[str]) -> Iterator[Row]:
        return map(self.row, actors)


def _credit(archive: Archive, call: RollCall, source: Source) -> str:
    """Who is to be named: of the imported file its own line, of a record its publisher."""
    if archive.imported and call.id.startswith(FILE_ID):
        return archive.imported.source.title
    return source.publisher


def _cited(source: Source, credit: str) -> tuple[str, str, str, str, str]:
    published = source.published.isoformat()
    return source.publisher, published, source.url, f"{credit}, {published}, {source.url}", source.licence


def _counts(tally: Tally | None) -> tuple[str, str, str, str, str]:
    """In favour, against, abstained, did not vote, members; empty where not known."""
    if tally is None:
        return "", "", "", "", ""
    favour, against, abstained = tally.favour, tally.against, tally.abstained
    return _cell(favour), _cell(against), _cell(abstained), _cell(tally.absent), _cell(tally.members)


def _cell(count: int | None) -> str:
    return "" if count is None else str(count)
