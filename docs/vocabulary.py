"""`python -m docs.vocabulary --check | --write`: the tables in docs/proof.md out of the prover's own docstrings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from briefs.proof import counted, shares, slots, subjects, tallies
from briefs.proof.relations import RELATIONS

PAGE = Path(__file__).resolve().parent / "proof.md"
MARK = "<!-- From here made by `python -m docs.vocabulary --write`. -->\n"


def tables() -> str:
    """Slot types, then predicates, as Markdown."""
    return "\n".join([MARK, "## Slot types", "", *_slots(), "", "## Predicates", "", *_predicates(), ""])


def _slots() -> Iterator[str]:
    yield "```"
    for room in (slots, subjects, tallies, shares, counted):
        lines = (room.__doc__ or "").split("\n")
        yield from (line.removeprefix("    ") for line in lines if line.startswith("    "))
    yield "```"


def _predicates() -> Iterator[str]:
    yield "The last term of those with an arrow is given by the predicate; the others must be bound before.\n"
    yield "| predicate | takes | rule | holds where |"
    yield "|---|---|---|---|"
    for name, relation in sorted(RELATIONS.items()):
        takes = ", ".join(relation.ins) + (", …" if relation.variadic else "") + (" → value" if relation.gives else "")
        said = " ".join((relation.run.__doc__ or "").split()).replace("|", "\\|")
        yield f"| `{name}` | {takes} | {relation.rule} | {said} |"


def page() -> str:
    """The whole page: its hand-written head, then the tables."""
    return PAGE.read_text("utf-8").split(MARK)[0] + tables()


def main(argv: list[str]) -> int:
    if argv == ["--write"]:
        PAGE.write_text(page(), "utf-8")
        return 0
    if PAGE.read_text("utf-8") == page():
        return 0
    print("docs/proof.md: its tables are not what the prover says; run `python -m docs.vocabulary --write`")  # noqa: T201
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
