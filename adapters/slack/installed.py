"""Many workspaces: whose token speaks where, what becomes of one that ends, and the events that tell of it.

The form of `workspaces.Workspaces` over the installations in the database, which every replica shares: nothing is
remembered here but who Dateline is in a workspace, for a minute. A workspace whose token is dead is left alone: its
token is deleted and its jobs stop (`administration.Present`), the others go on.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from adapters.administration import Present
from adapters.contract import Gone, OutletError, Refused, Unavailable
from adapters.installations import Installation, Installations, NotKept, OpenInstallations
from adapters.slack.manifest import EVENTS_OF_LIFE, INSTALL
from adapters.slack.questions import Once
from adapters.slack.rotating import Rotation
from adapters.slack.webapi import Mend, WebApi
from adapters.slack.workspaces import Myself

if TYPE_CHECKING:
    from slack_bolt.response import BoltResponse

log = logging.getLogger("dateline.slack")

PLATFORM: Final = "slack"
KNOWN_SECONDS: Final = 60.0
KNOWN: Final = 10_000
CONFIRM_SECONDS: Final = 2.0
"""Slack waits three seconds for the answer to an event."""
RETRY_SECONDS: Final = 20.0


@dataclass(frozen=True, slots=True)
class Distribution:
    """The app as Slack knows it, and who keeps its installations. `public` is our own address without a slash at the
    end, `authorize` Slack's page of consent."""

    client_id: str
    client_secret: str = field(repr=False)
    public: str
    opened: OpenInstallations
    authorize: str = "https://slack.com/oauth/v2/authorize"

    @property
    def address(self) -> str:
        """Where one installs it."""
        return f"{self.public}{INSTALL}"


