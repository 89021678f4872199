"""Rules that are no condition of a line but code: the source of one module with a piece of it taken out.

`with_change` imports the prover anew beside the one in use, one module of it changed in memory; nothing on disk and
nothing of the prover in use is touched. A rule here is the piece of text, what stands in its place, and a brief that
the prover refuses and the prover without the piece takes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType

from briefs.archive import Archive
from briefs.proof import Submission

PROOF = "briefs.proof"
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Trial:
    """A brief, the archive it is held against, the language of its list."""

    brief: Submission
    archive: Archive
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class CodeRule:
    """`old` stands once in the module and is replaced by `new`; `false` makes a brief that then passes."""

    name: str
    module: str
    old: str
    new: str
    false: Callable[[], Trial] | None
    why: str = ""
    """Where there is no such brief: why the piece stays."""

    @property
    def path(self) -> Path:
        return ROOT.joinpath("briefs", "proof", *self.module.split(".")).with_suffix(".py")


def piece(rule: CodeRule) -> str:
    """The piece of the module; ValueError where it is not there just once."""
    times = rule.path.read_text("utf-8").count(rule.old)
    if times != 1:
        raise ValueError(f"{rule.path.name}: {rule.old!r} stands {times} times")
    return rule.old


class _Changed(SourceLoader):
    def __init__(self, path: Path, old: str, new: str) -> None:
        self.path, self.old, self.new = path, old, new

    def get_filename(self, _fullname: str) -> str:
        return str(self.path)

    def get_data(self, path: str) -> bytes:
        return Path(path).read_text("utf-8").replace(self.old, self.new).encode()

    def path_mtime(self, path: str) -> float:
        raise OSError(path)  # never from the cache of compiled files


class _Finder(MetaPathFinder):
    def __init__(self, name: str, loader: SourceLoader) -> None:
        self.name, self.loader = name, loader

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return spec_from_loader(fullname, self.loader) if fullname == self.name else None


@contextmanager
def with_change(rule: CodeRule) -> Iterator[ModuleType]:
    """The prover with that piece replaced; afterwards the one in use is back."""
    held = {name: module for name, module in sys.modules.items() if name == PROOF or name.startswith(f"{PROOF}.")}
    piece(rule)
    finder = _Finder(f"{PROOF}.{rule.module}", _Changed(rule.path, rule.old, rule.new))
    for name in held:
        del sys.modules[name]
    sys.meta_path.insert(0, finder)
    try:
        yield __import__(PROOF, fromlist=["verify"])
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name == PROOF or name.startswith(f"{PROOF}.")]:
            del sys.modules[name]
        sys.modules.update(held)
        package = sys.modules["briefs"]
        package.proof = held[PROOF]  # type: ignore[attr-defined]


def accepts(rule: CodeRule, trial: Trial) -> bool:
    """Whether the prover without that piece takes the brief."""
    with with_change(rule) as prover:
        return prover.verify(trial.brief, trial.archive, prover.load_skeletons(trial.lang)) == ()
