"""Standing orders as an errand sees them: those of its server, those that who asks may change, what one is called."""

from __future__ import annotations

import base64
from collections.abc import Collection, Sequence
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from adapters.administration import Errand
from adapters.contract import Subscription
from adapters.store.entries import Standing

if TYPE_CHECKING:
    from adapters.store.store import Store

ORIGIN = "chat"
"""Where an order comes from that was not declared in a file."""


async def orders_of(store: Store, errand: Errand) -> Sequence[Standing]:
    """The orders of the server that asks, made in its chat."""
    return [
        one
        for one in await store.subscriptions.all()
        if one.subscription.origin == ORIGIN
        and one.subscription.address.platform == errand.platform
        and one.subscription.server == errand.server
    ]


async def orders_for(store: Store, errand: Errand) -> Sequence[Standing]:
    """Of these, those that who asks may see and change."""
    held = await orders_of(store, errand)
    return [one for one in held if errand.manages or await errand.looks_after(one.subscription.address.place)]


def label_of(standing: Standing, errand: Errand) -> str:
    order = standing.subscription
    return f"{order.id} · {errand.called(order.address.place)} · {order.hours} {order.zone}"


def new_id(order: Subscription, used: Collection[str], now: datetime) -> str:
    """A short name that tells nothing of other servers, and that none ever had."""
    for attempt in range(100):
        said = f"{order.server}|{order.address.place}|{now.isoformat()}|{attempt}"
        letters = base64.b32encode(sha256(said.encode()).digest()).decode().lower()[:5]
        if (id_ := f"digest-{letters}") not in used:
            return id_
    raise AssertionError("a hundred names of five letters were all taken")
