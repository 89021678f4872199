"""Sentences about one roll call: its tally, its members by name, what is odd about it, what changed, how blocs divided.

Members are named as they were called on its day. A call of the imported file is compared with the last vote on a text
of its title, one of the records with the vote before on its issue. `measure` and `voting` choose among these.
"""

from __future__ import annotations

from briefs.codebook import ActorKind, VoteOption
from briefs.document import Block, Bullets, Clause, Heading, Paragraph
from briefs.positions import CAST, previous_call, split
from briefs.records import RollCall, Tally
from briefs.rollcalls.imported import FILE_ID
from briefs.rollcalls.matrix import Flag
from briefs.wording import votes
from briefs.wording.pen import OPTIONS, Pen, Slot, absent

BLOCS_IN_SHORT = 3


def voted(pen: Pen, call: RollCall) -> Clause:
    """ "The U.N. General Assembly voted on A/RES/ES-11/3 on 7 April 2022: 93 in favour …"; the title stands above."""
    return pen.clause(
        "measure-symbol" if knows_absent(call.tally) else "measure-symbol-three",
        [call.id],
        tally_slots(pen, call.id, call.tally),
        links=pen.links(call),
        Body=pen.actor(call.body, f"{call.id}.in", start=True),
        day=pen.full_day(call.date, f"{call.id}.date"),
        symbol=Slot(pen.symbol(call), f"{call.measure}.symbol"),
    )


def knows_absent(tally: Tally) -> bool:
    """Whether it is known how many members did not vote; a file that leaves them out does not say."""
    return tally.absent is not None or tally.members is not None


def tally_slots(pen: Pen, record: str, tally: Tally) -> dict[str, Slot]:
    """The numbers of a tally sentence, each with its field: five, or three where no more is known."""
    numbers = {"favour": tally.favour, "against": tally.against, "abstained": tally.abstained}
    if knows_absent(tally):
        numbers |= {"absent": absent(tally), "members": tally.members or 0}
    return {name: Slot(pen.words.number(n), f"{record}.tally.{name}") for name, n in numbers.items()}


def names(pen: Pen, call: RollCall, option: VoteOption) -> Clause | None:
    """ "Against: Algeria, …": every member with that option, by name."""
    members = call.members(option)
    if not members:
        return None
    listed = ", ".join(pen.bare(state, call.date) for state in pen.alphabetical(members, call.date))
    return pen.clause(f"names-{option.value}", [call.id], names=Slot(listed, f"{call.id}.votes"))


# --- what is odd about a call of the file ------------------------------------------------------------------------


def oddities(pen: Pen, call: RollCall) -> list[Clause]:
    """Members without a row, rows that differ from the totals, a member with two votes, a vote on a part."""
    number = pen.archive.rolls.number_of(call.id) if call.id.startswith(FILE_ID) else None
    if number is None:
        return []
    matrix = pen.archive.rolls.matrix
    ballot, row = matrix.ballots[number], matrix.rows[number]
    told = [pen.clause("call-on-part", [call.id])] if ballot.is_part else []
    if ballot.flags & Flag.OMITS:
        n, of = len(row) - row.count(0), matrix.seats.count_on(call.date)
        told.append(pen.clause("call-voteless", [call.id], n=of - n, of=of))
    if ballot.flags & Flag.DISAGREES:
        known = OPTIONS[: 4 if call.tally.absent is not None else 3]
        counted = "–".join(pen.words.number(len(call.members(option))) for option in known)
        message = "call-odd" if len(known) == 3 else "call-odd-four"
        told.append(pen.clause(message, [call.id], rows=Slot(counted, f"count({call.id}.votes)")))
    if ballot.flags & Flag.CONTRADICTS:
        told.append(pen.clause("call-contested", [call.id]))
    return told


def parts(pen: Pen, call: RollCall, *, long: bool) -> tuple[Block, ...]:
    """Separate votes on parts of the same text: how many; at full length each with its tally."""
    rolls = pen.archive.rolls
    own = rolls.number_of(call.id)
    alike = rolls.matrix.with_symbol(pen.symbol(call)) if pen.archive.imported else ()
    held = [n for n in alike if n != own and rolls.matrix.ballots[n].is_part and rolls.seen >> n & 1]
    if not held:
        return ()
    if not long:
        return (Paragraph((pen.clause("call-parts", [rolls.id_of(n) for n in held], n=len(held)),)),)
    called = [rolls.call(n) for n in held]
    heading = "parts-heading" if any(knows_absent(call.tally) for call in called) else "parts-heading-three"
    return Heading(pen.phrase(heading)), Bullets(tuple(_part(pen, call) for call in called))


