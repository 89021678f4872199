"""The shipped records as archives, read once per test process by the product's own reading and assembling."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from briefs.archive import Archive
from briefs.assembly import assemble
from briefs.codebook import SourceClass, VoteOption
from briefs.reading import FileContent, read
from briefs.records import RollCall, Source, Tally

RECORDS = Path(__file__).parent.parent / "records"


def archive_of(*folders: Path) -> Archive:
    """The archive of these folders beside the shipped register; a problem in any file is an error of the test."""
    paths = sorted(path for folder in (RECORDS / "register", *folders) for path in folder.rglob("*.yaml"))
    contents = [read(path.read_bytes(), path.name) for path in paths]
    problems = [content for content in contents if not isinstance(content, FileContent)]
    assert not problems, problems
    assembled = assemble([content for content in contents if isinstance(content, FileContent)])
    assert not assembled.problems, assembled.problems
    return assembled.archive


@cache
def article() -> Archive:
    """The first article alone: nine records, no roll call."""
    return archive_of(RECORDS / "events")


@cache
def shipped() -> Archive:
    """Everything that is shipped: the article, nine roll calls, the sponsors of one draft."""
    return archive_of(RECORDS / "events", RECORDS / "rollcalls", RECORDS / "sponsors")


@cache
def specimens() -> Archive:
    """Invented records beside the shipped register: acts in forms that the shipped ones do not show, and a roll call of
    2010, when South Sudan was no member."""
    written = archive_of(Path(__file__).parent / "specimens" / "acts")
    day = date(2010, 6, 1)
    members = [
        a.id for a in written.register.actors.values() if any(m.value == "un" and m.holds(day) for m in a.member)
    ]
    votes = {state: list(VoteOption)[i % 4] for i, state in enumerate(members)}
    counts = [sum(cast is option for cast in votes.values()) for option in VoteOption]
    tally = Tally(*counts[:3], voted=None, members=len(members), absent=counts[3])
    url = "https://wire.example/2010"
    source = Source("undl-1", "UN Digital Library", SourceClass.PRIMARY, "en", "Early pilots", url, day, "invented")
    call = RollCall("undl-1/sp-3", source.id, "sp-3", "unga", day, tally, votes)
    sources = {**written.sources, source.id: source}
    return Archive(written.register, sources, written.events, {**written.rollcalls, call.id: call})
