"""The console as an outlet: it prints, and says honestly what it cannot know."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from adapters.console.client import ConsoleOutlet, asked
from adapters.contract import Address, Ambiguous, Receipt, Refused, Request
from briefs.document import Document, Paragraph, say

NOW = datetime(2022, 3, 4, 9, tzinfo=UTC)
HERE = Address("console", "here")
DIGEST = Document("Thursday 3 March 2022", (Paragraph((say("Told."),)),))


async def test_a_post_is_printed_whole_and_receipted(capsys: pytest.CaptureFixture[str]) -> None:
    outlet = ConsoleOutlet(lambda: NOW)
    [part] = outlet.parts(DIGEST)
    receipt = await outlet.post(HERE, part, "k" * 25)
    assert receipt == Receipt("console:" + "k" * 25, NOW)
    assert capsys.readouterr().out == "\nThursday 3 March 2022\n\nTold.\n"


async def test_what_was_printed_stays() -> None:
    with pytest.raises(Refused, match="stays as it is"):
        await ConsoleOutlet().edit(HERE, "console:1", DIGEST)


async def test_whether_something_was_printed_before_cannot_be_known() -> None:
    with pytest.raises(Ambiguous):
        await ConsoleOutlet().find(HERE, "k" * 25, NOW)


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("/position cambodia", Request("position", "cambodia")),
        ("  Position   cambodia ukraine ", Request("position", "cambodia ukraine")),
        ("/help", Request("help")),
        ("", Request("")),
    ],
)
def test_a_typed_line_is_a_request(line: str, request_: Request) -> None:
    assert asked(line) == request_
