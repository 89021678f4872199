"""Every mistake a curator can make, one specimen each, checked as `dateline check` does: the exact lines it prints.

tests/specimens/bad/expected.txt holds them and is read as prose; this writes it anew:
`PYTHONPATH=. python tests/adapters/test_files_bad_specimens.py`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from adapters.files import check, find_records_dir

ROOT = Path(__file__).resolve().parents[2]
BAD = Path("tests/specimens/bad")
EXPECTED = ROOT / BAD / "expected.txt"
SPECIMENS = sorted(path.name for path in (ROOT / BAD).glob("*.yaml"))


def printed(name: str) -> list[str]:
    """What `check` prints for one specimen, from the checkout, without the line of counts."""
    report = check([BAD / name], find_records_dir() / "register")
    assert report.exit_code == 1
    return [line.removeprefix(f"{BAD}/") for line in report.lines()[:-1]]


def expected(name: str) -> list[str]:
    return [line for line in EXPECTED.read_text(encoding="utf-8").splitlines() if line.startswith(f"{name}:")]


@pytest.fixture(autouse=True)
def in_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", SPECIMENS)
def test_each_mistake_is_told_at_its_line_and_column(name: str) -> None:
    lines = printed(name)
    assert lines == expected(name)
    for line in lines:
        assert re.fullmatch(r"[^:\n]+:[1-9]\d*:[1-9]\d*: [a-z0-9-]+: [^;\n].*; .+", line), line


def test_every_expected_line_has_its_specimen() -> None:
    named = {line.partition(":")[0] for line in EXPECTED.read_text(encoding="utf-8").splitlines()}
    assert named == set(SPECIMENS)


def test_all_specimens_at_once_give_the_same_problems_and_spare_each_other() -> None:
    """One bad file neither hides nor causes a problem of another, but for ids that two of them claim."""
    together = {str(problem) for problem in check([BAD], find_records_dir() / "register").problems}
    alone = {f"{BAD}/{line}" for name in SPECIMENS for line in expected(name)}
    assert not {line for line in alone if "unknown-id" not in line} - together
    others = [line for line in together - alone if not re.search(r": (duplicate-id|source-differs|left-out): ", line)]
    assert not [line for line in others if ": second-rollcall: " not in line]


if __name__ == "__main__":
    os.chdir(ROOT)
    EXPECTED.write_text("".join(f"{line}\n" for name in SPECIMENS for line in printed(name)), encoding="utf-8")
