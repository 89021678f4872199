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
    """Invented records beside the shipped register: acts in forms that the shipped ones do not show, and roll calls of
    2010, when South Sudan was no member, and of 2012."""
    written = archive_of(Path(__file__).parent / "specimens" / "acts")
    sources, calls = dict(written.sources), dict(written.rollcalls)
    for measure, day in (("sp-3", date(2010, 6, 1)), ("sp-4", date(2012, 6, 1))):
        source, call = invented_call(written, measure, day)
        sources[source.id], calls[call.id] = source, call
    return Archive(written.register, sources, written.events, calls)


def invented_call(archive: Archive, measure: str, day: date) -> tuple[Source, RollCall]:
    """A roll call in which every member of that day has one of the four options in turn."""
    actors = archive.register.actors.values()
    members = [a.id for a in actors if any(m.value == "un" and m.holds(day) for m in a.member)]
    votes = {state: list(VoteOption)[i % 4] for i, state in enumerate(members)}
    counts = [sum(cast is option for cast in votes.values()) for option in VoteOption]
    tally = Tally(*counts[:3], voted=None, members=len(members), absent=counts[3])
    url = f"https://wire.example/{measure}"
    source = Source(f"undl-{measure}", "UN Digital Library", SourceClass.PRIMARY, "en", "Pilots", url, day, "invented")
    return source, RollCall(f"{source.id}/{measure}", source.id, measure, "unga", day, tally, votes)
