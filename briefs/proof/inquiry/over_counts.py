"""Contradictions of all records at once: counts over roll calls, silences, days of the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

from briefs.codebook import VoteOption
from briefs.proof.about_agreement import Agreed
from briefs.proof.about_rolls import RollCount
from briefs.proof.case import REGISTER
from briefs.proof.inquiry.miss import Contradiction, Miss, options, told_day
from briefs.proof.queries import found
from briefs.proof.relation import Using
from briefs.proof.skeletons import Const
from briefs.proof.tallies import ORDER
from briefs.proof.then import borne_on
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.imported import FILE_ID

MOST_CITED = 40
"""Records named for a count; a longer list tells nobody more."""


def _cites(miss: Miss) -> tuple[str, ...]:
    """The records that a count is over."""
    for value in miss.values:
        if isinstance(value, tuple) and value and all(isinstance(each, RollCall) for each in value):
            return tuple(call.id for call in value)[:MOST_CITED]
        if isinstance(value, RollCount):
            return (FILE_ID,)
    return tuple(value.id for value in miss.values if isinstance(value, EventRecord | RollCall))


def _number(miss: Miss) -> Contradiction:
    """A count that is computed again; what it is instead."""
    inputs = miss.values[: len(miss.atom.inputs)]
    counted, cites = tuple(miss.atom.relation.answers(miss.case, inputs)), _cites(miss)
    where = f"{cites[0]}: " if len(cites) == 1 else "over the roll calls held: "
    return Contradiction(f"{where}{counted[0]:,}, not {miss.values[-1]}", cites, miss.atom.name)


def _listed(miss: Miss) -> Contradiction | None:
    """The complete list of a draft's sponsors has another length."""
    event = miss.values[0]
    assert isinstance(event, EventRecord)
    if not event.complete or not miss.anchored("measure"):
        return None
    return miss.by_record(event, f"it lists {len(event.by)}", "by_count")


def _cast(miss: Miss) -> Contradiction | None:
    """What the member did in all of them."""
    actor, held = str(miss.values[0]), miss.values[1]
    assert isinstance(held, tuple)
    counted = Counter(call.votes[actor] for call in held)
    said = options((option, counted[option]) for option in ORDER)
    return Contradiction(f"{miss.name(actor)} in the {len(held)} roll calls held: {said}", _cites(miss), "cast")


def _rolls_cast(miss: Miss) -> Contradiction | None:
    held = miss.values[0]
    assert isinstance(held, RollCount)
    said = options((option, held.count(option)) for option in ORDER)
    return Contradiction(f"in the {held.member:,} roll calls held while it was a member: {said}", (FILE_ID,), "cast")


def _newest(miss: Miss) -> Contradiction | None:
    actor, held = str(miss.values[0]), miss.values[1]
    assert isinstance(held, tuple)
    latest = [call for call in held if call.date == max(each.date for each in held)]
    did = options((o, sum(call.votes[actor] is o for call in latest)) for o in VoteOption)
    said = f"{latest[0].id}: the newest is of {told_day(latest[0].date)}: {did}"
    return Contradiction(said, tuple(call.id for call in latest), "newest")


def _day(miss: Miss) -> Contradiction | None:
    """A day that is computed: the newest roll call's."""
    inputs = miss.values[: len(miss.atom.inputs)]
    days = [d for d in miss.atom.relation.answers(miss.case, inputs) if isinstance(d, date)]
    cites = _cites(miss)
    return Contradiction(f"the newest of them is of {told_day(days[0])}", cites, "day") if days and cites else None


def _shift(miss: Miss) -> Contradiction | None:
    """Who went from the one option to the other."""
    before, after, had, now, told = miss.values
    assert isinstance(before, RollCall)
    assert isinstance(after, RollCall)
    assert isinstance(told, tuple)
    was, is_ = VoteOption(str(had)), VoteOption(str(now))
    for actor in (borne_on(name, after.date) for name in told):
        if actor is None:
            return None
        if before.votes.get(actor) is not was or after.votes.get(actor) is not is_:
            wrong = before if before.votes.get(actor) is not was else after
            return miss.by_call(wrong, f"{miss.name(actor)} is not among those", "shift")
    return None


