"""Secrets from the environment: values that never print, and which of them a chat platform needs together.

A platform whose secrets are only half there is switched off with one line that names what is missing, never a value.
`bot.config` reads the environment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DISCORD_TOKEN = "DATELINE_DISCORD_TOKEN"  # noqa: S105  the name of a variable
SLACK_BOT_TOKEN = "DATELINE_SLACK_BOT_TOKEN"  # noqa: S105
SLACK_APP_TOKEN = "DATELINE_SLACK_APP_TOKEN"  # noqa: S105
SLACK_SIGNING_SECRET = "DATELINE_SLACK_SIGNING_SECRET"  # noqa: S105
SLACK_CLIENT_ID = "DATELINE_SLACK_CLIENT_ID"
SLACK_CLIENT_SECRET = "DATELINE_SLACK_CLIENT_SECRET"  # noqa: S105
SECRETS_KEY = "DATELINE_SECRETS_KEY"
DATABASE_URL = "DATELINE_DATABASE_URL"
HEARTBEAT_URL = "DATELINE_HEARTBEAT_URL"
SECRETS = (
    DATABASE_URL,
    HEARTBEAT_URL,
    DISCORD_TOKEN,
    SLACK_BOT_TOKEN,
    SLACK_APP_TOKEN,
    SLACK_SIGNING_SECRET,
    SLACK_CLIENT_ID,
    SLACK_CLIENT_SECRET,
    SECRETS_KEY,
)
NO_KEY = (
    f"{SECRETS_KEY} holds something that is no key: `dateline keys new` prints one; several are separated by commas"
)


class Secret:
    """A secret that prints as `***` wherever it lands. `reveal` is called only where the platform needs it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "***"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> str:
        raise TypeError("a secret is not written down")


@dataclass(frozen=True, slots=True)
class Slack:
    """One workspace, by Socket Mode (`app_token`) or by HTTP (`signing_secret`); with both, Socket Mode is used."""

    bot_token: Secret
    app_token: Secret | None = None
    signing_secret: Secret | None = None

    @property
    def secrets(self) -> tuple[Secret, ...]:
        return tuple(one for one in (self.bot_token, self.app_token, self.signing_secret) if one is not None)


@dataclass(frozen=True, slots=True)
class SlackApp:
    """An app that any workspace may install, by HTTP. `public` is its address without a slash at the end; the first of
    `keys` seals what the database keeps of tokens, every one opens it."""

    client_id: str
    client_secret: Secret
    signing_secret: Secret
    keys: tuple[Secret, ...]
    public: str

    @property
    def secrets(self) -> tuple[Secret, ...]:
        return (self.client_secret, self.signing_secret, *self.keys)


def slack_of(env: Mapping[str, str], public: str, off: dict[str, str]) -> Slack | SlackApp | None:
    """What Slack has in the environment; None and, where some of it is there, the line that says what is missing."""
    if SLACK_CLIENT_ID in env or SLACK_CLIENT_SECRET in env:
        if wrong := _wrong_app(env, public):
            off["slack"] = wrong
            return None
        keys = tuple(Secret(key) for key in keys_of(env))
        signing, client = Secret(env[SLACK_SIGNING_SECRET]), Secret(env[SLACK_CLIENT_SECRET])
        return SlackApp(env[SLACK_CLIENT_ID], client, signing, keys, public)
    return _one_workspace(env, off)


def keys_of(env: Mapping[str, str]) -> tuple[str, ...]:
    """The keys, the one that seals first; none where one of them is no key."""
    from adapters.store.sealing import is_key

    keys = tuple(key for part in env.get(SECRETS_KEY, "").split(",") if (key := part.strip()))
    return keys if all(map(is_key, keys)) else ()


def _wrong_app(env: Mapping[str, str], public: str) -> str:
    """What keeps these secrets from being an app for many workspaces; empty where nothing does."""
    one = next((name for name in (SLACK_BOT_TOKEN, SLACK_APP_TOKEN) if name in env), None)
    if one:
        return (
            f"{SLACK_CLIENT_ID} is for an app that many workspaces install, {one} for a single one: unset one of them"
        )
    needed = (SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_SIGNING_SECRET, SECRETS_KEY)
    missing = [name for name in needed if name not in env]
    if missing:
        told = [f"{name} (`dateline keys new` prints one)" if name == SECRETS_KEY else name for name in missing]
        return f"an app that many workspaces install also needs {' and '.join(told)}"
    if not keys_of(env):
        return NO_KEY
    if not public:
        return 'an app that many workspaces install needs its address: write public = "https://…" under [http]'
    return ""


def _one_workspace(env: Mapping[str, str], off: dict[str, str]) -> Slack | None:
    bot, app, signing = (env.get(name) for name in (SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET))
    if (bot or "").startswith("xapp-") or (app or "").startswith("xoxb-"):
        off["slack"] = f"{SLACK_BOT_TOKEN} begins with xoxb- and {SLACK_APP_TOKEN} with xapp-: they are swapped"
    elif bot and not (app or signing):
        second = f"{SLACK_APP_TOKEN} (Socket Mode) or {SLACK_SIGNING_SECRET} (HTTP)"
        off["slack"] = f"{SLACK_BOT_TOKEN} alone is not enough: set {second} as well"
    elif (app or signing) and not bot:
        off["slack"] = f"{SLACK_BOT_TOKEN} is missing: set it to the bot token, which begins with xoxb-"
    elif bot:
        return Slack(Secret(bot), Secret(app) if app else None, Secret(signing) if signing else None)
    return None
