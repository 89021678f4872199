"""Rows as the CSV that `--csv` prints: RFC 4180, a header, CR LF, quotes where they are needed. Pure.

A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line break) gets an apostrophe
before it; nothing else is changed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple

from briefs.rows import HEADER, Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(rows: Iterable[Row]) -> str:
    """The header and a line for each row."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([safe(cell) for cell in astuple(row)] for row in rows)
    return page.getvalue()


def safe(cell: str) -> str:
    """The cell, so that no spreadsheet runs it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
