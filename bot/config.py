"""dateline.toml and the environment → frozen `Settings`. Reads two small files and nothing else; starts nothing.

The file holds what one may show, the environment (or `.env` beside the file) the secrets. A mistake is one clear line;
all of them come at once as `MistakesError`. A platform whose secrets are only half there is switched off with a line in
`Settings.off`, so that the others go on. Documented in `dateline.toml` and `.env.example`; `bot.app` reads the result.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from adapters.contract import Address, Subscription
from adapters.discord.shards import Shards
from bot.mistakes import Mistakes, Table, day, nearest, string
from bot.secret import DATABASE_URL, DISCORD_TOKEN, HEARTBEAT_URL, SECRETS, Secret, Slack, SlackApp, slack_of
from bot.silence import KEYS, Limits, heartbeat_of, limits_of
from bot.standing import place, read_standing
from briefs.tongues import ENGLISH, LANGUAGES

T = TypeVar("T")

FILE = "dateline.toml"
ENV_FILE = ".env"
DATA = "DATELINE_DATA"
CONFIG = "DATELINE_CONFIG"
NAMES = "DATELINE_NAMES"
LANGUAGE = "DATELINE_LANGUAGE"
DISCORD_SHARDS = "DATELINE_DISCORD_SHARDS"
VARIABLES = (DATA, CONFIG, NAMES, LANGUAGE, DISCORD_SHARDS, *SECRETS)
CHATS = ("discord", "slack")
_PREFIX = "DATELINE_"
_TABLES = ("admin", "console", "discord", "http", "language", "names", "silence", "slack", "subscription")
_SERVER = re.compile(r"postgres(ql)?(\+[a-z0-9]+)?://")
_SLACK = ("managers", "prefix")
SLACK_MANAGERS = ("installer", "admins")
_COMMAND_PREFIX = re.compile(r"[a-z0-9][a-z0-9_-]{0,11}")
_POLICIES = ("usual", "un", "iso", "file")
_FIRST_DAY = date(2022, 3, 3)
_FIRST_QUESTION = "position cambodia"


@dataclass(frozen=True, slots=True)
class Discord:
    """Discord's bot token, and the shards this process connects; None: all that Discord advises."""

    token: Secret
    shards: Shards | None = None


@dataclass(frozen=True, slots=True)
class Http:
    """Where Slack's HTTP requests are taken. Loopback unless configured: a proxy with TLS stands in front, under the
    address `public` (no slash at the end; empty where it is not told)."""

    host: str = "127.0.0.1"
    port: int = 8080
    public: str = ""


@dataclass(frozen=True, slots=True)
class Console:
    """What the console shows first: the digest of a day, then the answer to a question."""

    day: date = _FIRST_DAY
    ask: str = _FIRST_QUESTION


@dataclass(frozen=True, slots=True)
class NamePolicy:
    """What actors are called in English briefs: `usual`, `un`, `iso`, or `file` with a team's own list
    (`adapters.display`); and the language of answers to questions that name none, and of digests."""

    policy: str = "usual"
    file: Path | None = None
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. `off` has one line for each platform that is only half configured."""

    data: Path
    database: Secret | None = None
    """The address of a PostgreSQL database, for several replicas; None: an SQLite file in `data`."""
    discord: Discord | None = None
    slack: Slack | SlackApp | None = None
    http: Http = Http()
    slack_managers: tuple[str, ...] = SLACK_MANAGERS
    """Who may order digests on Slack (`adapters.slack.rights`)."""
    slack_prefix: str = ""
    """What stands before the name of every slash command on Slack, for workspaces whose other apps own such names."""
    console: Console = Console()
    names: NamePolicy = NamePolicy()
    admin: tuple[Address, ...] = ()
    """Channels of the operators: what readers report is told there, and what is silent."""
    silence: Limits = field(default_factory=Limits)
    heartbeat: Secret | None = None
    """The address that is called every minute while all is well."""
    subscriptions: tuple[Subscription, ...] = ()
    off: Mapping[str, str] = field(default_factory=dict)
    file: str = FILE

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret in clear, for striking them out of the log."""
        held = [self.discord.token] if self.discord else []
        held += [one for one in (self.database, self.heartbeat) if one]
        return tuple(secret.reveal() for secret in (*held, *(self.slack.secrets if self.slack else ())))

    @property
    def chats(self) -> bool:
        """Whether any chat platform was asked for, usable or not: then `run` serves instead of opening the console."""
        return bool(self.discord or self.slack or self.off)


