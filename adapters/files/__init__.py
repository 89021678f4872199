"""Record files on disk: the room between folders and `briefs.reading`.

- `tree`: which files, in which order, and their bytes;
- `compiled`: what they were read to last time (`plain_values` writes it down);
- `loading`: start-up and reload; `checking`, `evidence`: what a curator asks; `schemas`: what an editor needs.

Decides nothing about the contents and holds no archive: whoever loads keeps what it gets.
"""

from __future__ import annotations

from adapters.files.checking import CheckReport, check
from adapters.files.evidence import EvidenceReport, check_evidence
from adapters.files.loading import RecordsNotFound, Reloaded, find_records_dir, load, reload
from adapters.files.tree import read_tree

__all__ = [
    "CheckReport",
    "EvidenceReport",
    "RecordsNotFound",
    "Reloaded",
    "check",
    "check_evidence",
    "find_records_dir",
    "load",
    "read_tree",
    "reload",
]
