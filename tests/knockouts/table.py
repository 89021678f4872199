"""The table of rules: which text each of them alone stops, or why none is known. Kept in `rules.tsv` beside this file.

A row is: the line of the signed list, the condition, what was done to a true text, the text; or the line, the
condition, "-" and the key of a reason in `reasons.txt`. Rows with a text are written by the command, rows with a reason
by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.proof import SkeletonList
from briefs.proof.relations import RELATIONS
from tests.knockouts.document import RULES
from tests.knockouts.seam import Rule, rules

HERE = Path(__file__).parent
ROWS, REASONS = HERE / "rules.tsv", HERE / "reasons.txt"
PAGE = HERE.parents[1] / "docs" / "proof.md"
BEGIN, END = "<!-- knockouts: from here made by `python -m tests.knockouts --write`. -->\n", "<!-- knockouts end -->\n"
NONE = "-"
WIDE = 90
"""Letters of a text that a row keeps."""


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: `how` a true text was made false and what it says, or NONE and the key of a reason."""

    rule: Rule
    how: str
    text: str

    @property
    def reason(self) -> str | None:
        return self.text if self.how == NONE else None


def read_rows() -> dict[Rule, Row]:
    rows = {}
    for line in ROWS.read_text("utf-8").splitlines():
        name, atom, how, text = line.split("\t")
        found = re.fullmatch(r"(.*?)(?: #(\d+))?", atom)
        assert found is not None
        rule = Rule(name, found[1], int(found[2] or 1))
        if rule in rows:
            raise ValueError(f"{ROWS.name}: {rule} stands twice")
        rows[rule] = Row(rule, how, text)
    return rows


def written(rows: Mapping[Rule, Row]) -> str:
    return "".join(f"{rule}\t{_short(row.how)}\t{_short(row.text)}\n" for rule, row in sorted(rows.items()))


def _short(text: str) -> str:
    return re.sub(r"\s+", " ", text)[:WIDE].strip()


def read_reasons() -> dict[str, str]:
    """Key → why no text is known that such a rule stops alone."""
    lines = [line for line in REASONS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {key: why for key, _, why in (line.partition(": ") for line in lines)}


# -- The page


def page(skeletons: SkeletonList) -> str:
    """docs/proof.md with the tables put in anew."""
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return head + BEGIN + "\n" + "\n".join(_tables(skeletons)) + "\n" + END + tail


def _tables(skeletons: SkeletonList) -> Iterator[str]:
    rows = read_rows()
    yield "| conditions of | predicates | conditions | stopped by that one alone | with a reason |"
    yield "|---|---|---|---|---|"
    rooms: dict[str, list[Rule]] = {}
    for rule in rules(skeletons):
        rooms.setdefault(_room(rule), []).append(rule)
    for room, held in sorted(rooms.items()):
        yield _line(f"`{room}`", held, rows)
    yield _line("all", [rule for held in rooms.values() for rule in held], rows)
    yield ""
    yield "| why a condition has no such text | conditions |"
    yield "|---|---|"
    counted = Counter(row.reason for row in rows.values() if row.reason)
    for key, why in read_reasons().items():
        yield f"| {why} | {counted[key]} |"
    yield ""
    yield "| rule of a whole brief | in | a brief that it alone stops |"
    yield "|---|---|---|"
    for rule in RULES:
        yield f"| {rule.name} | `{rule.module}` | {rule.why or 'yes'} |"
    yield ""


def _line(name: str, held: list[Rule], rows: Mapping[Rule, Row]) -> str:
    told = sum(rows[rule].reason is None for rule in held if rule in rows)
    predicates = {_predicate(rule) for rule in held}
    return f"| {name} | {len(predicates)} | {len(held):,} | {told:,} | {len(held) - told:,} |"


def _predicate(rule: Rule) -> str:
    return rule.atom.partition("(")[0]


def _room(rule: Rule) -> str:
    return RELATIONS[_predicate(rule)].run.__module__.rpartition(".")[2]
