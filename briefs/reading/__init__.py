"""Text of one record file → its values, or all its problems, each with line and column.

`read` is all-or-nothing; `inspect` also gives what could be read of a broken file, for the checks across files. Neither
opens a file, looks into another one or knows the register: that is `adapters.files` before and `briefs.assembly` after.

    bytes ─ nodes ─► plain values with places ─ models, explain ─► models ─ values ─► FileContent ─► assembly

Importing this package is cheap: YAML and the models are loaded by the first file read. Start-up from the compiled cache
reads none.
"""

from __future__ import annotations

from briefs.reading.content import FileContent, Places
from briefs.reading.problems import Problem, in_order

__all__ = ["FileContent", "Places", "Problem", "in_order", "inspect", "read"]


def read(text: bytes, path: str) -> FileContent | tuple[Problem, ...]:
    """One file: events, a roll call or register lists, told apart by the top-level keys.

    `path` is only for the problems. Returns the whole content, or every problem of the file in order; never raises for
    anything the bytes may hold, and never a half of it.
    """
    content = inspect(text, path)
    return content if content.whole else content.problems


def inspect(text: bytes, path: str) -> FileContent:
    """Like `read`, but always the content: of a broken file what could be read, with `problems` beside it."""
    from briefs.reading.files import inspect as inspect_file

    return inspect_file(text, path)
