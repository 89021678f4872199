"""Errands: what those who look after a server order. Reads and changes standing orders; the schedule does the rest.

    office = Office(store=lambda: app.store, compose=…, names=…, clock=now, nudge=…)
    reply = await office.administer(Errand("subscription schedule", {"time": "8", "zone": "paris"}, …))

Every errand is checked here again for who asks and for whose server it is, whatever the platform let through. Nothing
is kept in memory. Words are `briefs.wording`'s (`office.XX.ftl`), what an order means is read in `drafts`.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from adapters.administration import Errand, Form
from adapters.contract import Address, Choice, EmptyDay, Lack, Outcome, Param, ParamKind, Reply, Subscription
from adapters.store.entries import PausedBy, SlotEntry, Standing
from adapters.store.errors import StoreError
from bot.commands import Desk
from bot.office.catalogue import errand_named
from bot.office.drafts import drafted
from bot.office.forms import EDIT, WAS, form_of, marks, meant, standing_words, wanted
from bot.office.looking import Looked, doctor, settings
from bot.office.preferences import NONE, POLICIES, Preferences
from bot.office.presence import present
from bot.office.telling import Told, mistakes, notice
from bot.office.zones import near_zones
from bot.slots import next_slot
from briefs.briefing import Briefing, Ending
from briefs.codebook import Act
from briefs.digests import Filter
from briefs.wording.notices import echo, office, speaking

if TYPE_CHECKING:
    from adapters.store.store import Store

log = logging.getLogger("dateline.office")

MOST = 25
"""Scheduled digests a server can have: as many as one list of choices holds."""
ORIGIN = "chat"
_OFFERED_DAYS = ("every day", "weekdays", "weekends", "mon wed fri", "tue thu", "mon", "fri")

T = TypeVar("T")
Compose: TypeAlias = Callable[[Subscription, datetime, datetime], Briefing]


class RefusedError(Exception):
    """The errand is not carried out; `reply` says why."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.outcome.value)
        self.reply = reply


@dataclass(frozen=True, slots=True)
class Office:
    """Carries out errands. `store` is None while the database is not open; `nudge` makes the schedule look at once;
    `lacks` says what Dateline needs in a place and has not."""

    store: Callable[[], Store | None]
    compose: Compose
    desk: Desk
    clock: Callable[[], datetime]
    nudge: Callable[[], None]
    lacks: Callable[[Address, str], Awaitable[Sequence[Lack]]]
    scheduling: Callable[[], bool] = lambda: True
    """Whether this process has the schedule."""

    async def present(self, platform: str, here: Collection[str], left: Collection[str] | None) -> None:
        """`administration.Present`. A database that cannot be used is told of again at the next sign-in."""
        store = self.store()
        if store is None:
            return
        try:
            await present(store, platform, here, left, self.clock())
        except StoreError as error:
            log.error("office.store reason=%s", error)

    async def administer(self, errand: Errand) -> Reply:
        """`administration.Administer`. Never raises for anything that can be typed; an exception is a bug."""
        return await self._tried(errand, lambda one: one.carried_out())

    async def ask(self, errand: Errand) -> Form | Reply | None:
        """`administration.Ask`."""
        if not wanted(errand):
            return None
        return await self._tried(errand, lambda one: one.asked())

    async def _tried(self, errand: Errand, attempt: Callable[[_One], Awaitable[T]]) -> T | Reply:
        """What came of it, or a calm reply: not theirs, refused, no database."""
        spoken = speaking(errand.locale, self.desk.language)
        if not errand.manages:
            return _calm("not-yours", spoken)
        store = self.store()
        if store is None:
            return _calm("not-ready", spoken)
        try:
            return await attempt(_One(self, store, errand, spoken))
        except RefusedError as refused:
            return refused.reply
        except StoreError as error:
            log.error("office.store reason=%s", error)
            return _calm("not-ready", spoken)

    async def propose(self, errand: Errand, param: str, typed: str) -> Sequence[Choice]:
        """`administration.Propose`."""
        command = errand_named(errand.command)
        asked = next((one for one in command.params if one.name == param), None) if command else None
        if asked is None or not errand.manages:
            return ()
        if asked.kind is ParamKind.SUBSCRIPTION:
            store = self.store()
            held = await orders_of(store, errand) if store else ()
            labels = ((one.subscription.id, _label(one, errand)) for one in held)
            return [Choice(label, id_, id_) for id_, label in labels if typed.strip().lower() in label.lower()][:MOST]
        return self._offered(asked, typed, errand.locale)

    def _offered(self, asked: Param, typed: str, locale: str) -> Sequence[Choice]:
        match asked.kind:
            case ParamKind.ZONE:
                return [Choice(zone, zone, zone) for zone in near_zones(typed)]
            case ParamKind.TIME:
                hours = (f"{hour:02}:00" for hour in (*range(6, 24), *range(6)))
                return [Choice(one, one, one) for one in hours if one.lstrip("0").startswith(typed.strip().lstrip("0"))]
            case ParamKind.WEEKDAYS:
                return [Choice(one, one, one) for one in _OFFERED_DAYS if typed.strip().lower() in one]
            case ParamKind.ISSUE | ParamKind.ACTOR:
                return self._last(typed, lambda last: self.desk.complete("position", asked.kind.value, last, locale))
            case ParamKind.ACT:
                return self._last(typed, _acts)
            case _:
                return ()

    def _last(self, typed: str, complete: Callable[[str], Sequence[Choice]]) -> Sequence[Choice]:
        """Of several values parted by commas the last is completed."""
        before, comma, last = typed.rpartition(",")
        kept = f"{before.strip()}, " if comma else ""
        return [Choice(kept + one.label, kept + one.value, kept + one.words) for one in complete(last.strip())][:MOST]


