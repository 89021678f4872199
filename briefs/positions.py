"""(archive, actor, issue) → Position: what an actor did, said and is said to have done, with its evidence.

Only selection and order; no words. A stance is made of acts whose `by` or `for` is the actor; what others claim, how
others reacted and what an opposition did stay in fields of their own, so that no sentence can mix them up. The archive
given is already the view as of a day. `briefs/wording` tells the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from briefs.accounts import leads, rival
from briefs.archive import Archive
from briefs.codebook import Act, ActorKind, Status, VoteOption
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.matrix import latest_of
from briefs.rollcalls.shifts import Shift, latest_shifts
from briefs.rollcalls.votes import Coverage, coverage_in
from briefs.seats import Formerly

FEW = 30
"""Roll calls up to this number are listed one by one; of more, the newest."""
LATEST = 10
MOVED = 3
CAST = (VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED)
"""Options that are votes cast: not voting is never one side of a change."""


@dataclass(frozen=True, slots=True)
class Cast:
    """What one state did in one roll call; `option` None: it was no member of the United Nations on that day."""

    call: RollCall
    option: VoteOption | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A vote known only from a list in an event record (`vote.held`), no roll call of the measure being held."""

    event: EventRecord
    option: VoteOption


@dataclass(frozen=True, slots=True)
class Asserted:
    """An act that a third party claims (`claim` is the record, `about` the measure or record it is about)."""

    claim: EventRecord
    act: Act
    about: str | None


@dataclass(frozen=True, slots=True)
class Sponsorship:
    """The actor's co-sponsorship of a measure. `draft` is the complete list on the draft, where it is held."""

    event: EventRecord
    draft: EventRecord | None

    def on_draft(self, actor: str) -> bool | None:
        """Named on the draft, or not; None where no complete list is held."""
        return None if self.draft is None else actor in self.draft.by


@dataclass(frozen=True, slots=True)
class Tallied:
    """A state's votes in all roll calls held on an issue, of the records and of the imported file together."""

    calls: int
    """The calls on whole texts, as bits of the matrix."""
    coverage: Coverage
    latest: tuple[int, ...]
    """The calls held while it was a member, newest first: all of `FEW`, else the newest `LATEST`."""
    differing: tuple[int, ...]
    """Of few calls, those a short list shows (`spells`); empty where they are many."""
    moved: tuple[Shift, ...]
    """The newest times it voted otherwise than in its last vote on a text of the same title."""
    formerly: tuple[Formerly, ...]
    """Names it had on the day of some of these calls and has no longer, the latest first."""


@dataclass(frozen=True, slots=True)
class Position:
    """Everything held on one actor and one issue. `votes` run newest first; other tuples by day, newest first."""

    actor: str
    issue: str | None
    """None: the records that belong to no issue."""
    votes: tuple[Cast, ...]
    listed: tuple[Listed, ...]
    sponsorships: tuple[Sponsorship, ...]
    acts: tuple[EventRecord, ...]
    """Its other acts, whoever performed them for it."""
    background: tuple[EventRecord, ...]
    """Records that only give the setting: named where nothing else is on file."""
    asserted: tuple[Asserted, ...]
    asked: tuple[EventRecord, ...]
    """Records in which somebody reports a request by this actor."""
    reactions: tuple[EventRecord, ...]
    opposition: tuple[EventRecord, ...]
    neighbours: tuple[str, ...]
    """Blocs it belongs to, in the order of the register."""
    divided: tuple[RollCall, ...]
    """For a bloc: the roll calls its members had seats in, newest first."""
    tallied: Tallied | None = None
    """Its votes where calls of the imported file are among those held: hundreds, so counted and not listed."""

    @property
    def empty(self) -> bool:
        own = self.taken or self.tallied or self.listed or self.sponsorships or self.acts or self.divided
        return not (own or self.asserted or self.asked or self.background)

    @property
    def taken(self) -> tuple[Cast, ...]:
        """The roll calls in which it had a seat, newest first."""
        return tuple(cast for cast in self.votes if cast.option is not None)

    def count(self, option: VoteOption) -> int:
        return sum(cast.option is option for cast in self.votes)


def trace(archive: Archive, actor: str, issue: str | None) -> Position:
    """One actor on one issue, or (None) in the records of no issue."""
    events = [event for event in _telling(archive, actor, issue) if leads(archive, event) or rival(archive, event)]
    mine = [event for event in events if actor in event.owner or actor in event.by]
    opposition = _opposition(archive, events, actor)
    return Position(
        actor=actor,
        issue=issue,
        votes=votes_of(archive, actor, issue),
        listed=_listed(archive, events, actor),
        sponsorships=_sponsorships(archive, mine, actor),
        acts=tuple(event for event in mine if _told_as_act(event, actor)),
        background=tuple(event for event in mine if event.act is Act.BACKGROUND),
        asserted=_asserted(archive, events, actor),
        asked=tuple(event for event in events if event.asked_by and actor in event.asked_by.of),
        reactions=_reactions(events, mine, opposition, actor),
        opposition=opposition,
        neighbours=blocs_of(archive, actor, _day(archive, issue)),
        divided=_divided(archive, actor, issue),
        tallied=tally(archive, actor, issue) if issue else None,
    )


