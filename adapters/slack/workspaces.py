"""Workspaces: which Web API speaks for which of them, who Dateline is there, which events were taken already.

The room asks here before every call about a place, so that neither posting nor listening knows how many workspaces
there are or where their tokens live. `installed` has the form for many of them.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from adapters.slack.questions import Once
from adapters.slack.webapi import WebApi


@dataclass(frozen=True, slots=True)
class Myself:
    """Dateline in one workspace: its bot user and its bot, by which its own messages are known; empty where nobody
    knows yet."""

    user: str = ""
    bot: str = ""


class Workspaces(Protocol):
    """What posting and listening need of the installations."""

    async def api(self, team: str) -> WebApi:
        """The Web API with the token of this workspace (a team id; empty: the only one there is).

        Raises `Gone` where Dateline is not installed there.
        """
        ...

    async def me(self, team: str, enterprise: str) -> Myself:
        """Who Dateline is there. Never raises: a request is answered without knowing."""
        ...

    async def installer(self, team: str) -> str:
        """The person who installed Dateline there; empty where nobody knows. Never raises."""
        ...

    async def first(self, event: str) -> bool:
        """Whether this event (Slack's id of it) comes for the first time, to whichever replica."""
        ...


class OneWorkspace:
    """The workspace whose token stands in the environment."""

    def __init__(self, api: WebApi) -> None:
        self._api = api
        self._me = Myself()
        self._once = Once(time.monotonic)

    def met(self, answer: Mapping[str, Any]) -> None:
        """What `auth.test` said at the sign-in."""
        self._me = Myself(str(answer.get("user_id") or ""), str(answer.get("bot_id") or ""))

    async def api(self, team: str) -> WebApi:  # noqa: ARG002 - there is but one
        return self._api

    async def me(self, team: str, enterprise: str) -> Myself:  # noqa: ARG002 - there is but one
        return self._me

    async def first(self, event: str) -> bool:
        return self._once.first(event)

    async def installer(self, team: str) -> str:  # noqa: ARG002 - a token in the environment does not say
        return ""