@dataclass(frozen=True, slots=True)
class _One:
    """One errand under way."""

    office: Office
    store: Store
    errand: Errand
    spoken: str

    async def carried_out(self) -> Reply:
        if self.errand.command == "settings":
            return await self._settings()
        if self.errand.command == "doctor":
            return await self._doctor()
        match self.errand.command.removeprefix("subscription "):
            case "schedule" | "form":
                return await self._schedule()
            case "list":
                return Reply(self._told().all(await orders_of(self.store, self.errand)), Outcome.ANSWERED)
            case "edit":
                return await self._edit()
            case "preview":
                return await self._preview()
            case "pause":
                return await self._pause()
            case "resume":
                return await self._resume()
            case "remove":
                return await self._remove()
            case "send-now":
                return await self._send()
            case "history":
                return await self._history()
            case other:
                raise AssertionError(f"the table of errands names {other}, and nothing carries it out")

    async def asked(self) -> Form:
        """Its form; one that changes an order shows what stands."""
        given = self.errand.given
        if self.errand.command != EDIT:
            return form_of(self.errand, {"channel": given["channel"]} if "channel" in given else {}, {})
        order = (await self._held()).subscription
        shown = standing_words(order, self.office.desk.held.shelf.names, self.spoken)
        return form_of(self.errand, {"subscription": order.id, WAS: given.get(WAS, marks(shown))}, shown)

    async def _schedule(self) -> Reply:
        if len(await orders_of(self.store, self.errand)) >= MOST:
            raise RefusedError(_refusal(office("too-many", self.spoken, most=MOST), self.spoken))
        now = self.office.clock()
        begun = await self._begin(now)
        errand = self.errand
        blank = Subscription("", Address(errand.platform, errand.place), time(8), "UTC", begun, origin=ORIGIN)
        usual = self.office.desk.prefers.get((errand.platform, errand.server), NONE).issues
        blank = replace(blank, server=errand.server, follows=Filter(issues=usual))
        order = self._drafted(blank, errand.given)
        order = replace(order, id=await self._new_id(order, now))
        standing = Standing(order, begun, next_slot(order, now).due)
        await self.store.subscriptions.put([standing])
        log.info("subscription.made id=%s platform=%s", order.id, errand.platform)
        return await self._shown("scheduled", standing)

    async def _edit(self) -> Reply:
        held = await self._held()
        order = self._drafted(held.subscription, meant(self.errand.given))
        now = self.office.clock()
        changed = replace(held, subscription=order, next_due=next_slot(order, now).due)
        await self.store.subscriptions.put([changed])
        log.info("subscription.changed id=%s", order.id)
        return await self._shown("changed", changed)

    async def _preview(self) -> Reply:
        """Composed as the schedule composes it, from the end of the last digest until now."""
        held = await self._held()
        made = self.office.compose(held.subscription, held.covered, self.office.clock())
        if made.ending is Ending.QUIET and held.subscription.empty_day is EmptyDay.SKIP:
            return self._line("nothing-new", title="sending")
        return Reply(made.document, Outcome(made.ending.value), moment=held.next_due)

    async def _pause(self) -> Reply:
        held = await self._held()
        id_, reason = held.subscription.id, office("paused-by", self.spoken)
        await self.store.subscriptions.pause(id_, reason, PausedBy.PERSON)
        log.info("subscription.paused id=%s by=person", id_)
        return self._line("paused", id=id_)

    async def _resume(self) -> Reply:
        held = await self._held()
        order = held.subscription
        if order.paused is None:
            raise RefusedError(_refusal(office("was-running", self.spoken, id=order.id), self.spoken))
        now = self.office.clock()
        due = next_slot(order, now).due
        await self.store.subscriptions.resume(order.id, due, now)
        log.info("subscription.resumed id=%s by=person", order.id)
        goes_on = replace(held, subscription=replace(order, paused=None), next_due=due, paused_by=None)
        return await self._shown("resumed", goes_on)

    async def _remove(self) -> Reply:
        held = await self._held()
        await self.store.subscriptions.remove(held.subscription.id, self.office.clock())
        log.info("subscription.removed id=%s by=person", held.subscription.id)
        return self._line("removed", id=held.subscription.id)

    async def _send(self) -> Reply:
        """One more slot, of this minute; the regular ones go on from where it ends."""
        held = await self._held()
        order, now = held.subscription, self.office.clock()
        if order.paused is not None:
            raise RefusedError(_refusal(office("is-paused", self.spoken, reason=order.paused), self.spoken))
        quiet = self.office.compose(order, held.covered, now).ending is Ending.QUIET
        if quiet and order.empty_day is EmptyDay.SKIP:
            return self._line("nothing-new", title="sending")
        local = f"{now.astimezone(ZoneInfo(order.zone)):%Y-%m-%dT%H:%M}"
        await self.store.ledger.enter([SlotEntry(order.id, local, now)], {}, now)
        self.office.nudge()
        return self._line("sending", id=order.id)

    async def _history(self) -> Reply:
        held = await self._held()
        order = held.subscription
        rows = await self.store.ledger.history(order.id)
        place = order.address.place
        document = self._told().history(order.id, rows, lambda receipt: self.errand.link(place, receipt))
        return Reply(document, Outcome.ANSWERED)

    async def _settings(self) -> Reply:
        """What is given is changed, and all of it told."""
        errand, desk = self.errand, self.office.desk
        key = (errand.platform, errand.server)
        prefers = desk.prefers.get(key, NONE)
        blank = Subscription("", Address("", ""), time(8), "UTC", self.office.clock(), follows=Filter(prefers.issues))
        given = {"language": errand.given.get("answers_language", ""), "issues": errand.given.get("follow", "")}
        drafted = self._drafted(replace(blank, language=prefers.language), given)
        private = {"yes": True, "no": False}.get(errand.given.get("private", ""), prefers.private)
        named = errand.given.get("names", "")
        policy = named if named in POLICIES else prefers.names
        changed = Preferences(drafted.language, drafted.follows.issues, private, policy)
        if changed != prefers:
            await self.store.servers.prefer(errand.platform, errand.server, changed.kept())
            desk.prefers = {**desk.prefers, key: changed}
            log.info("server.settings platform=%s", errand.platform)
        document = settings(changed, desk.held.shelf.names, self.spoken, desk.language)
        return Reply(document, Outcome.ANSWERED)

    async def _doctor(self) -> Reply:
        looked = []
        for one in await orders_of(self.store, self.errand):
            lacks = await self.office.lacks(one.subscription.posted, self.spoken)
            rows = await self.store.ledger.history(one.subscription.id)
            last = self._told().last(rows)
            looked.append(Looked(one, lacks, last))
        archive = self.office.desk.held.archive
        document = doctor(archive, looked, self.errand.called, self.spoken, scheduling=self.office.scheduling())
        return Reply(document, Outcome.ANSWERED)

    # --- parts of it ---------------------------------------------------------------------------------------------

    async def _held(self) -> Standing:
        """The order meant, if it is this server's. Raises `RefusedError`."""
        typed = self.errand.given.get("subscription", "").strip()
        mine = {one.subscription.id: one for one in await orders_of(self.store, self.errand)}
        if typed.lower() not in mine:
            raise RefusedError(_refusal(office("no-such", self.spoken, typed=echo(typed)), self.spoken))
        return mine[typed.lower()]

    def _drafted(self, order: Subscription, given: Mapping[str, str]) -> Subscription:
        draft = drafted(order, given, self.office.desk.held.shelf.names, self.spoken)
        if draft.mistakes:
            raise RefusedError(Reply(mistakes(draft.mistakes, self.spoken), Outcome.USAGE))
        return draft.order

    async def _begin(self, now: datetime) -> datetime:
        """A new order never posts old stock: it begins after the archive last took in a record."""
        seen = await self.store.subscriptions.latest_seen()
        return now if seen is None else max(now, seen)

    async def _new_id(self, order: Subscription, now: datetime) -> str:
        """A short name that tells nothing of other servers, and that none ever had."""
        used = await self.store.subscriptions.ids()
        for attempt in range(100):
            said = f"{order.server}|{order.address.place}|{now.isoformat()}|{attempt}"
            letters = base64.b32encode(sha256(said.encode()).digest()).decode().lower()[:5]
            if (id_ := f"digest-{letters}") not in used:
                return id_
        raise AssertionError("a hundred names of five letters were all taken")

    async def _shown(self, title: str, standing: Standing) -> Reply:
        lacking = await self.office.lacks(standing.subscription.posted, self.spoken)
        document = self._told().one(title, standing, [lack.text for lack in lacking])
        return Reply(document, Outcome.ANSWERED, moment=standing.next_due)

    def _told(self) -> Told:
        names, language = self.office.desk.held.shelf.names, self.office.desk.language
        return Told(names, self.errand.called, self.spoken, language)

    def _line(self, message: str, title: str = "", **slots: str | int) -> Reply:
        told = notice(
            office(f"{title or message}-title", self.spoken), [office(message, self.spoken, **slots)], self.spoken
        )
        return Reply(told, Outcome.ANSWERED)


async def orders_of(store: Store, errand: Errand) -> Sequence[Standing]:
    """The orders of the server that asks, made in its chat."""
    return [
        one
        for one in await store.subscriptions.all()
        if one.subscription.origin == ORIGIN
        and one.subscription.address.platform == errand.platform
        and one.subscription.server == errand.server
    ]


def _label(standing: Standing, errand: Errand) -> str:
    order = standing.subscription
    return f"{order.id} · {errand.called(order.address.place)} · {order.at:%H:%M} {order.zone}"


def _acts(typed: str) -> Sequence[Choice]:
    return [Choice(act.value, act.value, act.value) for act in Act if typed.lower() in act.value]


def _calm(message: str, spoken: str) -> Reply:
    return Reply(notice(office(f"{message}-title", spoken), [office(message, spoken)], spoken), Outcome.USAGE)


def _refusal(line: str, spoken: str) -> Reply:
    return Reply(mistakes([line], spoken), Outcome.USAGE)
