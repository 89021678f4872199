"""C12: one clause that is not proved, and nothing of the brief is shown; the operator is told which clause and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from adapters.contract import Outcome, Request
from bot.cli import exit_code
from bot.commands import Desk, Held
from briefs import briefing
from briefs.briefing import Ending
from briefs.codebook import Length
from briefs.document import Clause, Document, Paragraph, Text
from briefs.plain import plain
from briefs.wording import position as tell_position

AS_OF = date(2025, 6, 1)
SUBJECT = ("KHM", "ukraine-war")
TRUE, FALSE = "in 6 of the 9", "in 7 of the 9"


def made_false(document: Document) -> Document:
    """The same brief with one count of its first sentence one too high, as a fault of the writer would make it."""
    first, *blocks = document.blocks
    assert isinstance(first, Paragraph)
    clause, *lines = first.lines
    assert isinstance(clause, Clause)
    assert TRUE in clause.text
    false = replace(clause, inlines=(Text(clause.text.replace(TRUE, FALSE)),))
    return replace(document, blocks=(Paragraph((false, *lines)), *blocks))


def test_one_false_clause_withholds_the_whole_brief_and_names_the_clause(shipped: Held) -> None:
    true = briefing.position(shipped.archive, "KHM", "ukraine-war", AS_OF, Length.LINE)
    assert true.ending is Ending.ANSWERED
    false = made_false(true.document)
    made = briefing.prove(false, shipped.archive.as_of(AS_OF), AS_OF, SUBJECT, Ending.ANSWERED)
    assert made.ending is Ending.WITHHELD
    assert [reason.split(":")[0] for reason in made.reasons] == ["C8"]
    assert FALSE in made.reasons[0]
    shown = plain(made.document)
    assert "did not pass its own proof" in shown
    assert "Cambodia" not in shown, "the records' ids are shown, and not a word of the brief"
    assert "undl-3959039/un-es-11-1" in shown


def test_the_reader_gets_the_calm_line_and_the_operator_the_reason(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    truly = tell_position.tell
    monkeypatch.setattr(tell_position, "tell", lambda *told: made_false(truly(*told)))
    expected_warnings.append(r"brief\.withheld command=position reasons=C8: .*in 7 of the 9")
    reply = desk.answer_now(Request("position", line="cambodia ukraine line"))
    assert reply.outcome is Outcome.WITHHELD
    assert FALSE not in plain(reply.document)
    assert exit_code(reply.outcome) == 5
