"""The same sentence over other records: a field as another record has it, further records, fewer, another file, history
or register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import islice

from briefs.archive import Archive
from briefs.codebook import Act, Precision, SponsorRole, Status, VoteOption
from briefs.records import Actor, Dated, EventRecord, NamedList, Quote, Role, RollCall, Saying, Span, Via
from briefs.rollcalls import Flag
from tests.knockouts.made import FEW, Falsehood, Instance, rebriefed, short, with_sentence, written

SKIPPED = {"id", "evidence", "recorded", "embargo", "reason", "state", "named", "tally", "date", "source"}


def changed(instance: Instance) -> Iterator[Falsehood]:
    archive = instance.line.brief.archive
    cited = instance.line.sentence.cites or (instance.line.note.records if instance.line.note else ())
    for cite in cited:
        if cite in archive.events:
            for how, changed in altered(archive.events[cite], archive):
                events = {**archive.events, cite: changed}
                yield Falsehood(
                    f"{cite}: {how}", rebriefed(instance.line, replace(archive, events=events, view=archive.rolls))
                )
        elif cite in archive.rollcalls:
            for how, call in altered_call(archive.rollcalls[cite], archive):
                calls = {**archive.rollcalls, cite: call}
                yield Falsehood(
                    f"{cite}: {how}", rebriefed(instance.line, replace(archive, rollcalls=calls, view=None))
                )


def altered(event: EventRecord, archive: Archive) -> Iterator[tuple[str, EventRecord]]:
    """The record with one field as another record has it, or without it."""
    others = list(archive.events.values())
    for one in fields(EventRecord):
        if one.name in SKIPPED:
            continue
        now = getattr(event, one.name)
        tried: list[object] = (
            [type(now)() if isinstance(now, tuple) else None] if one.name not in ("act", "status") else []
        )
        if one.name in ("what_forms", "figures"):
            tried = [{}]
        for other in others:
            value = getattr(other, one.name)
            if value not in tried and len(tried) < FEW:
                tried.append(value)
        if one.name == "act":
            tried = list(Act)
        if one.name == "status":
            tried = list(Status)
        if one.name == "by":
            tried += [event.by[1:], (*event.by, "NZL"), event.by[:1], ("NZL",), ("hun-sen",), ("cnrp",), ("grandi",)]
        if one.name in ("on_behalf", "partner", "target"):
            tried += ["NZL", "cnrp", "asean", "hun-sen"]
        if one.name == "form":
            tried += ["unilateral", "report"]
        if one.name == "complete":
            tried += [True, False]
        if one.name == "asked_by" and event.asked_by:
            tried += [replace(event.asked_by, per="grandi"), replace(event.asked_by, of=("NZL",))]
        if one.name == "via":
            tried.append((Via("transcript", "kh-gov-spox"),))
        if one.name == "says":
            tried.append(tuple(replace(s, hedge=None if s.hedge else "hope") for s in event.says))
        if one.name == "condition":
            tried += ["others did so"]
        if one.name == "about":
            tried += [*islice(archive.register.measures, 3), *islice(archive.events, 3)]
        for value in tried:
            if value != now:
                yield f"{one.name} is {short(value)}", replace(event, **{one.name: value})
    yield from _dated(event)
    yield from _counted(event)
    for source in islice(archive.sources, 6):
        if source != event.source:
            yield f"source is {source}", replace(event, source=source)


def _dated(event: EventRecord) -> Iterator[tuple[str, EventRecord]]:
    last = event.date.last
    for day in (last - timedelta(days=1), last - timedelta(days=9), last + timedelta(days=1)):
        yield f"date is {day}", replace(event, date=Span(day, day, Precision.DAY))
    for precision in Precision:
        if precision is not event.date.precision:
            first = None if precision is Precision.NO_LATER_THAN else last
            yield f"date is {precision.value}", replace(event, date=Span(first, last, precision))


def _counted(event: EventRecord) -> Iterator[tuple[str, EventRecord]]:
    if event.tally is not None:
        for name in ("favour", "against", "abstained", "voted", "members", "absent"):
            now = getattr(event.tally, name)
            for value in (None, (now or 0) + 1) if name in ("voted", "members", "absent") else (now + 1,):
                yield f"tally.{name} is {value}", replace(event, tally=replace(event.tally, **{name: value}))
        yield "no tally", replace(event, tally=None)
    for option, listed in event.named.items():
        for value in (
            NamedList(not listed.complete, listed.of),
            NamedList(listed.complete, listed.of[1:]),
            NamedList(listed.complete, (*listed.of, "NZL")),
            NamedList(listed.complete, ()),
        ):
            yield f"{option.value} is {short(value)}", replace(event, named={**event.named, option: value})
    if not event.named:
        yield "names one", replace(event, named={VoteOption.AGAINST: NamedList(False, ("NZL",))})


def altered_call(call: RollCall, archive: Archive) -> Iterator[tuple[str, RollCall]]:
    for measure in islice(archive.register.measures, 6):
        if measure != call.measure:
            yield f"measure is {measure}", replace(call, measure=measure)
    for day in (call.date - timedelta(days=1), call.date - timedelta(days=800)):
        yield f"date is {day}", replace(call, date=day)
    yield "body is unsc", replace(call, body="unsc")
    for name in ("favour", "against", "abstained", "voted", "members", "absent"):
        now = getattr(call.tally, name)
        for value in (None, (now or 0) + 1) if name in ("voted", "members", "absent") else (now + 1,):
            yield f"tally.{name} is {value}", replace(call, tally=replace(call.tally, **{name: value}))
    turn = {o: list(VoteOption)[(n + 1) % 4] for n, o in enumerate(VoteOption)}
    yield "all vote otherwise", replace(call, votes={who: turn[o] for who, o in call.votes.items()})
    yield "all in favour", replace(call, votes=dict.fromkeys(call.votes, VoteOption.FAVOUR))
    for at in range(3):
        some = {who: turn[o] if n % 3 == at else o for n, (who, o) in enumerate(call.votes.items())}
        yield f"every third votes otherwise from {at}", replace(call, votes=some)
        less = {who: o for n, (who, o) in enumerate(call.votes.items()) if n % 3 != at}
        yield f"every third has no row from {at}", replace(call, votes=less)


CURATED = {
    "label": "label",
    "label_tail": "label",
    "what": "what",
    "form": "form",
    "medium": "form",
    "condition": "condition",
    "quote": "quotes",
    "saying": "says",
    "record": "id",
}
WORDS = "the resolution on something else"


def swapped(instance: Instance) -> Iterator[Falsehood]:
    """Words that another of the cited records has: they can be read, and are not this one's."""
    archive, held = instance.line.brief.archive, instance.words()
    cited = [archive.events[cite] for cite in instance.line.sentence.cites if cite in archive.events]
    if held is None or len(cited) < 2:
        return
    for slot in instance.skeleton.slots:
        field_ = CURATED.get(slot.type)
        for event in cited if field_ else ():
            said = WORDS.removeprefix("the resolution ") if slot.type == "label_tail" else WORDS
            if slot.type == "quote":
                said = f'"{WORDS}"'
            value: object = WORDS
            if field_ == "quotes":
                value = (Quote("q9", WORDS),)
            if field_ == "says":
                value = (Saying("s9", WORDS), Saying("s8", WORDS, hedge="hope"))
            changes = {field_: value} if field_ != "id" else {}
            if field_ == "what":
                changes["what_forms"] = {"with": WORDS, "brief": WORDS}
            changed = replace(event, **changes) if changes else event
            text = written(instance.skeleton, {**held, slot.name: event.id if field_ == "id" else said})
            line = rebriefed(
                instance.line, replace(archive, events={**archive.events, event.id: changed}, view=archive.rolls)
            )
            yield Falsehood(f"{event.id} has {slot.name}", with_sentence(line, text))


