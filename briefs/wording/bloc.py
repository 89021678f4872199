"""A bloc in words: how often its members voted alike, where they last did not, who breaks ranks, since when counted.

Counts stand beside every share. Shares are to a tenth of a per cent, the index to the thousandth, both half up.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import islice

from briefs.archive import Archive
from briefs.blocs import Bloc
from briefs.codebook import Length
from briefs.document import Block, Bullets, Clause, Document, Heading, Paragraph
from briefs.records import RollCall
from briefs.rollcalls.figures import Rank
from briefs.wording import rolls, votes
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.pen import Pen, Slot
from briefs.wording.shares import percent

COUNTED = "count(rollcall.votes)"
SPLITS = {Length.LINE: 0, Length.SHORT: 3, Length.LONG: 10}
RANKS = {Length.LINE: 0, Length.SHORT: 3, Length.LONG: 5}
"""Newest splits told, and members that break ranks."""


def tell(archive: Archive, bloc: Bloc, length: Length, as_of: date, words: Words) -> Document:
    """One bloc on one issue, or on all."""
    pen = Pen(archive, words)
    return frame(pen, _title(pen, bloc), tuple(_blocks(pen, bloc, length)), as_of, length)


def thousandths(value: Fraction) -> str:
    """ "0.934", half up: computed in whole numbers, since a float may fall on the wrong side of the half."""
    found = (value * 2000 + 1) // 2
    return f"{found // 1000}.{found % 1000:03}"


def _title(pen: Pen, bloc: Bloc) -> str:
    name = pen.titled(bloc.id)
    if bloc.issue is None:
        return pen.words.say("title-actor", {"actor": name})
    return pen.words.say("title-position", {"actor": name, "issue": pen.archive.register.issues[bloc.issue].title})


def _blocks(pen: Pen, bloc: Bloc, length: Length) -> list[Block]:
    if not bloc.calls:
        return [Paragraph((silent(pen, bloc.issue),))]
    first = [lead(pen, bloc)]
    if length is Length.LINE:
        return [Paragraph(tuple(first))]
    if bloc.held.divided and bloc.held.calls > 1:
        first += _figures(pen, bloc)
    parts: list[Block] = [Paragraph(tuple(first))]
    shown = tuple(islice(_splits(pen, bloc), SPLITS[length]))
    if shown:
        parts += [Heading(pen.phrase("bloc-splits-heading")), Bullets(shown)]
    return [*parts, Paragraph((*_scope(pen, bloc), pen.phrase("bloc-outside"), until(pen, bloc.calls)))]


def silent(pen: Pen, issue: str | None) -> Clause:
    """That no roll call is held, on an issue or at all."""
    if issue is None:
        return pen.clause("silence-rolls-all", ["query:rollcalls?body=unga"])
    title = Slot(pen.archive.register.issues[issue].title, "issue.title")
    return pen.clause("silence-rolls-issue", [f"query:rollcalls?body=unga&issue={issue}"], issue=title)


def lead(pen: Pen, bloc: Bloc) -> Clause:
    """In how many roll calls all alike; stands alone."""
    held, say = bloc.held, pen.words.say
    scope = "all" if bloc.issue is None else "issue"
    slots = {"bloc": pen.actor(bloc.id, f"{bloc.id}.members")}
    if bloc.issue is not None:
        slots["issue"] = Slot(pen.archive.register.issues[bloc.issue].title, "issue.title")
    cites = pen.archive.rolls.cites(bloc.calls)
    if not held.calls:
        slots["calls"] = Slot(say("each-call", {"n": bloc.calls.bit_count()}), COUNTED)
        return pen.clause(f"bloc-{scope}-few", cites, slots)
    if not held.united:
        slots["calls"] = Slot(say("the-calls", {"n": held.calls}), COUNTED)
        return pen.clause(f"bloc-{scope}-never", cites, slots, n=held.calls)
    share = "share-all" if held.united == held.calls else "share-some"
    shown = percent(held.united, held.calls)
    slots["share"] = Slot(say(share, {"n": held.united, "of": held.calls, "percent": shown}), COUNTED)
    return pen.clause(f"bloc-{scope}", cites, slots)


def _figures(pen: Pen, bloc: Bloc) -> list[Clause]:
    """Index, last split and who broke ranks, where there is more than one vote and a split."""
    held, cites = bloc.held, pen.archive.rolls.cites(bloc.calls)
    assert held.index is not None
    day = pen.archive.rolls.matrix.ballots[held.divided[-1]].day
    told = [
        pen.clause("bloc-index", cites, index=Slot(thousandths(held.index), COUNTED)),
        pen.clause("bloc-split-last", cites, day=pen.full_day(day, "rollcall.date")),
    ]
    if bloc.ranks:
        ranks = pen.words.listed([_rank(pen, rank) for rank in bloc.ranks])
        told.append(pen.clause("bloc-ranks", cites, ranks=Slot(ranks, COUNTED)))
    return told


def _rank(pen: Pen, rank: Rank) -> str:
    share = percent(rank.broke, rank.cast)
    return pen.words.say("rank", {"actor": pen.name(rank.seat), "n": rank.broke, "of": rank.cast, "percent": share})


def _splits(pen: Pen, bloc: Bloc) -> Iterator[Clause]:
    """The splits, newest first; a title is not repeated after a text that bears it."""
    before: RollCall | None = None
    for call in map(pen.archive.rolls.call, reversed(bloc.held.divided)):
        again = before is not None and pen.titled_alike(call, before)
        told = votes.bloc(pen, bloc.id, call, message="bloc-divided-again" if again else "bloc-divided")
        if told:
            yield told
            before = call


def _scope(pen: Pen, bloc: Bloc) -> list[Clause]:
    """From when to when is counted, and since when the membership is what it is."""
    told, held = [], bloc.held
    if held.calls:
        ballots = pen.archive.rolls.matrix.ballots
        first = pen.full_day(ballots[held.counted[0]].day, "rollcall.date")
        last = pen.full_day(ballots[held.counted[-1]].day, "rollcall.date")
        cites = pen.archive.rolls.cites(bloc.calls)
        told.append(pen.clause("bloc-span", cites, n=held.calls, first=first, last=last))
    if bloc.stood:
        day = pen.full_day(bloc.stood, f"{bloc.id}.members")
        name = pen.actor(bloc.id, f"{bloc.id}.name")
        told.append(pen.clause("bloc-stood", [f"register:{bloc.id}"], bloc=name, day=day))
    return told


def until(pen: Pen, calls: int) -> Clause:
    """How far the roll calls held go."""
    return rolls.until(pen) if calls & pen.archive.rolls.filed else votes.held_until(pen)
