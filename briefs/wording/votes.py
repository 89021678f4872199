"""Sentences that rest on roll calls: counts, the list of votes, a change, a bloc's split. One sentence a function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from briefs.archive import Archive
from briefs.codebook import Length, VoteOption
from briefs.document import Clause
from briefs.positions import Cast, Change, Position, split
from briefs.records import RollCall
from briefs.rollcalls.imported import FILE_ID
from briefs.wording import rolls
from briefs.wording.pen import OPTIONS, Pen, Slot

DATED = ("bloc-vote", "bloc-voted", "bloc-divided", "bloc-divided-again")
"""Sentences on a bloc that tell a day, and with it the year of the dates after it."""
NAMED_AT_MOST = 6
"""A group in a bloc's split is named up to this size; the largest group never is."""


def counts(pen: Pen, position: Position) -> Clause:
    """ "Of the 9 roll calls held on this issue, Cambodia voted in favour in 6 and abstained in 3." """
    cites = [cast.call.id for cast in position.taken]
    parts = rolls.shares(pen, position.actor, {option: position.count(option) for option in OPTIONS}, len(cites))
    return pen.clause(
        "votes-counts",
        cites,
        n=len(cites),
        actor=pen.actor(position.actor, "rollcall.votes"),
        counts=Slot(pen.words.listed(parts), "count(rollcall.votes)"),
    )


def line(pen: Pen, position: Position) -> Clause:
    """The whole record in one sentence that stands alone."""
    taken = position.taken
    say = pen.words.say
    actor = pen.actor(position.actor, "rollcall.votes", start=True)
    held_on = pen.archive.register.measures[taken[0].call.measure].issue
    issue = Slot(pen.archive.register.issues[held_on].title, "issue.title")
    if len(taken) == 1:
        voted = voted_on(pen, "voted", taken, position.actor)
        day = pen.full_day(taken[0].call.date, f"{taken[0].call.id}.date")
        cites, links = [taken[0].call.id], pen.links(taken[0].call)
        return pen.clause("votes-line-one", cites, links=links, Actor=actor, voted=voted, day=day, issue=issue)
    newest = [cast for cast in taken if cast.call.date == taken[0].call.date]
    form = pen.form(position.actor)
    shares = [
        (option, say(f"share-{option.value}", {"n": n, "form": form}))
        for option in OPTIONS
        if (n := position.count(option))
    ]
    recent = [say(f"recent-{option.value}", {"texts": text}) for option, text in _by_option(pen, newest)]
    rest = pen.words.listed([text for _, text in shares]).removeprefix(shares[0][1])
    crowded = len(shares) > 2 and len(recent) > 1  # with both, the sentence would be too long to take in
    return pen.clause(
        "votes-line-newest" if crowded else "votes-line",
        [cast.call.id for cast in taken],
        links={} if crowded else pen.links(*(cast.call for cast in newest)),
        Actor=actor,
        first=Slot(shares[0][1], "count(rollcall.votes)"),
        n=len(taken),
        issue=issue,
        rest=Slot(rest, "count(rollcall.votes)"),
        recent=Slot(pen.words.listed(recent), "rollcall.votes"),
        day=pen.full_day(taken[0].call.date, "rollcall.date"),
    )


def _by_option(pen: Pen, casts: Sequence[Cast]) -> list[tuple[VoteOption, str]]:
    """Each option of these votes with its texts as a list, texts in the order of their symbols."""
    found: dict[VoteOption, list[str]] = {}
    for cast in sorted(casts, key=lambda cast: cast.call.measure):
        if cast.option is not None:
            found.setdefault(cast.option, []).append(pen.symbol(cast.call))
    return [(option, pen.words.listed(found[option])) for option in OPTIONS if option in found]


def voted_on(pen: Pen, verb: str, casts: Sequence[Cast], actor: str) -> Slot:
    """ "voted against A/RES/ES-11/7 and abstained on A/RES/ES-11/8"; `verb` is `voted` or `had`."""
    form = pen.form(actor)
    parts = [
        pen.words.say(f"{verb}-{option.value}-of", {"text": text, "form": form})
        for option, text in _by_option(pen, casts)
    ]
    return Slot(pen.words.listed(parts), "rollcall.votes")


def changed(pen: Pen, actor: str, change: Change) -> Clause:
    """Newest first, both dated; never "reversed"."""
    calls = [cast.call for cast in (*change.now, change.before)]
    return pen.clause(
        "votes-change",
        [call.id for call in calls],
        links=pen.links(*calls),
        day=pen.full_day(change.now[0].call.date, "rollcall.date"),
        actor=pen.actor(actor, "rollcall.votes"),
        now=voted_on(pen, "voted", change.now, actor),
        before=pen.full_day(change.before.call.date, "rollcall.date"),
        had=voted_on(pen, "had", [change.before], actor),
    )


