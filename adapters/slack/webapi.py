"""Slack's Web API as this room uses it: one call is one request, and every ending is one of the contract's errors.

The library's own retries are off, because a post whose answer was lost may already stand in the channel. Its logger is
kept quiet, because it prints what users wrote; what went wrong is told in the errors. It knows no document
and no command.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from adapters.contract import CredentialsRefused, OutletError
from adapters.slack.errors import CREDENTIAL_CODES, DEAD_CODES, Said, of_answer, of_failure

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

log = logging.getLogger("dateline.slack")
quiet = logging.getLogger("dateline.slack.library")
"""Given to Slack's libraries. Their own words would hold users' words, tokens and one-time addresses."""
quiet.setLevel(logging.CRITICAL)


WANT_TEAM: Final = frozenset(
    {"conversations.create", "conversations.list", "usergroups.list", "users.conversations", "users.list"}
)
"""Methods that must be told the workspace where a token is an organisation's
(https://api.slack.com/enterprise/apps/changes-apis; others find it by the channel or the person)."""

READS: Final = frozenset({"conversations", "history", "info", "list", "members", "replies"})
"""How methods that read are called. They take a form and pass over JSON, which only methods that write take
(https://docs.slack.dev/apis/web-api#methods_supporting_json)."""

Mend: TypeAlias = Callable[[str, OutletError], Awaitable["WebApi"]]
"""(Slack's code, what would be raised) for a token that Slack refused → the Web API to try once more with; raises what
the call ends with where there is none."""


class WebApi:
    """Calls with one token, on one session opened at first use. `base_url` is for tests, `seconds` for one request."""

    def __init__(self, token: str, *, base_url: str | None = None, seconds: float = 30.0) -> None:
        self._token = token
        self._base_url = base_url
        self._seconds = seconds
        self._client: AsyncWebClient | None = None
        self._shared: WebApi = self
        self._team = ""
        self._mend: Mend | None = None

    def speaking_for(self, token: str, team: str = "", mend: Mend | None = None) -> WebApi:
        """The same session with another workspace's token. `team`: the workspace to name where the token is its
        organisation's. `mend` is asked where Slack refuses the token."""
        other = WebApi(token, base_url=self._base_url, seconds=self._seconds)
        other._shared, other._team, other._mend = self._shared, team, mend
        return other

    def client(self) -> AsyncWebClient:
        """The library's client, as Bolt and the socket want it."""
        if self._shared is not self:
            return self._shared.client()
        if self._client is None or self._client.session is None or self._client.session.closed:
            import aiohttp
            from slack_sdk.web.async_client import AsyncWebClient

            self._client = AsyncWebClient(
                token=self._token,
                base_url=self._base_url or AsyncWebClient.BASE_URL,
                session=aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=self._seconds)),
                retry_handlers=[],
                logger=quiet,
            )
        return self._client

    def tokenless(self) -> AsyncWebClient:
        """A client for Bolt's inside: with no token of its own it makes no call of its own."""
        from slack_sdk.web.async_client import AsyncWebClient

        return AsyncWebClient(base_url=self._base_url or AsyncWebClient.BASE_URL, retry_handlers=[], logger=quiet)

    async def close(self) -> None:
        if self._client is not None and self._client.session is not None:
            await self._client.session.close()

    async def call(self, place: str, method: str, asking: Mapping[str, Any]) -> Mapping[str, Any]:
        """The answer to one call about `place`. Raises an `OutletError` for everything that is not `ok`."""
        return (await self.answered(place, method, asking))[0]

    async def answered(
        self, place: str, method: str, asking: Mapping[str, Any]
    ) -> tuple[Mapping[str, Any], Mapping[str, str]]:
        """The same with the headers of the answer, by their names in small letters."""
        import aiohttp
        from slack_sdk.errors import SlackApiError

        named = {"team_id": self._team} if self._team and method in WANT_TEAM else {}
        try:
            answer = await self.client().api_call(method, **self._packed(method, {**named, **asking}))
        except SlackApiError as error:
            said = _said(error)
            ending = of_answer(said, place)
            if self._mend is None or said.code not in DEAD_CODES:
                raise ending from error
            again = await self._mend(said.code, ending)
            return await again.answered(place, method, asking)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise of_failure(error, place) from error
        headers = {str(name).lower(): str(value) for name, value in (answer.headers or {}).items()}
        return (answer.data if isinstance(answer.data, dict) else {}), headers

    def _packed(self, method: str, asking: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments and token as the method takes them."""
        if method.rpartition(".")[2] not in READS:
            return {"json": {"token": self._token, **asking}}  # the library moves the token to the header
        form = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in asking.items()}
        return {"data": form, "headers": {"Authorization": f"Bearer {self._token}"}}

    async def sign_in(self, method: str, token: str, variable: str) -> Mapping[str, Any]:
        """A call that only a good token can make. Raises `CredentialsRefused` naming `variable`, or ConnectionError."""
        import aiohttp
        from slack_sdk.errors import SlackApiError

        if not re.fullmatch(r"[!-~]+", token):  # blanks or line ends within would break the header
            raise CredentialsRefused(f"{variable} is empty or holds characters that no Slack token has")
        try:
            answer = await self.client().api_call(method, json={"token": token})  # the library moves it to the header
        except SlackApiError as error:
            said = _said(error)
            if said.code in CREDENTIAL_CODES or said.code == "missing_scope":
                needed = f", needs {said.needed}" if said.needed else ""
                raise CredentialsRefused(f"Slack refused {variable} ({said.code}{needed})") from None
            raise ConnectionError(f"Slack answered {method} with {said.code or said.status}") from None
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise ConnectionError(f"Slack cannot be reached for {method} ({type(error).__name__})") from None
        return answer.data if isinstance(answer.data, dict) else {}

    async def respond(self, url: str, payload: dict[str, Any]) -> str:
        """Send an answer to a command's `response_url`; "" if it arrived, else how it failed.

        Tries once more where the connection breaks: here, seen twice is better than never. Where Slack refuses the
        blocks, the words go out as text, as with a post.
        """
        ending, said = await self._responded(url, payload)
        if said.startswith("invalid_blocks") and "blocks" in payload:
            log.error("slack.payload_refused place=answer reason=%s then=text", ending)
            ending, said = await self._responded(url, {key: payload[key] for key in payload if key != "blocks"})
        return ending

    async def _responded(self, url: str, payload: dict[str, Any]) -> tuple[str, str]:
        """How it failed ("" if it arrived), and what was said to it."""
        import aiohttp
        from slack_sdk.webhook.async_client import AsyncWebhookClient

        hook = AsyncWebhookClient(url, session=self.client().session, retry_handlers=[], logger=quiet)
        ending, said = "", ""
        for _ in range(2):
            try:
                answer = await hook.send_dict(payload)
            except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
                ending = type(error).__name__
                continue
            if answer.status_code == 200:
                return "", ""
            ending, said = f"HTTP {answer.status_code}", str(answer.body)
            if answer.status_code < 500:
                break
        return ending, said


def code_of(error: OutletError) -> str:
    """Slack's own code behind an ending; empty where it gave none."""
    from slack_sdk.errors import SlackApiError

    return _said(error.__cause__).code if isinstance(error.__cause__, SlackApiError) else ""


def _said(error: Any) -> Said:
    """What a SlackApiError tells; its response is Slack's, or aiohttp's where the body was no JSON."""
    response = error.response
    data = getattr(response, "data", None)
    body = data if isinstance(data, dict) else {}
    status = int(getattr(response, "status_code", 0) or getattr(response, "status", 0))
    wait = (getattr(response, "headers", None) or {}).get("Retry-After")
    try:
        seconds = None if wait is None else float(wait)
    except ValueError:
        seconds = None
    return Said(str(body.get("error") or ""), status, seconds, str(body.get("needed") or ""))
