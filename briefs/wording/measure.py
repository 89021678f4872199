"""One measure in words: the vote, who stood where, what went before, who co-sponsored, how blocs divided.

With a roll call held, every count and name comes from it and its symbol is printed; with a press account alone, its
label is, and lists it gives in part say "among". A record that is no vote is told as one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from briefs.accounts import rival
from briefs.archive import Archive
from briefs.changes import Kind
from briefs.codebook import Act, Length, Status, VoteOption
from briefs.document import Block, Bullets, Clause, Document, Paragraph
from briefs.positions import Sponsorship, draft_list
from briefs.records import EventRecord, RollCall
from briefs.wording import acts, calls, changes, deeds, reports
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.pen import Pen, Slot, capital

NAMED_IN_SHORT = 30
"""Lists up to this size stand in a short brief; "against" always stands in full."""
CAST_AGAINST_FIRST = (VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.FAVOUR)
BEFORE_DAYS = 14
"""How far back a related act may lie to be told beside a vote."""


def tell(archive: Archive, measure: str, length: Length, as_of: date, words: Words) -> Document | None:
    """A measure's brief; None where neither a roll call nor a press account of the vote is held."""
    pen = Pen(archive, words)
    call = archive.call_on(measure)
    account = _account(archive, measure)
    held = archive.measure(measure)
    assert held is not None
    if call:
        title = words.say("title-measure", {"symbol": held.symbol, "title": held.title})
        return frame(pen, title, _from_call(pen, call, account, length), as_of, length)
    if account:
        title = words.say("title-text", {"title": held.title})
        return frame(pen, title, _from_account(pen, account, length), as_of, length)
    return None


def tell_record(archive: Archive, about: str, length: Length, as_of: date, words: Words) -> Document:
    """A record that is no vote, in its own sentence; or that nothing is on file about what was asked."""
    pen = Pen(archive, words)
    event = archive.events.get(about)
    measure = archive.register.measures.get(about)
    if measure and (votes := [e for e in archive.published if _is_vote_on(archive, e, about)]):
        named = [clause for vote in votes for clause in sentences(pen, vote, Length.LINE)]
        return frame(pen, words.say("title-text", {"title": measure.title}), (Paragraph(tuple(named)),), as_of, length)
    if measure:
        clause = pen.clause("no-event", [f"query:vote?about={about}"], title=measure.title)
        return frame(pen, words.say("title-text", {"title": measure.title}), (Paragraph((clause,)),), as_of, length)
    if event is None and (gone := changes.retracted(pen, about)):
        return frame(pen, about, (Paragraph((gone,)),), as_of, length)
    if event is None:
        day = pen.full_day(as_of, "request.as_of")
        clause = pen.clause("no-such-record", [f"query:record?id={about}"], record=about, day=day)
        return frame(pen, about, (Paragraph((clause,)),), as_of, length)
    while event.id not in {held.id for held in archive.published}:
        event = next(later for later in archive.events.values() if later.corrects == event.id)
    issue = archive.issue_of(event)
    title = words.say("title-issue", {"issue": capital(archive.register.issues[issue].title)}) if issue else about
    told = list(sentences(pen, event, length))
    told += changes.of_one(pen, event.id, Kind.EDITED) if length is not Length.LINE else []
    return frame(pen, title, (Paragraph(tuple(told)),), as_of, length)


def tell_each(archive: Archive, ids: Sequence[str], as_of: date, words: Words) -> Document:
    """Records that are no votes of a roll call, each in its first sentence."""
    pen = Pen(archive, words)
    told = []
    for event in (archive.events[id_] for id_ in ids):
        pen.forget()
        first = account(pen, event) if is_account(event) else next(iter(sentences(pen, event, Length.LINE)))
        told.append(Paragraph((first,)))
    return frame(pen, ids[0], tuple(told), as_of, Length.LINE)


def sentences(pen: Pen, event: EventRecord, length: Length) -> Iterable[Clause]:
    """What one record says: its act; then who did it and its words; at full length all of them, and what it claims."""
    lead = _lead(pen, event)
    if length is Length.LINE:
        return lead[:1]
    told = list(lead)
    if event.asked_by and event.act is Act.COSPONSOR and event.status is Status.DONE and told:
        told.append(acts.requested(pen, event))
    long = length is Length.LONG
    if told[0].template == "acts-done" and long and (names_ := deeds.named(pen, event)):
        told.append(names_)
    if not any(clause.template in WORDED for clause in told):
        quote = acts.quoted(pen, event, of=True)
        told += [quote] if quote else []
    if long or len(told) == 1:
        cut = told[0].bindings.get("saying", "")
        lines = reports.sayings(pen, event, of=True, most=4 if long else 1, but=cut)
        told += lines
    told += list(reports.figures(pen, event)) if event.act is not Act.BACKGROUND else []
    return [*told, *(deeds.claimed(pen, event) if long else [])]


