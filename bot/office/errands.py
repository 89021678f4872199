"""Errands: what those who look after a server order. Reads and changes standing orders; the schedule does the rest.

    office = Office(store=lambda: app.store, compose=…, names=…, clock=now, nudge=…)
    reply = await office.administer(Errand("subscription schedule", {"time": "8", "zone": "paris"}, …))

Every errand is checked here again for who asks and for whose server it is, whatever the platform let through. Nothing
is kept in memory. Words are `briefs.wording`'s (`office.XX.ftl`), what an order means is read in `drafts`.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING, TypeVar

from adapters.administration import Errand, Form
from adapters.contract import Address, Choice, Lack, Outcome, Outlet, Reply, Subscription
from adapters.store.entries import PausedBy, Standing
from adapters.store.errors import StoreError
from bot.commands import Desk
from bot.composing import Compose
from bot.office.amended import TRY_AGAIN, mend
from bot.office.catalogue import errand_named
from bot.office.doubts import MARK_SENT, SEND_AGAIN, judge
from bot.office.drafts import drafted
from bot.office.explaining import explained, odd, refused_to
from bot.office.forms import (
    EDIT,
    FORM,
    SCHEDULE,
    SETTINGS,
    WAS,
    chosen_words,
    emptied,
    form_of,
    marks,
    meant,
    preferred_words,
    standing_words,
    wanted,
)
from bot.office.judging import judged
from bot.office.keeping import kept
from bot.office.lines import bound
from bot.office.looking import Looked, doctor
from bot.office.nexts import of_all, of_one, sure, which
from bot.office.orders import ORIGIN, label_of, new_id, orders_for, orders_of
from bot.office.preferences import NONE, Preferences
from bot.office.presence import present
from bot.office.proposing import proposed
from bot.office.refusing import RefusedError, calm, refusal
from bot.office.rehearsing import rehearsed
from bot.office.sending import previewed, sent_now
from bot.office.telling import Told, mistakes, service
from bot.office.zones import find_zone
from bot.rehearsal import Select
from bot.slots import next_slot
from bot.standing import is_place
from bot.waiting import hour_held, posted_at
from briefs.digests import Filter
from briefs.selections import Selection
from briefs.wording.notices import echo, office, speaking

if TYPE_CHECKING:
    from adapters.store.store import Store

log = logging.getLogger("dateline.office")

MOST = 25
"""Scheduled digests a server can have: as many as one list of choices holds."""
_WHOLE = ("settings", SETTINGS)
"""What is ordered for a whole server alone."""

T = TypeVar("T")


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
    select: Select = lambda order, since, until, alerted: Selection()  # noqa: ARG005
    """Why each record of a window is in a digest or left out."""
    outlet: Callable[[str], Outlet | None] = lambda platform: None  # noqa: ARG005
    """The outlet of a platform, where it is served."""

    async def present(self, platform: str, here: Collection[str], said_of: Callable[[str], bool]) -> None:
        """`administration.Present`. A database that cannot be used is told of again at the next sign-in."""
        store = self.store()
        if store is None:
            return
        try:
            await present(store, platform, here, said_of, self.clock())
        except StoreError as error:
            log.error("office.store reason=%s", error)

    async def administer(self, errand: Errand) -> Reply:
        """`administration.Administer`. Never raises for anything that can be typed; an exception is a bug."""
        return await self._tried(errand, lambda one: one.carried_out())

    async def ask(self, errand: Errand) -> Form | Reply | None:
        """`administration.Ask`."""
        if not wanted(bound(errand).errand):
            return None
        return await self._tried(errand, lambda one: one.asked())

    async def _tried(self, errand: Errand, attempt: Callable[[_One], Awaitable[T]]) -> T | Reply:
        """What came of it, or a calm reply: not theirs, not understood, refused, no database."""
        spoken, store = self.spoken(errand), self.store()
        if store is None:
            return calm("not-ready", spoken) if errand.manages else refused_to(errand, spoken)
        line = bound(errand)
        try:
            if not await self._may(store, line.errand):
                return refused_to(errand, spoken)
            if line.unknown is not None:
                return explained(errand, line.unknown, spoken)
            if line.odd:
                return odd(line.errand, line.odd, spoken)
            return await attempt(_One(self, store, line.errand, spoken))
        except RefusedError as refused:
            return refused.reply
        except StoreError as error:
            log.error("office.store reason=%s", error)
            return calm("not-ready", spoken)

    async def _may(self, store: Store, errand: Errand) -> bool:
        """Whether who asks may order that at all; for which places, each errand looks again."""
        if errand.manages or errand.command in _WHOLE:
            return errand.manages
        return await errand.looks_after(errand.place) or bool(await orders_for(store, errand))

    async def propose(self, errand: Errand, param: str, typed: str) -> Sequence[Choice]:
        """`administration.Propose`."""
        return await proposed(self.desk, self.store(), errand, param, typed)

    def spoken(self, errand: Errand) -> str:
        """The asker's language; where the platform does not tell it, the server's, else the operator's."""
        if errand.locale:
            return speaking(errand.locale, self.desk.language)
        return self.desk.spoken(errand.platform, errand.server)