class ManyWorkspaces:
    """The workspaces that installed the app. `address` is where one installs it, as people are told."""

    def __init__(
        self,
        opened: OpenInstallations,
        wire: WebApi,
        rotation: Rotation,
        present: Present | None,
        clock: Callable[[], datetime],
        address: str,
    ) -> None:
        self._opened, self._wire, self._rotation = opened, wire, rotation
        self._present, self._clock, self._address = present, clock, address
        self._known: dict[tuple[str, str], tuple[float, Myself]] = {}
        self._once = Once(time.monotonic)

    @classmethod
    def of(
        cls, app: Distribution, wire: WebApi, present: Present | None, clock: Callable[[], datetime]
    ) -> ManyWorkspaces:
        """The workspaces of this app."""
        rotation = Rotation(app.opened, wire, app.client_id, app.client_secret, clock)
        return cls(app.opened, wire, rotation, present, clock, app.address)

    # --- what posting and listening need -----------------------------------------------------------------------------

    async def api(self, team: str) -> WebApi:
        """Raises `Gone` where Dateline is not installed, `Unavailable` where its token cannot be had now."""
        try:
            kept = await self._opened()
            installation = await kept.find(team) if team else await _only(kept)
            if installation is None:
                raise Gone(f"Dateline is not installed in this workspace: install it at {self._address}")
            if installation.locked:
                raise Unavailable(
                    "no key of DATELINE_SECRETS_KEY opens this workspace's token: put its key back, or let the "
                    f"workspace install Dateline again at {self._address}"
                )
            try:
                fresh = await self._rotation.fresh(installation)
            except Gone as error:
                raise await self._lost(kept, installation, str(error)) from error
        except NotKept as error:
            raise Unavailable(f"the installations cannot be read: {error}") from error
        return self._speaking(fresh, team, partial(self._mend, team, fresh))

    async def me(self, team: str, enterprise: str) -> Myself:
        """Who Dateline is there, remembered for a minute. Notes which organisation's installation serves whom."""
        now = time.monotonic()
        until, known = self._known.get((team, enterprise), (0.0, Myself()))
        if now < until:
            return known
        try:
            kept = await self._opened()
            found = await kept.find(team, enterprise)
            if found is not None and found.org and team and await kept.find(team) is None:
                await kept.grant(found.id, [team])
                await self._tell(here=[team])
        except NotKept as error:
            log.error("slack.installations_unusable reason=%s then=the question is answered all the same", error)
            return known
        me = Myself(found.user, found.bot) if found is not None else Myself()
        if len(self._known) >= KNOWN:
            self._known.clear()
        self._known[team, enterprise] = (now + KNOWN_SECONDS, me)
        return me

    async def installer(self, team: str) -> str:
        """As noted at the installation; an organisation's counts for each of its workspaces."""
        try:
            found = await (await self._opened()).find(team)
        except NotKept as error:
            log.error("slack.installations_unusable reason=%s then=nobody counts as who installed it", error)
            return ""
        return found.installer if found is not None else ""

    async def first(self, event: str) -> bool:
        """By the database, so that a repetition is known to every replica; by memory where it cannot be used."""
        here = self._once.first(event)
        try:
            kept = await self._opened()
            return here and await kept.first(event, self._clock())
        except NotKept as error:
            log.error("slack.installations_unusable reason=%s then=events are told apart in this process alone", error)
            return here

    # --- who comes and goes ------------------------------------------------------------------------------------------

    async def settle(self, stop: asyncio.Event) -> None:
        """At the start: stop the jobs of whoever left unseen, say what no key opens. Tries until the database lets."""
        told = ""
        while not stop.is_set():
            try:
                kept = await self._opened()
                locked = sum(one.locked for one in await kept.all())
                served = await kept.served()
                if self._present is not None:
                    await self._present(PLATFORM, served, _of_all)
                    # Who installed it between these two lines has not left.
                    await self._tell(here=sorted(set(await kept.served()) - set(served)))
            except NotKept as error:
                if str(error) != told:
                    told = str(error)
                    log.error("slack.installations_unusable reason=%s then=it is tried again", error)
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), RETRY_SECONDS)
                continue
            if locked:
                log.error(
                    "slack.installations_locked count=%d reason=no key of DATELINE_SECRETS_KEY opens them do=put their "
                    "key back, behind the new one and a comma, or let these workspaces install Dateline again",
                    locked,
                )
            return

    async def met(self, installation: Installation) -> None:
        """Somebody installed Dateline. Raises `NotKept`."""
        kept = await self._opened()
        await kept.save(installation)
        self._known.clear()
        log.info("slack.installed org=%s", installation.org)
        if not installation.org:
            await self._tell(here=[installation.id])

    async def life(self, body: dict[str, Any], next_: Callable[[], Coroutine[Any, Any, Any]]) -> BoltResponse | Any:
        """A middleware of Bolt: takes the events that tell where Dateline is installed. They are acknowledged when they
        are done with, so that Slack tells again what could not be noted."""
        from slack_bolt.response import BoltResponse

        event: Mapping[str, Any] = body.get("event") or {}
        kind = str(event.get("type") or "")
        if body.get("type") != "event_callback" or kind not in EVENTS_OF_LIFE:
            return await next_()
        told: Mapping[str, Any] = next(iter(body.get("authorizations") or ()), {})
        team = str(body.get("team_id") or "")
        enterprise = str(body.get("enterprise_id") or told.get("enterprise_id") or "")
        teams = [str(one) for one in event.get("team_ids") or ()]
        try:
            kept = await self._opened()
            match kind:
                case "team_access_granted":
                    await kept.grant(enterprise, teams)
                    await self._tell(here=teams)
                case "team_access_revoked":
                    await kept.withdraw(teams)
                    await self._tell(left=teams)
                case "tokens_revoked" if not (event.get("tokens") or {}).get("bot"):
                    pass  # a person's token: we keep none
                case _:
                    await self._ended(kept, team or enterprise, kind)
        except NotKept as error:
            log.error("slack.event_not_taken reason=%s then=Slack tells it again", error)
            return BoltResponse(status=503, body="")
        self._known.clear()
        return BoltResponse(status=200, body="")

    async def _ended(self, kept: Installations, id_: str, kind: str) -> None:
        """Slack says that the installation is no more. It may speak of an earlier one, for its events come late and in
        any order: only a token that it refuses is deleted. One that cannot be asked about is taken at its word."""
        installation = await kept.find(id_)
        if installation is None or installation.id != id_:
            return
        if await self._alive(installation, otherwise=False):
            log.info("slack.ending_outdated kind=%s", kind)
            return
        await self._lost(kept, installation, kind)

    async def _alive(self, installation: Installation, *, otherwise: bool) -> bool:
        """Whether Slack takes its token; `otherwise` where it cannot be asked."""
        if installation.locked:
            return False
        try:
            async with asyncio.timeout(CONFIRM_SECONDS):
                await self._wire.speaking_for(installation.token).call("token", "auth.test", {})
        except Gone:
            return False
        except (OutletError, TimeoutError):
            return otherwise
        return True

    async def _lost(self, kept: Installations, installation: Installation, reason: str) -> Gone:
        """Delete its token, stop its jobs; gives what a post there ends with."""
        teams = await kept.remove(installation.id)
        self._known.clear()
        log.error("slack.installation_ended reason=%s then=its jobs stop, its token is deleted", reason)
        await self._tell(left=[team for team in teams if team != installation.id or not installation.org])
        return Gone(f"this workspace removed Dateline or its token ({reason}): install it again at {self._address}")

    async def _mend(self, team: str, seen: Installation, code: str, ending: OutletError) -> WebApi:
        """Slack refused a token: perhaps another replica renewed it, perhaps it is time to, perhaps it is dead."""
        try:
            kept = await self._opened()
            held = await kept.find(seen.id)
            if held is None or held.locked:
                raise Gone(f"Dateline is not installed in this workspace: install it at {self._address}") from ending
            if held.version == seen.version and held.refresh:
                try:
                    held = await self._rotation.fresh(held, refused=True)
                except Gone:
                    raise await self._lost(kept, seen, code) from ending
            if held.version == seen.version and not await self._alive(held, otherwise=True):
                raise await self._lost(kept, held, code) from ending
        except NotKept as error:
            raise Unavailable(f"the installations cannot be read: {error}") from ending
        return self._speaking(held, team, _twice)

    def _speaking(self, installation: Installation, team: str, mend: Mend) -> WebApi:
        return self._wire.speaking_for(installation.token, team if installation.org else "", mend)

    async def _tell(self, here: Sequence[str] = (), left: Sequence[str] = ()) -> None:
        if self._present is not None and (here or left):
            await self._present(PLATFORM, here, frozenset((*here, *left)).__contains__)


def _of_all(team: str) -> bool:  # noqa: ARG001
    return True


async def _twice(code: str, ending: OutletError) -> WebApi:
    """Refused again, though it may be good: nothing was posted, and the next try finds out."""
    raise Unavailable(f"Slack refused the token of this workspace twice ({code}) and did not say why") from ending


async def _only(kept: Installations) -> Installation | None:
    """The one installation of a place whose workspace nobody named (dateline.toml)."""
    every = await kept.all()
    if len(every) > 1:
        raise Refused("the place does not say which workspace it is in: schedule it there with /subscription")
    return every[0] if every else None
