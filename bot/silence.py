"""The silence alarm: what should happen by itself and does not is told to the operators once, and once more when it is
over; while all is well, an address of theirs is called every minute.

Three causes: no look at the clock succeeds, a digest is due and neither posted nor ended, no record is new or changed.
A cause counts when two looks in a row find it, so that a machine that wakes up raises no alarm. What was told stands in
a note of the database: a restart, or another replica, tells nothing twice. One replica does it for all (`bot.app`).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from adapters.contract import Address, Outlet, OutletError
from bot.mistakes import Mistakes, Table
from briefs.document import Document, Paragraph, say
from briefs.tongues import ENGLISH
from briefs.wording.notices import office

if TYPE_CHECKING:
    from adapters.store.entries import Pending
    from adapters.store.store import Store

log = logging.getLogger("dateline.silence")

NOTE = "silence"
EVERY = timedelta(seconds=55)
"""A call is due so long after the last one: with a look every 20 s, one a minute."""
KEYS = ("tick", "digest", "records")


class Cause(StrEnum):
    """What is silent."""

    TICK = "tick"
    DIGEST = "digest"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each may be silent; zero: it is never told."""

    tick: timedelta = timedelta(minutes=5)
    digest: timedelta = timedelta(hours=1)
    records: timedelta = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Pulse:
    """What was seen at one look: the last look at the clock that succeeded, since when each open delivery could have
    been posted, when a record was last new or changed. None where there was none, or nothing can be read."""

    ticked: datetime | None = None
    waiting: Sequence[datetime] = ()
    recorded: datetime | None = None


@dataclass(frozen=True, slots=True)
class Silent:
    """A cause: since when, and how many it concerns."""

    since: datetime
    count: int = 1


def silences(pulse: Pulse, limits: Limits, now: datetime) -> dict[Cause, Silent]:
    """What is silent for longer than it may be."""
    late = [since for since in pulse.waiting if limits.digest and now - since > limits.digest]
    found = {
        Cause.TICK: Silent(pulse.ticked) if _over(pulse.ticked, limits.tick, now) and pulse.ticked else None,
        Cause.DIGEST: Silent(min(late), len(late)) if late else None,
        Cause.RECORDS: (
            Silent(pulse.recorded) if _over(pulse.recorded, limits.records, now) and pulse.recorded else None
        ),
    }
    return {cause: one for cause, one in found.items() if one is not None}


def _over(since: datetime | None, limit: timedelta, now: datetime) -> bool:
    return since is not None and bool(limit) and now - since > limit


def could_be_posted(pending: Iterable[Pending], now: datetime) -> list[datetime]:
    """Since when each open delivery could have been posted; what quiet hours hold now is left out."""
    from bot.slots import quiet_until

    found = []
    for one in pending:
        entered = max(one.delivery.entered, one.delivery.due)
        if quiet_until(one.quiet, one.zone, now) is None:
            found.append(quiet_until(one.quiet, one.zone, entered) or entered)
    return found


