"""Words offered while a parameter of an errand is typed or chosen; orders of a server to whoever looks after them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from adapters.administration import Errand
from adapters.contract import Choice, Param, ParamKind
from bot.commands import Desk
from bot.office.catalogue import FORMS, errand_named
from bot.office.judging import slots_offered
from bot.office.orders import label_of, orders_for
from bot.office.zones import near_zones
from briefs.codebook import Act
from briefs.wording.notices import speaking

if TYPE_CHECKING:
    from adapters.store.store import Store

MOST = 25
"""As many as one list of choices holds on every platform."""
_QUIET = ("22:00-07:00", "23:00-06:00", "20:00-08:00", "18:00-09:00", "none")
_DAYS = ("every day", "weekdays", "weekends", "mon wed fri", "tue thu", "mon", "fri")


async def proposed(desk: Desk, store: Store | None, errand: Errand, param: str, typed: str) -> Sequence[Choice]:
    """`administration.Propose`. Raises a `StoreError`."""
    command = errand_named(FORMS[errand.command][0] if errand.command in FORMS else errand.command)
    asked = next((one for one in command.params if one.name == param), None) if command else None
    if asked is None or not (errand.manages or await errand.looks_after(errand.place)):
        return ()
    if asked.kind is not ParamKind.SUBSCRIPTION and param != "slot":
        return offered(desk, asked, typed, errand.locale)
    held = await orders_for(store, errand) if store else ()
    if store and param == "slot":
        return (await slots_offered(store, held, errand.command, typed, speaking(errand.locale, desk.language)))[:MOST]
    labels = ((one.subscription.id, label_of(one, errand)) for one in held)
    return [Choice(label, id_, id_) for id_, label in labels if typed.strip().lower() in label.lower()][:MOST]


def offered(desk: Desk, asked: Param, typed: str, locale: str) -> Sequence[Choice]:
    """What fits what is typed so far, best first; of several values parted by commas the last is completed."""
    match asked.kind:
        case ParamKind.ZONE:
            return [Choice(zone, zone, zone) for zone in near_zones(typed)]
        case ParamKind.TIME:
            return _last(typed, _hours)
        case ParamKind.HOURS:
            return [Choice(one, one, one) for one in _QUIET if typed.strip().lower() in one]
        case ParamKind.WEEKDAYS:
            return [Choice(one, one, one) for one in _DAYS if typed.strip().lower() in one]
        case ParamKind.ISSUE | ParamKind.ACTOR:
            return _last(typed, lambda last: desk.complete("position", asked.kind.value, last, locale))
        case ParamKind.ACT:
            return _last(typed, _acts)
        case _:
            return ()


def _last(typed: str, complete: Callable[[str], Sequence[Choice]]) -> Sequence[Choice]:
    before, comma, last = typed.rpartition(",")
    kept = f"{before.strip()}, " if comma else ""
    return [Choice(kept + one.label, kept + one.value, kept + one.words) for one in complete(last.strip())][:MOST]


def _hours(typed: str) -> Sequence[Choice]:
    hours = (f"{hour:02}:00" for hour in (*range(6, 24), *range(6)))
    return [Choice(one, one, one) for one in hours if one.lstrip("0").startswith(typed.lstrip("0"))]


def _acts(typed: str) -> Sequence[Choice]:
    return [Choice(act.value, act.value, act.value) for act in Act if typed.lower() in act.value]
