"""The English catalogue: every message is read whole, and what is missing is said at once."""

from __future__ import annotations

from importlib.resources import files

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import GroupComment, Junk, Message, ResourceComment

from briefs.wording.catalogue import MissingMessage, Words, words

CATALOGUES = [part.read_text("utf-8") for part in files("briefs.wording").iterdir() if part.name.endswith("en.ftl")]


def messages() -> list[Message]:
    entries = [entry for text in CATALOGUES for entry in FluentParser().parse(text).body]
    assert not [entry for entry in entries if isinstance(entry, Junk)]
    return [
        entry for entry in entries if not isinstance(entry, GroupComment | ResourceComment) and hasattr(entry, "id")
    ]


def test_every_message_is_found_and_no_other() -> None:
    said = Words("en", CATALOGUES)
    assert set(said._unread) == {message.id.name for message in messages()}
    assert len(messages()) == len({message.id.name for message in messages()}), "an id stands twice"


def test_a_message_reads_alike_alone_and_in_its_file() -> None:
    said = Words("en", CATALOGUES)
    for message in messages():
        [alone] = [e for e in FluentParser().parse(said._unread[message.id.name]).body if isinstance(e, Message)]
        for part in (alone, message):
            part.comment = None
        assert alone.equals(message), message.id.name


def test_a_missing_message_or_slot_raises_at_once() -> None:
    with pytest.raises(MissingMessage, match="no message 'no-such'"):
        words("en").say("no-such", {})
    with pytest.raises(MissingMessage, match="cosponsor-line"):
        words("en").say("cosponsor-line", {"Actor": "Cambodia"})


def test_a_line_to_paste_has_room_for_a_hundred_records() -> None:
    """The formatter refuses parts of more than 2,500 characters; the line is whole all the same."""
    citations = "; ".join(f"The Wire, 6 May 2024, https://wire.example/{n} (wire/record-{n})" for n in range(200))
    assert words("en").say("paste", {"sources": citations}) == f"Cite as: {citations}"
