"""An invented voting file in the layout of the UN Digital Library, of any length; the same seed gives the same bytes.

`python -m bench.votefiles ROWS PATH` writes one. Members, memberships and codes are the register's; texts come back
year after year as in the Assembly, every member of the day has a row, totals are right. No vote in it is real.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from adapters.files.loading import find_records_dir, load
from briefs.records import Register
from briefs.seats import Seats

HEADER = (
    "undl_id", "ms_code", "ms_name", "ms_vote", "date", "session", "resolution", "draft", "committee_report",
    "meeting", "title", "agenda_title", "subjects", "vote_note", "total_yes", "total_no", "total_abstentions",
    "total_non_voting", "total_ms", "undl_link",
)  # fmt: skip
ROOT = Path(__file__).resolve().parent.parent
_TAIL = " : resolution / adopted by the General Assembly"
_THEMES = (
    ("Situation of human rights in the Islamic Republic of Iran", "Human rights.", "HUMAN RIGHTS--IRAN"),
    (
        "Necessity of ending the economic, commercial and financial embargo imposed by the United States of America"
        " against Cuba",
        "Cuba embargo.",
        "CUBA--UNITED STATES",
    ),
    ("Nuclear disarmament", "General and complete disarmament.", "NUCLEAR DISARMAMENT"),
    ("Permanent sovereignty of the Palestinian people", "Question of Palestine.", "PALESTINE QUESTION"),
    ("The occupied Syrian Golan", "The situation in the Middle East.", "SYRIAN GOLAN"),
    ("Prevention of an arms race in outer space", "Outer space.", "ARMS RACE--OUTER SPACE"),
    ("Oceans and the law of the sea", "Oceans and the law of the sea.", "LAW OF THE SEA"),
    (
        "Implementation of the Declaration on the Granting of Independence to Colonial Countries and Peoples",
        "Decolonization.",
        "DECOLONIZATION",
    ),
)
_WORDS = ("budget", "peace", "trade", "water", "science", "health", "women", "food", "transport", "ageing", "youth")
_SPAN = (date(1946, 12, 1), date(2025, 12, 1))


def shipped() -> Register:
    """The register of this checkout."""
    return load(find_records_dir() / "register", ()).archive.register


def rows(wanted: int, register: Register, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """At least `wanted` rows, ending with a whole roll call, oldest call first."""
    seats, random = Seats(register), Random(seed)
    calls = wanted // 155 + 1
    length = (_SPAN[1] - _SPAN[0]).days
    leaning = {seat: random.random() for seat in seats.ids}
    done = 0
    for number in range(10 * calls):
        if done >= wanted:
            return
        day = _SPAN[0] + timedelta(days=min(length, number * length // calls))
        for row in _call(number, day, seats, random, leaning):
            done += 1
            yield row


def _call(number: int, day: date, seats: Seats, random: Random, leaning: dict[str, float]) -> Iterator[tuple[str, ...]]:
    session = day.year - 1945
    title, agenda, subjects = _theme(number, random)
    tilt = Random(title).random()  # a text comes back and most members vote as they did
    members = [seat for seat in seats.ids if seats.member(seat, day)]
    votes = [_vote(leaning[seat], tilt, random) for seat in members]
    totals = [f"{votes.count(option)}.0" for option in "YNAX"]
    undl_id = str(100_000 + number)
    tail = (
        day.isoformat(), str(session), f"A/RES/{session}/{number % 400 + 1}", f"A/{session}/L.{number % 90 + 1}",
        f"A/{session}/{400 + number % 80}", f"A/{session}/PV.{number % 80 + 1}", title, agenda, subjects, "",
        *totals, f"{len(members)}.0", f"https://digitallibrary.un.org/record/{undl_id}",
    )  # fmt: skip
    for seat, vote in zip(members, votes, strict=True):
        yield (undl_id, seat, seats.told(seat, day).name.upper(), vote, *tail)


def _theme(number: int, random: Random) -> tuple[str, str, str]:
    if number % 3:
        title, agenda, subjects = _THEMES[number % len(_THEMES)]
        return title + _TAIL, agenda, subjects
    one, other = random.sample(_WORDS, 2)
    title = f"Report of the Secretary-General on {one} and {other} in the work of the United Nations system"
    return title + _TAIL, f"Economic and social questions: {one}.", f"{one.upper()}--{other.upper()}"


def _vote(leaning: float, tilt: float, random: Random) -> str:
    drawn = random.random()
    if drawn < 0.08:
        return "X"
    stands = (leaning + tilt) / 2 if drawn > 0.092 else random.random()
    return "Y" if stands < 0.6 else "A" if stands < 0.75 else "N"


def write_file(path: Path, wanted: int, register: Register, seed: int = 1) -> int:
    """Write the file; how many rows it has."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        done = 0
        for row in rows(wanted, register, seed):
            writer.writerow(row)
            done += 1
    return done


if __name__ == "__main__":
    print(write_file(Path(sys.argv[2]), int(sys.argv[1]), shipped()))