def _part(pen: Pen, call: RollCall) -> Clause:
    title = pen.title(call)
    return pen.clause(
        "call-part",
        [call.id],
        links={title: pen.archive.source_of(call.id).url},
        day=pen.full_day(call.date, f"{call.id}.date"),
        title=Slot(title, f"{call.measure}.title"),
        tally=pen.tally(call.tally, f"{call.id}.tally"),
    )


# --- what changed ------------------------------------------------------------------------------------------------


def compared(pen: Pen, call: RollCall) -> list[Clause]:
    """How members moved since the vote before: the two largest flows between votes cast."""
    titled = call.id.startswith(FILE_ID)
    before = last_on_title(pen, call) if titled else previous_call(pen.archive, call)
    if before is None:
        return []
    flows = [(was, now, moved(before, call, was, now)) for was in CAST for now in CAST if was is not now]
    flows = sorted((flow for flow in flows if flow[2]), key=lambda flow: -len(flow[2]))[:2]
    told = [_flow(pen, before, call, *flow, titled=titled) for flow in flows]
    if titled and not flows and any(cast in CAST and before.votes.get(s) in CAST for s, cast in call.votes.items()):
        told = [pen.clause("compared-title-none", [before.id, call.id], _before(pen, before), links=pen.links(before))]
    return told


def last_on_title(pen: Pen, call: RollCall) -> RollCall | None:
    """The last vote before on a text of the same title. None where that day, or the call's own, held several: which
    of them goes on with which, a title does not say."""
    rolls = pen.archive.rolls
    matrix, number = rolls.matrix, rolls.number_of(call.id)
    if number is None:
        return None
    seen = rolls.on()
    earlier = [n for n in matrix.before_in_family.get(number, ()) if seen >> n & 1]
    twins = next((family for family in matrix.families if number in family), ())
    same_day = [n for n in twins if matrix.ballots[n].day == call.date and seen >> n & 1]
    last = [n for n in earlier if matrix.ballots[n].day == matrix.ballots[earlier[0]].day]
    return rolls.call(last[0]) if len(last) == 1 and len(same_day) == 1 else None


def moved(before: RollCall, call: RollCall, was: VoteOption, now: VoteOption) -> tuple[str, ...]:
    """Members that cast one vote then and another now."""
    return tuple(s for s, cast in call.votes.items() if cast is now and before.votes.get(s) is was)


def _before(pen: Pen, before: RollCall) -> dict[str, Slot]:
    return {
        "symbol": Slot(pen.symbol(before), f"{before.measure}.symbol"),
        "day": pen.full_day(before.date, f"{before.id}.date"),
    }


def _flow(
    pen: Pen, before: RollCall, call: RollCall, was: VoteOption, now: VoteOption, who: tuple[str, ...], *, titled: bool
) -> Clause:
    form = {"form": "ms" if len(who) == 1 else "mp"}
    slots = {
        **_before(pen, before),
        "had": Slot(pen.words.say(f"had-{was.value}", form), f"{before.id}.votes"),
        "now": Slot(pen.words.say(f"voted-{now.value}", form), f"{call.id}.votes"),
    }
    cites, links = [before.id, call.id], pen.links(before)
    message = "compared-title" if titled else "compared"
    if len(who) > votes.NAMED_AT_MOST:
        return pen.clause(f"{message}-many", cites, slots, links=links, n=len(who))
    slots["names"] = pen.actors(pen.alphabetical(who, call.date), f"{call.id}.votes", day=call.date)
    return pen.clause(f"{message}-all", cites, slots, links=links, n=len(who))


# --- blocs -------------------------------------------------------------------------------------------------------


def blocs(pen: Pen, call: RollCall, *, long: bool) -> list[Block]:
    """Blocs that divided (short: the first three), or all but the regional groups (long), under their heading."""
    held = [a for a in pen.archive.register.actors.values() if a.kind is ActorKind.BLOC and a.part_of != "un"]
    told = []
    for bloc in held:
        divided = split(call, bloc.members_on(call.date))
        if long or sum(bool(members) for members in divided.values()) > 1:
            told.append(votes.bloc(pen, bloc.id, call, message="bloc-split"))
        if not long and sum(clause is not None for clause in told) == BLOCS_IN_SHORT:
            break
    known = tuple(clause for clause in told if clause)
    return [Heading(pen.phrase("blocs-heading")), Bullets(known)] if known else []