WORDED = ("quote-said", "quote-via", "quote-explained", "sanction-citing")


def _lead(pen: Pen, event: EventRecord) -> list[Clause]:
    """The sentence of the act itself, both where two accounts differ; what cannot be told is named."""
    sponsor = event.act is Act.COSPONSOR and len(event.owner) == 1
    if sponsor and (told := acts.cosponsored(pen, event.owner[0], Sponsorship(event, None), tally=False)):
        return [told]
    if seeking := acts.seeking(pen, event, dated=True):
        return [seeking]
    if event.act in (Act.EXPLAIN, Act.STATEMENT, Act.CALL) and not event.what:
        told_ = acts.quoted(pen, event, of=True)
        return [told_] if told_ else acts.told(pen, event) or [acts.on_file(pen, event)]
    if event.act is Act.BACKGROUND:
        fled = reports.fled(pen, event, "figure-fled")
        return [fled] if fled else list(reports.figures(pen, event)) or [acts.on_file(pen, event)]
    lead = acts.told(pen, event) or [acts.on_file(pen, event)]
    other = rival(pen.archive, event)
    return [*lead, *acts.told(pen, other)] if other and other.id not in lead[0].cites else lead


def _account(archive: Archive, measure: str) -> EventRecord | None:
    held = (e for e in archive.published if _is_vote_on(archive, e, measure))
    return next((e for e in held if e.label and e.body and e.tally and e.date.day), None)


def _is_vote_on(archive: Archive, event: EventRecord, measure: str) -> bool:
    """Whether it is an account of the vote on that text, however little it says."""
    return event.act is Act.VOTE_HELD and archive.measure_of(event) == measure


# --- a roll call -------------------------------------------------------------------------------------------------


def _from_call(pen: Pen, call: RollCall, account: EventRecord | None, length: Length) -> tuple[Block, ...]:
    lead = calls.voted(pen, call)
    if length is Length.LINE:
        return (Paragraph((lead,)),)
    long = length is Length.LONG
    options = (VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT)
    lists = [
        clause
        for option in options
        if (clause := calls.names(pen, call, option))
        and (long or option is VoteOption.AGAINST or len(call.members(option)) <= NAMED_IN_SHORT)
    ]
    told: list[Block] = [Paragraph((lead, *calls.oddities(pen, call)))]
    if lists:
        told.append(Bullets(tuple(lists)))
    differing = reports.miscounted(pen, account, call) if account else None
    told += [Paragraph((differing,))] if differing else []
    shifts = calls.compared(pen, call)
    if shifts:
        told.append(Paragraph(tuple(shifts if long else shifts[:1])))
    told += calls.blocs(pen, call, long=long)
    around = tuple(_around(pen, call.measure, account, call, long=long))
    told += [Paragraph(around)] if around else []
    return (*told, *calls.parts(pen, call, long=long))


def is_account(event: EventRecord) -> bool:
    """Whether a record tells a vote whole: its day, body, label and tally."""
    told = event.act is Act.VOTE_HELD and bool(event.body and event.label and event.date.day)
    return told and event.tally is not None and calls.knows_absent(event.tally)


def account(pen: Pen, vote: EventRecord) -> Clause:
    """The vote as the source reports it, in one sentence."""
    assert vote.tally is not None
    assert vote.body is not None
    assert vote.date.day is not None
    slots = {
        "label": Slot(vote.label or "", f"{vote.id}.label"),
        "day": pen.day(vote.date.day, f"{vote.id}.date"),
        **calls.tally_slots(pen, vote.id, vote.tally),
    }
    body = pen.actor(vote.body, f"{vote.id}.in", start=True)
    return pen.clause("measure-voted", [vote.id], slots, Body=body)


# --- a press account ---------------------------------------------------------------------------------------------


def _from_account(pen: Pen, vote: EventRecord, length: Length) -> tuple[Block, ...]:
    assert vote.tally is not None
    assert vote.body is not None
    assert vote.date.day is not None
    slots = {
        "label": Slot(vote.label or "", f"{vote.id}.label"),
        "day": pen.day(vote.date.day, f"{vote.id}.date"),
        **calls.tally_slots(pen, vote.id, vote.tally),
    }
    if length is Length.LINE:
        body = Slot(pen.bare(vote.body), f"{vote.id}.in")
        return (Paragraph((pen.clause("measure-line", [vote.id], slots, Body=body),)),)
    body = pen.actor(vote.body, f"{vote.id}.in", start=True)
    lines = [pen.clause("measure-voted", [vote.id], slots, Body=body)]
    lines += [named(pen, vote, option) for option in CAST_AGAINST_FIRST if option in vote.named]
    lines += _cosponsor_count(pen, vote)
    if length is Length.LONG and vote.about:
        lines += _around(pen, vote.about, vote, None, long=True)
        lines.append(_named_counts(pen, vote))
    return (Paragraph(tuple(lines)),)