def checkout() -> Path | None:
    """The checkout this code runs from; None where it is installed without one."""
    root = Path(__file__).resolve().parent.parent
    return root if (root / "pyproject.toml").is_file() and (root / "records").is_dir() else None


def environment(environ: Mapping[str, str], folder: Path) -> dict[str, str]:
    """`.env` of that folder under the real environment, which wins; empty values count as unset."""
    merged: dict[str, str] = {}
    file = folder / ENV_FILE
    if file.is_file():
        from dotenv import dotenv_values  # only where there is such a file: `dateline ask` starts without it

        merged = {key: value for key, value in dotenv_values(file).items() if value}
    merged.update({key: value for key, value in environ.items() if value})
    return {key: value.strip() for key, value in merged.items() if value.strip()}


def home(environ: Mapping[str, str]) -> Path:
    """The folder with dateline.toml and `.env`: the working folder if it has one of them, else the checkout."""
    here = Path.cwd()
    if (here / FILE).is_file() or (here / ENV_FILE).is_file() or environ.get(CONFIG):
        return here
    return checkout() or here


def data_folder(env: Mapping[str, str]) -> Path:
    """Where state lives: `DATELINE_DATA`, else `.dateline/` in a checkout, else the user's data folder."""
    if env.get(DATA):
        return Path(env[DATA]).expanduser().absolute()
    root = checkout()
    if root:
        return root / ".dateline"
    import platformdirs

    return Path(platformdirs.user_data_dir("dateline", appauthor=False))


def load_database(environ: Mapping[str, str]) -> tuple[Path, Secret | None]:
    """The data folder and the server's database, for the commands that need nothing else. Raises `MistakesError`."""
    env = environment(environ, home(environ))
    mistakes = Mistakes()
    found = data_folder(env), _database(env, mistakes)
    mistakes.settle()
    return found


def _database(env: Mapping[str, str], mistakes: Mistakes) -> Secret | None:
    """The address of the server's database, if one is given. It is told nowhere: it may hold a password."""
    given = env.get(DATABASE_URL)
    if given is None:
        return None
    if not _SERVER.match(given):
        mend = "it looks like postgresql://user:password@host/name; without it an SQLite file is used"
        mistakes.add(f"{ENV_FILE} or environment: {DATABASE_URL}", "no address of a PostgreSQL database", mend)
    return Secret(given)


def load_settings(environ: Mapping[str, str], now: datetime) -> Settings:
    """Settings of this machine. Raises `MistakesError` with every mistake, one line each."""
    folder = home(environ)
    env = environment(environ, folder)
    mistakes = Mistakes()
    _misspelt_variables(env, mistakes)
    file = Path(env[CONFIG]).expanduser() if env.get(CONFIG) else folder / FILE
    content = _toml(file, mistakes, needed=bool(env.get(CONFIG)))
    off: dict[str, str] = {}
    top = Table(file.name, "", content, mistakes, _TABLES)
    http = _http(top, file, mistakes)
    shards = _shards(top, file, env, mistakes)
    called = heartbeat_of(env.get(HEARTBEAT_URL), f"{ENV_FILE} or environment: {HEARTBEAT_URL}", mistakes)
    settings = Settings(
        data=data_folder(env),
        database=_database(env, mistakes),
        discord=Discord(Secret(env[DISCORD_TOKEN]), shards) if DISCORD_TOKEN in env else None,
        slack=slack_of(env, http.public, off),
        http=http,
        slack_managers=_managers(top, file, mistakes),
        slack_prefix=_prefix(top, file, mistakes),
        console=_console(Table(file.name, "console", top.get("console") or {}, mistakes, ("digest", "ask"))),
        names=_names(top, file, env, mistakes),
        admin=_admin(Table(file.name, "admin", top.get("admin") or {}, mistakes, CHATS)),
        silence=limits_of(Table(file.name, "silence", top.get("silence") or {}, mistakes, KEYS)),
        heartbeat=Secret(called) if called else None,
        subscriptions=read_standing(file.name, content.get("subscription", []), mistakes, now),
        off=off,
        file=file.name,
    )
    mistakes.settle()
    return settings


