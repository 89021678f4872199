"""A list of display names on disk → names by id. `briefs.naming.policy` reads what stands in it; here is only the file.

`bot.archives` applies it to the register at the start, and again when `stamp_of` says that the file changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from adapters.files.tree import Stamp, as_shown
from briefs.naming import Display, PolicyRefused, read_policy
from briefs.records import Register

MOST_BYTES = 1_000_000
"""Far more than a name for every actor there could be; a wrong file of gigabytes is not read to its end."""


def read_display(file: Path, register: Register) -> Mapping[str, Display]:
    """Id → what it is called. Raises `PolicyRefused` with every mistake, each at its line."""
    shown = as_shown(file)
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
        text = content.decode("utf-8")
    except OSError as error:
        why = f"{shown}: the list of names cannot be read ({error.strerror}); name a file that is there and readable"
        raise PolicyRefused((why,)) from error
    except UnicodeDecodeError as error:
        raise PolicyRefused((f"{shown}: is not UTF-8 at byte {error.start}; save it as UTF-8",)) from error
    if len(content) > MOST_BYTES:
        raise PolicyRefused((f"{shown}: has more than {MOST_BYTES} bytes; a list of names has a line an actor",))
    return read_policy(text, shown, register)


def stamp_of(file: Path) -> Stamp | None:
    """What the file system says of the file now; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_ctime_ns, found.st_size)
