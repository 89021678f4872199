"""One roll call and nothing around it: the vote with its members by name, and who in it voted so.

What surrounds a text (co-sponsors, statements, what changed) is told by `measure`. Each list is a line of its own, so
that a platform's limit parts lists and not names where it can.
"""

from __future__ import annotations

from datetime import date

from briefs.archive import Archive
from briefs.codebook import Length, VoteOption
from briefs.document import Block, Bullets, Clause, Document, Paragraph
from briefs.positions import split
from briefs.records import RollCall
from briefs.rollcalls.imported import FILE_ID
from briefs.wording import calls, votes
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.pen import OPTIONS, Pen, Slot

IN_FULL = 6
"""A short brief names up to this many that abstained or did not vote; those against always."""
LISTED = (VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT, VoteOption.FAVOUR)


def tell(
    archive: Archive, measure: str, bloc: str | None, length: Length, as_of: date, words: Words
) -> Document | None:
    """The roll call on a measure, or one bloc in it; None where no roll call of it is held."""
    call = archive.call_on(measure)
    if call is None:
        return None
    pen = Pen(archive, words)
    blocks = _of_bloc(pen, call, bloc, length) if bloc else _of_all(pen, call, length)
    return frame(pen, _title(pen, call), blocks, as_of, length)


def tell_voters(
    archive: Archive, measure: str, option: VoteOption, bloc: str | None, length: Length, as_of: date, words: Words
) -> Document | None:
    """Who has that option in the roll call on a measure, of all members or of a bloc; None as in `tell`."""
    call = archive.call_on(measure)
    if call is None:
        return None
    pen = Pen(archive, words)
    return frame(pen, _title(pen, call), _voters(pen, call, option, bloc, length), as_of, length)


def _title(pen: Pen, call: RollCall) -> str:
    return pen.words.say("title-measure", {"symbol": pen.symbol(call), "title": pen.title(call)})


# --- the vote ----------------------------------------------------------------------------------------------------


def _of_all(pen: Pen, call: RollCall, length: Length) -> tuple[Block, ...]:
    lead = calls.voted(pen, call)
    if length is Length.LINE:
        return (Paragraph((lead,)),)
    long = length is Length.LONG
    told: list[Block] = [Paragraph((lead, *calls.oddities(pen, call)))]
    listed = [option for option in LISTED if long or _in_short(call, option)]
    lists = [clause for option in listed if (clause := calls.names(pen, call, option))]
    told += [Bullets(tuple(lists))] if lists else []
    told += calls.blocs(pen, call, long=long)
    return (*told, *calls.parts(pen, call, long=long))


def _in_short(call: RollCall, option: VoteOption) -> bool:
    """In favour is only counted; against stands in full; the others where they are few."""
    if option is VoteOption.FAVOUR:
        return False
    return option is VoteOption.AGAINST or len(call.members(option)) <= IN_FULL


def _of_bloc(pen: Pen, call: RollCall, bloc: str, length: Length) -> tuple[Block, ...]:
    """How the bloc's members of that day voted, each by name."""
    line = length is Length.LINE
    lead = votes.bloc(pen, bloc, call, message="bloc-split" if length is Length.LONG else "bloc-voted", named=line)
    if lead is None:
        return _no_bloc_then(pen, call, bloc, length)
    if line:
        return (Paragraph((lead,)),)
    first = (calls.voted(pen, call), lead) if length is Length.LONG else (lead,)
    return Paragraph((*first, *calls.oddities(pen, call))), Bullets(tuple(_bloc_lists(pen, call, bloc)))


def _bloc_lists(pen: Pen, call: RollCall, bloc: str) -> list[Clause]:
    """Every member of the bloc under what it did; in the order of tallies."""
    members = pen.archive.register.actors[bloc].members_on(call.date)
    divided = split(call, members)
    rowless, without = votes.rowless_of(pen.archive, call, members)
    groups = [(option.value, divided[option]) for option in OPTIONS]
    groups += [("no-row", tuple(rowless)), ("none", tuple(without))]
    return [_bloc_names(pen, call, bloc, did, who) for did, who in groups if who]