def load_name_policy(environ: Mapping[str, str]) -> NamePolicy:
    """The names alone, for the commands that need nothing else of the settings. Raises `MistakesError`."""
    return _alone(environ, _names)


def load_for_manifest(environ: Mapping[str, str]) -> tuple[str, str]:
    """What Slack's manifest needs of the settings: the prefix of commands, the public address. Raises
    `MistakesError`."""
    return _alone(
        environ, lambda top, file, _, mistakes: (_prefix(top, file, mistakes), _http(top, file, mistakes).public)
    )


def load_shards(environ: Mapping[str, str]) -> Shards | None:
    """The shards alone, for the look at Discord. Raises `MistakesError`."""
    return _alone(environ, _shards)


def _alone(environ: Mapping[str, str], read: Callable[[Table, Path, Mapping[str, str], Mistakes], T]) -> T:
    """What one reader finds; other keys may be whatever they are."""
    folder = home(environ)
    env = environment(environ, folder)
    mistakes = Mistakes()
    file = Path(env[CONFIG]).expanduser() if env.get(CONFIG) else folder / FILE
    content = _toml(file, mistakes, needed=bool(env.get(CONFIG)))
    found = read(Table(file.name, "", content, mistakes, content.keys()), file, env, mistakes)
    mistakes.settle()
    return found


def _prefix(top: Table, file: Path, mistakes: Mistakes) -> str:
    """`[slack] prefix`: "dl-" makes /position into /dl-position."""
    table = Table(file.name, "slack", top.get("slack") or {}, mistakes, _SLACK)
    return table.parsed("prefix", _command_prefix, "", 'write at most 12 of a-z, 0-9, - and _, like "dl-"')


def _managers(top: Table, file: Path, mistakes: Mistakes) -> tuple[str, ...]:
    """`[slack] managers`: who may order digests and change settings there."""
    table = Table(file.name, "slack", top.get("slack") or {}, mistakes, _SLACK)
    if not table.has("managers"):
        return SLACK_MANAGERS
    mend = 'write a list of "installer", "admins", "channel-creator" and ids of members like "U0123456789"'
    return table.parsed("managers", _list_of_managers, SLACK_MANAGERS, mend)


def _list_of_managers(value: object) -> tuple[str, ...]:
    from adapters.slack.rights import is_manager

    if not isinstance(value, list) or not all(is_manager(string(one)) for one in value):
        raise ValueError(value)
    return tuple(str(one) for one in value)


def _command_prefix(value: object) -> str:
    if not _COMMAND_PREFIX.fullmatch(string(value)):
        raise ValueError(value)
    return str(value)


def _shards(top: Table, file: Path, env: Mapping[str, str], mistakes: Mistakes) -> Shards | None:
    """`DATELINE_DISCORD_SHARDS` before `[discord] shards`: "auto", or which of how many."""
    mend = 'write "auto", or which of how many, like "0-3/16": they count from 0 to one less than how many'
    table = Table(file.name, "discord", top.get("discord") or {}, mistakes, ("shards",))
    written, wanted = table.parsed("shards", _which_shards, None, mend), env.get(DISCORD_SHARDS)
    try:
        return _which_shards(wanted) if wanted else written
    except ValueError:
        mistakes.add(f"{ENV_FILE} or environment: {DISCORD_SHARDS}", f'"{wanted}" names no shards', mend)
        return None


def _which_shards(value: object) -> Shards | None:
    return None if value == "auto" else Shards.read(string(value))


def _names(top: Table, file: Path, env: Mapping[str, str], mistakes: Mistakes) -> NamePolicy:
    """`DATELINE_NAMES` (a policy, or the path of a list) before the table [names]; the language beside them."""
    return replace(_policy(top, file, env, mistakes), language=_language(top, env, mistakes))


