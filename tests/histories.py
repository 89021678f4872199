"""Archives that live: states of one archive one after another, each with the history of all before it, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from briefs.archive import Archive
from briefs.history import Content, History, Import, Revision, bare, noted, revised


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
            self.imports.append(Import(filed.at, lambda: filed))
        so_far, imports = tuple(self.revisions), tuple(self.imports)
        return replace(archive, history=History(self.born, lambda: so_far, imports))