def beside(instance: Instance) -> Iterator[Falsehood]:
    """Further records: another account of the same act, a correction, a whole list of sponsors, more roll calls; or one
    less that nobody cites."""
    line, archive = instance.line, instance.line.brief.archive
    cited = [archive.events[cite] for cite in line.sentence.cites if cite in archive.events]
    sources = [*archive.sources]
    for event in cited:
        other = next((source for source in sources if source != event.source), event.source)
        day = event.date.last - timedelta(days=1)
        span = Span(day, day, Precision.DAY)
        for how, made in (
            ("another account of it", replace(event, id="x/1", source=other, date=span, same_as=event.id)),
            ("another account of it, alike", replace(event, id="x/1", source=other, same_as=event.id)),
            (
                "another account of it, by another",
                replace(event, id="x/1", source=other, by=("NZL",), same_as=event.id),
            ),
            ("a record like it", replace(event, id="x/1", date=span)),
            (
                "a later record like it",
                replace(event, id="x/1", date=Span(event.date.last, event.date.last, Precision.DAY)),
            ),
            ("a whole draft list", replace(event, id="x/1", act=Act.COSPONSOR, role=SponsorRole.DRAFT, complete=True)),
            ("a list of votes", replace(event, id="x/1", named={VoteOption.AGAINST: NamedList(False, ("NZL",))})),
        ):
            yield Falsehood(
                f"beside {event.id} {how}",
                rebriefed(line, replace(archive, events={**archive.events, "x/1": made}, view=archive.rolls)),
            )
    for cite in [c for c in archive.rollcalls if c not in line.sentence.cites][:6]:
        rest = {key: call for key, call in archive.rollcalls.items() if key != cite}
        yield Falsehood(f"without {cite}", rebriefed(line, replace(archive, rollcalls=rest, view=None)))
    for cite in [c for c in archive.events if c not in line.sentence.cites][:12]:
        rest_ = {key: event for key, event in archive.events.items() if key != cite}
        yield Falsehood(f"without {cite}", rebriefed(line, replace(archive, events=rest_, view=archive.rolls)))
    free = [m for m in archive.register.measures if m not in archive.rollcall_of]
    for call in [archive.rollcalls[c] for c in line.sentence.cites if c in archive.rollcalls][:3]:
        for measure in free[:1]:
            for days in (-1, 1, -400):
                day = call.date + timedelta(days=days)
                made_ = replace(call, id="x/2", measure=measure, date=day)
                calls = {**archive.rollcalls, "x/2": made_}
                yield Falsehood(
                    f"beside {call.id} one of {day}", rebriefed(line, replace(archive, rollcalls=calls, view=None))
                )


