"""What stands for a server, for whoever is in it: which digests come next and where, what they follow.

It is for a page that everybody sees (Slack's Home), so it tells no more of a digest than those in its channel read
there anyway: no reason of a failure, nobody who ordered it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.administration import Errand, Outlook, Upcoming
from adapters.contract import Pick
from adapters.store.entries import Standing
from adapters.store.errors import StoreError
from bot.commands import Desk
from bot.office.orders import orders_of
from bot.office.telling import Told
from bot.spotting import Spotter
from briefs.naming import Kind

if TYPE_CHECKING:
    from adapters.store.store import Store

log = logging.getLogger("dateline.office")

MOST = 10
"""Digests told, and issues and actors named."""


@dataclass(frozen=True, slots=True)
class Window:
    """Looks up what stands for a server. `store` is None while the database is not open."""

    store: Callable[[], Store | None]
    desk: Desk

    async def outlook(self, platform: str, servers: Sequence[str], seen: Callable[[str], bool]) -> Outlook:
        """`Administration.outlook`; empty while the database cannot be read."""
        server = servers[0]
        store, spoken = self.store(), self.desk.spoken(platform, server)
        if store is None:
            return Outlook()
        try:
            every = [await orders_of(store, Errand("", platform=platform, server=one)) for one in servers]
        except StoreError as error:
            log.error("office.store reason=%s", error)
            return Outlook()
        held = self.desk.held_for(platform, server)
        told = Told(held.shelf.names, str, spoken, self.desk.language)
        ordered = [one for orders in every for one in orders if seen(one.subscription.address.place)]
        return outlook(ordered, told, Spotter(held.shelf.names, held.archive, self.desk.typed_on(platform), spoken))


def outlook(held: Sequence[Standing], told: Told, spotter: Spotter) -> Outlook:
    """The orders of one server, the running ones by when they come, the paused ones last."""
    ordered = sorted(held, key=lambda one: (one.subscription.paused is not None, one.next_due, one.subscription.id))
    upcoming = tuple(
        Upcoming(
            one.subscription.address.place,
            told.when(one),
            told.brings(one.subscription),
        )
        for one in ordered
    )
    running = [one.subscription.follows for one in ordered if one.subscription.paused is None]
    return Outlook(
        upcoming[:MOST],
        _picks(spotter, Kind.ISSUE, (id_ for follows in running for id_ in follows.issues)),
        _picks(spotter, Kind.ACTOR, (id_ for follows in running for id_ in follows.actors)),
    )


def _picks(spotter: Spotter, kind: Kind, ids: Iterable[str]) -> tuple[Pick, ...]:
    """Each once, with what one asks about it; one that the register no longer has is left out."""
    register = spotter.names.register
    known = register.issues if kind is Kind.ISSUE else register.actors
    asked = [spotter.about(kind, id_) for id_ in dict.fromkeys(ids) if id_ in known]
    return tuple(Pick(one.label, one.question) for one in asked)[:MOST]
