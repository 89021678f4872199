"""Predicates over digests and over what is only filed: run-ins, quiet days, records named without being told.

A quiet digest is a claim of silence: the stored query is run again over the same window and the same filter (C9).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from briefs.codebook import Act, ActorKind, SponsorRole, VoteOption
from briefs.proof.about_alerts import any_shifted
from briefs.proof.about_rolls import held_on, place_of
from briefs.proof.case import Case
from briefs.proof.filed import issues_of, of_day, on_whole_text
from briefs.proof.relation import Room, Using
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.imported import FILE_ID
from briefs.rollcalls.matrix import Flag

ROOM = Room()
BACKFILL = timedelta(days=7)
CHANGES = "only:changes"
"""Asked for: roll calls alone, in which somebody followed voted otherwise than before."""
ALERTED = "alerted:"
"""Before the id of a record that an alert told."""
ACTS = frozenset(act.value for act in Act)
CAST = (VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED)

# -- A record that is only named


@ROOM.gives("event", tells_act=True)
def held(_case: Case, event: EventRecord) -> Iterable[str]:
    """The record's own id; nothing of what it says is told."""
    return (event.id,)


@ROOM.gives("event")
def publisher(case: Case, event: EventRecord) -> Iterable[str]:
    """Who published its source."""
    return (case.archive.sources[event.source].publisher,)


@ROOM.gives("event", rule="C7")
def published(case: Case, event: EventRecord) -> Iterable[date]:
    """When its source was published."""
    return (case.archive.sources[event.source].published,)


@ROOM.test("any")
def asked_record(case: Case, record: str) -> bool:
    """The record's id was asked for and names no actor, issue or measure."""
    return "/" in record and record in case.brief.submission.subject


@ROOM.test("any")
def record_issue(case: Case, issue: str) -> bool:
    """The issue of the record that was asked for."""
    asked = (case.archive.events[word] for word in case.brief.submission.subject if word in case.archive.events)
    return any(case.archive.issue_of(event) == issue for event in asked)


@ROOM.test("any")
def subject_note(case: Case, text: str) -> bool:
    """A reviewed note of the register on an actor asked for, in force on the day of some vote of it that is cited."""
    cited = {cite for sentence in case.brief.submission.sentences for cite in sentence.cites}
    calls = [call for key, call in case.archive.rollcalls.items() if key in cited]
    notes = [(actor, n) for actor in case.brief.subject_actors for n in case.archive.register.actors[actor].notes]
    return any(n.value == text and any(actor in c.votes and n.holds(c.date) for c in calls) for actor, n in notes)


@ROOM.test(rule="C7")
def no_sources(case: Case) -> bool:
    """Nothing at all is held as of the day."""
    return case.archive.latest is None


# -- Sponsors and votes beyond one sentence


@ROOM.test("any", rule="C6")
def no_draft_list(case: Case, measure: str) -> bool:
    """No complete list of the sponsors on the draft is held, so that nobody knows who joined later."""
    lists = (e for e in case.archive.published if e.complete and e.role is SponsorRole.DRAFT)
    return all(case.archive.measure_of(e) != measure for e in lists)


@ROOM.test("call", "any", "any")
def votes_all(case: Case, call: RollCall, option: str, actors: tuple[str, ...]) -> bool:
    """Each of the actors was asked for and has that option."""
    asked = set(actors) <= set(case.brief.subject_actors)
    return asked and all(call.votes.get(actor) is VoteOption(option) for actor in actors)


@ROOM.gives("any", rule="C8")
def all_calls(case: Case, issue: str) -> Iterable[Using]:
    """Every roll call held on the issue, where the imported file holds none on it; all must be cited."""
    measures = case.archive.register.measures
    found = tuple(c for c in case.archive.votes if measures[c.measure].issue == issue)
    if not found or held_on(case, issue).calls or any(c.id not in case.calls for c in found):
        return ()
    return (Using(found, frozenset(c.id for c in found)),)


@ROOM.gives("any", "any", rule="C8")
def votes_cast(_case: Case, actor: str, calls: tuple[RollCall, ...]) -> Iterable[int]:
    """In how many the actor cast a vote: not voting is none."""
    return (sum(c.votes.get(actor) in CAST for c in calls),)


