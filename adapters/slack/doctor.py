"""How Dateline is doing on Slack: its token, its scopes, whether it is in a channel. Asked of Slack, kept for a minute.

It looks before each slot, so it costs little: two calls a channel at most, none while Slack asks to wait; what cannot
be seen without an optional scope is no lack, since the post itself will tell. Nothing here ever raises.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from adapters.contract import Address, Gone, Lack, OutletError, RateLimited
from adapters.slack.manifest import NEEDED_SCOPES
from adapters.slack.places import is_person, team_in
from adapters.slack.webapi import WebApi, code_of
from adapters.slack.workspaces import Workspaces
from briefs.wording.notices import office, speaking

KEPT_SECONDS: Final = 60.0
KEPT: Final = 2000
NAME: Final = "Dateline"
"""How it is called where Slack did not tell."""
TO_SEE: Final = frozenset({"channels:read", "groups:read"})
"""With both, a channel that Slack does not show is one that Dateline is not in."""
_GONE: Final = frozenset({"channel_not_found", "is_archived"})


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What `auth.test` said: our name, our scopes (None where Slack did not list them), or why it said nothing."""

    name: str = NAME
    scopes: frozenset[str] | None = None
    refused: str = ""
    """Slack's code for a token that it takes no more, or why there is none."""
    silent: str = ""

    def lacks(self, scope: str) -> bool:
        """Whether that scope surely is not granted."""
        return self.scopes is not None and scope not in self.scopes


class Health:
    """Looks at each workspace and channel at most once a minute. `clock` counts seconds."""

    def __init__(self, workspaces: Workspaces, clock: Callable[[], float] = time.monotonic) -> None:
        self._workspaces = workspaces
        self._clock = clock
        self._signed: dict[str, tuple[float, SignedIn]] = {}
        self._channels: dict[tuple[str, str], tuple[float, Mapping[str, Any]]] = {}
        self._rest: dict[str, float] = {}
        """Workspace → until when Slack asked to be left alone."""

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        """What Dateline needs to post there and has not."""
        team, spoken = team_in(address.server), speaking(language)
        signed = await self.signed_in(team)
        if signed.refused:
            return [Lack(_refused("lacks-slack-token", signed, spoken))]
        found = [Lack(office("lacks-slack-scope", spoken, scope=one)) for one in NEEDED_SCOPES if signed.lacks(one)]
        if is_person(address.place):
            return found
        channel = await self.channel(team, address.place)
        found += _about(channel, signed, spoken)
        history = "groups:history" if channel.get("is_private") else "channels:history"
        if signed.lacks(history):
            found.append(Lack(office("lacks-slack-history", spoken, scope=history), blocks=False))
        return found

    async def condition(self, team: str, transport: str, language: str, *, admins: bool) -> Sequence[str]:
        """The workspace's side in plain words. `transport` is "socket" or "http", `admins` whether these may order."""
        signed, spoken = await self.signed_in(team), speaking(language)
        told = [office(f"slack-{transport}", spoken)] if transport else []
        if signed.refused:
            return [*told, _refused("slack-token-refused", signed, spoken)]
        if signed.silent:
            return [*told, office("slack-silent", spoken, reason=signed.silent)]
        told.append(office("slack-token", spoken, name=signed.name))
        missing = [one for one in NEEDED_SCOPES if signed.lacks(one)]
        told += [office("lacks-slack-scope", spoken, scope=one) for one in missing]
        if signed.scopes is not None and not missing:
            told.append(office("slack-scopes", spoken, scopes=", ".join(NEEDED_SCOPES)))
        told += [
            office("slack-no-history", spoken, scope=one)
            for one in ("channels:history", "groups:history")
            if signed.lacks(one)
        ]
        told += [
            office("slack-no-channels", spoken, scope=one, name=signed.name)
            for one in sorted(TO_SEE)
            if signed.lacks(one)
        ]
        if admins and signed.lacks("users:read"):
            told.append(office("slack-no-users", spoken, scope="users:read"))
        return told

    async def signed_in(self, team: str) -> SignedIn:
        """What Slack says of our token there."""
        until, signed = self._signed.get(team, (0.0, SignedIn()))
        now = self._clock()
        if until > now or self._rest.get(team, 0.0) > now:
            return signed
        signed = await self._asked(team)
        self._signed[team] = (now + KEPT_SECONDS, signed)
        return signed

    async def channel(self, team: str, place: str) -> Mapping[str, Any]:
        """What Slack says of a channel; "lost" is its code where it shows none, and nothing is there where it does not
        let us see."""
        until, seen = self._channels.get((team, place), (0.0, {}))
        now = self._clock()
        if until > now or self._rest.get(team, 0.0) > now:
            return seen
        seen = await self._looked(team, place)
        self._channels.pop((team, place), None)
        while len(self._channels) >= KEPT:
            del self._channels[next(iter(self._channels))]
        self._channels[team, place] = (now + KEPT_SECONDS, seen)
        return seen

    async def _asked(self, team: str) -> SignedIn:
        try:
            api: WebApi = await self._workspaces.api(team)
            said, headers = await api.answered("the workspace", "auth.test", {})
        except Gone as error:
            return SignedIn(refused=code_of(error) or str(error))
        except OutletError as error:
            self._wait(team, error)
            return SignedIn(silent=str(error))
        granted = headers.get("x-oauth-scopes")
        scopes = frozenset(one.strip() for one in granted.split(",")) if granted else None
        return SignedIn(str(said.get("user") or NAME), scopes)

    async def _looked(self, team: str, place: str) -> Mapping[str, Any]:
        try:
            api = await self._workspaces.api(team)
            told = await api.call(place, "conversations.info", {"channel": place})
        except OutletError as error:
            self._wait(team, error)
            code = code_of(error)
            return {"lost": code} if code in _GONE else {}
        return dict(told.get("channel") or {})

    def _wait(self, team: str, error: OutletError) -> None:
        if isinstance(error, RateLimited):
            self._rest[team] = self._clock() + error.retry_after


def _refused(message: str, signed: SignedIn, spoken: str) -> str:
    """Slack's code in words; where there is no token at all, the reason as it stands."""
    return signed.refused if " " in signed.refused else office(message, spoken, code=signed.refused)


def _about(channel: Mapping[str, Any], signed: SignedIn, spoken: str) -> list[Lack]:
    """What a channel lacks, as far as it can be seen."""
    if channel.get("lost") == "channel_not_found":
        sees_all = signed.scopes is not None and signed.scopes >= TO_SEE
        return [Lack(office("lacks-slack-gone", spoken, name=signed.name))] if sees_all else []
    if channel.get("is_archived") or channel.get("lost") == "is_archived":
        return [Lack(office("lacks-slack-archived", spoken))]
    anywhere = signed.scopes is not None and "chat:write.public" in signed.scopes and not channel.get("is_private")
    if channel.get("is_member") is False and not anywhere:
        return [Lack(office("lacks-slack-member", spoken, name=signed.name))]
    return []
