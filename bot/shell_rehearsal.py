"""`dateline rehearse`: the coming week of every subscription, or of one, from the database and the records of this
machine. It writes nothing and asks no platform; `bot.operating` parses and prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from adapters.contract import Address, Subscription
from adapters.store.entries import Delivery, Standing
from adapters.store.store import Store
from bot.app import App, news_times, record_digests
from bot.archives import Shelves
from bot.commands import Desk
from bot.composing import Cutter
from bot.config import Settings
from bot.office.preferences import by_server
from bot.office.rehearsing import Stage
from bot.rehearsal import Rehearsal, rehearse
from bot.serving import DATABASE, open_database, subscriptions_of
from bot.slots import next_slot
from briefs import amending
from briefs.document import Document
from briefs.plain import plain

ALL = 10_000
"""On a terminal every sentence is told with its reasons."""
ASKED_THERE = "What Dateline may lack in the channel, /subscription rehearse says there."
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Paper:
    """Cuts as a platform does, and posts nowhere."""

    platform: str

    def parts(self, document: Document) -> Sequence[Document]:
        """The document as messages that each keep the platform's limits."""
        if self.platform == "discord":
            from adapters.discord.render import parts

            return parts(document)
        if self.platform == "slack":
            from adapters.slack.render import parts as slack_parts

            return slack_parts(document)
        return (document,)

    def threads(self, address: Address) -> bool:
        """As ordered: whether Dateline may make a thread there, Discord alone knows."""
        return self.platform == "discord" and address.thread


@dataclass(frozen=True, slots=True)
class Known:
    """What the database holds: orders with their place in time, their ledgers, since when records are held."""

    standings: tuple[Standing, ...]
    rows: Mapping[str, Sequence[Delivery]]


async def rehearsals(
    settings: Settings, records: tuple[Path, ...], only: str | None, clock_now: datetime
) -> tuple[Desk, tuple[Rehearsal, ...]]:
    """Each running or paused subscription rehearsed, by its id. Raises `RecordsRefusedError`, `MistakesError`, a
    `StoreError`."""
    shelves = Shelves(records, settings.data, settings.names)
    desk = Desk(shelves.open(), lambda: clock_now, settings.names.language)
    wanted = subscriptions_of(settings, desk.held.shelf.names)
    app = App(desk, (), (), wanted, _never, shelves.changed, lambda: clock_now)
    known = await _known(app, settings, wanted, only, clock_now)
    made = (
        rehearse(one, known.rows.get(one.subscription.id, ()), clock_now, app.compose, app.select, cutter(one))
        for one in known.standings
    )
    return desk, tuple(made)


def cutter(standing: Standing) -> Cutter:
    """How its messages are cut."""
    return Paper(standing.subscription.address.platform)


def pages(desk: Desk, made: Sequence[Rehearsal], zone: str, *, full: bool) -> Iterator[str]:
    """Each rehearsal as text; with `full`, the very messages of the next digest too."""
    stage = Stage(desk.held.shelf.names, desk.language, zone, ALL)
    for one in made:
        order = one.standing.subscription
        yield f"{plain(stage.document([(one, ())]))}\n\n{order.address.platform} {order.address.place}. {ASKED_THERE}"
        for number, message in enumerate(one.messages if full else (), 1):
            yield f"--- {order.id}, message {number} of {len(one.messages)} ---\n{plain(message)}"


async def _known(
    app: App, settings: Settings, wanted: Sequence[Subscription], only: str | None, now: datetime
) -> Known:
    digests = record_digests(app.desk.held.archive)
    if settings.database is None and not (settings.data / DATABASE).is_file():
        app.recorded = news_times(app.desk.held.archive, dict.fromkeys(digests, now))
        return Known(_chosen((), wanted, only, now), {})
    store = await open_database(settings.data, settings.database)
    try:
        seen = {**dict.fromkeys(digests, now), **await store.seen.known()}
        archive = app.desk.held.archive
        app.recorded = news_times(archive, seen)
        app.noted = amending.news(archive.history, await store.changes.known()) if archive.history else {}
        app.desk.prefers = by_server(await store.servers.all())
        chosen = _chosen(await store.subscriptions.all(), wanted, only, now)
        return Known(chosen, await _rows(store, chosen))
    finally:
        await store.close()


async def _rows(store: Store, standings: Sequence[Standing]) -> Mapping[str, Sequence[Delivery]]:
    return {one.subscription.id: await store.ledger.history(one.subscription.id) for one in standings}


def _chosen(
    held: Sequence[Standing], wanted: Sequence[Subscription], only: str | None, now: datetime
) -> tuple[Standing, ...]:
    """Those of the database, and those of the file that no process has mirrored yet: these begin now."""
    known = {one.subscription.id: one for one in held}
    new = [one for one in wanted if one.id not in known]
    fresh = {one.id: Standing(one, now + _INSTANT, next_slot(one, now).due) for one in new}
    both = {**known, **fresh}
    return tuple(both[id_] for id_ in sorted(both) if only in (None, id_))


async def _never() -> Store:
    raise RuntimeError("a rehearsal opens the database itself")
