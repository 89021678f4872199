"""Shifts of those a channel follows, as items of a digest: "Cambodia, which had voted in favour on 2 and 24 March 2022,
abstained". `briefs.alerts` finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from briefs.alerts import Alert
from briefs.document import Clause
from briefs.records import RollCall
from briefs.wording.catalogue import Words
from briefs.wording.pen import Pen, Slot


def told(pen: Pen, call: RollCall, found: Sequence[Alert]) -> Iterator[Clause]:
    """One sentence for those that shifted alike."""
    for alert in found:
        form = {"form": pen.form(*alert.states)}
        yield pen.clause(
            "digest-shift",
            [*(cite for day in alert.calls for cite in day), call.id],
            Actors=pen.actors(pen.alphabetical(alert.states), f"{call.id}.votes", start=True),
            n=len(alert.days),
            had=pen.words.say(f"had-{alert.was.value}", form),
            days=Slot(days(pen.words, alert.days), "rollcall.date"),
            now=pen.words.say(f"voted-{alert.now.value}", form),
        )


def why(pen: Pen, call: RollCall, bloc: str, size: int, found: Sequence[Alert]) -> Iterator[Clause]:
    """Why a follower of a bloc is told."""
    n = sum(len(alert.states) for alert in found)
    if n:
        filed = call.id not in pen.archive.rollcalls
        cites = [*dict.fromkeys(cite for alert in found for cite in alert.calls[-1]), call.id]
        slots = {"bloc": pen.actor(bloc, f"{bloc}.members")}
        yield pen.clause("digest-why-title" if filed else "digest-why-issue", cites, slots, n=n, of=size)


def days(words: Words, told_: Sequence[date]) -> str:
    """ "2 and 24 March 2022", "24 March and 7 April 2022", "14 November 2022 and 23 February 2023"."""
    *others, last = told_
    if all((day.year, day.month) == (last.year, last.month) for day in others):
        return words.listed([*(words.of_month(day) for day in others), words.day(last)])
    same = all(day.year == last.year for day in others)
    return words.listed([*(words.day(day, year=not same) for day in others), words.day(last)])
