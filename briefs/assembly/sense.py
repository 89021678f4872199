"""Whether one event record makes sense: fields that fit the act, sums that add up, days in a possible order."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.codebook import Act, Precision, State, Status, VoteOption
from briefs.reading.content import Steps
from briefs.records import EventRecord, Source, Tally

Fault = tuple[str, str, str, Steps]
"""Code, message, hint, and the way to the value inside the record."""

_NOT_YET = (Status.ANNOUNCED, Status.IN_DISCUSSION, Status.PLANNED, Status.CONDITIONAL)
"""What a source may tell of before it happens."""

_OBJECT: dict[Act, tuple[str, ...]] = {
    Act.VOTE_HELD: ("about",),
    Act.ADOPTED: ("about",),
    Act.REJECTED: ("about",),
    Act.VETO: ("about", "label", "what"),
    Act.COSPONSOR: ("about",),
    Act.INTRODUCE: ("about", "label", "what"),
    Act.EXPLAIN: ("about", "says", "quotes", "what"),
    Act.CONDEMN: ("against_actor", "about", "what"),
    Act.DEPLORE: ("against_actor", "about", "what"),
    Act.WELCOME: ("about", "what"),
    Act.SUPPORT: ("about", "what", "with"),
    Act.OPPOSE: ("against_actor", "about", "what"),
    Act.SANCTION: ("against_actor",),
    Act.LIFT_SANCTION: ("against_actor",),
    Act.SEEK: ("what", "about"),
    Act.SIGN: ("about", "what"),
    Act.RATIFY: ("about", "what"),
    Act.ACCEDE: ("about", "what", "to"),
    Act.WITHDRAW: ("about", "what"),
    Act.MEET: ("with", "in"),
    Act.VISIT: ("to", "in", "with"),
    Act.PHONE: ("with", "to"),
    Act.CORRECT: ("corrects", "about", "what"),
    Act.RETRACT: ("corrects", "about", "what"),
}
"""Acts that say nothing without an object, and the keys that may give it (one is enough)."""


def faults(event: EventRecord, source: Source | None) -> Iterator[Fault]:
    """Everything about this record that cannot be so."""
    yield from _who(event)
    yield from _object(event)
    yield from _votes_only(event)
    yield from _sums(event)
    yield from _lists(event)
    yield from _correction(event)
    if event.condition and event.status is not Status.CONDITIONAL:
        hint = "write `status: conditional`, or leave it out"
        yield "condition-only", f"`condition:` on an act that is {event.status.value}", hint, ("condition",)
    if not event.evidence and not event.quotes:
        yield "no-evidence", "neither `ev:` nor `quotes:`", "add a short exact string of the source", ()
    if source is not None:
        yield from _days(event, source)


def _who(event: EventRecord) -> Iterator[Fault]:
    if not event.by and event.act is not Act.VOTE_HELD:
        yield "missing-key", "`by:` is missing", "say who acted (only vote.held does without)", ()
    if event.by == (event.on_behalf,):
        yield "for-itself", f"{event.on_behalf} is both `by` and `for`", "leave `for:` out", ("for",)
    if event.target and event.target in event.owner:
        yield (
            "against-itself",
            f"{event.target} acts against itself",
            "check `by`, `for` and `against_actor`",
            ("against_actor",),
        )


def _object(event: EventRecord) -> Iterator[Fault]:
    keys = _OBJECT.get(event.act, ())
    given = {
        "about": event.about,
        "label": event.label,
        "what": event.what,
        "says": event.says,
        "quotes": event.quotes,
        "against_actor": event.target,
        "with": event.partner,
        "to": event.to,
        "in": event.body,
        "corrects": event.corrects,
    }
    if keys and not any(given[key] for key in keys):
        wanted = " or ".join(f"`{key}:`" for key in keys)
        yield "no-object", f"`{event.act.value}` says nothing without {wanted}", "add it", ("act",)


def _votes_only(event: EventRecord) -> Iterator[Fault]:
    """Counts and lists by option belong to a vote; whether a list of sponsors is whole, to a co-sponsorship."""
    if event.act is not Act.VOTE_HELD:
        hint = "move it to a record with `act: vote.held`"
        if event.tally:
            yield "tally-without-vote", f"a tally on `{event.act.value}`", hint, ("tally",)
        for option in event.named:
            yield "list-without-vote", f"`{option.value}:` on `{event.act.value}`", hint, (option.value,)
    if event.act is Act.VOTE_HELD and event.by:
        hint = "leave `by:` out; `in:` names the body and the lists name the voters"
        yield "vote-by", "a vote is held by nobody in particular", hint, ("by",)
    if event.act is not Act.COSPONSOR and event.role is not None:
        yield "sponsors-only", f"`role:` on `{event.act.value}`", "it belongs to `act: cosponsor`", ("role",)
    if event.complete is not None and event.on_behalf:
        yield "complete-for", "`complete:` beside `for:`", "a list of those who acted has no `for:`", ("complete",)


def tally_faults(tally: Tally, name: str) -> Iterator[Fault]:
    """The arithmetic of one tally; the way begins at the tally. `name` comes first in every message."""
    cast = tally.favour + tally.against + tally.abstained
    sums = f"{tally.favour} + {tally.against} + {tally.abstained} = {cast}"
    hint = "check every figure against the source"
    if tally.voted is not None and cast != tally.voted:
        yield "tally", f"{name}: {sums}, but voted says {tally.voted}", hint, ("voted",)
    voted = tally.voted if tally.voted is not None else cast
    if tally.members is not None:
        if voted > tally.members:
            yield "tally", f"{name}: {voted} voted, but there are only {tally.members} members", hint, ("members",)
        elif tally.absent is not None and voted + tally.absent != tally.members:
            what = f"{name}: {voted} voted + {tally.absent} absent is not {tally.members} members"
            yield "tally", what, hint, ("members",)


def _sums(event: EventRecord) -> Iterator[Fault]:
    if event.tally:
        for code, message, hint, steps in tally_faults(event.tally, event.id):
            yield code, message, hint, ("tally", *steps)


def _lists(event: EventRecord) -> Iterator[Fault]:
    """A complete list has as many names as its count, a partial one fewer; nobody stands under two options."""
    seen: dict[str, VoteOption] = {}
    for option, named in event.named.items():
        count = getattr(event.tally, option.value) if event.tally else None
        if named.complete and count is not None and len(named.of) != count:
            what = f"a complete list of {len(named.of)}, but the tally says {count}"
            yield "list-tally", what, "name them all, or write `complete: false`", (option.value, "of")
        if not named.complete and count is not None and len(named.of) >= count:
            what = f"{len(named.of)} named of {count} are not a part"
            yield "list-tally", what, "write `complete: true`, or check the tally", (option.value, "complete")
        for number, state in enumerate(named.of):
            if state in seen:
                what = f"{state} stands under {seen[state].value} and {option.value}"
                yield "two-options", what, "a member votes once", (option.value, "of", number)
            seen.setdefault(state, option)


def _correction(event: EventRecord) -> Iterator[Fault]:
    if event.corrects and not event.reason:
        yield "missing-key", "`reason:` is missing", "say why the record was corrected", ("corrects",)
    if event.state is State.RETRACTED and not event.reason:
        yield "missing-key", "`reason:` is missing", "say why the record was retracted", ("state",)
    if event.reason and not event.corrects and event.state is not State.RETRACTED:
        yield "missing-key", "`corrects:` is missing", "say which record this corrects", ("reason",)
    if event.same_as and event.same_as == event.id:
        yield "same-as-itself", "a record is not another account of itself", "name the other record", ("same_as",)
    if event.same_as and event.same_as.partition("/")[0] == event.source:
        yield (
            "same-source",
            f"{event.same_as} is of the same source",
            "two sources differ, one is corrected",
            ("same_as",),
        )
    if event.corrects == event.id:
        yield "corrects-itself", "a record cannot correct itself", "name the earlier record", ("corrects",)


def _days(event: EventRecord, source: Source) -> Iterator[Fault]:
    """No source tells of what has not happened, unless as an intention."""
    if event.status in _NOT_YET:
        return
    published, hint = source.published, "check both days, or write a `status:` such as planned"
    if event.date.first is not None and event.date.first > published:
        what = f"happened on {event.date.first} at the earliest, but the source was published on {published}"
        yield "before-it-happened", what, hint, ("date",)
    elif event.date.precision is Precision.NO_LATER_THAN and event.date.last > published:
        what = f"no later than {event.date.last}, but the source was published on {published}"
        yield "before-it-happened", what, f"write ../{published}", ("date",)
