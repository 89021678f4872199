"""Settings → running parts: which rooms there are, where state lives, what the console shows first.

Chat libraries are imported only for the platforms that have a token. `bot.cli` calls `run_console` or `run_chats`;
`bot.app` keeps what is made here going.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adapters.administration import Administration
from adapters.console.client import ConsoleOutlet, ConsoleRoom, asked, show, show_failed
from adapters.contract import Request, Room, Subscription
from adapters.installations import Installations, NotKept, OpenInstallations
from adapters.store.errors import StoreError
from bot.app import App
from bot.archives import Shelves
from bot.catalogue import catalogue, menus
from bot.commands import Desk
from bot.config import Settings
from bot.mistakes import Mistakes
from bot.secret import Secret, Slack, SlackApp
from bot.silence import Watch
from bot.standing import follow_names
from briefs.document import Document, Paragraph, say
from briefs.naming import Found, Names
from briefs.wording.catalogue import words
from briefs.wording.notices import speaking, word

if TYPE_CHECKING:
    from adapters.store.store import Store

log = logging.getLogger("dateline.app")

DATABASE = "dateline.db"
HISTORY = "console-history"
DISCORD_COMMANDS = "discord-commands"
DISCORD_SIGN_INS = "discord-sign-ins"
CLAIM_SECONDS = 1.0
"""How long after its start a process waits for the database before it answers without."""


def now() -> datetime:
    """The clock of the process: aware UTC. Everything below it takes time as an argument."""
    return datetime.now(UTC)


def subscriptions_of(settings: Settings, names: Names) -> tuple[Subscription, ...]:
    """The file's subscriptions with ids for names. Raises `MistakesError`."""
    mistakes = Mistakes()

    def actor(typed: str) -> str | None:
        found = names.find_actor(typed)
        return found.id if isinstance(found, Found) else None

    def issue(typed: str) -> str | None:
        found = names.find_issue(typed)
        return found.id if isinstance(found, Found) else None

    bound = follow_names(settings.subscriptions, settings.file, actor, issue, mistakes)
    mistakes.settle()
    return bound


def show_first(desk: Desk, settings: Settings) -> None:
    """The digest and the answer the console opens with: answers, not deliveries."""
    first = settings.console
    if sys.stdin.isatty():
        spoken = speaking(desk.language)
        day = words(spoken).day(first.day)
        hint = word("console-first", spoken, day=day, ask=first.ask.removeprefix("/"))
        show(Document("", (Paragraph((say(hint),)),)))
        sys.stdout.write("\n")
    digest = Request("digest", given={"day": first.day.isoformat()}, platform="console")
    for number, request in enumerate((digest, asked(first.ask))):
        sys.stdout.write("\n" if number else "")
        try:
            document = desk.answer_now(request).document
        except Exception:
            show_failed(language=speaking(desk.language))
        else:
            show(document)  # a reader who left (`| head`) is no failed answer


async def run_console(settings: Settings, shelves: Shelves, desk: Desk, wanted: Sequence[Subscription]) -> int:
    """The prompt, with the schedule behind it, until the person leaves."""
    sys.stdout.write("\n")
    room = ConsoleRoom(
        settings.data / HISTORY,
        commands=catalogue(),
        answer=desk.answer,
        complete=desk.complete,
        clock=now,
        language=desk.language,
    )
    settle_down()
    app = _app(settings, shelves, desk, wanted)
    app.rooms, app.hangup_reloads = [room], False
    return await app.run()


async def run_chats(settings: Settings, shelves: Shelves, desk: Desk, wanted: Sequence[Subscription]) -> int:
    """The chat platforms that have what they need, from this one process, until stopped."""
    for platform, reason in settings.off.items():
        log.error("platform.disabled platform=%s reason=%s", platform, reason)
    settle_down()
    app = _app(settings, shelves, desk, wanted)
    app.rooms, app.outlets = _rooms(settings, desk, app), [ConsoleOutlet(now)]
    if not app.rooms:
        log.error("app.nothing_left refused=%s do=mend what is named above, then start again", ",".join(settings.off))
        return 1
    log.info("app.started platforms=%s", ",".join(room.platform for room in app.rooms))
    return await app.run()


def settle_down() -> None:
    """Once the records are read: what lives as long as the process is left out of every later look for garbage."""
    gc.collect()
    gc.freeze()


def _app(settings: Settings, shelves: Shelves, desk: Desk, wanted: Sequence[Subscription]) -> App:
    return App(
        desk=desk,
        rooms=(),
        outlets=(),
        subscriptions=wanted,
        open_store=lambda: open_database(settings.data, settings.database),
        reload=shelves.changed,
        clock=now,
        admin=settings.admin,
        watch=Watch(settings.silence, _beat(settings), speaking(desk.language)),
    )


def _beat(settings: Settings) -> Callable[[], Awaitable[None]] | None:
    if settings.heartbeat is None:
        return None
    from adapters.heartbeat import Heartbeat

    return Heartbeat(settings.heartbeat.reveal()).beat


async def open_database(data: Path, server: Secret | None = None) -> Store:
    """The server's database, or the file in a data folder; made on first use. Raises a `StoreError`."""
    from adapters.store import open_store

    return await open_store(server.reveal() if server else data / DATABASE)