def _telling(archive: Archive, actor: str, issue: str | None) -> list[EventRecord]:
    """Of the published events on an issue those that can tell of the actor, newest first: what it did, is named in or
    was asked for, what others did about that or towards it, and what its parties did."""
    mine = archive.concerning_on(actor).get(issue, ())
    answers = (other for event in mine for other in archive.answering.get(event.id, ()))
    found = {event.id: event for event in (*mine, *archive.aimed_at.get((actor, issue), ()))}
    found |= {event.id: event for event in answers if archive.issue_of(event) == issue}
    for party in archive.parties.get(actor, ()):
        found |= {event.id: event for event in archive.concerning_on(party).get(issue, ())}
    return sorted(found.values(), key=lambda event: (event.date.last, event.id), reverse=True)


def _sponsors(event: EventRecord, actor: str) -> bool:
    """Whether it is the actor's own co-sponsorship, and done: one that is planned or denied is none, and who only acts
    for another sponsors nothing."""
    return event.act is Act.COSPONSOR and event.status is Status.DONE and actor in event.owner


def _told_as_act(event: EventRecord, actor: str) -> bool:
    return event.act not in (Act.BACKGROUND, Act.VOTE_HELD) and not _sponsors(event, actor)


def trace_all(archive: Archive, actor: str) -> Iterator[Position]:
    """One actor in all that records tell of it, one by one: those of no issue, then each issue in the order of the
    register.

    Issues that only the imported file knows are not among them: `tally(archive, actor, None)` counts over all.
    """
    traced = (trace(archive, actor, issue) for issue in (None, *issues_on_file(archive)))
    return (position for position in traced if not position.empty)


def issues_on_file(archive: Archive) -> tuple[str, ...]:
    """Issues that a record or roll call held belongs to, in the order of the register: few of the many it names."""
    found = archive.on_issue.keys() | archive.votes_on.keys()
    return tuple(issue for issue in archive.register.issues if issue in found)


def tally(archive: Archive, actor: str, issue: str | None) -> Tallied | None:
    """A state's votes on an issue (None: all there are); None where no call of the imported file is among them."""
    rolls = archive.rolls
    if not rolls.from_file(issue) or actor not in rolls.matrix.column:
        return None
    calls = rolls.on(issue)
    while_member = calls & rolls.matrix.was_member[actor]
    few = while_member.bit_count() <= FEW
    latest = tuple(islice(latest_of(while_member), FEW if few else LATEST))
    options = [rolls.matrix.cell(actor, number) for number in latest]
    return Tallied(
        calls,
        coverage_in(rolls.matrix, actor, calls),
        latest,
        tuple(latest[place] for place in differing(options)) if few else (),
        latest_shifts(rolls.matrix, actor, calls, rolls.on(), MOVED),
        rolls.matrix.seats.formerly(actor, lambda start, end: while_member & rolls.matrix.between(start, end)),
    )


def votes_of(archive: Archive, actor: str, issue: str | None) -> tuple[Cast, ...]:
    """Every roll call on the issue, newest first, with what this state did in it. Only states have votes."""
    if archive.register.actors[actor].kind is not ActorKind.STATE:
        return ()
    calls = reversed(archive.votes_on.get(issue, ()))
    return tuple(Cast(call, call.votes.get(actor)) for call in calls)


def spells(votes: tuple[Cast, ...]) -> tuple[Cast, ...]:
    """What a short list shows: the newest three, and one line for each spell of voting otherwise than the newest."""
    return tuple(votes[place] for place in differing([cast.option for cast in votes]))


def differing(options: Sequence[object]) -> Iterator[int]:
    """Of options, newest first, the places of the first three and of the newest of each spell unlike the first."""
    for place, option in enumerate(options):
        if place < 3 or (option != options[0] and option != options[place - 1]):
            yield place


@dataclass(frozen=True, slots=True)
class Change:
    """The newest day's votes, and the vote cast before them, where they are not all alike."""

    now: tuple[Cast, ...]
    before: Cast


