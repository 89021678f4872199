"""(archive, window, filter) → why each record of a window is in its digest or left out. The words are the office's.

It selects as `digests.of_window` does, by the same functions, so that what it explains is what is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from briefs.archive import Archive
from briefs.digests import Filter, Met, Unmet, entered, met, same_news, unmet


class Left(StrEnum):
    """Why a record of the window is not in its digest."""

    ISSUE = "issue"
    ACT = "act"
    ACTOR = "actor"
    CHANGE = "change"
    OLD = "old"
    TOLD = "told"
    ALERTED = "alerted"


@dataclass(frozen=True, slots=True)
class Selection:
    """`chosen`: record id → what of the filter it meets; `left`: how many are left out for which reason."""

    chosen: Mapping[str, Met] = field(default_factory=dict)
    left: Mapping[Left, int] = field(default_factory=dict)


_LEFT = {Unmet.ISSUE: Left.ISSUE, Unmet.ACT: Left.ACT, Unmet.ACTOR: Left.ACTOR, Unmet.CHANGE: Left.CHANGE}


def of_window(
    archive: Archive,
    recorded: Mapping[str, datetime],
    since: datetime,
    until: datetime,
    follows: Filter,
    alerted: Collection[str] = (),
) -> Selection:
    """Of what entered in `[since, until)`, both aware. `recorded` as for `briefing.digest_of_window`, and `until`
    likewise in the subscriber's zone; alerts told the `alerted`."""
    held = archive.as_of(until.date() + timedelta(days=1)).recorded_at(recorded)
    came = entered(held, since, until)
    left = Counter({Left.OLD: came.old, Left.TOLD: came.told})
    chosen, elsewhere = {}, same_news(held, alerted)
    for item in came.items:
        why = unmet(held, item, follows)
        if why is None and item.record in elsewhere:
            left[Left.ALERTED] += 1
        elif why is None:
            chosen[item.record] = met(held, item, follows)
        else:
            left[_LEFT[why]] += 1
    return Selection(chosen, {why: left[why] for why in Left if left[why]})
