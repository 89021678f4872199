"""One rendered part → its outlet, until it is known how that ended or patience ends. It knows no slots and no
windows.

The rules are those of the platforms. Before every request the ledger holds `sending`, on disk. Nothing accepted:
wait, post again. Nobody knows: a platform that swallows a repeat of the same key (`SAME_KEY`) gets the same post
again within that time; otherwise wait, then look for the key, and post again only if it surely is not there. What is
still open after a few tries is left to a later tick (`Later`), with its doubt. `bot/delivery.py` settles what comes
back.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from adapters.contract import (
    Address,
    Ambiguous,
    Gone,
    Outlet,
    OutletError,
    RateLimited,
    Refused,
    TooLong,
    Unavailable,
)
from adapters.store.entries import Delivery, State

log = logging.getLogger("dateline.delivery")

SAME_KEY: Mapping[str, timedelta] = {"discord": timedelta(minutes=2)}
"""How long a platform surely remembers a key and gives back the first post for a repeat. Discord: "the past few
minutes" (docs.discord.com/developers/resources/message, `enforce_nonce`); two of them are certain. Slack knows no
such key."""

CLOCK_STEP = timedelta(minutes=1)
"""How far our clock may have been set back between a request and the look for it. Keys are unique: looking too far back
finds nothing wrong, looking not far enough posts twice."""

MANY_TURNS = 1_000
"""Names of past turns are forgotten beyond so many."""

Clock: TypeAlias = Callable[[], datetime]
Pause: TypeAlias = Callable[[float], Awaitable[bool]]
"""Wait that many seconds; False when Dateline is stopping and nothing new may begin."""
Step: TypeAlias = Callable[[str], None]
"""Told the name of each step of a delivery as it is done; the crash suite kills the process there."""


class Marks(Protocol):
    """What posting writes down as it goes."""

    async def sending(self, delivery: int, key: str, now: datetime, address: Address) -> None: ...

    async def put_back(
        self, delivery: Delivery, doubt: datetime | None, retry_at: datetime | None, reason: str
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Patience:
    """How long posting tries, in seconds. `waits` lie between tries of one go (the first is at least the 2 s after
    which a platform's search can be believed); after a go in vain the next one starts after `rests`, the last of them
    repeating."""

    waits: tuple[float, ...] = (2, 4, 8, 16)
    rests: tuple[float, ...] = (60, 120, 300, 900)
    longest_wait: float = 60
    doubt: timedelta = timedelta(minutes=15)
    """After that long a post that can neither be found nor repeated is `unknown`, for a person to judge."""


@dataclass(frozen=True, slots=True)
class Ended:
    """It is known how it ended (or that it never will be); `pause` says why its subscription must wait for a person."""

    state: State
    receipt: str = ""
    reason: str = ""
    pause: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """Not now. `doubt`: when the request left that may have been carried out."""

    doubt: datetime | None
    retry_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The platform found it too long: it must go out in plainer parts."""

    reason: str


Outcome: TypeAlias = Ended | Later | Cut


def key_of(subscription: str, slot: str, part: int, group: int) -> str:
    """The name of one post, stable over retries: 25 characters, as many as Discord's nonce holds.

    >>> key_of("kh-daily", "2022-03-03T08:00", 0, 0)
    'yscdfifd4dzkmik2yijdp2gxj'
    """
    digest = hashlib.sha256(f"{subscription}|{slot}|{part}|{group}".encode()).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:25]


EACH: Mapping[str, float] = {"discord": 1 / 40, "slack": 1 / 4}
"""Seconds between two posts with one token. Discord allows 50 requests a second for a token, of which readers' answers
keep their share; Slack a few messages a second for a workspace (docs.discord.com/developers/topics/rate-limits,
docs.slack.dev/apis/web-api/rate-limits)."""
SAME_PLACE: Mapping[str, float] = {"slack": 1.0}
"""Seconds between two posts to one place."""


class Turns(Protocol):
    """Who may post next: one process keeps turns in memory, replicas share them through their database."""

    async def take(self, spacing: Mapping[str, float]) -> float:
        """Take the next turn under all these names (name → seconds between two posts); gives the seconds to wait."""
        ...


def token_of(platform: str, server: str) -> str:
    """The name of the token that posts there: each workspace of Slack has one of its own, in which somebody's own
    digests ("@T1/U2") count too."""
    if platform != "slack":
        return platform
    return f"{platform} {server.removeprefix('@').partition('/')[0]}"


def width_of(platform: str, most: int) -> int:
    """How many posts with one token may be under way side by side: enough for its pace at a second each, so that a
    workspace that hangs leaves room to the others."""
    return min(most, max(4, round(1 / EACH[platform]))) if platform in EACH else most


def spacing(address: Address) -> Mapping[str, float]:
    """The names under which a post to that place takes its turn."""
    names = {}
    if address.platform in EACH:
        names[token_of(address.platform, address.server)] = EACH[address.platform]
    if address.platform in SAME_PLACE:
        names[f"{address.platform} {address.server} in {address.place}"] = SAME_PLACE[address.platform]
    return names


