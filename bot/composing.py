"""A proved digest → the messages that are posted of it. Pure. `bot.delivery` posts them, `bot.rehearsal` shows them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from adapters.contract import Address, EmptyDay, Subscription
from briefs.briefing import Briefing, Ending
from briefs.document import Document


class Compose(Protocol):
    """(subscription, since, until, records that alerts told) → the proved digest of what else entered the archive in
    `[since, until)`."""

    def __call__(
        self, order: Subscription, since: datetime, until: datetime, alerted: Collection[str], /
    ) -> Briefing: ...


class Cutter(Protocol):
    """What composing needs of an outlet."""

    @property
    def platform(self) -> str: ...

    def parts(self, document: Document) -> Sequence[Document]: ...

    def threads(self, address: Address) -> bool: ...


def messages(briefing: Briefing, subscription: Subscription, outlet: Cutter) -> Sequence[Document]:
    """What is posted, message by message; nothing where nothing is new and the subscription skips that."""
    if briefing.ending is not Ending.ANSWERED and subscription.empty_day is EmptyDay.SKIP:
        return ()
    parts = outlet.parts(briefing.document)
    if briefing.lead is not None and outlet.threads(subscription.posted):
        parts = [*outlet.parts(briefing.lead), *parts]
    if not parts:
        raise ValueError(f"{outlet.platform} cut a digest into no parts")
    return [replace(parts[0], calls=subscription.mention or ""), *parts[1:]]
