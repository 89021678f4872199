"""One GET to an address of the operator's, which says that all is well. It sends nothing but itself.

Whoever watches that address (a dead-man's switch) raises the alarm when the calls stay away.
"""

from __future__ import annotations

from typing import Final

import aiohttp

SECONDS: Final = 10.0
"""How long one call may take."""


class HeartbeatError(Exception):
    """The call did not arrive, or was not taken; the message never holds the address."""


class Heartbeat:
    """Calls that address: no cookies, no body, nothing of Dateline's."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def beat(self) -> None:
        """One call. Raises `HeartbeatError`."""
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()) as session,
                session.get(self._url, max_redirects=3) as answer,
            ):
                status = answer.status
        except TimeoutError as late:
            raise HeartbeatError(f"no answer within {SECONDS:g} s") from late
        except (aiohttp.ClientError, OSError) as error:
            raise HeartbeatError(type(error).__name__) from None  # its words may hold the address
        if status >= 400:
            raise HeartbeatError(f"answered with status {status}")
