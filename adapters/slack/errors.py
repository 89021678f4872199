"""What Slack or the wire answered → the contract's outlet errors, in words an owner can act on. Pure.

It decides nothing about retries: delivery does. Codes: https://docs.slack.dev/reference/methods/chat.postMessage#errors.
A post is `Ambiguous` wherever the request may have reached Slack, for Slack has no idempotency key to repeat it with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from adapters.contract import Ambiguous, Gone, OutletError, RateLimited, Refused, TooLong, Unavailable

BOT_TOKEN: Final = "DATELINE_SLACK_BOT_TOKEN"  # noqa: S105 - the name of the variable, not its value
APP_TOKEN: Final = "DATELINE_SLACK_APP_TOKEN"  # noqa: S105 - the name of the variable, not its value
SIGNING_SECRET: Final = "DATELINE_SLACK_SIGNING_SECRET"  # noqa: S105 - the name of the variable, not its value

CREDENTIAL_CODES: Final = frozenset(
    {
        "account_inactive",
        "app_not_installed",
        "invalid_auth",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "token_expired",
        "token_revoked",
    }
)
"""Answers that no retry mends: the token itself is wrong, dead or of another kind."""

DEAD_CODES: Final = frozenset(
    {"account_inactive", "app_not_installed", "invalid_auth", "token_expired", "token_revoked"}
)
"""Those of them that say of a workspace's token: this one is no more."""

_WAIT: Final = frozenset({"message_limit_exceeded", "rate_limited", "ratelimited"})
_UNSURE: Final = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
_TOO_LONG: Final = frozenset(
    {
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "too_many_attachments",
    }
)
_HOW_TO_MEND: Final = {
    "cant_update_message": "the message is not Dateline's, or of a kind that takes no edit",
    "channel_not_found": "check the channel id and, in a private channel, say /invite @Dateline there",
    "edit_window_closed": "the workspace lets no message that old be edited",
    "is_archived": "un-archive the channel or give the subscription another one",
    "message_not_found": "the message is no longer there",
    "missing_scope": "add the scope to the app and reinstall it",
    "not_in_channel": "say /invite @Dateline in the channel",
    "restricted_action": "let the app post there (channel settings, posting permissions)",
    "restricted_action_non_threadable_channel": "this channel takes no app posts: choose another one",
    "restricted_action_read_only_channel": "the channel is read-only: let the app post there or choose another one",
    "restricted_action_thread_only_channel": "the channel takes replies only: choose another one",
}
DEFAULT_WAIT_SECONDS: Final = 30.0
"""Where Slack asks to wait without saying how long."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came back from a Web API call: Slack's error code (empty if the body was no answer of Slack's), the HTTP
    status, seconds to wait where given, the scope Slack missed."""

    code: str
    status: int
    retry_after: float | None = None
    needed: str = ""


def of_answer(said: Said, place: str) -> OutletError:
    """The outlet error for an answer that is not `ok`."""
    code = said.code
    if said.status == 429 or code in _WAIT:
        wait = DEFAULT_WAIT_SECONDS if said.retry_after is None else said.retry_after
        return RateLimited(f"Slack asks to wait {wait:g} s before posting to {place}", wait)
    if said.status >= 500 or code in _UNSURE or not code:
        return Ambiguous(
            f"Slack answered {code or 'nothing it documents'} (HTTP {said.status}): posted or not is unknown"
        )
    if code in CREDENTIAL_CODES:
        return Gone(f"Slack no longer accepts the bot token ({code}): reinstall the app and renew {BOT_TOKEN}")
    if code in _TOO_LONG:
        return TooLong(f"Slack refused the form of the message ({code})")
    mend = _HOW_TO_MEND.get(code, "see the error's entry under chat.postMessage in Slack's reference")
    needed = f", needs {said.needed}" if said.needed else ""
    return Refused(f"Slack refused the post to {place} ({code}{needed}): {mend}")


def of_failure(failure: BaseException, place: str) -> OutletError:
    """The outlet error for a request that got no answer."""
    import aiohttp

    what = type(failure).__name__
    if isinstance(failure, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL):
        return Unavailable(f"no connection to Slack ({what}): nothing was sent to {place}")
    return Ambiguous(f"the connection to Slack broke ({what}) while posting to {place}: posted or not is unknown")
