"""Tokens that end: a new one is asked for in time, by one process at a time, and kept before it is used.

Slack gives a token of 12 hours with a refresh token that is good once; asking revokes it
(https://docs.slack.dev/authentication/using-token-rotation). So whoever asks holds a lease in the database, and saves
by the version it saw. What can go wrong:

- Slack's answer is lost, or we die before it is saved: after the lease ends the same refresh token is tried again.
  Where Slack no longer takes it, the old token serves until Slack refuses it too; then the workspace must install
  again. Slack documents no time during which a used refresh token still works.
- The database cannot be written after Slack answered: the new token is held in memory and saved at the next use.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from adapters.contract import Gone, Unavailable
from adapters.installations import Installation, Installations, NotKept, OpenInstallations
from adapters.slack.webapi import WebApi

log = logging.getLogger("dateline.slack")

AHEAD: Final = timedelta(minutes=120)
"""A token with less than this left is renewed: Bolt's own measure."""
SOON: Final = timedelta(minutes=5)
"""With more than this left nobody waits for a renewal that somebody else is making."""
LEASE: Final = timedelta(seconds=60)
"""Longer than one request may take. After a failure nobody asks again before it ends."""
LOOK_SECONDS: Final = 0.2
USED_UP: Final = frozenset({"invalid_refresh_token", "token_expired", "token_revoked"})
OURS: Final = frozenset({"bad_client_secret", "invalid_client_id", "invalid_client"})


@dataclass(slots=True)
class Rotation:
    """Keeps tokens fresh. `wire` is the shared Web API, `clock` gives aware UTC."""

    opened: OpenInstallations
    wire: WebApi
    client_id: str
    client_secret: str = field(repr=False)
    clock: Callable[[], datetime]
    _name: str = field(default_factory=lambda: secrets.token_hex(8))
    _turns: dict[str, asyncio.Lock] = field(default_factory=dict)
    _unsaved: dict[str, Installation] = field(default_factory=dict, repr=False)
    _refused: dict[str, int] = field(default_factory=dict)
    """Installation → the version whose refresh token Slack no longer takes."""

    async def fresh(self, seen: Installation, *, refused: bool = False) -> Installation:
        """The installation with a token that is good for a while; `refused`: Slack no longer takes the one seen.

        Raises `Gone` where it cannot be renewed any more, `Unavailable` where not now, `NotKept`.
        """
        if seen.expires is None or not seen.refresh:
            return seen
        left = seen.expires - self.clock()
        if left > AHEAD and not refused:
            return seen
        turn = self._turns.setdefault(seen.id, asyncio.Lock())
        if turn.locked() and left > SOON and not refused:
            return seen
        async with turn:
            return await self._renewed(await self.opened(), seen, _worth(left, refused))

    async def _renewed(self, kept: Installations, seen: Installation, worth: timedelta) -> Installation:
        """In this process's turn. `worth`: how long the token at hand still serves."""
        until = self.clock() + LEASE
        while True:
            held = await kept.find(seen.id)
            if held is None or held.locked:
                raise Gone("Dateline was removed from this workspace meanwhile")
            if held.version != seen.version:
                self._unsaved.pop(seen.id, None)
                return held
            if (waiting := self._unsaved.get(seen.id)) is not None:
                return await self._save(kept, waiting)
            if self._refused.get(seen.id) == seen.version:
                return _still(held, worth, ended=True)
            now = self.clock()
            if await kept.lease(seen.id, seen.version, self._name, now, now + LEASE):
                return await self._ask(kept, held, worth)
            if worth > SOON or now >= until:  # another replica asks, or asked in vain a moment ago
                return _still(held, worth, ended=False)
            await asyncio.sleep(LOOK_SECONDS)

    async def _ask(self, kept: Installations, held: Installation, worth: timedelta) -> Installation:
        import aiohttp
        from slack_sdk.errors import SlackTokenRotationError
        from slack_sdk.oauth.installation_store import Bot
        from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator

        assert held.expires is not None, "a token that ends"
        bot = Bot(
            bot_token=held.token,
            bot_id=held.bot,
            bot_user_id=held.user,
            bot_refresh_token=held.refresh,
            bot_token_expires_at=int(held.expires.timestamp()),
            installed_at=0.0,
        )
        rotator = AsyncTokenRotator(
            client_id=self.client_id, client_secret=self.client_secret, client=self.wire.client()
        )
        try:
            made = await rotator.perform_bot_token_rotation(bot=bot, minutes_before_expiration=_EVER)
        except SlackTokenRotationError as error:
            code = str((getattr(error.api_error.response, "data", None) or {}).get("error") or "no answer of Slack's")
            return self._in_vain(held, code, worth)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            return self._in_vain(held, type(error).__name__, worth)
        if made is None or not made.bot_refresh_token or made.bot_token_expires_at is None:
            return self._in_vain(held, "an answer without a bot's token", worth)
        # By our clock, as the rest: what Slack's answer says is a span.
        lasts = timedelta(seconds=made.bot_token_expires_at) - timedelta(seconds=int(_unix()))
        fresh = replace(
            held, token=made.bot_token, refresh=made.bot_refresh_token, expires=self.clock() + max(lasts, timedelta())
        )
        return await self._save(kept, fresh)

    async def _save(self, kept: Installations, fresh: Installation) -> Installation:
        try:
            first = await kept.rotated(fresh)
        except NotKept as error:
            self._unsaved[fresh.id] = fresh
            log.error("slack.token_unsaved reason=%s then=it is saved at the next use", error)
            return fresh
        self._unsaved.pop(fresh.id, None)
        if not first and (newer := await kept.find(fresh.id)) is not None:
            return newer
        log.info("slack.token_renewed")
        return replace(fresh, version=fresh.version + 1)

    def _in_vain(self, held: Installation, code: str, worth: timedelta) -> Installation:
        ended = code in USED_UP
        if ended:
            self._refused[held.id] = held.version
            then = "the old token is used until it ends, then this workspace must install Dateline again"
        elif code in OURS:
            then = "check DATELINE_SLACK_CLIENT_ID and DATELINE_SLACK_CLIENT_SECRET; it is tried again"
        else:
            then = "it is tried again"
        log.log(
            logging.ERROR if ended or code in OURS else logging.WARNING,
            "slack.token_not_renewed reason=%s then=%s",
            code,
            then,
        )
        return _still(held, worth, ended=ended)


_EVER: Final = 10**7
"""Minutes: the rotator, too, asks whether it is time; we decided that."""


def _unix() -> float:
    """What the rotator counted from."""
    import time

    return time.time()


def _worth(left: timedelta, refused: bool) -> timedelta:
    return timedelta() if refused else left


def _still(held: Installation, worth: timedelta, *, ended: bool) -> Installation:
    """The token at hand, while it is worth anything."""
    if worth > timedelta():
        return held
    if ended:
        raise Gone("the token of this workspace has ended and Slack renews it no more")
    raise Unavailable("the token of this workspace has ended and could not be renewed yet")
