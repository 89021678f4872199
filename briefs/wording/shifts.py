"""Shifts in words: who votes otherwise than last time on a text of the same title, newest text first.

Both votes are dated, a vote is never called reversed, and whoever did not vote is never said to have moved.
"""

from __future__ import annotations

from datetime import date

from briefs.archive import Archive
from briefs.codebook import Length, VoteOption
from briefs.document import Block, Bullets, Clause, Document, Heading, Paragraph, Phrase
from briefs.movements import Movements, Pair
from briefs.rollcalls.matrix import latest_of, mask_of
from briefs.wording.bloc import silent, until
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.pen import Pen, Slot

TEXTS = {Length.LINE: 0, Length.SHORT: 3, Length.LONG: 10}
"""Newest texts told."""
NAMED = {Length.LINE: 0, Length.SHORT: 12, Length.LONG: 40}
"""A group of more members than this is counted and not named."""


def tell(archive: Archive, found: Movements, length: Length, as_of: date, words: Words, *, given: bool) -> Document:
    """All movements since a day; `given`: the reader asked from that day."""
    pen = Pen(archive, words)
    title = {"day": words.day(found.since)} | ({"issue": _title(pen, found.issue).text} if found.issue else {})
    title_of = words.say("shifts-title-issue" if found.issue else "shifts-title", title)
    parts: list[Block] = [Paragraph((lead(pen, found),))]
    if length is not Length.LINE and found.calls:
        parts += _newest(pen, found, length)
        notes: list[Clause | Phrase] = [pen.phrase("shifts-votes")]
        notes += [] if given else [pen.phrase("shifts-year")]
        parts.append(Paragraph((*notes, pen.phrase("bloc-outside"), until(pen, archive.rolls.on(found.issue)))))
    return frame(pen, title_of, tuple(parts), as_of, length)


def tell_nothing(archive: Archive, issue: str | None, as_of: date, length: Length, words: Words) -> Document:
    """No roll call is held at all, so that nobody can have moved."""
    pen = Pen(archive, words)
    slots = {"issue": _title(pen, issue).text} if issue else {}
    title = words.say("shifts-title-none-issue" if issue else "shifts-title-none", slots)
    return frame(pen, title, (Paragraph((silent(pen, issue),)),), as_of, length)


def _title(pen: Pen, issue: str) -> Slot:
    return Slot(pen.archive.register.issues[issue].title, "issue.title")


def lead(pen: Pen, found: Movements) -> Clause:
    """How many votes differ, over how many roll calls; stands alone."""
    scope = "issue" if found.issue else "all"
    say, rolls = pen.words.say, pen.archive.rolls
    slots = {"day": pen.full_day(found.since, "asked")} | ({"issue": _title(pen, found.issue)} if found.issue else {})
    if not found.calls:
        return pen.clause(f"shifts-{scope}-quiet", rolls.cites(rolls.on(found.issue)), slots)
    slots["calls"] = Slot(say("the-calls", {"n": found.calls.bit_count()}), "count(rollcall)")
    cites = rolls.cites(found.calls | _earlier(pen, found.calls))
    if not found.moves:
        return pen.clause(f"shifts-{scope}-none", cites, slots)
    slots["times"] = Slot(say("times", {"n": found.moves}), "count(rollcall.votes)")
    slots["texts"] = Slot(say("texts", {"n": found.texts}), "count(rollcall)")
    return pen.clause(f"shifts-{scope}", cites, slots)


def _earlier(pen: Pen, calls: int) -> int:
    """All calls on texts of the same titles before these."""
    rolls, found = pen.archive.rolls, set[int]()
    for number in latest_of(calls):
        if number not in found:  # else all before it are in already
            found.update(rolls.matrix.before_in_family.get(number, ()))
    return mask_of([*found], len(rolls.matrix)) & rolls.on()


def _newest(pen: Pen, found: Movements, length: Length) -> list[Block]:
    if not found.newest:
        return []
    told: set[int] = set()
    lines = []
    for pair in found.newest:
        lines.append(_pair(pen, pair, NAMED[length], also=pair.number in told))
        told.add(pair.number)
    return [Heading(pen.phrase("shifts-heading")), Bullets(tuple(lines))]


def _pair(pen: Pen, pair: Pair, named: int, *, also: bool) -> Clause:
    """One text beside the text it is compared with; `also`: the line before has told its title."""
    rolls = pen.archive.rolls
    now, before = rolls.call(pair.number), rolls.call(pair.last)
    groups = [_group(pen, way, pair.groups[way], now.date, named) for way in sorted(pair.groups, key=_place)]
    slots = {} if also else {"title": Slot(pen.title(now), f"{now.measure}.title")}
    return pen.clause(
        "shifts-text-also" if also else "shifts-text",
        [now.id, before.id],
        slots,
        links=pen.links(now, before),
        day=pen.full_day(now.date, f"{now.id}.date"),
        symbol=Slot(pen.symbol(now), f"{now.measure}.symbol"),
        last=Slot(pen.symbol(before), f"{before.measure}.symbol"),
        before=pen.full_day(before.date, f"{before.id}.date"),
        groups=Slot(pen.words.parted.join(groups), f"{now.id}.votes"),
    )


def _place(way: tuple[VoteOption, VoteOption]) -> tuple[int, int]:
    """Groups in the order of what they did now, then of what they had done."""
    order = list(VoteOption)
    return order.index(way[1]), order.index(way[0])


def _group(pen: Pen, way: tuple[VoteOption, VoteOption], seats: tuple[str, ...], day: date, named: int) -> str:
    """ "2 members that had abstained voted against (Laos and Vietnam)", by their names of the later day."""
    say = pen.words.say
    form = {"form": "ms" if len(seats) == 1 else "mp"}
    had, did = say(f"had-{way[0].value}", form), say(f"voted-{way[1].value}", form)
    group = say("shifts-group", {"n": len(seats), "had": had, "did": did})
    if len(seats) > named:
        return group
    names = pen.words.listed([pen.name(seat, day=day) for seat in pen.alphabetical(seats, day)])
    return say("group-named", {"group": group, "names": names})
