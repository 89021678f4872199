"""Contradictions of one record: what a member did, a vote's day, tally, body and lists, whose words a quotation is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from briefs.codebook import Precision, SponsorRole, VoteOption
from briefs.proof.about_events import tally_part
from briefs.proof.about_votes import not_member
from briefs.proof.inquiry.miss import CAST, DID, Contradiction, Miss, options, told_day
from briefs.proof.lexicon import Mention, Partisan
from briefs.proof.subjects import Doer, When
from briefs.proof.tallies import ORDER
from briefs.proof.then import borne_on
from briefs.records import Count, EventRecord, RollCall

LONG_QUOTE = 4
"""Words of a quotation that are one's own: a shorter one several may say."""


def _vote(miss: Miss) -> Contradiction | None:
    """A member casts one vote on a text."""
    call, actor = miss.call(), str(miss.values[1])
    cast = call.votes.get(actor)
    if cast:
        return miss.by_call(call, f"{miss.name(actor)} {DID[cast]}") if miss.anchored() else None
    if miss.anchored() and miss.is_state(actor) and not_member(miss.case, call, actor):
        return miss.by_call(call, f"{miss.name(actor)} was not a member of the United Nations then")
    return None


def _row(miss: Miss) -> Contradiction | None:
    """ "Not a member then", "no vote in the file": the record has a row."""
    call, actor = miss.call(), str(miss.values[1])
    cast = call.votes.get(actor)
    return miss.by_call(call, f"{miss.name(actor)} {DID[cast]}") if cast and miss.anchored("measure", "date") else None


def _date(miss: Miss) -> Contradiction | None:
    """A vote was held on one day, and a long quotation was said on one."""
    record, day = miss.values
    assert isinstance(day, date)
    if isinstance(record, RollCall):
        return miss.by_call(record, told_day(record.date), "date") if miss.anchored("measure") else None
    assert isinstance(record, EventRecord)
    votes = record.tally is not None and miss.anchored()
    if not (votes or _quoted(miss)):
        return None
    return _dated(miss, record, day)


def _dated(miss: Miss, record: EventRecord, day: date) -> Contradiction | None:
    """Another day than the record's, or one that its dates leave no room for."""
    if record.date.day is not None:
        return miss.by_record(record, told_day(record.date.day), "date") if record.date.day != day else None
    first = record.date.first
    if day > record.date.last or (first is not None and day < first):
        last = told_day(record.date.last)
        said = f"no later than {last}" if first is None else f"between {told_day(first)} and {last}"
        return miss.by_record(record, said, "date")
    return None


def _quoted(miss: Miss) -> bool:
    """Whether the line has a quotation of that record, long enough to be nobody else's."""
    for atom in miss.skeleton.atoms:
        if atom.name in ("quote", "quote_cell") and atom.terms[0] == miss.atom.terms[0]:
            return len(str(miss.env[atom.terms[1].name]).split()) >= LONG_QUOTE  # type: ignore[union-attr]
    return False


def _body(miss: Miss) -> Contradiction | None:
    record = miss.values[0]
    assert isinstance(record, EventRecord | RollCall)
    voted = isinstance(record, RollCall) or record.tally is not None
    if not record.body or not voted or not miss.anchored():
        return None
    return miss.by_record(record, f"the vote was in {miss.name(record.body)}", "in")


def _tally(miss: Miss) -> Contradiction | None:
    record = miss.values[0]
    assert isinstance(record, EventRecord | RollCall)
    tally = record.tally
    if tally is None or not miss.anchored():
        return None
    if miss.atom.name == "members" and tally.members is None:
        return None
    if miss.atom.name == "tally" and tally_part(tally, VoteOption(str(miss.values[1]))) is None:
        return None
    counted = [(option, tally_part(tally, option)) for option in ORDER]
    said = ", ".join(
        f"{n} {'did not vote' if o is VoteOption.ABSENT else CAST[o]}" for o, n in counted if n is not None
    )
    return miss.by_record(record, f"{said}{f'; {tally.members} members' if tally.members else ''}", "tally")


