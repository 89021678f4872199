"""A line → the sentences it may consist of. Pure text; which cut is right, the proof shows.

A full stop and a blank may end a sentence, or stand in "U.N. General Assembly" and "3 March. Hungary voted …". So the
desk tries cuts, shortest sentence first; where no cut is proved, `likely` says where a reader would cut.
"""

from __future__ import annotations

import re

MARKS = ("• ", "- ", "* ", "– ")
"""What may stand before a line of a list; it says nothing."""
_END = re.compile(r'(?<=[.!?]) (?=[^a-z ])|(?<=[.!?]") (?=[^a-z ])')
_POINTER = re.compile(r"(?<=[.!?]) /source \S+$")
"""Where a found record can be looked up: it stands after its sentence and says nothing."""
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|Gen|Sen|Gov|Lt|Col))\.$")
_ROW = re.compile(r"(.+?) – (.+: .+)")


def bare(line: str) -> str:
    """The line without blanks around it, the mark of a list, and the pointer after a record that was found."""
    text = line.strip(" \t\r")
    mark = next((mark for mark in MARKS if text.startswith(mark)), "")
    return _POINTER.sub("", text.removeprefix(mark).lstrip(" \t"))


def ends(text: str) -> tuple[int, ...]:
    """Where a sentence may end."""
    return (*(found.start() for found in _END.finditer(text)), len(text))


def likely(text: str) -> tuple[str, ...]:
    """The sentences as a reader would cut them: not after an abbreviation or an initial."""
    cut, start = [], 0
    for end in ends(text):
        if end == len(text) or not _SHORT.search(text[start:end]):
            cut.append(text[start:end])
            start = end + 1
    return tuple(piece for piece in cut if piece)


def cells(text: str) -> tuple[str, ...]:
    """A table's row in plain text ("Said – Cambodia: …; Vietnam: …") as its cells; empty for anything else."""
    found = _ROW.fullmatch(text)
    if found is None:
        return ()
    pieces: list[str] = []
    for piece in found[2].split("; "):
        if ": " in piece.split('"', 1)[0] or not pieces:
            pieces.append(piece)
        else:
            pieces[-1] += f"; {piece}"
    return tuple(f"{found[1]} · {piece}" for piece in pieces)
