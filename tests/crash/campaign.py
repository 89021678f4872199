"""Kill, restart, count: what the crash suite and its long form share. Nothing here is random without a seed."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.crash.child import PARTS, Life
from tests.crash.server import Chat, serving
from tests.stores import CREATED, fresh_file

ROOT = Path(__file__).resolve().parents[2]
DUE = CREATED + timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class World:
    """How the platform behaves, how long a restart takes, what goes wrong on the wire."""

    name: str
    platform: str
    remembers: float = 0.0
    searchable: bool = True
    restart: float = 5.0
    faults: tuple[str, ...] = ()
    keeps: bool = True
    publish: bool = False


WORLDS = (
    World("nonce", "discord", remembers=180.0, searchable=False),
    World("nonce, late", "discord", remembers=180.0, restart=600.0),
    World("search", "slack"),
    World("search, replies lost", "slack", faults=("lost", "dropped", "", "lost")),
    World("nonce, replies lost", "discord", remembers=180.0, faults=("lost", "down", "lost", "limited")),
    World("neither", "other", searchable=False),
    World("forum", "discord", keeps=False),
    World("forum, replies lost", "discord", keeps=False, faults=("lost", "dropped", "", "lost")),
    World("announcement", "discord", remembers=180.0, publish=True),
)


@dataclass
class Count:
    """What became of all parts of all runs."""

    kills: int = 0
    doubled: int = 0
    lost: int = 0
    unknown: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        self.kills += other.kills
        self.doubled += other.doubled
        self.lost += other.lost
        self.unknown += other.unknown
        self.faults += other.faults

    def __str__(self) -> str:
        return f"kills {self.kills} doubled {self.doubled} lost {self.lost} unknown {self.unknown}"


class Nursery:
    """The warm process; `live` runs one life and gives its steps and its end."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    async def live(self, life: Life) -> tuple[list[str], int]:
        answer = json.loads(await asyncio.to_thread(self._ask, json.dumps(asdict(life))))
        return answer["steps"], answer["exit"]

    def _ask(self, question: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(question + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


class Fresh:
    """Lives of a new interpreter each, as after a real restart: nothing in it is warm or inherited. Deaths are at
    steps: at a random moment it would still be importing."""

    async def live(self, life: Life) -> tuple[list[str], int]:
        assert not life.kill_after
        command = (sys.executable, "-m", "tests.crash.child", json.dumps(asdict(life)))
        child = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
        said, _ = await child.communicate()
        assert child.returncode is not None
        return said.decode().splitlines(), child.returncode


@contextmanager
def nursery() -> Iterator[Nursery]:
    """The warm process, ended at the end."""
    command = (sys.executable, "-m", "tests.crash.nursery")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield Nursery(process)


@dataclass
class Ground:
    """Where runs take place: whoever lives the lives, a folder, and for each world a database in which all have
    subscribed."""

    nest: Nursery | Fresh
    folder: Path
    names: str = "a"
    _subscribed: dict[str, bytes] = field(default_factory=dict)

    async def run(self, world: World, deaths: Sequence[int | float]) -> Count:
        """Deliver one slot, dying once for each of `deaths` (a step's number, or seconds as a float), then live on."""
        count = Count()
        chat = Chat(world.remembers, world.searchable)
        chat.faults.extend(world.faults)
        async with serving(chat):
            database = await self._database(world, chat)
            now = DUE.timestamp() + 1
            for death in deaths:
                step, after = (0, death) if isinstance(death, float) else (death, 0.0)
                _, ended = await self.nest.live(self._life(database, world, chat, now, step, after))
                count.kills += ended == -9
                now += world.restart
            steps, ended = await self.nest.live(self._life(database, world, chat, now))
            if ended != 0:
                count.faults.append(f"{world.name} {list(deaths)}: the last life ended with {ended}: {steps[-1:]}")
        self._judge(world, database, chat, deaths, count)
        return count

    def _life(self, database: Path, world: World, chat: Chat, now: float, step: int = 0, after: float = 0.0) -> Life:
        death = {"kill_at": step, "kill_after": after}
        manners = {"names": self.names, "keeps": world.keeps, "publish": world.publish}
        return Life(str(database), chat.port, world.platform, now, **death, **manners)  # type: ignore[arg-type]

    async def _database(self, world: World, chat: Chat) -> Path:
        """A file of its own for one run."""
        path = fresh_file(self.folder)
        for leftover in self.folder.glob(f"{path.name}-*"):
            leftover.unlink()
        kind = f"{world.platform} {world.publish}"
        if kind not in self._subscribed:
            await self.nest.live(self._life(path, world, chat, CREATED.timestamp()))
            self._subscribed[kind] = path.read_bytes()
        path.write_bytes(self._subscribed[kind])
        return path

    def _judge(self, world: World, database: Path, chat: Chat, deaths: Sequence[object], count: Count) -> None:
        standing = chat.texts()
        with closing(sqlite3.connect(database)) as connection:
            rows = connection.execute("SELECT subscription, part, state FROM deliveries ORDER BY 1, 2").fetchall()
            receipts = connection.execute("SELECT receipt, part, owed FROM deliveries ORDER BY part").fetchall()
        wanted = [text_of(name, part) for name in self.names for part in range(PARTS)]
        unknown = {text_of(name, part) for name, part, state in rows if state == "unknown"}
        doubled = sum(times - 1 for times in standing.values())
        lost = sum(1 for text in wanted if not standing[text] and text not in unknown)
        strange = set(standing) - set(wanted)
        unsettled = [row for row in rows if row[2] not in ("sent", "unknown")]
        count.unknown += len(unknown)
        count.doubled += doubled
        count.lost += lost
        if doubled or lost or strange or unsettled or len(rows) != len(wanted):
            count.faults.append(f"{world.name} {list(deaths)}: stands {dict(standing)}, rows {rows}")
        if world.publish and (
            set(chat.published) != {receipt for receipt, *_ in receipts} or any(r[2] for r in receipts)
        ):
            count.faults.append(f"{world.name} {list(deaths)}: published {dict(chat.published)}, rows {receipts}")
        if world.searchable or world.remembers:  # elsewhere nobody knows the first one's id
            count.faults += _strays(chat)


def _strays(chat: Chat) -> Iterator[str]:
    """Further messages that did not say beneath which first one of their own digest they belong."""
    texts = [text for _, text, _ in chat.standing]
    for text, first in zip(texts, chat.firsts, strict=True):
        own = text.rpartition(" ")[0]
        if first != ("" if text.endswith(" 0") else str(texts.index(f"{own} 0"))):
            yield f"{text!r} stands beneath {first!r}"


def text_of(name: str, part: int, place: str = "C1") -> str:
    """What stands in the channel once this part is posted."""
    return f"{place}: {name} {CREATED:%d %H:%M}–{DUE:%d %H:%M} part {part}"
