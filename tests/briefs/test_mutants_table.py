"""The table that `make mutants` writes into docs/proof.md: counts, sums, and where it stands."""

from __future__ import annotations

from tests.mutants_table import BEGIN, END, PAGE, Outcome, Table, Tried, written

FOUND = (
    Tried("en", "", Outcome.TOLD, "a brief"),
    Tried("en", "number", Outcome.REFUSED, ""),
    Tried("en", "number", Outcome.SAME, ""),
    Tried("es", "votes: article", Outcome.REFUSED, ""),
)


def table(*more: Tried) -> Table:
    made = Table()
    for tried in (*FOUND, *more):
        made.add(tried)
    return made


def test_mutants_are_counted_by_language_and_by_kind() -> None:
    lines = table().text("1 May 2024", 12, 300, 2000).split("\n")
    assert "| English | 1 | 0 | 2 | 1 | 1 | 0 |" in lines
    assert "| all | 1 | 0 | 3 | 2 | 1 | 0 |" in lines
    assert "| number | 2 |  | 1 | 1 | 0 |" in lines
    assert "| votes: article |  | 1 | 1 | 0 | 0 |" in lines


def test_a_survivor_or_a_true_brief_that_is_stopped_fails_the_run() -> None:
    assert not table().failed
    assert table(Tried("en", "number", Outcome.SURVIVED, "")).failed
    assert table(Tried("en", "", Outcome.STOPPED, "")).failed
    assert table(Tried("en", "", Outcome.LONG, "")).failed
    assert "| English | 2 | 0 | 2 | 1 | 1 | 0 |" in table(Tried("en", "", Outcome.LONG, "")).text("", 1, 1, 1)


def test_the_page_keeps_all_around_the_table() -> None:
    page = f"before\n{BEGIN}old\n{END}after\n"
    assert written("new\n", page) == f"before\n{BEGIN}new\n{END}after\n"


def test_the_page_holds_one_table_in_which_nothing_survived() -> None:
    page = PAGE.read_text("utf-8")
    assert page.count(BEGIN) == page.count(END) == 1
    rows = [line.split(" | ") for line in page.split(BEGIN)[1].split(END)[0].splitlines() if line.startswith("| ")]
    sums = [row for row in rows if row[0] == "| all"]
    assert [(row[2], row[-1]) for row in sums] == [("0", "0 |")]
