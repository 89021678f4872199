"""Slack's HTTP requests: found genuine, handed to Bolt. Beside them the pages of installation and a word for balancers.

It keeps nothing between two requests, so that any number of replicas may stand behind a balancer. TLS is the proxy's.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from adapters.slack.errors import SIGNING_SECRET
from adapters.slack.manifest import PATH

if TYPE_CHECKING:
    from aiohttp import web
    from slack_bolt.async_app import AsyncApp

log = logging.getLogger("dateline.slack")

BODY_BYTES: Final = 2**20
HEALTH: Final = "/healthz"
TAKEN: Final = ("application/x-www-form-urlencoded", "application/json")
"""What Slack sends: forms (commands and interactions) and events."""
UNREADABLE: Final = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What Bolt breaks on while it reads a request that is no JSON, or JSON of another shape."""


class Receiving:
    """One listening address. `more` adds further routes; `ready` is told the bound port."""

    def __init__(
        self, bolt: AsyncApp, signing_secret: str, more: Callable[[web.UrlDispatcher], None] | None = None
    ) -> None:
        self._bolt, self._signing_secret, self._more = bolt, signing_secret, more
        self._trusted = False

    async def serve(self, host: str, port: int, ready: Callable[[int], None]) -> None:
        """Take requests until cancelled."""
        from aiohttp import web

        app = web.Application(client_max_size=BODY_BYTES)
        app.router.add_post(PATH, self._receive)
        app.router.add_get(HEALTH, self._healthy)
        if self._more is not None:
            self._more(app.router)
        runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
            ready(runner.addresses[0][1])
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _receive(self, request: web.Request) -> web.Response:
        """A request is Slack's or nobody's: nothing of it is parsed before its signature is found good."""
        from aiohttp import web
        from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

        if not self._genuine(request.headers, await request.read()):
            level = logging.INFO if self._trusted else logging.WARNING
            log.log(
                level, "slack.signature_refused hint=%s", f"if Slack sent this, check {SIGNING_SECRET} and the clock"
            )
            return web.Response(status=401)
        self._trusted = True
        if request.content_type not in TAKEN:
            return web.Response(status=415)
        try:
            asked = await to_bolt_request(request)
        except UNREADABLE as error:
            log.warning("slack.request_unreadable kind=%s", type(error).__name__)
            return web.Response(status=400)
        return await to_aiohttp_response(await self._bolt.async_dispatch(asked))

    def _genuine(self, headers: Mapping[str, str], body: bytes) -> bool:
        from slack_sdk.signature import SignatureVerifier

        try:
            return SignatureVerifier(self._signing_secret).is_valid(
                body, headers.get("X-Slack-Request-Timestamp"), headers.get("X-Slack-Signature")
            )
        except (TypeError, ValueError):  # no number, or no ASCII, where Slack puts one
            return False

    async def _healthy(self, request: web.Request) -> web.Response:  # noqa: ARG002
        """For balancers: this replica takes requests."""
        from aiohttp import web

        return web.Response(text="ok")
