"""Breaking alerts: what of the news a subscription wants at once, and whether there is any now. Pure.

A look covers the time from where the one before ended (`alerted`) until now. What is in it and is wanted makes a slot
of its own, entered in the step that moves `alerted` on (`adapters/store/alerting.py`), so that no record is in two. On
a date off a look finds nothing: the next digest tells what came. `bot/schedule.py` looks at each tick, once the digests
that are due are entered; `bot/delivery.py` delivers both alike.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from adapters.contract import Alerts, Subscription
from adapters.store.entries import Kind, Looked, SlotEntry, Standing
from bot.slots import alert_slot, is_off
from bot.waiting import why_held
from briefs.briefing import Briefing, Ending
from briefs.codebook import Act
from briefs.digests import Filter
from briefs.document import Document

AGE = timedelta(hours=6)
"""How far back a look goes. What came in longer ago, while Dateline was down, is no breaking news any more: the next
digest tells it."""


class News(Protocol):
    """What the schedule asks of the records held."""

    def newest(self, before: datetime) -> datetime | None:
        """When the newest of them became news, of those before that instant; None where there is none."""
        ...

    def breaking(self, order: Subscription, since: datetime, until: datetime) -> bool:
        """Whether any that became news in `[since, until)` is to be posted at once."""
        ...

    def compose(self, order: Subscription, since: datetime, until: datetime, told: Collection[str], /) -> Briefing:
        """The proved alert of them, without those told before; quiet where nothing is left."""
        ...


QUIET = Briefing(Document("", ()), Ending.QUIET)
"""An alert of nothing."""


def nothing(order: Subscription, since: datetime, until: datetime, told: Collection[str], /) -> Briefing:  # noqa: ARG001
    """What is composed where nothing is posted at once."""
    return QUIET


def watched(order: Subscription) -> Filter | None:
    """What of the news the subscription wants at once; None where that is nothing."""
    follows = order.follows
    votes = not follows.acts or Act.VOTE_HELD in follows.acts
    match order.alerts:
        case Alerts.ALL:
            return follows
        case Alerts.VOTES if votes:
            return replace(follows, acts=(Act.VOTE_HELD,))
        case Alerts.CHANGES if votes:
            return replace(follows, changes=True)
        case _:
            return None


def can_alert(order: Subscription) -> bool:
    """Whether what it follows leaves its alerts anything to tell; so it is where it wants none."""
    return order.alerts is Alerts.OFF or watched(order) is not None


def looked(standing: Standing, news: News, now: datetime) -> Looked:
    """How far the alerts of one subscription have looked then, and the slot that is due for what they found."""
    order, was = standing.subscription, standing.alerted
    until = max(was, now.replace(microsecond=0))
    since = max(was, now - AGE)
    if since >= until or _is_off(order, now) or not news.breaking(order, since, until):
        return Looked(order.id, was, until)
    slot = SlotEntry(order.id, alert_slot(until), until, reason=why_held(order, now), kind=Kind.ALERT, since=since)
    return Looked(order.id, was, until, slot)


def _is_off(order: Subscription, now: datetime) -> bool:
    try:
        return is_off(order, now.astimezone(ZoneInfo(order.zone)).date())
    except (ZoneInfoNotFoundError, ValueError):  # planning its next slot pauses it, and says why
        return True
