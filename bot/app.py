"""The application put together: desk, rooms, store, schedule; started, kept going and drained. Here everybody meets.

An `App` is made of ready parts, so that a test hands in its own rooms, store and clock. `run` serves until stopped;
SIGTERM drains in the order schedule, rooms, database, so that nothing is claimed that cannot be posted. Without a
database, or where another process schedules on it, questions are answered all the same. `bot.serving` makes the parts.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from adapters.contract import Address, Lack, Outlet, Report, Room, Subscription
from adapters.store.errors import HeldElsewhere, StoreError
from bot.commands import Desk, Held
from bot.office.preferences import by_server
from bot.office.presence import forget
from bot.silence import Watch
from bot.supervision import BackOff, supervise
from bot.windows import SEEN_AHEAD, Breaking, Windows
from briefs import amending
from briefs.amending import Amended
from briefs.archive import Archive
from briefs.briefing import Briefing
from briefs.changes import Change
from briefs.codebook import State
from briefs.digests import BACKFILL
from briefs.document import Document
from briefs.history import History
from briefs.rollcalls import Ballot
from briefs.rollcalls.imported import record_id
from briefs.selections import Selection

if TYPE_CHECKING:
    from adapters.store.entries import Posted
    from adapters.store.store import Store
    from bot.living import Living
    from bot.schedule import Scheduler

log = logging.getLogger("dateline.app")

Clock: TypeAlias = Callable[[], datetime]
OpenStore: TypeAlias = Callable[[], Awaitable["Store"]]
Reload: TypeAlias = Callable[[], Held | None]
"""The records anew; None where nothing changed, or where the new ones were refused and the old ones stay."""

HOUSE = Address("dateline", "house")
"""The lane of what one replica does for all: telling operators, forgetting who left."""
CLOSING = 10.0
"""Seconds a room has to disconnect before the process ends without it."""


@dataclass(slots=True)
class App:
    """One process of Dateline. `rooms` answer and post; `outlets` only post (the console beside the chats)."""

    desk: Desk
    rooms: Sequence[Room]
    outlets: Sequence[Outlet]
    subscriptions: Sequence[Subscription]
    open_store: OpenStore
    reload: Reload
    clock: Clock
    admin: Sequence[Address] = ()
    """Channels of the operators."""
    look_every: float = 20.0
    """Seconds between looks at the record files, and at a schedule that another process holds."""
    hangup_reloads: bool = True
    """Whether SIGHUP reads the records anew; on a terminal it means that the terminal is gone."""
    watch: Watch = field(default_factory=Watch)
    """Tells operators what is silent."""
    back_off: BackOff = field(default_factory=BackOff)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    look: asyncio.Event = field(default_factory=asyncio.Event)
    store_tried: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once the database was opened, or could not be."""
    scheduled: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while this process does the scheduling."""
    store: Store | None = None
    scheduler: Scheduler | None = None
    living: Living | None = None
    breaking: Breaking | None = None
    recorded: Mapping[str, datetime] = field(default_factory=dict)
    noted: Mapping[str, datetime] = field(default_factory=dict)
    noted_of: History | None = None
    """The history of which what happened in it was noted."""
    counting: bool = False
    """Whether the store knows that changes are noted, though there was no need to look for any."""
    unseen: bool = False
    """Whether records were taken up that the store has not noted yet: it is told of them at the next look."""
    told: str = ""
    """The last reason given for not scheduling: it is logged once."""

    async def run(self) -> int:
        """Serve until stopped or no room is left. 0 after a stop or a goodbye, 1 when every platform was refused."""
        posting: dict[str, Outlet] = {outlet.platform: outlet for outlet in (*self.outlets, *self.rooms)}
        refused: list[str] = []

        def refuse(platform: str) -> None:
            refused.append(platform)
            posting.pop(platform, None)

        with _signals(self.stop, self.look if self.hangup_reloads else self.stop):
            serving = [asyncio.create_task(supervise(room, self.stop, refuse, self.back_off)) for room in self.rooms]
            keeping = asyncio.create_task(self._keep(posting))
            await self._until_done(serving)
            self.stop.set()
            await keeping
            await asyncio.gather(*(_closed(room) for room in self.rooms))
            await asyncio.wait(serving, timeout=CLOSING)
            if self.store is not None:
                await self.store.close()
        if refused and len(refused) == len(self.rooms):
            log.error("app.nothing_left refused=%s do=mend what is named above, then start again", ",".join(refused))
            return 1
        return 0

    async def _until_done(self, serving: Sequence[asyncio.Task[None]]) -> None:
        """Until stopped, or until every room has ended."""
        stopped = asyncio.create_task(self.stop.wait())
        ended = asyncio.create_task(_all(serving))
        await asyncio.wait({stopped, ended}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()

    async def _keep(self, posting: Mapping[str, Outlet]) -> None:
        """Schedule and records: taken up, looked after until stopped, drained. Its faults end no answering."""
        try:
            await asyncio.to_thread(self.desk.held.warm, self.desk.today())
            while not self.stop.is_set():
                if self.scheduler is None:
                    await self._take_schedule(posting)
                await self._next_look()
                if not self.stop.is_set():
                    await self._look_at_records()
                    await self._look_at_posts(posting)
                    await self._look_at_servers()
                    await self._tell_operators(posting)
                    await self._look_for_silence(posting)
        except Exception:
            log.exception("app.keeping_failed then=questions are answered, nothing is scheduled or reloaded")
        if self.scheduler is not None:
            await self.scheduler.drain()
            await self._leave_the_house()

    async def _take_schedule(self, posting: Mapping[str, Outlet]) -> None:
        """Open the database and take the right to schedule, or say once why not; the next look tries again."""
        from bot.schedule import Scheduler  # APScheduler and SQLAlchemy are not loaded before they are needed

        try:
            if self.store is None:
                self.store = await self.open_store()
                self.store.news.listen(self.look.set)
            self.store_tried.set()
            if self.store.database.shared:  # what is seen first is noted by the clock that all share
                await self.store.hold.beat(self.clock())
            await self._see(self.store, self.shared_now())
            self.desk.prefers = by_server(await self.store.servers.all())
            scheduler = Scheduler(self.store, posting, self.compose, self.clock, news=self.news)
            await scheduler.start(self.subscriptions)
        except HeldElsewhere as held:
            self._say_once("schedule.refused", str(held))
        except StoreError as error:
            self._say_once("store.unusable", str(error))
        else:
            self.scheduler, self.told = scheduler, ""
            self.scheduled.set()
            log.info("schedule.started subscriptions=%d", len(self.subscriptions))
        finally:
            self.store_tried.set()

    async def take_report(self, report: Report) -> str | None:
        """The contract's `TakeReport`: kept first, told to the operators at the next look."""
        if self.store is None:
            return None
        try:
            number = await self.store.reports.add(report, self.clock())
        except StoreError as error:
            log.error("report.lost reason=%s", error)
            return None
        log.info("report.kept number=%d platform=%s", number, report.platform)
        self.look.set()
        return str(number)

    def _say_once(self, event: str, reason: str) -> None:
        if reason != self.told:
            self.told = reason
            log.error("%s reason=%s then=questions are answered all the same", event, reason)

    async def _next_look(self) -> None:
        """Until it is time to look again: after a while, on SIGHUP, or to stop."""
        looking = asyncio.create_task(self.look.wait())
        stopped = asyncio.create_task(self.stop.wait())
        await asyncio.wait({looking, stopped}, timeout=self.look_every, return_when=asyncio.FIRST_COMPLETED)
        looking.cancel()
        stopped.cancel()
        self.look.clear()

    async def _look_at_records(self) -> None:
        """Swap in changed records; broken ones were refused, with one line, and those held stay."""
        held = await asyncio.to_thread(self.reload)
        if held is not None:
            await asyncio.to_thread(held.warm, self.desk.today())
            self.desk.swap(held)
            self.unseen = True
            await self._tell_replicas()
        if self.store is not None:
            try:
                if self.unseen:
                    await self._see(self.store, self.shared_now() + SEEN_AHEAD)
                await self._note(self.store)
            except StoreError as error:
                log.error("store.unusable reason=%s then=tried again at the next look", error)

    async def _look_at_posts(self, posting: Mapping[str, Outlet]) -> None:
        """What stands in channels and rests on records that changed is owed an amendment; one process enters it."""
        if self.store is None or self.scheduler is None or self.unseen:
            return
        from bot.living import Living  # as the scheduler: not loaded before it is needed

        if self.living is None or self.living.amendments is not self.store.amendments:
            self.living = Living(self.store.amendments, self.store.subscriptions, posting, self.tell_anew)
        try:
            if await self._one_of_us() and await self.living.look(self.desk.held.archive, self.shared_now()):
                self.nudge()
        except StoreError as error:
            log.error("store.unusable reason=%s then=posts are looked at again at the next look", error)

    async def _tell_replicas(self) -> None:
        """What we saw change, the others look at now."""
        if self.store is not None:
            try:
                await self.store.news.tell()
            except StoreError as error:
                log.info("store.news_untold reason=%s then=they look by themselves", error)

    def shared_now(self) -> datetime:
        """Now by the clock that all replicas share."""
        return self.clock() + (self.store.hold.skew if self.store is not None else timedelta(0))

    async def _one_of_us(self) -> bool:
        """Whether this process is the one that looks after the whole: the holder of the schedule, or the replica that
        has the lane for it."""
        return self.store is not None and self.scheduler is not None and await self.store.lanes.take(HOUSE)

    async def _leave_the_house(self) -> None:
        """Let another replica look after the whole at once: what amends posts would wait until the lane runs out."""
        assert self.store is not None
        try:
            await self.store.lanes.give(HOUSE)
        except StoreError as error:
            log.warning("house.kept reason=%s then=another replica takes it when it has run out", error)

    async def _look_at_servers(self) -> None:
        """What servers prefer, as another process may have changed it; and whom to forget."""
        if self.store is None:
            return
        try:
            if await self._one_of_us():
                await forget(self.store, self.shared_now())
            self.desk.prefers = by_server(await self.store.servers.all())
        except StoreError as error:
            self._say_once("store.unusable", str(error))

    async def _tell_operators(self, posting: Mapping[str, Outlet]) -> None:
        if self.store is not None and self.scheduler is not None and self.admin:
            from bot.reporting import tell  # a report needs the store's part, which is not loaded before

            try:
                if await self._one_of_us():
                    await tell(self.store.reports, posting, self.admin, self.clock)
            except StoreError as error:
                log.error("store.unusable reason=%s then=reports are told at the next look", error)

    async def _look_for_silence(self, posting: Mapping[str, Outlet]) -> None:
        with suppress(StoreError):  # nobody can tell which of the replicas it is: the calls stay away
            if self.store is not None and self.scheduler is not None and await self._one_of_us():
                await self.watch.look(self.store, self.scheduler.ticked, posting, self.admin, self.shared_now())

    async def _see(self, store: Store, recorded: datetime) -> None:
        archive = self.desk.held.archive
        self.recorded = news_times(archive, await store.seen.see(record_digests(archive), recorded))
        await self._note(store)
        self.unseen = False

    async def _note(self, store: Store) -> None:
        """What happened to records becomes news for those who were told of them. While nothing is ordered nobody is,
        and no history is read for it: only that counting has begun is noted."""
        history, now = self.desk.held.archive.history, self.shared_now()
        if history is None or history is self.noted_of:
            return
        if not await store.subscriptions.any():
            if not self.counting:
                await store.changes.see({}, now)
                self.counting = True
            return
        changes = await asyncio.to_thread(amending.named, history)
        names = amending.aligned(history, await store.changes.known())
        young = (name for name, change in changes.items() if change.at >= now - amending.AGE)
        ahead = {names[name]: changes[name].at + SEEN_AHEAD for name in young}
        self.noted = amending.news(history, await store.changes.see(ahead, now + SEEN_AHEAD))
        self.noted_of = history

    def nudge(self) -> None:
        """Let the schedule look now, where this process has it."""
        if self.scheduler is not None:
            self.scheduler.nudge()

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        """What Dateline needs to post there and has not."""
        room = next((room for room in self.rooms if room.platform == address.platform), None)
        return await room.lacks(address, language) if room else ()

    @property
    def windows(self) -> Windows:
        """What is told of a window, from the records held now."""
        return Windows(self.desk, self.recorded, self.noted)

    def compose(
        self, subscription: Subscription, since: datetime, until: datetime, alerted: Collection[str] = (), /
    ) -> Briefing:
        """The proved digest of one window, told for the subscriber's local day, without what alerts told."""
        return self.windows.digest(subscription, since, until, alerted)

    def news(self) -> Breaking:
        """What may be posted at once."""
        if self.breaking is None or self.breaking.windows.recorded is not self.recorded:
            self.breaking = Breaking(self.windows)
        return self.breaking

    def tell_anew(
        self,
        subscription: Subscription,
        posted: Posted,
        messages: Sequence[Document],
        changes: Sequence[Change],
        new: Sequence[Change],
    ) -> Amended:
        """How what stands is told after changes of its records (`bot.living.Tell`)."""
        return self.windows.anew(subscription, posted, messages, changes, new, self.shared_now())

    def select(
        self, subscription: Subscription, since: datetime, until: datetime, alerted: Collection[str] = (), /
    ) -> Selection:
        """Why each record of that window is in its digest or left out."""
        return self.windows.select(subscription, since, until, alerted)

    def outlet(self, platform: str) -> Outlet | None:
        """The outlet of that platform, where it is served."""
        return next((one for one in (*self.rooms, *self.outlets) if one.platform == platform), None)