def _none(miss: Miss) -> Contradiction | None:
    """A silence whose query finds something."""
    kind = miss.atom.terms[0]
    keys = dict(zip(miss.values[1::2], miss.values[2::2], strict=True))
    for query in miss.case.queries.values():
        if isinstance(kind, Const) and query.kind == kind.value and dict(query.keys) == keys:
            ids = found(miss.case.archive, query)  # it finds something, since the condition failed
            more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
            return Contradiction(f"{ids[0]}{more}: that is recorded", ids[:MOST_CITED], "none")
    return None


def _joined(miss: Miss) -> Contradiction | None:
    actor = miss.case.archive.register.actors.get(str(miss.values[0]))
    starts = [m.start for m in actor.member if m.value == miss.values[1]] if actor else []
    if actor is None or not starts or None in starts:
        return None
    cite = f"{REGISTER}{actor.id}"
    days = " and ".join(told_day(day) for day in starts if day)
    return Contradiction(f"{cite}: a member since {days}", (cite,), "joined")


def _chairs(miss: Miss) -> Contradiction | None:
    """Somebody else has the chair throughout that year."""
    bloc, actor, year = str(miss.values[0]), str(miss.values[1]), miss.values[2]
    held = miss.case.archive.register.actors.get(bloc)
    assert isinstance(year, int)
    days = (date(year, 1, 1), date(year, 12, 31))
    for chair in held.chair if held else ():
        if chair.value != actor and all(chair.holds(day) for day in days):
            cite = f"{REGISTER}{bloc}"
            return Contradiction(f"{cite}: {miss.name(chair.value)} chairs it in {year}", (cite,), "chairs")
    return None


def _latest(miss: Miss) -> Contradiction | None:
    archive = miss.case.archive
    if not archive.votes or archive.imported is not None:
        return None
    newest = archive.votes[-1]
    return Contradiction(f"{newest.id}: the newest held is of {told_day(newest.date)}", (newest.id,), "latest")


def _agreed(miss: Miss) -> Contradiction | None:
    """How often they voted alike."""
    held = miss.values[0]
    assert isinstance(held, Agreed)
    cast = f"all cast a vote in {held.both:,} of {held.calls:,} roll calls"
    said = f"over the roll calls held: {cast}, alike in {held.alike:,}, opposed in {held.opposed:,}"
    return Contradiction(said, tuple(sorted(held.cites))[:MOST_CITED], "agreed")


def _untold(miss: Miss) -> Contradiction:
    """How many further records a timeline's lines leave out."""
    held = next(iter(miss.atom.relation.answers(miss.case, miss.values[:1])))
    assert isinstance(held, Using)
    said = f"{held.value:,} more records of {miss.name(str(miss.values[0]))} are held, not {miss.values[-1]}"
    return Contradiction(said, tuple(sorted(held.cites)), "untold")


TABLE: Mapping[str, Callable[[Miss], Contradiction | None]] = {
    **dict.fromkeys(
        ("size", "voters", "bloc_voters", "joint_part", "joint_same", "votes_cast", "rolls_member", "rolls_texts",
         "rolls_votes", "rolls_rowless", "shifted"),
        _number,
    ),
    **dict.fromkeys(("agreed_in", "agreed_both", "agreed_alike", "agreed_opposed", "agreed_share"), _agreed),
    "timeline_untold": _untold,
    "by_count": _listed,
    "cast": _cast,
    "rolls_cast": _rolls_cast,
    "newest": _newest,
    "newest_day": _day,
    "rolls_newest": _day,
    "shifted_all": _shift,
    "shifted_some": _shift,
    "none": _none,
    "joined_un": _joined,
    "chairs": _chairs,
    "latest_vote": _latest,
}  # fmt: skip