@dataclass(slots=True)
class Told:
    """A cause that was found: since when, and which channels were told of it."""

    since: datetime
    channels: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Watch:
    """Looks, tells and calls. `beat` calls the operator's address, where they have one; it raises with the reason."""

    limits: Limits = field(default_factory=Limits)
    beat: Callable[[], Awaitable[None]] | None = None
    language: str = ENGLISH
    _found: Mapping[Cause, Silent] = field(default_factory=dict)
    """What the look before this one found."""
    _told: dict[Cause, Told] = field(default_factory=dict)
    _unsaid: set[str] = field(default_factory=set)
    """What could not be told or called, so that the log says it once."""
    _beaten: datetime | None = None

    async def look(
        self,
        store: Store,
        ticked: datetime | None,
        posting: Mapping[str, Outlet],
        admin: Sequence[Address],
        now: datetime,
    ) -> None:
        """One look; `ticked` is when a look at the clock last succeeded. Never raises for what is down meanwhile."""
        found = silences(await self._pulse(store, ticked, now), self.limits, now)
        steady = {cause: one for cause, one in found.items() if cause in self._found}
        self._found = found
        await self._load(store)
        channels = {f"{one.platform} {one.place}": one for one in admin if one.platform in posting}
        for cause, one in steady.items():
            await self._begin(store, cause, one, channels, posting)
        for cause in [cause for cause in self._told if cause not in found]:
            await self._end(store, cause, channels, posting)
        if not steady and not self._told:
            await self._call(now)

    async def _pulse(self, store: Store, ticked: datetime | None, now: datetime) -> Pulse:
        from adapters.store.errors import StoreError

        try:
            waiting = could_be_posted(await store.ledger.pending(), now)
            return Pulse(ticked, waiting, await store.seen.latest())
        except StoreError:  # the schedule says so in the log; what was silent before stays so
            kept = {cause: one.since for cause, one in self._found.items()}
            waiting = [kept[Cause.DIGEST]] if Cause.DIGEST in kept else []
            return Pulse(ticked, waiting, kept.get(Cause.RECORDS))

    async def _begin(
        self, store: Store, cause: Cause, one: Silent, channels: Mapping[str, Address], posting: Mapping[str, Outlet]
    ) -> None:
        new = cause not in self._told
        if new:
            self._told[cause] = Told(one.since)
            log.error("silence.begun cause=%s since=%s count=%d", cause.value, one.since.isoformat(), one.count)
            await self._save(store)
        told = self._told[cause]
        words = office(f"silence-{cause.value}", self.language, since=f"{told.since:%Y-%m-%d %H:%M}", count=one.count)
        document = self._notice("silence-title", words)
        for name, address in channels.items():
            key = _key(cause, told.since, name, 0)
            if name not in told.channels and await self._post(
                posting, address, document, key, told.since, tried=not new
            ):
                told.channels.append(name)
                await self._save(store)

    async def _end(
        self, store: Store, cause: Cause, channels: Mapping[str, Address], posting: Mapping[str, Outlet]
    ) -> None:
        told = self._told[cause]
        document = self._notice("silence-over-title", office(f"silence-over-{cause.value}", self.language))
        for name in list(told.channels):
            key = _key(cause, told.since, name, 1)
            address = channels.get(name)
            if address is None or await self._post(posting, address, document, key, told.since, tried=True):
                told.channels.remove(name)
        if not told.channels:
            del self._told[cause]
            log.info("silence.over cause=%s since=%s", cause.value, told.since.isoformat())
        await self._save(store)

    async def _post(
        self,
        posting: Mapping[str, Outlet],
        address: Address,
        document: Document,
        key: str,
        since: datetime,
        *,
        tried: bool,
    ) -> bool:
        """Whether the channel has it now. Where an earlier try may have come through, it is looked for first."""
        outlet, name = posting[address.platform], f"{address.platform} {address.place}"
        try:
            if tried:
                with suppress(OutletError):  # told twice is better than never
                    if await outlet.find(address, key, since) is not None:
                        return True
            first, *_ = outlet.parts(document)
            await outlet.post(address, first, key)
        except OutletError as error:
            self._say_once(name, "silence.not_told channel=%s reason=%s then=tried again", name, error)
            return False
        self._unsaid.discard(name)
        return True

    async def _call(self, now: datetime) -> None:
        if self.beat is None or (self._beaten is not None and timedelta(0) <= now - self._beaten < EVERY):
            return
        self._beaten = now
        try:
            await self.beat()
        except Exception as error:
            self._say_once("heartbeat", "heartbeat.failed reason=%s then=tried again", error)
        else:
            self._unsaid.discard("heartbeat")

    def _say_once(self, what: str, event: str, *slots: object) -> None:
        if what not in self._unsaid:
            self._unsaid.add(what)
            log.warning(event, *slots)

    def _notice(self, title: str, line: str) -> Document:
        return Document(office(title, self.language), (Paragraph((say(line),)),), language=self.language)

    async def _load(self, store: Store) -> None:
        """What was told, as another replica may have told it; what this one remembers, while nothing can be read."""
        from adapters.store.errors import StoreError

        with suppress(StoreError):
            self._told = read(await store.note(NOTE).load() or "{}")

    async def _save(self, store: Store) -> None:
        from adapters.store.errors import StoreError

        with suppress(StoreError):
            await store.note(NOTE).save(written(self._told))


def _key(cause: Cause, since: datetime, channel: str, over: int) -> str:
    from bot.posting import key_of  # loads the ledger's words, which a question does without

    return key_of(NOTE, f"{cause.value} {since.isoformat()} {channel}", over, 0)


def written(told: Mapping[Cause, Told]) -> str:
    """What was told, as the note keeps it."""
    return json.dumps({cause: [one.since.astimezone(UTC).isoformat(), *one.channels] for cause, one in told.items()})


def read(text: str) -> dict[Cause, Told]:
    """What `written` wrote."""
    kept: dict[str, list[str]] = json.loads(text)
    return {Cause(cause): Told(datetime.fromisoformat(since), channels) for cause, (since, *channels) in kept.items()}


def limits_of(table: Table) -> Limits:
    """`[silence]`: minutes without a look at the clock, minutes that a digest may be late, days without a record."""
    usual = Limits()
    mend = "write a whole number; 0 turns it off"
    tick = table.parsed("tick", _whole, usual.tick // timedelta(minutes=1), mend)
    digest = table.parsed("digest", _whole, usual.digest // timedelta(minutes=1), mend)
    records = table.parsed("records", _whole, usual.records // timedelta(days=1), mend)
    return Limits(timedelta(minutes=tick), timedelta(minutes=digest), timedelta(days=records))


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value <= 100_000:
        raise ValueError(value)
    return value


def heartbeat_of(given: str | None, where: str, mistakes: Mistakes) -> str | None:
    """The address that is called while all is well. It is told nowhere: whoever knows it could call it too."""
    parts = urlsplit(given or "")
    if given is not None and (parts.scheme not in ("http", "https") or not parts.hostname):
        mistakes.add(where, "no address that can be called", "it looks like https://watch.example/ping/…")
        return None
    return given
