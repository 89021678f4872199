"""`dateline check`: every problem of the files a curator names, at once, against the shipped register.

The same reading and assembling as start-up, without the compiled file; only `bot/__main__.py` prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.files.evidence import check_evidence
from adapters.files.loading import contents_of
from adapters.files.tree import as_shown, listing
from briefs.assembly import assemble
from briefs.reading import Problem, in_order


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `check` found. `files` were looked at (the register among them only if named); `checked` and `not_checked`
    count evidence strings and quotes found or sought in a text, and those whose text is not at hand."""

    problems: tuple[Problem, ...]
    files: int
    checked: int
    not_checked: int

    @property
    def exit_code(self) -> int:
        return 1 if self.problems else 0

    def lines(self) -> tuple[str, ...]:
        """Every problem, then one line of counts."""
        files = "1 file" if self.files == 1 else f"{self.files} files"
        faults = {0: "no problem", 1: "1 problem"}.get(len(self.problems), f"{len(self.problems)} problems")
        evidence = f"evidence: {self.checked} checked, {self.not_checked} not checked here"
        return (*map(str, self.problems), f"{files}, {faults}; {evidence}")


def check(paths: Sequence[Path], register_dir: Path, sources_dir: Path | None = None) -> CheckReport:
    """Check files and folders. Problems of the register itself are reported too: nothing rests on a broken one."""
    from adapters.files.wordings import (
        read_wordings,
    )  # it stamps files as `adapters.display` does, which rests on this room

    named, register = listing(paths), listing([register_dir])
    both = listing([register_dir, *paths])
    contents = contents_of(both)
    missing = tuple(_nothing_in(path) for path in paths if path.is_dir() and not listing([path]))
    paths_named = {listed.shown for listed in named}
    evidence = check_evidence([content for content in contents if content.path in paths_named], sources_dir)
    worded = read_wordings([path for path in paths if path.is_dir()]).wrong
    found = (*assemble(contents).problems, *missing, *evidence.problems, *_no_sources(sources_dir), *worded)
    problems = in_order(found)
    by_register = {listed.key for listed in register}
    files = len(named) if named else len(by_register)
    return CheckReport(problems, files, evidence.checked, evidence.not_checked)


def _nothing_in(path: Path) -> Problem:
    return Problem("nothing-here", as_shown(path.absolute()), 1, 1, "no YAML file in this folder", "check the path")


def _no_sources(folder: Path | None) -> tuple[Problem, ...]:
    if folder is None or folder.is_dir():
        return ()
    return (Problem("no-such-path", as_shown(folder.absolute()), 1, 1, "there is no such folder", "check --sources"),)