def filed(instance: Instance) -> Iterator[Falsehood]:
    """The imported file with its calls otherwise."""
    line, archive = instance.line, instance.line.brief.archive
    if archive.imported is None:
        return
    file = archive.imported
    for number, ballot in enumerate(file.ballots):
        if (
            not any(
                archive.rolls.id_of(n) in line.sentence.cites
                for n in range(len(archive.rolls.matrix))
                if archive.rolls.matrix.ballots[n] == ballot
            )
            and number > 3
        ):
            continue
        row = file.rows[number]
        for how, b, r in (
            ("a part", ballot._replace(flags=ballot.flags ^ Flag.PART), row),
            ("absences", ballot._replace(flags=ballot.flags ^ Flag.OMITS), row),
            ("disagrees", ballot._replace(flags=ballot.flags ^ Flag.DISAGREES), row),
            ("contradicts", ballot._replace(flags=ballot.flags ^ Flag.CONTRADICTS), row),
            ("another title", ballot._replace(title="Something else"), row),
            ("another symbol", ballot._replace(symbol="A/RES/1/1"), row),
            ("a day later", ballot._replace(day=ballot.day + timedelta(days=1)), row),
            ("nobody's rows", ballot, bytes(len(row))),
            ("other totals", ballot._replace(totals=(ballot.totals[0] + 1, *ballot.totals[1:])), row),
            ("all in favour", ballot, bytes(1 if cell else 0 for cell in row)),
            ("others' rows", ballot, bytes((0, 2, 3, 1, 4)[cell] for cell in row)),
            ("rows for all", ballot, bytes(cell or 4 for cell in row)),
        ):
            ballots, rows = [*file.ballots], [*file.rows]
            ballots[number], rows[number] = b, r
            ballots_ = replace(file, ballots=ballots, rows=rows)
            yield Falsehood(
                f"call {number} of the file: {how}", rebriefed(line, replace(archive, imported=ballots_, view=None))
            )
    yield Falsehood("no file", rebriefed(line, replace(archive, imported=None, view=None)))
    yield Falsehood(
        "imported later", rebriefed(line, replace(archive, imported=replace(file, at=file.at + timedelta(days=3))))
    )


