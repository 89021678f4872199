"""(archive, roll call, states) → which of them voted otherwise than when they last voted on the same matter.

For a roll call of the records the same matter is its issue, for one of the imported file a text of its title. Only
votes cast count: who did not vote, has no row or had no seat neither shifts nor stands in the way of an earlier vote.
Of one day, no call is before another; a day on which a state voted both ways is none to compare with. It words nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, product

from briefs.archive import Archive
from briefs.codebook import VoteOption
from briefs.positions import CAST
from briefs.records import RollCall

DAYS = 3
"""Days of earlier votes named at most: the newest."""


@dataclass(frozen=True, slots=True)
class Alert:
    """These states voted `now`; on each of `days`, the last on which they voted before, they had all voted `was`."""

    was: VoteOption
    now: VoteOption
    days: tuple[date, ...]
    """Oldest first."""
    calls: tuple[tuple[str, ...], ...]
    """For each of these days, the record ids of its votes."""
    states: tuple[str, ...]


def alerts(archive: Archive, call: RollCall, states: Iterable[str]) -> tuple[Alert, ...]:
    """Those that shifted alike together: by what they had done, then by what they did now, then by the days."""
    before = earlier(archive, call)
    found = [alert for state in states if (alert := _alert(before, call, state))]
    order = {(was, now): place for place, (was, now) in enumerate(product(CAST, CAST))}
    found.sort(key=lambda alert: (order[alert.was, alert.now], alert.days[::-1], alert.calls))
    alike = groupby(found, key=lambda alert: (alert.was, alert.now, alert.days, alert.calls))
    return tuple(Alert(*key, tuple(state for alert in of for state in alert.states)) for key, of in alike)


def earlier(archive: Archive, call: RollCall) -> Sequence[RollCall]:
    """The roll calls seen before its day on the same matter, newest first."""
    if call.id in archive.rollcalls:
        issue = archive.register.measures[call.measure].issue
        on = (c for c in archive.votes if archive.register.measures[c.measure].issue == issue and c.date < call.date)
        return tuple(on)[::-1]
    number = archive.rolls.number_of(call.id)
    assert number is not None
    seen = archive.rolls.on()
    numbers = archive.rolls.matrix.before_in_family.get(number, ())
    return tuple(archive.rolls.call(n) for n in numbers if seen >> n & 1)


def _alert(before: Sequence[RollCall], call: RollCall, state: str) -> Alert | None:
    now = call.votes.get(state)
    was, days, calls = None, list[date](), list[tuple[str, ...]]()
    for day, of_day in groupby(before if now in CAST else (), key=lambda held: held.date):
        cast = [held for held in of_day if held.votes.get(state) in CAST]
        options = {held.votes[state] for held in cast}
        if not options:
            continue
        if len(options) > 1 or options == {now} or options != {was or next(iter(options))} or len(days) == DAYS:
            break
        was = next(iter(options))
        days.append(day)
        calls.append(tuple(sorted(held.id for held in cast)))
    if now is None or was is None:
        return None
    return Alert(was, now, tuple(reversed(days)), tuple(reversed(calls)), (state,))