def _language(top: Table, env: Mapping[str, str], mistakes: Mistakes) -> str:
    """`DATELINE_LANGUAGE` before the key `language`."""
    mend = f"write one of {', '.join(LANGUAGES)}"
    wanted = env.get(LANGUAGE)
    if wanted is None:
        return top.parsed("language", _one_language, ENGLISH, mend)
    if wanted not in LANGUAGES:
        mistakes.add(f"{ENV_FILE} or environment: {LANGUAGE}", f'"{wanted}" is no language here', mend)
        return ENGLISH
    return wanted


def _one_language(value: object) -> str:
    if value not in LANGUAGES:
        raise ValueError(value)
    return str(value)


def _policy(top: Table, file: Path, env: Mapping[str, str], mistakes: Mistakes) -> NamePolicy:
    wanted = env.get(NAMES)
    if wanted in _POLICIES[:3]:
        return NamePolicy(wanted)
    if wanted:
        return NamePolicy("file", Path(wanted).expanduser().absolute())
    table = Table(file.name, "names", top.get("names") or {}, mistakes, ("policy", "file"))
    given = table.parsed("file", string, "", 'write the path of your list, like "names.tsv"')
    policy = table.parsed("policy", string, "file" if given else "usual", f"write one of {', '.join(_POLICIES)}")
    if policy not in _POLICIES:
        table.wrong("policy", nearest(policy, _POLICIES))
    elif (policy == "file") != bool(given):
        mend = "name your list under file, or choose usual, un or iso" if not given else 'write policy = "file" with it'
        table.wrong("file", mend, "is missing" if not given else f'is not read under policy = "{policy}"')
    return NamePolicy(policy, (file.parent / Path(given).expanduser()).absolute() if given else None)


def _toml(file: Path, mistakes: Mistakes, *, needed: bool) -> dict[str, object]:
    """The file as a dictionary; empty where there is none or where it cannot be read."""
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        if needed:
            mistakes.add(CONFIG, f"there is no file {file.name}", "name an existing file or remove the variable")
    except OSError as error:
        mistakes.add(file.name, f"cannot be read ({error.strerror})", "let this user read it")
    except UnicodeDecodeError as error:
        mistakes.add(file.name, f"is not UTF-8 at byte {error.start}", "save it as UTF-8")
    except tomllib.TOMLDecodeError as error:
        mistakes.add(file.name, f"is not TOML: {error}", "mend that line; the shipped file shows every key")
    return {}


def _misspelt_variables(env: Mapping[str, str], mistakes: Mistakes) -> None:
    """A variable that nearly bears a known name is a mistake: it would silently do nothing."""
    known = {name.removeprefix(_PREFIX): name for name in VARIABLES}
    for name in sorted(env):
        if name.startswith(_PREFIX) and name not in VARIABLES:
            close = difflib.get_close_matches(name.removeprefix(_PREFIX), known, n=1, cutoff=0.75)
            if close:
                mistakes.add(
                    f"{ENV_FILE} or environment: {name}", "no such variable", f"did you mean {known[close[0]]}?"
                )


def _http(top: Table, file: Path, mistakes: Mistakes) -> Http:
    table = Table(file.name, "http", top.get("http") or {}, mistakes, ("host", "port", "public"))
    host = table.parsed("host", string, "127.0.0.1", 'write an address like "127.0.0.1"')
    port = table.parsed("port", _port, 8080, "write a number from 1 to 65535")
    return Http(
        host, port, table.parsed("public", _public, "", 'write the address others reach, like "https://your.host"')
    )


def _public(value: object) -> str:
    """An https address without a slash at the end."""
    parts = urlsplit(string(value))
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError(value)
    return str(value).strip().rstrip("/")


def _port(value: object) -> int:
    if type(value) is not int or not 1 <= value <= 65535:
        raise ValueError(value)
    return value


def _admin(table: Table) -> tuple[Address, ...]:
    """One channel a platform."""
    return tuple(Address(chat, place(table, chat, chat)) for chat in CHATS if table.has(chat))


def _console(table: Table) -> Console:
    first = table.parsed("digest", day, _FIRST_DAY, "write a day like 2022-03-03")
    return Console(first, table.parsed("ask", string, _FIRST_QUESTION, f'write a question like "{_FIRST_QUESTION}"'))
