"""What counts as the same word: one spelling for all forms of a name that differ in case, width, marks or punctuation.

The alias table is stored folded; a change here needs the table generated anew (`python -m adapters.cldr`), and a test
says so. Folding never drops a letter or a symbol such as @, <, * or _: hostile words stay different from any name.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 100
"""Characters of the longest words looked at; the longest name in the register has 73."""

_APOSTROPHES = "'’‘ʼʻʹ´′＇"  # no backtick: it is markup, and words in markup are nobody's name
_GAPS = '-‐‑‒–—―−,/()[]:;"“”„«»·・'
_JOINERS = "\u034f\u0640\ufe0e\ufe0f"  # no letters: combining grapheme joiner, tatweel, variation selectors
_PUNCTUATION = str.maketrans(
    {**dict.fromkeys(_APOSTROPHES, ""), **dict.fromkeys(_GAPS, " "), **dict.fromkeys(_JOINERS, ""), "&": " and "}
)
_DOT_BEFORE_WORD = re.compile(r"\.(?=[^\W\d_]{2})")
_LETTERS = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "ə": "e"})


def acceptable(words: str, longest: int = LONGEST) -> bool:
    """Whether words are worth looking at: not over-long, nothing but printable characters, marks and spaces."""
    return len(words) <= longest and not any(unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"} for char in words)


def fold(words: str) -> str:
    """The one spelling of a name. `fold(fold(x)) == fold(x)`; empty where nothing but marks and punctuation was given.

    NFKC, case folding, zero-width and bidirectional marks and apostrophes dropped, hyphens and commas as spaces, dots
    of abbreviations dropped, "&" as "and", a leading "the" dropped.
    """
    if words.isascii():
        text = words.lower()
    else:
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).casefold()).replace("i\u0307", "i")
        text = "".join(char for char in text if char <= "~" or unicodedata.category(char) != "Cf")
    text = text.translate(_PUNCTUATION)
    if "." in text:
        text = _DOT_BEFORE_WORD.sub(" ", text).replace(".", "")
    parts = text.split()
    while len(parts) > 1 and parts[0] == "the":
        del parts[0]
    return " ".join(parts)


def unaccented(folded: str) -> str:
    """A folded word without the accents of Latin, Greek and Cyrillic letters.

    Marks of other scripts are left alone: in Khmer, Thai or Devanagari they are vowels, and without them two countries
    may read the same.
    """
    if folded.isascii():
        return folded
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", folded.translate(_LETTERS)):
        if not unicodedata.combining(char) or (kept and not _alphabetic(kept[-1])):
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def _alphabetic(char: str) -> bool:
    return char < "\u0530" or "\u1e00" <= char <= "\u1fff"


def script(folded: str) -> str:
    """A rough name of the script ("LATIN", "KHMER", "CJK" …) by its first letter; only like is likened to like."""
    for char in folded:
        if char.isalpha():
            return "LATIN" if char < "\u0250" else unicodedata.name(char, "?").split(" ", 1)[0].split("-", 1)[0]
    return "?"