def _bloc_names(pen: Pen, call: RollCall, bloc: str, did: str, who: tuple[str, ...]) -> Clause:
    listed = ", ".join(pen.bare(state, call.date) for state in pen.alphabetical(who, call.date))
    return pen.clause(
        f"bloc-names-{did}",
        [call.id],
        bloc=Slot(pen.bare(bloc), f"{bloc}.members@{call.date.isoformat()}"),
        names=Slot(listed, f"{call.id}.votes"),
    )


def _no_bloc_then(pen: Pen, call: RollCall, bloc: str, length: Length) -> tuple[Block, ...]:
    """No member of the bloc had a seat that day; or the register names none for it."""
    if pen.archive.register.actors[bloc].members_on(call.date):
        lists = () if length is Length.LINE else (Bullets(tuple(_bloc_lists(pen, call, bloc))),)
        return (Paragraph((calls.voted(pen, call),)), *lists)
    none = pen.clause(
        "bloc-none-then",
        [call.id, f"register:{bloc}"],
        bloc=pen.actor(bloc, f"{bloc}.members"),
        day=pen.full_day(call.date, f"{call.id}.date"),
    )
    return (Paragraph((calls.voted(pen, call), none)),)


# --- who voted so ------------------------------------------------------------------------------------------------


def _voters(pen: Pen, call: RollCall, option: VoteOption, bloc: str | None, length: Length) -> tuple[Block, ...]:
    if bloc and not pen.archive.register.actors[bloc].members_on(call.date):
        return _no_bloc_then(pen, call, bloc, length)
    members = pen.archive.register.actors[bloc].members_on(call.date) if bloc else tuple(call.votes)
    who = tuple(state for state in members if call.votes.get(state) is option)
    if not who and option is VoteOption.ABSENT and not calls.knows_absent(call.tally):
        unknown = [pen.clause("voters-unknown", [call.id])] if _left_out(pen, call) else []
        return (Paragraph((calls.voted(pen, call), *unknown)),)
    lead = _counted(pen, call, option, bloc, len(who))
    if length is Length.LINE:
        return (Paragraph((lead,)),)
    told: list[Block] = [Paragraph((lead, *calls.oddities(pen, call)))]
    if who:
        named = _bloc_names(pen, call, bloc, option.value, who) if bloc else calls.names(pen, call, option)
        told += [Bullets((named,))] if named else []
    return tuple(told)


def _left_out(pen: Pen, call: RollCall) -> bool:
    """Whether the file has no row of members that did not vote, and is short of some member's."""
    seats = pen.archive.rolls.matrix.seats
    short = call.id.startswith(FILE_ID) and len(call.votes) < seats.count_on(call.date)
    return short and not call.members(VoteOption.ABSENT)


def _counted(pen: Pen, call: RollCall, option: VoteOption, bloc: str | None, n: int) -> Clause:
    """ "35 of 193 members abstained on A/RES/ES-11/1 …": how many, of how many, on what and when."""
    form = "none" if n == 0 else "ms" if n == 1 else "mp"
    slots = {
        "voted": Slot(
            pen.words.say(f"voted-{option.value}-of", {"text": pen.symbol(call), "form": form}),
            f"count({call.id}.votes)",
        ),
        "body": pen.actor(call.body, f"{call.id}.in"),
        "day": pen.full_day(call.date, f"{call.id}.date"),
    }
    links = pen.links(call)
    if bloc:
        held = pen.archive.register.actors[bloc]
        of = len(held.members_on(call.date)) + held.unlisted
        slots["bloc"] = Slot(pen.bare(bloc), f"{bloc}.members@{call.date.isoformat()}")
        return pen.clause("voters-bloc", [call.id], slots, links=links, n=n, of=of)
    if call.tally.members is not None:
        return pen.clause("voters-of", [call.id], slots, links=links, n=n, of=call.tally.members)
    return pen.clause("voters-counted", [call.id], slots, links=links, n=n)