def vote(pen: Pen, cast: Cast) -> Clause:
    """One line of the list: day, vote, symbol, tally, title."""
    return rolls.listed(pen, cast.call, f"vote-{cast.option.value if cast.option else 'none'}")


def groups(pen: Pen, divided: Mapping[VoteOption, Sequence[str]], day: date) -> list[str]:
    """ "8 in favour", "2 abstained (Laos and Vietnam)": groups that are not empty, small ones named as on that day."""
    say = pen.words.say
    largest = max(len(members) for members in divided.values())
    told = []
    for option in OPTIONS:
        members = divided[option]
        if not members:
            continue
        text = say(f"group-{option.value}", {"n": len(members)})
        if len(members) <= NAMED_AT_MOST and len(members) < largest:
            text = _named(pen, text, members, day)
        told.append(text)
    return told


def _named(pen: Pen, group: str, members: Sequence[str], day: date) -> str:
    names = pen.words.listed([pen.name(state, day=day) for state in pen.alphabetical(members, day)])
    return pen.words.say("group-named", {"group": group, "names": names})


def seatless(pen: Pen, call: RollCall, members: Sequence[str], unlisted: int) -> list[str]:
    """ "1 with no vote in the file (Laos)", "1 without a vote (Palestine)": members of a bloc that have no row, for
    want of one in the imported file or of a seat; named where all are known."""
    rowless, without = rowless_of(pen.archive, call, members)
    told = []
    if rowless:
        group = pen.words.say("group-no-row", {"n": len(rowless)})
        told.append(_named(pen, group, rowless, call.date) if len(rowless) <= NAMED_AT_MOST else group)
    if without or unlisted:
        group = pen.words.say("group-none", {"n": len(without) + unlisted})
        told.append(group if unlisted else _named(pen, group, without, call.date))
    return told


def rowless_of(archive: Archive, call: RollCall, members: Sequence[str]) -> tuple[list[str], list[str]]:
    """Of those that are in no row of a call: who had a seat, so that the file leaves it out, and who had none."""
    left = [state for state in members if state not in call.votes]
    if not call.id.startswith(FILE_ID):
        return [], left
    matrix = archive.rolls.matrix
    out = [state for state in left if state in matrix.column and matrix.seats.member(state, call.date)]
    return out, [state for state in left if state not in out]


def bloc_groups(pen: Pen, bloc: str, call: RollCall) -> str | None:
    """ "8 in favour, 2 abstained": for a table's cell, where nobody is named; None where it had none with a seat."""
    held = pen.archive.register.actors[bloc]
    members = held.members_on(call.date)
    divided = split(call, members)
    if not any(divided.values()):
        return None
    rowless, without = rowless_of(pen.archive, call, members)
    counts = [(option.value, len(divided[option])) for option in OPTIONS if divided[option]]
    counts += [("no-row", len(rowless))] if rowless else []
    counts += [("none", n)] if (n := len(without) + held.unlisted) else []
    return ", ".join(pen.words.say(f"group-{option}", {"n": n}) for option, n in counts)


def bloc(pen: Pen, bloc: str, call: RollCall, *, message: str = "bloc-on", named: bool = True) -> Clause | None:
    """How a bloc's members of that day divided, small groups `named`; None where it had none with a seat."""
    held = pen.archive.register.actors[bloc]
    members = held.members_on(call.date)
    divided = split(call, members)
    if not any(divided.values()):
        return None
    told = [*groups(pen, divided, call.date), *seatless(pen, call, members, held.unlisted)]
    counted = ", ".join(told) if named else bloc_groups(pen, bloc, call) or ""
    slots = {
        "bloc": Slot(pen.bare(bloc), f"{bloc}.members@{call.date.isoformat()}"),
        "symbol": Slot(pen.symbol(call), f"{call.measure}.symbol"),
        "groups": Slot(counted, f"count({call.id}.votes)"),
    }
    if message in DATED:
        slots["day"] = pen.full_day(call.date, f"{call.id}.date")
        slots["title"] = Slot(pen.title(call), f"{call.measure}.title")
    return pen.clause(message, [call.id], slots, links=pen.links(call), n=len(members) + held.unlisted)


def held_until(pen: Pen) -> Clause:
    """Up to which day roll calls are held; beside an imported file, which days that file holds."""
    if pen.archive.rolls.newest_filed:
        return rolls.until(pen)
    newest = pen.archive.votes[-1]
    return pen.clause("coverage-until", [newest.id], day=pen.full_day(newest.date, f"{newest.id}.date"))


def coverage(pen: Pen, position: Position, length: Length) -> list[Clause]:
    """On how many of the texts held a vote cast is recorded (short: where not on all); how far roll calls go."""
    calls = [cast.call for cast in position.votes]
    cast = sum(vote.option not in (None, VoteOption.ABSENT) for vote in position.votes)
    until = held_until(pen)
    if length is Length.SHORT and cast == len(calls):
        return [until]
    return [pen.clause("coverage", [call.id for call in calls], n=cast, of=len(calls)), until]
