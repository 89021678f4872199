"""Installing the app in a workspace: OAuth v2 by Bolt's own flow, over our states, our installations, our pages.

    GET /slack/install        what Dateline is, asks for and keeps (`pages`)
    GET /slack/install/begin  a state for ten minutes, in the database and in a cookie; on to Slack
    GET /slack/oauth_redirect back from Slack: the state is used up, the code becomes a token, the token is kept

Any replica can do any of the three. Loaded only where many workspaces are served. Neither codes nor tokens reach a log:
Bolt's words go to a silent logger.
"""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth.installation_store import Installation as Theirs
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.installations import Installation, NotKept, OpenInstallations
from adapters.slack import pages
from adapters.slack.installed import Distribution
from adapters.slack.manifest import BEGIN, INSTALL, NEEDED_SCOPES, OPTIONAL_SCOPES, REDIRECT
from adapters.slack.webapi import WebApi, quiet

log = logging.getLogger("dateline.slack")

STATE_SECONDS: Final = 600
COOKIE: Final = "__Host-dateline-install"
"""Bound to our very host, by its name: no neighbour under the same domain can set it."""
_TEAM = re.compile(r"[TE][A-Z0-9]{2,20}")
_CODE = re.compile(r"[a-z][a-z_]{0,59}")
_STALE_CODES: Final = frozenset({"code_already_used", "code_expired", "invalid_code", "invalid_grant", "no_code"})
_WRONG_APP: Final = frozenset(
    {"bad_client_secret", "bad_redirect_uri", "invalid_client", "invalid_client_id", "invalid_redirect_uri",
     "oauth_authorization_url_mismatch"}
)  # fmt: skip
_BEFORE_SLACK: Final = frozenset({"invalid_browser", "invalid_state", "missing_code"})


class _FailedError(Exception):
    """The installation ends with this page."""

    def __init__(self, failure: pages.Failure, code: str = "") -> None:
        super().__init__(failure.message)
        self.failure, self.code = failure, code


