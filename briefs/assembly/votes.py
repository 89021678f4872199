"""One roll call against itself and the register: the rows give the tally, and every row is a member of the day.

A roll call that fails here is refused by name (the symbol of its text), because a wrong one would be believed.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.assembly.references import References
from briefs.assembly.sense import Fault, tally_faults
from briefs.codebook import VoteOption
from briefs.reading.problems import shown
from briefs.records import Actor, Measure, RollCall, Source

_ASSEMBLY = "unga"
"""The body in which every member of the United Nations has a row."""
_NATIONS = (_ASSEMBLY, "unsc")
"""Bodies in which only members of the United Nations vote."""
_NAMED = 6
"""So many missing members a message names."""

_WORDS = {
    VoteOption.FAVOUR: "in favour",
    VoteOption.AGAINST: "against",
    VoteOption.ABSTAINED: "abstained",
    VoteOption.ABSENT: "absent",
}


def check_rollcall(call: RollCall, source: Source | None, to: References) -> Iterator[Fault]:
    """Every fault of the roll call; its references are resolved on the way."""
    to.measure(call.measure, "rollcall", "measure")
    to.gathering(call.body, "rollcall", "in")
    held = to.index.register.get(call.measure)
    name = held.value.symbol if held and isinstance(held.value, Measure) else call.measure
    yield from _rows_give_tally(call, name)
    yield from _rows_are_members(call, name, to)
    if source is not None and source.published < call.date:
        what = f"{name}: held on {call.date}, but the source was published on {source.published}"
        yield "before-it-happened", what, "check both days", ("rollcall", "date")


def _rows_give_tally(call: RollCall, name: str) -> Iterator[Fault]:
    hint = "check the list and the tally against the official record"
    for option in VoteOption:
        rows, count = len(call.members(option)), getattr(call.tally, option.value)
        if rows != count:
            what = f"{name}: the tally says {count} {_WORDS[option]}, the list has {rows}"
            yield "tally", what, hint, ("rollcall", "tally", option.value)
    if len(call.votes) != call.tally.members:
        what = f"{name}: the tally says {call.tally.members} members, the lists have {len(call.votes)}"
        yield "tally", what, hint, ("rollcall", "tally", "members")
    for code, message, advice, steps in tally_faults(call.tally, name):
        yield code, message, advice, ("rollcall", "tally", *steps)


def _rows_are_members(call: RollCall, name: str, to: References) -> Iterator[Fault]:
    before = len(to.problems)
    for option in VoteOption:
        for number, state in enumerate(call.members(option)):
            way = ("rollcall", "votes", option.value, number)
            actor = to.state(state, *way)
            if actor is not None and call.body in _NATIONS and not _member(actor, call):
                what = f"{name}: {state} ({shown(actor.name)}) was no member of the United Nations on {call.date}"
                yield "not-a-member", what, "delete the row, or correct the register's `member:`", way
    if call.body != _ASSEMBLY or len(to.problems) > before:  # a mistyped row is the missing one
        return
    missing = [actor.id for actor in to.index.actors() if _member(actor, call) and actor.id not in call.votes]
    if missing:
        names = ", ".join(missing[:_NAMED]) + (f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else "")
        what = f"{name}: no row for {names}, a member on {call.date}"
        yield (
            "no-row",
            what,
            "put each under its option; who did not vote stands under `absent:`",
            ("rollcall", "votes"),
        )


def _member(actor: Actor, call: RollCall) -> bool:
    return any(entry.value == "un" and entry.holds(call.date) for entry in actor.member)