@ROOM.test("any", "any", "any", "call", rule="C7")
def turned(
    case: Case, actor: str, told: tuple[tuple[VoteOption, tuple[str, ...]], ...], day: date, before: RollCall
) -> Using | bool:
    """The groups are all votes the actor cast on the newest day of a roll call on the issue, `before` is the one it
    cast next before that day, and they are not all alike."""
    measures = case.archive.register.measures
    issue = measures[before.measure].issue
    on = [c for c in case.archive.votes if measures[c.measure].issue == issue and actor in c.votes]
    now = [c for c in on if c.date == day and c.votes[actor] in CAST]
    earlier = [c for c in on if c.date < day and c.votes[actor] in CAST]
    if not now or not earlier or earlier[-1] is not before or max(c.date for c in on) != day:
        return False
    grouped = {option: tuple(c.measure for c in now if c.votes[actor] is option) for option, _ in told}
    whole = sum(len(texts) for _, texts in told) == len(now)
    if not whole or grouped != dict(told) or all(c.votes[actor] is before.votes[actor] for c in now):
        return False
    return Using(None, frozenset(c.id for c in now)) if all(c.id in case.calls for c in now) else False


@ROOM.test("any")
def no_seat(case: Case, actor: str) -> bool:
    """Neither a member state nor a former one: an observer, a bloc, a party, a person has no vote of its own."""
    held_ = case.archive.register.actors.get(actor)
    return held_ is not None and held_.kind not in (ActorKind.STATE, ActorKind.FORMER)


# -- Run-ins


@ROOM.test("any", rule="C7")
def run_in(case: Case, day: date) -> bool:
    """A day may open a digest's sentence, the digest's own or one before; that the act is of that day is for `in_hand`
    to prove."""
    return case.focus.digest_day is not None and day <= case.focus.digest_day


@ROOM.test(rule="C7")
def in_digest(case: Case) -> bool:
    """The sentence stands in a digest."""
    return case.focus.digest_day is not None


@ROOM.gives(rule="C7")
def eve(case: Case) -> Iterable[date]:
    """The day before the digest's own."""
    return (case.focus.digest_day - timedelta(days=1),) if case.focus.digest_day else ()


@ROOM.test("record", rule="C7")
def in_hand(case: Case, record: EventRecord | RollCall) -> bool:
    """In a digest: it happened when the run-in says (without one: on the digest's day). Elsewhere an act needs a
    sentence that says its day; a roll call on a text is but one, and can do without."""
    if case.focus.digest_day is None:
        return isinstance(record, RollCall)
    day = record.date if isinstance(record, RollCall) else record.date.day
    under = case.under
    if under is None:
        return day == case.focus.digest_day
    if under.kind == "undated":
        return day is None
    return day is not None and day == under.day and (under.kind != "late" or _untold(case, record, day))


def _untold(case: Case, record: EventRecord | RollCall, day: date) -> bool:
    """No source that the digest of that day took in (to the end of the next day) told of it, or of the same vote."""
    voted = isinstance(record, RollCall) or record.tally is not None
    measure = record.measure if isinstance(record, RollCall) else case.archive.measure_of(record)
    told = [record.source]
    if voted:
        told += [e.source for e in case.archive.published if e.tally and case.archive.measure_of(e) == measure]
        told += [c.source for c in case.archive.votes if c.measure == measure]
    return all(case.archive.sources[source].published > day + timedelta(days=1) for source in told)


# -- Quiet days


@ROOM.gives(rule="C7")
def digest_day(case: Case) -> Iterable[date]:
    """The digest's own day."""
    return (case.focus.digest_day,) if case.focus.digest_day else ()


@ROOM.test(rule="C3")
def names_nobody(case: Case) -> bool:
    """The digest follows no actor and no issue that its title would have to name."""
    return not case.brief.subject_actors and not case.brief.subject_issues


@ROOM.test(rule="C9")
def follows_all(case: Case) -> bool:
    """The digest has no filter."""
    return not _filtered(case)


@ROOM.test(rule="C9")
def follows_some(case: Case) -> bool:
    """The digest has a filter: silence is told only of what is followed."""
    return _filtered(case)


def _filtered(case: Case) -> bool:
    words = (ACTS | {CHANGES}).intersection(case.brief.submission.subject)
    return bool(case.brief.subject_actors or case.brief.subject_issues or words)


@ROOM.test("call")
def whole_text(case: Case, call: RollCall) -> bool:
    """The vote was on the whole text."""
    return not case.archive.rolls.matrix.ballots[place_of(case, call)].flags & Flag.PART


@ROOM.test("call")
def text_part(case: Case, call: RollCall) -> bool:
    """The vote was on a part of the text: a paragraph, an amendment."""
    return not whole_text(case, call)


@ROOM.gives("any", rule="C8")
def calls_untold(case: Case, day: date) -> Iterable[Using]:
    """How many roll calls of that day are held that the digest has not told so far; each record among them is cited,
    and the file where any is the file's."""
    recorded = {c.id for c in case.archive.votes if c.date == day} - case.focus.told
    filed = {case.archive.rolls.id_of(number) for number in of_day(case.archive, day)} - case.focus.told
    cites = frozenset(recorded | ({FILE_ID} if filed else set()))
    return (Using(len(recorded) + len(filed), cites),) if cites <= case.cites else ()