class OwnTurns:
    """Turns of the one process that schedules."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._free: dict[str, datetime] = {}

    async def take(self, spacing: Mapping[str, float]) -> float:
        now = self._clock()
        at = max(now, *(self._free.get(name, now) for name in spacing), now)
        if len(self._free) > MANY_TURNS:
            self._free = {name: free for name, free in self._free.items() if free > now}
        self._free |= {name: at + timedelta(seconds=seconds) for name, seconds in spacing.items()}
        return (at - now).total_seconds()


class Posting:
    """Carries parts to outlets. One value serves all destinations at once."""

    def __init__(
        self, marks: Marks, clock: Clock, pause: Pause, step: Step, patience: Patience, turns: Turns | None = None
    ) -> None:
        self._marks = marks
        self._clock = clock
        self._pause = pause
        self._step = step
        self._patience = patience
        self._turns = turns or OwnTurns(clock)

    async def carry(self, outlet: Outlet, address: Address, delivery: Delivery) -> Outcome:
        """Post one part, or find that it stands there already. Raises a StoreError when the ledger cannot be
        written."""
        left = Unsettled(delivery.doubt, delivery.reason)
        for wait in (0.0, *self._patience.waits):
            if left.asked > self._patience.longest_wait or (wait and not await self._pause(max(wait, left.asked))):
                break
            attempt = await self._attempt(outlet, address, delivery, left.doubt)
            if not isinstance(attempt, Unsettled):
                return attempt
            left = attempt
        return self._out_of_patience(delivery, left)

    async def look(self, outlet: Outlet, address: Address, delivery: Delivery, since: datetime) -> Ended | Unsettled:
        """Whether a post in doubt stands there: sent, or open without a doubt (it surely does not), or still in
        doubt."""
        try:
            receipt = await outlet.find(address, delivery.key, since - CLOCK_STEP)
        except OutletError as error:
            asked = error.retry_after if isinstance(error, RateLimited) else 0.0
            return Unsettled(since, str(error), asked, blind=True)
        except Exception as error:
            return Unsettled(since, _bug(error, delivery), blind=True)
        self._step("looked")
        return Ended(State.SENT, receipt.message) if receipt else Unsettled(None, "the post is not there")

    async def _attempt(
        self, outlet: Outlet, address: Address, delivery: Delivery, doubt: datetime | None
    ) -> Ended | Cut | Unsettled:
        """Clear up the doubt where repeating is not safe, then post once."""
        if doubt is not None and not self._repeats_safely(outlet, address, doubt):
            found = await self.look(outlet, address, delivery, doubt)
            if isinstance(found, Ended) or found.doubt is not None:
                return found
            doubt = None
        turn = await self._turns.take(spacing(address))
        if turn > 0 and not await self._pause(turn):
            return Unsettled(doubt, delivery.reason)
        now = self._clock()
        await self._marks.sending(delivery.id, delivery.key, now, address)
        self._step("sending")
        return await self._post(outlet, address, delivery, doubt, now)

    async def _post(
        self, outlet: Outlet, address: Address, delivery: Delivery, doubt: datetime | None, now: datetime
    ) -> Ended | Cut | Unsettled:
        assert delivery.document is not None, "a part is rendered before it is posted"
        try:
            receipt = await outlet.post(address, delivery.document, delivery.key)
        except (RateLimited, Unavailable) as error:
            await self._marks.put_back(delivery, doubt, None, str(error))
            self._step("put back")
            return Unsettled(doubt, str(error), error.retry_after if isinstance(error, RateLimited) else 0.0)
        except Ambiguous as error:
            return Unsettled(doubt or now, str(error))
        except OutletError as error:
            return _refused(error, doubt)
        except Exception as error:
            # A bug of ours may strike before or after the request: only the platform can tell.
            reason = _bug(error, delivery)
            found = await self.look(outlet, address, delivery, doubt or now)
            if isinstance(found, Ended):
                return found
            return Ended(State.FAILED if found.doubt is None else State.UNKNOWN, reason=reason)
        self._step("posted")
        return Ended(State.SENT, receipt.message)

    def _repeats_safely(self, outlet: Outlet, address: Address, doubt: datetime) -> bool:
        if not outlet.keeps(address):
            return False
        # A doubt from the future: the clock was set back, and nobody knows how old the request is.
        return -CLOCK_STEP <= self._clock() - doubt <= SAME_KEY.get(outlet.platform, -2 * CLOCK_STEP)

    def _out_of_patience(self, delivery: Delivery, left: Unsettled) -> Outcome:
        now = self._clock()
        if left.doubt is not None and left.blind and now - left.doubt > self._patience.doubt:
            return Ended(State.UNKNOWN, reason=f"it may have been posted, and nobody can tell: {left.reason}")
        goes = delivery.tries // (len(self._patience.waits) + 1)
        rest = self._patience.rests[min(goes, len(self._patience.rests) - 1)]
        return Later(left.doubt, now + timedelta(seconds=max(rest, left.asked)), left.reason)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """After one attempt it is still open: in doubt since then, or surely not posted. `asked`: seconds the platform
    wants; `blind`: the platform would not let us look."""

    doubt: datetime | None
    reason: str
    asked: float = 0.0
    blind: bool = False


def _refused(error: OutletError, doubt: datetime | None) -> Ended | Cut:
    """An end that no repeat mends. After a doubt the first request may have been carried out all the same."""
    if isinstance(error, TooLong) and doubt is None:
        return Cut(str(error))
    state = State.FAILED if doubt is None else State.UNKNOWN
    return Ended(state, reason=str(error), pause=str(error) if isinstance(error, (Refused, Gone)) else "")


def _bug(error: Exception, delivery: Delivery) -> str:
    incident = uuid.uuid4().hex[:8]
    log.error("delivery.bug incident=%s delivery=%s", incident, delivery.id, exc_info=error)
    return f"a fault of Dateline's own; the log has it as incident {incident}"