def _named(miss: Miss) -> Contradiction | None:
    """The source, or the roll call on the same text, has the actor under another option."""
    event, option, actor = miss.values
    assert isinstance(event, EventRecord)
    return _otherwise(miss, event, VoteOption(str(option)), (str(actor),))


def _list(miss: Miss) -> Contradiction | None:
    """Somebody listed is under another option."""
    event, option, actors = miss.values[0], miss.values[1], miss.values[-1]
    assert isinstance(event, EventRecord)
    assert isinstance(actors, tuple)
    return _otherwise(miss, event, VoteOption(str(option)), actors)


def _otherwise(miss: Miss, event: EventRecord, said: VoteOption, actors: tuple[str, ...]) -> Contradiction | None:
    if not miss.anchored():
        return None
    measure = miss.case.archive.measure_of(event)
    call = miss.case.archive.call_on(measure) if measure else None
    for actor in actors:
        cast = call.votes.get(actor) if call else None
        if call and cast and cast is not said:
            return miss.by_call(call, f"{miss.name(actor)} {DID[cast]}")
        for option, listed in event.named.items():
            if option is not said and actor in listed.of:
                return miss.by_record(event, f"{miss.name(actor)} {DID[option]}", "named")
        whole = event.named.get(said)
        if whole and whole.complete and actor not in whole.of and miss.is_state(actor):
            return miss.by_record(event, f"only {miss.names(whole.of)} {DID[said]}", "named")
    return None


def _members(miss: Miss) -> Contradiction | None:
    """ "Against: A, B." is the whole list."""
    call, option, names = miss.call(), VoteOption(str(miss.values[1])), miss.values[2]
    assert isinstance(names, tuple)
    held = call.members(option)
    actors = [actor for name in names if (actor := borne_on(name, call.date)) is not None]
    if len(actors) < len(names):
        return None
    missing, wrong = [m for m in held if m not in actors], [a for a in actors if a not in held]
    if wrong:
        cast = call.votes.get(wrong[0])
        did = f"{miss.name(wrong[0])} {DID[cast]}" if cast else f"{miss.name(wrong[0])} has no vote in it"
        return miss.by_call(call, did)
    return miss.by_call(call, f"{miss.names(missing)} {DID[option]} too") if missing else None


def _nobody(miss: Miss) -> Contradiction | None:
    call, option = miss.call(), VoteOption(str(miss.values[1]))
    return miss.by_call(call, f"{miss.names(call.members(option))} {DID[option]}")


def _speaker(miss: Miss) -> Contradiction | None:
    """The words are somebody else's; a role that is not held is no contradiction."""
    event, who = miss.values
    assert isinstance(event, EventRecord)
    told = _persons(who) if isinstance(who, Doer) else {who.person if isinstance(who, Mention | Partisan) else str(who)}
    if not _quoted(miss) or not told or told & {*event.by, *event.owner} or not event.by:
        return None
    return miss.by_record(event, f"these are words of {miss.names(event.by)}", "speaker")


def _persons(who: Doer) -> set[str]:
    """Everybody a subject of words names; of "He", nobody."""
    party = who.party or (who.partisan.party if who.partisan else None)
    return {*who.actors, *(person.person for person in who.people), *([party] if party else [])}


def _when(miss: Miss) -> Contradiction | None:
    """A long quotation was said on one day."""
    event, told = miss.values
    assert isinstance(event, EventRecord)
    assert isinstance(told, When)
    if told.precision is not Precision.DAY or not _quoted(miss):
        return None
    return _dated(miss, event, told.day)


