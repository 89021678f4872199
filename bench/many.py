"""Ten thousand record files: reading them, taking one change up, answering and finding among them.

The files are invented: made-up sources report made-up acts of real members on the register's issues, in every shape
that curators use most. They are written into a folder of their own and read by the same path as the shipped ones.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from adapters.contract import Request
    from bench.__main__ import Figure
    from bot.commands import Desk

FILES = 10_000
RUNS = 5
ACTORS = (
    "KHM",
    "VNM",
    "LAO",
    "THA",
    "SGP",
    "JPN",
    "FRA",
    "DEU",
    "USA",
    "CHN",
    "IND",
    "BRA",
    "ZAF",
    "KEN",
    "EGY",
    "NOR",
)
NOUNS = ("ceasefire", "embargo", "corridor", "pipeline", "harbour", "grain", "border", "census", "envoy", "treaty")
KINDS = ("northern", "joint", "coastal", "provisional", "wartime", "bilateral", "seasonal", "disputed", "regional")
DEEDS = ("condemn", "welcome", "praise", "support", "deplore")
FIRST = date(2018, 1, 1)


def text_of(number: int, issues: tuple[str, ...]) -> str:
    """One invented file: a source and one record of it."""
    pick = random.Random(number)
    day = FIRST + timedelta(days=pick.randrange(2800))
    actor, other = pick.sample(ACTORS, 2)
    what = f"the {pick.choice(KINDS)} {pick.choice(NOUNS)} near marker {number}"
    said = f"{what} would be {pick.choice(('reopened', 'watched', 'moved', 'shared'))} {pick.choice(('soon', 'later'))}"
    act = f"act: {pick.choice(DEEDS)}\n  by: {actor}\n  what: {what}"
    words = f"act: statement\n  by: {other}\n  quotes:\n    q1: {said}"
    return f"""source:
  id: invented-{number}
  publisher: Invented Gazette {number % 40}
  class: press
  lang: en
  title: Notes on {what}
  url: https://example.org/gazette/{number}
  published: {day.isoformat()}
  licence: invented

records:
- id: deed
  {act if number % 2 else words}
  issue: {pick.choice(issues)}
  date: {day.isoformat()}
  ev: [Notes on {what}]
"""


def write_files(folder: Path, count: int = FILES) -> None:
    """`count` invented files, a hundred a folder."""
    from adapters.files.loading import find_records_dir, load

    register = load(find_records_dir() / "register", [find_records_dir()]).archive.register
    issues = tuple(register.issues)
    for number in range(count):
        shelf = folder / f"{number // 100:03}"
        shelf.mkdir(parents=True, exist_ok=True)
        (shelf / f"invented-{number}.yaml").write_text(text_of(number, issues), "utf-8")


def figures(data: Path) -> Iterator[Figure]:
    """Ten thousand record files: read, read again, one changed; then positions and findings among them."""
    from bench.__main__ import Figure, cpu_of

    folder = data / "many"
    write_files(folder)
    base = min(cpu_of(["-c", "import adapters.files.loading"], data)[0] for _ in range(RUNS))
    yield Figure("10,000 record files, read and compiled", cpu_of(_loading(folder), data)[0] - base, 8.0, "s")
    cpu_of(_loading(folder), data)  # stamps of files just written prove nothing: this time they are old enough
    again = min(cpu_of(_loading(folder), data)[0] for _ in range(RUNS)) - base
    yield Figure("10,000 record files, from the compiled file", again, 0.4, "s")
    yield from _among(folder, data)


def _loading(folder: Path) -> list[str]:
    script = (
        "import sys; from pathlib import Path\n"
        "from adapters.files.loading import find_records_dir, load\n"
        "load(find_records_dir() / 'register', [Path(sys.argv[1])], Path(sys.argv[2]))\n"
    )
    return ["-c", script, str(folder), str(folder.with_name("records.compiled"))]


def _among(folder: Path, data: Path) -> Iterator[Figure]:
    from adapters.contract import Request
    from bench.__main__ import Figure
    from bot.archives import Shelves
    from bot.commands import Desk
    from bot.config import NamePolicy
    from bot.serving import settle_down

    shelves = Shelves((folder,), data, NamePolicy())
    desk = Desk(shelves.open(), lambda: datetime.now(UTC))
    desk.held.warm(desk.today())
    settle_down()
    spent = []
    for number in range(RUNS):
        changed = folder / "042" / f"invented-{4200 + number}.yaml"
        changed.write_text(changed.read_text("utf-8").replace("title: ", "title: Further "), "utf-8")
        begun = time.process_time()
        held = shelves.changed()
        spent.append(time.process_time() - begun)
        assert held is not None, "the change was not seen"
        held.warm(desk.today())
        desk.swap(held)
    yield Figure("one of 10,000 files changed, taken up", min(spent), 0.3, "s")
    issues = tuple(desk.held.archive.register.issues)[: len(ACTORS)]
    asked = [
        partial(anew, desk, Request("position", given={"actor": actor, "issue": issue}))
        for actor in ACTORS
        for issue in issues
    ]
    yield _p99("/position on an issue, among 10,000 records, p99", asked, 0.005)
    asked = [partial(anew, desk, Request("position", given={"actor": actor})) for actor in ACTORS]
    yield _p99("/position without an issue, among 10,000 records, p99", asked, 0.005)
    asked = [partial(anew, desk, Request("timeline", given={"actor": actor})) for actor in ACTORS]
    yield _p99("/timeline, among 10,000 records, p99", asked, 0.05)
    words = list(_queries())
    yield _p99("finding, among 10,000 records, p99", [partial(desk.held.finder.find, one, 24) for one in words], 0.01)
    yield _p99("/find, answered, p99", [partial(anew, desk, Request("find", one)) for one in words], 0.05)


def anew(desk: Desk, request: Request) -> object:
    """The answer, told and proved and not remembered."""
    desk.swap(desk.held)
    return desk.answer_now(request)


def _queries() -> Iterator[str]:
    """What people type: a word, a few, some with a slip, some that everything has."""
    pick = random.Random(7)
    for number in range(400):
        words = [pick.choice(KINDS), pick.choice(NOUNS), *(["marker", str(number)] if number % 3 else [])]
        words = pick.sample(words, pick.randint(1, len(words)))
        yield " ".join(_slip(word, pick) if number % 2 and len(word) > 4 else word for word in words)


def _slip(word: str, pick: random.Random) -> str:
    at = pick.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _p99(name: str, asked: list[Callable[[], object]], budget: float) -> Figure:
    from bench.__main__ import Figure

    for ask in asked:
        ask()
    spent = []
    for ask in asked * max(1, 200 // len(asked)):
        begun = time.process_time()
        ask()
        spent.append(time.process_time() - begun)
    note = f"median {statistics.median(spent) * 1000:.1f} ms over {len(spent)}"
    return Figure(name, statistics.quantiles(spent, n=100)[98], budget, "s", note)
