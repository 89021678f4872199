"""An operator's own wordings beside the records: `words.fr.tsv`, a line each of kind, English and translation, tabs
between them. What they are good for: `briefs.tongues`. A line that cannot be read is named and passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from adapters.display import stamp_of
from adapters.files.tree import Stamp, as_shown
from briefs.codebook import Act
from briefs.reading import Problem
from briefs.tongues import ENGLISH, LANGUAGES, rows_of

KINDS = (
    "issue", "role", "role.she", "standing", "people", "note", "approx", "label", "what", "says", "hopes", "denies",
    "form", "via", "condition", "counted",
)  # fmt: skip
"""What can be translated; docs/records.md says where each stands in a record."""
ACTS = frozenset(act.value for act in Act)
"""After `what.`: what an object is called as that of one act."""
CODE = "wording"
Wordings: TypeAlias = Mapping[str, Mapping[tuple[str, str], str]]


@dataclass(frozen=True, slots=True)
class Read:
    """What the files say, and what is wrong with them, each a line that names its place."""

    wordings: Wordings
    wrong: tuple[Problem, ...] = ()


def files_of(folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Language and path of each file that a folder of records could have; a path that is a file has none."""
    for folder in folders:
        for language in LANGUAGES:
            if language != ENGLISH and folder.is_dir():
                yield language, folder / f"words.{language}.tsv"


def stamps_of(folders: Sequence[Path]) -> tuple[tuple[str, Stamp | None], ...]:
    """What the file system says of each: a change is read anew."""
    return tuple((str(path), stamp_of(path)) for _, path in files_of(folders))


def read_wordings(folders: Sequence[Path]) -> Read:
    """The wordings of all folders, an earlier folder's before a later one's."""
    found: dict[str, dict[tuple[str, str], str]] = {}
    wrong: list[Problem] = []
    for language, path in files_of(folders):
        try:
            text = path.read_text("utf-8")
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            wrong.append(Problem(CODE, as_shown(path), 1, 1, str(error), "save it as UTF-8 text that can be read"))
            continue
        held = found.setdefault(language, {})
        for number, line in enumerate(text.splitlines(), 1):
            for row in rows_of(line):
                fault = _fault(row)
                if fault:
                    wrong.append(Problem(CODE, as_shown(path), number, 1, *fault))
                else:
                    held.setdefault((row[0], row[1]), row[2])
    return Read(found, tuple(wrong))


def _fault(row: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with a line, and what to do; None where nothing is."""
    line = "\t".join(row)[:60]
    if len(row) < 3 or not all(word.strip() for word in row[:3]):
        return f"{line!r} has not three columns", "write kind, English and translation with tabs between them"
    if row[0] not in KINDS and row[0].removeprefix("what.") not in ACTS:
        return f"{row[0]!r} is no kind of wording", f"the kinds are {', '.join(KINDS)}"
    return None
