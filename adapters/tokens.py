"""What a button remembers: a whole question, written into the few characters that a chat keeps with it. Pure.

Nothing is held in memory, so that a button works as long as its message stands, after any restart and in any replica.
The text begins with a version: one that a later Dateline cannot read is told so, never guessed at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode

from adapters.contract import ActionKind, Command, Question, Report
from adapters.inert import inert
from briefs.document import Document
from briefs.plain import plain

VERSION: Final = "d1"
_PLAIN: Final = "/,:"
"""Characters that stand as they are; ids and days are made of these, letters, digits, "-", "_" and "."."""


class Press(StrEnum):
    """What a press wants."""

    SHOW = "e"
    """This message told otherwise: another page, length or language."""
    ASK = "a"
    """A further answer, beside this one."""
    SOURCES = "o"
    LEAF = "f"
    """Another page of the sources, in place."""
    SHARE = "s"
    COMPARE = "c"
    """Asks with whom first, by a form."""
    TONGUES = "g"
    """This message with the languages to choose from."""
    PICKED = "p"
    """A list whose entry is chosen: each is a token of its own."""
    REPORT = "r"
    FORM = "m"
    """An errand, carried out or asked for in a form; its question is the errand with what is given already."""
    SURE = "y"
    """An errand that ends something, pressed where it was asked back."""
    AGAIN = "n"
    """The same form once more, with what was typed in it."""
    STILL = "x"
    """Shown and never pressed: "Page 1 of 3"."""


@dataclass(frozen=True, slots=True)
class Token:
    """A press and what it is about; `page` counts from 1."""

    press: Press
    question: Question
    page: int = 1


MOST: Final = 100
"""Characters that every chat keeps with a button or an entry of a list: Discord's custom ids, the shortest."""

PRESSES: Final = {
    ActionKind.SHARE: Press.SHARE,
    ActionKind.SOURCES: Press.SOURCES,
    ActionKind.TIMELINE: Press.ASK,
    ActionKind.COMPARE: Press.COMPARE,
    ActionKind.REPORT: Press.REPORT,
    ActionKind.SHORTER: Press.SHOW,
    ActionKind.LONGER: Press.SHOW,
    ActionKind.LANGUAGE: Press.TONGUES,
}
"""What a button of an action wants; what is picked from a list is a token of its own."""


def compared(question: Question, typed: str, commands: Sequence[Command]) -> Question:
    """The comparison with what was typed among those it compares; the question as it is where it compares nothing, as
    one that somebody forged."""
    takes = [param.name for command in commands if command.name == question.command
             for param in command.params if param.many]  # fmt: skip
    if not takes:
        return question
    many = takes[0]
    names = ", ".join(filter(None, (question.given.get(many, ""), inert(typed).strip())))
    return replace(question, given={**question.given, many: names})


def fingerprint(sentence: str) -> str:
    """How a form remembers which sentence was meant."""
    return sha256(sentence.encode()).hexdigest()[:16]


def reported(platform: str, question: Question, document: Document, mark: str, typed: str) -> Report:
    """What a form of reporting came back with: `mark` is the fingerprint of the sentence meant, or nothing."""
    sentence = next((clause.said for clause in document.clauses() if fingerprint(clause.said) == mark), "")
    return Report(platform, question, inert(typed).strip(), plain(document), sentence)


def written(token: Token) -> str | None:
    """The token as text; None where it is too long, so that its button is left out."""
    question = token.question
    given = urlencode(question.given, safe=_PLAIN, quote_via=quote)
    rest = f"+{quote(question.line, safe=_PLAIN)}" if question.line else ""
    text = f"{VERSION}|{token.press}|{token.page}|{question.command}?{given}{rest}"
    return text if len(text) <= MOST else None


def is_ours(text: str) -> bool:
    """Whether some version of Dateline wrote it."""
    return text[:1] == "d" and text[1:2].isdigit() and text[2:3] == "|"


def read(text: str) -> Token | None:
    """What `written` wrote; None for anything else."""
    parts = text.split("|", 3)
    if len(parts) != 4 or parts[0] != VERSION or not parts[2].isdecimal():
        return None
    command, _, asked = parts[3].partition("?")
    given, _, line = asked.partition("+")
    try:
        words = dict(parse_qsl(given, strict_parsing=bool(given)))
        return Token(Press(parts[1]), Question(command, words, unquote(line)), max(int(parts[2]), 1))
    except ValueError:
        return None
