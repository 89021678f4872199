"""Sentences about hundreds of roll calls at once, an imported file's beside the records': counts, then the latest.

A sentence that counts cites each record counted and the file as a whole. One call of the file is told like any other.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefs.codebook import Length, VoteOption
from briefs.document import Block, Bullets, Clause, Heading, Paragraph
from briefs.positions import Position, Tallied
from briefs.records import RollCall
from briefs.rollcalls.imported import FILE_ID
from briefs.rollcalls.shifts import Shift
from briefs.rollcalls.votes import Coverage
from briefs.wording.pen import OPTIONS, Pen, Slot

IN_SHORT = 5
"""Latest votes listed in a short brief; in a long one all that were selected."""


def everything(pen: Pen, actor: str, held: Tallied, length: Length) -> list[Block]:
    """One actor's votes on all issues."""
    lead = counts(pen, actor, held, None)
    if length is Length.LINE:
        return [Paragraph((lead,))]
    return [
        Paragraph((lead, *formerly(pen, actor, held, length), *(moved(pen, shift) for shift in held.moved[:1]))),
        *latest(pen, actor, held, length),
        Paragraph((until(pen),)),
    ]


def counts(pen: Pen, actor: str, held: Tallied, issue: str | None) -> Clause:
    """ "Of the 412 roll calls held on this issue, Cambodia voted in favour in 398 and abstained in 14." """
    covered = held.coverage
    cites = pen.archive.rolls.cites(held.calls)
    scope = "issue" if issue else "all"
    name = pen.actor(actor, "rollcall.votes")
    member = covered.texts - covered.not_member
    if not member:
        return pen.clause(f"rolls-never-{scope}", cites, n=covered.texts, actor=name)
    told = _shares(pen, actor, covered)
    if not told:
        return pen.clause(f"rolls-none-{scope}", cites, n=member, actor=name)
    message = f"rolls-counts-{scope}" if not covered.not_member else f"rolls-counts-{scope}-member"
    rest = pen.words.say("rolls-rest", {"n": covered.no_row}) if covered.no_row else ""
    return pen.clause(
        message,
        cites,
        n=member,
        actor=name,
        counts=Slot(pen.words.listed(told), "count(rollcall.votes)"),
        rest=Slot(rest, "count(rollcall.votes)"),
    )


def _shares(pen: Pen, actor: str, covered: Coverage) -> list[str]:
    return shares(
        pen, actor, {option: getattr(covered, option.value) for option in OPTIONS}, covered.texts - covered.not_member
    )


def shares(pen: Pen, actor: str, numbers: Mapping[VoteOption, int], of: int) -> list[str]:
    """ "voted in favour in 6", "abstained in 3"; "abstained in all"; of one roll call "abstained"."""
    say, form = pen.words.say, pen.form(actor)
    if of == 1:
        return [say(f"voted-{option.value}", {"form": form}) for option in OPTIONS if numbers[option]]
    return [
        say(f"share-all-{option.value}" if n == of else f"share-{option.value}", {"n": n, "form": form})
        for option in OPTIONS
        if (n := numbers[option])
    ]


def line(pen: Pen, position: Position) -> Clause:
    """The whole record on an issue in one sentence that stands alone."""
    held = position.tallied
    assert held is not None
    assert position.issue is not None
    covered, say = held.coverage, pen.words.say
    title = Slot(pen.archive.register.issues[position.issue].title, "issue.title")
    cites = pen.archive.rolls.cites(held.calls)
    told = _shares(pen, position.actor, covered)
    if not told:
        return counts(pen, position.actor, held, position.issue)
    newest = pen.archive.rolls.matrix.ballots[held.latest[0]].day
    return pen.clause(
        "rolls-line",
        cites,
        Actor=pen.actor(position.actor, "rollcall.votes", start=True),
        counts=Slot(pen.words.listed(told), "count(rollcall.votes)"),
        n=covered.texts - covered.not_member,
        issue=title,
        rest=Slot(say("rolls-rest", {"n": covered.no_row}) if covered.no_row else "", "count(rollcall.votes)"),
        day=pen.full_day(newest, "rollcall.date"),
    )


