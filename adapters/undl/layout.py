"""The header of a voting file → where each column is. By name only, in both spellings the Library has used.

September 2024 wrote `ms_codes, resolutions, yes, non-voting …`, later versions `ms_code, resolution, total_yes …`; the
file of February 2026 added `vote_note`. Both data dictionaries stand with the file in record 4060887.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SPELLINGS: dict[str, tuple[str, ...]] = {
    "undl_id": ("undl_id",),
    "code": ("ms_code", "ms_codes"),
    "name": ("ms_name", "ms_names"),
    "vote": ("ms_vote", "ms_votes"),
    "date": ("date",),
    "resolution": ("resolution", "resolutions"),
    "title": ("title",),
    "agenda": ("agenda_title", "agenda_titles"),
    "subjects": ("subjects",),
    "session": ("session",),
    "meeting": ("meeting",),
    "draft": ("draft",),
    "report": ("committee_report",),
    "note": ("vote_note",),
    "link": ("undl_link",),
    "yes": ("total_yes", "yes"),
    "no": ("total_no", "no"),
    "abstentions": ("total_abstentions", "abstentions", "abstain"),
    "non_voting": ("total_non_voting", "non_voting"),
    "members": ("total_ms", "total_voting", "total"),
}
_NEEDED = ("undl_id", "code", "name", "vote", "date", "resolution", "title")
WHOLE_CALL = tuple(column for column in _SPELLINGS if column not in ("code", "name", "vote"))
"""The columns that are the same in every row of one roll call."""
_RIGHT_FILE = "take the General Assembly file with one row per Member State from record 4060887"


class Refused(Exception):
    """Nothing was imported; the message says why and what to do, in one line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Column → its index. A column the file does not have is not in `at`."""

    at: dict[str, int]
    width: int


def layout_of(header: Sequence[str]) -> Layout:
    """Raises Refused with what the file seems to be instead."""
    names = [name.strip().strip('"').lower().replace("-", "_").replace(" ", "_") for name in header]
    at = {
        column: names.index(spelling)
        for column, spellings in _SPELLINGS.items()
        for spelling in spellings
        if spelling in names
    }
    missing = [_SPELLINGS[column][0] for column in _NEEDED if column not in at]
    if missing:
        raise Refused(_instead(header, names, missing))
    return Layout(at, len(header))


def _instead(header: Sequence[str], names: Sequence[str], missing: Sequence[str]) -> str:
    start = ",".join(header)[:200].strip().lower()
    if start.startswith(("<!doctype", "<html", "<?xml")) or "<head" in start:
        return f"this is a web page, not the voting file (an error page, or the record's page); {_RIGHT_FILE}"
    if len(names) == 1 or (len(names) < 5 and any(mark in start for mark in ";\t|")):
        for mark, called in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
            if mark in start and "undl_id" in start:
                return f"the columns are separated by {called}, not by commas; save the file as CSV with commas"
    if "undl_id" in names and "ms_code" in missing and len(names) > 40:
        return f"this is the file with one row per resolution and a column per country; {_RIGHT_FILE}"
    if not any(names):
        return f"the first line is empty; {_RIGHT_FILE}"
    listed = ", ".join(missing[:4]) + (" …" if len(missing) > 4 else "")
    return f"no voting file: the first line has no column {listed}; {_RIGHT_FILE}"
