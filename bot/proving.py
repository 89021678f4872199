"""`dateline prove`: a draft read as bytes, what it is about found by name, verdicts shown. The search is the prover's.

It decides nothing about a line (`briefs.proof.inquiry` does) and never ends the program: a draft that cannot be read,
or a subject that is nobody's name, is a `DraftError` of one line, with the exit code that `bot.cli` ends with.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from briefs.days import read_day
from briefs.naming import Ambiguous, Finding, Found, Names, Unknown
from briefs.proof.inquiry import Ruling, Verdict

LARGEST = 5_000_000
"""Bytes of a draft: some two thousand pages."""
WRONG, NOTHING, SEVERAL, REFUTED = 2, 3, 4, 5
"""Exit codes as those of `ask`: a wrong command line, nothing on file, several of that name, a record against it."""
_SHOWN = {Verdict.PROVED: "proved", Verdict.REFUTED: "refuted", Verdict.UNPROVABLE: "not proved"}
_INDENT = " " * 12
MOST_CITES = 6
"""Cites shown beside a line; `--json` has them all."""


class DraftError(Exception):
    """A draft or a subject that cannot be used: one line for the reader, and the exit code."""

    def __init__(self, line: str, code: int = WRONG) -> None:
        super().__init__(line)
        self.code = code


def read_draft(file: Path, stdin: BinaryIO) -> tuple[str, ...]:
    """The lines of a draft ("-": of standard input), parted at line feeds alone. Raises `DraftError`."""
    name = "standard input" if str(file) == "-" else str(file)
    try:
        if str(file) == "-":
            given = stdin.read(LARGEST + 1)
        else:
            with file.open("rb") as stream:
                given = stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise DraftError(f"{name}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise DraftError(f"{name}: is a folder; give one file, or - for standard input") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DraftError(f"{name}: cannot be read ({why})") from None
    return _lines(name, given)


def _lines(name: str, given: bytes) -> tuple[str, ...]:
    if len(given) > LARGEST:
        raise DraftError(f"{name}: is larger than {LARGEST // 1_000_000} MB; give the draft in parts")
    if b"\x00" in given:
        raise DraftError(f"{name}: holds NUL bytes, so it is no text in UTF-8; save it as UTF-8 and try again")
    try:
        text = given.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = given.count(b"\n", 0, error.start) + 1
        raise DraftError(f"{name}: line {line} is not UTF-8; save it as UTF-8 and try again") from None
    if not text.strip(" \t\r\n"):
        raise DraftError(f"{name}: is empty; there is nothing to prove")
    return tuple(text.split("\n"))


def day_of(typed: str | None, today: date) -> date:
    """The day to hold the draft against. Raises `DraftError`."""
    if typed is None:
        return today
    reading = read_day(typed, today)
    if not isinstance(reading, date):
        raise DraftError(f'--as-of: "{typed[:60]}" is no day; write it like 2022-03-04')
    if reading > today:
        raise DraftError(f"--as-of: {typed[:60]} is still to come; give a day up to today")
    return reading


# --- what it is about -------------------------------------------------------------------------------------------------


def subjects_of(given: Sequence[str], names: Names, records: Sequence[str]) -> tuple[str, ...]:
    """Ids of the actors, issues and texts named; several in one value are parted by commas. Raises `DraftError`."""
    words = [part for value in given for part in _parts(value, names, records)]
    actors = {word: names.find_actor(word) for word in words}
    issues = {word: names.find_issue(word) for word in words}
    sure = any(isinstance(actors[w], Found) and not isinstance(issues[w], Found) for w in words)
    ids: list[str] = []
    for word in words:
        found = [actors[word], issues[word]] if not sure else [issues[word], actors[word]]
        if not sure and all(isinstance(each, Found) for each in found):
            ids += [each.id for each in found if isinstance(each, Found)]
        else:
            ids.append(_one(word, [*found, *_texts(word, names, records)]))
    return tuple(dict.fromkeys(ids))


def _parts(value: str, names: Names, records: Sequence[str]) -> Iterator[str]:
    """The value whole, where it is one name with a comma in it; else its parts."""
    whole = value.strip()
    findings = (names.find_actor(whole), names.find_issue(whole), *_texts(whole, names, records))
    if "," in whole and not any(isinstance(each, Found) for each in findings):
        yield from (part.strip() for part in whole.split(",") if part.strip())
    elif whole:
        yield whole


def _texts(word: str, names: Names, records: Sequence[str]) -> tuple[Finding, ...]:
    return names.find_measure(word), names.find_record(word, records)


def _one(word: str, findings: Sequence[Finding]) -> str:
    for finding in findings:
        if isinstance(finding, Found):
            return finding.id
    for finding in findings:
        if isinstance(finding, Ambiguous):
            raise DraftError(f'--subject: "{word}" may be {" or ".join(finding.ids)}; say which', SEVERAL)
    close = [id_ for finding in findings if isinstance(finding, Unknown) for id_ in finding.suggestions][:3]
    like = f"; did you mean {' or '.join(close)}?" if close else "; an actor, an issue or a text is wanted"
    raise DraftError(f'--subject: nothing on file is called "{word[:60]}"{like}', NOTHING)


# --- what is shown ----------------------------------------------------------------------------------------------------


def as_json(rulings: Sequence[Ruling]) -> str:
    """A list with one object a line of the draft."""
    rows = [{"text": r.text, "verdict": r.verdict.value, "cites": list(r.cites), "why": r.why} for r in rulings]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_lines(rulings: Sequence[Ruling]) -> Iterator[str]:
    """Each line with its verdict, what it rests on or why not; then the sum."""
    for ruling in rulings:
        yield f"{_SHOWN[ruling.verdict]:<12}{_plain(ruling.text)}"
        below = ruling.why if ruling.why else _cites(ruling.cites)
        yield f"{_INDENT}{_plain(below)}"
    counted = Counter(ruling.verdict for ruling in rulings)
    yield ""
    yield ", ".join(f"{counted[verdict]} {words}" for verdict, words in _SHOWN.items()) + "."


def _cites(cites: Sequence[str]) -> str:
    more = f" and {len(cites) - MOST_CITES} more" if len(cites) > MOST_CITES else ""
    return ", ".join(cites[:MOST_CITES]) + more


def _plain(text: str) -> str:
    """What a terminal may be given: no control character of a stranger's draft."""
    return "".join(char if char.isprintable() else "�" for char in text.strip(" \t\r"))


def exit_code(rulings: Sequence[Ruling]) -> int:
    """0 all proved, 5 a record says otherwise of some, 3 some are not provable."""
    verdicts = {ruling.verdict for ruling in rulings}
    if Verdict.REFUTED in verdicts:
        return REFUTED
    return NOTHING if Verdict.UNPROVABLE in verdicts else 0
