"""Where Dateline is: a server that removed it keeps its settings and digests for thirty days, and gets them back.

A removal pauses what was scheduled there; an invitation lets it go on, with everything that came in meanwhile. After
thirty days nothing is kept but the words that were posted, and not where.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from adapters.store.entries import PausedBy, Standing
from bot.slots import next_due
from briefs.wording.notices import office

if TYPE_CHECKING:
    from adapters.store.store import Store

log = logging.getLogger("dateline.office")

KEPT = timedelta(days=30)
"""How long a server that removed Dateline keeps its settings."""
PERSON = "@"
"""How a "server" begins that is one person's direct messages. Nobody can remove Dateline from these, unless they are
messages within a workspace ("@T1/U2"): then they come and go with it."""


async def present(
    store: Store, platform: str, here: Collection[str], said_of: Callable[[str], bool], now: datetime
) -> None:
    """Note where Dateline is: of the servers that this is `said_of` in `here` alone. Raises a `StoreError`."""
    standings = [one for one in await store.subscriptions.all() if _in_chat(one, platform)]
    kept = {one.server: one.left for one in await store.servers.all() if one.platform == platform}
    gone = {server for server, left in kept.items() if left is not None}
    known = {_home(one) for one in standings} | {one for one in kept if not one.startswith(PERSON)}
    for server in sorted(known - gone - set(here)):
        if not said_of(server):
            continue
        await _leave(store, platform, server, standings, now)
    for server in gone & set(here):
        await _return(store, platform, server, standings, now)


async def forget(store: Store, now: datetime) -> None:
    """Keep nothing more of servers that were left long ago. Raises a `StoreError`."""
    for one in await store.servers.all():
        if one.left is None or now - one.left <= KEPT:
            continue
        for standing in await store.subscriptions.all():
            if _in_chat(standing, one.platform) and _home(standing) == one.server:
                await store.subscriptions.erase(standing.subscription.id, now)
        await store.servers.forget(one.platform, one.server)
        log.info("server.forgotten platform=%s", one.platform)


async def _leave(store: Store, platform: str, server: str, standings: Sequence[Standing], now: datetime) -> None:
    for one in standings:
        if _home(one) == server and one.subscription.paused is None:
            await store.subscriptions.pause(one.subscription.id, office("left"), PausedBy.OUTLET)
    await store.servers.leave(platform, server, now)
    log.info("server.left platform=%s", platform)


async def _return(store: Store, platform: str, server: str, standings: Sequence[Standing], now: datetime) -> None:
    """What the removal paused goes on; what a person or a refusal had paused before stays so."""
    for one in standings:
        order = one.subscription
        if _home(one) == server and order.paused == office("left"):
            await store.subscriptions.resume(order.id, next_due(order, now), now)
    await store.servers.leave(platform, server, None)
    log.info("server.back platform=%s", platform)


def _in_chat(standing: Standing, platform: str) -> bool:
    order = standing.subscription
    return order.address.platform == platform and bool(order.server) and not _home(standing).startswith(PERSON)


def _home(standing: Standing) -> str:
    """The server that it comes and goes with: somebody's own within a workspace goes with that."""
    server = standing.subscription.server
    workspace, slash, _ = server.removeprefix(PERSON).partition("/")
    return workspace if slash else server