@dataclass(frozen=True, slots=True)
class _One:
    """One errand under way."""

    office: Office
    store: Store
    errand: Errand
    spoken: str

    async def carried_out(self) -> Reply:
        carry = {
            "settings": self._settings, SETTINGS: self._settings, "doctor": self._doctor,
            SCHEDULE: self._schedule, FORM: self._schedule, EDIT: self._edit,
            "subscription list": self._list, "subscription preview": self._preview, "subscription pause": self._pause,
            "subscription resume": self._resume, "subscription remove": self._remove,
            "subscription send-now": self._send, "subscription history": self._history, SEND_AGAIN: self._judge,
            MARK_SENT: self._judge, TRY_AGAIN: self._judge, "subscription rehearse": self._rehearse,
        }  # fmt: skip
        return await carry[self.errand.command]()

    async def asked(self) -> Form:
        """Its form; one that changes an order shows what stands, one for a new order what was given already."""
        errand, given, names = self.errand, self.errand.given, self.office.desk.held.shelf.names
        if errand.command == SETTINGS:
            shown = preferred_words(self._prefers, names, self.spoken, roomy=errand.roomy)
            return form_of(errand, {}, shown, names, self.spoken)
        if errand.command == EDIT:
            order = (await self._held()).subscription
            typed = standing_words(order, names, self.spoken)
            shown = chosen_words(order, self.office.desk.language) if errand.roomy else typed
            form = form_of(errand, {}, shown, names, self.spoken)
            return replace(form, given={"subscription": order.id, WAS: given.get(WAS, marks(form))})
        if not errand.roomy:
            unseen = {name: given[name] for name in ("channel",) if name in given}
            return form_of(errand, unseen, {}, names, self.spoken)
        order = drafted(self._blank(self.office.clock()), given, names, self.spoken).order
        zone = order.zone if "zone" in given else await self._usual_zone()
        unseen = {name: given[name] for name in ("mention",) if name in given}
        return form_of(
            errand, unseen, {**chosen_words(order, self.office.desk.language), "zone": zone}, names, self.spoken
        )

    async def _usual_zone(self) -> str:
        """That of the newest order here, else of who asks; empty where neither is known."""
        held = await orders_for(self.store, self.errand)
        if held:
            return max(held, key=lambda one: one.subscription.created).subscription.zone
        return find_zone(await self.errand.zone()) or ""

    def _blank(self, begun: datetime) -> Subscription:
        """An order for here, before anything of it is given."""
        errand = self.errand
        blank = Subscription("", Address(errand.platform, errand.place), (time(8),), "UTC", begun, origin=ORIGIN)
        return replace(blank, server=errand.server, follows=Filter(issues=self._prefers.issues))

    @property
    def _prefers(self) -> Preferences:
        return self.office.desk.prefers.get((self.errand.platform, self.errand.server), NONE)

    async def _list(self) -> Reply:
        """All orders, or the one that is named in full."""
        if self.errand.given.get("subscription"):
            held = await self._held()
            moment = held.next_due if held.subscription.paused is None else None
            told = self._told().one("one", held)
            return Reply(told, Outcome.ANSWERED, moment=moment, next=of_one(held, self.spoken))
        held_all = await orders_for(self.store, self.errand)
        further = of_all(held_all, lambda one: label_of(one, self.errand), self.spoken)
        return Reply(self._told().all(held_all), Outcome.ANSWERED, next=further)

    async def _schedule(self) -> Reply:
        if len(await orders_of(self.store, self.errand)) >= MOST:
            raise RefusedError(refusal(office("too-many", self.spoken, most=MOST), self.spoken))
        now = self.office.clock()
        begun = await self.store.subscriptions.beginning(now)
        given = emptied(self.errand.given) if self.errand.command == FORM else self.errand.given
        order = self._drafted(self._blank(begun), given)
        await self._check_place(order.address.place)
        order = replace(order, id=new_id(order, await self.store.subscriptions.ids(), now))
        standing = Standing(order, begun, self._next(order, now), alerted=begun)
        await self.store.subscriptions.put([standing])
        log.info("subscription.made id=%s platform=%s", order.id, order.address.platform)
        return await self._shown("scheduled", standing)

    async def _edit(self) -> Reply:
        held = await self._held()
        order = self._drafted(held.subscription, meant(self.errand))
        await self._check_place(order.address.place)
        now = self.office.clock()
        begun = await self.store.subscriptions.beginning(now)
        changed = replace(held.following(order, begun), next_due=self._next(order, now))
        await self.store.subscriptions.put([changed])
        log.info("subscription.changed id=%s", order.id)
        return await self._shown("changed", changed)

    async def _preview(self) -> Reply:
        return await previewed(self.office, self.store, await self._held(), self.spoken)

    async def _rehearse(self) -> Reply:
        """The order that is named, or all of this channel."""
        named = self.errand.given.get("subscription", "").strip()
        held = [] if named else await orders_for(self.store, self.errand)
        here = [one for one in held if one.subscription.address.place == self.errand.place]
        zone = self.errand.given.get("your_zone", "").strip()
        return await rehearsed(self.office, self.store, here or [await self._held()], zone, self.spoken)

    async def _pause(self) -> Reply:
        held = await self._held()
        id_, reason = held.subscription.id, office("paused-by", self.spoken)
        await self.store.subscriptions.pause(id_, reason, PausedBy.PERSON)
        log.info("subscription.paused id=%s by=person", id_)
        paused = replace(held, subscription=replace(held.subscription, paused=reason))
        return replace(service("paused", self.spoken, id=id_), next=of_one(paused, self.spoken))

    async def _resume(self) -> Reply:
        held = await self._held()
        order = held.subscription
        if order.paused is None:
            raise RefusedError(refusal(office("was-running", self.spoken, id=order.id), self.spoken))
        now = self.office.clock()
        due = self._next(order, now)
        await self.store.subscriptions.resume(order.id, due, now)
        log.info("subscription.resumed id=%s by=person", order.id)
        goes_on = replace(held, subscription=replace(order, paused=None), next_due=due, paused_by=None)
        return await self._shown("resumed", goes_on)

    async def _remove(self) -> Reply:
        held = await self._held()
        if not self.errand.sure:
            return Reply(self._told().sure(held), Outcome.USAGE, next=sure(held.subscription.id, self.spoken))
        await self.store.subscriptions.remove(held.subscription.id, self.office.clock())
        log.info("subscription.removed id=%s by=person", held.subscription.id)
        return service("removed", self.spoken, id=held.subscription.id)

    async def _send(self) -> Reply:
        return await sent_now(self.office, self.store, await self._held(), self.spoken)

    async def _history(self) -> Reply:
        held = await self._held()
        order = held.subscription
        rows, amendments = await self.store.ledger.history(order.id), await self.store.amendments.of(order.id)
        until = hour_held(order, self.office.clock())
        document = self._told().history(order, rows, amendments, self.errand.link, until)
        further = (*judge(order, rows, amendments, self.spoken), *mend(order, amendments, self.spoken))
        return Reply(document, Outcome.ANSWERED, next=further)

    async def _judge(self) -> Reply:
        """What a person decided of posts in doubt, and of corrections that did not arrive."""
        reply = await judged(self.store, await self._held(), self.errand, self.office.clock(), self.spoken)
        log.info("delivery.judged errand=%s by=person", self.errand.command)
        self.office.nudge()
        return reply

    async def _settings(self) -> Reply:
        given = emptied(self.errand.given) if self.errand.command == SETTINGS else self.errand.given
        reply, prefers = kept(self._prefers, given, self.office.desk, self.spoken)
        key = (self.errand.platform, self.errand.server)
        if prefers != self._prefers:
            await self.store.servers.prefer(*key, prefers.kept())
            self.office.desk.prefers = {**self.office.desk.prefers, key: prefers}
            log.info("server.settings platform=%s", self.errand.platform)
        return reply

    async def _doctor(self) -> Reply:
        looked = []
        for one in await orders_for(self.store, self.errand):
            lacks = await self.office.lacks(one.subscription.posted, self.spoken)
            rows = await self.store.ledger.history(one.subscription.id)
            looked.append(Looked(one, lacks, self._told().last(one.subscription, rows)))
        archive, scheduling = self.office.desk.held.archive, self.office.scheduling()
        beside = await self.errand.condition(self.spoken)
        document = doctor(archive, looked, self.errand.called, self.spoken, scheduling=scheduling, beside=beside)
        return Reply(document, Outcome.ANSWERED)

    # --- parts of it ---------------------------------------------------------------------------------------------

    async def _held(self) -> Standing:
        """The order meant, if it is this server's. Raises `RefusedError`."""
        typed = self.errand.given.get("subscription", "").strip().lower()
        held = await orders_for(self.store, self.errand)
        mine = {one.subscription.id: one for one in held}
        found = mine.get(typed) or mine.get(f"digest-{typed}")
        if found is None:
            errand = self.errand.command.rpartition(" ")[2]
            line = office("which" if held else "none", self.spoken)
            line = office("no-such", self.spoken, typed=echo(typed)) if typed else line
            further = which(errand, held, lambda one: label_of(one, self.errand))
            raise RefusedError(replace(refusal(line, self.spoken), next=further))
        return found

    def _drafted(self, order: Subscription, given: Mapping[str, str]) -> Subscription:
        command = errand_named(SCHEDULE if self.errand.command == FORM else self.errand.command)
        missing = [one for one in command.params if one.required and not given.get(one.name)] if command else []
        draft = drafted(order, given, self.office.desk.held.shelf.names, self.spoken)
        lacking = {one.name: office("missing", self.spoken, param=one.name) for one in missing}
        if draft.mistakes or lacking:
            lines = (*lacking.values(), *draft.mistakes)
            raise RefusedError(Reply(mistakes(lines, self.spoken), Outcome.USAGE, mistakes={**lacking, **draft.wrong}))
        return draft.order

    async def _check_place(self, place: str) -> None:
        """Whether the errand may be about that place. Raises `RefusedError`."""
        line = ""
        if self.errand.roomy and not is_place(self.errand.platform, place):
            line = office("bad-place", self.spoken, typed=echo(place))
        elif not (self.errand.manages or await self.errand.looks_after(place)):
            line = office("not-your-place", self.spoken)
        if line:
            raise RefusedError(replace(refusal(line, self.spoken), mistakes={"channel": line}))

    def _next(self, order: Subscription, now: datetime) -> datetime:
        """When it is due next. Raises `RefusedError` where its dates off leave no day."""
        try:
            return next_slot(order, now).due
        except ValueError:
            line = office("no-day-left", self.spoken)
            raise RefusedError(replace(refusal(line, self.spoken), mistakes={"off": line})) from None

    async def _shown(self, title: str, standing: Standing) -> Reply:
        lacking = await self.office.lacks(standing.subscription.posted, self.spoken)
        moment = posted_at(standing.subscription, standing.next_due)
        document = self._told().one(title, standing, lacking)
        return Reply(document, Outcome.ANSWERED, moment=moment, next=of_one(standing, self.spoken))

    def _told(self) -> Told:
        names, language = self.office.desk.held.shelf.names, self.office.desk.language
        return Told(names, self.errand.called, self.spoken, language)