async def _all(tasks: Sequence[asyncio.Task[None]]) -> None:
    await asyncio.wait(tasks)


def news_times(archive: Archive, seen: Mapping[str, datetime]) -> dict[str, datetime]:
    """Record id → when it became news: when it was first held, or when its embargo ends, whichever is later. A roll
    call that stands in a record and in the imported file is one piece of news, from the first of the two."""
    embargoes = {id_: event.embargo for id_, event in archive.events.items() if event.embargo}
    times = {id_: max(at, embargoes.get(id_, at)) for id_, at in seen.items()}
    for record, filed in (archive.rolls.twins if archive.imported else {}).items():
        if record in times and filed in times:
            times[record] = times[filed] = min(times[record], times[filed])
    return times


def record_digests(archive: Archive) -> dict[str, str]:
    """Record id → hash of its content, for telling new records and changed ones. A draft is not on file before it is
    published: only then does a window begin to hold it."""
    events = {id_: event for id_, event in archive.events.items() if event.state is State.PUBLISHED}
    held = {**events, **archive.rollcalls, **_young(archive)}
    return {id_: sha256(repr(record).encode()).hexdigest()[:32] for id_, record in held.items()}


def _young(archive: Archive) -> dict[str, tuple[Ballot, bytes]]:
    """The calls of the imported file that are news: those not older than the age limit when it was imported. The store
    knows these alone, and keeps the instant of each: a newer file announces no call again."""
    filed = archive.imported
    if filed is None:
        return {}
    found = {}
    for number in reversed(range(len(filed.ballots))):  # they run in the order of their days
        ballot = filed.ballots[number]
        if filed.at.date() - ballot.day > BACKFILL:
            break
        found[record_id(ballot)] = (ballot, filed.rows[number])
    return found


async def _closed(room: Room) -> None:
    """Close one room; one that hangs or fails holds up nobody."""
    try:
        await asyncio.wait_for(room.close(), CLOSING)
    except Exception:
        log.exception("platform.close_failed platform=%s", room.platform)


@contextmanager
def _signals(stop: asyncio.Event, hangup: asyncio.Event) -> Iterator[None]:
    """SIGTERM and SIGINT stop, SIGHUP sets `hangup`; as they were before, afterwards."""
    loop = asyncio.get_running_loop()
    wanted = {signal.SIGTERM: stop, signal.SIGINT: stop}
    if hasattr(signal, "SIGHUP"):
        wanted[signal.SIGHUP] = hangup
    with suppress(NotImplementedError):  # Windows: Ctrl-C arrives as KeyboardInterrupt
        for number, event in wanted.items():
            loop.add_signal_handler(number, event.set)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for number in wanted:
                loop.remove_signal_handler(number)
