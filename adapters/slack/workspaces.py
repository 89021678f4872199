"""Workspaces: which Web API speaks for which of them.

The room asks here before every call about a place, so that neither posting nor listening knows how many workspaces
there are or where their tokens live.
"""

from __future__ import annotations

from typing import Protocol

from adapters.slack.webapi import WebApi


class Workspaces(Protocol):
    """What posting and listening need of the installations."""

    async def api(self, team: str) -> WebApi:
        """The Web API with the token of this workspace (a team id; empty: the only one there is).

        Raises `Gone` where Dateline is not installed there.
        """
        ...


class OneWorkspace:
    """The workspace whose token stands in the environment."""

    def __init__(self, api: WebApi) -> None:
        self._api = api

    async def api(self, team: str) -> WebApi:  # noqa: ARG002 - there is but one
        return self._api
