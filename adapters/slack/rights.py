"""Who may order digests on Slack, which knows no permission for it: the operator says who (`[slack] managers`).

    "installer"        whoever installed Dateline in the workspace, where that is known
    "admins"           its admins and owners; seen with the scope users:read
    "channel-creator"  whoever made a channel, for that channel alone; seen with channels:read or groups:read
    "U0123456789"      a person

Slack is asked again for each errand, and what it said is kept for a minute. What it does not say is no.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from adapters.contract import OutletError
from adapters.slack.webapi import code_of
from adapters.slack.workspaces import Workspaces

log = logging.getLogger("dateline.slack")

INSTALLER, ADMINS, CREATOR = "installer", "admins", "channel-creator"
MANAGERS: Final = (INSTALLER, ADMINS)
"""Those who manage where the operator names nobody."""
PERSON: Final = re.compile(r"[UW][A-Z0-9]{6,}")
KEPT_SECONDS: Final = 60.0
KEPT: Final = 2000


def is_manager(word: str) -> bool:
    """Whether the word is one that `managers` may hold."""
    return word in (INSTALLER, ADMINS, CREATOR) or PERSON.fullmatch(word) is not None


@dataclass(frozen=True, slots=True)
class Seen:
    """Whether somebody manages a workspace; `unseen` is the scope that would have told more."""

    manages: bool
    unseen: str = ""


class Rights:
    """Asks Slack who somebody is. `clock` counts seconds."""

    def __init__(
        self, managers: Sequence[str], workspaces: Workspaces, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.managers = tuple(managers)
        self._workspaces = workspaces
        self._clock = clock
        self._kept: dict[tuple[str, str, str], tuple[float, Seen]] = {}

    async def manages(self, team: str, user: str) -> Seen:
        """Whether this person may order for the whole workspace. Never raises."""
        if user in self.managers and PERSON.fullmatch(user):
            return Seen(True)
        if INSTALLER in self.managers and user and user == await self._workspaces.installer(team):
            return Seen(True)
        if ADMINS not in self.managers:
            return Seen(False)
        return await self._remembered((team, "admin", user), lambda: self._admin(team, user))

    async def looks_after(self, team: str, user: str, place: str) -> bool:
        """Whether this person may order for that channel, though not for the workspace. Never raises."""
        if CREATOR not in self.managers or not user:
            return False
        seen = await self._remembered((team, place, user), lambda: self._creator(team, user, place))
        return seen.manages

    async def zone(self, team: str, user: str) -> str:
        """This person's time zone, as far as Slack tells. Never raises."""
        try:
            return str((await self._person(team, user)).get("tz") or "")
        except OutletError as error:
            log.info("slack.zone_unseen reason=%s", error)
            return ""

    async def told_of_trouble(self, team: str) -> Sequence[str]:
        """Whom to tell in private when a digest had to be paused: who installed Dateline, else those listed."""
        installer = await self._workspaces.installer(team)
        return [installer] if installer else [one for one in self.managers if PERSON.fullmatch(one)]

    async def _remembered(self, key: tuple[str, str, str], ask: Callable[[], Awaitable[Seen]]) -> Seen:
        now = self._clock()
        until, seen = self._kept.get(key, (0.0, Seen(False)))
        if until > now:
            return seen
        seen = await ask()
        self._kept.pop(key, None)
        while len(self._kept) >= KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = (now + KEPT_SECONDS, seen)
        return seen

    async def _person(self, team: str, user: str) -> Mapping[str, Any]:
        """What Slack tells of somebody. Raises an `OutletError`."""
        api = await self._workspaces.api(team)
        return dict((await api.call("user", "users.info", {"user": user})).get("user") or {})

    async def _admin(self, team: str, user: str) -> Seen:
        try:
            person = await self._person(team, user)
        except OutletError as error:
            log.info("slack.rights_unseen reason=%s", error)
            return Seen(False, "users:read" if code_of(error) == "missing_scope" else "")
        # In a shared channel one may be an admin elsewhere; who left, or is a guest or an app, manages nothing.
        home = str(person.get("team_id") or team)
        at_home = not person.get("is_stranger") and (home == team or bool(person.get("enterprise_user")) or not team)
        outside = any(person.get(one) for one in ("deleted", "is_bot", "is_restricted", "is_ultra_restricted"))
        powerful = any(person.get(one) is True for one in ("is_admin", "is_owner", "is_primary_owner"))
        return Seen(at_home and powerful and not outside)

    async def _creator(self, team: str, user: str, place: str) -> Seen:
        try:
            api = await self._workspaces.api(team)
            channel = (await api.call(place, "conversations.info", {"channel": place})).get("channel") or {}
        except OutletError as error:
            log.info("slack.rights_unseen reason=%s", error)
            return Seen(False)
        return Seen(str(channel.get("creator") or "") == user)
