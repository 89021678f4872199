"""(archive, actor, issue) → as much of its positions as one brief tells: the newest of everything, and every turn.

An actor may have hundreds of records on dozens of issues. A brief tells the newest issues and of each the newest
records, so that neither its length nor the work it takes grows with the archive; an act that undid an earlier one, a
vote that differs from the one before and what an opposition did stand beside them, however old. What is left out is
counted by whoever tells (`briefs.wording.position`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from briefs.accounts import undid
from briefs.archive import Archive
from briefs.codebook import ActorKind
from briefs.positions import FEW, Position, change, issues_on_file, trace, votes_of
from briefs.records import EventRecord
from briefs.rollcalls.matrix import latest_of

TOLD = 24
"""Records of one kind (acts, claims, names in lists …) in one brief, shared by its issues."""
LEAST = 4
"""So many of each issue at least."""
_OVERVIEWS = "newest.overviews"
_ORDER = "newest.order"


@dataclass(frozen=True, slots=True)
class Traced:
    """Positions in the order of the register; `whole`: nothing was left out of them."""

    positions: tuple[Position, ...]
    whole: bool


def traced(archive: Archive, actor: str, issue: str | None, issues: int) -> Traced:
    """On one issue, or (None) the records of no issue and those on the newest `issues`, as `issues` more on which it
    turned or its opposition acted."""
    found, whole = ([trace(archive, actor, issue)], True) if issue else _newest(archive, actor, issues)
    each = max(LEAST, TOLD // max(1, len(found)))
    told = tuple(_cut(archive, position, each) for position in found)
    few = all(len(position.votes) <= FEW for position in found)
    return Traced(told, whole and few and all(new is old for new, old in zip(told, found, strict=True)))


def held_beside(archive: Archive, actor: str, issue: str | None, told: Iterable[str]) -> int:
    """How many records of what it did, was named for, asked for or is said to have done are not among those told. Calls
    of the imported file are counted elsewhere."""
    if issue is None:
        held = _overview(archive, actor).held
    else:
        held = frozenset(event.id for event in archive.concerning_on(actor).get(issue, ()))
        held |= {call.id for call in archive.votes_on.get(issue, ()) if actor in call.votes}
    return len(held) - len(held.intersection(told))


@dataclass(frozen=True, slots=True)
class _Overview:
    """What a view holds about one actor at all."""

    issues: tuple[str | None, ...]
    """Issues on which anything is held, the newest first; some of these hold nothing to tell."""
    turned: frozenset[str | None]
    """Those on which it turned or its opposition acted."""
    held: frozenset[str]
    """Ids of the records that `held_beside` counts."""


def _overview(archive: Archive, actor: str) -> _Overview:
    """Made once a view, when an actor is first asked for: it looks at every record of the actor."""
    made = cast(dict[str, _Overview], archive.drawn.setdefault(_OVERVIEWS, {}))
    if actor not in made:
        days, order = _days(archive, actor), _order(archive)
        issues = tuple(sorted(days, key=lambda issue: (-days[issue].toordinal(), order[issue])))
        on, opposed = archive.concerning_on(actor), _opposed(archive, actor)
        turned = frozenset(i for i in issues if i in opposed or _turned(archive, actor, i, on.get(i, ())))
        held = {event.id for event in archive.concerning.get(actor, ())}
        held |= {call.id for call in archive.votes if actor in call.votes}
        made[actor] = _Overview(issues, turned, frozenset(held))
    return made[actor]


def _order(archive: Archive) -> Mapping[str | None, int]:
    """Issue → its place in the register, those without one before all."""
    made = archive.drawn.get(_ORDER)
    if made is None:
        made = archive.drawn[_ORDER] = {issue: at for at, issue in enumerate((None, *archive.register.issues))}
    return cast(Mapping[str | None, int], made)


def _newest(archive: Archive, actor: str, most: int) -> tuple[list[Position], bool]:
    """The positions chosen, and whether there are no others."""
    overview, order = _overview(archive, actor), _order(archive)
    found, looked_at = list[Position](), 0
    while len(found) < most and looked_at < len(overview.issues):
        position = trace(archive, actor, overview.issues[looked_at])
        found += [] if position.empty else [position]
        looked_at += 1
    others = overview.issues[looked_at:]
    turned = [issue for issue in others if issue in overview.turned][:most]
    found += [position for issue in turned if not (position := trace(archive, actor, issue)).empty]
    return sorted(found, key=lambda position: order[position.issue]), len(turned) == len(others)


def _days(archive: Archive, actor: str) -> dict[str | None, date]:
    """Issue → the newest day of anything held about the actor on it."""
    days = {issue: events[-1].date.last for issue, events in archive.concerning_on(actor).items()}
    bloc = archive.register.actors[actor].kind is ActorKind.BLOC
    for call in archive.votes:
        if bloc or actor in call.votes:
            issue = archive.register.measures[call.measure].issue
            days[issue] = max(days.get(issue, call.date), call.date)
    matrix = archive.rolls.matrix
    for named in issues_on_file(archive) if archive.imported and (bloc or actor in matrix.column) else ():
        if archive.rolls.from_file(named):
            day = matrix.ballots[next(latest_of(archive.rolls.on(named)))].day
            days[named] = max(days.get(named, day), day)
    return days


def _opposed(archive: Archive, actor: str) -> set[str | None]:
    """Issues on which its opposition acted."""
    acts = ((party, e) for party in archive.parties.get(actor, ()) for e in archive.concerning.get(party, ()))
    return {archive.issue_of(event) for party, event in acts if party in event.owner}


def _turned(archive: Archive, actor: str, issue: str | None, events: Iterable[EventRecord]) -> bool:
    """Whether an act of its own undid an earlier one, or its newest vote differs from the one before."""
    own = any(undid(archive, event) for event in events if actor in event.owner)
    return own or change(tuple(cast for cast in votes_of(archive, actor, issue) if cast.option is not None)) is not None


def _cut(archive: Archive, position: Position, most: int) -> Position:
    """The newest of each kind; the same object where that is all of it."""
    older = (event for event in position.acts[most:] if undid(archive, event))
    kinds = (position.listed, position.sponsorships, position.asserted, position.asked, position.background)
    if len(position.acts) <= most and all(len(kind) <= most for kind in kinds):
        return position
    return replace(
        position, acts=(*position.acts[:most], *older), listed=position.listed[:most],
        sponsorships=position.sponsorships[:most], asserted=position.asserted[:most], asked=position.asked[:most],
        background=position.background[:most],
    )  # fmt: skip
