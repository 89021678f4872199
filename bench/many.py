"""Ten thousand record files: reading them, taking one change up, answering and finding among them.

The files are invented: made-up sources report made-up acts of real members on the register's issues, in every shape
that curators use most. They are written into a folder of their own and read by the same path as the shipped ones.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass

FILES = 10_000
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
