"""`make knockouts`: takes each rule of the prover away by itself and shows a text that then passes.

`python -m tests.knockouts [--all | --new] [--write]`. Conditions are tried that have no reason in `rules.tsv`; with
`--all` those too, with `--new` those without a row. `--write` writes `rules.tsv` and the tables in docs/proof.md.
Exit code 1 where a rule has neither text nor reason, or where a brief of `document` does not pass without its rule.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from briefs.proof import load_skeletons, verify
from tests.knockouts import table
from tests.knockouts.code import accepts
from tests.knockouts.document import RULES
from tests.knockouts.seam import rules
from tests.knockouts.search import run


def of_documents() -> Iterator[str]:
    """Rules of whole briefs whose brief is not refused, or does not pass without the rule."""
    for rule in RULES:
        trial = rule.false() if rule.false else None
        if trial is not None and not verify(trial.brief, trial.archive, load_skeletons(trial.lang)):
            yield f"{rule.name}: its brief is not refused"
        if trial is not None and not accepts(rule, trial):
            yield f"{rule.name}: its brief does not pass without it"


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(argv: list[str]) -> int:
    skeletons, held = load_skeletons("en"), table.read_rows()
    every = rules(skeletons)
    reasoned = {rule for rule, row in held.items() if row.reason}
    wrong = list(of_documents())
    tell(f"rules of a whole brief: {len(RULES)}, wrong: {len(wrong)}")
    known = set() if "--all" in argv else set(held) if "--new" in argv else reasoned
    found = run(skeletons, set(every) - known, tell if "--all" in argv else None)
    rows = {}
    for rule in every:
        witness = found.witnesses.get(rule)
        if witness is not None:
            rows[rule] = table.Row(rule, witness.how, witness.text)
        elif rule in reasoned or ("--new" in argv and rule in held):
            rows[rule] = held[rule]
        else:
            wrong.append(f"nothing is stopped by it alone, and no reason says why: {rule}")
    if "--write" in argv:
        table.ROWS.write_text(table.written(rows), "utf-8")
        table.PAGE.write_text(table.page(skeletons), "utf-8")
    for line in wrong:
        tell(line)
    told = sum(row.reason is None for row in rows.values())
    tell(f"conditions {len(every)} stopped alone {told} with a reason {len(rows) - told} wrong {len(wrong)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
