"""The seam between a chat room that strangers install and whoever keeps its installations.

The room says what it needs (`Installations`); `adapters.store.installations` implements it, with its own tables and
encryption. Nothing here knows a platform's library or a database.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeAlias


class NotKept(Exception):
    """The installations cannot be read or written now; the message says why."""


@dataclass(frozen=True, slots=True)
class Installation:
    """Dateline in one workspace, or in a whole organisation (`org`). No token ever prints."""

    id: str
    """The platform's id of the workspace, or of the organisation."""
    token: str = field(repr=False)
    """Empty where it is locked."""
    refresh: str = field(default="", repr=False)
    """What the next token is asked for with; empty where tokens do not expire."""
    expires: datetime | None = None
    """When the token ends (aware UTC); None for one that does not."""
    org: bool = False
    enterprise: str = ""
    """The organisation the workspace is in, if any."""
    name: str = ""
    """What the workspace or organisation is called."""
    app: str = ""
    user: str = ""
    """Dateline's user there."""
    bot: str = ""
    installer: str = ""
    """The person who installed it."""
    scopes: tuple[str, ...] = ()
    installed: datetime | None = None
    version: int = 0
    """Counts what was saved under this id: whoever changes a token names the one they saw."""
    locked: bool = False
    """Whether none of our keys opens its tokens."""


class Installations(Protocol):
    """Every installation and what belongs to one. Each method raises `NotKept` where that cannot be done now."""

    async def all(self) -> Sequence[Installation]: ...

    async def find(self, team: str, enterprise: str = "") -> Installation | None:
        """The one that serves this workspace: its own, else its organisation's, as far as that is known."""
        ...

    async def save(self, installation: Installation) -> None:
        """Keep it, in place of an earlier one with this id."""
        ...

    async def remove(self, id_: str) -> Sequence[str]:
        """Keep none of its tokens any more; gives the workspaces that are no longer served."""
        ...

    async def lease(self, id_: str, version: int, by: str, now: datetime, until: datetime) -> bool:
        """The right to ask for the next token, for one process at a time; False where another has it, or where that
        version is no longer the newest."""
        ...

    async def rotated(self, installation: Installation) -> bool:
        """Keep a new token, on disk before this returns, if `installation.version` is still the newest one: whoever
        comes first, even after the end of a lease, for an older token is of no more use."""
        ...

    async def grant(self, enterprise: str, teams: Collection[str]) -> None:
        """Note that an organisation's installation serves these workspaces."""
        ...

    async def withdraw(self, teams: Collection[str]) -> None:
        """Note that it no longer serves them."""
        ...

    async def served(self) -> Sequence[str]:
        """Every workspace that is served."""
        ...

    async def issue(self, state: str, now: datetime, until: datetime) -> None:
        """Keep the state of an installation that somebody begins."""
        ...

    async def consume(self, state: str, now: datetime) -> bool:
        """Whether that state was issued, has not ended and was not consumed before; it is from now on."""
        ...

    async def first(self, event: str, now: datetime) -> bool:
        """Whether nobody took this event before."""
        ...


OpenInstallations: TypeAlias = Callable[[], Awaitable[Installations]]
"""Gives the installations once they can be used. Raises `NotKept`."""