def histories(instance: Instance) -> Iterator[Falsehood]:
    """Another history, another instant."""
    line, archive, submission = instance.line, instance.line.brief.archive, instance.line.brief.submission
    if archive.history is None:
        return
    history = archive.history
    born = history.born + timedelta(days=1)
    yield Falsehood("born later", rebriefed(line, replace(archive, history=replace(history, born=born))))
    yield Falsehood("no history", rebriefed(line, replace(archive, history=None)))
    for days in (-40, -3, -1, 1, 3):
        if submission.known is not None:
            known = submission.known + timedelta(days=days)
            yield Falsehood(f"known {known}", rebriefed(line, submission=replace(submission, known=known)))
        else:
            known = history.born + timedelta(days=days)
            yield Falsehood(f"known {known}", rebriefed(line, submission=replace(submission, known=known)))
    yield Falsehood("known now", rebriefed(line, submission=replace(submission, known=None)))


def register(instance: Instance) -> Iterator[Falsehood]:
    archive = instance.line.brief.archive
    who = [a for a in archive.register.actors.values() if _is_in(a, instance)]
    for actor in who[:6]:
        for how, changed in _altered_actor(actor):
            actors = {**archive.register.actors, actor.id: changed}
            held = replace(archive.register, actors=actors)
            yield Falsehood(f"{actor.id}: {how}", rebriefed(instance.line, replace(archive, register=held)))


def _is_in(actor: Actor, instance: Instance) -> bool:
    return actor.name in instance.text or actor.id in instance.line.brief.submission.subject


def _altered_actor(actor: Actor) -> Iterator[tuple[str, Actor]]:
    if actor.pronoun or actor.roles:
        for pronoun in ("she", "they", None, "he"):
            yield f"pronoun is {pronoun}", replace(actor, pronoun=pronoun)
        yield "no office", replace(actor, roles=())
        yield "office of another", replace(actor, roles=tuple(replace(r, of="NZL") for r in actor.roles))
        yield "office over", replace(actor, roles=tuple(replace(r, end=date(1990, 1, 1)) for r in actor.roles))
        yield "in office", replace(actor, roles=(Role("Minister", "NZL", date(1900, 1, 1)),))
    if actor.standing is not None:
        yield "another standing", replace(actor, standing="parliamentary opposition")
    if actor.members:
        yield "no members", replace(actor, members=())
        yield "fewer members", replace(actor, members=actor.members[2:])
        yield (
            "members since now",
            replace(actor, members=tuple(Dated(m.value, date(2026, 1, 1)) for m in actor.members)),
        )
        yield "one more member", replace(actor, members=(*actor.members, Dated("NZL", None)))
    if actor.chair:
        yield "no chair", replace(actor, chair=())
    if actor.member:
        yield "joined late", replace(actor, member=(Dated("un", date(2026, 1, 1)),))
        yield "no member", replace(actor, member=())
    for kind in ("state", "observer", "bloc", "former"):
        if actor.kind.value != kind:
            yield f"kind is {kind}", replace(actor, kind=type(actor.kind)(kind))
