"""News in memory: records by when they came in, of which some are posted at once. Digests and alerts name what they
tell, so that a test can count it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from adapters.contract import Alerts, Subscription
from briefs.briefing import Briefing, Ending
from briefs.document import Document
from tests.fakes import Post
from tests.stores import document_of

QUIET = "nothing"


@dataclass
class Wire:
    """`bot.alerting.News` and a composer of digests. A record whose id ends in "!" is a vote that changed."""

    recorded: dict[str, datetime] = field(default_factory=dict)
    withheld: set[str] = field(default_factory=set)
    """Records whose alert is not proved."""

    def newest(self, before: datetime) -> datetime | None:
        return max((at for at in self.recorded.values() if at < before), default=None)

    def breaking(self, order: Subscription, since: datetime, until: datetime) -> bool:
        return bool(self._urgent(order, since, until))

    def compose(self, order: Subscription, since: datetime, until: datetime, told: Collection[str], /) -> Briefing:
        found = [id_ for id_ in self._urgent(order, since, until) if id_ not in told]
        if self.withheld & set(found):
            return Briefing(document_of(), Ending.WITHHELD, ("not proved",))
        return _told(found)

    def digest(
        self, order: Subscription, since: datetime, until: datetime, alerted: Collection[str] = (), /
    ) -> Briefing:
        """All that is new and was not told by alerts."""
        return _told([id_ for id_ in self._between(since, until) if id_ not in alerted])

    def _urgent(self, order: Subscription, since: datetime, until: datetime) -> list[str]:
        every, changes = order.alerts is Alerts.ALL, order.alerts is Alerts.CHANGES
        return [id_ for id_ in self._between(since, until) if every or (changes and id_.endswith("!"))]

    def _between(self, since: datetime, until: datetime) -> list[str]:
        return [id_ for id_, at in self.recorded.items() if since <= at < until]


def _told(found: list[str]) -> Briefing:
    if not found:
        return Briefing(document_of(QUIET), Ending.QUIET)
    return Briefing(document_of(*found), Ending.ANSWERED, news=tuple(found))


def texts(document: Document) -> list[str]:
    return [clause.text for clause in document.clauses()]


def counted(posted: Iterable[Post]) -> Mapping[str, int]:
    """Record → how often it stands in the channel."""
    return Counter(text for post in posted for text in texts(post.document) if text != QUIET)