class Installing:
    """The three routes. `met` is told each installation before its page is shown; it may raise `NotKept`."""

    def __init__(
        self,
        app: Distribution,
        wire: WebApi,
        met: Callable[[Installation], Awaitable[None]],
        clock: Callable[[], datetime],
        language: str,
    ) -> None:
        self._app, self._wire, self._language = app, wire, language
        self._opened, self._met, self._clock = app.opened, met, clock

    def add_to(self, router: web.UrlDispatcher) -> None:
        router.add_get(INSTALL, self._page)
        router.add_get(BEGIN, self._begin)
        router.add_get(REDIRECT, self._back)

    async def _page(self, request: web.Request) -> web.Response:
        team = request.query.get("team", "")
        spoken = self._spoken(request)
        return _html(pages.install_page(spoken, team if _TEAM.fullmatch(team) else ""))

    async def _begin(self, request: web.Request) -> web.Response:
        try:
            return await self._answer(await self._flow().handle_installation(await to_bolt_request(request)))
        except NotKept as error:
            log.error("slack.install_failed reason=%s", error)
            return _html(pages.failure_page(pages.NOT_KEPT, self._spoken(request)), pages.NOT_KEPT.status)

    async def _back(self, request: web.Request) -> web.Response:
        try:
            return await self._answer(await self._flow().handle_callback(await to_bolt_request(request)))
        except _FailedError as failed:
            page = pages.failure_page(failed.failure, self._spoken(request), failed.code)
            return self._forgetting(_html(page, failed.failure.status))
        except NotKept as error:
            log.error("slack.install_failed reason=%s", error)
            return _html(pages.failure_page(pages.NOT_KEPT, self._spoken(request)), pages.NOT_KEPT.status)

    async def _answer(self, made: BoltResponse) -> web.Response:
        answer = await to_aiohttp_response(made)
        for cookie in answer.cookies.values():
            cookie["samesite"] = "Lax"  # Slack sends the browser back by a link
        if not isinstance(made.body, str) or not made.body:
            answer.headers["Cache-Control"] = "no-store"
            return answer
        page = _html(made.body, made.status)
        return self._forgetting(page)

    def _forgetting(self, page: web.Response) -> web.Response:
        page.del_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="Lax")
        return page

    def _spoken(self, request: Any) -> str:
        accepted = request.headers.get("accept-language") or ""
        return pages.language_of(accepted if isinstance(accepted, str) else accepted[0], self._language)

    def _flow(self) -> _Flow:
        settings = AsyncOAuthSettings(
            client_id=self._app.client_id,
            client_secret=self._app.client_secret,
            scopes=[*NEEDED_SCOPES, *OPTIONAL_SCOPES],
            redirect_uri=f"{self._app.public}{REDIRECT}",
            install_path=INSTALL,
            install_page_rendering_enabled=False,
            redirect_uri_path=REDIRECT,
            authorization_url=self._app.authorize,
            callback_options=AsyncCallbackOptions(self._succeeded, self._failed),
            installation_store=_Store(self._met, self._clock),
            state_store=_States(self._opened, self._clock),
            state_cookie_name=COOKIE,
            state_expiration_seconds=STATE_SECONDS,
            logger=quiet,
        )
        return _Flow(client=self._wire.client(), logger=quiet, settings=settings)

    async def _succeeded(self, args: AsyncSuccessArgs) -> BoltResponse:
        made = args.installation
        link = f"https://app.slack.com/client/{made.team_id}" if made.team_id else ""
        if made.is_enterprise_install and made.enterprise_url and made.app_id:
            link = f"{made.enterprise_url}manage/organization/apps/profile/{made.app_id}/workspaces/add"
        name = (made.enterprise_name if made.is_enterprise_install else made.team_name) or ""
        org = bool(made.is_enterprise_install)
        return BoltResponse(status=200, body=pages.success_page(self._spoken(args.request), name, link, org=org))

    async def _failed(self, args: AsyncFailureArgs) -> BoltResponse:
        """What Bolt calls by these words: https://docs.slack.dev/authentication/installing-with-oauth."""
        if args.reason == "storage_error":
            log.error("slack.install_failed reason=%s", args.error)
            raise _FailedError(pages.NOT_KEPT)
        if args.reason in _BEFORE_SLACK:
            raise _FailedError(pages.STALE)
        if args.reason == "access_denied":
            raise _FailedError(pages.DECLINED)
        raise of_slack(args.reason)


class _Flow(AsyncOAuthFlow):
    """Bolt's flow, which tells apart why Slack gave no token, and sends nothing of a stranger's on to Slack."""

    async def build_authorize_url(self, state: str, request: AsyncBoltRequest) -> str:
        asked = {
            "state": state,
            "client_id": self.settings.client_id,
            "scope": ",".join(self.settings.scopes or ()),
            "redirect_uri": self.settings.redirect_uri or "",
        }
        team = (request.query.get("team") or [""])[0]
        asked |= {"team": team} if _TEAM.fullmatch(team) else {}
        return f"{self.settings.authorization_url}?{urlencode(asked)}"

    async def run_installation(self, code: str) -> Theirs | None:
        try:
            made = await self.client.oauth_v2_access(
                code=code,
                client_id=self.settings.client_id,
                client_secret=self.settings.client_secret,
                redirect_uri=self.settings.redirect_uri,
            )
            token = made.get("access_token")
            known: Any = await self.client.auth_test(token=token) if token else {}
        except SlackApiError as error:
            body = getattr(error.response, "data", None)
            down = int(getattr(error.response, "status_code", 0) or 0) >= 500
            code = "" if down or not isinstance(body, dict) else str(body.get("error") or "")
            raise of_slack(code) from None
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            log.warning("slack.install_failed reason=%s", type(error).__name__)
            raise _FailedError(pages.SLACK_DOWN) from None
        org, team, who = (made.get(part) or {} for part in ("enterprise", "team", "authed_user"))
        if not token or not (team.get("id") or org.get("id")):
            log.warning("slack.install_failed reason=an answer without a bot's token")
            raise _FailedError(pages.SLACK_DOWN)
        return Theirs(
            app_id=made.get("app_id"),
            enterprise_id=org.get("id"),
            enterprise_name=org.get("name"),
            enterprise_url=known.get("url"),
            team_id=team.get("id"),
            team_name=team.get("name"),
            bot_token=token,
            bot_id=known.get("bot_id"),
            bot_user_id=made.get("bot_user_id"),
            bot_scopes=str(made.get("scope") or ""),
            bot_refresh_token=made.get("refresh_token"),
            bot_token_expires_in=made.get("expires_in"),
            user_id=str(who.get("id") or ""),
            is_enterprise_install=bool(made.get("is_enterprise_install")),
        )


