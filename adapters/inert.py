"""Characters that act instead of being read, made harmless for every chat: the one place that decides what is text.

Escaping a platform's markup is the renderer's duty and is not done here; this removes what no escape can reach: control
characters, invisible joints that split a word from what a reader sees, and marks that turn the direction of the lines
after them. Letters, digits, punctuation, emoji joiners and the zero-width space of Khmer words stay.
"""

from __future__ import annotations

import re
import unicodedata

# Unicode Standard Annex #9 (directional formatting) and the default-ignorable code points of chapter 23.8, less the
# joiners U+200C and U+200D (Persian, Indic scripts, emoji) and U+200B (Khmer word breaks), which carry meaning.
_ACTING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u00ad\u061c\u180e\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_PILED_MARKS = re.compile(f"{_MARK}(?<={_MARK}{{4}}){_MARK}*")
_COENG = "\u17d2"
NO_BREAK = "\u00a0"
_WITH_A_SIGN = re.compile(r" (?:(?=[»;!?])|(?=:(?:\s|$))|(?<=« )|(?<=\d )(?=%))")
_SPACES = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029 ]+")


def inert(text: str) -> str:
    """One line of the same words: acting characters gone, every run of blanks one space, at most three marks piled."""
    if not text.isprintable() or "  " in text:  # nearly no text: all that acts, and all blanks but one, do not print
        text = _SPACES.sub(" ", _ACTING.sub("", text))
    return text if text.isascii() else _PILED_MARKS.sub("", text)


def unbroken(text: str) -> str:
    """The same characters, with blanks that no line ends at where French has one inside its quotation marks and before
    its double signs: a line would else begin with "»" or ":". What is proved, kept and pasted has plain ones."""
    return _WITH_A_SIGN.sub(NO_BREAK, text)


def joins(before: str, character: str) -> bool:
    """Whether a character belongs to what stands before it: a mark, or a consonant under another (Khmer's coeng).

    Nothing is cut between the two: half a letter means nothing, or another word.
    """
    return before[-1:] == _COENG or unicodedata.category(character).startswith("M")


def clip(text: str, most: int) -> str:
    """The text, cut to `most` units with an ellipsis if it is longer. For echoes and labels, never for a claim."""
    if units(text) <= most:
        return text
    kept = text[: max(most - 1, 0)]
    while units(kept) > most - 1:
        kept = kept[:-1]
    while kept and joins(kept, text[len(kept)]):
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def units(text: str) -> int:
    """Length in UTF-16 units: never less than in code points, and no platform says which of the two it counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
