"""(archive, window, filter) → what of it is posted at once, as an alert. It words nothing and knows no subscription.

An alert tells records of a window as a digest does, by the same functions. It takes less: nothing published days ago,
nothing that corrects a record (what told that is amended, and the next digest tells it), nothing told before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from briefs.archive import Archive
from briefs.digests import Digest, Filter, Item, entered, in_order, same_news, wanted

FRESH = timedelta(days=2)
"""Published longer than this before it was recorded: no breaking news. A vote late in New York is the next day's in
Asia, and whoever checks a roll call by hand does so the day after."""


def fresh(archive: Archive, since: datetime, until: datetime) -> tuple[Item, ...]:
    """What entered in `[since, until)`, both aware, and is breaking news, whoever follows it."""
    return tuple(item for item in entered(archive, since, until).items if _is_fresh(archive, item))


def chosen(archive: Archive, items: Iterable[Item], follows: Filter, told: Collection[str]) -> tuple[str, ...]:
    """Ids of the records of these that an alert tells; `told` were told before."""
    left_out = same_news(archive, told)
    return tuple(item.record for item in items if item.record not in left_out and wanted(archive, item, follows))


def _is_fresh(archive: Archive, item: Item) -> bool:
    record = item.event or item.call
    assert record is not None
    corrects = item.event is not None and item.event.corrects is not None
    published = item.day if item.filed else archive.sources[record.source].published
    return not corrects and record.recorded is not None and record.recorded.date() - published <= FRESH


def of_records(
    archive: Archive, since: datetime, until: datetime, follows: Filter, day: date, records: Collection[str]
) -> Digest:
    """The alert of these records of a window; `day` is the subscriber's local day at its end."""
    items = [item for item in entered(archive, since, until).items if item.record in records]
    return Digest(day, tuple(in_order(items)), follows, since, until, alert=True)
