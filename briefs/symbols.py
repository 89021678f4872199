"""Symbols of United Nations documents, in every way they are written, as one key each.

    A/RES/33/28[A]   A/RES/33/28A   a/res/33/28 A   33/28 A      → 33/28/A
    A/RES/2430(XXVIII)   2430 (XXVIII)                           → 2430(XXVIII)
    A/RES/ES-11/1   ES-11/1   A/RES/S-17/2   A/DEC/80/506        → ES-11/1   S-17/2   DEC/80/506

Pure text work; which text a symbol stands for is `briefs.rollcalls`.
"""

from __future__ import annotations

import re

_OLD = re.compile(r"(DEC/)?(\d{1,4})/?([A-Z]?)\(((?:S-|ES-)?[IVXLC]+)\)/?([A-Z]{0,2})")
_NEW = re.compile(
    r"(DEC/)?((?:ES-|S-)?\d{1,3})/(\d{1,4})((?:[A-Z]{1,2}(?![A-Z]))?(?:/?(?:[A-Z]-[A-Z]|[A-Z]{1,2}|[IVXLC]+))*)"
)
_BRACKETS = str.maketrans({"[": "/", "]": "", "{": "/", "}": ""})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def key_of(symbol: str) -> str | None:
    """The one key of a General Assembly symbol; None for words that are no symbol."""
    text = "".join(symbol.upper().translate(_DASHES).translate(_BRACKETS).split()).rstrip("./")
    text = text.removeprefix("RESOLUTION").removeprefix("A/RES/").removeprefix("A/RES").removeprefix("A/")
    text = text.removeprefix("RES/")
    if match := _OLD.fullmatch(text):
        decision, number, letter, session, part = match.groups()
        return f"{decision or ''}{int(number)}({session})" + (f"/{letter or part}" if letter or part else "")
    if match := _NEW.fullmatch(text):
        decision, session, number, part = match.groups()
        parts = [piece for piece in re.split(r"/", part) if piece]
        return "/".join([f"{decision or ''}{session}/{int(number)}", *parts])
    return None


def keys_of(cell: str) -> tuple[str, ...]:
    """Keys of a cell with one or several symbols joined with "|"; what is no symbol counts as itself, in capitals."""
    return tuple(key_of(one) or one.strip().upper() for one in cell.split("|") if one.strip())


def series_of(key: str) -> str:
    """The session a key belongs to: "ES-11", "77", "XXVIII"; empty where it says none."""
    if "(" in key:
        return key[key.index("(") + 1 : key.index(")")]
    bare = key.removeprefix("DEC/")
    return bare.split("/")[0] if "/" in bare else ""


def is_assembly(symbol: str) -> bool:
    """Whether a symbol is one of the General Assembly's (or none at all): "S/RES/2623" is the Security Council's."""
    return not symbol or all(one.strip().upper().startswith("A/") for one in symbol.split("|") if one.strip())