def _sponsors(miss: Miss) -> Contradiction | None:
    """The list of a draft's sponsors is whole."""
    event, actor = miss.values
    assert isinstance(event, EventRecord)
    drafted = any(atom.name == "role" and atom.terms[0] == miss.atom.terms[0] for atom in miss.skeleton.atoms)
    if drafted and event.complete and event.role is SponsorRole.DRAFT and miss.anchored("measure"):
        among = "is" if str(actor) in event.by else "is not"
        return miss.by_record(event, f"{miss.name(str(actor))} {among} among the sponsors named on the draft", "by")
    return _speaker(miss) if miss.atom.name == "by" and _quoted(miss) else None


def _cosponsors(miss: Miss) -> Contradiction | None:
    event, told = miss.values
    assert isinstance(event, EventRecord)
    assert isinstance(told, tuple)
    held = event.cosponsors
    if not isinstance(held, Count) or held.approx or told[1] or not miss.anchored():
        return None  # "nearly 100" may be nearly 94
    return miss.by_record(event, f"{held.n} countries co-sponsored it", "cosponsors")


def _split(miss: Miss) -> Contradiction | None:
    """What a bloc's members of the day did."""
    call, bloc = miss.call(), str(miss.values[1])
    held = miss.case.archive.register.actors.get(bloc)
    members = held.members_on(call.date) if held else ()
    if not held or not members or not miss.anchored("measure"):
        return None
    counts = [(option, sum(call.votes.get(m) is option for m in members)) for option in ORDER]
    without = len(members) - sum(n for _, n in counts) + held.unlisted
    said = f"of {len(members) + held.unlisted} members of {miss.name(bloc)}, {options(counts)}"
    return miss.by_call(call, f"{said}{f', {without} without a vote' if without else ''}", "bloc")


def _all(miss: Miss) -> Contradiction | None:
    """One of those listed voted otherwise."""
    call, option, actors = miss.call(), VoteOption(str(miss.values[1])), miss.values[2]
    assert isinstance(actors, tuple)
    for actor in actors:
        cast = call.votes.get(actor)
        if cast and cast is not option:
            return miss.by_call(call, f"{miss.name(actor)} {DID[cast]}")
    return None


def _differed(miss: Miss) -> Contradiction | None:
    """Of several states side by side, one voted otherwise."""
    call, groups = miss.call(), miss.values[1]
    assert isinstance(groups, tuple)
    for names, option in groups:
        for actor in filter(None, (borne_on(name, call.date) for name in names)):
            cast = call.votes.get(actor)
            if cast and cast is not option:
                return miss.by_call(call, f"{miss.name(actor)} {DID[cast]}")
    return None


def _turned(miss: Miss) -> Contradiction | None:
    """Of several votes of one day, one was another."""
    actor, told = str(miss.values[0]), miss.values[1]
    assert isinstance(told, tuple)
    for option, measures in told:
        for call in filter(None, map(miss.case.archive.call_on, measures)):
            cast = call.votes.get(actor)
            if cast and cast is not option:
                return miss.by_call(call, f"{miss.name(actor)} {DID[cast]}")
    return None


def _chain(_miss: Miss) -> Contradiction | None:
    """Words that came through somebody: left out, it makes nothing false that another condition does not."""
    return Contradiction("", (), "chain")


TABLE: Mapping[str, Callable[[Miss], Contradiction | None]] = {
    "vote": _vote,
    "not_member": _row,
    "no_row": _row,
    "date": _date,
    "in": _body,
    "tally": _tally,
    "tally_of": _tally,
    "members": _tally,
    "named": _named,
    "named_all": _list,
    "named_some": _list,
    "named_in_bloc": _list,
    "members_with": _members,
    "votes_all": _all,
    "turned": _turned,
    "differed": _differed,
    "nobody": _nobody,
    "speaker": _speaker,
    "sayer": _speaker,
    "when": _when,
    "no_chain": _chain,
    "by": _sponsors,
    "not_by": _sponsors,
    "cosponsors": _cosponsors,
    "bloc_size": _split,
    "bloc_split": _split,
}