def change(votes: tuple[Cast, ...]) -> Change | None:
    """How the newest votes differ from the one cast before; absence and non-membership are never a change."""
    cast = [vote for vote in votes if vote.option in CAST]
    if not cast or cast[0].call.date != votes[0].call.date:
        return None
    now = tuple(vote for vote in cast if vote.call.date == cast[0].call.date)
    if len(now) == len(cast):
        return None
    before = cast[len(now)]
    if all(vote.option is before.option for vote in now):
        return None
    return Change(tuple(reversed(now)), before)


def previous_call(archive: Archive, call: RollCall) -> RollCall | None:
    """The last roll call on the same issue of an earlier day: of two votes of one day, none is before the other.
    None for a call of the imported file, where the one before on an issue is seldom on a like text."""
    if call.id not in archive.rollcalls:
        return None
    issue = archive.register.measures[call.measure].issue
    return next((held for held in reversed(archive.votes_on[issue]) if held.date < call.date), None)


def blocs_of(archive: Archive, actor: str, day: date) -> tuple[str, ...]:
    """Blocs the actor belonged to on that day."""
    return tuple(dict.fromkeys(bloc for bloc, held in archive.belongs.get(actor, ()) if held.holds(day)))


def split(call: RollCall, members: Iterable[str]) -> dict[VoteOption, tuple[str, ...]]:
    """How some members divided in a roll call; who had no seat that day is left out."""
    present = [state for state in members if state in call.votes]
    return {option: tuple(s for s in present if call.votes[s] is option) for option in VoteOption}


def draft_list(archive: Archive, measure: str) -> EventRecord | None:
    """The complete list of sponsors on the draft of a measure, where it is held."""
    return archive.drafts.get(measure)


def _divided(archive: Archive, actor: str, issue: str | None) -> tuple[RollCall, ...]:
    """Roll calls on the issue in which a bloc's members of that day had seats, newest first."""
    bloc = archive.register.actors[actor]
    if issue and archive.rolls.from_file(issue):
        newest = map(archive.rolls.call, latest_of(archive.rolls.on(issue)))
        inside = (call for call in newest if any(state in call.votes for state in bloc.members_on(call.date)))
        return tuple(islice(inside, LATEST)) if bloc.members else ()
    calls = reversed(archive.votes_on.get(issue, ()))
    return tuple(call for call in calls if any(state in call.votes for state in bloc.members_on(call.date)))


def _day(archive: Archive, issue: str | None) -> date:
    """The day on which blocs are looked at: the latest act or vote held on the issue."""
    days = [call.date for call in archive.votes_on.get(issue, ())[-1:]]
    if issue and archive.rolls.from_file(issue):
        days.append(archive.rolls.matrix.ballots[next(latest_of(archive.rolls.on(issue)))].day)
    days += [event.date.last for event in archive.on_issue.get(issue, ())[-1:]]
    return max(days, default=archive.latest or date.min)


def _listed(archive: Archive, events: list[EventRecord], actor: str) -> tuple[Listed, ...]:
    return tuple(
        Listed(event, option)
        for event in events
        for option, names in event.named.items()
        if actor in names.of and archive.measure_of(event) not in archive.rollcall_of
    )


def _sponsorships(archive: Archive, mine: list[EventRecord], actor: str) -> tuple[Sponsorship, ...]:
    found: dict[str | None, Sponsorship] = {}
    for event in mine:
        if _sponsors(event, actor):
            measure = archive.measure_of(event)
            draft = draft_list(archive, measure) if measure else None
            known = found.get(measure)
            if known is None or (draft is not None and event.id == draft.id and actor in draft.by):
                found[measure] = Sponsorship(event, draft)
    return tuple(found.values())


def _asserted(archive: Archive, events: list[EventRecord], actor: str) -> tuple[Asserted, ...]:
    """Claims of others about an act that no record of the actor's own shows."""
    own = {(event.act, archive.measure_of(event)) for event in events if actor in event.owner}
    claims = (
        Asserted(event, claim.act, claim.about) for event in events for claim in event.asserts if actor in claim.of
    )
    return tuple(claim for claim in claims if (claim.act, archive.measure_about(claim.about)) not in own)


def _reactions(
    events: list[EventRecord], mine: list[EventRecord], opposition: tuple[EventRecord, ...], actor: str
) -> tuple[EventRecord, ...]:
    """What others did about this actor's own acts, or towards it."""
    own = {event.id for event in mine}
    parties = {event.id for event in opposition}
    return tuple(
        event
        for event in events
        if actor not in event.owner
        and event.id not in parties
        and event.act is not Act.BACKGROUND
        and (event.about in own or event.target == actor)
    )


def _opposition(archive: Archive, events: list[EventRecord], actor: str) -> tuple[EventRecord, ...]:
    """Acts of parties of this state: never rolled up into the state."""
    parties = archive.parties.get(actor, frozenset())
    return tuple(event for event in events if not parties.isdisjoint(event.owner)) if parties else ()
