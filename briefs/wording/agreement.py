"""How alike states vote, in words: counts beside every share, what is outside them, and where they differed last."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.agreements import Agreements, formerly
from briefs.codebook import Length
from briefs.document import Block, Bullets, Clause, Heading, Paragraph
from briefs.rollcalls.figures import Agreement
from briefs.rollcalls.matrix import CAST
from briefs.wording.pen import Pen, Slot
from briefs.wording.rolls import until
from briefs.wording.shares import percent

DIFFERING_IN_SHORT = 3
PAIRS_IN_SHORT = 6
"""Pairs of up to this number stand in a short brief; of more, the first actor's."""


def blocks(pen: Pen, held: Agreements, length: Length, beside: Iterable[str] = ()) -> list[Block]:
    """The figures, each pair where there are more than two, and the newest calls in which they differed, without those
    that stand `beside` in a table (record ids)."""
    lead = figures(pen, held)
    if length is Length.LINE:
        return [Paragraph((lead,))]
    long = length is Length.LONG
    notes = [pen.phrase("agree-outside"), *([pen.phrase("agree-rounded")] if long else [])]
    told: list[Block] = [Paragraph((lead, *(_names(pen, held) if long else ()), *notes))]
    if len(held.actors) > 2:
        told += [Heading(pen.phrase("agree-pairs")), Bullets(tuple(_pair(pen, held, p) for p in _shown(held, long)))]
    return told + _differing(pen, held, long=long, beside=frozenset(beside))


def figures(pen: Pen, held: Agreements) -> Clause:
    """ "Cambodia and Vietnam both cast a vote in 380 of the 412 roll calls held on this issue and voted alike in 372 of
    them (97.9%); in 2 one voted in favour and the other against." """
    n, of = held.together.bit_count(), held.calls.bit_count()
    alike = held.alike.bit_count()
    two = held.pairs[0] if len(held.actors) == 2 else None
    say = pen.words.say
    of_calls = say("agree-calls-all" if n == of else "agree-calls", {"n": n, "of": of})
    slots = {
        "Who": _all(pen, held, "all-of", start=True),
        "who": _all(pen, held, "all-few", start=False),
        "calls": Slot(of_calls, "count(rollcall.votes)"),
        "scope": Slot(say("agree-issue" if held.issue else "agree-all", {}), "request.issue"),
    }  # fmt: skip
    form = "two" if two else "several"
    cites = pen.archive.rolls.cites(held.calls)
    if n == 0:
        return pen.clause(f"agree-{form}-none", cites, slots, of=of)
    if n == 1:
        opposed = two is not None and bool(two.opposed)
        end = "alike" if alike else "opposed" if opposed else "apart"
        return pen.clause(f"agree-{form}-{end}", cites, slots)
    slots["share"] = _share(alike, n)
    if two:
        slots["opposed"] = Slot(say("agree-opposed", {"n": two.opposed}), "count(rollcall.votes)")
    return pen.clause(f"agree-{form}", cites, slots, alike=alike)


def _all(pen: Pen, held: Agreements, message: str, *, start: bool) -> Slot:
    """Two by name, more by their number."""
    if len(held.actors) == 2:
        return pen.actors(held.actors, "rollcall.votes", start=start)
    return Slot(pen.words.say(message, {"n": len(held.actors)}), "request.actors")


def _share(part: int, whole: int) -> Slot:
    """ "97.9%"."""
    return Slot(percent(part, whole), "share(rollcall.votes)")


def _names(pen: Pen, held: Agreements) -> list[Clause]:
    """Under which other names some of the votes were cast."""
    return [
        pen.clause(
            "agree-formerly",
            [f"register:{actor}"],
            Actor=pen.actor(actor, "register", start=True),
            name=Slot(former, f"register:{actor}"),
            until=pen.full_day(name.until, f"register:{actor}"),
        )
        for actor in held.actors
        for name in formerly(pen.archive, held, actor)
        if (former := pen.formerly(actor, name))
    ]


def _shown(held: Agreements, long: bool) -> list[Agreement]:
    if long or len(held.pairs) <= PAIRS_IN_SHORT:
        return list(held.pairs)
    return [pair for pair in held.pairs if pair.one == held.actors[0]]


def _pair(pen: Pen, held: Agreements, pair: Agreement) -> Clause:
    """ "Cambodia and Vietnam: 372 of 380 alike (97.9%), 2 opposed"."""
    cites = pen.archive.rolls.cites(held.calls)
    slots = {"one": Slot(pen.bare(pair.one), "rollcall.votes"), "other": Slot(pen.bare(pair.other), "rollcall.votes")}
    if not pair.both:
        return pen.clause("agree-pair-none", cites, slots)
    slots["share"] = _share(pair.alike, pair.both)
    return pen.clause("agree-pair", cites, slots, alike=pair.alike, both=pair.both, opposed=pair.opposed)


def _differing(pen: Pen, held: Agreements, *, long: bool, beside: frozenset[str]) -> list[Block]:
    rolls = pen.archive.rolls
    shown = [number for number in held.differing if rolls.id_of(number) not in beside]
    told = shown[: None if long else DIFFERING_IN_SHORT]
    lines = tuple(_differed(pen, held, number, before) for before, number in zip([None, *told], told, strict=False))
    heading = "agree-differed" if len(shown) == len(held.differing) else "agree-differed-else"
    blocks: list[Block] = [Heading(pen.phrase(heading)), Bullets(lines)] if lines else []
    return [*blocks, Paragraph((until(pen),))] if long else blocks


def _differed(pen: Pen, held: Agreements, number: int, before: int | None) -> Clause:
    """ "11 December 2020, A/RES/75/1: Cambodia in favour; Laos and Vietnam abstained (Title)", by names of that day.
    The title is not repeated after a text that bears it."""
    call = pen.archive.rolls.call(number)
    again = before is not None and pen.titled_alike(call, pen.archive.rolls.call(before))
    groups = []
    for option in CAST:
        who = [actor for actor in held.actors if call.votes.get(actor) is option]
        if who:
            names = pen.words.listed([pen.name(actor, day=call.date) for actor in who])
            groups.append(pen.words.say(f"agree-{option.value}", {"names": names}))
    return pen.clause(
        "agree-call-again" if again else "agree-call",
        [call.id],
        links=pen.links(call),
        day=pen.full_day(call.date, f"{call.id}.date"),
        symbol=Slot(pen.symbol(call), f"{call.measure}.symbol"),
        votes=Slot(pen.words.parted.join(groups), f"{call.id}.votes"),
        title=Slot(pen.title(call), f"{call.measure}.title"),
    )
