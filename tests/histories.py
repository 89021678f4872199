"""Archives that live: states of one archive one after another, each with the history of all before it, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from briefs import amending
from briefs.archive import Archive
from briefs.codebook import State
from briefs.history import Content, History, Import, Revision, bare, noted, revised
from briefs.records import RollCall
from briefs.rollcalls.refiled import altered
from tests.archives import article, imported, shipped

BEGUN = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@dataclass
class Life:
    """One archive as it grows. `hold` is what a process does that reads its records anew."""

    revisions: list[Revision] = field(default_factory=list)
    imports: list[Import] = field(default_factory=list)
    born: datetime | None = None
    held: dict[str, Content] = field(default_factory=dict)

    def hold(self, archive: Archive, at: datetime) -> Archive:
        """The archive as it is from that instant on, with its history."""
        contents: dict[str, Content] = {**archive.sources, **archive.events, **archive.rollcalls}
        now = {id_: bare(content) for id_, content in contents.items() if noted(content)}
        self.revisions += revised(self.held, now, at)
        self.held, self.born = now, self.born or at
        filed = archive.imported
        if filed and filed.at not in [each.at for each in self.imports]:
            before = self.imports[-1].open() if self.imports else None
            otherwise = altered(before, filed) if before else {}
            self.imports.append(Import(filed.at, lambda: filed, lambda: otherwise))
        so_far, imports = tuple(self.revisions), tuple(self.imports)
        return replace(archive, history=History(self.born, lambda: so_far, imports))


def instants(archive: Archive) -> dict[str, datetime]:
    """Name of what happened to a record → when it did."""
    assert archive.history is not None
    return {name: change.at for name, change in amending.named(archive.history).items()}


@cache
def lived() -> Archive:
    """The article; then a roll call and another; a record corrected, one changed in place, one retracted, one gone, an
    embargo that ends, and a voting file."""
    life, events = Life(), dict(article().events)
    embargoed = events.pop("voa/sg-sanct")
    life.hold(replace(article(), events=events), BEGUN)
    whole = shipped()
    held = whole.rollcalls
    calls: dict[str, RollCall] = dict(list(held.items())[:2])
    events["voa/sg-sanct"] = replace(embargoed, embargo=BEGUN + 6 * DAY)
    life.hold(replace(whole, events=dict(events), rollcalls=dict(calls)), BEGUN + DAY)
    fixed = replace(events["voa/kh-cospons"], id="voa/kh-cospons-2", corrects="voa/kh-cospons", reason="a slip")
    events[fixed.id] = fixed
    events["voa/kh-asean"] = replace(events["voa/kh-asean"], form="letter")
    life.hold(replace(whole, events=dict(events), rollcalls=dict(calls)), BEGUN + 2 * DAY)
    events["voa/kh-msg"] = replace(events["voa/kh-msg"], state=State.RETRACTED, reason="Somebody else said it.")
    calls.popitem()
    life.hold(replace(whole, events=dict(events), rollcalls=dict(calls)), BEGUN + 3 * DAY)
    life.hold(replace(whole, events=dict(events)), BEGUN + 4 * DAY)
    filed = imported().imported
    assert filed is not None
    filed = replace(filed, at=BEGUN + 5 * DAY)
    return life.hold(replace(whole, events=dict(events), imported=filed), BEGUN + 5 * DAY)
