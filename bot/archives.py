"""Record folders → what the desk answers from, at the start and again when a file changes.

Chosen folders (`--records`) must be whole: any problem refuses them. The shipped ones start without the files that are
broken, with a warning for each (`adapters.files`); a reload takes all of the new or keeps all of the old.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from adapters.aliases import AliasTable
from adapters.files.loading import RecordsNotFound, contents_of, find_records_dir, load, reload
from adapters.files.tree import Listed, Stamp, listing
from bot.commands import Held
from briefs.assembly import Assembled, assemble

COMPILED = "records.compiled"
ALIASES = "aliases.tsv"


class RecordsRefusedError(Exception):
    """Records that cannot be used; every line names a place and what to do."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


class Shelves:
    """The folders of one process. `chosen` replaces the shipped event records and roll calls; the register is shipped.

    `data` is where the compiled records are kept; it is made on first use and never needed.
    """

    def __init__(self, chosen: Sequence[Path], data: Path) -> None:
        self._chosen = tuple(chosen)
        self._compiled = data / COMPILED
        self._assembled: Assembled | None = None
        self._seen: tuple[tuple[Path, Stamp | None], ...] = ()

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
        self._seen = _stamps(listing([self._register, *self._folders]))
        self._assembled = self._whole() if self._chosen else load(self._register, self._folders, self._compiled)
        return self._held(self._assembled)

    def _whole(self) -> Assembled:
        """The chosen folders, or every problem in them."""
        assembled = assemble(contents_of(listing([self._register, *self._folders]), self._compiled))
        if assembled.problems:
            raise RecordsRefusedError(map(str, assembled.problems))
        return assembled

    def changed(self) -> Held | None:
        """What the files say now; None where none changed or the new ones are refused (said once, in the log)."""
        assert self._assembled is not None
        stamps = _stamps(listing([self._register, *self._folders]))
        if stamps == self._seen:
            return None
        self._seen = stamps
        done = reload(self._assembled, self._register, self._folders, self._compiled)
        self._assembled = done.assembled
        return self._held(done.assembled) if done.replaced else None

    def _held(self, assembled: Assembled) -> Held:
        return Held.of(assembled.archive, AliasTable(self._register / ALIASES))


def _stamps(files: Sequence[Listed]) -> tuple[tuple[Path, Stamp | None], ...]:
    return tuple((file.path, file.stamp) for file in files)
