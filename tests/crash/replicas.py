"""Three replicas on one PostgreSQL database, killed at will; what is left is finished by one that comes after them.

A run is three lives at once and a last one. Who dies is silent from then on: before the last life begins, what the dead
held has run out, as after ninety seconds, and the platform is ninety seconds older.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from tests.crash.campaign import DUE, Count, Nursery, World, nursery, text_of
from tests.crash.child import PARTS, Life, place_of
from tests.crash.server import Chat, serving
from tests.peers import postgres
from tests.stores import CREATED

REPLICAS = 3
NAMES = "abcdef"
PLACES = 3
TAKEN_OVER = 95.0
"""Seconds until a silent replica's lanes are free, and a tick of another comes."""
WORLDS = (
    World("nonce", "discord", remembers=180.0, searchable=False),
    World("nonce, replies lost", "discord", remembers=180.0, faults=("lost", "down", "lost", "limited", "dropped")),
    World("search", "slack"),
    World("search, replies lost", "slack", faults=("lost", "dropped", "", "lost", "limited")),
)
Death = int | float
"""A step's number, or seconds as a float; 0 lives."""


@dataclass
class Fleet:
    """Three warm processes on one server."""

    nests: Sequence[Nursery]
    _subscribed: dict[str, str] = field(default_factory=dict)

    async def run(self, world: World, deaths: Sequence[Death]) -> Count:
        """Three at once, each dying as its death says; then one that finishes."""
        count = Count()
        chat = Chat(world.remembers, world.searchable)
        chat.faults.extend(world.faults)
        async with serving(chat):
            database = await self._database(world, chat)
            now = DUE.timestamp() + 1
            lives = [self._life(database, world, chat, now, f"r{n}", death) for n, death in enumerate(deaths)]
            ended = await asyncio.gather(*(nest.live(life) for nest, life in zip(self.nests, lives, strict=True)))
            count.kills = sum(code == -9 for _, code in ended)
            strange = [said[-1:] for said, code in ended if code not in (0, -9)]
            await asyncio.to_thread(postgres.run_in, database, "UPDATE lanes SET until = until - interval '1 hour'")
            last = self._life(database, world, chat, now + TAKEN_OVER, "last")
            said, code = await self.nests[0].live(last)
            if code != 0 or strange:
                count.faults.append(f"{world.name} {list(deaths)}: ended with {code}: {said[-1:]}, {strange}")
        await asyncio.to_thread(self._judge, world, database, chat, deaths, count)
        return count

    def _life(self, database: str, world: World, chat: Chat, now: float, me: str, death: Death = 0) -> Life:
        step, after = (0, death) if isinstance(death, float) else (death, 0.0)
        return Life(
            database, chat.port, world.platform, now, step, after, NAMES, world.keeps, world.publish, PLACES, me=me
        )

    async def _database(self, world: World, chat: Chat) -> str:
        """A database of its own for one run, in which all have subscribed."""
        if world.platform not in self._subscribed:
            address, name = await asyncio.to_thread(postgres.named_database)
            await self.nests[0].live(self._life(address, world, chat, CREATED.timestamp(), "first"))
            self._subscribed[world.platform] = name
        address, _ = await asyncio.to_thread(postgres.named_database, self._subscribed[world.platform])
        return address

    def _judge(self, world: World, database: str, chat: Chat, deaths: Sequence[Death], count: Count) -> None:
        standing = chat.texts()
        told = postgres.run_in(database, "SELECT subscription, part, state FROM deliveries ORDER BY 1, 2")
        rows = [tuple(line.split("|")) for line in told.splitlines()]
        places = {name: place_of(number, PLACES) for number, name in enumerate(NAMES)}
        wanted = [text_of(name, part, places[name]) for name in NAMES for part in range(PARTS)]
        unknown = {text_of(name, int(part), places[name]) for name, part, state in rows if state == "unknown"}
        count.unknown = len(unknown)
        count.doubled = sum(times - 1 for times in standing.values())
        count.lost = sum(1 for text in wanted if not standing[text] and text not in unknown)
        unsettled = [row for row in rows if row[2] not in ("sent", "unknown")]
        orderly = all(_in_order(chat, place) for place in set(places.values()))
        if count.doubled or count.lost or unsettled or set(standing) - set(wanted) or not orderly:
            count.faults.append(f"{world.name} {list(deaths)}: stands {chat.texts()}, rows {rows}")
        postgres.drop(database)


def _in_order(chat: Chat, place: str) -> bool:
    """Whether the parts of each digest of that channel stand in their order."""
    texts = [text for _, text, _ in chat.standing if text.startswith(f"{place}:")]
    parts = {}
    for text in texts:
        name, _, number = text.rpartition(" part ")
        if parts.get(name, -1) > int(number):
            return False
        parts[name] = int(number)
    return True


@contextmanager
def fleet() -> Iterator[Fleet]:
    """Three warm processes, ended at the end."""
    with ExitStack() as stack:
        yield Fleet([stack.enter_context(nursery()) for _ in range(REPLICAS)])


def deaths(chance: random.Random) -> Iterator[tuple[World, list[Death]]]:
    """Who dies when, for ever: mostly all three, at steps and at random moments."""
    while True:
        plan: list[Death] = [
            chance.randint(1, 14) if chance.random() < 0.6 else chance.uniform(0.02, 0.25) for _ in range(3)
        ]
        if chance.random() < 0.3:
            plan[chance.randrange(3)] = 0
        yield chance.choice(WORLDS), plan