def of_slack(code: str) -> _FailedError:
    """The page for an error of Slack's; what only the operator can mend stands in the log."""
    if code in _STALE_CODES:
        return _FailedError(pages.STALE)
    if code in _WRONG_APP:
        mend = "check DATELINE_SLACK_CLIENT_ID, DATELINE_SLACK_CLIENT_SECRET and the redirect URL of the manifest"
        log.error("slack.install_failed reason=%s do=%s", code, mend)
        return _FailedError(pages.MISCONFIGURED, code)
    shown = code if _CODE.fullmatch(code) else ""
    if not code or code in ("fatal_error", "internal_error", "ratelimited", "service_unavailable", "request_timeout"):
        log.warning("slack.install_failed reason=%s", shown or "no answer of Slack's")
        return _FailedError(pages.SLACK_DOWN, shown)
    log.info("slack.install_refused reason=%s", shown)
    return _FailedError(pages.TURNED_DOWN, shown)


class _States(AsyncOAuthStateStore):
    """Bolt's states in our database."""

    def __init__(self, opened: OpenInstallations, clock: Callable[[], datetime]) -> None:
        self._opened, self._clock = opened, clock

    @property
    def logger(self) -> logging.Logger:
        return quiet

    async def async_issue(self, *args: Any, **kwargs: Any) -> str:  # noqa: ARG002
        state, now = secrets.token_urlsafe(32), self._clock()
        await (await self._opened()).issue(state, now, now + timedelta(seconds=STATE_SECONDS))
        return state

    async def async_consume(self, state: str) -> bool:
        return await (await self._opened()).consume(state, self._clock())


class _Store(AsyncInstallationStore):
    """Bolt's installations as ours. Bolt only saves: who speaks where is `installed`'s matter."""

    def __init__(self, met: Callable[[Installation], Awaitable[None]], clock: Callable[[], datetime]) -> None:
        self._met, self._clock = met, clock

    @property
    def logger(self) -> logging.Logger:
        return quiet

    async def async_save(self, installation: Theirs) -> None:
        try:
            await self._met(ours(installation, self._clock()))
        except NotKept as error:
            raise BoltError(str(error)) from error


def ours(made: Theirs, now: datetime) -> Installation:
    """What Slack gave, as we keep it. Names of people and addresses of webhooks are left behind."""
    org = bool(made.is_enterprise_install)
    ends = made.bot_token_expires_at
    return Installation(
        id=str((made.enterprise_id if org else made.team_id) or ""),
        token=str(made.bot_token or ""),
        refresh=made.bot_refresh_token or "",
        expires=datetime.fromtimestamp(ends, UTC) if ends is not None else None,
        org=org,
        enterprise=made.enterprise_id or "",
        name=str((made.enterprise_name if org else made.team_name) or "")[:255],
        app=made.app_id or "",
        user=made.bot_user_id or "",
        bot=made.bot_id or "",
        installer=made.user_id or "",
        scopes=tuple(made.bot_scopes or ()),
        installed=now,
    )


def _html(page: str, status: int = 200) -> web.Response:
    headers = dict(pages.HEADERS)
    headers.pop("Content-Type")
    return web.Response(text=page, status=status, headers=headers, content_type="text/html", charset="utf-8")
