"""Record folders → what the desk answers from, at the start and again when a file changes.

Chosen folders (`--records`) must be whole: any problem refuses them. The shipped ones start without the files that are
broken, with a warning for each (`adapters.files`); a reload takes all of the new or keeps all of the old. The imported
vote archive is laid beside them; a damaged one is refused, and answers then rest on the records alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from adapters.aliases import AliasTable, LabelTable
from adapters.display import read_display, stamp_of
from adapters.files.archived import ArchivedTexts
from adapters.files.compiled import reader_version
from adapters.files.loading import Memory, RecordsNotFound, assembled_of, find_records_dir, load, reload, uncollected
from adapters.files.tree import Listed, Stamp, listing
from adapters.files.wordings import Wordings, read_wordings, stamps_of
from adapters.revisions import FILE as REVISIONS
from adapters.revisions import Revisions
from adapters.votefile import FILE, VotesRefused, kept_files, open_votes
from bot.commands import Held
from bot.config import NamePolicy
from bot.office.preferences import POLICIES
from briefs.amending import AGE
from briefs.archive import Archive
from briefs.assembly import Assembled
from briefs.history import Content, Import
from briefs.naming import Display, PolicyRefused, shown_as
from briefs.records import Register
from briefs.rollcalls.imported import Imported
from briefs.rollcalls.refiled import Altered, altered
from briefs.seats import Seats

log = logging.getLogger("dateline.records")

COMPILED = "records.compiled"
ALIASES = "aliases.tsv"
LABELS = "labels.tsv"
TEXTS = "sources"
"""Folder in the data folder for archived texts of sources; need not be there."""
POLICY = "names/policy-{policy}.tsv"


def history_file(chosen: Sequence[Path]) -> str:
    """The name of the history of these folders: what one set of folders holds is no history of another."""
    if not chosen:
        return REVISIONS
    folders = "\n".join(sorted(str(folder.resolve()) for folder in chosen))
    return REVISIONS.replace(".", f"-{sha256(folders.encode()).hexdigest()[:12]}.")


class RecordsRefusedError(Exception):
    """Records that cannot be used; every line names a place and what to do."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


def _now() -> datetime:
    return datetime.now(UTC)