class Noted:
    """A note of Discord's room in the database. `without` says what becomes of it where it cannot be kept."""

    def __init__(self, app: App, name: str, without: str) -> None:
        self._app = app
        self._name = name
        self._without = without

    async def load(self) -> str | None:
        """The note; None where there is none or no database to look into."""
        await self._app.store_tried.wait()
        try:
            return await self._app.store.note(self._name).load() if self._app.store else None
        except StoreError as error:
            log.error("store.unusable reason=%s then=%s", error, self._without)
            return None

    async def save(self, value: str) -> None:
        """Keep the note, where that can be done."""
        try:
            if self._app.store:
                await self._app.store.note(self._name).save(value)
        except StoreError as error:
            log.error("store.unusable reason=%s then=%s", error, self._without)

    async def swap(self, was: str | None, value: str) -> bool:
        """Keep the note where it is still as it was; True too where it cannot be kept, as if nobody else were there."""
        try:
            return await self._app.store.note(self._name).swap(was, value) if self._app.store else True
        except StoreError as error:
            log.error("store.unusable reason=%s then=%s", error, self._without)
            return True


def claim_of(app: App, platform: str) -> Callable[[str, bool], Awaitable[bool]]:
    """Whether this process is the first of all on its database to take up what a platform tells.

    On a file, which one process serves but for the seconds of a change-over, only what has an effect is claimed; on a
    server database each replica may hear everything. Without a database this process is alone.
    """

    async def claim(id_: str, effect: bool) -> bool:
        try:
            with suppress(TimeoutError):  # who asked does not wait longer for an answer
                await asyncio.wait_for(app.store_tried.wait(), CLAIM_SECONDS)
            store = app.store
            if store is None or not (effect or store.database.shared):
                return True
            return await store.claims.take(f"{platform}:{'act' if effect else 'ask'}:{id_}", app.shared_now())
        except StoreError as error:
            log.error("store.unusable reason=%s then=taken up here", error)
            return True

    return claim


def administration_of(desk: Desk, app: App) -> Administration:
    """What those who look after a server can do, over this application."""
    from bot.office.catalogue import errands, group_summary
    from bot.office.errands import Office
    from bot.office.outlook import Window

    scheduling = app.scheduled.is_set
    office = Office(lambda: app.store, app.compose, desk, now, app.nudge, app.lacks, scheduling, app.select, app.outlet)

    window = Window(lambda: app.store, desk)

    async def present(platform: str, here: Collection[str], said_of: Callable[[str], bool]) -> None:
        await app.store_tried.wait()  # a platform may have signed in before the database was opened
        await office.present(platform, here, said_of)

    return Administration(
        errands(), group_summary, office.ask, office.administer, office.propose, present, window.outlook, desk.spoken
    )


def _rooms(settings: Settings, desk: Desk, app: App) -> list[Room]:
    rooms: list[Room] = []
    desk.prefixes = {"slack": settings.slack_prefix}
    if settings.discord:
        from adapters.discord.client import DiscordRoom
        from adapters.discord.signing_in import SignIns

        rooms.append(
            DiscordRoom(
                settings.discord.token.reveal(),
                catalogue(),
                desk.answer,
                desk.complete,
                Noted(app, DISCORD_COMMANDS, "the commands are told again at the next start"),
                language=desk.language,
                take_report=app.take_report,
                administration=administration_of(desk, app),
                menus=menus(),
                sign_ins=SignIns(
                    Noted(app, DISCORD_SIGN_INS, "sign-ins are counted by this process alone"), app.shared_now
                ),
                shards=settings.discord.shards,
                claim=claim_of(app, "discord"),
            )
        )
    if settings.slack:
        from adapters.slack.client import SlackRoom

        rooms.append(
            SlackRoom(
                **_slack_secrets(settings.slack, app),
                host=settings.http.host,
                port=settings.http.port,
                commands=catalogue(),
                answer=desk.answer,
                complete=desk.complete,
                take_report=app.take_report,
                language=desk.language,
                administration=administration_of(desk, app),
                menus=menus(),
                prefix=settings.slack_prefix,
                managers=settings.slack_managers,
            )
        )
    return rooms


def _slack_secrets(slack: Slack | SlackApp, app: App) -> dict[str, Any]:
    """What a Slack room is given to sign in with: one workspace's tokens, or an app and where its tokens are kept."""
    if isinstance(slack, SlackApp):
        from adapters.slack.installed import Distribution

        opened = _installations(app, slack)
        offered = Distribution(slack.client_id, slack.client_secret.reveal(), slack.public, opened)
        return {"bot_token": "", "signing_secret": slack.signing_secret.reveal(), "distribution": offered}
    tokens = {"app_token": slack.app_token, "signing_secret": slack.signing_secret}
    given = {name: token.reveal() for name, token in tokens.items() if token is not None}
    return {"bot_token": slack.bot_token.reveal(), **given}


def _installations(app: App, slack: SlackApp) -> OpenInstallations:
    """The installations, once the database is open."""
    from adapters.store.sealing import KeyRing

    ring = KeyRing([key.reveal() for key in slack.keys])

    async def opened() -> Installations:
        await app.store_tried.wait()
        if app.store is None:
            raise NotKept("the database is not open; see the log above")
        return app.store.installations(ring)

    return opened
