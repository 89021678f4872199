"""Small voting files for tests, in both layouts, and the register they are read with."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from adapters.undl import Report, import_file
from adapters.votefile import FILE, Votes, open_votes
from bench.votefiles import HEADER
from briefs.records import Register
from briefs.seats import Seats
from tests.archives import shipped

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
OLD_HEADER = (
    "undl_id", "ms_codes", "ms_names", "ms_votes", "resolutions", "title", "modality", "draft", "committee_report",
    "meeting", "agenda_titles", "subjects", "date", "yes", "no", "abstentions", "non-voting", "total-voting",
    "undl_link",
)  # fmt: skip


@cache
def register() -> Register:
    return shipped().register


@cache
def seats() -> Seats:
    return Seats(register())


def call(undl_id: str, votes: dict[str, str], day: str = "2022-03-02", **cells: str) -> list[dict[str, str]]:
    """One roll call: `votes` maps a code (or "code/name") to its letter; totals are right unless given."""
    letters = list(votes.values())
    whole = {
        "undl_id": undl_id, "date": day, "session": "76", "resolution": "A/RES/76/1", "title": "A text",
        "agenda_title": "", "subjects": "", "total_yes": f"{letters.count('Y')}.0", "total_no": str(letters.count("N")),
        "total_abstentions": str(letters.count("A")), "total_non_voting": str(letters.count("X")), "total_ms": "",
        "undl_link": f"https://digitallibrary.un.org/record/{undl_id}", **cells,
    }  # fmt: skip
    rows = []
    for member, letter in votes.items():
        code, _, name = member.partition("/")
        rows.append({**whole, "ms_code": code, "ms_name": name or code, "ms_vote": letter})
    return rows


def table(*calls: list[dict[str, str]], header: tuple[str, ...] = HEADER) -> str:
    """As CSV with this header; every roll call's rows after each other."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    spelt = dict(zip(("ms_codes", "ms_names", "ms_votes", "resolutions", "agenda_titles", "yes", "no", "abstentions",
                      "non-voting"), ("ms_code", "ms_name", "ms_vote", "resolution", "agenda_title", "total_yes",
                      "total_no", "total_abstentions", "total_non_voting"), strict=True))  # fmt: skip
    for row in (row for rows in calls for row in rows):
        writer.writerow([row.get(column, row.get(spelt.get(column, ""), "")) for column in header])
    return out.getvalue()


def written(folder: Path, content: str | bytes, name: str = "votes.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def imported(path: Path, folder: Path, **options: Any) -> Report:
    return import_file(path, folder, register(), NOW, **options)


def held(folder: Path) -> Votes:
    votes = open_votes(folder / FILE, seats(), tuple(register().rules.values()))
    assert votes is not None
    return votes


def day(text: str) -> date:
    return date.fromisoformat(text)
