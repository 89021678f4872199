"""The register against itself: its references, its intervals, and what must be there only once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from briefs.assembly.index import Held
from briefs.assembly.references import References
from briefs.assembly.sense import Fault
from briefs.codebook import ActorKind
from briefs.reading.content import Steps
from briefs.records import Actor, Dated, Issue, Measure


def check_entries(to: References) -> Iterator[Fault]:
    """Every fault of one register file's entries; ways begin at the top of the file."""
    steps = to.content.steps
    once = _Once(to.index.register)
    for actor in to.content.actors:
        yield from _actor(actor, to, once, steps[actor.id])
    for issue in to.content.issues:
        yield from _issue(issue, to, steps[issue.id])
    for measure in to.content.measures:
        to.gathering(measure.body, *steps[measure.id], "in")
        to.issue(measure.issue, *steps[measure.id], "issue")
        yield from once.check(measure, "symbol", steps[measure.id])
    yield from _former(to)


def _former(to: References) -> Iterator[Fault]:
    """What only imported roll calls need: whose seat a former name or an old code is, and when."""
    for former in to.content.former:
        at = to.content.steps[former.id]
        if former.seat:
            to.state(former.seat, *at, "seat")
        yield from _forwards(former.start, former.end, at)
    own = {former.id for former in to.content.former if not former.seat}
    for number, code in enumerate(to.content.codes):
        if code.seat not in own:
            to.state(code.seat, "codes", number, "id")
        yield from _forwards(code.start, code.end, ("codes", number))


def _actor(actor: Actor, to: References, once: _Once, at: Steps) -> Iterator[Fault]:
    if actor.country:
        to.state(actor.country, *at, "country")
    if actor.part_of:
        to.actor(actor.part_of, *at, "of")
    yield from once.check(actor, "iso2", at)
    yield from once.check(actor, "m49", at)
    for key, entries in (("un", actor.un_names), ("member", actor.member), ("notes", actor.notes)):
        yield from _intervals(entries, (*at, key), alone=key != "notes")
    if actor.kind is ActorKind.OBSERVER and any(entry.end is None for entry in actor.member):
        what = f"{actor.id} is an observer and a member"
        yield "observer-member", what, "end the membership, or delete `kind: observer`", (*at, "member")
    yield from _bloc(actor, to, at)
    yield from _roles(actor, to, at)


def _bloc(actor: Actor, to: References, at: Steps) -> Iterator[Fault]:
    for key, entries in (("members", actor.members), ("chair", actor.chair)):
        for number, entry in enumerate(entries):
            to.actor(entry.value, *at, key, number, "id")
        yield from _intervals(entries, (*at, key), alone=False)
    for number, chair in enumerate(actor.chair):
        if chair.start is not None and chair.value not in actor.members_on(chair.start):
            what = f"{chair.value} chairs {actor.id} from {chair.start} and is no member that day"
            yield "chair-not-member", what, "correct `members:` or `chair:`", (*at, "chair", number)


def _intervals(entries: Sequence[Dated[str]], at: Steps, *, alone: bool) -> Iterator[Fault]:
    """Each interval runs forwards; two of one value never overlap (`alone`: two of any value never do)."""
    for number, entry in enumerate(entries):
        yield from _forwards(entry.start, entry.end, (*at, number))
        for earlier in entries[:number]:
            if (alone or earlier.value == entry.value) and _overlap(earlier, entry):
                what = f"{entry.value} overlaps an entry above"
                yield "overlap", what, "end the earlier one: `to` is the first day it no longer holds", (*at, number)


def _forwards(start: date | None, end: date | None, at: Steps) -> Iterator[Fault]:
    if start is not None and end is not None and end <= start:
        what = f"from {start} to {end} is no time at all"
        yield "backwards", what, "`to` is the first day it no longer holds", (*at, "to")


def _overlap(one: Dated[str], other: Dated[str]) -> bool:
    begins = max(one.start or date.min, other.start or date.min)
    return begins < min(one.end or date.max, other.end or date.max)


def _roles(actor: Actor, to: References, at: Steps) -> Iterator[Fault]:
    for number, role in enumerate(actor.roles):
        way = (*at, "roles", number)
        to.actor(role.of, *way, "of")
        yield from _forwards(role.start, role.end, way)
        if (role.at is None) != (role.per is None):
            there, missing = ("at", "per") if role.per is None else ("per", "at")
            yield "attested-half", f"`{there}:` without `{missing}:`", "an attested role has a day and a source", way
        if role.at is not None and (role.start is not None or role.end is not None):
            yield "attested-dated", "a role is either dated or attested", "leave out `at:` or `from:` and `to:`", way


def _issue(issue: Issue, to: References, at: Steps) -> Iterator[Fault]:
    for number, state in enumerate(issue.about):
        to.state(state, *at, "about", number)
    if not issue.parent:
        return
    to.issue(issue.parent, *at, "parent")
    seen, parent = {issue.id}, issue.parent
    while parent and parent not in seen:
        seen.add(parent)
        held = to.index.register.get(parent)
        parent = held.value.parent if held and isinstance(held.value, Issue) and held.value.parent else ""
    if parent == issue.id:
        yield "circle", f"{issue.id} is its own ancestor", "correct `parent:`", (*at, "parent")


class _Once:
    """A code or symbol belongs to one entry; the one whose id comes first in the files keeps it."""

    def __init__(self, register: Mapping[str, Held]) -> None:
        self._register = register

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {id_: place for place, id_ in enumerate(self._register)}

    @cached_property
    def _first(self) -> Mapping[tuple[str, str], str]:
        """Key and code → the id of the first entry that has it."""
        found: dict[tuple[str, str], str] = {}
        for id_, held in self._register.items():
            entry = held.value
            keys = ("iso2", "m49") if isinstance(entry, Actor) else ("symbol",) if isinstance(entry, Measure) else ()
            for key in keys:
                found.setdefault((key, getattr(entry, key)), id_)
        return found

    def check(self, entry: Actor | Measure, key: str, at: Steps) -> Iterator[Fault]:
        mine = getattr(entry, key)
        other = self._first.get((key, mine), entry.id) if mine else entry.id
        if self._place[other] < self._place[entry.id]:
            yield "duplicate-code", f"{mine} is the {key} of {other} already", "correct one of the two", (*at, key)