def named(pen: Pen, vote: EventRecord, option: VoteOption) -> Clause:
    """Those the account names under one option; "among" where its list is not whole."""
    listed = vote.named[option]
    kind = "all" if listed.complete else "among"
    who = pen.actors(listed.of, f"{vote.id}.{option.value}.of", start=True)
    return pen.clause(f"listed-{kind}-{option.value}", [vote.id], Actors=who, n=len(listed.of))


def _cosponsor_count(pen: Pen, vote: EventRecord) -> list[Clause]:
    count = vote.cosponsors
    if count is None:
        return []
    n = Slot(pen.words.number(count.n), f"{vote.id}.cosponsors.n")
    if not count.approx:
        return [pen.clause("cosponsors-count", [vote.id], n=n)]
    approx = Slot(count.approx[:1].upper() + count.approx[1:], f"{vote.id}.cosponsors.approx")
    return [pen.clause("cosponsors-about", [vote.id], Approx=approx, n=n)]


def _named_counts(pen: Pen, vote: EventRecord) -> Clause:
    """How many of each option the account names: what it does not say."""
    assert vote.tally is not None
    totals = {
        VoteOption.AGAINST: vote.tally.against,
        VoteOption.ABSTAINED: vote.tally.abstained,
        VoteOption.FAVOUR: vote.tally.favour,
    }
    parts = []
    for option, of in totals.items():
        n = len(vote.named[option].of) if option in vote.named else 0
        kind = "none" if n == 0 else "all" if n == of else "some"
        parts.append(pen.words.say(f"named-{kind}-{option.value}", {"n": n, "of": of}))
    return pen.clause("named-counts", [vote.id], parts=Slot(pen.words.listed(parts), f"count({vote.id})"))


# --- around the vote ---------------------------------------------------------------------------------------------


def _around(
    pen: Pen, measure: str, account: EventRecord | None, call: RollCall | None, *, long: bool
) -> Iterable[Clause]:
    """Veto before, sponsors, claims of others, sanctions before: in that order."""
    archive = pen.archive
    draft = draft_list(archive, measure)
    if call and draft:
        yield pen.clause("draft-sponsors", [draft.id, call.id], n=len(draft.by))
    if not long:
        return
    issue = _issue(archive, measure)
    events = [event for event in archive.published if issue and archive.issue_of(event) == issue]
    for event in events:
        if event.act is Act.VETO and account and acts.week_before(event, account) and event.label and event.body:
            yield pen.clause(
                "vetoed-week-before",
                [event.id, account.id],
                Actor=pen.actor(event.by[0], f"{event.id}.by", start=True),
                label=Slot(event.label, f"{event.id}.label"),
                body=pen.actor(event.body, f"{event.id}.in"),
            )
    for event in events:
        if event.act is Act.COSPONSOR and not event.complete and archive.measure_of(event) == measure:
            yield _sponsor(pen, event)
    yield from _claimed(pen, events, measure)
    day = call.date if call else account.date.last if account else None
    for event in events:
        if event.act is Act.SANCTION and event.date.day and day and 0 < (day - event.date.day).days <= BEFORE_DAYS:
            told = acts.had_sanctioned(pen, event)
            yield from [told] if told else acts.told(pen, event) or [acts.on_file(pen, event)]


def _issue(archive: Archive, measure: str) -> str | None:
    held = archive.measure(measure)
    return (held.issue or None) if held else None


def _sponsor(pen: Pen, event: EventRecord) -> Clause:
    """One co-sponsor that an account names, with who is said to have asked."""
    actor = pen.actor(event.owner[0], f"{event.id}.by", start=True)
    speech = next((e for e in pen.archive.published if e.about == event.id and e.date.day), None)
    if event.asked_by is None or speech is None or speech.date.day is None:
        return pen.clause("among-sponsors", [event.id], Actor=actor)
    return pen.clause(
        "among-sponsors-requested",
        [event.id, speech.id],
        Actor=actor,
        speaker=pen.speaker(event.asked_by.per, speech.date.last),
        day=pen.day(speech.date.day, f"{speech.id}.date"),
        askers=pen.actors(event.asked_by.of, f"{event.id}.asked_by.of"),
    )


def _claimed(pen: Pen, events: list[EventRecord], measure: str) -> Iterable[Clause]:
    """Co-sponsors that only a third party names, and that do not speak of themselves in it."""
    told = {
        owner for e in events if e.act is Act.COSPONSOR and pen.archive.measure_of(e) == measure for owner in e.owner
    }
    for event in events:
        for claim in event.asserts:
            same = claim.act is Act.COSPONSOR and pen.archive.measure_about(claim.about) == measure
            for actor in claim.of if same else ():
                if actor not in told and actor not in event.owner:
                    told.add(actor)
                    yield pen.clause(
                        "also-cosponsored",
                        [event.id],
                        Actor=pen.actor(actor, f"{event.id}.asserts", start=True),
                        claimant=pen.actor(event.by[0], f"{event.id}.by"),
                    )