def formerly(pen: Pen, actor: str, held: Tallied, length: Length) -> list[Clause]:
    """Under which other names some of these votes were cast; a short brief tells the latest."""
    names = held.formerly if length is Length.LONG else held.formerly[:1]
    cite = f"register:{actor}"
    return [
        pen.clause(
            "agree-formerly",
            [cite],
            Actor=pen.actor(actor, cite, start=True),
            name=Slot(former, cite),
            until=pen.full_day(name.until, cite),
        )
        for name in names
        if (former := pen.formerly(actor, name))
    ]


def moved(pen: Pen, shift: Shift) -> Clause:
    """That its vote differs from its last one on a text of the same title; both dated, never "reversed"."""
    rolls = pen.archive.rolls
    now, before = rolls.call(shift.number), rolls.call(shift.last)
    say, form = pen.words.say, pen.form(shift.seat)
    return pen.clause(
        "rolls-moved",
        [now.id, before.id],
        links=pen.links(now, before),
        day=pen.full_day(now.date, f"{now.id}.date"),
        actor=pen.actor(shift.seat, "rollcall.votes"),
        now=Slot(say(f"voted-{shift.now.value}-of", {"text": pen.symbol(now), "form": form}), f"{now.id}.votes"),
        title=Slot(pen.title(now), f"{now.measure}.title"),
        before=pen.full_day(before.date, f"{before.id}.date"),
        had=Slot(say(f"had-{shift.before.value}-of", {"text": pen.symbol(before), "form": form}), f"{before.id}.votes"),
    )


def latest(pen: Pen, actor: str, held: Tallied, length: Length) -> list[Block]:
    """The newest votes, one a line."""
    shown = held.latest if length is Length.LONG else held.differing or held.latest[:IN_SHORT]
    if not shown or not _shares(pen, actor, held.coverage):  # a list of "no vote" would only repeat the first sentence
        return []
    calls = [pen.archive.rolls.call(number) for number in shown]
    heading = "rolls-heading" if any(call.tally.absent is not None for call in calls) else "rolls-heading-three"
    if held.differing:
        heading = "votes-heading" if len(shown) == len(held.latest) else "votes-heading-short"
    return [Heading(pen.phrase(heading)), Bullets(tuple(vote(pen, actor, call) for call in calls))]


def vote(pen: Pen, actor: str, call: RollCall) -> Clause:
    """One line of the list; of a call in which the file has no row of it, that."""
    cast = call.votes.get(actor)
    return listed(pen, call, f"vote-{cast.value if cast else 'no-row'}")


def listed(pen: Pen, call: RollCall, message: str) -> Clause:
    """A vote in a list: day, vote, symbol, tally, title."""
    return pen.clause(
        message,
        [call.id],
        links=pen.links(call),
        day=pen.full_day(call.date, f"{call.id}.date"),
        symbol=Slot(pen.symbol(call), f"{call.measure}.symbol"),
        tally=pen.tally(call.tally, f"{call.id}.tally"),
        title=Slot(pen.title(call), f"{call.measure}.title"),
    )


def coverage(pen: Pen, position: Position, length: Length, *, last: bool) -> list[Clause]:
    """Long: on how many of the texts a vote cast is recorded; and which days the file holds, said once (`last`)."""
    held = position.tallied
    assert held is not None
    runs = [until(pen)] if last else []
    if length is Length.SHORT:
        return runs
    cites = pen.archive.rolls.cites(held.calls)
    return [pen.clause("rolls-coverage", cites, n=held.coverage.cast, of=held.coverage.texts), *runs]


def until(pen: Pen) -> Clause:
    """Which days the imported file holds."""
    first, last = pen.archive.rolls.oldest_filed, pen.archive.rolls.newest_filed
    assert first is not None
    assert last is not None
    return pen.clause(
        "rolls-until",
        [FILE_ID],
        first=pen.full_day(first, f"{FILE_ID}.first"),
        last=pen.full_day(last, f"{FILE_ID}.last"),
    )
