"""What a subscription would post now: shown, or posted as one more slot."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from adapters.contract import Alerts, EmptyDay, Outcome, Reply
from adapters.store.entries import SlotEntry, Standing
from bot.office.refusing import RefusedError, refusal
from bot.office.telling import service
from bot.waiting import hour_held, posted_at
from briefs.briefing import Briefing, Ending
from briefs.document import Paragraph, say
from briefs.wording.notices import office as words

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.store.store import Store
    from bot.office.errands import Office


async def previewed(office: Office, store: Store, held: Standing, spoken: str) -> Reply:
    """Composed as the schedule composes it, from the end of the last digest until now."""
    order, made = held.subscription, await _made(office, store, held, office.clock())
    if _posts_nothing(held, made):
        return _nothing(held, spoken)
    document, outlet = made.document, office.outlet(order.address.platform)
    if made.lead is not None and outlet is not None and outlet.threads(order.posted):
        beneath = Paragraph((say(words("threads", spoken)),))  # its lead is in it, sentence by sentence
        document = document.with_blocks((beneath, *document.blocks))
    return Reply(document, Outcome(made.ending.value), moment=posted_at(order, held.next_due))


async def sent_now(office: Office, store: Store, held: Standing, spoken: str) -> Reply:
    """One more slot, of this minute; the regular ones go on from where it ends. Raises `RefusedError`."""
    order, now = held.subscription, office.clock()
    if order.paused is not None:
        raise RefusedError(refusal(words("is-paused", spoken, reason=order.paused), spoken))
    if _posts_nothing(held, await _made(office, store, held, now)):
        return _nothing(held, spoken)
    local = f"{now.astimezone(ZoneInfo(order.zone)):%Y-%m-%dT%H:%M}"
    moves = {} if order.alerts is Alerts.OFF else {order.id: now}
    await store.ledger.enter([SlotEntry(order.id, local, now)], {}, now, moves)
    office.nudge()
    until = hour_held(order, now)
    message = "sending-held" if until else "sending"
    return service(message, spoken, "sending", id=order.id, until=until, zone=order.zone)


async def _made(office: Office, store: Store, held: Standing, now: datetime) -> Briefing:
    alerted = await store.ledger.told_by_alerts(held.subscription.id, held.covered)
    return office.compose(held.subscription, held.covered, now, alerted)


def _posts_nothing(held: Standing, made: Briefing) -> bool:
    return made.ending is Ending.QUIET and held.subscription.empty_day is EmptyDay.SKIP


def _nothing(held: Standing, spoken: str) -> Reply:
    alone = held.subscription.alerts is Alerts.OFF
    return service("nothing-new" if alone else "nothing-beyond", spoken, "sending")
