"""The shipped records as archives, read once per test process by the product's own reading and assembling."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefs.archive import Archive
from briefs.assembly import assemble
from briefs.reading import FileContent, read

RECORDS = Path(__file__).parent.parent / "records"


def archive_of(*folders: Path) -> Archive:
    """The archive of these folders beside the shipped register; a problem in any file is an error of the test."""
    paths = sorted(path for folder in (RECORDS / "register", *folders) for path in folder.rglob("*.yaml"))
    contents = [read(path.read_bytes(), path.name) for path in paths]
    assert all(isinstance(content, FileContent) for content in contents), contents
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