@ROOM.test("any", rule="C9")
def quiet_on(case: Case, day: date) -> Using | bool:
    """The query for that day is cited, and run again over what the digest follows finds nothing."""
    cite = f"query:digest?day={day.isoformat()}"
    if cite not in case.queries:
        return False
    told: list[EventRecord | RollCall] = [c for c in case.archive.votes if c.date == day]
    told += [case.archive.rolls.call(number) for number in of_day(case.archive, day)]
    events = (e for e in case.archive.published if e.date.day == day and e.act is not Act.BACKGROUND)
    told += [e for e in events if not _is_no_news(case, e)]
    return not any(_followed(case, record) for record in told) and Using(None, frozenset({cite}))


@ROOM.test("any", rule="C9")
def quiet_since(case: Case, day: date) -> Using | bool:
    """The query for that window is cited, and nothing followed that is news entered the archive in it."""
    for cite, query in case.queries.items():
        if query.kind == "recorded":
            since, until = (datetime.fromisoformat(query.keys[key]) for key in ("since", "until"))
            if since.date() == day and not any(_followed(case, r) for r in _entered(case, since, until)):
                return Using(None, frozenset({cite}))
    return False


@ROOM.test("any", rule="C9")
def quiet_beside_alerts(case: Case, day: date) -> Using | bool:
    """The query for that window is cited; what is followed and entered the archive in it is, each record of it, among
    those that alerts told, and some is."""
    words = (word.partition(ALERTED) for word in case.brief.submission.subject)
    alerted = {record for before, mark, record in words if mark and not before}
    for cite, query in case.queries.items():
        if query.kind == "recorded":
            since, until = (datetime.fromisoformat(query.keys[key]) for key in ("since", "until"))
            followed = {record.id for record in _entered(case, since, until) if _followed(case, record)}
            if since.date() == day and followed and followed <= alerted:
                return Using(None, frozenset({cite}))
    return False


def _entered(case: Case, since: datetime, until: datetime) -> Iterator[EventRecord | RollCall]:
    records: tuple[EventRecord | RollCall, ...] = (*case.archive.published, *case.archive.votes)
    for key, first in case.archive.entered.items():  # of the file those alone that were news when it was imported
        call = case.archive.call(key) if since <= first < until else None
        if call is not None:
            yield call
    for record in records:
        at = record.recorded
        if at is None or not since <= at < until:
            continue
        if isinstance(record, EventRecord) and _is_no_news(case, record):
            continue
        if at.date() - case.archive.sources[record.source].published <= BACKFILL:
            yield record


def _is_no_news(case: Case, event: EventRecord) -> bool:
    """Background without a figure, and a press account of a vote whose roll call is held."""
    measure = case.archive.measure_of(event) if event.act is Act.VOTE_HELD else None
    told = measure is not None and (measure in case.archive.rollcall_of or on_whole_text(case.archive, measure))
    return told or (event.act is Act.BACKGROUND and not event.figures)


def _followed(case: Case, record: EventRecord | RollCall) -> bool:
    """Whether the digest's filter takes the record; several kinds of filter are joined with "and"."""
    subject, register = case.brief.submission.subject, case.archive.register
    acts = ACTS.intersection(subject)
    if isinstance(record, RollCall):
        day, act, about = record.date, Act.VOTE_HELD, _issues(case, record)
        actors = set(record.votes)
    else:
        day, act, about = record.date.last, record.act, {case.archive.issue_of(record) or ""}
        named = {actor for listed in record.named.values() for actor in listed.of}
        actors = {*record.by, *named, record.target or "", record.partner or "", record.on_behalf or ""}
        actors |= {record.about or ""} if record.act is Act.BACKGROUND else set()
    wanted = set(case.brief.subject_actors)
    for actor in case.brief.subject_actors:
        if register.actors[actor].kind is ActorKind.BLOC:
            wanted |= set(register.actors[actor].members_on(day))
    issues = set(case.brief.subject_issues)
    on_issue = not issues or bool(issues & about)
    taken = on_issue and (not wanted or bool(wanted & actors)) and (not acts or act.value in acts)
    if not taken or CHANGES not in subject:
        return taken
    return isinstance(record, RollCall) and any_shifted(case, record, wanted & actors if wanted else actors)


def _issues(case: Case, call: RollCall) -> set[str]:
    """The issue of a record's text; of a call of the file every issue whose rule holds it."""
    held = case.archive.register.measures.get(call.measure)
    if held:
        return {held.issue}
    return set(issues_of(case.archive, place_of(case, call)))
