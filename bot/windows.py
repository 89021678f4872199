"""(records held now, a subscription, a window) → its proved digest or alert, and why each record is in it or not.

Everything that is told of a window is told here: by the schedule, in a preview, anew when records changed. A window is
`[since, until)`, aware; it is told for the subscriber's local day at its end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from adapters.contract import Subscription
from bot.alerting import AGE, QUIET, watched
from bot.commands import Desk
from briefs import amending, breaking, briefing, selections
from briefs.amending import Amended, Window
from briefs.archive import Archive
from briefs.briefing import Briefing
from briefs.changes import Change
from briefs.digests import Filter, Item
from briefs.document import Document
from briefs.selections import Selection

if TYPE_CHECKING:
    from adapters.store.entries import Posted

SEEN_AHEAD: Final = timedelta(minutes=1)
"""Records taken up while digests are composed count as recorded this much later, and changes of records as well: a
window that ends before everybody knows of them does not hold them, and the next one does. Windows tile, so nothing is
lost."""


@dataclass(frozen=True, slots=True)
class Windows:
    """`recorded`: record id → when it became news; `noted`: name of what happened to one (`briefs.amending.named`) →
    when that did."""

    desk: Desk
    recorded: Mapping[str, datetime]
    noted: Mapping[str, datetime] = field(default_factory=dict)

    def digest(self, order: Subscription, since: datetime, until: datetime, alerted: Collection[str]) -> Briefing:
        """The digest of one window, without what alerts told."""
        archive = self._archive(order, until)
        window = _window(order, since, until, alerted)
        found = self._corrected(archive, order, window)

        def tell(spoken: Archive) -> Briefing:
            made = briefing.digest_of_window(
                spoken, self.recorded, since, window.until, order.follows, order.length,
                lead=order.thread, alerted=window.alerted,
            )  # fmt: skip
            after = window.until.date() + timedelta(days=1)
            return amending.with_corrections(made, spoken, found, after) if found else made

        return briefing.told(archive, order.language or self.desk.language, tell)

    def alert(self, order: Subscription, since: datetime, until: datetime, told: Collection[str]) -> Briefing:
        """What of a window is posted at once and was not told before."""
        wanted = watched(order)
        if wanted is None:
            return QUIET
        local = _local(order, until)

        def tell(spoken: Archive) -> Briefing:
            held = spoken.as_of(local.date() + timedelta(days=1)).recorded_at(self.recorded)
            records = breaking.chosen(held, breaking.fresh(held, since, local), wanted, told)
            return briefing.alert(
                spoken, self.recorded, since, local, records, order.follows, order.length, lead=order.thread
            )

        return briefing.told(self._archive(order, until), order.language or self.desk.language, tell)

    def anew(
        self,
        order: Subscription,
        posted: Posted,
        messages: Sequence[Document],
        changes: Sequence[Change],
        new: Sequence[Change],
        now: datetime,
    ) -> Amended:
        """How a digest or an alert that stands is told after changes of its records (`bot.living.Tell`)."""
        today = _local(order, now).date()
        window = _window(order, min(posted.since, posted.due), posted.due, posted.alerted, posted.only)
        cites = {change.cite for change in new}
        return briefing.told(
            self._archive(order, now),
            order.language or self.desk.language,
            lambda spoken: amending.amend(spoken, self.recorded, window, messages, changes, cites, today),
        )

    def select(self, order: Subscription, since: datetime, until: datetime, alerted: Collection[str]) -> Selection:
        """Why each record of that window is in its digest or left out: of the archive that `digest` tells."""
        archive, local = self._archive(order, until), _local(order, until)
        return selections.of_window(archive, self.recorded, since, local, order.follows, alerted)

    def _archive(self, order: Subscription, released: datetime) -> Archive:
        return self.desk.held_for(order.address.platform, order.server).archive.released(released)

    def _corrected(self, archive: Archive, order: Subscription, window: Window) -> tuple[Change, ...]:
        """What happened to records that were told before."""
        if not order.corrections or (window.since <= order.created and not window.alerted):  # nothing was told before
            return ()
        return amending.earlier(archive, self.recorded, self.noted, window, order.created)


def _window(
    order: Subscription,
    since: datetime,
    until: datetime,
    alerted: Collection[str],
    only: frozenset[str] | None = None,
) -> Window:
    return Window(since, _local(order, until), order.follows, order.length, order.thread, frozenset(alerted), only)


def _local(order: Subscription, at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(order.zone))


@dataclass
class Breaking:
    """`bot.alerting.News` over the records of one process. What came in of late is gathered once for all that look at
    the same moment, and what is found, for all that follow alike."""

    windows: Windows
    _instants: list[datetime] | None = None
    _until: datetime | None = None
    _came: dict[date, tuple[Archive, tuple[Item, ...]]] = field(default_factory=dict)
    _found: dict[tuple[date, datetime, Filter], bool] = field(default_factory=dict)

    def newest(self, before: datetime) -> datetime | None:
        if self._instants is None:
            self._instants = sorted(self.windows.recorded.values())
        at = bisect_left(self._instants, before)
        return self._instants[at - 1] if at else None

    def breaking(self, order: Subscription, since: datetime, until: datetime) -> bool:
        wanted = watched(order)
        if wanted is None:
            return False
        if self._until != until:
            self._until = until
            self._came.clear()
            self._found.clear()
        day = _local(order, until).date()
        asked = (day, since, wanted)
        if asked not in self._found:
            if day not in self._came:
                self._came[day] = self._late(day, until)
            held, items = self._came[day]
            young = (item for item in items if _recorded(item) >= since)
            self._found[asked] = bool(breaking.chosen(held, young, wanted, ()))
        return self._found[asked]

    def _late(self, day: date, until: datetime) -> tuple[Archive, tuple[Item, ...]]:
        """What may be found at `until`, where it is that day by the subscriber's clock."""
        archive = self.windows.desk.held.archive.released(until).as_of(day + timedelta(days=1))
        held = archive.recorded_at(self.windows.recorded)
        return held, breaking.fresh(held, until - AGE, until)

    def compose(self, order: Subscription, since: datetime, until: datetime, told: Collection[str], /) -> Briefing:
        return self.windows.alert(order, since, until, told)


def _recorded(item: Item) -> datetime:
    record = item.event or item.call
    assert record is not None
    assert record.recorded is not None, "it is of a window"
    return record.recorded