class Shelves:
    """The folders of one process. `chosen` replaces the shipped event records and roll calls; the register is shipped.

    `data` is where the compiled records and their history are kept; it is made on first use and never needed. `policy`
    says what actors are called; it is applied here, before anybody reads the register. `clock` gives aware UTC: what is
    new or changed when records are read was recorded at that instant.
    """

    def __init__(
        self, chosen: Sequence[Path], data: Path, policy: NamePolicy, clock: Callable[[], datetime] = _now
    ) -> None:
        self._chosen = tuple(chosen)
        self._policy = policy
        self._displays: Mapping[str, Display] = {}
        self._wordings: Wordings = {}
        self._wordings_seen: tuple[tuple[str, Stamp | None], ...] = ()
        self._compiled = data / COMPILED
        self._revisions = Revisions(data / history_file(chosen))
        self._clock = clock
        self._votes = data / FILE
        self._texts = ArchivedTexts(data / TEXTS)
        self._imported: Imported | None = None
        self._refiled: dict[tuple[datetime, datetime], Mapping[str, Altered]] = {}
        self._assembled: Assembled | None = None
        self._last: Held | None = None
        self._memory = Memory()
        self._seen: tuple[tuple[str, Stamp | None], ...] = ()
        self._votes_seen: Stamp | None = None

    def open(self) -> Held:
        """Read everything. Raises `RecordsRefusedError`."""
        try:
            shipped = find_records_dir()
        except RecordsNotFound as error:
            raise RecordsRefusedError([str(error)]) from error
        self._register = shipped / "register"
        self._folders = self._chosen or (shipped,)
        empty = [str(folder) for folder in self._chosen if not listing([folder])]
        if empty:
            raise RecordsRefusedError(
                f"{folder}: holds no YAML file; check the path given to --records" for folder in empty
            )
        self._seen = self._stamps(listing([self._register, *self._folders]))
        self._assembled = (
            self._whole() if self._chosen else load(self._register, self._folders, self._compiled, self._memory)
        )
        try:
            self._displays = self._read_displays(self._assembled)
        except PolicyRefused as refused:
            raise RecordsRefusedError(refused.lines) from refused
        self._open_votes(self._assembled.archive.register)
        self._open_wordings()
        return self._held(self._assembled)

    def _open_wordings(self) -> bool:
        """Read an operator's own wordings where they changed; lines that cannot be read are named and passed over."""
        seen = stamps_of(self._folders)
        if seen == self._wordings_seen:
            return False
        self._wordings_seen = seen
        read = read_wordings(self._folders)
        for line in read.wrong:
            log.warning("words.refused %s", line)
        self._wordings = read.wordings
        return True

    def _whole(self) -> Assembled:
        """The chosen folders, or every problem in them."""
        assembled = assembled_of(listing([self._register, *self._folders]), self._compiled, self._memory)
        if assembled.problems:
            raise RecordsRefusedError(map(str, assembled.problems))
        return assembled

    def changed(self) -> Held | None:
        """What the files say now; None where none changed or the new ones are refused (said once, in the log)."""
        with uncollected():
            return self._changed()

    def _changed(self) -> Held | None:
        assert self._assembled is not None
        files = listing([self._register, *self._folders])
        stamps = self._stamps(files)
        imported = stamp_of(self._votes) != self._votes_seen
        worded = self._open_wordings()
        if stamps == self._seen and not imported and not worded:
            return None
        renamed, replaced = stamps[0] != self._seen[0], False
        if stamps != self._seen:
            self._seen = stamps
            done = reload(self._assembled, files, self._compiled, self._memory)
            self._assembled, replaced = done.assembled, done.replaced
        if renamed:
            self._rename(self._assembled)
        if imported or replaced:
            self._open_votes(self._assembled.archive.register)
        return self._held(self._assembled) if imported or replaced or renamed or worded else None

    def _open_votes(self, register: Register) -> None:
        """Read the imported votes. Damaged ones are refused, once and in one line; what was read before stays."""
        self._votes_seen = stamp_of(self._votes)
        try:
            votes = open_votes(self._votes, Seats(register), tuple(register.rules.values()))
        except VotesRefused as error:
            held = "the votes read before stay" if self._imported else "answers rest on the records alone"
            log.error("votes.refused reason=%s then=%s", error, held)
        else:
            self._imported = votes.imported if votes and votes.imported.ballots else None

    def _imports(self, register: Register) -> Iterable[Import]:
        """The voting files imported before, each opened when a question needs it; then the one held."""
        held, imports = self._imported, list[Import]()
        for at, path in kept_files(self._votes):
            if held is None or at < held.at:
                imports.append(Import(at, partial(self._opened, path, register)))
        if held:
            imports.append(Import(held.at, lambda: held))
        yield from imports[:1]
        for before, now in pairwise(imports):
            late = self._clock() - now.at > AGE  # nothing that stands could be amended for it
            yield now if late else replace(now, altered=partial(self._altered, before, now))

    def _altered(self, before: Import, now: Import) -> Mapping[str, Altered]:
        """What a voting file tells otherwise than the one before; remembered, since files are many megabytes."""
        pair = (before.at, now.at)
        if pair not in self._refiled:
            earlier, later = before.open(), now.open()
            self._refiled[pair] = altered(earlier, later) if earlier and later else {}
        return self._refiled[pair]

    @staticmethod
    def _opened(path: Path, register: Register) -> Imported | None:
        """An earlier voting file; None, and one line, where it cannot be used."""
        try:
            votes = open_votes(path, Seats(register), tuple(register.rules.values()))
        except VotesRefused as error:
            log.error("votes.refused reason=%s then=answers as known then rest on the records alone", error)
            return None
        return votes.imported if votes and votes.imported.ballots else None

    def _rename(self, assembled: Assembled) -> None:
        """Take the list of names anew; keep the old names where it is refused."""
        try:
            self._displays = self._read_displays(assembled)
        except PolicyRefused as refused:
            for line in refused.lines:
                log.warning("names.refused %s", line)

    @property
    def _list(self) -> Path | None:
        """The list of names that the policy reads; None for the usual ones."""
        if self._policy.policy == "usual":
            return None
        return self._policy.file or self._register / POLICY.format(policy=self._policy.policy)

    def _read_displays(self, assembled: Assembled) -> Mapping[str, Display]:
        file = self._list
        return read_display(file, assembled.archive.register) if file else {}

    def _held(self, assembled: Assembled) -> Held:
        archive = assembled.archive
        contents: dict[str, Content] = {**archive.sources, **archive.events, **archive.rollcalls}
        stamp = sha256(repr((self._seen[1:], reader_version())).encode()).hexdigest()
        history = self._revisions.take_up(contents, stamp, self._clock(), tuple(self._imports(archive.register)))
        archive = replace(archive, history=history, wordings=self._wordings)
        if self._displays:
            archive = replace(archive, register=shown_as(archive.register, self._displays))
        if self._imported:
            archive = replace(archive, imported=self._imported)
        under = {one: cache(partial(self._under, archive, assembled.archive.register, one)) for one in POLICIES}
        self._last = replace(self._searchable(archive, self._last), under=under)
        return self._last

    def _under(self, archive: Archive, register: Register, policy: str) -> Held:
        """The same archive with names by a shipped policy, for a server that prefers it; with an index of its own."""
        file = None if policy == "usual" else self._register / POLICY.format(policy=policy)
        displays = read_display(file, register) if file else {}
        return self._searchable(replace(archive, register=shown_as(register, displays)))

    def _searchable(self, archive: Archive, before: Held | None = None) -> Held:
        tables = AliasTable(self._register / ALIASES), LabelTable(self._register / LABELS)
        return replace(Held.of(archive, *tables, before=before), texts=self._texts)

    def _stamps(self, files: Sequence[Listed]) -> tuple[tuple[str, Stamp | None], ...]:
        """The list of names first, then every record file, each with what the file system says of it."""
        names = self._list
        first = (str(names), stamp_of(names)) if names else ("", None)
        return (first, *((file.key, file.stamp) for file in files))
